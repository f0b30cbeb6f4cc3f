"""Names of states, places, organisations, treaties, offices, ministries and languages, found in Korean and English texts.

A row of a table is one name in both languages: where the two versions of a clause name the same row, they name the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby

from treaty.language.name_guards import Certainty, Guards
from treaty.language.name_index import Folded, NameIndex, fold
from treaty.model import Language, Span


class NameTable(StrEnum):
    """The tables of names; the value is the file's name without its ending."""

    STATES = "states"
    PLACES = "places"
    ORGANISATIONS = "organisations"
    TREATIES = "treaties"
    OFFICES = "offices"
    MINISTRIES = "ministries"
    LANGUAGES = "languages"


class NameForm(StrEnum):
    """How a text names a row: in full, shortly, by an adjective, by an acronym, or by one syllable among others (한·미)."""

    OFFICIAL = "official"
    SHORT = "short"
    ADJECTIVE = "adjective"
    ACRONYM = "acronym"
    PRESS = "press"


@dataclass(frozen=True, slots=True)
class Name:
    """One row: a state, a place, an organisation … `forms` are its written forms by language, the preferred one first.

    `id` is the state's code, or the preferred English name; it is unique within the table.
    """

    table: NameTable
    id: str
    forms: dict[Language, tuple[tuple[str, NameForm], ...]] = field(compare=False)

    def preferred(self, language: Language) -> str:
        return self.forms[language][0][0]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a written form can stand for: the rows that it names together (한미 names two), and how it names them.

    `word` is the form as its table has it, without the plural's ending; the guards go by it.
    """

    word: str
    names: tuple[Name, ...]
    form: NameForm


@dataclass(frozen=True, slots=True)
class Names:
    """All names, ready to be looked for. `syllables` are the states' one-syllable forms; `tail` matches what may stand
    behind a short Korean name."""

    rows: tuple[Name, ...]
    index: dict[Language, NameIndex[Reading]]
    guards: Guards
    syllables: dict[str, Name]
    tail: re.Pattern[str]

    def of_table(self, table: NameTable) -> tuple[Name, ...]:
        return tuple(row for row in self.rows if row.table is table)


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name in a text. A form that several rows share (총리, Korean) is found once for each, with the same span: one of them
    is meant. A form that names several states together (한미) likewise, but all of them are meant: its form is PRESS.

    `sure` is False where the word may be no name at all (수단, Chad): it may answer a name on the other side, but asks for none
    itself.
    """

    span: Span
    table: NameTable
    id: str
    form: NameForm
    sure: bool = True

    @property
    def row(self) -> tuple[NameTable, str]:
        return self.table, self.id


_KOREAN_START = re.compile(r"(?<![가-힣])[가-힣]|(?<![A-Za-z0-9])[A-Za-z0-9美]|(?<=(?<![가-힣])[주대전구])[가-힣]")
_ENGLISH_START = re.compile(r"(?<![^\W_])[^\W_]")
_HANGUL_RUN = re.compile(r"[가-힣]{0,24}")
_FREE_TAIL = 4
"""Korean names of so many characters may have anything behind them: no other word begins with them."""
_CHAIN = re.compile(r"(?<![가-힣A-Z])[가-힣A-Z]+(?:[-·ㆍ‧∙–][가-힣A-Z]+)+")
_CHAIN_WORD = re.compile(r"[가-힣A-Z]+")


def names_in(text: str, language: Language, names: Names) -> list[NameFound]:
    """The names in a text, in its order. Where one name contains another of its table, only the longer is found; one of another
    table is doubtful there (the court in the name of its statute)."""
    found = list(_Search(text, language, names).found())
    if language is Language.KOREAN:
        found += _in_chains(text, names, found)
    return sorted(found, key=lambda name: name.span)


class _Search:
    """One text, searched from left to right."""

    def __init__(self, text: str, language: Language, names: Names) -> None:
        self._text = text
        self._language = language
        self._names = names
        self._folded: Folded = fold(text, language)

    def found(self) -> Iterator[NameFound]:
        reached = 0
        outer: set[NameTable] = set()
        pattern = _KOREAN_START if self._language is Language.KOREAN else _ENGLISH_START
        for match in pattern.finditer(self._text):
            place = match.start()
            if place < reached:
                yield from self._inside(place, reached, outer)
            while place >= reached and (longest := next(self._at(place), None)):
                yield from longest
                reached, outer = longest[0].span.end, {name.table for name in longest}
                yield from self._inside(place, reached, outer)
                place = reached if self._goes_on(reached) else -1

    def _inside(self, offset: int, reached: int, outer: set[NameTable]) -> Iterator[NameFound]:
        """The names of other tables that begin at `offset` inside a name that ends at `reached`."""
        for found in self._at(offset):
            inner = [name for name in found if name.table not in outer and name.span.end <= reached]
            yield from (replace(name, sure=False) for name in inner)

    def _goes_on(self, offset: int) -> bool:
        """Whether a Korean word goes on at `offset`, so that another name may follow at once (한국외교부)."""
        return self._language is Language.KOREAN and "가" <= self._text[offset : offset + 1] <= "힣"

    def _at(self, offset: int) -> Iterator[list[NameFound]]:
        """What the names that begin at `offset` may be, the longest name first."""
        index, start = self._names.index[self._language], self._folded.index_of(offset)
        if not index.may_begin(self._folded, start):
            return
        for end, forms in index.candidates(self._folded, self._text, start):
            span = self._folded.span(start, end)
            if not self._ends(span, end - start):
                continue
            words = {form.meaning.word for form in forms}
            certainties = {self._names.guards.judge(word, self._language, self._text, span) for word in words}
            if certainties != {Certainty.DROPPED}:
                yield _each_row([form.meaning for form in forms], span, Certainty.SURE in certainties)

    def _ends(self, span: Span, length: int) -> bool:
        """Whether a name may end here: no word goes on but, in Korean, particles and nouns that go with names."""
        following = self._text[span.end : span.end + 1]
        if self._language is Language.ENGLISH:
            return not following.isalnum()
        if not "가" <= self._text[span.end - 1] <= "힣":
            return not (following.isascii() and following.isalnum())
        rest = _HANGUL_RUN.match(self._text, span.end)
        run = rest.group() if rest else ""
        return length >= _FREE_TAIL or self._names.tail.fullmatch(run) is not None or self._may_begin(span.end)

    def _may_begin(self, offset: int) -> bool:
        """Whether a name may begin at `offset`, whatever stands behind it."""
        candidates = self._names.index[self._language].candidates(self._folded, self._text, self._folded.index_of(offset))
        return next(candidates, None) is not None


def _each_row(readings: list[Reading], span: Span, sure: bool) -> list[NameFound]:
    """One find for each row that the readings name, in the tables' order."""
    by_row: dict[Name, NameFound] = {}
    for reading in readings:
        for name in reading.names:
            by_row.setdefault(name, NameFound(span, name.table, name.id, reading.form, sure))
    return list(by_row.values())


def _in_chains(text: str, names: Names, found: list[NameFound]) -> Iterator[NameFound]:
    """The states that one syllable stands for, in a chain of such syllables and of names (한·미·일, 한-네덜란드, 한-EU)."""
    starts = {name.span.start for name in found}
    for chain in _CHAIN.finditer(text):
        words = [Span(word.start(), word.end()) for word in _CHAIN_WORD.finditer(text, chain.start(), chain.end())]
        states = [_of_syllable(word.of(text), names) if word.start not in starts else None for word in words]
        known = [False, *(state is not None or word.start in starts for word, state in zip(words, states, strict=True)), False]
        for place, (word, state) in enumerate(zip(words, states, strict=True)):
            if state and (known[place] or known[place + 2]):
                yield NameFound(Span(word.start, word.start + 1), state.table, state.id, NameForm.PRESS)


def _of_syllable(word: str, names: Names) -> Name | None:
    """The state that a word of a chain stands for: one syllable, perhaps with a particle behind it."""
    return names.syllables.get(word[0]) if names.tail.fullmatch(word[1:]) else None


def unanswered(asking: Sequence[NameFound], answering: Sequence[NameFound]) -> list[NameFound]:
    """The sure names of one side that the other does not name. Where rows share a form, the other need only name one of them,
    and the first of them stands for all; of states named together (한미) each must be named."""
    answers = {name.row for name in answering}
    lacking: list[NameFound] = []
    for _, group in groupby(asking, key=lambda name: name.span):
        shared = list(group)
        missing = [name for name in shared if name.sure and name.row not in answers]
        if shared[0].form is NameForm.PRESS:
            lacking += missing
        elif len(missing) == len(shared):
            lacking.append(missing[0])
    return lacking
