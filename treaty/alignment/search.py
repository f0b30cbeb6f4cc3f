"""The best sequence of links in reading order, and what has moved out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from treaty.alignment.evidence import Evidence, Matrix

Shape = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Costs:
    """What the search pays, in log-odds: `shapes` for a link of each size against 1:1, `unlinked` for a unit without a
    counterpart, `swapped` for two neighbours that changed places; `least_moved` is what a moved run must have in its favour."""

    shapes: dict[Shape, float]
    unlinked: float
    least_moved: float
    swapped: float = -4.0


_RUNS = {2: -2.5, 3: -3.5, 4: -4.5, 5: -6.0, 6: -7.0, 7: -8.0, 8: -8.5}
CLAUSE_COSTS = Costs(
    {(1, 1): 0.0, (2, 2): -5.0}
    | {(1, size): cost for size, cost in _RUNS.items()}
    | {(size, 1): cost for size, cost in _RUNS.items()},
    unlinked=-2.0,
    least_moved=1.5,
)
"""One clause may face up to eight: a list that one language writes as items the other may run into one paragraph."""
_SWAPPED: Shape = (-2, -2)
"""The step over two neighbours on each side that stand in each other's place."""
_BAND = 40
"""How far from the line through the anchors the search looks."""
_LEAST_BY_PLACE = -9.0
"""Score from which two units are linked by their place and number; below it they speak of different things."""
_SURE = 4.0
"""Score from which a pair that is each other's nearest serves as an anchor."""


@dataclass(frozen=True, slots=True)
class Fence:
    """A boundary that links in order do not cross: what is before `row` on the left stays before `column` on the right."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Group:
    """A run of units left and a run of units right that belong together; one may be empty. `score` in log-odds."""

    left: range
    right: range
    score: float

    @property
    def one_sided(self) -> bool:
        return not (self.left and self.right)


def best_groups(evidence: Evidence, fences: Sequence[Fence] = (), costs: Costs = CLAUSE_COSTS) -> list[Group]:
    """All units of both sides in groups: those in order by dynamic programming, then those that stand elsewhere.

    The recursion is Gale and Church's (1993); moved runs are found among what it leaves over, run against run.
    """
    groups = _in_order(evidence, fences, costs)
    linked = [group for group in groups if not group.one_sided]
    linked += _moved(evidence, costs, linked)
    linked += _between_neighbours(evidence, linked)
    return _completed(linked, len(evidence.left), len(evidence.right))


def _in_order(evidence: Evidence, fences: Sequence[Fence], costs: Costs) -> list[Group]:
    """The best groups in reading order, all one-sided groups single."""
    rows, columns = len(evidence.left), len(evidence.right)
    lattice = _Lattice(evidence, costs, fences)
    for i, band in enumerate(_bands(evidence, rows, columns)):
        for j in lattice.open_columns(i, band):
            lattice.reach(i, j)
    return list(reversed(list(lattice.groups_back_from(rows, columns))))


class _Lattice:
    """The points between units left and units right; each that was reached knows the best score and the last step to it."""

    def __init__(self, evidence: Evidence, costs: Costs, fences: Sequence[Fence]) -> None:
        rows, columns = len(evidence.left), len(evidence.right)
        self._evidence, self._costs = evidence, costs
        self._best = np.full((rows + 1, columns + 1), -np.inf)
        self._step: dict[tuple[int, int], Shape] = {}
        points = range(rows + 1)
        self._least = [max([0, *(fence.column for fence in fences if fence.row < row)]) for row in points]
        self._most = [min([columns, *(fence.column for fence in fences if fence.row > row)]) for row in points]

    def open_columns(self, i: int, band: range) -> range:
        """The columns of a row that no fence shuts off."""
        return range(max(band.start, self._least[i]), min(band.stop, self._most[i] + 1))

    def reach(self, i: int, j: int) -> None:
        """Finds the best last step to a point; all points it can come from were reached before."""
        options = [*self._single_steps(i, j), *self._group_steps(i, j)]
        if options:
            self._best[i, j], self._step[i, j] = max(options)
        elif i == j == 0:
            self._best[0, 0] = 0.0

    def _single_steps(self, i: int, j: int) -> Iterator[tuple[float, Shape]]:
        """Steps over one unit that has no counterpart."""
        if i and self._best[i - 1, j] > -np.inf:
            yield self._best[i - 1, j] + self._costs.unlinked, (1, 0)
        if j and self._best[i, j - 1] > -np.inf:
            yield self._best[i, j - 1] + self._costs.unlinked, (0, 1)

    def _group_steps(self, i: int, j: int) -> Iterator[tuple[float, Shape]]:
        """Steps over a group; none stretches over a fence."""
        for (a, b), cost in self._costs.shapes.items():
            if self._passable(i, a, j, b):
                score = self._evidence.scores((a, b))[i - a, j - b]
                yield self._best[i - a, j - b] + cost + score, (a, b)
        if self._passable(i, 2, j, 2):
            crossed = self._evidence.single[i - 2, j - 1] + self._evidence.single[i - 1, j - 2]
            yield self._best[i - 2, j - 2] + self._costs.swapped + crossed, _SWAPPED

    def _passable(self, i: int, a: int, j: int, b: int) -> bool:
        """Whether a group of a and b units can end here: its beginning was reached, and no fence stands across it."""
        if a > i or b > j or self._best[i - a, j - b] == -np.inf:
            return False
        return self._most[i - a] >= j and self._least[i] <= j - b

    def groups_back_from(self, i: int, j: int) -> Iterator[Group]:
        """The groups on the best way to a point, the last first."""
        while i or j:
            a, b = self._step[i, j]
            if (a, b) == _SWAPPED:
                i, j = i - 2, j - 2
                yield Group(range(i + 1, i + 2), range(j, j + 1), float(self._evidence.single[i + 1, j]))
                yield Group(range(i, i + 1), range(j + 1, j + 2), float(self._evidence.single[i, j + 1]))
                continue
            i, j = i - a, j - b
            score = float(self._evidence.scores((a, b))[i, j]) + self._costs.shapes[a, b] if a and b else 0.0
            yield Group(range(i, i + a), range(j, j + b), score)


def _bands(evidence: Evidence, rows: int, columns: int) -> list[range]:
    """For each row boundary the column boundaries to look at: around the line through anchors that run in order."""
    if rows * columns <= 250_000:
        return [range(columns + 1)] * (rows + 1)
    anchors = _anchors_in_order(evidence.single)
    at = np.array([-1, *(row for row, _ in anchors), rows])
    to = np.array([-1, *(column for _, column in anchors), columns])
    middle = np.interp(np.arange(rows + 1), at, to)
    slack = _BAND + np.abs(np.gradient(middle)) * 2
    low = np.minimum.accumulate(np.maximum(0, middle - slack)[::-1])[::-1].astype(int)
    high = np.maximum.accumulate(np.minimum(columns, middle + slack)).astype(int)
    high[-1] = columns
    return [range(0 if row == 0 else int(low[row]), int(high[row]) + 1) for row in range(rows + 1)]


def _anchors_in_order(single: Matrix) -> list[tuple[int, int]]:
    """Pairs that are each other's best and surely right, thinned to the longest chain that runs in order."""
    nearest_right, nearest_left = single.argmax(axis=1), single.argmax(axis=0)
    pairs = [
        (row, int(column))
        for row, column in enumerate(nearest_right)
        if nearest_left[column] == row and single[row, column] >= _SURE
    ]
    return longest_chain(pairs)


def longest_chain(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence, rows ascending already, in which no column is smaller than the one before (patience sorting)."""
    tails: list[int] = []
    before: list[int | None] = []
    for index, (_, column) in enumerate(pairs):
        place = int(np.searchsorted([pairs[tail][1] for tail in tails], column, side="right"))
        before.append(tails[place - 1] if place else None)
        tails[place : place + 1] = [index]
    chain: list[tuple[int, int]] = []
    current = tails[-1] if tails else None
    while current is not None:
        chain.append(pairs[current])
        current = before[current]
    return chain[::-1]


def _moved(evidence: Evidence, costs: Costs, linked: Sequence[Group]) -> list[Group]:
    """Links among the units that the search in order left over: run against run, the strongest run first."""
    rows = _free(len(evidence.left), [group.left for group in linked])
    columns = _free(len(evidence.right), [group.right for group in linked])
    found: list[Group] = []
    while rows and columns and (run := _strongest_run(evidence, costs, rows, columns)):
        found.extend(run)
        rows = [row for row in rows if not any(row in group.left for group in run)]
        columns = [column for column in columns if not any(column in group.right for group in run)]
    return found


def _between_neighbours(evidence: Evidence, linked: Sequence[Group]) -> list[Group]:
    """Links of two units left over that have one number and stand alone between the same neighbours on both sides.

    Short items say too little to be told by their meaning; their place and their number tell them.
    """
    rows = set(_free(len(evidence.left), [group.left for group in linked]))
    columns = set(_free(len(evidence.right), [group.right for group in linked]))
    found = []
    for group in linked:
        row, column = group.left.stop, group.right.stop
        alone = row in rows and column in columns and not {row + 1} & rows and not {column + 1} & columns
        if alone and _same_number(evidence, row, column) and evidence.single[row, column] > _LEAST_BY_PLACE:
            found.append(Group(range(row, row + 1), range(column, column + 1), float(evidence.single[row, column])))
    return found


def _same_number(evidence: Evidence, row: int, column: int) -> bool:
    left, right = evidence.left.units[row].number, evidence.right.units[column].number
    return left is not None and left == right


def _free(count: int, taken: Sequence[range]) -> list[int]:
    used = {unit for run in taken for unit in run}
    return [unit for unit in range(count) if unit not in used]


def _strongest_run(evidence: Evidence, costs: Costs, rows: Sequence[int], columns: Sequence[int]) -> list[Group]:
    """The run of free units left and right that match best (Smith and Waterman 1981); empty if none is sure."""
    gain = evidence.single[np.ix_(rows, columns)] - 1.0
    total = np.zeros((len(rows) + 1, len(columns) + 1))
    step: dict[tuple[int, int], Shape] = {}
    for i in range(1, len(rows) + 1):
        for j in range(1, len(columns) + 1):
            options = _local_options(evidence, costs, gain, total, rows, columns, i, j)
            total[i, j], step[i, j] = max(options)
    end = np.unravel_index(int(total.argmax()), total.shape)
    if total[end] <= costs.least_moved:
        return []
    return _walked_back(evidence, costs, total, step, rows, columns, (int(end[0]), int(end[1])))


def _local_options(
    evidence: Evidence,
    costs: Costs,
    gain: Matrix,
    total: Matrix,
    rows: Sequence[int],
    columns: Sequence[int],
    i: int,
    j: int,
) -> list[tuple[float, Shape]]:
    options: list[tuple[float, Shape]] = [
        (0.0, (0, 0)),
        (total[i - 1, j] + costs.unlinked, (1, 0)),
        (total[i, j - 1] + costs.unlinked, (0, 1)),
        (total[i - 1, j - 1] + gain[i - 1, j - 1], (1, 1)),
    ]
    for a, b in ((1, 2), (2, 1)):
        if i >= a and j >= b and _neighbours(rows[i - a : i]) and _neighbours(columns[j - b : j]):
            score = evidence.scores((a, b))[rows[i - a], columns[j - b]] + costs.shapes[a, b] - 1.0
            options.append((total[i - a, j - b] + score, (a, b)))
    return options


def _neighbours(units: Sequence[int]) -> bool:
    return units[-1] - units[0] == len(units) - 1


def _walked_back(
    evidence: Evidence,
    costs: Costs,
    total: Matrix,
    step: dict[tuple[int, int], Shape],
    rows: Sequence[int],
    columns: Sequence[int],
    end: tuple[int, int],
) -> list[Group]:
    found: list[Group] = []
    i, j = end
    while total[i, j] > 0:
        a, b = step[i, j]
        i, j = i - a, j - b
        if a and b:
            left, right = range(rows[i], rows[i] + a), range(columns[j], columns[j] + b)
            score = float(evidence.scores((a, b))[rows[i], columns[j]]) + costs.shapes[a, b]
            found.append(Group(left, right, score))
    return [group for group in found if group.score > 0]


def _completed(groups: Sequence[Group], rows: int, columns: int) -> list[Group]:
    """The groups in order of their left units, with every unit that no group holds as a one-sided group at its place."""
    lonely_left = [Group(range(row, row + 1), range(0), 0.0) for row in _free(rows, [group.left for group in groups])]
    free_right = _free(columns, [group.right for group in groups])
    lonely_right = [Group(range(0), range(column, column + 1), 0.0) for column in free_right]
    by_left = sorted([*groups, *lonely_left], key=lambda group: group.left.start)
    return by_left + lonely_right
