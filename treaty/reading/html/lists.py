"""The numbers and bullets that a browser prints in front of list items."""

from __future__ import annotations

import re
from typing import Any

from treaty.reading.html.writer import Marker
from treaty.reading.numbering import SYLLABLES

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.I)
_QUOTED = re.compile(r"[\"']([^\"']{1,8})[\"']")
_OF_TYPE = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_BULLETS = {"disc": "•", "circle": "◦", "square": "▪"}
_BY_DEPTH = ("•", "◦", "▪")
_CONSONANTS = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_ROMANS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_COUNTING = frozenset(
    "decimal decimal-leading-zero lower-alpha lower-latin upper-alpha upper-latin lower-roman upper-roman hangul"
    " hangul-consonant".split()
)
_LARGEST = 1_000_000


class ItemList:
    """A list that is being read: what it counts from, in which steps, and how it prints its numbers."""

    def __init__(self, element: Any, depth: int) -> None:
        self._ordered = element.tag == "ol"
        self._style = _style_of(element)
        self._depth = depth
        self._step = -1 if self._ordered and element.get("reversed") is not None else 1
        items = sum(1 for child in element if child.tag == "li") if self._step < 0 else 1
        self._next = _number(element.get("start"), items)

    def marker(self, item: Any) -> Marker:
        """What stands in front of the next item."""
        number = _number(item.get("value"), self._next)
        self._next = number + self._step
        style = _style_of(item) or self._style
        if style == "none":
            return Marker("")
        if quoted := _QUOTED.fullmatch(style):
            return Marker(quoted.group(1).strip(), sure=True)
        if style in _BULLETS or not (self._ordered or style in _COUNTING):
            return Marker(_BULLETS.get(style, _BY_DEPTH[min(self._depth, 2)]))
        return Marker(f"{printed(number, style or 'decimal')}.", number, sure=bool(style))


def printed(number: int, style: str) -> str:
    """A number as a list of this style prints it; in digits where the style has none for it."""
    if style == "decimal-leading-zero":
        return f"{number:02d}"
    if style in ("lower-roman", "upper-roman") and 0 < number < 4000:
        return _cased(_roman(number), style)
    if style in ("lower-alpha", "lower-latin", "upper-alpha", "upper-latin") and number > 0:
        return _cased(_letters(number), style)
    signs = {"hangul": SYLLABLES, "hangul-consonant": _CONSONANTS}.get(style, "")
    return signs[number - 1] if 0 < number <= len(signs) else str(number)


def _cased(text: str, style: str) -> str:
    return text.upper() if style.startswith("upper") else text


def _style_of(element: Any) -> str:
    """The style that an element names itself, in its attributes; empty where it names none."""
    if found := _STYLE.search(element.get("style") or ""):
        words = found.group(1).strip()
        return words if _QUOTED.fullmatch(words) else _first_style(words.lower().split())
    kind = (element.get("type") or "").strip()
    return _OF_TYPE.get(kind, kind.lower() if kind.lower() in _BULLETS else "")


def _first_style(words: list[str]) -> str:
    return next((word for word in words if word in _COUNTING or word in _BULLETS or word == "none"), "")


def _number(attribute: str | None, otherwise: int) -> int:
    found = re.match(r"\s*([+-]?\d{1,7})", attribute or "", re.ASCII)
    return max(-_LARGEST, min(_LARGEST, int(found.group(1)))) if found else otherwise


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMANS:
        text += letters * (number // value)
        number %= value
    return text


def _letters(number: int) -> str:
    text = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        text = chr(ord("a") + letter) + text
    return text
