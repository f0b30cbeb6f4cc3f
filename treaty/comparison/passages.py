"""Linked sentences as one Korean and one English passage, and findings on words of theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from treaty.comparison.pair import Pair, Side
from treaty.comparison.phrases import beginnings_in, lowered
from treaty.model import Bilingual, Finding, Gap, Language, Place, SentencePlace, Span


@dataclass(frozen=True)
class Passage:
    """The sentences of one language in a sentence link: their text in one piece, and where each begins in it."""

    side: Side
    sentences: tuple[SentencePlace, ...]

    @cached_property
    def text(self) -> str:
        return " ".join(sentence.span.of(self.side.clause(sentence.clause).text) for sentence in self.sentences)

    @cached_property
    def lowered(self) -> str:
        return lowered(self.text)

    @cached_property
    def beginnings(self) -> frozenset[str]:
        return beginnings_in(self.lowered, self.side.language)

    @cached_property
    def around(self) -> str:
        """The whole of the clauses that the passage is taken from, its letters small."""
        return lowered(" ".join(clause.text for clause in self.side.clauses))

    def place(self, span: Span) -> Place:
        """Words of the passage as a finding's place; they are cut where they run over the end of a sentence."""
        start = 0
        for sentence in self.sentences:
            length = sentence.span.end - sentence.span.start
            if span.start < start + length:
                shift = sentence.span.start - start
                found = Span(span.start + shift, min(span.end + shift, sentence.span.end))
                clause = self.side.clause(sentence.clause)
                return self.side.place(clause, found, Bilingual(found.of(clause.text), found.of(clause.text)))
            start += length + 1
        raise IndexError(span)

    def end(self) -> Gap:
        """The point behind the passage, where words that it lacks would stand."""
        last = self.sentences[-1]
        return Gap(last.clause, last.span.end)


@dataclass(frozen=True, slots=True)
class Linked:
    """A Korean passage and the English one that belongs to it."""

    pair: Pair
    korean: Passage
    english: Passage

    def passage(self, language: Language) -> Passage:
        return self.korean if language is Language.KOREAN else self.english

    def finding(
        self,
        check: str,
        *,
        korean: Span | None = None,
        english: Span | None = None,
        confidence: float,
        doubtful: bool = False,
        words: Mapping[str, Bilingual] | None = None,
    ) -> Finding:
        """A finding on words of the passages; where one side has none, the gap stands at the end of that passage."""
        on_korean = self.korean.place(korean) if korean else None
        on_english = self.english.place(english) if english else None
        korean_left = self.pair.left.language is Language.KOREAN
        gap = None if on_korean and on_english else (self.english if on_korean else self.korean).end()
        read = {name: place.value for name, place in (("korean", on_korean), ("english", on_english)) if place is not None}
        return self.pair.finding(
            check,
            left=on_korean if korean_left else on_english,
            right=on_english if korean_left else on_korean,
            gap=gap,
            confidence=confidence,
            words={**read, **(words or {})},
            doubtful=doubtful,
        )


def linked_passages(pair: Pair) -> list[Linked]:
    """The sentence links of a pair of clauses that have sentences on both sides; none where both texts are in one language."""
    if pair.left.language is pair.right.language:
        return []
    korean, english = (pair.left, pair.right) if pair.left.language is Language.KOREAN else (pair.right, pair.left)
    made = []
    for link in pair.link.sentences:
        if link.left and link.right:
            places = {pair.left.language: link.left, pair.right.language: link.right}
            passages = (Passage(korean, places[Language.KOREAN]), Passage(english, places[Language.ENGLISH]))
            made.append(Linked(pair, *passages))
    return made
