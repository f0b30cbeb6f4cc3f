"""What a clause of another agreement says as compared with the left one: the same, more, less, or something else, and by which
words; and what only one of the agreements has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from treaty.comparison.pair import Pair, pairs_of
from treaty.comparison.rules import ComparisonRules
from treaty.comparison.shared_content import least_shared
from treaty.comparison.strength_figures import different_figures, different_terms
from treaty.comparison.strength_instruments import different_ways, of_the_instrument
from treaty.comparison.strength_promises import (
    different_acts,
    different_levels,
    different_status,
    only_stated,
    opposite_promises,
)
from treaty.comparison.strength_reasons import Reason
from treaty.comparison.strength_words import different_qualifiers, other_step
from treaty.model import Finding, Link, Relation, Strength, TreatyText

_LEAST_SHARED = 0.55
"""The share of words that clauses must have in common for it to count that only one of the texts binds: below it they say
different things. On the hand-linked agreements in view it does not matter between 0.5 and 0.6 (python -m tests.quality
counterparts)."""
_OF_INSTRUMENTS = (different_ways, different_terms)
"""What can tell clauses apart that lay down something about the instrument: they are the same or different."""
_OF_CONTENT: tuple[Callable[[Pair], Iterator[Reason]], ...] = (
    other_step("settlement"),
    different_levels,
    only_stated,
    different_acts,
    different_figures,
    other_step("rank"),
    other_step("urgency"),
    different_qualifiers,
    opposite_promises,
)
"""What can tell any others apart by what they say, the gravest first. Who decides a dispute comes before all, since a right to
go to arbitration ("may") is more than a duty to consult."""


def with_strengths(links: Sequence[Link], left: TreatyText, right: TreatyText, *, rules: ComparisonRules) -> list[Link]:
    """The links between two agreements, each two-sided one with its strength."""
    pairs = pairs_of(links, left, right, Relation.COUNTERPART, rules)
    return [pair.link if pair.link.one_sided else replace(pair.link, strength=_strength(pair)) for pair in pairs]


def strength_reasons(
    links: Sequence[Link], left: TreatyText, right: TreatyText, *, rules: ComparisonRules
) -> dict[tuple[str, str], Finding]:
    """Why two-sided links between two agreements have their strength, by the first clauses of both sides; nothing of those
    that are of the same strength, and of rules that are switched off."""
    pairs = [pair for pair in pairs_of(links, left, right, Relation.COUNTERPART, rules) if not pair.link.one_sided]
    found = [(pair, reason.finding) for pair in pairs if (reason := _reason(pair))]
    return {(pair.link.left[0], pair.link.right[0]): finding for pair, finding in found if finding.rule not in rules.off}


def find_strength(pair: Pair) -> Iterator[Finding]:
    """The reason for a link's strength, or that only one agreement has the clause."""
    if pair.link.one_sided:
        yield _only_here(pair)
    elif reason := _reason(pair):
        yield reason.finding


def _strength(pair: Pair) -> Strength:
    reason = _reason(pair)
    return reason.strength if reason else Strength.SAME


def _reason(pair: Pair) -> Reason | None:
    """The first reason that applies: by what clauses say, else by whether both texts bind. Headings promise nothing."""
    if all(clause.kind.heads for side in pair.sides for clause in side.clauses):
        return None
    if of_the_instrument(pair):
        return _first(pair, _OF_INSTRUMENTS)
    return _first(pair, _OF_CONTENT) or _of_status(pair)


def _first(pair: Pair, sought: Sequence[Callable[[Pair], Iterator[Reason]]]) -> Reason | None:
    return next((reason for find in sought for reason in find(pair)), None)


def _of_status(pair: Pair) -> Reason | None:
    """That only one of the texts binds, where both say the same thing; where they do not, that they say different things."""
    reason = _first(pair, (different_status,))
    if reason and least_shared(pair) < _LEAST_SHARED:
        finding = pair.finding("other_content", left=pair.left.whole(), right=pair.right.whole(), confidence=0.5)
        return Reason(Strength.DIFFERENT, finding)
    return reason


def _only_here(pair: Pair) -> Finding:
    has = pair.left if pair.link.left else pair.right
    place = has.whole()
    on_left = has is pair.left
    words = {"name": has.name}
    return pair.finding("only_one_agreement", left=place if on_left else None, right=None if on_left else place, words=words)
