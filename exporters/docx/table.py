"""The rows of a report in Word: a table for the clauses under each heading.

Headings stand between the tables, as Word's navigation pane passes over what is in a table. They are set on the columns of the
tables, so that all of it looks like one.
"""

from __future__ import annotations

from collections.abc import Sequence
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
        texts = len(words.report.columns)
        self._widths = [NUMBER_WIDTH] + [(width - NUMBER_WIDTH) // texts] * texts
        self._table: Any = None

    def write_head(self, parent: Any) -> None:
        """The head of the columns, as a table of its own."""
        row = add_row(add_table(parent, self._widths), head=True)
        heads = [(self._words.wording("report.clause"), ""), *((head.side, head.label) for head in self._words.column_heads())]
        for column, (side, label) in enumerate(heads):
            paragraph = add_paragraph(self._cell(row, column), COLUMN_HEAD, side, keep_next=True)
            if label:
                add_text(paragraph, f"  {label}", look=Look(bold=False))

    def write_row(self, row: Row) -> None:
        if row.kind is RowKind.HEADING:
            self._table = None
            self._write_heading(row)
            return
        if self._table is None:
            self._table = add_table(self._body, self._widths, self._told())
        made = add_row(self._table)
        if row.kind is RowKind.POINTER:
            add_paragraph(add_cell(made, self._widths[:1]), CLAUSE_NUMBER)
            add_paragraph(add_cell(made, self._widths[1:]), NOTE_LINE, self._words.pointer(row))
            return
        self._write_number(row, made)
        for column, cell in enumerate(row.cells):
            self._write_cell(row, cell, self._cell(made, column + 1), column)

    def _told(self) -> str:
        return ", ".join([self._words.wording("report.clause"), *(head.side for head in self._words.column_heads())])

    def _cell(self, row: Any, column: int) -> Any:
        return add_cell(row, self._widths[column : column + 1], {"left": _RULE} if column > 1 else {})

    def _write_number(self, row: Row, made: Any) -> None:
        cell = add_cell(made, self._widths[:1], side_bar(row))
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
        between = "\t" if all(self._fits(cell) for cell in row.cells) else "\n"
        for column, cell in enumerate(row.cells):
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
        return [sum(self._widths[:column]) + _CELL_MARGIN for column in range(1, len(self._widths))]

    def _fits(self, cell: Cell) -> bool:
        """Whether a heading surely fits one line of its column."""
        words = " ".join(f"{clause.label} {clause.text}{' [00]' * len(clause.marks)}" for clause in cell.clauses)
        wide = sum(_WIDE if east_asian_width(sign) in "WF" else _NARROW for sign in words)
        return wide * HEADING.size * 20 < self._widths[1] - 2 * _CELL_MARGIN
