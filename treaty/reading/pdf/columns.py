"""The characters of a PDF page put together to runs, and the runs of its columns in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from treaty.reading.pdf.page import Glyph

_SAME_BASE = 0.22
"""Baselines that differ by less than this part of the type size are one."""
_SPLIT = 0.9
"""A gap of this many type sizes can be the gap between two columns."""
_SMALL = 0.8
"""Characters below this part of the size of a line can be raised or lowered in it."""
_LEAST_LINES = 3
_LEAST_WIDTH = 0.22
"""A column has at least 3 lines and 22 % of the width of what it stands in; a narrower one holds numbers, or cells."""
_FULL = 0.55
"""Half of a column's lines fill this part of it, unless it is a table's."""


@dataclass(slots=True)
class Run:
    """Characters of one baseline with no wide gap between them; or a row of a table with the characters of each cell."""

    glyphs: list[Glyph]
    raised: list[Glyph]
    base: float
    size: float
    cells: tuple[tuple[Glyph, ...], ...] = ()

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return max(glyph.right for glyph in self.glyphs[-3:])


def runs_of(glyphs: Sequence[Glyph]) -> list[Run]:
    """The runs of a page, with raised and lowered characters in the runs that they belong to."""
    return _hosted(list(_parted(glyphs)))


def _parted(glyphs: Sequence[Glyph]) -> Iterator[Run]:
    for row in _rows(glyphs):
        glyph_row = _once(sorted(row, key=lambda glyph: glyph.left))
        run = [glyph_row[0]]
        for glyph in glyph_row[1:]:
            if glyph.left - run[-1].right > _SPLIT * max(glyph.size, run[-1].size):
                yield _run(run)
                run = []
            run.append(glyph)
        yield _run(run)


def _run(glyphs: list[Glyph]) -> Run:
    return Run(glyphs, [], median(glyph.base for glyph in glyphs), median(glyph.size for glyph in glyphs))


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Characters on the same height, from the top down."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.base):
        if row and row[0].base - glyph.base > _SAME_BASE * min(glyph.size, row[0].size):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _once(row: list[Glyph]) -> list[Glyph]:
    """A row without the second print of characters that are made bold by printing them twice.

    The letters of a ligature have one place, too, but are drawn by one text object in one go.
    """
    kept: list[Glyph] = []
    for glyph in row:
        if not any(one.character == glyph.character and _is_print_of(glyph, one) for one in kept[-6:]):
            kept.append(glyph)
    return kept


def _is_print_of(glyph: Glyph, other: Glyph) -> bool:
    """Whether a character stands where another of its kind does, drawn by another text object."""
    is_same = abs(glyph.size - other.size) < 0.02 * other.size
    is_there = glyph.left - other.left < 0.12 * other.size and abs(glyph.base - other.base) < 0.1 * other.size
    return is_same and is_there and glyph.owner != other.owner


def _hosted(runs: list[Run]) -> list[Run]:
    """The runs with small raised and lowered ones moved into the line that they belong to."""
    hosts: list[Run] = []
    # The largest first: then what hosts others is never moved itself.
    for run in sorted(runs, key=lambda run: -run.size):
        host = next((other for other in hosts if _hosts(other, run)), None)
        if host:
            host.raised.extend(run.glyphs)
        else:
            hosts.append(run)
    return hosts


def _hosts(host: Run, run: Run) -> bool:
    above = run.base - host.base
    return (
        run.size < _SMALL * host.size
        and -0.35 * host.size < above < 0.75 * host.size
        and host.left - 1.5 * host.size < run.left < host.right + 0.6 * host.size
    )


def in_order(runs: list[Run], column: str, gutter: float | None) -> Iterator[tuple[str, list[Run]]]:
    """The rows of each column with the column's name. A run that lies across the gap parts the columns above and below it."""
    if gutter is None:
        yield from ((column, row) for row in _run_rows(runs))
        return
    for band, is_across in _bands(runs, gutter):
        sides = [[run for run in band if (run.left >= gutter - 1) is right] for right in (False, True)]
        if is_across or not sides[1]:
            yield from ((column, row) for row in _run_rows(band))
            continue
        for name, side in zip("lr", sides, strict=True):
            yield from in_order(side, column + name, gutter_of(side, None)) if side else ()


def _bands(runs: list[Run], gutter: float) -> Iterator[tuple[list[Run], bool]]:
    """The runs from the top down in bands: those across the gap, those beside it."""
    rows = _run_rows(runs)
    band: list[Run] = []
    was_across = False
    for row in rows:
        is_across = any(run.left < gutter - 1 and run.right > gutter + 1 for run in row)
        if band and is_across is not was_across:
            yield band, was_across
            band = []
        band, was_across = [*band, *row], is_across
    if band:
        yield band, was_across


def _run_rows(runs: list[Run]) -> list[list[Run]]:
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: -run.base):
        alone = bool(run.cells or (rows and rows[-1][0].cells))
        if rows and not alone and rows[-1][0].base - run.base <= 0.5 * min(run.size, rows[-1][0].size):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda run: run.left) for row in rows]


def gutter_of(runs: list[Run], known: float | None) -> float | None:
    """Where the right one of two columns begins: the left edge with the most lines on both sides of it."""
    if known is not None and _beside(runs, known, 1, False):
        return known
    edges = Counter(round(run.left) for run in runs)
    scores = {edge: _beside(runs, edge - 1, _LEAST_LINES, True) for edge, count in edges.items() if count > 1}
    best = max(scores, key=lambda edge: (scores[edge], -edge), default=0)
    return best - 1 if scores.get(best) else None


def _beside(runs: list[Run], gutter: float, least: int, wide: bool) -> int:
    """How many lines stand on both sides of a gap; 0 where the sides are no columns."""
    total = 0
    left, right = [], []
    for band, is_across in _bands(runs, gutter):
        if is_across:
            continue
        sides = [[run for run in band if (run.left >= gutter - 1) is side] for side in (False, True)]
        if min(map(len, sides)):
            total += min(map(len, sides))
            left += sides[0]
            right += sides[1]
    if total < least or (wide and not _are_columns(left, right, runs)):
        return 0
    return total


def _are_columns(left: list[Run], right: list[Run], runs: list[Run]) -> bool:
    width = max(run.right for run in runs) - min(run.left for run in runs)
    for side in (left, right):
        extent = max(run.right for run in side) - min(run.left for run in side)
        widths = sorted(run.right - run.left for run in side)
        if extent < _LEAST_WIDTH * width or widths[len(widths) // 2] < _FULL * extent:
            return False
    return True
