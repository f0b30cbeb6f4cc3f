"""Numbers, amounts, percentages, dates, periods, frequencies and references, compared by value (CHECKS C01–C10, C34)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import log

from treaty.comparison.boundaries import BOUND_NAMES, Bound
from treaty.comparison.pair import Pair, Side
from treaty.comparison.time_sides import TIME_SIDE_NAMES
from treaty.comparison.values import described, different_parts, weekday_name
from treaty.language.quantities import CalendarDate, Quantity, QuantityKind
from treaty.language.quantity_readers import quantities_of
from treaty.model import Bilingual, Clause, Finding, Place, Span

_PERIODS = frozenset({"duration", "duration_days", "working_days", "duration_hours"})
_SHARES = frozenset({"share", "points"})
_LARGEST_SMALL = 3
"""Numbers up to 3 that stand alone are articles and idioms too often ("two", 한 번) to be reported."""
_ALONE_KINDS = (QuantityKind.COUNT, QuantityKind.MEASURE, QuantityKind.DATE)


@dataclass(frozen=True, slots=True)
class _Item:
    """A quantity with the clause it stands in and the number of the linked sentences it belongs to."""

    clause: Clause
    quantity: Quantity
    sentence: int

    @property
    def kind(self) -> QuantityKind:
        return self.quantity.kind


Agreement = Callable[[Quantity, Quantity], bool]


def find_different_quantities(pair: Pair) -> Iterator[Finding]:
    """Findings on one link: values that contradict each other, then values that one side alone has."""
    if pair.link.one_sided:
        return
    left, right = (_items(pair, side, is_left=side is pair.left) for side in pair.sides)
    matched: list[tuple[_Item, _Item]] = []
    for agrees in (_same_value, _same_figure_without_unit, _dates_partly_agree):
        matched += _match(left, right, agrees)
    yield from _wrong_weekdays(pair, matched)
    yield from _different_bounds(pair, matched)
    yield from _different_time_sides(pair, matched)
    for contradicts in _CONTRADICTIONS:
        for mine, theirs in _match(left, right, contradicts):
            yield _contradiction(pair, mine, theirs)
    for side, items in zip(pair.sides, (left, right), strict=True):
        yield from (_alone(pair, side, item) for item in items if _worth_reporting(item))


def _items(pair: Pair, side: Side, *, is_left: bool) -> list[_Item]:
    return [
        _Item(clause, quantity, _sentence_of(pair, clause, quantity, is_left=is_left))
        for clause in side.clauses
        for quantity in quantities_of(clause.text, side.language, pair.rules.units)
    ]


def _sentence_of(pair: Pair, clause: Clause, quantity: Quantity, *, is_left: bool) -> int:
    for number, link in enumerate(pair.link.sentences):
        places = link.left if is_left else link.right
        if any(place.clause == clause.id and place.span.overlaps(quantity.span) for place in places):
            return number
    return -1


def _match(left: list[_Item], right: list[_Item], agrees: Agreement) -> list[tuple[_Item, _Item]]:
    """Takes pairs that agree out of both lists, each item once: within linked sentences first, and the nearest values."""
    found: list[tuple[_Item, _Item]] = []
    for same_sentence in (True, False):
        for mine in list(left):
            fits = [item for item in right if agrees(mine.quantity, item.quantity)]
            near = [item for item in fits if not same_sentence or item.sentence == mine.sentence]
            if near:
                theirs = min(near, key=lambda item: _distance(mine.quantity, item.quantity))
                found.append((mine, theirs))
                left.remove(mine)
                right.remove(theirs)
    return found


def _distance(mine: Quantity, theirs: Quantity) -> float:
    """How many times one value is the other, as a logarithm; 0 where values cannot be told apart so."""
    if mine.value <= 0 or theirs.value <= 0:
        return 0.0
    return abs(log(mine.value / theirs.value))


def _same_value(mine: Quantity, theirs: Quantity) -> bool:
    if mine.kind is not theirs.kind:
        return False
    if mine.kind is QuantityKind.DATE:
        return mine.date is not None and mine.date == theirs.date
    if mine.kind is QuantityKind.CODE:
        return mine.code == theirs.code
    return mine.value == theirs.value and _same_dimension(mine, theirs)


def _same_dimension(mine: Quantity, theirs: Quantity) -> bool:
    return mine.dimension == theirs.dimension or {mine.dimension, theirs.dimension} == {"USD", "dollar"}


def _same_figure_without_unit(mine: Quantity, theirs: Quantity) -> bool:
    """Whether the bare numbers agree where one side names no unit, or takes for a name what the other takes for a number."""
    if mine.unit and theirs.unit:
        return False
    return _bare_figure(mine) == _bare_figure(theirs)


def _bare_figure(quantity: Quantity) -> str:
    if quantity.kind is QuantityKind.CODE:
        return quantity.code
    if quantity.date:
        date_parts = (quantity.date.year, quantity.date.half, quantity.date.month, quantity.date.day)
        known = [part for part in date_parts if part is not None]
        return str(known[0]) if len(known) == 1 else str(date_parts)
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
    families = (_both_money, _within(_PERIODS), _within(_SHARES))
    one_family = any(kin(mine, theirs) for kin in families) or mine.dimension == theirs.dimension != ""
    return one_family and mine.figure == theirs.figure


def _both_counts(mine: Quantity, theirs: Quantity) -> bool:
    """Whether two bare counts can stand for each other: a small number, which may be an idiom, faces only small ones."""
    both = mine.kind is theirs.kind is QuantityKind.COUNT
    return both and (mine.figure <= _LARGEST_SMALL) == (theirs.figure <= _LARGEST_SMALL)


def _both_measures(mine: Quantity, theirs: Quantity) -> bool:
    return mine.kind is theirs.kind is QuantityKind.MEASURE and mine.dimension == theirs.dimension


_CONTRADICTIONS: tuple[Agreement, ...] = (
    _same_figure_other_unit,
    _of_kind(QuantityKind.DATE),
    _both_money,
    _within(_SHARES),
    _within(_PERIODS),
    _both_measures,
    _of_kind(QuantityKind.FREQUENCY),
    _of_kind(QuantityKind.CODE),
    _of_kind(QuantityKind.ORDINAL),
    _of_kind(QuantityKind.REFERENCE),
    _both_counts,
)
"""What two values that do not agree must have in common to contradict each other; the closest kinship is looked for first."""


def _contradiction(pair: Pair, mine: _Item, theirs: _Item) -> Finding:
    check = _check_of(mine.quantity, theirs.quantity)
    words: dict[str, Bilingual] = {}
    if mine.quantity.date and theirs.quantity.date:
        words["parts"] = different_parts(mine.quantity.date, theirs.quantity.date)
    elif check in ("number", "amount") and (ratio := _power_of_ten(mine.quantity, theirs.quantity)):
        check, words = "magnitude", {"ratio": Bilingual(f"{ratio:,}", f"{ratio:,}")}
    return pair.finding(check, left=_place(pair.left, mine), right=_place(pair.right, theirs), words=words)


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
    return "period" if mine.dimension in _PERIODS else "number"


def _wrong_weekdays(pair: Pair, matched: Sequence[tuple[_Item, _Item]]) -> Iterator[Finding]:
    """Dates that agree, with a weekday that is not the day's own on either side."""
    for mine, theirs in matched:
        if mine.quantity.date is None or theirs.quantity.date is None:
            continue
        true_weekday = _weekday(mine.quantity.date, theirs.quantity.date)
        named = [item.quantity.date.weekday for item in (mine, theirs) if item.quantity.date]
        if true_weekday is not None and any(day not in (None, true_weekday) for day in named):
            places = _place(pair.left, mine), _place(pair.right, theirs)
            yield pair.finding("weekday", left=places[0], right=places[1], words={"weekday": weekday_name(true_weekday)})


def _different_bounds(pair: Pair, matched: Sequence[tuple[_Item, _Item]]) -> Iterator[Finding]:
    """Figures that agree, with words around them that bound them differently: 이상 against more than."""
    for mine, theirs in matched:
        left, right = (_bounded(pair, side, item) for side, item in zip(pair.sides, (mine, theirs), strict=True))
        if left is None or right is None or left[0] is right[0]:
            continue
        words = {"left_bound": BOUND_NAMES[left[0]], "right_bound": BOUND_NAMES[right[0]]}
        places = [
            side.place(item.clause, bounded[1], BOUND_NAMES[bounded[0]])
            for side, item, bounded in zip(pair.sides, (mine, theirs), (left, right), strict=True)
        ]
        yield pair.finding("boundary", left=places[0], right=places[1], confidence=0.9, words=words)


def _bounded(pair: Pair, side: Side, item: _Item) -> tuple[Bound, Span] | None:
    if item.kind not in (QuantityKind.COUNT, QuantityKind.MEASURE):
        return None
    return pair.rules.boundaries.around(item.clause.text, item.quantity.span, side.language)


def _different_time_sides(pair: Pair, matched: Sequence[tuple[_Item, _Item]]) -> Iterator[Finding]:
    """Periods that agree, with words around them that put them on different sides of the event: 30일 후, within 30 days."""
    for mine, theirs in matched:
        if not {mine.quantity.dimension, theirs.quantity.dimension} <= _PERIODS:
            continue
        left, right = (
            pair.rules.time_sides.around(item.clause.text, item.quantity.span, side.language)
            for side, item in zip(pair.sides, (mine, theirs), strict=True)
        )
        if left is None or right is None or left[0] is right[0]:
            continue
        words = {"left_bound": TIME_SIDE_NAMES[left[0]], "right_bound": TIME_SIDE_NAMES[right[0]]}
        places = [
            side.place(item.clause, named[1], TIME_SIDE_NAMES[named[0]])
            for side, item, named in zip(pair.sides, (mine, theirs), (left, right), strict=True)
        ]
        yield pair.finding("time_side", left=places[0], right=places[1], confidence=0.9, words=words)


def _weekday(mine: CalendarDate, theirs: CalendarDate) -> int | None:
    """The weekday of a date that two texts name together; None where a part is missing or there is no such day."""
    year, month, day = mine.year or theirs.year, mine.month or theirs.month, mine.day or theirs.day
    if not (year and month and day):
        return None
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None


def _worth_reporting(item: _Item) -> bool:
    """Whether a value without a counterpart is more than an idiom: it has a unit, is a date, or is larger than 3."""
    if item.kind not in _ALONE_KINDS:
        return False
    return item.quantity.unit is not None or item.quantity.date is not None or item.quantity.figure > _LARGEST_SMALL


def _alone(pair: Pair, side: Side, item: _Item) -> Finding:
    value = described(item.quantity)
    place = _place(side, item)
    check = "date_alone" if item.kind is QuantityKind.DATE else "figure_alone"
    words = {"name": side.name, "value": value}
    if side is pair.left:
        return pair.finding(check, left=place, confidence=0.7, words=words)
    return pair.finding(check, right=place, confidence=0.7, words=words)


def _place(side: Side, item: _Item) -> Place:
    value: Bilingual = described(item.quantity)
    return side.place(item.clause, item.quantity.span, value)
