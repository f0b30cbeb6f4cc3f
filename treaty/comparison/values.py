"""Values in words, as findings show what was read."""

from __future__ import annotations

from fractions import Fraction

from treaty.language.quantities import CalendarDate, Quantity, QuantityKind
from treaty.model import Bilingual

_WEEKDAYS_KO = "월화수목금토일"
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORDINALS = ("first", "second", "third", "fourth")
_MONTHS = "January February March April May June July August September October November December".split()


def described(quantity: Quantity) -> Bilingual:
    """The value of a quantity: "28일"/"28 days", "USD 1,500,000", "2029년 6월 30일"/"30 June 2029"."""
    if quantity.date:
        return _date(quantity.date)
    if quantity.kind is QuantityKind.CODE:
        return Bilingual(quantity.code, quantity.code)
    if quantity.kind is QuantityKind.FREQUENCY:
        return _frequency(quantity.figure)
    figure = _number(quantity.figure)
    if quantity.unit is None:
        return Bilingual(figure, figure)
    if quantity.unit.names.en.isupper():
        return Bilingual(f"{quantity.unit.names.en} {figure}", f"{quantity.unit.names.en} {figure}")
    plural = "" if quantity.figure == 1 or quantity.dimension == "share" else "s"
    return Bilingual(f"{figure}{quantity.unit.names.ko}", f"{figure} {quantity.unit.names.en}{plural}")


def weekday_name(weekday: int) -> Bilingual:
    return Bilingual(f"{_WEEKDAYS_KO[weekday]}요일", _WEEKDAYS_EN[weekday])


def different_parts(mine: CalendarDate, theirs: CalendarDate) -> Bilingual:
    """Which parts of two dates differ: "월, 일"/"month, day"."""
    named = (("year", "연도"), ("half", "반기"), ("quarter", "분기"), ("month", "월"), ("day", "일"), ("weekday", "요일"))
    differ = [(ko, en) for en, ko in named if _differ(getattr(mine, en), getattr(theirs, en))]
    return Bilingual(", ".join(ko for ko, _ in differ), ", ".join(en for _, en in differ))


def _differ(mine: int | None, theirs: int | None) -> bool:
    return mine is not None and theirs is not None and mine != theirs


def _number(figure: Fraction) -> str:
    if figure.denominator == 1:
        return f"{figure.numerator:,}"
    decimal = float(figure)
    is_exact = Fraction(str(decimal)) == figure
    return f"{decimal:,}" if is_exact else f"{figure.numerator}/{figure.denominator}"


def _date(date: CalendarDate) -> Bilingual:
    korean = [f"{part}{unit}" for part, unit in ((date.year, "년"), (date.month, "월"), (date.day, "일")) if part]
    if date.half or date.quarter:
        return _part_of_year(date)
    month = _MONTHS[date.month - 1] if date.month else None
    english = [str(part) for part in (date.day, month, date.year) if part]
    if date.weekday is not None:
        korean.append(f"({_WEEKDAYS_KO[date.weekday]})")
        english.insert(0, f"{_WEEKDAYS_EN[date.weekday]},")
    return Bilingual(" ".join(korean), " ".join(english))


def _part_of_year(date: CalendarDate) -> Bilingual:
    """The half or the quarter of a year: "2029년 하반기"/"second half of 2029"."""
    which = _ORDINALS[(date.half or date.quarter or 1) - 1]
    korean, part = ("상하"[date.half - 1] + "반기", "half") if date.half else (f"{date.quarter}분기", "quarter")
    year = (f"{date.year}년 ", str(date.year)) if date.year else ("", "the year")
    return Bilingual(f"{year[0]}{korean}", f"{which} {part} of {year[1]}")


def _frequency(rate: Fraction) -> Bilingual:
    times, years = rate.numerator, rate.denominator
    period = ("1년", "a year") if years == 1 else (f"{years}년", f"{years} years")
    how_often = {1: "once", 2: "twice"}.get(times, f"{times} times")
    return Bilingual(f"{period[0]}에 {times}회", f"{how_often} {'' if years == 1 else 'in '}{period[1]}")
