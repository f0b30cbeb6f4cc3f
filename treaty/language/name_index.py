"""Finding the longest of many names at a place in a text, whatever its spacing, hyphens and accents."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from treaty.model import Language, Span

Meaning = TypeVar("Meaning")

_ODD_LETTERS = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i"}
_SIGNS = {"’": "'", "‘": "'", **dict.fromkeys("ㆍ‧∙・", "·"), **dict.fromkeys("‐‑–—", "-")}


def _bare(letter: str) -> str:
    """A Latin letter without its accent."""
    return unicodedata.normalize("NFD", letter)[0]


_PLAIN = str.maketrans({chr(code): _bare(chr(code)) for code in range(0xC0, 0x250)} | _ODD_LETTERS | _SIGNS)
_SPACED = str.maketrans("-\n\t\r\u00a0", "     ")
_SPACES = re.compile(r"\s+")
_KEY = 4
"""By how many first letters names are sorted out; shorter names are their own key."""
_FREE_SPACING = 5
"""Korean names of so many characters are known with any spacing (국제연합 헌장), shorter ones as they are written."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in the shape in which names are looked up; `cased` keeps its capitals, `offsets` its characters' places."""

    letters: str
    cased: str
    offsets: Sequence[int]

    def index_of(self, offset: int) -> int:
        return bisect_left(self.offsets, offset)

    def span(self, start: int, end: int) -> Span:
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def fold(text: str, language: Language) -> Folded:
    """Korean without its blanks; English in small letters, with one blank for every gap and hyphen; both without accents."""
    plain = text.translate(_PLAIN)
    if language is Language.KOREAN:
        offsets = [place for place, letter in enumerate(plain) if not letter.isspace()]
        letters = "".join(plain[place] for place in offsets)
        return Folded(letters, letters, offsets)
    spaced = plain.translate(_SPACED)
    if "  " not in spaced:
        return Folded(spaced.lower(), spaced, range(len(spaced)))
    kept = [place for place, letter in enumerate(spaced) if letter != " " or not spaced.startswith("  ", place)]
    cased = "".join(spaced[place] for place in kept)
    return Folded(cased.lower(), cased, kept)


@dataclass(frozen=True, slots=True)
class WrittenForm(Generic[Meaning]):
    """One way to write a name, as its table has it, and what it means."""

    written: str
    meaning: Meaning


class NameIndex(Generic[Meaning]):
    """The forms of one language. A place in a text where no name begins costs four looks into a table."""

    def __init__(self, language: Language, forms: Iterable[tuple[str, Meaning]]) -> None:
        self._language = language
        self._forms: dict[str, list[WrittenForm[Meaning]]] = defaultdict(list)
        for written, meaning in forms:
            shape = fold(_SPACES.sub(" ", written), language)
            self._forms[shape.letters].append(WrittenForm(shape.cased if language is Language.ENGLISH else written, meaning))
        lengths: dict[str, list[int]] = defaultdict(list)
        for letters in sorted(self._forms, key=len, reverse=True):
            if len(letters) not in lengths[letters[:_KEY]]:
                lengths[letters[:_KEY]].append(len(letters))
        self._lengths = dict(lengths)

    def may_begin(self, folded: Folded, start: int) -> bool:
        """Whether any name has the first letters that stand at `start`; quicker than asking for the candidates."""
        letters, lengths = folded.letters, self._lengths
        return (
            letters[start : start + _KEY] in lengths
            or letters[start : start + 3] in lengths
            or letters[start : start + 2] in lengths
            or letters[start : start + 1] in lengths
        )

    def candidates(self, folded: Folded, text: str, start: int) -> Iterator[tuple[int, list[WrittenForm[Meaning]]]]:
        """The ends of the names that begin at `start`, a place in `folded`, longest first, with what they may mean."""
        for size in range(_KEY, 0, -1):
            for length in self._lengths.get(folded.letters[start : start + size], ()):
                end = start + length
                forms = self._forms.get(folded.letters[start:end], []) if size <= length <= len(folded.letters) - start else []
                if fitting := [form for form in forms if self._fits(form.written, folded, text, start, end)]:
                    yield end, fitting

    def _fits(self, written: str, folded: Folded, text: str, start: int, end: int) -> bool:
        """Whether the text has the form's capitals (it may have more), and in a short Korean name the form's blanks."""
        if self._language is Language.ENGLISH:
            found = folded.cased[start:end]
            return all(letter.isupper() or not mine.isupper() for letter, mine in zip(found, written, strict=True))
        return end - start >= _FREE_SPACING or folded.span(start, end).of(text).translate(_PLAIN) == written.translate(_PLAIN)
