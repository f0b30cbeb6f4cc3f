"""Quantities: counts, ordinals, measures, money, dates, frequencies, references, with the values they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from treaty.model import Bilingual, Language, Span
from treaty.rule_table import read_table


class QuantityKind(StrEnum):
    """What a quantity counts."""

    COUNT = "count"
    ORDINAL = "ordinal"
    MEASURE = "measure"
    DATE = "date"
    FREQUENCY = "frequency"
    REFERENCE = "reference"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Unit:
    """One row of the table of units. `factor` times a figure gives its value in the dimension's own unit."""

    dimension: str
    name: str
    factor: Fraction
    names: Bilingual


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date as far as a text names it; `weekday` counts from Monday, 0; `half` and `quarter` are those of a year, from 1."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    half: int | None = None
    quarter: int | None = None

    @property
    def parts(self) -> tuple[int | None, ...]:
        """What two dates are compared by, the largest part first: all but the weekday."""
        return self.year, self.half, self.quarter, self.month, self.day

    def agrees_with(self, other: CalendarDate) -> bool:
        """Whether no part that both name differs; they must have more in common than the weekday."""
        both = zip(self.parts, other.parts, strict=True)
        common = [(mine, theirs) for mine, theirs in both if mine is not None and theirs is not None]
        return bool(common) and all(mine == theirs for mine, theirs in common)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a text. `figure` is the number as written (4 of "4주"); `unit` is None for bare counts and ordinals.

    `date` is set for dates; `code` for identifiers ("2397", "5G"); `level` for references, where it is known ("article",
    "paragraph", "letter"). For FREQUENCY the figure is times a year.
    """

    span: Span
    kind: QuantityKind
    figure: Fraction = Fraction(0)
    unit: Unit | None = None
    date: CalendarDate | None = None
    code: str = ""
    level: str = ""

    @property
    def value(self) -> Fraction:
        return self.figure * self.unit.factor if self.unit else self.figure

    @property
    def dimension(self) -> str:
        return self.unit.dimension if self.unit else ""


@dataclass(frozen=True, slots=True)
class UnitTable:
    """The units, currencies and counters that the readers of both languages know. An empty table reads bare numbers."""

    forms: dict[Language, dict[str, Unit]] = field(default_factory=lambda: {language: {} for language in Language})
    currencies: dict[str, Unit] = field(default_factory=dict)
    counters: tuple[str, ...] = ()
    _patterns: dict[str, re.Pattern[str]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def countable(self) -> bool:
        """Whether anything is known that a number can stand before in Korean: a unit or a counter."""
        return bool(self.counters or self.forms[Language.KOREAN])

    def pattern(self, language: Language) -> str:
        """A regular expression for any unit of a language, longest first; one that matches nothing for an empty table."""
        return alternatives(self.forms[language])

    def currency_pattern(self) -> str:
        return alternatives(self.currencies)

    def compiled(self, name: str, make: Callable[[UnitTable], re.Pattern[str]]) -> re.Pattern[str]:
        """The pattern that `make` makes of the table, remembered by its name: every clause asks for it."""
        if name not in self._patterns:
            self._patterns[name] = make(self)
        return self._patterns[name]


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of `words`, longest first; one that matches nothing where there are none."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in longest_first) or r"(?!)"


def load_units(folder: Path) -> UnitTable:
    """The units from units.tsv, currencies.tsv and counters.tsv in `folder`; raises RuleTableError with file and line."""
    forms: dict[Language, dict[str, Unit]] = {language: {} for language in Language}
    columns = ("dimension", "unit", "factor", "ko", "en", "name_ko", "name_en")
    for row in read_table(folder / "units.tsv", columns):
        try:
            factor = Fraction(row["factor"])
        except ValueError as problem:
            raise row.error("bad_number", word=row["factor"]) from problem
        unit = Unit(row["dimension"], row["unit"], factor, Bilingual(row["name_ko"], row["name_en"]))
        for language in Language:
            forms[language] |= dict.fromkeys(row.words(language.value), unit)
    currencies = {
        sign: Unit(row["currency"], row["currency"], Fraction(1), Bilingual(row["currency"], row["currency"]))
        for row in read_table(folder / "currencies.tsv", ("currency", "signs"))
        for sign in row.words("signs")
    }
    counters = tuple(row["counter"] for row in read_table(folder / "counters.tsv", ("counter",)))
    return UnitTable(forms, currencies, counters)


_IN_ONE = re.compile(r"\s?|\sand\s")
"""What stands between the parts of a measure in two units."""

DIGIT = "0"
"""The clue that stands for digits of any kind."""
_ANY_DIGIT = re.compile(r"\d")


def clues(words: str) -> frozenset[str]:
    """The clues of a pattern: words, or in Korean syllables, of which a text that matches it has at least one."""
    return frozenset(words.split())


DIGITS = clues(DIGIT)


class Scanner:
    """A text from which quantities are taken one kind after another: what one finder has taken, later ones do not see.

    Most clauses have no quantity, and looking for forty kinds of them takes longer than linking the clause. So each pattern is
    looked for only in a text that has one of its clues among its `signs`: its words in small letters, or its syllables.
    """

    def __init__(self, text: str, signs: Iterable[str]) -> None:
        self.text = text
        self.free = text
        self.found: list[Quantity] = []
        self._signs = frozenset(signs) | (DIGITS if _ANY_DIGIT.search(text) else frozenset())

    def has(self, some: frozenset[str]) -> bool:
        """Whether the text has one of these clues."""
        return not self._signs.isdisjoint(some)

    def take(
        self, pattern: re.Pattern[str], read: Callable[[re.Match[str]], Iterable[Quantity]], told_by: frozenset[str]
    ) -> None:
        """Finds `pattern` in what is still free, if the text has one of the clues in `told_by`; the quantities that `read`
        makes of a match are kept, its range is taken."""
        if not self.has(told_by):
            return
        for match in list(pattern.finditer(self.free)):
            quantities = list(read(match))
            if quantities:
                self.found.extend(quantities)
                self._claim(match.span())

    def keep(self, quantity: Quantity) -> None:
        """Keeps a quantity that was found by other means than a pattern; its range is taken."""
        self.found.append(quantity)
        self._claim((quantity.span.start, quantity.span.end))

    def hide(self, pattern: re.Pattern[str], told_by: frozenset[str]) -> None:
        """Takes what matches without making quantities of it."""
        if not self.has(told_by):
            return
        for match in list(pattern.finditer(self.free)):
            self._claim(match.span())

    def quantities(self) -> tuple[Quantity, ...]:
        """What was found, in order; a measure in two units (1년 6개월, one year and six months) is one quantity."""
        joined: list[Quantity] = []
        for quantity in sorted(self.found, key=lambda quantity: (quantity.span, quantity.kind)):
            if joined and (whole := self._whole(joined[-1], quantity)):
                joined[-1] = whole
            else:
                joined.append(quantity)
        return tuple(joined)

    def _whole(self, larger: Quantity, smaller: Quantity) -> Quantity | None:
        """Two measures of one dimension, the larger unit right before the smaller, as one in the smaller; else None."""
        if larger.unit is None or smaller.unit is None or larger.dimension != smaller.dimension:
            return None
        between = self.text[larger.span.end : smaller.span.start]
        if larger.unit.factor <= smaller.unit.factor or not _IN_ONE.fullmatch(between):
            return None
        figure = (larger.value + smaller.value) / smaller.unit.factor
        return Quantity(Span(larger.span.start, smaller.span.end), smaller.kind, figure, smaller.unit)

    def _claim(self, taken: tuple[int, int]) -> None:
        start, end = taken
        self.free = self.free[:start] + "\x00" * (end - start) + self.free[end:]


def matched(match: re.Match[str], group: str | int = 0) -> Span:
    return Span(match.start(group), match.end(group))


def measure(span: Span, figure: Fraction, unit: Unit | None) -> Quantity:
    """A number with its unit; without one a count."""
    return Quantity(span, QuantityKind.MEASURE if unit else QuantityKind.COUNT, figure, unit)


def digits(word: str) -> Fraction:
    """The value of digits with grouping commas and a decimal point."""
    return Fraction(word.replace(",", ""))


def dates_of(match: re.Match[str], date: CalendarDate, until_group: str) -> Sequence[Quantity]:
    """A date, and the day on which a range that begins with it ends, if the group is there."""
    until = match.groupdict().get(until_group)
    first = Quantity(matched(match), QuantityKind.DATE, date=date)
    if not until:
        return [first]
    last = CalendarDate(date.year, date.month, int(until))
    return [first, Quantity(matched(match), QuantityKind.DATE, date=last)]
