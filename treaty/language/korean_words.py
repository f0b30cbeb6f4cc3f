"""Korean words: where they stand in a text, and what is left of them without particles and endings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from treaty.model import Span
from treaty.rule_table import read_table

_WORD = re.compile(r"[가-힣]+")
_BESIDE_FIGURE = re.compile(r"(?<=[0-9])[가-힣]|[가-힣](?=[0-9])")
_SHORTEST_STEM = 2


@dataclass(frozen=True, slots=True)
class KoreanWord:
    """A run of Korean syllables between blanks, signs or figures; `stem` is what is left without particles and endings.

    `counts` where it touches a figure (제3조, 30일): the readers of quantities judge such words.
    """

    span: Span
    form: str
    stem: str
    counts: bool


@dataclass(frozen=True, slots=True)
class KoreanForms:
    """The particles and endings that Korean words end in, and the words that carry no content."""

    endings: frozenset[str] = frozenset()
    stop_words: frozenset[str] = frozenset()

    def words(self, text: str) -> list[KoreanWord]:
        figures = {match.start() for match in _BESIDE_FIGURE.finditer(text)}
        spans = [Span(match.start(), match.end()) for match in _WORD.finditer(text)]
        return [
            KoreanWord(span, span.of(text), self.stem(span.of(text)), not figures.isdisjoint((span.start, span.end - 1)))
            for span in spans
        ]

    def stem(self, form: str) -> str:
        """The form without its endings: the longest first, again and again, while two syllables are left."""
        for start in range(_SHORTEST_STEM, len(form)):
            if form[start:] in self.endings:
                return self.stem(form[:start])
        return form

    def is_ending(self, rest: str) -> bool:
        """Whether `rest` is nothing but endings, or nothing at all."""
        if not rest or rest in self.endings:
            return True
        return any(rest[start:] in self.endings and self.is_ending(rest[:start]) for start in range(1, len(rest)))


def load_korean_forms(folder: Path) -> KoreanForms:
    """The forms from korean_endings.tsv and stop_words.tsv in `folder`; raises RuleTableError with file and line."""
    endings = (word for row in read_table(folder / "korean_endings.tsv", ("kind", "endings")) for word in row.words("endings"))
    stop_words = (row for row in read_table(folder / "stop_words.tsv", ("language", "words")) if row["language"] == "ko")
    return KoreanForms(frozenset(endings), frozenset(word for row in stop_words for word in row.words("words")))
