"""The figures of a link, and which of them answer each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import log

from treaty.comparison.pair import Pair, Side
from treaty.comparison.values import described
from treaty.language.quantities import Quantity, QuantityKind
from treaty.language.quantity_readers import quantities_of
from treaty.model import Clause, Place


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with the clause it stands in and the number of the linked sentences it belongs to; -1 where it is in none."""

    clause: Clause
    quantity: Quantity
    sentence: int

    @property
    def kind(self) -> QuantityKind:
        return self.quantity.kind

    def place(self, side: Side) -> Place:
        return side.place(self.clause, self.quantity.span, described(self.quantity))


Agreement = Callable[[Quantity, Quantity], bool]
Match = tuple[Figure, Figure]
"""A figure on the left and the one on the right that answers it."""


def figures_of(pair: Pair, side: Side) -> list[Figure]:
    """The figures of one side of a link, in order."""
    return [
        Figure(clause, quantity, _sentence_of(pair, clause, quantity, is_left=side is pair.left))
        for clause in side.clauses
        for quantity in quantities_of(clause.text, side.language, pair.rules.units)
    ]


def _sentence_of(pair: Pair, clause: Clause, quantity: Quantity, *, is_left: bool) -> int:
    for number, link in enumerate(pair.link.sentences):
        places = link.left if is_left else link.right
        if any(place.clause == clause.id and place.span.overlaps(quantity.span) for place in places):
            return number
    return -1


def take_matches(left: list[Figure], right: list[Figure], agrees: Agreement) -> list[Match]:
    """Takes pairs that agree out of both lists, each figure once: within linked sentences first, and the nearest values."""
    found: list[Match] = []
    for same_sentence in (True, False):
        for mine in list(left):
            fits = [item for item in right if agrees(mine.quantity, item.quantity)]
            near = [item for item in fits if not same_sentence or item.sentence == mine.sentence]
            if near:
                theirs = min(near, key=lambda item: _distance(mine.quantity, item.quantity))
                found.append((mine, theirs))
                left.remove(mine)
                right.remove(theirs)
    return found


def _distance(mine: Quantity, theirs: Quantity) -> float:
    """How many times one value is the other, as a logarithm; 0 where values cannot be told apart so."""
    if mine.value <= 0 or theirs.value <= 0:
        return 0.0
    return abs(log(mine.value / theirs.value))
