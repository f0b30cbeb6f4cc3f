"""How sure a link is: the share of links with as much in their favour that are right (docs/benchmarks.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from statistics import median

from treaty.alignment.groups import Group

_NEAR = 3
"""So many links before and behind a link tell whether the texts say the same thing there."""
_SCORES, _NEAR_SCORES = (-6.0, 8.0), (-4.0, 6.0)
_LONELY = 0.9
"""Share of the clauses found without a counterpart that have none."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a link's confidence is judged by: its `score`, the median score of the links `near` it, and `adjoining`, the number
    of its sides on which the next links stand side by side in both texts. Scores within bounds beyond which more tells nothing.
    """

    score: float
    near: float
    adjoining: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """From a standing to the log-odds that the link is right; fitted by logistic regression on hand-linked texts and on texts
    paired by mistake."""

    bias: float = -5.6
    score: float = 0.33
    near: float = 0.86
    adjoining: float = 2.3

    def odds(self, standing: Standing) -> float:
        told = self.score * standing.score + self.near * standing.near
        return self.bias + told + self.adjoining * standing.adjoining


def confidences(groups: Sequence[Group], rows: int, columns: int, calibration: Calibration = Calibration()) -> list[float]:
    """The confidence of each group, of two texts of so many clauses."""
    standings = standings_of(groups, rows, columns)
    return [round(1 / (1 + exp(-calibration.odds(standings[group]))), 2) if group in standings else _LONELY for group in groups]


def standings_of(groups: Sequence[Group], rows: int, columns: int) -> dict[Group, Standing]:
    """The standing of each group that has both sides."""
    linked = sorted((group for group in groups if not group.one_sided), key=lambda group: group.left.start)
    ends = {(0, 0), *((group.left.stop, group.right.stop) for group in linked)}
    starts = {(rows, columns), *((group.left.start, group.right.start) for group in linked)}
    scores = [group.score for group in linked]
    found: dict[Group, Standing] = {}
    for place, group in enumerate(linked):
        around = [*scores[max(0, place - _NEAR) : place], *scores[place + 1 : place + 1 + _NEAR]]
        adjoining = ((group.left.start, group.right.start) in ends) + ((group.left.stop, group.right.stop) in starts)
        near = median(around or [group.score])
        found[group] = Standing(_within(_SCORES, group.score), _within(_NEAR_SCORES, near), adjoining)
    return found


def _within(bounds: tuple[float, float], score: float) -> float:
    return min(bounds[1], max(bounds[0], score))
