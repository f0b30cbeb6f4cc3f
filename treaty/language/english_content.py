"""An English clause as the lexicon sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from treaty.language.content_words import ContentWord, Coverage, RowPlaces
from treaty.language.english_words import EnglishWord
from treaty.language.lexicon import EnglishEntry, Lexicon, Rows
from treaty.model import Span


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with what the lexicon knows of it; `stops` where it carries no content."""

    word: EnglishWord
    entry: EnglishEntry
    stops: bool


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Several words from `start` on that are one headword."""

    headword: tuple[str, ...]
    rows: Rows
    span: Span


class EnglishContent:
    """The content words of an English text. `places` says where each row of the lexicon stands in it."""

    def __init__(self, lexicon: Lexicon, text: str) -> None:
        self._lexicon = lexicon
        self._words = [self._known(word) for word in lexicon.english_forms.words(text)]
        starts = range(len(self._words))
        self._phrases = [sorted(self._phrases_at(start), key=lambda phrase: -len(phrase.headword)) for start in starts]
        self.places = RowPlaces()
        for word in self._words:
            self.places.note(word.entry.rows | word.entry.derived, word.word.span)
        for phrases in self._phrases:
            for phrase in phrases:
                self.places.note(phrase.rows, phrase.span)

    def held_against(self, korean: RowPlaces) -> Iterator[ContentWord]:
        """The content words, judged by the rows that stand in the Korean text."""
        start = 0
        while start < len(self._words):
            phrase = self._phrase_to_judge(start, korean)
            end = start + (len(phrase.headword) if phrase else 1)
            words = [self._judged(word, korean) for word in self._words[start:end] if not word.stops]
            in_parts = all(word.coverage is Coverage.COVERED for word in words)
            if phrase and words and (korean.any_of(phrase.rows) or not in_parts):
                words = [self._content(phrase.span, " ".join(phrase.headword), phrase.rows, korean)]
            yield from words
            start = end

    def _known(self, word: EnglishWord) -> _Word:
        return _Word(word, self._lexicon.entry(word.form), word.form in self._lexicon.english_forms.stop_words)

    def _phrases_at(self, start: int) -> Iterator[_Phrase]:
        """The headwords of several words that begin here."""
        for beginning in product(*(word.entry.headwords for word in self._words[start : start + 2])):
            for headword in self._lexicon.phrases.get(beginning, ()):
                words = self._words[start : start + len(headword)]
                if len(words) == len(headword) and all(map(_belongs, headword, words)):
                    span = Span(words[0].word.span.start, words[-1].word.span.end)
                    yield _Phrase(headword, self._lexicon.english[headword], span)

    def _phrase_to_judge(self, start: int, korean: RowPlaces) -> _Phrase | None:
        """The longest phrase that the Korean text renders; where it renders none, the longest."""
        phrases = self._phrases[start]
        return next((phrase for phrase in phrases if korean.any_of(phrase.rows)), phrases[0] if phrases else None)

    def _judged(self, word: _Word, korean: RowPlaces) -> ContentWord:
        entry, span = word.entry, word.word.span
        stem = next((one for one in entry.headwords if (one,) in self._lexicon.english), word.word.form)
        rows = entry.derived if korean.any_of(entry.derived) and not korean.any_of(entry.rows) else entry.rows
        return self._content(span, stem, rows, korean)

    def _content(self, span: Span, stem: str, rows: Rows, korean: RowPlaces) -> ContentWord:
        places = korean.of(rows)
        coverage = Coverage.COVERED if places else Coverage.MISSING if rows else Coverage.UNKNOWN
        return ContentWord(span, stem, coverage, self._lexicon.korean_renderings(rows), places)


def _belongs(part: str, word: _Word) -> bool:
    return part in word.entry.headwords
