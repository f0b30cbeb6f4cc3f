"""What the reviewer's corrections of links make of the pins: the links that stay as they are when the rest is aligned anew."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from treaty.model import Link, LinkOrigin, TreatyText
from treaty.review.review import Comparison

CERTAIN = 1.0


def pins_of(comparison: Comparison) -> tuple[Link, ...]:
    """The links that the reviewer has made or confirmed."""
    return tuple(link for link in comparison.links if link.origin is LinkOrigin.REVIEWER)


def with_link(comparison: Comparison, left: TreatyText, right: TreatyText, clauses: Collection[str]) -> tuple[Link, ...]:
    """The pins with these clauses in one link, in the order of their texts; pins that held any of them keep the rest."""
    sides = [tuple(clause.id for clause in text.clauses if clause.id in clauses) for text in (left, right)]
    return (*_without(pins_of(comparison), clauses), _pin(*sides))


def without_link(comparison: Comparison, index: int) -> tuple[Link, ...]:
    """The pins with both sides of a link standing alone."""
    link = comparison.links[index]
    others = _without(pins_of(comparison), {*link.left, *link.right})
    return (*others, *(_pin(*sides) for sides in ((link.left, ()), ((), link.right)) if any(sides)))


def with_link_split(comparison: Comparison, index: int, left: int, right: int) -> tuple[Link, ...]:
    """The pins with a link made two: the first so many clauses of either side, and the rest."""
    link = comparison.links[index]
    others = _without(pins_of(comparison), {*link.left, *link.right})
    halves = ((link.left[:left], link.right[:right]), (link.left[left:], link.right[right:]))
    return (*others, *(_pin(*sides) for sides in halves if any(sides)))


def with_link_confirmed(comparison: Comparison, index: int) -> tuple[Link, ...]:
    """The pins with a link as it was computed."""
    link = comparison.links[index]
    return (
        *_without(pins_of(comparison), {*link.left, *link.right}),
        replace(link, origin=LinkOrigin.REVIEWER, confidence=CERTAIN),
    )


def without_pin(comparison: Comparison, index: int) -> tuple[Link, ...]:
    """The pins without a link, which is then computed again."""
    link = comparison.links[index]
    return _without(pins_of(comparison), {*link.left, *link.right})


def _without(pins: Sequence[Link], clauses: Collection[str]) -> tuple[Link, ...]:
    """The pins without some clauses; a pin that would be empty goes, and one that changes loses its sentence links."""
    return tuple(pin for pin in (_shrunk(pin, clauses) for pin in pins) if pin.left or pin.right)


def _shrunk(pin: Link, clauses: Collection[str]) -> Link:
    sides = [tuple(clause for clause in side if clause not in clauses) for side in (pin.left, pin.right)]
    return pin if (pin.left, pin.right) == tuple(sides) else _pin(*sides)


def _pin(left: Sequence[str], right: Sequence[str]) -> Link:
    return Link(tuple(left), tuple(right), CERTAIN, LinkOrigin.REVIEWER)
