"""Where on a sheet of paper the columns of a report stand, in points; y runs down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from treaty.review.paper import Paper

NUMBER_WIDTH = 46.0
GUTTER = 16.0
ROOM_FOR_BAR = 7.0
"""The first column stands so far to the right of the margin, where the bars of grave rows are."""
_NUMBER_MARGIN = 12.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A sheet of paper and where on it the margins end."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float


def frame_of(paper: Paper) -> Frame:
    """The margins of a sheet of this paper, in points."""
    width, height = (millimetres * 72 / 25.4 for millimetres in paper.millimetres)
    return Frame(width, height, 40.0, width - 34.0, 28.0, height - 26.0)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns between two margins: `cells` says of each, from left to right, which text it holds (None: the numbers), and
    `starts` where it begins. Texts are equally wide."""

    left: float
    right: float
    cells: tuple[int | None, ...]
    starts: tuple[float, ...]
    width: float

    @property
    def number(self) -> float | None:
        """Where the numbers begin, if there are any."""
        return self.starts[self.cells.index(None)] if None in self.cells else None

    @property
    def number_width(self) -> float:
        return NUMBER_WIDTH - _NUMBER_MARGIN

    @property
    def texts(self) -> tuple[float, ...]:
        """Where each text begins, by its index."""
        return tuple(self.starts[self.cells.index(text)] for text in sorted(cell for cell in self.cells if cell is not None))

    @property
    def dividers(self) -> tuple[float, ...]:
        """The rules between texts that stand side by side."""
        places = pairwise(zip(self.cells, self.starts, strict=True))
        return tuple(x - GUTTER / 2 for (before, _), (cell, x) in places if before is not None and cell is not None)


def sheet_columns(frame: Frame, cells: Sequence[int | None]) -> Columns:
    """The columns of a sheet, texts as wide as the margins let them be."""
    texts = sum(cell is not None for cell in cells)
    gutters = sum(cell is not None for cell in cells[:-1])
    room = frame.right - frame.left - NUMBER_WIDTH * (None in cells) - GUTTER * gutters
    width = (room - ROOM_FOR_BAR * (cells[0] is not None)) / texts
    starts, reached = [], frame.left
    for place, cell in enumerate(cells):
        starts.append(reached if place else reached + ROOM_FOR_BAR)
        reached += NUMBER_WIDTH if cell is None else width + GUTTER + ROOM_FOR_BAR * (place == 0)
    return Columns(frame.left, frame.right, tuple(cells), tuple(starts), width)
