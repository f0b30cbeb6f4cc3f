"""Phrases as tables write them: words with a star for any ending and an ellipsis for a few words between, quick to look for.

Counterparts' README.txt describes the notation for those who edit the tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cache

from treaty.model import Language

_PHRASE = re.compile(r"/.*?/(?=\||$)|[^|]+")
_GAP = {Language.KOREAN: r"[^.;]{0,25}?", Language.ENGLISH: r"(?:[\s,]+[\w’'-]+){0,6}?[\s,]+"}
_WORD_END = r"(?=(?:[의은는이가을를에로도만와과인한히적]|에서|으로|적인|적으로|하게|하고|하는|하여|하며)?(?![가-힣]))"
"""What ends a Korean word written with "_" behind it: nothing more, or a particle."""
_LETTERS = re.compile(r"[a-z]{3,}|[가-힣]{2,}")
_BEGINNING = {Language.KOREAN: 2, Language.ENGLISH: 3}
_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ\u00a0", "abcdefghijklmnopqrstuvwxyz ")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Alternatives to look for in one language: for each the letters that a text must hold for it to be worth a search, and a
    regular expression, which is compiled when it is first looked for."""

    alternatives: tuple[tuple[str, str], ...]
    beginnings: frozenset[str]
    """How the keys begin, as `beginnings_in` cuts a text; "" among them where a phrase has no key."""

    def worth_searching(self, beginnings: Set[str]) -> bool:
        """Whether a text with these beginnings can hold any of the phrases."""
        return "" in self.beginnings or not self.beginnings.isdisjoint(beginnings)

    def search(self, lowered: str) -> re.Match[str] | None:
        """The match that begins first, the longest of those; `lowered` is a text as `lowered()` makes it."""
        best: re.Match[str] | None = None
        for key, expression in self.alternatives:
            match = _pattern(expression).search(lowered) if key in lowered else None
            if match and (best is None or (match.start(), -match.end()) < (best.start(), -best.end())):
                best = match
        return best

    def occur(self, lowered: str) -> bool:
        """Whether any alternative stands in the text."""
        return any(key in lowered and _pattern(expression).search(lowered) for key, expression in self.alternatives)


def lowered(text: str) -> str:
    """The text with Latin capitals made small and hard blanks soft, character by character, so that offsets stay."""
    return text.translate(_LOWER)


def beginnings_in(lowered: str, language: Language) -> frozenset[str]:
    """All runs of letters of a text that keys are looked up by: three in English, two syllables in Korean."""
    length = _BEGINNING[language]
    return frozenset(lowered[start : start + length] for start in range(len(lowered) - length + 1))


def split_phrases(cell: str) -> tuple[str, ...]:
    """The phrases of a cell, separated by "|"; bars inside a /regular expression/ separate nothing. "-" is an empty cell."""
    return tuple(phrase for phrase in map(str.strip, _PHRASE.findall(cell)) if phrase not in ("", "-"))


def phrases_of(written: Iterable[str], language: Language, *, within_words: bool = False) -> Phrases:
    """Phrases in the tables' notation. Raises re.error where one is a faulty regular expression.

    Korean phrases begin where a word begins, unless they are written with "~"; `within_words`: those of two syllables and
    more may stand inside a word too. A single syllable, or a phrase written with "_" behind it, ends where a word ends.
    """
    alternatives = tuple((_key(phrase), _expression(phrase, language, within_words)) for phrase in written)
    return Phrases(alternatives, frozenset(key[: _BEGINNING[language]] for key, _ in alternatives))


def _key(phrase: str) -> str:
    if phrase.startswith("/"):
        return ""
    return max(_LETTERS.findall(phrase.lower()), key=len, default="")


@cache
def _pattern(expression: str) -> re.Pattern[str]:
    """Few of the tables' thousands of phrases are met in a pair of texts; compiling the others would delay every start."""
    return re.compile(expression)


def _expression(phrase: str, language: Language, within_words: bool) -> str:
    if phrase.startswith("/"):
        return _pattern(phrase.strip("/")).pattern
    words = re.escape(phrase.lstrip("~").lower()).replace(r"\ …\ ", _GAP[language])
    if language is Language.KOREAN:
        bare = phrase.strip("~_")
        inside = phrase.startswith("~") or (within_words and len(bare) > 1)
        ended = phrase.endswith("_") or (len(bare) == 1 and not inside and not within_words)
        words = words.rstrip("_").replace(r"\ ", r"\s?")
        return ("" if inside else "(?<![가-힣])") + words + (_WORD_END if ended else "")
    words = words.replace(r"\ ", r",?\s+").replace(r"\*", r"\w*")
    return rf"\b{words}" + (r"\b" if phrase[-1].isalnum() else "")
