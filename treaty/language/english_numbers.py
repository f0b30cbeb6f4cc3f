"""Numbers in English text: in digits and in words, with their scales, halves and dozens."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from treaty.language.quantities import DIGIT, Scanner, Unit, UnitTable, alternatives, clues, digits, measure
from treaty.model import Language, Span

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_SMALL = {word: number for number, word in enumerate(ONES)} | TENS
_SCALES = {"dozen": 12, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_LEAST_HALVED = 10**6
"""A million and a half is 1.5 million; of smaller scales nobody says so."""
_PARTS = {"half": Fraction(1, 2), "third": Fraction(1, 3), "quarter": Fraction(1, 4)}

_DIGITS = r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_BELOW = rf"(?:(?:{alternatives(TENS)})(?:[\s-](?:{alternatives(ONES[1:10])}))?|(?:{alternatives(ONES)}))\b"
_HUNDREDS = rf"(?:(?:{_BELOW}|an?\b)[\s-]hundred\b(?:\s(?:and\s)?{_BELOW}(?![\s-]hundred))?)"
_SCALE = rf"[\s-](?P<scale>{alternatives(_SCALES)})\b"
_PART = r"(?:(?:an?|one)[\s-](?P<one>half|third|quarter)|(?P<count>two|three)[\s-](?P<several>third|quarter)s)\b"

_FIRST = re.compile(
    rf"(?P<digits>{_DIGITS})|(?P<words>\b(?:{_HUNDREDS}|{_BELOW}|an?(?={_SCALE.replace('?P<scale>', '?:')})))", re.I
)
_NEXT = re.compile(rf"\s(?:and\s)?(?P<words>{_HUNDREDS}|{_BELOW})", re.I)
_SCALED = re.compile(_SCALE, re.I)
_AND_PART = re.compile(rf"\sand\s{_PART}(?!\s+of\b)", re.I)
_PART_OF = re.compile(rf"\b(?:{_PART}|(?P<bare>half|quarter))(?:\s(?:of\s)?an?)?{_SCALE}", re.I)
_WORD = re.compile(r"[a-z]+")
_BEGINNING = rf"(?=\d|\b(?:{alternatives((*_SMALL, 'a', 'an', 'half', 'quarter'))})\b)"
_PARENTHESISED = r"(?:\s?\(\s?\d+\s?\))?"
_CLUES = frozenset({*_SMALL, *_SCALES, "hundred", DIGIT})
_BROKEN_CLUES = clues("half third thirds quarter quarters")


class _Amount(NamedTuple):
    """A number and where it ends."""

    figure: Fraction
    end: int


_Reader = Callable[[str, int], _Amount | None]


def small(word: str) -> int:
    """The value of a word for a number below a hundred, or of digits; 0 where it is none."""
    return int(word) if word.isdigit() else _SMALL.get(word.lower(), 0)


def take_broken_numbers(scanner: Scanner, units: UnitTable) -> None:
    """Takes the numbers with fractions in them: two and a half years, half a million. Bare fractions are for later."""
    if scanner.has(_BROKEN_CLUES):
        _take(scanner, units, _broken)


def take_english_numbers(scanner: Scanner, units: UnitTable) -> None:
    """Takes the numbers without, with the currency before and the unit behind them. "One" and "a" alone are articles, and what
    stands for no certain number (several hundred, dozens, tens of thousands) is none."""
    if scanner.has(_CLUES):
        _take(scanner, units, _whole)


def _take(scanner: Scanner, units: UnitTable, read: _Reader) -> None:
    before, behind = units.compiled("before English numbers", _before), units.compiled("behind English numbers", _behind)
    position = 0
    while (match := before.search(scanner.free, position)) is not None:
        position = match.end() + 1
        amount = read(scanner.free, match.end())
        ended = behind.match(scanner.free, amount.end) if amount else None
        if amount and ended:
            position = max(position, ended.end())
            unit = _unit(match["sign"], ended["unit"], units)
            if unit or amount.figure != 1 or scanner.free[match.end()].isdigit():
                scanner.keep(measure(Span(match.start(), ended.end()), amount.figure, unit))


def _before(units: UnitTable) -> re.Pattern[str]:
    return re.compile(rf"(?:(?P<sign>{units.currency_pattern()})\s?)?{_BEGINNING}", re.I)


def _behind(units: UnitTable) -> re.Pattern[str]:
    unit = rf"(?:[\s-]?(?P<unit>{units.pattern(Language.ENGLISH)})(?![A-Za-z]))?"
    return re.compile(rf"(?![a-z]){_PARENTHESISED}{unit}", re.I)


def _unit(sign: str | None, name: str | None, units: UnitTable) -> Unit | None:
    if sign:
        return _unit_named(sign, units.currencies)
    return _unit_named(name, units.forms[Language.ENGLISH]) if name else None


def _unit_named(word: str, names: dict[str, Unit]) -> Unit | None:
    return names.get(word) or next((unit for name, unit in names.items() if name.lower() == word.lower()), None)


def _broken(text: str, start: int) -> _Amount | None:
    """A number with a fraction that begins at `start`: half a million, two and a half million, a million and a half."""
    if part := _PART_OF.match(text, start):
        return _Amount(_fraction(part) * _SCALES[part["scale"].lower()], part.end())
    first = _FIRST.match(text, start)
    if first and (part := _AND_PART.match(text, first.end())):
        scale, end = _scale(text, part.end())
        return _Amount((_value(first) + _fraction(part)) * scale, end)
    scale, end = _scale(text, first.end()) if first else (0, start)
    if first and scale >= _LEAST_HALVED and (part := _AND_PART.match(text, end)):
        return _Amount((_value(first) + _fraction(part)) * scale, part.end())
    return None


def _whole(text: str, start: int) -> _Amount | None:
    """A number that begins at `start`: 1.5 million, a hundred, two thousand five hundred. Each scale is smaller than the one
    before; what follows "one million and two million" is another number."""
    part = first = _FIRST.match(text, start)
    total, end, least = Fraction(0), start, 0
    while part:
        scale, stop = _scale(text, part.end())
        if least and scale >= least:
            break
        total, end, least = total + _value(part) * scale, stop, scale
        part = _NEXT.match(text, stop) if first and first["words"] and scale > 1 else None
    return _Amount(total, end) if first else None


def _scale(text: str, start: int) -> tuple[int, int]:
    """What the scales that begin at `start` multiply by (a thousand million), and where they end; 1 where there are none."""
    factor, end = 1, start
    while found := _SCALED.match(text, end):
        factor, end = factor * _SCALES[found["scale"].lower()], found.end()
    return factor, end


def _value(part: re.Match[str]) -> Fraction:
    """The value of digits, or of words for a number below a thousand; "a" is one."""
    if (words := part.groupdict().get("words")) is None:
        return digits(part["digits"])
    value = 0
    for word in _WORD.findall(words.lower()):
        value = value * 100 if word == "hundred" else value + (1 if word in ("a", "an") else _SMALL.get(word, 0))
    return Fraction(value)


def _fraction(part: re.Match[str]) -> Fraction:
    if part["count"]:
        return small(part["count"]) * _PARTS[part["several"].lower()]
    return _PARTS[(part["one"] or part["bare"]).lower()]
