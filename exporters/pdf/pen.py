"""A pen for a PDF page: sets lines of type with their marks, and rules. Measures y down from the paper's top edge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from exporters.pdf.blocks import PlacedLine
from exporters.pdf.marks import FRAME_BOTTOM, FRAME_TOP, draw_caret, draw_change, draw_mark
from exporters.pdf.tags import Tags
from exporters.pdf.type import Line
from exporters.styles import DISMISSED_LINE_WIDTH, GRAVITIES, SHAPES, SHAPES_AROUND, SideBar
from treaty.review.rows import Mark

RULE = 0.5
CARET_REACH = 3.0

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the paper's lower left corner."""


class Pen:
    """Draws on one canvas."""

    def __init__(self, canvas: Any, page_height: float) -> None:
        self._canvas = canvas
        self._height = page_height
        self._marked: dict[str, list[Box]] = {}
        self.tags = Tags(canvas)

    def take_marked(self) -> dict[str, list[Box]]:
        """Where the marks of each finding were drawn since this was last asked."""
        marked, self._marked = self._marked, {}
        return marked

    def line(self, placed: PlacedLine, base: float) -> None:
        """Sets a line of type on its base line, then draws the marks that fall on it."""
        text = self._canvas.beginText()
        for left, glyphs in placed.line.runs():
            text.setTextOrigin(placed.x + left, self._height - base + glyphs[0].rise)
            text.setFont(glyphs[0].font, glyphs[0].size)
            text.textOut("".join(glyph.shown for glyph in glyphs))
        self._canvas.drawText(text)
        if placed.target:
            self._link(placed, base)
        for change in placed.changes:
            if stretch := placed.line.stretch(change.span.start, change.span.end):
                left, right = (placed.x + x for x in stretch)
                draw_change(self._canvas, change.shape, left, right, self._height - base)
        for index, mark in enumerate(placed.marks):
            self._mark(placed, mark, _level(mark, placed.marks[:index]), base)

    def rule(self, left: float, right: float, y: float, width: float = RULE) -> None:
        self._canvas.setLineWidth(width)
        self._canvas.line(left, self._height - y, right, self._height - y)

    def upright(self, x: float, top: float, bottom: float, width: float = RULE) -> None:
        self._canvas.setLineWidth(width)
        self._canvas.line(x, self._height - top, x, self._height - bottom)

    def box(self, left: float, top: float, right: float, bottom: float, width: float) -> None:
        self._canvas.setLineWidth(width)
        self._canvas.rect(left, self._height - bottom, right - left, bottom - top)

    def dashes(self, on: float = 0, off: float = 0) -> None:
        """Draws rules and boxes dashed from now on; without lengths, solid again."""
        self._canvas.setDash([on, off] if on else [])

    def side_bar(self, bar: SideBar, x: float, top: float, bottom: float) -> None:
        """The bar at the left of a row: solid, double or thin as its gravest finding is."""
        if bar is SideBar.SOLID:
            self.upright(x + 1.5, top, bottom, 3)
        elif bar is SideBar.DOUBLE:
            self.upright(x + 0.4, top, bottom, 0.8)
            self.upright(x + 2.6, top, bottom, 0.8)
        else:
            self.upright(x + 0.4, top, bottom, 0.8)

    def _mark(self, placed: PlacedLine, mark: Mark, level: int, base: float) -> None:
        if mark.changed:
            return
        width = DISMISSED_LINE_WIDTH if mark.dismissed else GRAVITIES[mark.severity].line_width
        if mark.is_caret:
            x = _caret_place(placed.line, mark.span.start)
            if x is not None:
                draw_caret(self._canvas, placed.x + x, self._height - base, width)
                self._keep(mark, placed.x + x - CARET_REACH, placed.x + x + CARET_REACH, base)
            return
        stretch = placed.line.stretch(mark.span.start, mark.span.end)
        if stretch:
            left, right = (placed.x + x for x in stretch)
            draw_mark(self._canvas, SHAPES[mark.family], left, right, self._height - base, width, level)
            self._keep(mark, left, right, base)

    def _keep(self, mark: Mark, left: float, right: float, base: float) -> None:
        """Remembers where a finding is marked; the samples of the legend are of none."""
        if mark.finding:
            y = self._height - base
            self._marked.setdefault(mark.finding, []).append((left, y - FRAME_BOTTOM, right, y + FRAME_TOP))

    def _link(self, placed: PlacedLine, base: float) -> None:
        y = self._height - base
        box = (placed.x, y - FRAME_BOTTOM, placed.x + placed.line.width, y + FRAME_TOP)
        self._canvas.linkRect("", placed.target, box, relative=0)


def _level(mark: Mark, earlier: Sequence[Mark]) -> int:
    """How many lines already lie under the mark's words; more than one are drawn over each other."""
    if SHAPES[mark.family] in SHAPES_AROUND:
        return 0
    under = [other for other in earlier if other.span.overlaps(mark.span) and SHAPES[other.family] not in SHAPES_AROUND]
    return min(len(under), 1)


def _caret_place(line: Line, offset: int) -> float | None:
    """Where on this line a caret points: after the last word before it, or before the first word of the clause."""
    if offset == 0:
        return line.left_of(0)
    return line.right_of(offset - 1)
