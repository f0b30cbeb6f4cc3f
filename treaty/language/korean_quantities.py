"""Quantities in Korean text."""

from __future__ import annotations

import re
from fractions import Fraction

from treaty.language.korean_numbers import NATIVE, take_korean_numbers
from treaty.language.quantities import (
    DIGIT,
    DIGITS,
    CalendarDate,
    Quantity,
    QuantityKind,
    Scanner,
    UnitTable,
    clues,
    dates_of,
    matched,
    measure,
)  # fmt: skip
from treaty.language.rates import take_rates
from treaty.language.referred import take_korean_references
from treaty.model import Language

_WEEKDAYS = "월화수목금토일"
_WEEKDAY = r"(?:\s?[(（](?P<weekday>[월화수목금토일])(?:요일)?[)）])?"
_UNTIL = r"(?:\s?(?:부터|[~∼〜-]|[과와및,·])\s?(?P<until>3[01]|[12]\d|[1-9])\s?일(?!\s?(?:이내|이상|이하|간|전|후|동안|째|의 기간)))?"

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
_ALL_DAY = re.compile(r"24시간\s?(?:내내|상시|비상|연락|대응|체계|체제|운영|가동|감시|핫라인|직통|신고|상담|지원)")
_PART_OF_YEAR_CLUES, _PANDEMIC_CLUES = clues("반 분"), clues("코")
_PARTY_CLUES, _ORDINAL_CLUES = clues(f"양 삼 {DIGIT}"), clues(f"째 {DIGIT}")


def korean_quantities(text: str, units: UnitTable) -> tuple[Quantity, ...]:
    """The quantities in a Korean text, in order."""
    scanner = Scanner(text, text)
    _take_dates(scanner)
    take_korean_references(scanner)
    scanner.take(_PANDEMIC, lambda match: [Quantity(matched(match), QuantityKind.CODE, code="COVID-19")], _PANDEMIC_CLUES)
    scanner.take(_MIXED_CODE, lambda match: [Quantity(matched(match), QuantityKind.CODE, code=match.group().upper())], DIGITS)
    take_rates(scanner, Language.KOREAN)
    scanner.hide(_THIRD_PARTY, _PARTY_CLUES)
    scanner.hide(_ALL_DAY, DIGITS)
    scanner.take(_ORDINAL, _ordinal, _ORDINAL_CLUES)
    month = units.forms[Language.KOREAN].get("개월")
    scanner.take(_MONTHS_OLD, lambda match: [measure(matched(match), Fraction(match["figure"]), month)], DIGITS)
    take_korean_numbers(scanner, units)
    return scanner.quantities()


def _take_dates(scanner: Scanner) -> None:
    for pattern in (_FULL_DATE, _DAY_RANGE, _DOTTED_DATE, _PRESS_DATE):
        scanner.take(pattern, _dates, DIGITS)
    scanner.take(_PART_OF_YEAR, lambda match: [_part_of_year(match)], _PART_OF_YEAR_CLUES)
    scanner.take(_YEAR_RANGE, lambda match: [_year(match, "year"), _year(match, "last")], DIGITS)
    scanner.take(_MONTH_OF_YEAR, _dates, DIGITS)
    scanner.take(_CODE, lambda match: [Quantity(matched(match), QuantityKind.CODE, code=match["number"])], DIGITS)
    scanner.take(_YEAR, lambda match: [_year(match, "year")], DIGITS)
    scanner.take(_MONTH, lambda match: _dates(match) if not _MONTHS_OLD.match(match.string, match.start()) else [], DIGITS)


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
    value = int(digits_found) if digits_found else 1 if match["native"] == "첫" else NATIVE[match["native"]]
    return [Quantity(matched(match), QuantityKind.ORDINAL, Fraction(value))]
