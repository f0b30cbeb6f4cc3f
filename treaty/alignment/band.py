"""Which pairs of units are compared: all of two short texts, those near a path through sure counterparts of two long ones."""

from __future__ import annotations

from functools import cached_property

import numpy as np
import numpy.typing as npt

from treaty.alignment.units import Floats, Places, Side

_ALL_PAIRS = 160_000
"""So many pairs are compared without looking for a path first."""
_BLOCK = 32
_SLACK = 1
"""The path is found on a map of blocks of 32 units; the band holds the blocks of the path and the next one on each side."""
_CANDIDATES = 4
_DIRECTIONS = 64
_DISTANCE = np.float32(0.5)
"""What the square of the distance of two places, as a share of the texts, takes from a cosine: it tells repetitions apart.
With 0.2 the path left the order of 10,000 clauses that say the same things 15 times under other names."""
_SAMPLE = 2048
_ROWS_AT_ONCE = 512


class Band:
    """For each row (a unit left) the columns (units right) from `low` up to, not including, `high`; neither ever falls.

    Values of the band's cells are kept in flat arrays, row by row.
    """

    def __init__(self, low: Places, high: Places) -> None:
        self.low, self.high = low, high
        self.offsets: Places = np.concatenate([[0], np.cumsum(high - low)])

    def __len__(self) -> int:
        return int(self.offsets[-1])

    @cached_property
    def rows(self) -> Places:
        """The row of each cell."""
        return np.repeat(np.arange(len(self.low)), self.high - self.low)

    @cached_property
    def columns(self) -> Places:
        """The column of each cell."""
        return np.arange(len(self)) - self.offsets[self.rows] + self.low[self.rows]

    def beside(self, down: int, right: int) -> Places:
        """For each cell the number of the one so far down and right of it; where that is not in the band, the count of all."""
        if not down:
            outside = self.columns + right >= self.high[self.rows]
            return np.where(outside, len(self), np.arange(right, len(self) + right))
        count = len(self.low)
        target = np.minimum(np.arange(count) + down, count - 1)
        last = np.where(np.arange(count) + down < count, self.high[target], -1)
        columns = self.columns + right
        outside = (columns < self.low[target][self.rows]) | (columns >= last[self.rows])
        return np.where(outside, len(self), columns + (self.offsets[target] - self.low[target])[self.rows])

    def middles(self, columns: int) -> Floats:
        """For each row where its counterpart should stand among so many columns: on the diagonal, or the edge next to it."""
        diagonal = np.linspace(0, max(0, columns - 1), len(self.low))
        return np.clip(diagonal, self.low, self.high)


def band_of(left: Side, right: Side) -> Band:
    """The band for two texts: everything if they are short, else what lies near the path."""
    rows, columns = len(left), len(right)
    if rows * columns <= _ALL_PAIRS:
        return Band(np.zeros(rows, dtype=np.int64), np.full(rows, columns))
    first, last = _path(_votes(left, right))
    block = np.arange(rows) // _BLOCK
    low = np.maximum(0, first - _SLACK)[block] * _BLOCK
    high = np.minimum(columns, (last + 1 + _SLACK)[block] * _BLOCK)
    low[0], high[-1] = 0, columns
    return Band(low, high)


def _votes(left: Side, right: Side) -> Floats:
    """For each block of 32 by 32 how many of its pairs are among the nearest of each other."""
    mine, theirs = _projected(left.vectors, right.vectors)
    forward = _nearest(_placed(mine, other=False), _placed(theirs, other=True))
    backward = _nearest(_placed(theirs, other=False), _placed(mine, other=True))
    pairs = np.arange(len(mine))[:, None] * len(theirs) + forward
    mutual = np.intersect1d(pairs, backward * len(theirs) + np.arange(len(theirs))[:, None])
    shape = -(-len(mine) // _BLOCK), -(-len(theirs) // _BLOCK)
    votes = np.zeros(shape)
    np.add.at(votes, (mutual // len(theirs) // _BLOCK, mutual % len(theirs) // _BLOCK), 1.0)
    return votes


def _projected(left: npt.NDArray[np.float32], right: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.float32], ...]:
    """Vectors of length 1 in the 64 directions in which a sample of the units differ most."""
    sides = [side / np.maximum(1e-9, np.linalg.norm(side, axis=1, keepdims=True)) for side in (left, right)]
    sample = np.concatenate([side[:: -(-len(side) // _SAMPLE)] for side in sides])
    _, directions = np.linalg.eigh(np.cov(sample.T))
    projected = [(side - sample.mean(axis=0)) @ directions[:, -_DIRECTIONS:].astype(np.float32) for side in sides]
    return tuple(side / np.maximum(1e-9, np.linalg.norm(side, axis=1, keepdims=True)) for side in projected)


def _placed(vectors: npt.NDArray[np.float32], other: bool) -> npt.NDArray[np.float32]:
    """The vectors with two numbers more, by which the product of two units' is less the further apart they stand."""
    place = np.linspace(0, 1, len(vectors), dtype=np.float32)
    added = (2 * _DISTANCE * place, np.full_like(place, -_DISTANCE)) if not other else (place, place**2)
    return np.column_stack([vectors, *added])


def _nearest(mine: npt.NDArray[np.float32], theirs: npt.NDArray[np.float32]) -> Places:
    """For each of mine the places of its nearest on the other side, the nearest first."""
    found = np.empty((len(mine), min(_CANDIDATES, len(theirs))), dtype=np.int64)
    for start in range(0, len(mine), _ROWS_AT_ONCE):
        cosines = mine[start : start + _ROWS_AT_ONCE] @ theirs.T
        rows = np.arange(len(cosines))
        for rank in range(found.shape[1]):
            nearest = cosines.argmax(axis=1)
            found[start + rows, rank] = nearest
            cosines[rows, nearest] = -np.inf
    return found


def _path(votes: Floats) -> tuple[Places, Places]:
    """The way through the blocks from the first to the last, never back, that gathers most votes: for each row of blocks the
    first and the last column that it passes."""
    rows, columns = votes.shape
    best = np.full((rows + 1, columns + 1), -np.inf)
    best[0, 0] = 0.0
    for row in range(rows):
        entered = np.maximum(best[row, 1:], best[row, :-1])
        gathered = np.cumsum(votes[row])
        best[row + 1, 1:] = gathered + np.maximum.accumulate(entered - gathered + votes[row])
    first, last = np.zeros(rows, dtype=np.int64), np.zeros(rows, dtype=np.int64)
    column = columns
    for row in range(rows, 0, -1):
        last[row - 1] = column - 1
        while column > 1 and best[row, column - 1] + votes[row - 1, column - 1] >= best[row, column]:
            column -= 1
        first[row - 1] = column - 1
        column -= int(best[row - 1, column - 1] >= best[row - 1, column])
    first[0] = 0
    return first, last
