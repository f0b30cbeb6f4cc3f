"""A report as a workbook: the texts side by side, the findings to judge, the sources. What is written into the sheet of
findings (verdict, note, suggested wording) can be read back (`reading`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from exporters.notes import remarks_of
from exporters.report_words import ReportWords
from exporters.styles import GRAVITIES
from exporters.xlsx.cells import HEADING_FILL, add_filters, fit_height, save_workbook, set_for_paper, write_head, write_words
from treaty.model import Place
from treaty.progress import Progress
from treaty.review.column_choice import ColumnKind
from treaty.review.report import Report
from treaty.review.review import Verdict
from treaty.review.rows import Cell, Row, RowFinding, RowKind

FINDING_COLUMNS = (
    ("number", 6), ("left_clause", 12), ("right_clause", 14), ("left_words", 30), ("right_words", 30), ("kind", 10),
    ("severity", 9), ("class", 11), ("reason", 44), ("verdict", 13), ("note", 30), ("suggestion", 34), ("author", 10),
    ("at", 18), ("rule", 8),
)  # fmt: skip
"""The columns of the sheet of findings: their names in the wording table (xlsx.…) and their widths in characters."""
HIDDEN_COLUMNS = ("id", "was_verdict", "was_note", "was_suggestion")
"""What the reading back needs, in hidden columns behind the others: which finding it is, and what had been said of it."""
FINDINGS_SHEET = 2
_STEP = 200


def write_xlsx(report: Report, path: Path, *, progress: Progress) -> None:
    """Writes the report as a workbook of three sheets: comparison, findings where they are told, sources."""
    words = ReportWords(report)
    book = Workbook()
    sheets = {"comparison": _write_comparison, "findings": _write_findings, "sources": _write_sources}
    if not words.tells_findings:
        del sheets["findings"]
    for name, write in sheets.items():
        sheet = book.active if name == "comparison" else book.create_sheet()
        assert isinstance(sheet, Worksheet)
        sheet.title = words.wording(f"xlsx.sheet_{name}")
        set_for_paper(sheet, report.options.paper)
        write(sheet, words, progress)
    properties = {"title": words.document_title(), "creator": report.options.reviewer, "subject": words.status()}
    save_workbook(book, path, properties, report.as_of)


def _write_comparison(sheet: Worksheet, words: ReportWords, progress: Progress) -> None:
    heads = list(_heads(words))
    write_head(sheet, [name for name, _ in heads], [width for _, width in heads])
    for number, row in enumerate(words.report.rows, start=1):
        if number % _STEP == 0:
            progress.report(number, len(words.report.rows), "progress.export")
        _write_row(sheet, number, row, words)
    add_filters(sheet, len(heads))


def _heads(words: ReportWords) -> Iterator[tuple[str, int]]:
    """The columns as they are chosen: their names and their widths in characters. A text has its clauses' numbers before it,
    the findings have how far the reviewer is."""
    choice, sides = words.report.options.columns, words.column_heads()
    for kind in choice.order:
        match kind:
            case ColumnKind.NUMBER:
                yield words.wording("xlsx.row"), 6
            case ColumnKind.FINDINGS:
                yield from ((words.wording("xlsx.state"), 10), (words.wording("xlsx.findings"), 44))
            case _:
                side = sides[choice.texts.index(kind)].side
                yield from ((words.wording("xlsx.clause_of", side=side), 12), (side, 60))


def _write_row(sheet: Worksheet, number: int, row: Row, words: ReportWords) -> None:
    heading = row.kind is RowKind.HEADING
    values = enumerate(_row_cells(number, row, words), start=1)
    cells = [write_words(sheet, number + 1, column, value, bold=bold and heading) for column, (value, bold) in values]
    fit_height(sheet, cells)
    if heading:
        for cell_of_row in cells:
            cell_of_row.fill = HEADING_FILL


def _row_cells(number: int, row: Row, words: ReportWords) -> Iterator[tuple[str | int, bool]]:
    """What stands in each column of a row, and whether that is bold in a heading."""
    choice = words.report.options.columns
    for kind in choice.order:
        match kind:
            case ColumnKind.NUMBER:
                yield number, False
            case ColumnKind.FINDINGS:
                yield words.state(row.state) if row.state else "", False
                yield "\n".join(_said(row, words)), False
            case _:
                column = choice.texts.index(kind)
                yield from ((value, True) for value in _cell_words(row, row.cells[column], column, words))


def _said(row: Row, words: ReportWords) -> Iterator[str]:
    yield from (_finding_line(entry, words) for entry in row.findings)
    yield from (note.text for note in remarks_of(row, words))


def _cell_words(row: Row, cell: Cell, column: int, words: ReportWords) -> tuple[str, str]:
    """A cell's clause numbers and its text; one without a clause says so."""
    if row.kind is RowKind.POINTER:
        return "", words.pointer(row) if cell.clauses else ""
    if not cell.clauses:
        return "", words.void(column)
    return "\n".join(clause.label for clause in cell.clauses), "\n".join(clause.text for clause in cell.clauses)


def _finding_line(entry: RowFinding, words: ReportWords) -> str:
    kind = words.wording(f"kind.{entry.finding.kind}")
    message = entry.finding.message.in_language(words.report.options.language)
    return f"[{entry.number}] {GRAVITIES[entry.severity].glyph} {kind}: {message}"


def _write_findings(sheet: Worksheet, words: ReportWords, progress: Progress) -> None:
    sides = {"left": words.side(0), "right": words.side(1)}
    names = [words.wording(f"xlsx.{name}", **sides) for name, _ in FINDING_COLUMNS]
    write_head(sheet, [*names, *HIDDEN_COLUMNS], [*(width for _, width in FINDING_COLUMNS), *(10 for _ in HIDDEN_COLUMNS)])
    line = 1
    for done, row in enumerate(words.report.rows):
        if done % _STEP == 0:
            progress.report(done, len(words.report.rows), "progress.export")
        for entry in row.findings:
            line += 1
            values = enumerate(_finding_cells(row, entry, words), start=1)
            fit_height(sheet, [write_words(sheet, line, column, value) for column, value in values])
    add_filters(sheet, len(FINDING_COLUMNS))
    for column in range(len(FINDING_COLUMNS) + 1, len(FINDING_COLUMNS) + len(HIDDEN_COLUMNS) + 1):
        sheet.column_dimensions[get_column_letter(column)].hidden = True
    _offer_verdicts(sheet, line, words)


def _finding_cells(row: Row, entry: RowFinding, words: ReportWords) -> Iterator[str | int]:
    finding, judgement = entry.finding, entry.judgement
    yield entry.number
    yield from (_path(place, cell) for place, cell in zip((finding.left, finding.right), row.cells, strict=True))
    yield from (place.text if place else "" for place in (finding.left, finding.right))
    yield words.wording(f"kind.{finding.kind}")
    yield words.severity(entry.severity)
    yield words.wording(f"ministry_class.{entry.ministry_class}")
    yield finding.message.in_language(words.report.options.language)
    said = (words.verdict(judgement.verdict), judgement.note, judgement.suggestion)
    yield from (*said, judgement.author, judgement.at.replace("T", " "), finding.rule, finding.id, *said)


def _path(place: Place | None, cell: Cell) -> str:
    """The number of the clause that a side of a finding stands in; of the row's first clause where it has no words."""
    named = [clause.path for clause in cell.clauses if place and clause.clause == place.clause]
    return (named or [clause.path for clause in cell.clauses] or [""])[0]


def _offer_verdicts(sheet: Worksheet, last: int, words: ReportWords) -> None:
    """A list to choose the verdict from in every cell of its column."""
    column = get_column_letter([name for name, _ in FINDING_COLUMNS].index("verdict") + 1)
    choices = ",".join(words.verdict(verdict) for verdict in (None, *Verdict))
    validation = DataValidation(type="list", formula1=f'"{choices}"', allow_blank=True)
    validation.add(f"{column}2:{column}{max(2, last)}")
    sheet.add_data_validation(validation)


def _write_sources(sheet: Worksheet, words: ReportWords, progress: Progress) -> None:
    progress.report(len(words.report.rows), len(words.report.rows), "progress.export")
    write_head(sheet, [words.document_title(), ""], [60, 90])
    lines: list[tuple[str, str]] = [(part, "") for part in [*words.summary(), words.as_of(), words.status()] if part]
    for index in words.told_texts():
        lines += [("", ""), *((line, "") for line in words.source(index))]
        lines += [(aside.reason, aside.text) for aside in words.set_aside(index)]
    for number, pair in enumerate(lines, start=2):
        fit_height(sheet, [write_words(sheet, number, column, text) for column, text in enumerate(pair, start=1)])
