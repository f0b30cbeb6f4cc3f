"""The rows of a report as a Word table, with a comment on the words of each finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Emu
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from exporters.archives import UNDATED
from exporters.docx_styles import CARET as CARET_STYLE
from exporters.docx_styles import (
    CLAUSE,
    CLAUSE_NUMBER,
    COLUMN_HEAD,
    HEADING_LABEL,
    HEADING_ROW,
    LABEL,
    MARK_NUMBER,
    NOTE_LINE,
    NUMBER_WIDTH,
    PROGRAM_WORDS,
)
from exporters.docx_xml import CELL_ORDER, ROW_ORDER, RUN_ORDER, add_text, borders, element, put_in_order, set_style
from exporters.marked_text import Piece, marks_on_words, pieces
from exporters.notes import Note, note
from exporters.report_words import ReportWords
from exporters.styles import DISMISSED_LINE_WIDTH, GRAVITIES, SHAPES, MarkShape, SideBar
from treaty.model import Severity
from treaty.review.changes import ChangeShape
from treaty.review.dates import moment_of
from treaty.review.rows import Cell, CellClause, Mark, Row, RowFinding, RowKind

CARET = "∧"
HEADING_SHADE = "EDEDED"
PROGRAM_AUTHOR = "Daejo"
# Word's name for each underline: as a rule, and where the finding is critical.
UNDERLINES: Mapping[MarkShape, tuple[str, str]] = MappingProxyType(
    {
        MarkShape.DOUBLE: ("double", "double"),
        MarkShape.DASHED: ("dash", "dashedHeavy"),
        MarkShape.DOTTED: ("dotted", "dottedHeavy"),
        MarkShape.SINGLE: ("single", "thick"),
        MarkShape.WAVE: ("wave", "wavyHeavy"),
    }
)
# Word can draw no corners; a dashed frame stands for them.
FRAMES: Mapping[MarkShape, str] = MappingProxyType({MarkShape.FRAME: "single", MarkShape.CORNERS: "dashed"})
# The bar at the left of a row: Word's line and its width in eighths of a point.
SIDE_BARS: Mapping[SideBar, tuple[str, int]] = MappingProxyType(
    {SideBar.SOLID: ("single", 36), SideBar.DOUBLE: ("double", 8), SideBar.THIN: ("single", 8)}
)


class TableWriter:
    """Writes one report's rows into a document."""

    def __init__(self, document: Document, words: ReportWords, width: int) -> None:
        self._document = document
        self._words = words
        self._texts = len(words.report.columns)
        self._widths = [int(NUMBER_WIDTH)] + [(width - int(NUMBER_WIDTH)) // self._texts] * self._texts
        self._table = empty_table(document, self._widths)

    def write_head(self) -> None:
        """The row that Word repeats on every page."""
        row = self._add_row()
        put_in_order(row._tr.get_or_add_trPr(), ROW_ORDER, "w:tblHeader")
        cells = self._cells(row)
        self._line(cells[0], COLUMN_HEAD, self._words.wording("report.clause"))
        for cell, head in zip(cells[1:], self._words.column_heads(), strict=True):
            paragraph = self._line(cell, COLUMN_HEAD, head.side)
            add_text(paragraph, f"  {head.label}").bold = False

    def write_row(self, row: Row) -> None:
        made = self._add_row()
        if row.kind is RowKind.POINTER:
            self._write_pointer(row, made)
            return
        cells = self._cells(made)
        self._write_number(row, cells[0])
        for column, (cell, shown) in enumerate(zip(row.cells, cells[1:], strict=True)):
            self._write_cell(row, cell, shown, column)

    def _write_pointer(self, row: Row, made: _Row) -> None:
        cells = self._cells(made)
        for spare in cells[2:]:
            made._tr.remove(spare._tc)
        put_in_order(cells[1]._tc.get_or_add_tcPr(), CELL_ORDER, "w:gridSpan", val=self._texts)
        cells[1].width = Emu(sum(self._widths[1:]))
        self._line(cells[0], CLAUSE_NUMBER, "")
        self._line(cells[1], NOTE_LINE, self._words.pointer(row))

    def _write_number(self, row: Row, cell: _Cell) -> None:
        paragraph = self._line(cell, CLAUSE_NUMBER, self._words.number(row))
        if change := self._words.change(row):
            add_text(self._paragraph(cell, CLAUSE_NUMBER, first=not self._words.number(row)), change)
        bar = GRAVITIES[row.gravest].bar if row.gravest else None
        if bar:
            borders(cell._tc.get_or_add_tcPr(), {"left": SIDE_BARS[bar]})
        if row.kind is RowKind.HEADING:
            _shade(cell)
        marked = {mark.finding for side in row.cells for clause in side.clauses for mark in clause.marks}
        for entry in row.findings:
            if entry.finding.id not in marked:
                self._comment([_raised(paragraph, entry.number, entry.dismissed)], entry)

    def _write_cell(self, row: Row, cell: Cell, shown: _Cell, column: int) -> None:
        style = HEADING_ROW if row.kind is RowKind.HEADING else CLAUSE
        if row.kind is RowKind.HEADING:
            _shade(shown)
        if column > 0:
            borders(shown._tc.get_or_add_tcPr(), {"left": ("single", 4)})
        if not cell.clauses:
            self._line(shown, NOTE_LINE, f"— {self._words.void(column)}").paragraph_format.keep_with_next = _keeps(row)
        for index, clause in enumerate(cell.clauses):
            paragraph = self._paragraph(shown, style, first=index == 0)
            paragraph.paragraph_format.keep_with_next = _keeps(row)
            if index == 0 and row.moved and column > 0:
                add_text(paragraph, f"{self._words.moved(cell, column)}  ", PROGRAM_WORDS)
            add_label(paragraph, clause, HEADING_LABEL if row.kind is RowKind.HEADING else LABEL)
            self._write_clause(paragraph, clause, row.findings)

    def _write_clause(self, paragraph: Paragraph, clause: CellClause, findings: Sequence[RowFinding]) -> None:
        runs_of_mark: dict[Mark, list[Run]] = {}
        for piece in pieces(clause):
            if piece.text:
                run = add_text(paragraph, piece.text)
                if piece.change:
                    draw_change(piece.change, run)
                for mark in piece.marks:
                    draw(mark, run)
                    runs_of_mark.setdefault(mark, []).append(run)
                for mark in _changed_at(clause, piece):
                    runs_of_mark.setdefault(mark, []).append(run)
            for mark in piece.numbered:
                if mark.is_caret:
                    runs_of_mark[mark] = [add_text(paragraph, CARET, CARET_STYLE)]
                _raised(paragraph, mark.number, mark.dismissed)
        entries = {entry.finding.id: entry for entry in findings}
        for mark, runs in runs_of_mark.items():
            self._comment(runs, entries[mark.finding])

    def _comment(self, runs: Sequence[Run], entry: RowFinding) -> None:
        options = self._words.report.options
        judgement = entry.judgement
        author = judgement.author or options.reviewer or PROGRAM_AUTHOR
        initials = "".join(word[0] for word in author.split())
        comment: Any = self._document.add_comment(runs, author=author, initials=initials)
        # Word takes the time as the clock on the wall, whatever zone is written.
        date = moment_of(judgement.at) or self._words.report.as_of or UNDATED
        comment._comment_elm.set(qn("w:date"), date.strftime("%Y-%m-%dT%H:%M:%SZ"))
        write_note(comment.paragraphs[0], note(entry, self._words))

    def _add_row(self) -> _Row:
        table: Any = self._table
        row: _Row = table.add_row()
        put_in_order(row._tr.get_or_add_trPr(), ROW_ORDER, "w:cantSplit")
        return row

    def _cells(self, row: _Row) -> list[_Cell]:
        cells = [_Cell(tc, self._table) for tc in row._tr.tc_lst]
        for cell, width in zip(cells, self._widths, strict=True):
            cell.width = Emu(width)
        return cells

    def _line(self, cell: _Cell, style: str, text: str) -> Paragraph:
        paragraph = self._paragraph(cell, style, first=True)
        if text:
            add_text(paragraph, text)
        return paragraph

    def _paragraph(self, cell: _Cell, style: str, first: bool) -> Paragraph:
        paragraph: Paragraph = cell.paragraphs[0] if first else cell.add_paragraph()
        set_style(paragraph, style)
        return paragraph


def empty_table(document: Document, widths: Sequence[int]) -> Table:
    """A table without rows, ruled above and below each, its columns' widths in EMU."""
    table: Table = document.add_table(rows=0, cols=len(widths))
    table.autofit = False
    lines = element("w:tblBorders")
    for edge in ("top", "bottom", "insideH"):
        lines.append(element(f"w:{edge}", val="single", sz=4, space=0, color="000000"))
    properties: Any = table._tbl.tblPr
    properties.insert_element_before(lines, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    properties.insert_element_before(_cell_margins(), "w:tblLook")
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    return table


def add_label(paragraph: Paragraph, clause: CellClause, style: str) -> None:
    """The clause's own number, as text: Word must not count anew."""
    if clause.label:
        add_text(paragraph, f"{clause.label} ", style)


def draw(mark: Mark, run: Run) -> None:
    """Gives marked words their frame or underline. Where two underlines meet, the first stays: a run has only one."""
    shape = SHAPES[mark.family]
    width = DISMISSED_LINE_WIDTH if mark.dismissed else GRAVITIES[mark.severity].line_width
    properties: Any = run._r.get_or_add_rPr()
    if shape in FRAMES:
        eighths = max(2, round(width * 8))
        put_in_order(properties, RUN_ORDER, "w:bdr", val=FRAMES[shape], sz=eighths, space=0, color="000000")
    elif properties.find(qn("w:u")) is None:
        heavy = mark.severity is Severity.CRITICAL and not mark.dismissed
        put_in_order(properties, RUN_ORDER, "w:u", val=UNDERLINES[shape][heavy])


def draw_change(shape: ChangeShape, run: Run) -> None:
    """Strikes words that the new version leaves out, and underlines those that it puts in."""
    properties: Any = run._r.get_or_add_rPr()
    if shape is ChangeShape.DELETED:
        run.font.strike = True
    else:
        put_in_order(properties, RUN_ORDER, "w:u", val="dotted" if shape is ChangeShape.LIGHT else "single")


def _changed_at(clause: CellClause, piece: Piece) -> list[Mark]:
    """The changes between two versions that a piece of a clause belongs to."""
    end = piece.start + len(piece.text)
    marks = marks_on_words(clause)
    return [mark for mark in marks if mark.changed and mark.span.start <= piece.start and end <= mark.span.end]


def write_note(paragraph: Paragraph, said: Note) -> None:
    """A finding's note as runs, with its bold parts."""
    for index, part in enumerate(said.parts):
        run = add_text(paragraph, part.text if index == 0 else f" {part.text}")
        run.bold = part.bold or None


def _raised(paragraph: Paragraph, number: int, dismissed: bool) -> Run:
    run = add_text(paragraph, f"[{number}]", MARK_NUMBER)
    run.font.strike = dismissed or None
    return run


def _cell_margins() -> Any:
    margins = element("w:tblCellMar")
    for edge, twentieths in (("top", 40), ("left", 100), ("bottom", 50), ("right", 100)):
        margins.append(element(f"w:{edge}", w=twentieths, type="dxa"))
    return margins


def _keeps(row: Row) -> bool | None:
    return True if row.kind is RowKind.HEADING else None


def _shade(cell: _Cell) -> None:
    put_in_order(cell._tc.get_or_add_tcPr(), CELL_ORDER, "w:shd", val="clear", color="auto", fill=HEADING_SHADE)
