"""Clauses on the instrument itself: entry into force, duration, amendment, end, languages. Nobody promises anything in them."""

from __future__ import annotations

from collections.abc import Iterator

from treaty.comparison.pair import Pair, Side
from treaty.comparison.phrases import lowered
from treaty.comparison.strength_reasons import Reason, words_at
from treaty.model import Place, Strength


def of_the_instrument(pair: Pair) -> bool:
    """Whether both sides lay down something about the instruments that they stand in."""
    return all(_ways(pair, side) for side in pair.sides)


def different_ways(pair: Pair) -> Iterator[Reason]:
    """Clauses on the instrument that lay down other things, or the same by another way: by signature, by notification."""
    mine, theirs = (_ways(pair, side) for side in pair.sides)
    if mine.keys() != theirs.keys():
        finding = pair.finding("other_content", left=_own(mine, theirs), right=_own(theirs, mine), confidence=0.75)
        yield Reason(Strength.DIFFERENT, finding)


def _own(ways: dict[str, Place], others: dict[str, Place]) -> Place | None:
    """The words of the first thing that only these clauses lay down, else of the first."""
    return next((place for way, place in ways.items() if way not in others), next(iter(ways.values()), None))


def _ways(pair: Pair, side: Side) -> dict[str, Place]:
    table = pair.rules.commitment.instrument_clauses
    return {
        way: words_at(side, clause, span)
        for clause in side.clauses
        for way, span in table.ways(lowered(clause.text), side.language).items()
    }
