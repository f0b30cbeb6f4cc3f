"""The blocks of a page drawn: their lines with marks, the rules and bars between them, and what they are read as."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from exporters.pdf.blocks import Block, PlacedLine
from exporters.pdf.columns import Columns
from exporters.pdf.pages import Page
from exporters.pdf.pen import Pen
from exporters.pdf.tags import Element
from exporters.pdf.type import ASCENT
from exporters.report_words import ReportWords

ACROSS = 99
"""The number of what stands across all columns, behind theirs."""


_Lines = list[tuple[PlacedLine, float, float]]
"""Lines that are read together: each with its line height and the top of its band."""


class RowDrawer:
    """Draws the blocks of one report."""

    def __init__(self, words: ReportWords, columns: Columns, pen: Pen) -> None:
        texts = words.report.columns
        self._languages = ["" if cell is None else str(texts[cell].language) for cell in columns.cells]
        self._columns, self._pen = columns, pen

    def draw(self, page: Page, top: float, holder: Element) -> None:
        """The blocks of a page as contents of a table or of a part of the report."""
        for placed in page.blocks:
            self._draw_block(placed.block, top + placed.top, holder)

    def _draw_block(self, block: Block, top: float, holder: Element) -> None:
        cells = self._cells(block, top + block.padding, is_table=holder.kind == "Table")
        for column, element in self._elements(block, holder, sorted(cells)).items():
            with self._pen.tags.content(element):
                for line, leading, y in cells[column]:
                    self._draw_line(line, leading, y)
        with self._pen.tags.content(None):
            self._draw_rules(block, top, top + block.height)

    def _cells(self, block: Block, top: float, *, is_table: bool) -> dict[int, _Lines]:
        """The lines column by column: who selects, searches or has the PDF read finds each clause in one stretch."""
        cells: dict[int, _Lines] = {}
        for band in block.bands:
            top += band.above
            for index, line in enumerate(band.lines):
                column = bisect_right(self._columns.starts[1:], line.x) if band.divided else ACROSS if is_table else index
                cells.setdefault(column, []).append((line, band.leading, top))
            top += band.leading
        return dict(sorted(cells.items()))

    def _elements(self, block: Block, holder: Element, columns: Sequence[int]) -> dict[int, Element | None]:
        """What the columns of a block are read as; nothing where it repeats what was read before."""
        if block.is_repeated:
            return dict.fromkeys(columns)
        if holder.kind == "Table":
            return self._cells_of_row(holder, columns)
        if len(columns) == 1:
            return dict.fromkeys(columns, holder.add("H2" if block.is_heading else "P"))
        table = holder.kids[-1] if holder.kids and holder.kids[-1].kind == "Table" else holder.add("Table")
        row = table.add("TR")
        return {column: row.add("TD") for column in columns}

    def _cells_of_row(self, table: Element, columns: Sequence[int]) -> dict[int, Element | None]:
        """A cell for each column, empty ones too, and a row of its own for what stands across them."""
        made: dict[int, Element | None] = {}
        if columns[0] != ACROSS:
            row = table.add("TR")
            made = {column: row.add("TD", language) for column, language in enumerate(self._languages)}
        if columns[-1] == ACROSS:
            made[ACROSS] = table.add("TR").add("TD", columns=len(self._languages))
        return {column: made[column] for column in columns}

    def _draw_rules(self, block: Block, top: float, bottom: float) -> None:
        divided = sum(band.height for band in block.bands if band.divided)
        for x in self._columns.dividers if divided else ():
            reaches = bottom if all(band.divided for band in block.bands) else top + block.padding + divided
            self._pen.upright(x, top, reaches)
        if block.bar:
            self._pen.side_bar(block.bar, self._columns.left, top + 1, bottom - 1)
        if block.ruled:
            self._pen.rule(self._columns.left, self._columns.right, bottom)

    def _draw_line(self, line: PlacedLine, leading: float, top: float) -> None:
        self._pen.line(line, top + leading * ASCENT)
        self._pen.dashes(2, 2)
        if line.boxed:
            self._pen.box(line.x - 6, top + 1, line.x + line.line.width + 6, top + leading - 0.5, 0.5)
        if line.ruled_above:
            self._pen.rule(line.x, line.x + self._columns.width, top + 1)
        self._pen.dashes()
