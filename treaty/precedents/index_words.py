"""What a clause is found by: English headwords, Korean stems, and all pairs of neighbouring syllables, so that 관세 is found in
관세협정과 as well. SQLite's trigram tokenizer finds nothing of two syllables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treaty.language.english_words import EnglishForms
from treaty.language.korean_words import KoreanForms
from treaty.model import Language

_HANGUL = re.compile(r"[가-힣]+")
_LATIN = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")


class IndexWords:
    """Makes the words of the index, with the forms of both languages."""

    def __init__(self, korean: KoreanForms, english: EnglishForms) -> None:
        self._korean = korean
        self._english = english
        self._headwords: dict[str, str] = {}

    def of(self, text: str) -> frozenset[str]:
        """All index words of a clause, in whichever script."""
        return frozenset((*self._of_korean(text), *self._of_english(text)))

    def content_words(self, text: str, language: Language) -> list[str]:
        """The stems or headwords of a text that carry content, in their order."""
        if language is Language.KOREAN:
            stems = (word.stem for word in self._korean.words(text) if not word.counts)
            return [stem for stem in stems if len(stem) > 1 and stem not in self._korean.stop_words]
        forms = [word.form for word in self._english.words(text) if word.form.isalpha() and len(word.form) > 2]
        return [self._headword(form) for form in forms if form not in self._english.stop_words]

    def asked_for(self, term: str) -> tuple[str, ...]:
        """The index words that every clause has in which a term stands. A single one says that it does; of several it is to be
        seen whether they stand together."""
        return tuple(dict.fromkeys((*self._asked_in_korean(term), *self._of_english(term))))

    def contains(self, text: str, term: str) -> bool:
        """Whether a term stands in a text: Korean as it is written, but for blanks, English in any form of its words."""
        if _HANGUL.search(term):
            return _joined(term) in _joined(text)
        asked, words = (list(self._of_english(words)) for words in (term, text))
        return any(words[start : start + len(asked)] == asked for start in range(len(words) - len(asked) + 1))

    def in_one_form(self, words: str) -> tuple[str, ...]:
        """Words as they count as one: English by their headwords (minerals as mineral), Korean by their stems."""
        return tuple(self._korean.stem(run) for run in _HANGUL.findall(words)) + tuple(self._of_english(words))

    def _of_korean(self, text: str) -> Iterator[str]:
        for run in _HANGUL.findall(text):
            yield self._korean.stem(run)
            yield from (run[start : start + 2] for start in range(len(run) - 1))

    def _asked_in_korean(self, term: str) -> Iterator[str]:
        """The pairs of syllables of a term; a single syllable is asked for as a stem."""
        for run in _HANGUL.findall(term):
            yield from (run[start : start + 2] for start in range(len(run) - 1)) if len(run) > 1 else (run,)

    def _of_english(self, text: str) -> Iterator[str]:
        for match in _LATIN.finditer(text):
            yield from (self._headword(word.form) for word in self._english.words(match[0]) if word.form.isalpha())

    def _headword(self, form: str) -> str:
        """The shortest word that a form may be inflected from; remembered, since most words have been met before."""
        known = self._headwords.get(form)
        if known is None:
            known = self._headwords[form] = min(self._english.headwords(form), key=lambda word: (len(word), word))
        return known


def _joined(text: str) -> str:
    return "".join(text.casefold().split())
