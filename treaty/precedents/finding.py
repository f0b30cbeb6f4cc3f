"""Asking the library: the nearest earlier clauses in both languages, how a term was rendered, and whether a wording is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from treaty.language.coverage import coverage
from treaty.language.lexicon import Lexicon
from treaty.language.meaning import Encoder
from treaty.language.script import language_of
from treaty.model import Language, Span
from treaty.precedents.index_words import IndexWords
from treaty.precedents.library import EarlierClause, Library

MOST_OCCURRENCES = 300
"""So many clauses that hold a term are looked at; more would not change which rendering is usual."""
_LEARNT_FROM, _CANDIDATES, _OFTEN = 16, 8, 2000
"""What a term is rendered by is learnt from about so many clauses, spread over all; so many words are weighed, each counted
no further."""
_SAME_WORDING, _NEAR_WORDING = 97.0, 75.0
"""How alike, in per cent, two wordings are that count as the same, and as near."""
_WORD_FOR_WORD = 0.3
"""What it adds to a clause's similarity that the words asked for stand in it."""
_LEAST_ASSOCIATION = 0.3
"""The Dice coefficient from which on a word that the lexicon does not know is taken for a rendering."""


class Novelty(StrEnum):
    """Whether a wording has a precedent in its language."""

    KNOWN = "known"
    NEAR = "near"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Precedent:
    """An earlier clause with its counterparts in the other language. `similarity` is the cosine to what was asked."""

    clause: EarlierClause
    twins: tuple[EarlierClause, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a term was rendered by, in how many clauses, and the first of those."""

    words: str
    count: int
    example: EarlierClause


@dataclass(frozen=True, slots=True)
class Answer:
    """What the library knows of a text or term. `occurrences` counts the clauses in which it stands word for word, up to
    MOST_OCCURRENCES."""

    nearest: tuple[Precedent, ...]
    occurrences: int
    renderings: tuple[Rendering, ...]
    novelty: Novelty


@dataclass(frozen=True, slots=True)
class Reference:
    """The library with what is needed to ask it."""

    library: Library
    words: IndexWords
    lexicon: Lexicon
    encoder: Encoder

    def find(self, asked: str, count: int = 5) -> Answer:
        """The `count` nearest clauses in each language, those that hold the very words before others, and what became of the
        words that were asked."""
        holding = self.library.with_term(asked, MOST_OCCURRENCES)
        nearest = self._nearest(asked, count, holding)
        return Answer(tuple(nearest), len(holding), tuple(self._renderings(asked, holding)), _novelty(asked, nearest, holding))

    def _nearest(self, asked: str, count: int, holding: Sequence[int]) -> list[Precedent]:
        shelf = self.library.shelf()
        similarities = shelf.vectors @ self.encoder.encode([asked])[0]
        worth = similarities + _WORD_FOR_WORD * np.isin(shelf.ids, holding)
        places = [place for korean in (True, False) for place in _best(worth, shelf.korean == korean, count)]
        places.sort(key=lambda place: -worth[place])
        clauses = self.library.clauses([int(shelf.ids[place]) for place in places])
        return [
            Precedent(clause, self._twins(clause), round(float(similarities[place]), 3))
            for clause, place in zip(clauses, places, strict=True)
        ]

    def _twins(self, clause: EarlierClause) -> tuple[EarlierClause, ...]:
        return tuple(self.library.clauses(self.library.twins(clause.id)))

    def _renderings(self, term: str, holding: Sequence[int]) -> Iterator[Rendering]:
        """The words by which a term was rendered, the most frequent first: those of the lexicon, else the most associated.

        Which there are is learnt from some of the clauses that hold the term; how often each was used is counted in all.
        """
        pairs = [(clause, twin) for clause in self.library.clauses(holding) for twin in self._twins(clause)]
        learnt = pairs[:: max(1, len(pairs) // _LEARNT_FROM)]
        known = [words for clause, twin in learnt for words in self._known_renderings(term, clause, twin)]
        forms: dict[tuple[str, ...], Counter[str]] = {}
        for words in known or self._associated(learnt):
            forms.setdefault(self.words.in_one_form(words), Counter())[words] += 1
        made = [self._counted(usual.most_common(1)[0][0], pairs) for usual in forms.values()]
        yield from sorted(made, key=lambda rendering: -rendering.count)

    def _counted(self, words: str, pairs: Sequence[tuple[EarlierClause, EarlierClause]]) -> Rendering:
        rendered = [clause for clause, twin in pairs if self.words.contains(twin.words, words)]
        return Rendering(words, len(rendered), rendered[0])

    def _known_renderings(self, term: str, clause: EarlierClause, twin: EarlierClause) -> Iterator[str]:
        """What the lexicon finds in the twin for the words of the term."""
        korean, english = (clause, twin) if clause.language is Language.KOREAN else (twin, clause)
        pair = coverage(self.lexicon, korean.words, english.words)
        mine = pair.korean if clause.language is Language.KOREAN else pair.english
        place = _place_of(term, clause.words)
        if place is None:
            return
        spans = sorted({span for word in mine if word.span.overlaps(place) for span in word.counterparts})
        if spans:
            yield _phrase(spans, twin.words).casefold()

    def _associated(self, pairs: Sequence[tuple[EarlierClause, EarlierClause]]) -> list[str]:
        """The word of the twins that goes with the clauses most exclusively (Dice 1945), if one does."""
        standing = [frozenset(self.words.content_words(twin.words, twin.language)) for _, twin in pairs]
        counts = Counter(word for words in standing for word in sorted(words))
        frequent = [(word, count) for word, count in counts.most_common(_CANDIDATES) if count > 1]
        dice = {word: 2 * count / (len(pairs) + self.library.frequency(word, _OFTEN)) for word, count in frequent}
        best = max(dice, key=lambda word: dice[word], default=None)
        return [best] if best and dice[best] >= _LEAST_ASSOCIATION else []


def _best(worth: npt.NDArray[np.float64], among: npt.NDArray[np.bool_], count: int) -> list[int]:
    """The places of the highest values among some."""
    (places,) = np.nonzero(among)
    if len(places) > count:
        places = places[np.argpartition(-worth[places], count)[:count]]
    return [int(place) for place in places]


def _place_of(term: str, words: str) -> Span | None:
    """Where a term stands in a clause; the beginning of an English word is enough (export of exports)."""
    start = words.casefold().find(term.casefold().rstrip("s") if language_of(term) is Language.ENGLISH else term)
    return Span(start, start + len(term)) if start >= 0 else None


def _phrase(spans: Sequence[Span], words: str) -> str:
    """The words of neighbouring spans in one piece; of spans far apart only the first."""
    joined = spans[0]
    for span in spans[1:]:
        if span.start - joined.end <= 1:
            joined = Span(joined.start, max(joined.end, span.end))
    return joined.of(words)


def _novelty(asked: str, nearest: Sequence[Precedent], holding: Sequence[int]) -> Novelty:
    """By the likeness of letters (Levenshtein) to the nearest clauses of the same language."""
    if holding:
        return Novelty.KNOWN
    language = language_of(asked)
    likeness = max(
        (fuzz.ratio(asked, found.clause.words) for found in nearest if found.clause.language is language), default=0.0
    )
    return Novelty.KNOWN if likeness >= _SAME_WORDING else Novelty.NEAR if likeness >= _NEAR_WORDING else Novelty.NEW
