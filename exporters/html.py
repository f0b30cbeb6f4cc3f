"""A report as one HTML file that refers to nothing outside itself, reads well on a screen and prints well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from types import MappingProxyType

from exporters.characters import xml_text
from exporters.marked_text import Piece, pieces
from exporters.notes import Note, note, remarks_of
from exporters.report_words import ColumnHead, ReportWords
from exporters.styles import GRAVITIES, SHAPES
from resources import path_of
from treaty.model import MarkFamily, Severity
from treaty.progress import Progress
from treaty.review.changes import ChangeShape
from treaty.review.report import Report
from treaty.review.rows import Cell, CellClause, Mark, Row, RowFinding, RowKind
from treaty.whole_file import whole_file

_STEP = 200
CHANGED: Mapping[ChangeShape, str] = MappingProxyType(
    {
        ChangeShape.DELETED: "<del>{}</del>",
        ChangeShape.INSERTED: "<ins>{}</ins>",
        ChangeShape.LIGHT: '<span class="light">{}</span>',
        ChangeShape.NEW: '<span class="new">{}</span>',
    }
)
"""How words that changed between two versions are told."""


def write_html(report: Report, path: Path, *, progress: Progress) -> None:
    """Writes the comparison, the list of findings, the sources and what was set aside."""
    words = ReportWords(report)
    parts = [*_head(words), *_table(words, progress), *_legend(words), *_ending(words), "</body></html>\n"]
    with whole_file(path) as part:
        part.write_text("\n".join(parts), encoding="utf-8", newline="\n")
        progress.report(len(report.rows), len(report.rows), "progress.export")


def _said(text: str) -> str:
    return escape(xml_text(text))


def _head(words: ReportWords) -> Iterator[str]:
    options = words.report.options
    width, height = options.paper.millimetres
    style = path_of("styles/report.css").read_text(encoding="utf-8") + f"@page {{ size: {width:g}mm {height:g}mm; }}"
    yield f'<!DOCTYPE html>\n<html lang="{options.language}"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">"""
    yield f"<title>{_said(words.document_title())}</title><style>{style}</style></head><body>"
    if options.status_lines:
        yield f'<p class="status">{"<br>".join(map(_said, options.status_lines))}</p>'
    for column, title in zip(words.report.columns, words.report.titles, strict=False):
        yield f'<h1 lang="{column.language}">{_said(title)}</h1>'
    yield f'<p class="summary">{_said(" · ".join(filter(None, [*words.summary(), words.as_of()])))}</p>'


def _table(words: ReportWords, progress: Progress) -> Iterator[str]:
    columns = words.report.options.columns.cells
    heads = "".join(_head_cell(head, is_number=cell is None) for head, cell in zip(words.table_heads(), columns, strict=True))
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
    for number, row in enumerate(words.report.rows):
        if number % _STEP == 0:
            progress.report(number, len(words.report.rows), "progress.export")
        yield _row(row, words)
        notes = [*(_note(entry, words) for entry in row.findings), *(_remark(said) for said in remarks_of(row, words))]
        if notes:
            yield _notes_row(notes, columns)
    yield "</tbody></table>"


def _head_cell(head: ColumnHead, *, is_number: bool) -> str:
    kind = ' class="number"' if is_number else ""
    return f'<th scope="col"{kind}>{_said(" ".join((head.side, head.label)).strip())}</th>'


def _notes_row(notes: Sequence[str], columns: Sequence[int | None]) -> str:
    """The notes under a row, as wide as the texts where the numbers stand at one side of them."""
    before, after = ("<td></td>" if end is None else "" for end in (columns[0], columns[-1]))
    width = len(columns) - (columns[0] is None) - (columns[-1] is None)
    return f'<tr class="notes">{before}<td colspan="{width}"><ol>{"".join(notes)}</ol></td>{after}</tr>'


def _row(row: Row, words: ReportWords) -> str:
    gravest = f" bar-{row.gravest}" if row.gravest and row.gravest is not Severity.INFO else ""
    change = f'<p class="change">{_said(changed)}</p>' if (changed := words.change(row)) else ""
    number = f'<th scope="row" class="number">{_said(words.number(row))}{change}</th>'
    cells = words.report.options.columns.cells
    shown = "".join(number if cell is None else _cell(row, row.cells[cell], cell, words) for cell in cells)
    return f'<tr class="{row.kind}{gravest}">{shown}</tr>'


def _cell(row: Row, cell: Cell, column: int, words: ReportWords) -> str:
    if row.kind is RowKind.POINTER:
        return f"<td>{_said(words.pointer(row)) if cell.clauses else ''}</td>"
    if not cell.clauses:
        return f'<td class="void">{_said(words.void(column))}</td>'
    moved = f'<p class="moved">{_said(words.moved(cell, column))}</p>' if row.moved and column else ""
    language = words.report.columns[column].language
    return f'<td lang="{language}">{moved}{"".join(map(_clause, cell.clauses))}</td>'


def _clause(clause: CellClause) -> str:
    label = f'<span class="label">{_said(clause.label)}</span> ' if clause.label else ""
    return f"<p>{label}{''.join(map(_piece, pieces(clause)))}</p>"


def _piece(piece: Piece) -> str:
    words = _said(piece.text)
    if piece.change and words:
        words = CHANGED[piece.change].format(words)
    for mark in piece.marks:
        words = f'<span class="{_classes(mark)}">{words}</span>' if words else words
    return words + "".join(map(_number, piece.numbered))


def _classes(mark: Mark) -> str:
    return " ".join(("mark", SHAPES[mark.family], mark.severity, *(("dismissed",) if mark.dismissed else ())))


def _number(mark: Mark) -> str:
    """The raised number of a finding behind its words, which leads to its note; a caret where words are missing."""
    caret = "‸" if mark.is_caret else ""
    return f'<sup><a href="#f{mark.number}">{caret}{mark.number}</a></sup>'


def _note(entry: RowFinding, words: ReportWords) -> str:
    dismissed = " dismissed" if entry.dismissed else ""
    return f'<li id="f{entry.number}" class="{entry.severity}{dismissed}">{_parts(note(entry, words))}</li>'


def _remark(said: Note) -> str:
    return f'<li class="remark">{_parts(said)}</li>'


def _parts(said: Note) -> str:
    return " ".join(f"<b>{_said(part.text)}</b>" if part.bold else _said(part.text) for part in said.parts)


def _legend(words: ReportWords) -> Iterator[str]:
    shapes = [CHANGED[shape].format(_said(words.change_sample(shape))) for shape in ChangeShape] if words.versions else []
    shown = [*(_legend_of_findings(words) if words.tells_findings else ()), *shapes]
    if shown:
        yield f'<p class="legend">{_said(words.wording("report.legend"))}: {" · ".join(shown)}</p>'


def _legend_of_findings(words: ReportWords) -> Iterator[str]:
    """The signs of severities and, but for versions, whose changes are told otherwise, the marks."""
    yield from (f"{GRAVITIES[grade].glyph} {_said(words.severity(grade))}" for grade in words.severities())
    for family in () if words.versions else MarkFamily:
        sample, name = _said(words.sample(family)), _said(words.family(family))
        yield f'<span class="mark {SHAPES[family]}">{sample}</span> {name}'


def _ending(words: ReportWords) -> Iterator[str]:
    yield f"<h2>{_said(words.wording('report.sources'))}</h2>"
    for index in words.told_texts():
        yield f'<p class="source">{"<br>".join(map(_said, words.source(index)))}</p>'
    yield f"<h2>{_said(words.wording('report.set_aside'))}</h2>"
    for index in words.told_texts():
        for aside in words.set_aside(index):
            yield f'<p class="source"><b>{_said(aside.reason)}</b> {_said(aside.text)}</p>'
