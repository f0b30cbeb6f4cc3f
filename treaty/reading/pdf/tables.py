"""The tables of a PDF page as rows of cells: those between drawn rules, and those of numbers that stand in clear columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from treaty.reading.pdf.columns import Run
from treaty.reading.pdf.page import Glyph
from treaty.reading.pdf.rules import Rule

_NEAR = 3.0
"""Rules that end or lie within 3 points of one another meet."""
_LEAST_ROWS = 2
"""Rows with words in two cells that make a ruled table; a line between the columns of a page has one such row."""
_LEAST_LINES = 3
_LEAST_NUMBERS = 0.6
"""Lines in clear columns are a table if there are three of them and 6 in 10 cells of a column behind the first hold numbers."""
_GUTTER = 1.0
"""The gap between clear columns, in type sizes."""


def without_tables(glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> tuple[list[Glyph], list[Run]]:
    """The characters that stand in no ruled table, and each row of the tables as a run with its cells."""
    rest, rows = list(glyphs), []
    for grid in _grids(rules):
        inside = [glyph for glyph in rest if grid.holds(glyph)]
        found = list(grid.rows(inside))
        if sum(sum(map(bool, row.cells)) > 1 for row in found) >= _LEAST_ROWS:
            rows += found
            taken = set(map(id, inside))
            rest = [glyph for glyph in rest if id(glyph) not in taken]
    return rest, rows


@dataclass(frozen=True, slots=True)
class _Grid:
    """The lines of a ruled table: their places across and upwards, and the rules that are really drawn."""

    across: tuple[float, ...]
    upwards: tuple[float, ...]
    rules: tuple[Rule, ...]

    def holds(self, glyph: Glyph) -> bool:
        x, y = _middle(glyph)
        return self.across[0] < x < self.across[-1] and self.upwards[0] < y < self.upwards[-1]

    def rows(self, glyphs: Iterable[Glyph]) -> Iterator[Run]:
        """The rows from the top down. A merged cell stands where it begins, its other places are empty."""
        homes = self._homes()
        cells: dict[tuple[int, int], list[Glyph]] = {}
        for glyph in glyphs:
            x, y = _middle(glyph)
            box = bisect_right(self.upwards, y) - 1, bisect_right(self.across, x) - 1
            cells.setdefault(homes[box], []).append(glyph)
        for row in reversed(range(len(self.upwards) - 1)):
            own = tuple(tuple(cells.get((row, column), ())) for column in range(len(self.across) - 1))
            if everything := [glyph for cell in own for glyph in cell]:
                ordered = sorted(everything, key=lambda glyph: glyph.left)
                size = median(glyph.size for glyph in everything)
                yield Run(ordered, [], self.upwards[row + 1] - _NEAR, size, own)

    def _homes(self) -> dict[tuple[int, int], tuple[int, int]]:
        """For each box between the lines the box where its cell begins: the highest, leftmost that no rule parts from it."""
        homes: dict[tuple[int, int], tuple[int, int]] = {}
        for row in reversed(range(len(self.upwards) - 1)):
            for column in range(len(self.across) - 1):
                home = (row, column)
                if column and not self._parted(False, self.across[column], self.upwards[row], self.upwards[row + 1]):
                    home = homes[row, column - 1]
                elif (row + 1, column) in homes and not self._parted(
                    True, self.upwards[row + 1], self.across[column], self.across[column + 1]
                ):
                    home = homes[row + 1, column]
                homes[row, column] = home
        return homes

    def _parted(self, horizontal: bool, place: float, start: float, end: float) -> bool:
        """Whether a rule is drawn at a place between two boxes, over the middle of what they have in common."""
        middle = (start + end) / 2
        return any(
            rule.horizontal is horizontal and abs(rule.place - place) <= _NEAR and rule.start <= middle <= rule.end
            for rule in self.rules
        )


def _middle(glyph: Glyph) -> tuple[float, float]:
    return (glyph.left + glyph.right) / 2, glyph.base + 0.3 * glyph.size


def _grids(rules: Sequence[Rule]) -> Iterator[_Grid]:
    """The grids that rules which meet make; a frame around words is none, since it has no columns."""
    for group in _meeting(_whole(rules)):
        level = [rule for rule in group if rule.horizontal]
        upright = [rule for rule in group if not rule.horizontal]
        if level and upright:
            # Tables are often open at their sides: there the rules across end.
            sides = [min(rule.start for rule in level), max(rule.end for rule in level)]
            ends = [min(rule.start for rule in upright), max(rule.end for rule in upright)]
            across = _places([*sides, *(rule.place for rule in upright)])
            upwards = _places([*ends, *(rule.place for rule in level)])
            if len(across) > 2 and len(upwards) > 2:
                yield _Grid(across, upwards, tuple(group))


def _whole(rules: Sequence[Rule]) -> list[Rule]:
    """The rules, those that are drawn cell by cell or twice put together to one."""
    whole: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.horizontal, round(rule.place), rule.start)):
        if whole and _continues(whole[-1], rule):
            whole[-1] = whole[-1]._replace(end=max(whole[-1].end, rule.end))
        else:
            whole.append(rule)
    return whole


def _continues(before: Rule, rule: Rule) -> bool:
    in_line = before.horizontal is rule.horizontal and round(before.place) == round(rule.place)
    return in_line and rule.start <= before.end + _NEAR


def _meeting(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules in groups that hang together."""
    groups: list[list[Rule]] = []
    for rule in rules:
        touching = [group for group in groups if any(_meet(rule, other) for other in group)]
        joined = [rule, *(other for group in touching for other in group)]
        groups = [joined, *(group for group in groups if not any(group is other for other in touching))]
    return groups


def _meet(rule: Rule, other: Rule) -> bool:
    if rule.horizontal is other.horizontal:
        beside = abs(rule.place - other.place) <= _NEAR
        return beside and rule.start <= other.end + _NEAR and other.start <= rule.end + _NEAR
    return other.start - _NEAR <= rule.place <= other.end + _NEAR and rule.start - _NEAR <= other.place <= rule.end + _NEAR


def _places(found: Iterable[float]) -> tuple[float, ...]:
    """Places in order, those that are nearly the same once."""
    places: list[float] = []
    for place in sorted(found):
        if not places or place - places[-1] > _NEAR:
            places.append(place)
    return tuple(places)


def with_columns(rows: Iterable[tuple[str, list[Run]]]) -> Iterator[tuple[str, list[Run]]]:
    """The rows of a page; those that stand one below the other in clear columns of numbers as rows of a table."""
    for (column, parted), group in groupby(rows, key=lambda row: (row[0], len(row[1]) > 1)):
        own = [row for _, row in group]
        edges = _edges(own) if parted and len(own) >= _LEAST_LINES else []
        if len(edges) > 1 and _of_numbers(own, edges):
            own = [[_row(row, edges)] for row in own]
        yield from ((column, row) for row in own)


def _edges(rows: Sequence[list[Run]]) -> list[float]:
    """The left edges of the columns that runs stand in; one where they overlap."""
    edges: list[float] = []
    reached = float("-inf")
    for run in sorted((run for row in rows for run in row), key=lambda run: run.left):
        if run.left > reached + _GUTTER * run.size:
            edges.append(run.left)
        reached = max(reached, run.right)
    return edges


def _of_numbers(rows: Sequence[list[Run]], edges: Sequence[float]) -> bool:
    """Whether a column behind the first, which may number the lines, holds numbers, and each line stands in two columns."""
    columns: list[list[bool]] = [[] for _ in edges]
    for row in rows:
        places = {bisect_right(edges, run.left) - 1 for run in row}
        if len(places) < 2:
            return False
        for run in row:
            columns[bisect_right(edges, run.left) - 1].append(any(glyph.character.isdigit() for glyph in run.glyphs))
    return any(len(cells) >= _LEAST_LINES and sum(cells) >= _LEAST_NUMBERS * len(cells) for cells in columns[1:])


def _row(row: list[Run], edges: Sequence[float]) -> Run:
    glyphs = sorted((glyph for run in row for glyph in (*run.glyphs, *run.raised)), key=lambda glyph: glyph.left)
    places = [[run for run in row if bisect_right(edges, run.left) - 1 == place] for place in range(len(edges))]
    cells = tuple(tuple(glyph for run in runs for glyph in (*run.glyphs, *run.raised)) for runs in places)
    return Run(glyphs, [], median(run.base for run in row), median(run.size for run in row), cells)
