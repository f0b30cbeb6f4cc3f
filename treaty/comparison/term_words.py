"""The words of a clause that can be terms: Korean stems without particles, English words in the singular, alone and in runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from treaty.model import Language, Span
from treaty.rule_table import read_table

_KOREAN_WORD = re.compile(r"[가-힣]+")
_ENGLISH_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_LONGEST_RUN = 3
_LEAST_STEM = 2
_LEAST_PLURAL = 4


class _Part(StrEnum):
    STOP = "stop"
    TAIL = "tail"
    PLURAL = "plural"
    ACTS = "acts"


@dataclass(frozen=True, slots=True)
class TermWord:
    """One word or run of words as it is counted, with where it stands."""

    form: str
    span: Span


@dataclass(frozen=True, slots=True)
class TermWords:
    """The rows of term_words.tsv and synonyms.tsv: what neither begins nor ends a term, what a Korean word ends in behind its
    stem, the singular of English plurals that are not made with -s, and endings of Korean words for those who act."""

    stops: frozenset[str]
    tail: re.Pattern[str]
    plurals: dict[str, str]
    synonyms: frozenset[tuple[Language, frozenset[str]]]
    actors: tuple[str, ...]

    def acts(self, korean: str) -> bool:
        """Whether a Korean word names somebody who can act: a state, a body, a person."""
        return korean.endswith(self.actors)

    def may_stand_for(self, first: str, second: str, language: Language) -> bool:
        """Whether synonyms.tsv has two words in one row."""
        return any(spoken is language and {first, second} <= words for spoken, words in self.synonyms)

    def of(self, text: str, language: Language) -> Iterator[TermWord]:
        """The words of a text and their runs of up to three that begin and end in a word that can be a term's."""
        words = list(self._korean(text) if language is Language.KOREAN else self._english(text))
        for first, word in enumerate(words):
            if word is None or not self._counts(word):
                continue
            run: list[str] = []
            for part in words[first : first + _LONGEST_RUN]:
                if part is None:
                    break
                run.append(part.form)
                if self._counts(part):
                    yield TermWord(" ".join(run), Span(word.span.start, part.span.end))

    def form(self, term: str, language: Language) -> str:
        """A term as it is counted: its longest run of words."""
        return max((word.form for word in self.of(term, language)), key=len, default=term.lower())

    def _counts(self, word: TermWord) -> bool:
        return word.form not in self.stops and len(word.form) >= _LEAST_STEM

    def _korean(self, text: str) -> Iterator[TermWord | None]:
        """Stems; None where a run of words breaks off: at a mark, and behind a word with a particle or an ending."""
        end = 0
        for match in _KOREAN_WORD.finditer(text):
            if text[end : match.start()].strip():
                yield None
            stem = self.tail.sub("", match.group())
            yield TermWord(stem, Span(match.start(), match.start() + len(stem)))
            if len(stem) < len(match.group()):
                yield None
            end = match.end()

    def _english(self, text: str) -> Iterator[TermWord | None]:
        end = 0
        for match in _ENGLISH_WORD.finditer(text):
            if text[end : match.start()].strip():
                yield None
            word = match.group().lower()
            yield TermWord(self.plurals.get(word) or _singular(word), Span(*match.span()))
            end = match.end()


def load_term_words(folder: Path) -> TermWords:
    """The rows of term_words.tsv and synonyms.tsv in `folder`; raises RuleTableError with file and line where one is faulty."""
    stops: set[str] = set()
    tails: list[str] = []
    plurals: dict[str, str] = {}
    actors: list[str] = []
    for row in read_table(folder / "term_words.tsv", ("language", "part", "words")):
        row.choice("language", Language)
        part = row.choice("part", _Part)
        if part is _Part.STOP:
            stops.update(row.words("words"))
        elif part is _Part.PLURAL:
            plurals |= dict.fromkeys(row.words("words")[1:], row.words("words")[0])
        elif part is _Part.ACTS:
            actors += row.words("words")
        else:
            tails.append(row.pattern("words").pattern)
    synonyms = frozenset(
        (row.choice("language", Language), frozenset(row.words("words")))
        for row in read_table(folder / "synonyms.tsv", ("language", "words"))
    )
    tail = re.compile(rf"(?<=[가-힣]{{{_LEAST_STEM}}})(?:{'|'.join(tails)})$")
    return TermWords(frozenset(stops), tail, plurals, synonyms, tuple(actors))


def _singular(word: str) -> str:
    """An English word without the ending of its plural."""
    if word.endswith("ies") and len(word) > _LEAST_PLURAL:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) >= _LEAST_PLURAL else word
