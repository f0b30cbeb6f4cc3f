"""Numbers, amounts, percentages, dates, periods, frequencies and references, compared by value (CHECKS C01–C10, C34)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from treaty.comparison.bounded_figures import PERIODS, find_different_bounds, find_different_time_sides
from treaty.comparison.crossed_values import find_crossed_values
from treaty.comparison.figures import Agreement, Figure, Match, figures_of, take_matches
from treaty.comparison.pair import Pair, Side
from treaty.comparison.values import described, different_parts, weekday_name
from treaty.language.quantities import CalendarDate, Quantity, QuantityKind
from treaty.language.referred import ITEM, LETTER
from treaty.model import Bilingual, Finding

_SHARES = frozenset({"share", "points"})
_PERIODS_A_YEAR = (1, 2, 4, 12, 52, 365)
_LARGEST_SMALL = 3
"""Numbers up to 3 that stand alone are articles and idioms too often ("two", 한 번) to be reported."""
_ALONE_KINDS = (QuantityKind.COUNT, QuantityKind.MEASURE, QuantityKind.DATE)


def find_different_quantities(pair: Pair) -> Iterator[Finding]:
    """Findings on one link: values that contradict each other, then values that one side alone has."""
    if pair.link.one_sided:
        return
    left, right = (figures_of(pair, side) for side in pair.sides)
    matched: list[Match] = []
    for agrees in (_same_reference, _same_value, _same_figure_without_unit, _rate_told_as_count, _dates_partly_agree):
        matched += take_matches(left, right, agrees)
    yield from _wrong_weekdays(pair, matched)
    yield from find_different_bounds(pair, matched)
    yield from find_different_time_sides(pair, matched)
    yield from find_crossed_values(pair, matched)
    for contradicts in _CONTRADICTIONS:
        for mine, theirs in take_matches(left, right, contradicts):
            yield _contradiction(pair, mine, theirs)
    for side, items in zip(pair.sides, (left, right), strict=True):
        yield from (_alone(pair, side, item) for item in items if _worth_reporting(item))


def _same_value(mine: Quantity, theirs: Quantity) -> bool:
    if mine.kind is not theirs.kind:
        return False
    if mine.kind is QuantityKind.DATE:
        return mine.date is not None and mine.date == theirs.date
    if mine.kind is QuantityKind.CODE:
        return mine.code == theirs.code
    return mine.value == theirs.value and _same_dimension(mine, theirs)


def _same_reference(mine: Quantity, theirs: Quantity) -> bool:
    """Whether two references to one level agree: 제3조 and Article 3, not paragraph 3."""
    return mine.kind is theirs.kind is QuantityKind.REFERENCE and (mine.figure, mine.level) == (theirs.figure, theirs.level)


def _same_dimension(mine: Quantity, theirs: Quantity) -> bool:
    return mine.dimension == theirs.dimension or {mine.dimension, theirs.dimension} == {"USD", "dollar"}


def _same_figure_without_unit(mine: Quantity, theirs: Quantity) -> bool:
    """Whether the bare numbers agree where one side names no unit, or takes for a name what the other takes for a number."""
    if mine.unit and theirs.unit:
        return False
    return _bare_figure(mine) == _bare_figure(theirs)


def _rate_told_as_count(mine: Quantity, theirs: Quantity) -> bool:
    """Whether one side counts what the other reads as a rate: 주 14회 and "14 flights a week"."""
    rate, count = (mine, theirs) if mine.kind is QuantityKind.FREQUENCY else (theirs, mine)
    kinds = rate.kind, count.kind
    return kinds == (QuantityKind.FREQUENCY, QuantityKind.COUNT) and rate.figure in [count.figure * n for n in _PERIODS_A_YEAR]


def _bare_figure(quantity: Quantity) -> str:
    if quantity.kind is QuantityKind.CODE:
        return quantity.code
    if quantity.date:
        known = [part for part in quantity.date.parts if part is not None]
        return str(known[0]) if len(known) == 1 else str(quantity.date.parts)
    return str(quantity.figure)


def _dates_partly_agree(mine: Quantity, theirs: Quantity) -> bool:
    return mine.date is not None and theirs.date is not None and mine.date.agrees_with(theirs.date)


def _of_kind(kind: QuantityKind) -> Agreement:
    return lambda mine, theirs: mine.kind is theirs.kind is kind


def _within(dimensions: frozenset[str]) -> Agreement:
    return lambda mine, theirs: mine.dimension in dimensions and theirs.dimension in dimensions


def _both_money(mine: Quantity, theirs: Quantity) -> bool:
    return _is_money(mine) and _is_money(theirs)


def _is_money(quantity: Quantity) -> bool:
    """Whether a quantity is an amount: the dimension of a currency is its ISO 4217 code, or "dollar" for any dollar."""
    return quantity.dimension == "dollar" or (len(quantity.dimension) == 3 and quantity.dimension.isupper())


def _same_figure_other_unit(mine: Quantity, theirs: Quantity) -> bool:
    """Whether two measures of one family have the same number and other units: 4주 and four months."""
    families = (_both_money, _within(PERIODS), _within(_SHARES))
    one_family = any(kin(mine, theirs) for kin in families) or mine.dimension == theirs.dimension != ""
    return one_family and mine.figure == theirs.figure


def _other_reference(*, same_level: bool) -> Agreement:
    """References to other numbers of one level; or of any two, but a letter's only with an item's: 제3호 and (d)."""

    def contradicts(mine: Quantity, theirs: Quantity) -> bool:
        if not mine.kind is theirs.kind is QuantityKind.REFERENCE:
            return False
        levels = {mine.level, theirs.level}
        return len(levels) == 1 if same_level else LETTER not in levels or levels == {LETTER, ITEM}

    return contradicts


def _both_counts(mine: Quantity, theirs: Quantity) -> bool:
    """Whether two bare counts can stand for each other: a small number, which may be an idiom, faces only small ones."""
    both = mine.kind is theirs.kind is QuantityKind.COUNT
    return both and (mine.figure <= _LARGEST_SMALL) == (theirs.figure <= _LARGEST_SMALL)


def _counted_and_measured(mine: Quantity, theirs: Quantity) -> bool:
    """Whether one side counts what the other measures, in a unit that the tables have on one side only: 30통 and 40 barrels."""
    return {mine.kind, theirs.kind} == {QuantityKind.COUNT, QuantityKind.MEASURE}


def _both_measures(mine: Quantity, theirs: Quantity) -> bool:
    return mine.kind is theirs.kind is QuantityKind.MEASURE and mine.dimension == theirs.dimension


_CONTRADICTIONS: tuple[Agreement, ...] = (
    _same_figure_other_unit,
    _of_kind(QuantityKind.DATE),
    _both_money,
    _within(_SHARES),
    _within(PERIODS),
    _both_measures,
    _of_kind(QuantityKind.FREQUENCY),
    _of_kind(QuantityKind.CODE),
    _of_kind(QuantityKind.ORDINAL),
    _other_reference(same_level=True),
    _other_reference(same_level=False),
    _both_counts,
    _counted_and_measured,
)
"""What two values that do not agree must have in common to contradict each other; the closest kinship is looked for first."""


def _contradiction(pair: Pair, mine: Figure, theirs: Figure) -> Finding:
    check = _check_of(mine.quantity, theirs.quantity)
    words: dict[str, Bilingual] = {}
    if mine.quantity.date and theirs.quantity.date:
        words["parts"] = different_parts(mine.quantity.date, theirs.quantity.date)
    elif check in ("number", "amount") and (ratio := _power_of_ten(mine.quantity, theirs.quantity)):
        check, words = "magnitude", {"ratio": Bilingual(f"{ratio:,}", f"{ratio:,}")}
    return pair.finding(check, left=mine.place(pair.left), right=theirs.place(pair.right), words=words)


def _power_of_ten(mine: Quantity, theirs: Quantity) -> int:
    """10, 100 … where one value is so many times the other; else 0."""
    smaller, larger = sorted((mine.value, theirs.value))
    ratio = larger / smaller if smaller else Fraction(0)
    digits = str(ratio.numerator)
    is_power = ratio.denominator == 1 and len(digits) > 1 and digits == "1" + "0" * (len(digits) - 1)
    return int(ratio) if is_power else 0


_CHECK_OF_KIND = {
    QuantityKind.DATE: "date",
    QuantityKind.FREQUENCY: "frequency",
    QuantityKind.CODE: "code",
    QuantityKind.ORDINAL: "ordinal",
    QuantityKind.REFERENCE: "reference",
    QuantityKind.COUNT: "number",
}


def _check_of(mine: Quantity, theirs: Quantity) -> str:
    """The check that two contradicting quantities fall under."""
    if mine.kind in _CHECK_OF_KIND:
        return _CHECK_OF_KIND[mine.kind]
    same_figure = mine.figure == theirs.figure
    if _is_money(mine):
        return "currency" if mine.value == theirs.value else "amount"
    if mine.dimension in _SHARES:
        return "percentage" if mine.dimension == theirs.dimension else "percentage_points"
    if same_figure:
        return "unit"
    return "period" if mine.dimension in PERIODS else "number"


def _wrong_weekdays(pair: Pair, matched: Sequence[Match]) -> Iterator[Finding]:
    """Dates that agree, with a weekday that is not the day's own on either side."""
    for mine, theirs in matched:
        if mine.quantity.date is None or theirs.quantity.date is None:
            continue
        true_weekday = _weekday(mine.quantity.date, theirs.quantity.date)
        named = [item.quantity.date.weekday for item in (mine, theirs) if item.quantity.date]
        if true_weekday is not None and any(day not in (None, true_weekday) for day in named):
            places = mine.place(pair.left), theirs.place(pair.right)
            yield pair.finding("weekday", left=places[0], right=places[1], words={"weekday": weekday_name(true_weekday)})


def _weekday(mine: CalendarDate, theirs: CalendarDate) -> int | None:
    """The weekday of a date that two texts name together; None where a part is missing or there is no such day."""
    year, month, day = mine.year or theirs.year, mine.month or theirs.month, mine.day or theirs.day
    if not (year and month and day):
        return None
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None


def _worth_reporting(item: Figure) -> bool:
    """Whether a value without a counterpart is more than an idiom: it has a unit, is a date, or is larger than 3."""
    if item.kind not in _ALONE_KINDS:
        return False
    return item.quantity.unit is not None or item.quantity.date is not None or item.quantity.figure > _LARGEST_SMALL


def _alone(pair: Pair, side: Side, item: Figure) -> Finding:
    value = described(item.quantity)
    place = item.place(side)
    check = "date_alone" if item.kind is QuantityKind.DATE else "figure_alone"
    words = {"name": side.name, "value": value}
    if side is pair.left:
        return pair.finding(check, left=place, confidence=0.7, words=words)
    return pair.finding(check, right=place, confidence=0.7, words=words)
