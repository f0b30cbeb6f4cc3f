"""Whether two spellings can be of one name: a letter apart, in Hangul a single consonant or vowel."""

from __future__ import annotations

import unicodedata

from rapidfuzz.distance import DamerauLevenshtein

from treaty.model import Language

_LEAST_LETTERS = {Language.KOREAN: 6, Language.ENGLISH: 4}
"""A name with fewer letters (Hangul letters, ㅍㅔㄹㅡㄷㅏ) is too easily another word."""
_LEAST_SYLLABLES = 3
_LETTERS_A_SLIP = 8


def same_name(first: str, second: str, language: Language) -> bool:
    """Whether two different words are so close that one is likely misspelt: one letter in every eight apart, one at least."""
    mine, theirs = _letters(first), _letters(second)
    longest, shortest = max(len(mine), len(theirs)), min(len(mine), len(theirs))
    if shortest < _LEAST_LETTERS[language] or (language is Language.KOREAN and len(first.replace(" ", "")) < _LEAST_SYLLABLES):
        return False
    slips = max(1, longest // _LETTERS_A_SLIP)
    return 0 < DamerauLevenshtein.distance(mine, theirs, score_cutoff=slips) <= slips


def _letters(word: str) -> str:
    """The letters of a word without blanks: Hangul syllables taken apart."""
    return unicodedata.normalize("NFD", word.replace(" ", "").replace("-", "")).lower()
