"""Which form a Korean particle takes: by the last sound of the word in front of it, as that word is read aloud."""

from __future__ import annotations

import re
from enum import StrEnum


class Ending(StrEnum):
    """What a word ends in, as far as particles ask: 로 treats ㄹ like a vowel."""

    VOWEL = "vowel"
    RIEUL = "rieul"
    CONSONANT = "consonant"


_FIRST_SYLLABLE, _LAST_SYLLABLE, _FINALS, _RIEUL = 0xAC00, 0xD7A3, 28, 8
_DIGIT_ENDINGS = dict(zip("0123456789", "crvcvvcrrv", strict=True))
_LETTER_ENDINGS = {"L": "r", "R": "r", "M": "c", "N": "c"}
_SAME_AS_WORD = frozenset("AEIOUSFXZHLMN")
"""Letters that end alike whether an acronym is spelt out (엘) or read as a word (나토)."""
_NAMES = {"c": Ending.CONSONANT, "v": Ending.VOWEL, "r": Ending.RIEUL}
_READ = re.compile(r"[가-힣]$|(?<![A-Za-z])[A-Z][A-Z0-9]*$|\d[\d,.]*(?:%)?$")


def ending_of(word: str) -> Ending | None:
    """What `word` ends in: Hangul, digits and acronyms as they are read; None where that is not certain (Latin words)."""
    match = _READ.search(word)
    if match is None:
        return None
    last = match.group()[-1]
    if _FIRST_SYLLABLE <= ord(last) <= _LAST_SYLLABLE:
        final = (ord(last) - _FIRST_SYLLABLE) % _FINALS
        return Ending.RIEUL if final == _RIEUL else Ending.CONSONANT if final else Ending.VOWEL
    if last == "%":
        return Ending.VOWEL
    if last.isdigit():
        return _NAMES[_DIGIT_ENDINGS[last]]
    return _of_acronym(match.group())


def _of_acronym(acronym: str) -> Ending | None:
    letters = acronym.rstrip("0123456789")
    spelt_out = len(letters) == 1 or not set(letters) & set("AEIOUY")
    if letters[-1] not in _SAME_AS_WORD and not spelt_out:
        return None
    return _NAMES[_LETTER_ENDINGS.get(letters[-1], "v")]
