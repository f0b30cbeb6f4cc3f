"""The points between units left and units right, and the best ways through them, by dynamic programming within a band."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt

from treaty.alignment.band import Band
from treaty.alignment.evidence import Evidence
from treaty.alignment.groups import Costs, Group, Shape, completed
from treaty.alignment.unit_pairs import Values
from treaty.alignment.units import Floats

SWAPPED: Shape = (-2, -2)
"""The step over two neighbours on each side that stand in each other's place."""
_DOWN: Shape = (1, 0)
_RIGHT: Shape = (0, 1)
_START: Shape = (0, 0)


class Lattice:
    """Every point in the band with the best score of a way to it, and the last step of that way.

    `steps` has for each shape of a group the score of that step from each cell; `unlinked` is the score of a step over one unit
    without a counterpart. A way begins at the first point or, if `anywhere`, at whatever point is best: then it gathers the
    best run that ends at each point (Smith and Waterman 1981). The recursion is Gale and Church's (1993).
    """

    def __init__(
        self, band: Band, columns: int, steps: Mapping[Shape, Values], unlinked: float, *, anywhere: bool = False
    ) -> None:
        self._band, self._values, self._unlinked = band, list(steps.values()), unlinked
        self._sizes = [(abs(a), abs(b)) for a, b in steps]
        self._kinds = [*steps, _DOWN, _RIGHT, _START]
        rows = len(band.low)
        self.size = rows, columns
        self._low = [0, *(int(low) for low in band.low)]
        self._high = [*(int(high) for high in band.high), columns]
        self._anywhere = anywhere
        self._best: list[Floats] = []
        self._last: list[npt.NDArray[np.intp]] = []
        for row in range(rows + 1):
            self._reach(row)

    def _reach(self, row: int) -> None:
        """Finds the best last step to every point of a row; all rows above are done."""
        low, high = self._low[row], self._high[row]
        options = np.full((len(self._kinds), high - low + 1), -np.inf)
        for number, ((a, b), values) in enumerate(zip(self._sizes, self._values, strict=True)):
            if row >= a:
                self._step(options[number], values, row, a, b)
        if row:
            first, last = max(low, self._low[row - 1]), min(high, self._high[row - 1])
            above = self._best[row - 1][first - self._low[row - 1] : last + 1 - self._low[row - 1]]
            options[-3, first - low : last + 1 - low] = above + self._unlinked
        if self._anywhere or not row:
            options[-1, 0 if not self._anywhere else slice(None)] = 0.0
        self._close(options)

    def _step(self, option: Floats, values: Values, row: int, a: int, b: int) -> None:
        """Fills in the scores of the ways whose last step is a group of a and b units."""
        low, start = self._low[row], row - a
        first = max(low, int(self._band.low[start]) + b)
        last = min(self._high[row], int(self._band.high[start]) - 1 + b)
        if first <= last:
            cell = int(self._band.offsets[start]) + first - b - int(self._band.low[start])
            origin = first - b - self._low[start]
            count = last - first + 1
            np.add(self._best[start][origin : origin + count], values[cell : cell + count], out=option[first - low :][:count])

    def _close(self, options: Floats) -> None:
        """Ends a row with the steps along it over units right without a counterpart."""
        last = options.argmax(axis=0)
        reached = np.take_along_axis(options, last[None, :], axis=0)[0]
        slope = self._unlinked * np.arange(len(reached))
        along = np.maximum.accumulate(reached - slope) + slope
        last[along > reached + 1e-9] = len(self._kinds) - 2
        self._best.append(np.maximum(along, reached))
        self._last.append(last)

    def way_to(self, row: int, column: int) -> Iterator[Group]:
        """The groups on the best way to a point, the last first; their scores are those of their steps."""
        while (row, column) != (0, 0):
            number = int(self._last[row][column - self._low[row]])
            kind = self._kinds[number]
            if kind == _START:
                return
            if kind in (_DOWN, _RIGHT):
                row, column = row - kind[0], column - kind[1]
                yield Group(range(row, row + kind[0]), range(column, column + kind[1]), 0.0)
                continue
            a, b = self._sizes[number]
            row, column = row - a, column - b
            score = float(self._values[number][self._cell(row, column)])
            if kind == SWAPPED:
                yield Group(range(row + 1, row + 2), range(column, column + 1), score / 2)
                yield Group(range(row, row + 1), range(column + 1, column + 2), score / 2)
            else:
                yield Group(range(row, row + a), range(column, column + b), score)

    def _cell(self, row: int, column: int) -> int:
        return int(self._band.offsets[row]) + column - int(self._band.low[row])

    def ends(self, least: float) -> list[tuple[int, int]]:
        """The points at which a group ends a way that gathers more than `least`, the best first."""
        found: list[tuple[float, int, int]] = []
        for row, (best, last) in enumerate(zip(self._best, self._last, strict=True)):
            for place in np.flatnonzero((best > least) & (last < len(self._values))):
                found.append((-float(best[place]), row, self._low[row] + int(place)))
        return [(row, column) for _, row, column in sorted(found)]


def in_order(evidence: Evidence, costs: Costs) -> list[Group]:
    """The best groups in reading order, all one-sided groups single."""
    rows, columns = len(evidence.left), len(evidence.right)
    if not (rows and columns):
        return completed([], rows, columns)
    scores = evidence.scores(list(costs.shapes))
    steps: dict[Shape, Values] = {shape: values + np.float32(costs.shapes[shape]) for shape, values in scores.items()}
    steps[SWAPPED] = _crossed(evidence, scores[1, 1]) + np.float32(costs.swapped)
    return list(Lattice(evidence.band, columns, steps, costs.unlinked).way_to(rows, columns))[::-1]


def _crossed(evidence: Evidence, single: Values) -> Values:
    """For each cell the score of its row with the next column and of the next row with its column."""
    band = evidence.band
    padded = np.append(single, np.float32(-np.inf))
    return np.asarray(padded[band.beside(0, 1)] + padded[band.beside(1, 0)])
