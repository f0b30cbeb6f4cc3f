"""What a clause of another agreement says as compared with the left one: the same, more, less, or something else, and by which
words; and what only one of the agreements has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from treaty.comparison.pair import Pair, pairs_of
from treaty.comparison.rules import ComparisonRules
from treaty.comparison.strength_reasons import OF_CONTENT, Reason, different_status
from treaty.language.meaning import Encoder
from treaty.model import Finding, Link, Relation, Strength, TreatyText

_SAME_FROM, _SAME_FROM_ACROSS = 0.45, 0.35
"""The cosines from which on clauses that nothing tells apart say the same, within a language and across; fitted on hand-linked
agreements (python -m tests.quality counterparts)."""


def with_strengths(
    links: Sequence[Link], left: TreatyText, right: TreatyText, *, rules: ComparisonRules, encoder: Encoder
) -> list[Link]:
    """The links between two agreements, each two-sided one with its strength."""
    pairs = pairs_of(links, left, right, Relation.COUNTERPART, rules)
    return [pair.link if pair.link.one_sided else replace(pair.link, strength=_strength(pair, encoder)) for pair in pairs]


def find_strength(pair: Pair) -> Iterator[Finding]:
    """The reason for a link's strength, or that only one agreement has the clause."""
    if pair.link.one_sided:
        yield _only_here(pair)
    elif reason := _reason(pair, OF_CONTENT):
        yield reason.finding
    elif pair.link.strength is Strength.DIFFERENT:
        yield pair.finding("other_content", left=pair.left.whole(), right=pair.right.whole(), confidence=0.5)
    elif reason := _reason(pair, (different_status,)):
        yield reason.finding


def _strength(pair: Pair, encoder: Encoder) -> Strength:
    """By what clauses say, else by whether they say something else altogether, else by whether both texts bind."""
    if reason := _reason(pair, OF_CONTENT):
        return reason.strength
    if not _heads(pair) and _far_apart(pair, encoder):
        return Strength.DIFFERENT
    reason = _reason(pair, (different_status,))
    return reason.strength if reason else Strength.SAME


def _far_apart(pair: Pair, encoder: Encoder) -> bool:
    mine, theirs = encoder.encode([" ".join(clause.text for clause in side.clauses) for side in pair.sides])
    across = pair.left.language is not pair.right.language
    return float(mine @ theirs) < (_SAME_FROM_ACROSS if across else _SAME_FROM)


def _reason(pair: Pair, sought: Sequence[Callable[[Pair], Iterator[Reason]]]) -> Reason | None:
    """The first reason that applies; headings promise nothing."""
    if _heads(pair):
        return None
    return next((reason for find in sought for reason in find(pair)), None)


def _heads(pair: Pair) -> bool:
    return all(clause.kind.heads for side in pair.sides for clause in side.clauses)


def _only_here(pair: Pair) -> Finding:
    has = pair.left if pair.link.left else pair.right
    place = has.whole()
    on_left = has is pair.left
    words = {"name": has.name}
    return pair.finding("only_one_agreement", left=place if on_left else None, right=None if on_left else place, words=words)
