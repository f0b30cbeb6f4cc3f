"""Dates changed in their year, month or day."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.quality.planting.change import Change, Changes, ClausePair, Draw
from treaty.model import Language, Span

_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(_MONTHS)
_SHAPES = {
    Language.KOREAN: (
        r"(?P<year>(?:19|20)\d\d)년\s?(?P<month>\d{1,2})월\s?(?P<day>\d{1,2})일",
        r"(?P<year>(?:19|20)\d\d)년\s?(?P<month>\d{1,2})월",
        r"(?<!\d)(?P<month>\d{1,2})월\s?(?P<day>\d{1,2})일",
        r"(?P<year>(?:19|20)\d\d)년",
    ),
    Language.ENGLISH: (
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: day of)? (?P<month>{_MONTH}),? (?P<year>\d{{4}})",
        rf"\b(?P<month>{_MONTH}) (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})",
        rf"\b(?P<month>{_MONTH}) (?P<year>\d{{4}})",
        rf"\b(?P<day>\d{{1,2}}) (?P<month>{_MONTH})\b",
        r"(?<![\d,–-])(?P<year>(?:19|20)\d\d)(?![\d,–-])",
    ),
}
_PATTERNS = {language: [re.compile(shape) for shape in shapes] for language, shapes in _SHAPES.items()}
_LAST_DAY = 28


@dataclass(frozen=True, slots=True)
class Part:
    """A year, month or day of a date: its value and where it is written."""

    value: int
    span: Span


Date = dict[str, Part]


def dates(text: str, language: Language) -> list[Date]:
    """The dates of a text, each with the parts it has."""
    found: list[tuple[Span, Date]] = []
    for pattern in _PATTERNS[language]:
        for match in pattern.finditer(text):
            whole = Span(*match.span())
            if not any(whole.overlaps(other) for other, _ in found):
                found.append((whole, {name: _part(match, name) for name in match.groupdict()}))
    return [date for _, date in sorted(found, key=lambda entry: entry[0])]


def _part(match: re.Match[str], name: str) -> Part:
    written = match.group(name)
    return Part(_MONTHS.index(written) + 1 if written in _MONTHS else int(written), Span(*match.span(name)))


def changed_dates(pair: ClausePair, draw: Draw) -> Changes:
    """One part of a date that both sides have, changed on one side to a value that stands in no date of the pair."""
    korean, english = dates(pair.ko, Language.KOREAN), dates(pair.en, Language.ENGLISH)
    known = {(name, part.value) for date in (*korean, *english) for name, part in date.items()}
    for mine in korean:
        twins = [date for date in english if _values(date) == _values(mine)]
        if len(twins) != 1 or [_values(date) for date in korean].count(_values(mine)) != 1:
            continue
        for name in mine:
            yield from _changed_part(name, mine, twins[0], known, pair, draw)


def _values(date: Date) -> dict[str, int]:
    return {name: part.value for name, part in date.items()}


def _changed_part(name: str, korean: Date, english: Date, known: set[tuple[str, int]], pair: ClausePair, draw: Draw) -> Changes:
    others = [value for value in _range(name, korean[name].value) if (name, value) not in known]
    if not others:
        return
    value = draw.choice(others)
    yield Change("date", Language.KOREAN, korean[name].span, str(value), english[name].span)
    in_words = english[name].span.of(pair.en) in _MONTHS
    ordinal = re.match("st|nd|rd|th", pair.en[english[name].span.end :])
    if not ordinal:
        new = _MONTHS[value - 1] if in_words else str(value)
        yield Change("date", Language.ENGLISH, english[name].span, new, korean[name].span)


def _range(name: str, value: int) -> list[int]:
    if name == "year":
        return [value + step for step in (-10, -2, -1, 1, 2, 10)]
    return list(range(1, 13)) if name == "month" else list(range(1, _LAST_DAY + 1))
