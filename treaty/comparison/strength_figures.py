"""Clauses of which one promises more by its figures: sooner, more often, as much; or that alone names a limit or an amount."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from treaty.comparison.pair import Pair, Side
from treaty.comparison.quantities import find_different_quantities
from treaty.comparison.strength_reasons import Reason, one_sided, promise_of, ranked
from treaty.language.quantities import CalendarDate, Quantity, QuantityKind
from treaty.language.quantity_readers import quantities_of
from treaty.model import Finding, Place, Strength

_DAYS = {
    "duration": Fraction(365, 12),
    "duration_days": Fraction(1),
    "working_days": Fraction(7, 5),
    "duration_hours": Fraction(1, 24 * 60),
}
"""How many days the unit of each dimension of time is."""
_SAME_PERIOD = Fraction(1, 20)
"""By what share periods in other units may differ and be the same: six months and 180 days, a month and 30 days."""
_PROMISED = frozenset({"number", "unit", "percentage", "deadline", "frequency", "boundary", "date"})
"""The kinds of different figures that make a promise another one; references differ between agreements anyway."""


def different_figures(pair: Pair) -> Iterator[Reason]:
    """Clauses that promise something by another time, as often, or as much; or where only one names a time or figure."""
    if all(promise_of(pair, side) is None for side in pair.sides):
        return
    for found in find_different_quantities(pair):
        if found.kind in _PROMISED:
            yield from _reasons(pair, found)


def different_terms(pair: Pair) -> Iterator[Reason]:
    """Clauses on the instrument that name other periods or figures, or of which only one names any: no more, no less."""
    for found in find_different_quantities(pair):
        if found.kind not in _PROMISED or found.kind == "date":
            continue
        if found.left and found.right:
            if not _same_period(_figure(pair, pair.left, found.left), _figure(pair, pair.right, found.right)):
                yield _other_figure(pair, found.left, found.right, Strength.DIFFERENT)
        elif place := found.left or found.right:
            finding = one_sided(pair, "figure_only", place, on_left=found.left is not None)
            yield Reason(Strength.DIFFERENT, finding)


def _reasons(pair: Pair, found: Finding) -> Iterator[Reason]:
    mine, theirs = _figure(pair, pair.left, found.left), _figure(pair, pair.right, found.right)
    if found.left and found.right:
        if not _same_period(mine, theirs) and not _mere_dates(mine, theirs):
            yield _other_figure(pair, found.left, found.right, _strength(mine, theirs))
    elif (place := found.left or found.right) and (figure := mine or theirs) and figure.promises:
        on_left = found.left is not None
        yield Reason(ranked(stronger=not on_left), one_sided(pair, "figure_only", place, on_left=on_left))


@dataclass(frozen=True, slots=True)
class _Figure:
    """A quantity, and whether it is a time limit or an interval: one that promises more where it is shorter or sooner."""

    quantity: Quantity
    limit: bool

    @property
    def days(self) -> Fraction | None:
        """How long a period is; None for what is none."""
        unit = _DAYS.get(self.quantity.dimension)
        return self.quantity.value * unit if unit else None

    @property
    def date(self) -> CalendarDate | None:
        return self.quantity.date

    @property
    def promises(self) -> bool:
        """Whether it makes a promise more definite where the other clause has none: a date or a period only as a limit."""
        return self.limit or (self.days is None and self.date is None)


def _figure(pair: Pair, side: Side, place: Place | None) -> _Figure | None:
    if place is None:
        return None
    text = side.clause(place.clause).text
    quantities = quantities_of(text, side.language, pair.rules.units)
    quantity = next((one for one in quantities if one.span.overlaps(place.span)), None)
    if quantity is None:
        return None
    return _Figure(quantity, pair.rules.commitment.is_limit(text, quantity, side.language))


def _same_period(mine: _Figure | None, theirs: _Figure | None) -> bool:
    if not (mine and theirs and mine.days and theirs.days):
        return False
    return abs(mine.days - theirs.days) <= _SAME_PERIOD * max(mine.days, theirs.days)


def _mere_dates(mine: _Figure | None, theirs: _Figure | None) -> bool:
    """Whether one of two dates is no time limit: when leaders met differs between agreements anyway."""
    both = bool(mine and theirs and mine.date and theirs.date)
    return both and not (mine and theirs and mine.limit and theirs.limit)


def _other_figure(pair: Pair, mine: Place, theirs: Place, strength: Strength) -> Reason:
    check = {Strength.STRONGER: "figure_stronger", Strength.WEAKER: "figure_weaker"}.get(strength, "figure_other")
    return Reason(strength, pair.finding(check, left=mine, right=theirs, confidence=0.75))


def _strength(mine: _Figure | None, theirs: _Figure | None) -> Strength:
    """A shorter time limit, a sooner date, a higher frequency, amount or number promises more; other periods are only
    different."""
    if mine is None or theirs is None:
        return Strength.DIFFERENT
    if mine.date and theirs.date:
        return _ordered(_days_of(theirs.date), _days_of(mine.date))
    if mine.days is not None or theirs.days is not None:
        limits = mine.limit and theirs.limit and mine.days is not None and theirs.days is not None
        return _ordered(theirs.days or Fraction(0), mine.days or Fraction(0)) if limits else Strength.DIFFERENT
    comparable = mine.quantity.kind is theirs.quantity.kind and _same_measure(mine.quantity, theirs.quantity)
    if not comparable or mine.quantity.kind not in (QuantityKind.FREQUENCY, QuantityKind.COUNT, QuantityKind.MEASURE):
        return Strength.DIFFERENT
    return _ordered(mine.quantity.value, theirs.quantity.value)


def _ordered(lower: Fraction, higher: Fraction) -> Strength:
    """Whether the right clause promises more, by values that are larger where more is promised."""
    return Strength.DIFFERENT if lower == higher else ranked(stronger=higher > lower)


def _days_of(date: CalendarDate) -> Fraction:
    """A date as a number that grows with time; what is not named of it is its end."""
    return Fraction((date.year or 0) * 372 + (date.month or 12) * 31 + (date.day or 31))


def _same_measure(mine: Quantity, theirs: Quantity) -> bool:
    return mine.dimension == theirs.dimension or {mine.dimension, theirs.dimension} == {"USD", "dollar"}
