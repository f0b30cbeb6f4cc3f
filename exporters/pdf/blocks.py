"""A report as blocks of lines, measured and ready to be put on pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from exporters.pdf.type import Line
from exporters.styles import SideBar
from treaty.review.changes import ChangedWords
from treaty.review.rows import Mark


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with its left edge and, if it is a clause's, the marks and changes on it. A boxed line stands for a missing
    clause; one with a target leads to the block of that anchor."""

    x: float
    line: Line
    marks: tuple[Mark, ...] = ()
    changes: tuple[ChangedWords, ...] = ()
    boxed: bool = False
    ruled_above: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """Lines of all columns that share one base line, `above` points below the band before."""

    leading: float
    lines: tuple[PlacedLine, ...]
    divided: bool = False
    above: float = 0.0

    @property
    def height(self) -> float:
        return self.above + self.leading


@dataclass(frozen=True, slots=True)
class Block:
    """What stands between two rules of the table: a row with its notes, or a line of the last part.

    A heading's `again` is what stands in its place at the head of the next sheet, and `is_repeated`. Links lead to the
    `anchor`, and so does the outline where there is a `bookmark`, at its `rank`. Where the block is cut, `goes_on` stands under
    what is above the cut and `goes_on_here` over what is below.
    """

    bands: tuple[Band, ...]
    bar: SideBar | None = None
    is_heading: bool = False
    bookmark: str = ""
    anchor: str = ""
    rank: int = 0
    again: Block | None = None
    is_repeated: bool = False
    goes_on: tuple[Band, ...] = ()
    goes_on_here: tuple[Band, ...] = ()
    ruled: bool = True
    padding: float = 3.2

    @property
    def height(self) -> float:
        return sum(band.height for band in self.bands) + 2 * self.padding

    def part(self, start: int, end: int) -> Block:
        """The block from one band to another, with the words that say that it is cut."""
        before = self.goes_on_here if start else ()
        after = self.goes_on if end < len(self.bands) else ()
        kept = self if start == 0 else replace(self, anchor="", bookmark="")
        return replace(kept, bands=(*before, *self.bands[start:end], *after))
