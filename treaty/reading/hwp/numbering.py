"""The automatic numbers and bullets of HWP and HWPX paragraphs: data in both formats, printed as Hancom Office prints them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from treaty.reading.numbering import SYLLABLES

LEVELS = 10
"""How many levels a numbering has; files before 2018 have seven."""
NUMBER_FORMATS = (
    "DIGIT CIRCLED_DIGIT ROMAN_CAPITAL ROMAN_SMALL LATIN_CAPITAL LATIN_SMALL CIRCLED_LATIN_CAPITAL CIRCLED_LATIN_SMALL"
    " HANGUL_SYLLABLE CIRCLED_HANGUL_SYLLABLE HANGUL_JAMO CIRCLED_HANGUL_JAMO HANGUL_PHONETIC IDEOGRAPH CIRCLED_IDEOGRAPH"
    " DECAGON_CIRCLE DECAGON_CIRCLE_HANJA"
).split()
"""The names that HWPX gives to number formats, at the positions that HWP 5 counts them by."""
_BULLET = "•"


def _series(first: str, count: int) -> str:
    return "".join(chr(ord(first) + step) for step in range(count))


_SERIES = {
    "CIRCLED_DIGIT": _series("①", 20) + _series("㉑", 15) + _series("㊱", 15),
    "CIRCLED_LATIN_CAPITAL": _series("Ⓐ", 26),
    "CIRCLED_LATIN_SMALL": _series("ⓐ", 26),
    "HANGUL_SYLLABLE": SYLLABLES,
    "CIRCLED_HANGUL_SYLLABLE": _series("㉮", 14),
    "HANGUL_JAMO": "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "CIRCLED_HANGUL_JAMO": _series("㉠", 14),
    "CIRCLED_IDEOGRAPH": _series("㊀", 10),
    "DECAGON_CIRCLE": "갑을병정무기경신임계",
    "DECAGON_CIRCLE_HANJA": "甲乙丙丁戊己庚辛壬癸",
}
_WORDS = {"HANGUL_PHONETIC": "일이삼사오육칠팔구십", "IDEOGRAPH": "一二三四五六七八九十"}
_LATIN = {"LATIN_CAPITAL": "A", "LATIN_SMALL": "a"}
_MOST_LATIN = 26 * 4
_ROMAN_VALUES = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_ROMAN_SIGNS = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
_MOST_ROMAN = 3999


def number_in_format(number: int, name: str) -> str:
    """A number in one of NUMBER_FORMATS; in digits where the format ends before it or is not known."""
    if 0 < number <= len(_SERIES.get(name, "")):
        return _SERIES[name][number - 1]
    if name in _WORDS and 0 < number < 100:
        return _in_words(number, _WORDS[name])
    if name in _LATIN and 0 < number <= _MOST_LATIN:
        return chr(ord(_LATIN[name]) + (number - 1) % 26) * ((number - 1) // 26 + 1)
    if name in ("ROMAN_CAPITAL", "ROMAN_SMALL") and 0 < number <= _MOST_ROMAN:
        return _roman(number) if name == "ROMAN_CAPITAL" else _roman(number).lower()
    return str(number)


def _in_words(number: int, signs: str) -> str:
    tens, ones = divmod(number, 10)
    return (signs[tens - 1] if tens > 1 else "") + (signs[9] if tens else "") + (signs[ones - 1] if ones else "")


def _roman(number: int) -> str:
    signs = ""
    for value, sign in zip(_ROMAN_VALUES, _ROMAN_SIGNS, strict=True):
        count, number = divmod(number, value)
        signs += sign * count
    return signs


class HeadKind(Enum):
    """What stands in front of a paragraph's words."""

    NONE = "none"
    OUTLINE = "outline"
    NUMBER = "number"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Head:
    """What a paragraph's shape asks for in front of its words: the numbering or bullet by its id, and the level from 0."""

    kind: HeadKind = HeadKind.NONE
    id: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering. In `pattern` "^1" to "^9" stand for the numbers of levels, "^n" for the path of all to here."""

    format: str
    pattern: str
    start: int = 1


@dataclass(frozen=True, slots=True)
class HeadShapes:
    """All numberings, level by level, and bullets of a file, by id."""

    numberings: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)
    bullets: Mapping[str, str] = field(default_factory=dict)


class HeadCounter:
    """Counts the numbered paragraphs of a file in reading order.

    A numbering goes on wherever its id comes again, and the outline begins anew where a section is defined.
    """

    def __init__(self, shapes: HeadShapes) -> None:
        self._shapes = shapes
        self._counts: dict[tuple[HeadKind, str, int], list[int]] = {}
        self._outline, self._section = "", 0

    def start_section(self, outline: str) -> None:
        """From here on outline paragraphs follow the numbering of the id `outline`, from its beginning."""
        self._outline, self._section = outline, self._section + 1

    def label(self, head: Head) -> str:
        """What is printed in front of the next paragraph; empty if nothing is."""
        if head.kind is HeadKind.NONE:
            return ""
        if head.kind is HeadKind.BULLET:
            return self._bullet(head.id)
        numbered = head.kind is HeadKind.NUMBER
        numbering = head.id if numbered and head.id not in ("", "0") else self._outline
        levels = self._shapes.numberings.get(numbering)
        if levels is None:
            return ""
        level = min(max(head.level, 0), LEVELS - 1)
        counts = self._counts.setdefault((head.kind, numbering, 0 if numbered else self._section), [0] * LEVELS)
        _advance(counts, levels, level)
        return _printed(counts, levels, level)

    def _bullet(self, id_: str) -> str:
        sign = self._shapes.bullets.get(id_)
        if sign is None:
            return ""
        # Bullets of symbol fonts are private characters that no other font shows; pictures for bullets have none at all.
        hidden = not sign.strip("\x00 ") or any(unicodedata.category(character) in ("Co", "Cc", "Cs") for character in sign)
        return _BULLET if hidden else sign


def _advance(counts: list[int], levels: Mapping[int, Level], level: int) -> None:
    """Counts one paragraph of `level`. Levels above it that have not been counted yet are at their start."""
    for above in range(level):
        counts[above] = counts[above] or _start(levels, above)
    counts[level] = counts[level] + 1 if counts[level] else _start(levels, level)
    counts[level + 1 :] = [0] * (LEVELS - level - 1)


def _start(levels: Mapping[int, Level], level: int) -> int:
    return levels[level].start or 1 if level in levels else 1


def _printed(counts: list[int], levels: Mapping[int, Level], level: int) -> str:
    if level not in levels:
        return ""

    def number(at: int) -> str:
        return number_in_format(counts[at], levels[at].format) if at in levels and counts[at] else ""

    def filled(match: re.Match[str]) -> str:
        if match[1] in "nN":
            return ".".join(number(at) for at in range(level + 1)) + ("." if match[1] == "N" else "")
        return number(int(match[1]) - 1)

    # "^10" is the tenth level's own number only where there is a tenth level; elsewhere it is the first level's and a zero.
    sign = r"\^(10|[1-9nN])" if level == LEVELS - 1 else r"\^([1-9nN])"
    return re.sub(sign, filled, levels[level].pattern)
