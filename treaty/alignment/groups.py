"""Groups of units that belong together, and what the search for them pays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Shape = tuple[int, int]
"""How many units left and right a group has."""


@dataclass(frozen=True, slots=True)
class Group:
    """A run of units left and a run of units right that belong together; one may be empty. `score` in log-odds."""

    left: range
    right: range
    score: float

    @property
    def one_sided(self) -> bool:
        return not (self.left and self.right)


@dataclass(frozen=True, slots=True)
class Costs:
    """What the search pays, in log-odds: `shapes` for a link of each size against 1:1, `unlinked` for a unit without a
    counterpart, `swapped` for two neighbours that changed places. `least_moved` is what a moved run must have in its favour,
    `enclosed` what it is worth to be left over between the same neighbours on both sides, `last_ones` how much more where only
    one unit is left on each."""

    shapes: dict[Shape, float]
    unlinked: float
    least_moved: float
    swapped: float = -4.0
    enclosed: float = 0.0
    last_ones: float = 0.0


def free(count: int, taken: Iterable[range]) -> list[int]:
    """The units of so many that no run takes."""
    used = {unit for run in taken for unit in run}
    return [unit for unit in range(count) if unit not in used]


def completed(groups: Sequence[Group], rows: int, columns: int) -> list[Group]:
    """The groups in order of their left units, with every unit that no group holds as a one-sided group at its place."""
    lonely_left = [Group(range(row, row + 1), range(0), 0.0) for row in free(rows, (group.left for group in groups))]
    free_right = free(columns, (group.right for group in groups))
    lonely_right = [Group(range(0), range(column, column + 1), 0.0) for column in free_right]
    by_left = sorted([*groups, *lonely_left], key=lambda group: group.left.start)
    return by_left + lonely_right
