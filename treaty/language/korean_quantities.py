"""Quantities in Korean text."""

from __future__ import annotations

import re
from fractions import Fraction

from treaty.language.quantities import (
    CalendarDate,
    Quantity,
    QuantityKind,
    Scanner,
    Unit,
    UnitTable,
    alternatives,
    dates_of,
    digits,
    matched,
)  # fmt: skip
from treaty.language.rates import take_rates
from treaty.language.referred import take_korean_references
from treaty.model import Language, Span

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_TENS = {"십": 10, "백": 100, "천": 1000}
_MYRIADS = {"만": 10**4, "억": 10**8, "조": 10**12}
_PART = re.compile(rf"\s?(?P<digits>{_DIGITS})?(?P<tens>(?:[십백천](?!\s?[분번]의))?)(?P<myriad>[만억조]?)")
_NATIVE = {"한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "석": 3, "네": 4, "넷": 4, "넉": 4, "다섯": 5, "여섯": 6,
           "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "열한": 11, "열두": 12, "스무": 20}  # fmt: skip
_SINO = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9, "십": 10, "십이": 12}
_DAY_WORDS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "일주일": 7, "열흘": 10, "보름": 15}
_DAYS = re.compile(rf"(?<![가-힣])(?P<days>{'|'.join(_DAY_WORDS)})(?=\s|$|[.,)]|간|이내|전|후|마다|에|의|을|를|이|은|동안|안)")
_WEEKDAYS = "월화수목금토일"
_WEEKDAY = r"(?:\s?[(（](?P<weekday>[월화수목금토일])(?:요일)?[)）])?"
_UNTIL = r"(?:\s?(?:부터|[~∼〜-])\s?(?P<until>\d{1,2})\s?일)?"

_FULL_DATE = re.compile(
    rf"(?:(?P<year>(?:1[5-9]|20|21)\d\d)\s?년\s?)?(?P<month>1[0-2]|0?[1-9])\s?월\s?(?P<day>3[01]|[12]\d|0?[1-9])\s?일{_WEEKDAY}{_UNTIL}"
)
_DAY_RANGE = re.compile(
    r"(?:(?P<year>(?:1[5-9]|20|21)\d\d)\s?년\s?)?(?P<month>1[0-2]|0?[1-9])\s?월\s?(?P<day>3[01]|[12]\d|0?[1-9])\s?[~∼〜–-]\s?(?P<until>3[01]|[12]\d|[1-9])\s?일"
)
_DOTTED_DATE = re.compile(
    rf"(?<![\d.])(?P<year>(?:1[5-9]|20|21)\d\d)\s?[.-]\s?(?P<month>1[0-2]|0?[1-9])\s?[.-]\s?(?P<day>3[01]|[12]\d|0?[1-9])\.?(?![\d]){_WEEKDAY}"
)
_PRESS_DATE = re.compile(
    r"(?<![\d.])(?P<month>1[0-2]|[1-9])\.\s?(?P<day>3[01]|[12]\d|[1-9])\.?[(（](?P<weekday>[월화수목금토일])[)）]"
)
_MONTH_OF_YEAR = re.compile(r"(?P<year>(?:1[5-9]|20|21)\d\d)\s?년\s?(?P<month>1[0-2]|0?[1-9])\s?월(?!\s?(?:간|이내))")
_MONTHS_OLD = re.compile(r"(?P<figure>\d{1,2})월(?=\s?(?:간|이내|이상|이하|전에|후에|의 (?:기간|예고)))")
_MONTH = re.compile(r"(?<!\d)(?P<month>1[0-2]|0?[1-9])\s?월(?=[\s,.)]|말|초|중|에|부터|까지|$)")
_YEAR = re.compile(
    r"(?<![\d.,])(?P<year>(?:1[5-9]|20|21)\d\d)(?:\s?년(?:도)?(?!\s?간)|(?![\d%]|[.,]\d|\s?[개명척만억천원달유톤회]))"
)
_PART_OF_YEAR = re.compile(
    r"(?:(?P<year>(?:19|20|21)\d\d)\s?년(?:도)?\s?)?"
    r"(?:(?P<half>[상하])반기|(?:제\s?)?(?P<quarter>[1-4])\s?(?:/\s?4\s?|사)?분기)(?!\s?(?:별|마다|동안|연속))"
)
_YEAR_RANGE = re.compile(r"(?<!\d)(?P<year>(?:19|20|21)\d\d)년?\s?[~∼〜–-]\s?(?P<last>(?:19|20|21)\d\d)년?")

_CODE = re.compile(r"제\s?(?P<number>\d{3,5}(?:[.-]\d+)*|\d{1,2}\.\d{2,}|\d{1,3}[-/]\d+)\s?호")
_MIXED_CODE = re.compile(
    r"(?<![A-Za-z\d])(?:[A-Za-z]+-?\d+(?:\.\d+)*[A-Za-z]*|\d+[A-Za-z]{1,3}(?![A-Za-z])|\d\+\d|\d\.\d(?=\s?트랙))(?![\d])"
)
_PANDEMIC = re.compile(r"코로나(?:바이러스감염증)?\s?-?\s?19(?!\d)")
_ORDINAL = re.compile(
    r"제\s?(?P<n>\d{1,3})\s?(?:차(?!관)|회|기(?=\s|$)|번째|대\s)|(?P<nth>\d{1,3})\s?(?:번째|일째|세기)|(?P<native>첫|두|세|네|다섯|여섯|일곱|여덟|아홉|열한|열두|열|스무)\s?(?:번째|째)"
)
_THIRD_PARTY = re.compile(r"제\s?3\s?(?:국|자)|양국|양자|삼자|3자(?=\s|간|적)")
_SHARE = re.compile(r"(?P<whole>\d+|[일이삼사오육칠팔구십]+)\s?분의\s?(?P<part>\d+|[일이삼사오육칠팔구십]+)")
_HALF = re.compile(r"(?<![가-힣])(?:절반|반수)")

_CLOSE_COUNTERS = "개명번척곳"
"""Counters that are written without a blank behind 한, 두, 세 and make no other word with them, as 세대 and 한편 would."""


def korean_quantities(text: str, units: UnitTable) -> tuple[Quantity, ...]:
    """The quantities in a Korean text, in order."""
    scanner = Scanner(text)
    _take_dates(scanner)
    take_korean_references(scanner)
    scanner.take(_PANDEMIC, lambda match: [Quantity(matched(match), QuantityKind.CODE, code="COVID-19")])
    scanner.take(_MIXED_CODE, lambda match: [Quantity(matched(match), QuantityKind.CODE, code=match.group().upper())])
    take_rates(scanner, Language.KOREAN)
    scanner.hide(_THIRD_PARTY)
    scanner.take(_ORDINAL, _ordinal)
    month = units.forms[Language.KOREAN].get("개월")
    scanner.take(_MONTHS_OLD, lambda match: [_measure(matched(match), Fraction(match["figure"]), month)])
    scanner.take(_SHARE, _share)
    scanner.take(_HALF, lambda match: [Quantity(matched(match), QuantityKind.COUNT, Fraction(1, 2))])
    _take_numbers(scanner, units)
    _take_native(scanner, units)
    _take_sino(scanner, units)
    return scanner.quantities()


def _take_dates(scanner: Scanner) -> None:
    for pattern in (_FULL_DATE, _DAY_RANGE, _DOTTED_DATE, _PRESS_DATE):
        scanner.take(pattern, _dates)
    scanner.take(_PART_OF_YEAR, lambda match: [_part_of_year(match)])
    scanner.take(_YEAR_RANGE, lambda match: [_year(match, "year"), _year(match, "last")])
    scanner.take(_MONTH_OF_YEAR, _dates)
    scanner.take(_CODE, lambda match: [Quantity(matched(match), QuantityKind.CODE, code=match["number"])])
    scanner.take(_YEAR, lambda match: [_year(match, "year")])
    scanner.take(_MONTH, lambda match: _dates(match) if not _MONTHS_OLD.match(match.string, match.start()) else [])


def _dates(match: re.Match[str]) -> list[Quantity]:
    groups = match.groupdict()
    weekday = groups.get("weekday")
    date = CalendarDate(
        _number(groups.get("year")),
        _number(groups.get("month")),
        _number(groups.get("day")),
        _WEEKDAYS.index(weekday) if weekday else None,
    )
    return list(dates_of(match, date, "until"))


def _part_of_year(match: re.Match[str]) -> Quantity:
    half = "상하".index(match["half"]) + 1 if match["half"] else None
    date = CalendarDate(year=_number(match["year"]), half=half, quarter=_number(match["quarter"]))
    return Quantity(matched(match), QuantityKind.DATE, date=date)


def _year(match: re.Match[str], group: str) -> Quantity:
    return Quantity(matched(match), QuantityKind.DATE, date=CalendarDate(year=int(match[group])))


def _number(word: str | None) -> int | None:
    return int(word) if word else None


def _ordinal(match: re.Match[str]) -> list[Quantity]:
    digits_found = match["n"] or match["nth"]
    value = int(digits_found) if digits_found else 1 if match["native"] == "첫" else _NATIVE[match["native"]]
    return [Quantity(matched(match), QuantityKind.ORDINAL, Fraction(value))]


def _share(match: re.Match[str]) -> list[Quantity]:
    """A fraction as Korean says it, denominator first: 3분의 2."""
    whole, part = (_sino(match[group]) for group in ("whole", "part"))
    return [Quantity(matched(match), QuantityKind.COUNT, Fraction(part, whole))] if whole else []


def _sino(word: str) -> int:
    if word.isdigit():
        return int(word)
    return _SINO.get(word) or sum(_SINO.get(syllable, 0) for syllable in word)


def _take_numbers(scanner: Scanner, units: UnitTable) -> None:
    """Numbers in digits, with 십·백·천·만·억·조, the currency before and the unit behind them."""
    before = re.compile(rf"(?:(?P<sign>{units.currency_pattern()})\s?)?(?<![\d.,])(?={_DIGITS})")
    behind = re.compile(rf"\s?(?:(?P<unit>{units.pattern(Language.KOREAN)})|(?:{alternatives(units.counters)}))")
    position = 0
    while (match := before.search(scanner.free, position)) is not None:
        figure, end = _amount(scanner.free, match.end())
        unit_match = behind.match(scanner.free, end)
        unit = units.forms[Language.KOREAN].get(unit_match["unit"] or "") if unit_match else None
        stop = unit_match.end() if unit_match else end
        if match["sign"]:
            unit = units.currencies[match["sign"]]
        scanner.keep(_measure(Span(match.start(), stop), figure, unit))
        position = max(stop, match.end() + 1)


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
    words = alternatives(_NATIVE)
    close = alternatives(word for word in units.counters if len(word) > 1 or word in _CLOSE_COUNTERS)
    apart = rf"\s(?:(?P<unit>{units.pattern(Language.KOREAN)})|(?:{alternatives(units.counters)}))"
    pattern = re.compile(rf"(?<![가-힣])(?P<word>{words})(?:{apart}|(?:{close}))(?![가-힣]*[적화])")
    scanner.take(pattern, lambda match: [_native(match, units)])


def _native(match: re.Match[str], units: UnitTable) -> Quantity:
    unit = units.forms[Language.KOREAN].get(match["unit"] or "")
    return _measure(matched(match), Fraction(_NATIVE[match["word"]]), unit)


def _take_sino(scanner: Scanner, units: UnitTable) -> None:
    """Numbers in Sino-Korean words before a unit or a counter (백만 달러, 삼십 일), and the old words for days (보름)."""
    follow = rf"(?:(?P<unit>{units.pattern(Language.KOREAN)})|(?:{alternatives(units.counters)}))(?![가-힣]*[적화])"
    several = rf"(?P<word>[일이삼사오육칠팔구]*[십백천만억조][일이삼사오육칠팔구십백천만억조]+|[일이삼사오육칠팔구][십백천만억])여?\s?{follow}"
    alone = rf"(?P<word>[십백천만억])여?\s{follow}"
    days = units.forms[Language.KOREAN].get("일")
    scanner.take(_DAYS, lambda match: [_measure(matched(match), Fraction(_DAY_WORDS[match["days"]]), days)])
    for pattern in (several, alone):
        scanner.take(re.compile(rf"(?<![가-힣\d]){pattern}"), lambda match: [_sino_measure(match, units)])


def _sino_measure(match: re.Match[str], units: UnitTable) -> Quantity:
    unit = units.forms[Language.KOREAN].get(match["unit"] or "")
    return _measure(matched(match), Fraction(_sino_value(match["word"])), unit)


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


def _measure(span: Span, figure: Fraction, unit: Unit | None) -> Quantity:
    kind = QuantityKind.MEASURE if unit else QuantityKind.COUNT
    return Quantity(span, kind, figure, unit)
