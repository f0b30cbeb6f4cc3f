"""What answers what in linked clauses: quantities of one value, names of one row, terms and words that render each other.

For a reader who points at a word; the checks do not depend on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from itertools import accumulate

from treaty.comparison.values import described
from treaty.glossary import Glossary
from treaty.language.content_words import Coverage
from treaty.language.coverage import coverage
from treaty.language.lexicon import Lexicon
from treaty.language.names import Names, NameTable, names_in
from treaty.language.quantities import Quantity, UnitTable
from treaty.language.quantity_readers import quantities_of
from treaty.model import Bilingual, Language, Span


class CounterpartKind(StrEnum):
    """What answers each other, the most telling first."""

    QUANTITY = "quantity"
    NAME = "name"
    TERM = "term"
    WORD = "word"


@dataclass(frozen=True, slots=True, order=True)
class WordPlace:
    """Words in one of the clauses: the clause's id, and the place in its text."""

    clause: str
    span: Span


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Places left and right that say the same, and what was read there. One side is empty where nothing answers."""

    kind: CounterpartKind
    left: tuple[WordPlace, ...]
    right: tuple[WordPlace, ...]
    value: Bilingual


@dataclass(frozen=True, slots=True)
class LinkedSide:
    """One side of a link: its language, and its clauses' texts by id in order."""

    language: Language
    clauses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Lookup:
    """The tables that words are looked up in. `preferred` holds what each row of the names is called."""

    units: UnitTable
    names: Names
    glossary: Glossary
    lexicon: Lexicon
    preferred: dict[tuple[NameTable, str], Bilingual]

    @classmethod
    def of(cls, units: UnitTable, names: Names, glossary: Glossary, lexicon: Lexicon) -> Lookup:
        preferred = {
            (row.table, row.id): Bilingual(row.preferred(Language.KOREAN), row.preferred(Language.ENGLISH))
            for row in names.rows
        }
        return cls(units, names, glossary, lexicon, preferred)


_RENDERINGS_SHOWN = 5
_Key = tuple[object, ...]
_Read = tuple[_Key, WordPlace, Bilingual]
"""Something read: what makes it equal to its counterpart, where it stands, and its value in words."""


def counterparts(left: LinkedSide, right: LinkedSide, lookup: Lookup) -> list[Counterpart]:
    """What answers what in a link, kind by kind in the order of CounterpartKind."""
    found = [
        *_answering(CounterpartKind.QUANTITY, left, right, partial(_quantities, lookup)),
        *_answering(CounterpartKind.NAME, left, right, partial(_names, lookup)),
    ]
    if left.language is right.language:
        return found
    terms = _answering(CounterpartKind.TERM, left, right, partial(_terms, lookup))
    return [*found, *(term for term in terms if term.left and term.right), *_words(left, right, lookup.lexicon)]


def _answering(
    kind: CounterpartKind, left: LinkedSide, right: LinkedSide, read: Callable[[str, str, Language], Iterator[_Read]]
) -> Iterator[Counterpart]:
    """What was read on both sides, put together by what makes it equal."""
    sides = [[item for clause, text in side.clauses for item in read(clause, text, side.language)] for side in (left, right)]
    for key in dict.fromkeys(item[0] for side in sides for item in side):
        places = [tuple(sorted({place for other, place, _ in side if other == key})) for side in sides]
        value = next(value for side in sides for other, _, value in side if other == key)
        yield Counterpart(kind, places[0], places[1], value)


def _quantities(lookup: Lookup, clause: str, text: str, language: Language) -> Iterator[_Read]:
    for quantity in quantities_of(text, language, lookup.units):
        yield _identity(quantity), WordPlace(clause, quantity.span), described(quantity)


def _identity(quantity: Quantity) -> _Key:
    parts = quantity.date.parts if quantity.date else None
    return quantity.kind, quantity.value, quantity.dimension, parts, quantity.code


def _names(lookup: Lookup, clause: str, text: str, language: Language) -> Iterator[_Read]:
    for name in names_in(text, language, lookup.names):
        if name.sure:
            yield name.row, WordPlace(clause, name.span), lookup.preferred[name.row]


def _terms(lookup: Lookup, clause: str, text: str, language: Language) -> Iterator[_Read]:
    for number, term in enumerate(lookup.glossary.terms):
        value = Bilingual(term.ko[0], term.en[0])
        for rendering in term.renderings(language):
            for match in _written(rendering, language).finditer(text):
                yield (number,), WordPlace(clause, Span(*match.span())), value


@cache
def _written(rendering: str, language: Language) -> re.Pattern[str]:
    """Where a rendering of the glossary stands as words: a Korean one may have particles behind it, an English one a plural."""
    words = re.escape(rendering)
    if language is Language.KOREAN:
        return re.compile(rf"(?<![가-힣]){words}")
    return re.compile(rf"(?<![^\W_]){words}(?:e?s)?(?![^\W_])", re.IGNORECASE)


def _words(left: LinkedSide, right: LinkedSide, lexicon: Lexicon) -> Iterator[Counterpart]:
    """The words that the lexicon knows to render each other; each once, from the left."""
    texts = _Joined(left), _Joined(right)
    korean_is_left = left.language is Language.KOREAN
    korean, english = texts if korean_is_left else reversed(texts)
    covered = coverage(lexicon, korean.text, english.text)
    for word in covered.korean if korean_is_left else covered.english:
        if word.coverage is Coverage.COVERED and (answers := texts[1].places(_longest(word.counterparts))):
            renderings = ", ".join(word.renderings[:_RENDERINGS_SHOWN])
            yield Counterpart(CounterpartKind.WORD, texts[0].places([word.span]), answers, Bilingual(renderings, renderings))


def _longest(spans: Sequence[Span]) -> list[Span]:
    """The spans without those that lie within another."""
    return [span for span in spans if not any(span != other and _within(span, other) for other in spans)]


def _within(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end


class _Joined:
    """The clauses of one side as one text."""

    def __init__(self, side: LinkedSide) -> None:
        self.text = "\n".join(text for _, text in side.clauses)
        lengths = [len(text) + 1 for _, text in side.clauses]
        starts = [0, *accumulate(lengths)]
        self._clauses = [
            (start, start + len(text), clause) for start, (clause, text) in zip(starts, side.clauses, strict=False)
        ]

    def places(self, spans: Sequence[Span]) -> tuple[WordPlace, ...]:
        """Spans of the joined text as places in its clauses."""
        return tuple(
            WordPlace(clause, span.shifted(-start))
            for span in spans
            for start, end, clause in self._clauses
            if start <= span.start and span.end <= end
        )
