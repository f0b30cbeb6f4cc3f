"""Figures that agree, with words around them that do not: 이상 against more than, 30일 후 against within 30 days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treaty.comparison.figure_words import MEANING_NAMES, FigureWords
from treaty.comparison.figures import Match
from treaty.comparison.pair import Pair
from treaty.language.quantities import Quantity, QuantityKind
from treaty.model import Finding

PERIODS = frozenset({"duration", "duration_days", "working_days", "duration_hours"})
"""The dimensions of time."""


def find_different_bounds(pair: Pair, matched: Sequence[Match]) -> Iterator[Finding]:
    """Findings on figures that one side makes the most or the least, or a limit that counts or not, and the other does not."""
    return _differing(pair, [match for match in matched if all(map(_can_be_bounded, _quantities(match)))], "boundary")


def find_different_time_sides(pair: Pair, matched: Sequence[Match]) -> Iterator[Finding]:
    """Findings on periods that lie on different sides of the event."""
    periods = [match for match in matched if all(one.dimension in PERIODS for one in _quantities(match))]
    return _differing(pair, periods, "time_side")


def _quantities(match: Match) -> tuple[Quantity, Quantity]:
    return match[0].quantity, match[1].quantity


def _can_be_bounded(quantity: Quantity) -> bool:
    return quantity.kind in (QuantityKind.COUNT, QuantityKind.MEASURE)


def _differing(pair: Pair, matched: Sequence[Match], check: str) -> Iterator[Finding]:
    table: FigureWords = pair.rules.boundaries if check == "boundary" else pair.rules.time_sides
    for match in matched:
        left, right = (
            table.around(figure.clause.text, figure.quantity.span, side.language)
            for side, figure in zip(pair.sides, match, strict=True)
        )
        if left is None or right is None or left[0] is right[0]:
            continue
        words = {"left_bound": MEANING_NAMES[left[0]], "right_bound": MEANING_NAMES[right[0]]}
        places = [
            side.place(figure.clause, around[1], MEANING_NAMES[around[0]])
            for side, figure, around in zip(pair.sides, match, (left, right), strict=True)
        ]
        yield pair.finding(check, left=places[0], right=places[1], confidence=0.9, words=words)
