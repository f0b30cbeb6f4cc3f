"""Lists joined by "and" in one language and by "or" in the other (CHECKS C25)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from treaty.comparison.conjunction_rules import Conjunction, Conjunctions, Joins
from treaty.comparison.passages import Linked
from treaty.model import Finding, Language

_DENIES = re.compile(r"\b(?:not|no|nor|neither|other than|except|without|exclud\w*|unless|exempt\w*|immun\w*|prohibit\w*)\b")
"""Where something is denied or taken out, "neither of them" and "not all of them" are rendered either way."""


def find_different_conjunctions(linked: Linked, rules: Conjunctions) -> Iterator[Finding]:
    """At most one finding on a passage: one side has more "or" than the other, and that side more "and".

    It is sure where Korean 또는 has no "or" to answer it, or where the side with fewer "or" has more plain "and".
    """
    korean = rules.conjunctions(linked.korean.lowered, Language.KOREAN)
    english = rules.conjunctions(linked.english.lowered, Language.ENGLISH)
    theirs = {joins: [one for one in english if one.joins is joins] for joins in Joins}
    plain = {joins: [one for one in korean if one.joins is joins and one.plain] for joins in Joins}
    loose = {joins: [one for one in korean if one.joins is joins] for joins in Joins}
    if len(plain[Joins.OR]) > len(theirs[Joins.OR]) and theirs[Joins.AND]:
        yield _difference(linked, plain[Joins.OR], theirs[Joins.AND], "and_as_or", doubtful=False)
    elif len(theirs[Joins.OR]) > len(loose[Joins.OR]) and loose[Joins.AND]:
        counted = loose if not loose[Joins.OR] else plain
        sure = plain[Joins.AND] and len(counted[Joins.AND]) > len(theirs[Joins.AND])
        joined = plain[Joins.AND] or loose[Joins.AND]
        yield _difference(linked, joined, theirs[Joins.OR], "or_as_and", doubtful=not sure)


def _difference(
    linked: Linked, korean: Sequence[Conjunction], english: Sequence[Conjunction], check: str, *, doubtful: bool
) -> Finding:
    """A finding on the two conjunctions that stand at the most similar places of their passages."""
    lengths = len(linked.korean.text), len(linked.english.text)
    pairs = [(mine, theirs) for mine in korean for theirs in english]
    mine, theirs = min(pairs, key=lambda pair: abs(pair[0].span.start / lengths[0] - pair[1].span.start / lengths[1]))
    doubtful = doubtful or _DENIES.search(linked.english.lowered) is not None
    confidence = 0.5 if doubtful else 0.8
    return linked.finding(check, korean=mine.span, english=theirs.span, confidence=confidence, doubtful=doubtful)
