"""Numbers in Korean text: in digits, in native and in Sino-Korean words, and the old words for days."""

from __future__ import annotations

import re
from fractions import Fraction

from treaty.language.quantities import (
    DIGITS,
    Quantity,
    QuantityKind,
    Scanner,
    UnitTable,
    alternatives,
    clues,
    digits,
    matched,
    measure,
)  # fmt: skip
from treaty.model import Language, Span

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_TENS = {"십": 10, "백": 100, "천": 1000}
_MYRIADS = {"만": 10**4, "억": 10**8, "조": 10**12}
_PART = re.compile(rf"\s?(?P<digits>{_DIGITS})?(?P<tens>(?:[십백천](?!\s?[분번]의))?)(?P<myriad>[만억조]?)")
_NATIVE_ONES = {"한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "네": 4, "넷": 4, "다섯": 5, "여섯": 6, "일곱": 7,
                "여덟": 8, "아홉": 9}  # fmt: skip
_NATIVE_TENS = {"열": 10, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90}
NATIVE = _NATIVE_ONES | _NATIVE_TENS | {"석": 3, "넉": 4, "스무": 20}
NATIVE |= {tens + ones: many + few for tens, many in _NATIVE_TENS.items() for ones, few in _NATIVE_ONES.items()}
_SINO = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9, "십": 10, "십이": 12}
_DAY_WORDS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "일주일": 7, "열흘": 10, "보름": 15}
_DAYS = re.compile(rf"(?<![가-힣])(?P<days>{'|'.join(_DAY_WORDS)})(?=\s|$|[.,)]|간|이내|전|후|마다|에|의|을|를|이|은|동안|안)")
_SHARE = re.compile(r"(?P<whole>\d+|[일이삼사오육칠팔구십]+)\s?분의\s?(?P<part>\d+|[일이삼사오육칠팔구십]+)")
_AND_A_HALF = re.compile(r"\s?반(?=[\s,.)]|$|[의을이은간동])")
"""What stands behind a unit in 1년 반."""
_HALF = re.compile(r"(?<![가-힣])(?:절반|반수)")

_CLOSE_COUNTERS = "개명번척곳"
"""Counters that are written without a blank behind 한, 두, 세 and make no other word with them, as 세대 and 한편 would."""

_HALF_CLUES, _SHARE_CLUES, _DAYS_CLUES = clues("절 반"), clues("분"), clues("루 틀 흘 닷 주 름")
_NATIVE_CLUES = frozenset(word[-1] for word in NATIVE)
_SINO_CLUES = frozenset({*_TENS, *_MYRIADS})


def take_korean_numbers(scanner: Scanner, units: UnitTable) -> None:
    """Takes the numbers, which stand alone or before a unit or a counter; in words only where a unit or a counter follows."""
    scanner.take(_SHARE, _share, _SHARE_CLUES)
    scanner.take(_HALF, lambda match: [Quantity(matched(match), QuantityKind.COUNT, Fraction(1, 2))], _HALF_CLUES)
    if scanner.has(DIGITS):
        _take_figures(scanner, units)
    if units.countable:
        _take_native(scanner, units)
    _take_days(scanner, units)
    if units.countable:
        _take_sino(scanner, units)


def _share(match: re.Match[str]) -> list[Quantity]:
    """A fraction as Korean says it, denominator first: 3분의 2."""
    whole, part = (_sino(match[group]) for group in ("whole", "part"))
    return [Quantity(matched(match), QuantityKind.COUNT, Fraction(part, whole))] if whole else []


def _sino(word: str) -> int:
    if word.isdigit():
        return int(word)
    return _SINO.get(word) or sum(_SINO.get(syllable, 0) for syllable in word)


def _take_figures(scanner: Scanner, units: UnitTable) -> None:
    """Numbers in digits, with 십·백·천·만·억·조, the currency before and the unit behind them."""
    before, behind = units.compiled("before figures", _before), units.compiled("behind figures", _behind)
    position = 0
    while (match := before.search(scanner.free, position)) is not None:
        figure, end = _amount(scanner.free, match.end())
        unit_match = behind.match(scanner.free, end)
        unit = units.forms[Language.KOREAN].get(unit_match["unit"] or "") if unit_match else None
        stop = unit_match.end() if unit_match else end
        if match["sign"]:
            unit = units.currencies[match["sign"]]
        if unit and (half := _AND_A_HALF.match(scanner.free, stop)):
            figure, stop = figure + Fraction(1, 2), half.end()
        scanner.keep(measure(Span(match.start(), stop), figure, unit))
        position = max(stop, match.end() + 1)


def _before(units: UnitTable) -> re.Pattern[str]:
    return re.compile(rf"(?:(?P<sign>{units.currency_pattern()})\s?)?(?<![\d.,])(?={_DIGITS})")


def _behind(units: UnitTable) -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{_counted(units)})")


def _counted(units: UnitTable) -> str:
    """A regular expression for what is counted: a unit or a counter."""
    return rf"(?P<unit>{units.pattern(Language.KOREAN)})|(?:{alternatives(units.counters)})"


def _amount(text: str, start: int) -> tuple[Fraction, int]:
    """The number that begins at `start`, and where it ends: 12억 5천만, 2천4백, 1,250, 1.5."""
    total, group, end, last_myriad = Fraction(0), Fraction(0), start, 10**16
    while (part := _PART.match(text, end)) is not None and part.end() > end:
        first = end == start
        if not part["digits"] and (first or text[end : end + 1].isspace() or not (part["tens"] or part["myriad"])):
            break
        if not first and not (part["tens"] or part["myriad"]):
            break
        myriad = _MYRIADS.get(part["myriad"], 1)
        if myriad > 1 and myriad >= last_myriad:
            break
        group += (digits(part["digits"]) if part["digits"] else 1) * _TENS.get(part["tens"], 1)
        end = part.end()
        if myriad > 1:
            total, group, last_myriad = total + group * myriad, Fraction(0), myriad
        elif not part["tens"]:
            break
    return total + group, end


def _take_native(scanner: Scanner, units: UnitTable) -> None:
    """Native number words before a counter or a unit: 두 개, 세 척, 석 달."""
    pattern = units.compiled("native", _native_pattern)
    scanner.take(pattern, lambda match: [_native(match, units)], _NATIVE_CLUES)


def _native_pattern(units: UnitTable) -> re.Pattern[str]:
    words = rf"(?:(?:{alternatives(_NATIVE_TENS)})\s)?(?:{alternatives(NATIVE)})"
    close = alternatives(word for word in units.counters if len(word) > 1 or word in _CLOSE_COUNTERS)
    return re.compile(rf"(?<![가-힣])(?P<word>{words})(?:\s(?:{_counted(units)})|(?:{close}))(?![가-힣]*[적화])")


def _native(match: re.Match[str], units: UnitTable) -> Quantity:
    unit = units.forms[Language.KOREAN].get(match["unit"] or "")
    return measure(matched(match), Fraction(sum(NATIVE[word] for word in match["word"].split())), unit)


def _take_days(scanner: Scanner, units: UnitTable) -> None:
    """The old words for days: 보름."""
    days = units.forms[Language.KOREAN].get("일")
    scanner.take(_DAYS, lambda match: [measure(matched(match), Fraction(_DAY_WORDS[match["days"]]), days)], _DAYS_CLUES)


def _take_sino(scanner: Scanner, units: UnitTable) -> None:
    """Numbers in Sino-Korean words before a unit or a counter: 백만 달러, 삼십 일."""
    for pattern in (units.compiled("several Sino-Korean words", _several), units.compiled("one Sino-Korean word", _alone)):
        scanner.take(pattern, lambda match: [_sino_measure(match, units)], _SINO_CLUES)


def _several(units: UnitTable) -> re.Pattern[str]:
    words = r"[일이삼사오육칠팔구]*[십백천만억조][일이삼사오육칠팔구십백천만억조]+|[일이삼사오육칠팔구][십백천만억]"
    return re.compile(rf"(?<![가-힣\d])(?P<word>{words})여?\s?(?:{_counted(units)})(?![가-힣]*[적화])")


def _alone(units: UnitTable) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![가-힣\d])(?<!\b[수몇]\s)(?P<word>[십백천만억])(?:\s?여)?\s(?:{_counted(units)})(?![가-힣]*[적화])"
    )


def _sino_measure(match: re.Match[str], units: UnitTable) -> Quantity:
    unit = units.forms[Language.KOREAN].get(match["unit"] or "")
    return measure(matched(match), Fraction(_sino_value(match["word"])), unit)


def _sino_value(word: str) -> int:
    """The value of a number in Sino-Korean words: 백만, 삼십, 천이백."""
    total = group = digit = 0
    for syllable in word:
        if syllable in _MYRIADS:
            total += (group + digit or 1) * _MYRIADS[syllable]
            group = digit = 0
        elif syllable in _TENS:
            group += (digit or 1) * _TENS[syllable]
            digit = 0
        else:
            digit = _SINO[syllable]
    return total + group + digit
