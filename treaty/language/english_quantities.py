"""Quantities in English text."""

from __future__ import annotations

import re
from fractions import Fraction

from treaty.language.english_numbers import ONES, TENS, small, take_broken_numbers, take_english_numbers
from treaty.language.quantities import (
    DIGIT,
    DIGITS,
    CalendarDate,
    Quantity,
    QuantityKind,
    Scanner,
    UnitTable,
    alternatives,
    clues,
    dates_of,
    matched,
    measure,
)  # fmt: skip
from treaty.language.rates import take_rates
from treaty.language.referred import take_english_references
from treaty.model import Language

_FIRST_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth".split()
_ORDINALS = {word: number for number, word in enumerate(_FIRST_ORDINALS, start=1)}
_ORDINALS |= dict(zip(_TENTHS, range(20, 110, 10), strict=True))
_ORDINALS |= {
    f"{tens}-{word}": value + number for tens, value in TENS.items() for number, word in enumerate(_FIRST_ORDINALS[:9], start=1)
}
_MONTH_NAMES = "january february march april may june july august september october november december".split()
_MONTHS = {month: number for number, month in enumerate(_MONTH_NAMES, start=1)}
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

_MONTH = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
_YEAR = r"(?P<year>(?:1[5-9]|20|21)\d\d)"
_SPELT_YEAR = (
    rf"(?P<spelt>[Tt]wo\s+[Tt]housand(?:\s+and)?(?:\s+(?i:{alternatives(TENS)}))?(?:[\s-](?i:{alternatives(ONES[1:])}))?)"
)
_ANY_YEAR = rf"(?:,?\s+(?:in\s+the\s+year\s+)?(?:{_YEAR}|{_SPELT_YEAR}))?\b"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_UNTIL = r"(?:\s?(?:-|–|—|to|and|until|through)\s?(?P<until>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?)?"
_WEEKDAY = r"(?:(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),?\s+(?:the\s+)?)?"
_WRITTEN_DAY = r"(?P<written>(?i:" + alternatives(_ORDINALS) + r"))\s+(?:day\s+)?of"

_DATES = (
    re.compile(rf"{_WEEKDAY}{_DAY}{_UNTIL}\s+(?:day\s+)?(?:of\s+)?{_MONTH}{_ANY_YEAR}"),
    re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY}{_UNTIL}(?:,?\s+{_YEAR})?\b(?!\s?\d)"),
    re.compile(rf"{_WEEKDAY}{_WRITTEN_DAY}\s+{_MONTH}{_ANY_YEAR}"),
    re.compile(rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}\b"),
)
_NUMERIC_DATE = re.compile(rf"(?<![\d.-]){_YEAR}-(?P<month_number>0[1-9]|1[0-2])-{_DAY}(?!\d)")
_NAMES_A_MONTH = re.compile(alternatives(month.title() for month in _MONTH_NAMES))
"""No clue: a month may be run into the word before it."""
_TO_MONTH = rf"\s?(?:-|–|to|and|or|through)\s?{_MONTH.replace('?P<month>', '?:')}"
_BARE_MONTH = re.compile(
    r"\b(?:in|of|by|until|end|early|late|mid-?|each|every|from|to|through|between|during|since|next|last)\s+"
    rf"{_MONTH}\b|\b{_MONTH.replace('<month>', '<sure>').replace('|March', '').replace('|May', '')}\b"
    rf"|\b(?P<paired>March|May)(?={_TO_MONTH})"
)
"""May and March are months only behind a preposition or beside another month."""
_OF_YEAR = rf"\s+of\s+(?:{_YEAR}|(?:the|each|every)\s+(?:\w+\s+)?year)\b"
_PART_OF_YEAR = re.compile(
    rf"\b(?:(?P<half>first|second)\s+half(?=\s+of\b)|(?P<quarter>first|second|third|fourth)\s+(?:calendar\s+)?quarter\b)"
    rf"(?:{_OF_YEAR})?(?!\s+of\b)",
    re.I,
)
_YEAR_RANGE = re.compile(r"(?<![\d.,/])(?P<year>(?:19|20|21)\d\d)\s?[-–~]\s?(?P<last>(?:19|20|21)\d\d)(?!\d)")
_BARE_YEAR = re.compile(rf"(?<![\d.,/]){_YEAR}(?![\d%]|[.,/]\d)(?!\s+(?:million|billion|thousand|per cent|percent))")

_LABELLED_CODE = re.compile(r"\b(?:resolutions?|subheadings?|headings?|No\.|Nos\.)\s+(?P<number>\d{2,5}(?:[./]\d+)*)", re.I)
_MIXED_CODE = re.compile(
    r"(?<![A-Za-z\d])(?:[A-Z][A-Za-z]*-?\d+(?:\.\d+)*[A-Za-z]*|\d+[A-Z]{1,3}(?![A-Za-z])|\d\+\d|Track\s?\d\.\d)(?![\d])"
)

_TRACK = re.compile(r"track\s?", re.I)

_THIRD_PARTY = re.compile(
    r"\bthird\s+(?:part(?:y|ies)|countr(?:y|ies)|States?|persons?|sides?)\b|\bsecond(?:s|ed|ary)\b"
    r"|\b(?:in\s+the\s+(?:first|second|third)\s+place|at\s+first|at\s+once|once\s+(?:again|more)|first\s+and\s+foremost"
    r"|for\s+the\s+(?:first|second|third|last)\s+time)\b", re.I)  # fmt: skip
_BOTH_SIDES = re.compile(
    r"\b(?:two|three)\s+(?:(?:foreign|defen[cs]e|prime|trade|vice|deputy|central|national|competent)\s+)?(?:sides|countries"
    r"|nations|part(?:y|ies)|governments|participants|ministers|states|leaders|peoples|presidents|ministries|agencies|authorities"
    r"|delegations|heads|secretaries|institutions|organi[sz]ations|militaries|navies|armies|banks|chairs|co-chairs|economies"
    r"|partners|signatories|legislatures|parliaments|republics|kingdoms|chancellors|premiers|companies|universities|cities)\b",
    re.I,
)
"""The parties counted, as 양측 and 3국 count them: names, no figures."""
_ALL_DAY = re.compile(
    r"\b24-hour(?=\s+(?:[a-z-]+\s+)?(?:hotlines?|contact|service|operation|network|support|monitoring|line|assistance))|\b24/7\b",
    re.I,
)
"""Round the clock, as 24시간 연락망 says it: no period."""
_ORDINAL = re.compile(
    rf"\b(?:(?:(?P<hundreds>{alternatives(ONES[1:10])})\s+hundred\s+(?:and\s+)?)?(?P<word>{alternatives(_ORDINALS)}|inaugural)|(?P<n>\d{{1,3}})(?:st|nd|rd|th))\b(?!\s+(?:year|half)\b)",
    re.I,
)
_SMALL_PARTS = "sixth seventh eighth ninth tenth hundredth".split()
_FRACTION = re.compile(
    rf"\b(?P<part>a|{alternatives(ONES[1:10])})[\s-](?P<whole>half|thirds?|quarters?|fourths?|fifths?"
    rf"|(?:{alternatives(_SMALL_PARTS)})(?:s|(?=\s+of\b)))\b|\bhalf\b(?!\s+(?:of\s+)?(?:year|century))",
    re.I,
)
_DECADE = re.compile(r"\b(?:past|last|next|coming|previous|recent|new|first|this|a)\s+decade\b", re.I)
_MULTIPLES = dict.fromkeys(("halve", "halved", "halving"), Fraction(1, 2)) | {
    word: Fraction(times)
    for times, words in ((2, "doubled doubling"), (3, "tripled tripling triple threefold"), (4, "fourfold"), (10, "tenfold"))
    for word in words.split()
}
_MULTIPLE = re.compile(rf"\b(?P<multiple>{alternatives(_MULTIPLES)})\b", re.I)
_WHOLES = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "hundredth": 100}
_WHOLES |= {word: number for number, word in enumerate(_SMALL_PARTS[:-1], start=6)}
_ONCE_OR_TWICE = re.compile(r"\b(once|twice)\b", re.I)

_WORDS = re.compile(r"[a-z]+")
_PARTY_CLUES = clues("third second seconds seconded secondary first once time")
_SIDES_CLUES = clues("two three")
_PART_OF_YEAR_CLUES, _DECADE_CLUES, _TIMES_CLUES = clues("half quarter"), clues("decade"), clues("once twice")
_FRACTION_CLUES = frozenset({*_WHOLES, *(f"{whole}s" for whole in _WHOLES)})
_ORDINAL_CLUES = frozenset({*_FIRST_ORDINALS, *_TENTHS, "inaugural", DIGIT})
_MONTH_CLUES, _MULTIPLE_CLUES = frozenset(_MONTHS), frozenset(_MULTIPLES)


def english_quantities(text: str, units: UnitTable) -> tuple[Quantity, ...]:
    """The quantities in an English text, in order."""
    scanner = Scanner(text, _WORDS.findall(text.lower()))
    _take_dates_and_codes(scanner)
    take_rates(scanner, Language.ENGLISH)
    scanner.hide(_THIRD_PARTY, _PARTY_CLUES)
    scanner.hide(_BOTH_SIDES, _SIDES_CLUES)
    scanner.hide(_ALL_DAY, DIGITS)
    if decade := units.forms[Language.ENGLISH].get("decade"):
        scanner.take(_DECADE, lambda match: [measure(matched(match), Fraction(1), decade)], _DECADE_CLUES)
    take_broken_numbers(scanner, units)
    scanner.take(_FRACTION, _fraction, _FRACTION_CLUES)
    scanner.take(_MULTIPLE, _multiple, _MULTIPLE_CLUES)
    scanner.take(_ORDINAL, _ordinal, _ORDINAL_CLUES)
    take_english_numbers(scanner, units)
    scanner.take(_ONCE_OR_TWICE, _times, _TIMES_CLUES)
    return scanner.quantities()


def _take_dates_and_codes(scanner: Scanner) -> None:
    for pattern in _DATES if _NAMES_A_MONTH.search(scanner.text) else ():
        scanner.take(pattern, _dates, _ORDINAL_CLUES)
    scanner.take(_NUMERIC_DATE, _dates, DIGITS)
    scanner.take(_PART_OF_YEAR, _part_of_year, _PART_OF_YEAR_CLUES)
    scanner.take(_LABELLED_CODE, lambda match: [_code(match, "number")], DIGITS)
    take_english_references(scanner)
    scanner.take(_YEAR_RANGE, lambda match: [_year(match, "year"), _year(match, "last")], DIGITS)
    scanner.take(_BARE_YEAR, lambda match: [_year(match, "year")], DIGITS)
    scanner.take(_BARE_MONTH, _dates, _MONTH_CLUES)
    scanner.take(_MIXED_CODE, lambda match: [_code(match)], DIGITS)


def _code(match: re.Match[str], group: str | int = 0) -> Quantity:
    return Quantity(matched(match, group), QuantityKind.CODE, code=_TRACK.sub("", match[group]).upper())


def _dates(match: re.Match[str]) -> list[Quantity]:
    groups = match.groupdict()
    named = next((groups[group] for group in ("month", "sure", "paired") if groups.get(group)), "")
    month = groups.get("month_number") or _MONTHS[named.lower()]
    written = groups.get("written")
    day = _ORDINALS[written.lower()] if written else groups.get("day")
    weekday = groups.get("weekday")
    date = CalendarDate(
        int(groups["year"]) if groups.get("year") else _spelt_year(groups.get("spelt")),
        int(month),
        int(day) if day else None,
        _WEEKDAYS.index(weekday.lower()) if weekday else None,
    )
    return list(dates_of(match, date, "until"))


def _spelt_year(words: str | None) -> int | None:
    """A year in words: two thousand and thirty-one."""
    return 2000 + sum(small(word) for word in re.findall(r"[a-z]+", words.lower())[2:]) if words else None


def _part_of_year(match: re.Match[str]) -> list[Quantity]:
    half, quarter = (_ORDINALS[match[part].lower()] if match[part] else None for part in ("half", "quarter"))
    date = CalendarDate(year=int(match["year"]) if match["year"] else None, half=half, quarter=quarter)
    return [Quantity(matched(match), QuantityKind.DATE, date=date)]


def _year(match: re.Match[str], group: str) -> Quantity:
    return Quantity(matched(match), QuantityKind.DATE, date=CalendarDate(year=int(match[group])))


def _ordinal(match: re.Match[str]) -> list[Quantity]:
    word = (match["word"] or "").lower()
    hundreds = 100 * small(match["hundreds"] or "zero")
    value = int(match["n"]) if match["n"] else 1 if word == "inaugural" else hundreds + _ORDINALS[word]
    return [Quantity(matched(match), QuantityKind.ORDINAL, Fraction(value))]


def _fraction(match: re.Match[str]) -> list[Quantity]:
    if not match["whole"]:
        return [Quantity(matched(match), QuantityKind.COUNT, Fraction(1, 2))]
    part = 1 if match["part"].lower() == "a" else small(match["part"])
    whole = match["whole"].lower()
    return [Quantity(matched(match), QuantityKind.COUNT, Fraction(part, _WHOLES.get(whole) or _WHOLES[whole.rstrip("s")]))]


def _multiple(match: re.Match[str]) -> list[Quantity]:
    return [Quantity(matched(match), QuantityKind.COUNT, _MULTIPLES[match["multiple"].lower()])]


def _times(match: re.Match[str]) -> list[Quantity]:
    return [Quantity(matched(match), QuantityKind.COUNT, Fraction(1 if match.group().lower() == "once" else 2))]
