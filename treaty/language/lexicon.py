"""The treaty lexicon: which Korean words render which English ones, read from tables that a ministry can edit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from treaty.language.english_words import EnglishForms, load_english_forms
from treaty.language.korean_conjugation import conjugated
from treaty.language.korean_words import KoreanForms, load_korean_forms
from treaty.rule_table import TableRow, read_table

_ENGLISH_HEADWORD = re.compile(r"[A-Za-z]+(?:[ '-][A-Za-z]+)*")
_KOREAN_RENDERING = re.compile(r"(?!다$)[가-힣]+(?: [가-힣]+)*")

Rows = frozenset[int]


@dataclass(frozen=True, slots=True)
class LexiconRow:
    """Headwords of one English word family, and the Korean renderings that any of them may have."""

    english: tuple[str, ...]
    korean: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KoreanForm:
    """A string of syllables that stands for renderings of some rows; a verb begins a word, a noun may end a compound."""

    rows: Rows
    verb: bool


@dataclass(frozen=True, slots=True)
class EnglishEntry:
    """What the lexicon knows of one form: its headwords, their rows, and the rows of words it seems to be derived from."""

    headwords: tuple[str, ...]
    rows: Rows
    derived: Rows


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Rows with their indexes. A row is named by its place in `rows`; a word's renderings are those of all its rows.

    `english` finds rows by the words of a headword, `phrases` headwords of several words by their first two;
    `korean` finds them by a form without blanks (상호 운용성 as 상호운용성), and `korean_beginnings` are what forms begin with.
    """

    rows: tuple[LexiconRow, ...]
    english_forms: EnglishForms
    korean_forms: KoreanForms
    english: dict[tuple[str, ...], Rows] = field(repr=False)
    phrases: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = field(repr=False)
    korean: dict[str, KoreanForm] = field(repr=False)
    korean_beginnings: frozenset[str] = field(repr=False)
    longest_korean: int
    _entries: dict[str, EnglishEntry] = field(default_factory=dict, repr=False, compare=False)
    _korean_of: dict[Rows, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    _english_of: dict[Rows, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def entry(self, form: str) -> EnglishEntry:
        """The entry of an English form; remembered, since most words of a text have been met before."""
        known = self._entries.get(form)
        if known is None:
            headwords = self.english_forms.headwords(form)
            derived = self.rows_of(self.english_forms.relatives(form))
            known = self._entries[form] = EnglishEntry(headwords, self.rows_of(headwords), derived)
        return known

    def rows_of(self, headwords: Iterable[str]) -> Rows:
        """The rows of any of these headwords of one word."""
        return frozenset(row for headword in headwords for row in self.english.get((headword,), ()))

    def korean_renderings(self, rows: Rows) -> tuple[str, ...]:
        """The Korean words of some rows, each once; remembered, as are the English ones."""
        known = self._korean_of.get(rows)
        if known is None:
            words = dict.fromkeys(word for row in sorted(rows) for word in self.rows[row].korean)
            known = self._korean_of[rows] = tuple(words)
        return known

    def english_renderings(self, rows: Rows) -> tuple[str, ...]:
        known = self._english_of.get(rows)
        if known is None:
            words = dict.fromkeys(word for row in sorted(rows) for word in self.rows[row].english)
            known = self._english_of[rows] = tuple(words)
        return known


def build_lexicon(rows: Sequence[LexiconRow], english: EnglishForms, korean: KoreanForms) -> Lexicon:
    """A lexicon of these rows, indexed."""
    keys: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    forms: defaultdict[str, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for number, row in enumerate(rows):
        for headword in row.english:
            keys[headword_key(headword, english)].add(number)
        for rendering in row.korean:
            joined = rendering.replace(" ", "")
            verb = joined.endswith("다")
            for form in conjugated(joined) if verb else (joined,):
                forms[form][verb].add(number)
    phrases: defaultdict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for key in sorted(keys, key=len, reverse=True):
        if len(key) > 1:
            phrases[key[:2]].append(key)
    found = {form: KoreanForm(frozenset(numbers[0] | numbers[1]), verb=not numbers[0]) for form, numbers in forms.items()}
    return Lexicon(
        tuple(rows),
        english,
        korean,
        {key: frozenset(numbers) for key, numbers in keys.items()},
        {beginning: tuple(longest_first) for beginning, longest_first in phrases.items()},
        found,
        frozenset(form[:end] for form in found for end in range(1, len(form))),
        max(map(len, found), default=0),
    )


def load_lexicon(tables: Path, forms: Path) -> Lexicon:
    """The lexicon from every *.tsv in the folder `tables`, with the forms of both languages from the folder `forms`.

    Raises RuleTableError with file and line where a cell is empty, in the wrong script, or a headword stands twice in a file.
    """
    english, korean = load_english_forms(forms), load_korean_forms(forms)
    rows: list[LexiconRow] = []
    for path in sorted(tables.glob("*.tsv")):
        rows += _checked_rows(path)
    return build_lexicon(rows, english, korean)


def headword_key(headword: str, english: EnglishForms) -> tuple[str, ...]:
    """The words of a headword as they are compared with a text."""
    if headword.isalpha():
        return (english.spelled(headword.lower()),)
    return tuple(english.spelled(word.form) for word in english.words(headword))


def _checked_rows(path: Path) -> list[LexiconRow]:
    rows: list[LexiconRow] = []
    seen: dict[str, int] = {}
    for line in read_table(path, ("english", "korean")):
        row = LexiconRow(line.words("english"), line.words("korean"))
        _check_scripts(line, row)
        for headword in row.english:
            first = seen.setdefault(headword.lower(), line.line)
            if first != line.line:
                raise line.error("headword_twice", word=headword, first=first)
        rows.append(row)
    return rows


def _check_scripts(line: TableRow, row: LexiconRow) -> None:
    if not row.english or not row.korean:
        raise line.error("empty_cell")
    for word in row.english:
        if not _ENGLISH_HEADWORD.fullmatch(word):
            raise line.error("not_english", word=word)
    for word in row.korean:
        if not _KOREAN_RENDERING.fullmatch(word):
            raise line.error("not_korean", word=word)
