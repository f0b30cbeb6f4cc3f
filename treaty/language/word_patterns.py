"""Lists of words as people write them into tables, as one expression to look for in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from treaty.model import Language

_SHORT_WORD = 2
"""A Korean word of up to so many syllables stands inside too many other words to be looked for there."""
_ANYWHERE = "~"
_SYLLABLE = re.compile(r"[가-힣]")


def any_word_of(words: Iterable[str], language: Language) -> re.Pattern[str]:
    """An expression that finds any of the words, the longest first; one that finds nothing where there are none.

    English: whole words, "*" at the end stands for any ending, a plural s need not be given; the words may begin with a
    capital, unless they are written in capitals here. Korean: anywhere in a word if it has three syllables or more, else at
    the beginning of one; blanks between its parts need not be there, and "~" before a short one looks for it anywhere.
    """
    in_order = sorted(words, key=len, reverse=True)
    shapes = _korean(in_order) if language is Language.KOREAN else _english(in_order)
    return re.compile("|".join(shapes) or r"(?!)")


def _korean(words: Sequence[str]) -> Iterator[str]:
    """The words that may stand anywhere, then those that begin one; these share what says so, which is slow to compile."""
    anchored = [word for word in words if len(_SYLLABLE.findall(word)) <= _SHORT_WORD and not word.startswith(_ANYWHERE)]
    yield from (_spaced(word) for word in words if word not in anchored)
    if anchored:
        yield rf"(?<![가-힣])(?:{'|'.join(map(_spaced, anchored))})"


def _spaced(word: str) -> str:
    return re.escape(word.removeprefix(_ANYWHERE)).replace(r"\ ", r"\s?")


def _english(words: Sequence[str]) -> Iterator[str]:
    if words:
        yield rf"(?<![\w-])(?:{'|'.join(map(_ended, words))})(?!\w)"


def _ended(word: str) -> str:
    stem = re.escape(word.removesuffix("*")).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    ending = r"\w*" if word.endswith("*") else "s?"
    if not word.isupper():
        # Not IGNORECASE: it takes ten times as long to compile, and there are thousands of words.
        stem = re.sub(r"(?<![\w\\])[a-z]", lambda first: f"[{first[0]}{first[0].upper()}]", stem)
    return stem + ending
