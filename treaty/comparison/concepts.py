"""Words that exclude each other: where one text says import and the other export, one of them is wrong (CHECKS C04, C33).

A finding needs both sides: a member of a set on the left that the right does not have, and another member of it on the right
that the left does not have, in linked sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from treaty.comparison.concept_rules import ConceptSet, Member
from treaty.comparison.pair import Pair, Side
from treaty.model import Bilingual, Finding, Language, Place, SentencePlace, Span


@dataclass(frozen=True, slots=True)
class _Said:
    """A member of a set as a sentence names it."""

    member: Member
    span: Span


def find_excluded_concepts(pair: Pair) -> Iterator[Finding]:
    """Findings on linked sentences that name members of one set which exclude each other."""
    for sentences in pair.link.sentences:
        if sentences.left and sentences.right:
            texts = _words_of(pair.left, sentences.left), _words_of(pair.right, sentences.right)
            for concepts in pair.rules.concepts.sets.values():
                for mine, theirs in _contradictions(pair, concepts, *texts):
                    places = _place(pair.left, sentences.left, mine), _place(pair.right, sentences.right, theirs)
                    yield pair.finding(f"concept_{mine.member.kind}", left=places[0], right=places[1], confidence=0.85)


def _contradictions(pair: Pair, concepts: ConceptSet, left: str, right: str) -> Iterator[tuple[_Said, _Said]]:
    """The members that only the one sentence and those that only the other names, in the order they stand."""
    lonely_left = _unanswered(concepts, left, pair.left.language, right, pair.right.language)
    if lonely_left:
        yield from zip(lonely_left, _unanswered(concepts, right, pair.right.language, left, pair.left.language), strict=False)


def _unanswered(concepts: ConceptSet, words: str, language: Language, others: str, other: Language) -> list[_Said]:
    """The members that a sentence surely names and the other side does not, each once, in the order they stand."""
    found = [_Said(member, Span(*match.span())) for member, match in concepts.named_in(words, language)]
    return sorted((said for said in found if not said.member.stands_in(others, other)), key=lambda said: said.span)


def _words_of(side: Side, places: tuple[SentencePlace, ...]) -> str:
    return "\n".join(place.span.of(side.clause(place.clause).text) for place in places)


def _place(side: Side, places: tuple[SentencePlace, ...], said: _Said) -> Place:
    """The words as a place in the clause of the sentence that they stand in."""
    start = 0
    for place in places:
        length = place.span.end - place.span.start
        if said.span.start < start + length:
            span = Span(said.span.start - start, min(said.span.end - start, length)).shifted(place.span.start)
            clause = side.clause(place.clause)
            return side.place(clause, span, Bilingual(span.of(clause.text), span.of(clause.text)))
        start += length + 1
    raise ValueError("the words stand in none of the sentences")
