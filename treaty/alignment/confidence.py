"""How sure a link is: the share of links with as much in their favour that are right (docs/benchmarks.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

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
    return [round(1 / (1 + exp(-calibration.odds(standing))), 2) if standing else _LONELY for standing in standings]


def standings_of(groups: Sequence[Group], rows: int, columns: int) -> list[Standing | None]:
    """The standing of each group; None of those that have one side."""
    places = [place for place, group in enumerate(groups) if not group.one_sided]
    places.sort(key=lambda place: groups[place].left.start)
    linked = [groups[place] for place in places]
    ends = {(0, 0), *((group.left.stop, group.right.stop) for group in linked)}
    starts = {(rows, columns), *((group.left.start, group.right.start) for group in linked)}
    scores = [group.score for group in linked]
    found: list[Standing | None] = [None] * len(groups)
    for number, (place, group) in enumerate(zip(places, linked, strict=True)):
        around = [*scores[max(0, number - _NEAR) : number], *scores[number + 1 : number + 1 + _NEAR]]
        adjoining = ((group.left.start, group.right.start) in ends) + ((group.left.stop, group.right.stop) in starts)
        near = _median(around or [group.score])
        found[place] = Standing(_within(_SCORES, group.score), _within(_NEAR_SCORES, near), adjoining)
    return found


def _median(scores: list[float]) -> float:
    """As `statistics.median`, which takes longer to look at what it is given than to find it."""
    ordered, half = sorted(scores), len(scores) // 2
    return ordered[half] if len(scores) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _within(bounds: tuple[float, float], score: float) -> float:
    least, most = bounds
    return least if score < least else most if score > most else score
