"""The rows of a report in Word: a table for the clauses under each heading.

Headings stand between the tables, as Word's navigation pane passes over what is in a table. They are set on the columns of the
tables, so that all of it looks like one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any
from unicodedata import east_asian_width

from exporters.docx.clauses import ClauseWriter
from exporters.docx.marks import side_bar
from exporters.docx.styles import (
    CLAUSE,
    CLAUSE_NUMBER,
    COLUMN_HEAD,
    HEADING_LABEL,
    HEADING_ROW,
    LABEL,
    NOTE_LINE,
    PROGRAM_WORDS,
)
from exporters.docx.xml import (
    Look,
    add,
    add_cell,
    add_lines,
    add_paragraph,
    add_row,
    add_table,
    add_text,
    set_paragraph,
)
from exporters.report_words import ReportWords
from exporters.styles import HEADING
from treaty.review.rows import Cell, Row, RowKind

NUMBER_WIDTH = 1020
"""The column of the numbers, in twentieths of a point."""
_CELL_MARGIN = 100
_RULE = ("single", 4)
_WIDE, _NARROW = 0.95, 0.57
"""How wide a Hangul syllable and a Latin letter are at most, as parts of the size of the type."""


class TableWriter:
    """Writes one report's rows at the end of a document's body; `width` is that of the text, in twentieths of a point."""

    def __init__(self, body: Any, words: ReportWords, clauses: ClauseWriter, width: int) -> None:
        self._body, self._words, self._clauses = body, words, clauses
        self._columns = words.report.options.columns.cells
        texts, numbers = len(words.report.options.columns.texts), NUMBER_WIDTH * (None in self._columns)
        self._widths = [NUMBER_WIDTH if cell is None else (width - numbers) // texts for cell in self._columns]
        self._table: Any = None

    def write_head(self, parent: Any) -> None:
        """The head of the columns, as a table of its own."""
        row = add_row(add_table(parent, self._widths), head=True)
        for place, head in enumerate(self._words.table_heads()):
            paragraph = add_paragraph(self._cell(row, place), COLUMN_HEAD, head.side, keep_next=True)
            if head.label:
                add_text(paragraph, f"  {head.label}", look=Look(bold=False))

    def write_row(self, row: Row) -> None:
        if row.kind is RowKind.HEADING:
            self._table = None
            self._write_heading(row)
            return
        if self._table is None:
            self._table = add_table(self._body, self._widths, self._told())
        made = add_row(self._table)
        if row.kind is RowKind.POINTER:
            self._write_pointer(row, made)
            return
        for place, column in enumerate(self._columns):
            cell = self._cell(made, place, side_bar(row) if place == 0 else {})
            if column is None:
                self._write_number(row, cell)
            else:
                self._write_cell(row, row.cells[column], cell, column)
        if None not in self._columns:
            self._clauses.write_unplaced(made[-1][-1], row)

    def _told(self) -> str:
        return ", ".join(head.side for head in self._words.table_heads())

    def _cell(self, row: Any, place: int, bar: Mapping[str, tuple[str, int]] = MappingProxyType({})) -> Any:
        """The cell of a place; a line parts texts."""
        parted = place > 0 and self._columns[place] is not None and self._columns[place - 1] is not None
        return add_cell(row, self._widths[place : place + 1], {**bar, **({"left": _RULE} if parted else {})})

    def _write_pointer(self, row: Row, made: Any) -> None:
        """Where a clause has gone, across all texts that stand side by side."""
        numbered = self._columns[0] is None
        if numbered:
            add_paragraph(add_cell(made, self._widths[:1]), CLAUSE_NUMBER)
        add_paragraph(add_cell(made, self._widths[numbered:]), NOTE_LINE, self._words.pointer(row))

    def _write_number(self, row: Row, cell: Any) -> None:
        number, change = self._words.number(row), self._words.change(row)
        said = [part for part in (number, change) if part] or [""]
        paragraphs = [add_paragraph(cell, CLAUSE_NUMBER, part) for part in said]
        self._clauses.write_unplaced(paragraphs[0], row)

    def _write_cell(self, row: Row, cell: Cell, shown: Any, column: int) -> None:
        if not cell.clauses:
            add_paragraph(shown, NOTE_LINE, f"— {self._words.void(column)}")
        for index, clause in enumerate(cell.clauses):
            paragraph = add_paragraph(shown, CLAUSE)
            if index == 0:
                self._write_moved(paragraph, row, column)
            self._clauses.write(paragraph, clause, row.findings, LABEL)

    def _write_moved(self, paragraph: Any, row: Row, column: int) -> None:
        if row.moved and column > 0:
            add_text(paragraph, f"{self._words.moved(row.cells[column], column)}  ", PROGRAM_WORDS)

    def _write_heading(self, row: Row) -> None:
        """A heading in all texts: side by side where each fits its column, else one under the other."""
        paragraph = add_paragraph(self._body, HEADING_ROW)
        # The tables before and after have the rules above and below.
        add_lines(set_paragraph(paragraph, "w:pBdr"), {**side_bar(row), "between": _RULE}, space=1)
        stops = self._stops()
        tabs = set_paragraph(paragraph, "w:tabs")
        for stop in stops:
            add(tabs, "w:tab", val="left", pos=stop)
        set_paragraph(paragraph, "w:ind", left=stops[0], hanging=stops[0])
        self._clauses.write_unplaced(paragraph, row)
        shown = self._words.shown(row)
        between = "\t" if all(self._fits(cell) for _, cell in shown) else "\n"
        for column, cell in shown:
            if column or stops[0] > _CELL_MARGIN:
                add_text(paragraph, between if column else "\t")
            self._write_heading_cell(paragraph, row, cell, column)

    def _write_heading_cell(self, paragraph: Any, row: Row, cell: Cell, column: int) -> None:
        if not cell.clauses:
            add_text(paragraph, f"— {self._words.void(column)}", PROGRAM_WORDS)
        self._write_moved(paragraph, row, column)
        for index, clause in enumerate(cell.clauses):
            if index:
                add_text(paragraph, " ")
            self._clauses.write(paragraph, clause, row.findings, HEADING_LABEL)

    def _stops(self) -> Sequence[int]:
        """Where the texts of a heading begin, from the left margin."""
        texts = [place for place, column in enumerate(self._columns) if column is not None]
        return [sum(self._widths[:place]) + _CELL_MARGIN for place in texts]

    def _fits(self, cell: Cell) -> bool:
        """Whether a heading surely fits one line of its column."""
        words = " ".join(f"{clause.label} {clause.text}{' [00]' * len(clause.marks)}" for clause in cell.clauses)
        wide = sum(_WIDE if east_asian_width(sign) in "WF" else _NARROW for sign in words)
        return wide * HEADING.size * 20 < max(self._widths) - 2 * _CELL_MARGIN
