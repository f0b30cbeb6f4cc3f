"""Lists joined by "and" in one language and by "or" in the other (CHECKS C25)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from treaty.comparison.conjunction_rules import Conjunction, Conjunctions, Joins
from treaty.comparison.passages import Linked
from treaty.language.content_words import ContentWord
from treaty.language.coverage import coverage
from treaty.model import Finding, Language, Span

_DENIES = re.compile(r"\b(?:not|no|nor|neither|other than|except|without|exclud\w*|unless|exempt\w*|immun\w*|prohibit\w*)\b")
"""Where something is denied or taken out, "neither of them" and "not all of them" are rendered either way."""
_WHICHEVER = re.compile(r"\b(?:any|each|every|all|such)\b")
"""Where each one is meant, "any ship or aircraft" is 모든 선박과 항공기 too: 와, 과 say nothing there, 및 little."""
_REACH_OF_DENIAL, _REACH_OF_WHICHEVER = 160, 60
_FARTHEST = 16
"""How many characters may lie between a conjunction and a word that it joins."""


@dataclass(frozen=True, slots=True)
class _Joining:
    """A Korean conjunction and an English one, and how many of the words beside them render each other, 0 to 2."""

    korean: Conjunction
    english: Conjunction
    shared: int

    @property
    def agrees(self) -> bool:
        return self.korean.joins in (self.english.joins, Joins.EITHER)


def find_different_conjunctions(linked: Linked, rules: Conjunctions) -> Iterator[Finding]:
    """Findings on conjunctions that join the same words, one by "and", the other by "or" (not on 이나 and 기타, which
    are "and" too; the middle dot is either); and at most one on what is left, where one side has more "or" than the other,
    and that side more "and"."""
    korean = rules.conjunctions(linked.korean.lowered, Language.KOREAN)
    english = rules.conjunctions(linked.english.lowered, Language.ENGLISH)
    if not korean or not english or len({one.joins for one in (*korean, *english)}) == 1:
        return
    known = _joinings(linked, korean, english)
    exchanged = [one for one in known if not one.agrees and one.shared > 1]
    for one in exchanged:
        if one.korean.plain or one.korean.joins is Joins.AND:
            yield from _difference(linked, one.korean, one.english, doubtful=not one.korean.plain)
    settled = [one for one in known if one.agrees or one.shared > 1]
    if not exchanged:
        left_korean = [one for one in korean if not any(joining.korean is one for joining in settled)]
        left_english = [one for one in english if not any(joining.english is one for joining in settled)]
        loosely = sum(one.agrees and one.english.joins is Joins.OR and not one.korean.plain for one in settled)
        yield from _by_count(linked, left_korean, left_english, loosely)


def _joinings(linked: Linked, korean: Sequence[Conjunction], english: Sequence[Conjunction]) -> list[_Joining]:
    """Conjunctions that join words which render each other, each once, those with the most such words first."""
    words = coverage(linked.pair.rules.meaning.lexicon, linked.korean.text, linked.english.text)
    here = {one.span: _beside(one.span, words.korean) for one in korean}
    there = {one.span: _beside(one.span, words.english) for one in english}
    pairs = [_Joining(one, other, _shared(here[one.span], there[other.span])) for one in korean for other in english]
    chosen: list[_Joining] = []
    for pair in sorted((pair for pair in pairs if pair.shared), key=lambda pair: (-pair.shared, not pair.agrees)):
        if not any(pair.korean is other.korean or pair.english is other.english for other in chosen):
            chosen.append(pair)
    return chosen


def _beside(conjunction: Span, words: Sequence[ContentWord]) -> tuple[ContentWord | None, ContentWord | None]:
    """The content words right before and right behind a conjunction."""
    before = [word for word in words if 0 <= conjunction.start + 1 - word.span.end <= _FARTHEST]
    behind = [word for word in words if 0 <= word.span.start - conjunction.end <= _FARTHEST]
    return (before[-1] if before else None), (behind[0] if behind else None)


def _shared(
    korean: tuple[ContentWord | None, ContentWord | None], english: tuple[ContentWord | None, ContentWord | None]
) -> int:
    """How many of the two words are rendered by those beside the other conjunction, in this order or turned round."""
    return max(sum(map(_renders, korean, english)), sum(map(_renders, korean, english[::-1])))


def _renders(korean: ContentWord | None, english: ContentWord | None) -> bool:
    return bool(korean and english and any(span.overlaps(english.span) for span in korean.counterparts))


def _by_count(linked: Linked, korean: Sequence[Conjunction], english: Sequence[Conjunction], loosely: int) -> Iterator[Finding]:
    """A finding on the conjunctions that nothing is known of but their number. It is sure where Korean 또는 has no "or" to
    answer it, or where the side with fewer "or" has more plain "and". `loosely`: how many "or" endings and particles have
    taken, which may answer 또는 as well: "A, B or C" is A나 B 또는 C."""
    theirs = {joins: [one for one in english if one.joins is joins] for joins in Joins}
    plain = {joins: [one for one in korean if one.joins is joins and one.plain] for joins in Joins}
    loose = {joins: [one for one in korean if one.joins is joins] for joins in Joins}
    if len(plain[Joins.OR]) > len(theirs[Joins.OR]) + loosely and theirs[Joins.AND]:
        yield from _difference(linked, *_nearest(linked, plain[Joins.OR], theirs[Joins.AND]), doubtful=False)
    elif len(theirs[Joins.OR]) > len(loose[Joins.OR]) and loose[Joins.AND]:
        counted = loose if not loose[Joins.OR] else plain
        sure = plain[Joins.AND] and len(counted[Joins.AND]) > len(theirs[Joins.AND])
        joined = plain[Joins.AND] or loose[Joins.AND]
        yield from _difference(linked, *_nearest(linked, joined, theirs[Joins.OR]), doubtful=not sure)


def _nearest(linked: Linked, korean: Sequence[Conjunction], english: Sequence[Conjunction]) -> tuple[Conjunction, Conjunction]:
    """The two conjunctions that stand at the most similar places of their passages."""
    lengths = len(linked.korean.text), len(linked.english.text)
    pairs = [(mine, theirs) for mine in korean for theirs in english]
    return min(pairs, key=lambda pair: abs(pair[0].span.start / lengths[0] - pair[1].span.start / lengths[1]))


def _difference(linked: Linked, korean: Conjunction, english: Conjunction, *, doubtful: bool) -> Iterator[Finding]:
    """A finding on two conjunctions; none on an "or" that a denial before it turns into an "and"."""
    before = linked.english.lowered[: english.span.start]
    denied = _DENIES.search(before[-_REACH_OF_DENIAL:]) is not None
    either = english.joins is Joins.OR and _WHICHEVER.search(before[-_REACH_OF_WHICHEVER:]) is not None
    if (denied and english.joins is Joins.OR) or (either and not korean.plain):
        return
    doubtful = doubtful or denied or either
    check = "or_as_and" if english.joins is Joins.OR else "and_as_or"
    confidence = 0.5 if doubtful else 0.8
    yield linked.finding(check, korean=korean.span, english=english.span, confidence=confidence, doubtful=doubtful)
