"""Which language a line is written in, by a vote of its words."""

from __future__ import annotations

import re

from treaty.model import Language

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[“\"‘'][^“”\"‘’']*[”\"’']")
_KOREAN_WORD = re.compile(r"(?<!\S)\S*[가-힣]\S*")
_ENGLISH_WORD = re.compile(r"\b(?=[A-Za-z]*?[a-z]{2})[A-Za-z]+\b")
_SHOUTED_WORD = re.compile(r"\b[A-Z]{4,}\b")


def language_of(text: str) -> Language | None:
    """The language that most words of `text` are in; None where it has no words of either.

    What stands in brackets or quotation marks does not vote while other words do: there, each language cites the other.
    """
    outside = _ASIDE.sub(" ", text)
    return _majority(outside) or _majority(text)


def _majority(text: str) -> Language | None:
    korean = len(_KOREAN_WORD.findall(text))
    without_korean = _KOREAN_WORD.sub(" ", text)
    english = len(_ENGLISH_WORD.findall(without_korean)) + len(_SHOUTED_WORD.findall(without_korean))
    if korean == english == 0:
        return None
    return Language.KOREAN if korean >= english else Language.ENGLISH
