"""Reading the tables of names from resources/names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from treaty.language.name_guards import load_guards
from treaty.language.name_index import NameIndex
from treaty.language.names import Name, NameForm, Names, NameTable, Reading
from treaty.language.quantities import alternatives
from treaty.model import Language
from treaty.rule_table import TableRow, read_table

Forms = tuple[tuple[str, NameForm], ...]

_COLUMNS = {
    NameTable.STATES: ("id", "en_short", "en_official", "en_adjective", "ko_short", "ko_official", "ko_abbreviation"),
    NameTable.PLACES: ("kind", "en", "ko"),
    NameTable.ORGANISATIONS: ("acronym", "en", "ko"),
    NameTable.TREATIES: ("acronym", "en", "ko"),
    NameTable.OFFICES: ("en", "ko"),
    NameTable.MINISTRIES: ("acronym", "en", "ko"),
    NameTable.LANGUAGES: ("en", "ko"),
}
_WITH_OFFICIAL_NAME = frozenset({NameTable.ORGANISATIONS, NameTable.TREATIES, NameTable.OFFICES, NameTable.MINISTRIES})
_ACRONYM = re.compile(r"[A-Z0-9][A-Z0-9.+]+")
_HEAD_NOUN = re.compile(r"(\w*[a-z])(?= (?:of|for|to|in|General)\b)")


def load_names(folder: Path) -> Names:
    """The names from the tables in `folder`; raises RuleTableError with file and line where a row is faulty or comes twice."""
    rows: list[Name] = []
    for table, columns in _COLUMNS.items():
        taken: set[str] = set()
        for row in read_table(folder / f"{table.value}.tsv", columns):
            name = _state(row) if table is NameTable.STATES else _other(table, row)
            if name.id in taken:
                raise row.error("name_twice", name=name.id)
            taken.add(name.id)
            rows.append(name)
    states = {name.id: name for name in rows if name.table is NameTable.STATES}
    korean = [*_readings(rows, Language.KOREAN), *_joined(folder / "joined.tsv", states)]
    index = {
        Language.KOREAN: NameIndex(Language.KOREAN, korean),
        Language.ENGLISH: NameIndex(Language.ENGLISH, _readings(rows, Language.ENGLISH)),
    }
    syllables = _syllables(folder / "states.tsv", states)
    return Names(tuple(rows), index, load_guards(folder / "guards.tsv"), syllables, _tail(folder / "tails.tsv"))


def _words(row: TableRow, column: str) -> tuple[str, ...]:
    """The alternatives of a cell; none for "-"."""
    return tuple(word for word in row.words(column) if word != "-")


def _needed(row: TableRow, column: str) -> tuple[str, ...]:
    """The alternatives of a cell that must have one."""
    words = _words(row, column)
    if not words:
        raise row.error("no_name", column=column)
    return words


def _short(word: str) -> tuple[str, NameForm]:
    return word, NameForm.ACRONYM if _ACRONYM.fullmatch(word) else NameForm.SHORT


def _state(row: TableRow) -> Name:
    forms: dict[Language, Forms] = {}
    for language in Language:
        short = tuple(_short(word) for word in _needed(row, f"{language.value}_short"))
        official = tuple((word, NameForm.OFFICIAL) for word in _words(row, f"{language.value}_official"))
        forms[language] = official + short
    forms[Language.ENGLISH] += tuple((word, NameForm.ADJECTIVE) for word in _words(row, "en_adjective"))
    return Name(NameTable.STATES, row["id"], forms)


def _other(table: NameTable, row: TableRow) -> Name:
    acronyms = tuple((word, NameForm.ACRONYM) for word in _words(row, "acronym")) if "acronym" in row.cells else ()
    forms: dict[Language, Forms] = {}
    for language in Language:
        first, *others = _needed(row, language.value)
        full = (first, NameForm.OFFICIAL) if table in _WITH_OFFICIAL_NAME else _short(first)
        forms[language] = (full, *(_short(word) for word in others), *acronyms)
    return Name(table, forms[Language.ENGLISH][0][0], forms)


def _readings(rows: list[Name], language: Language) -> Iterator[tuple[str, Reading]]:
    for name in rows:
        for word, form in name.forms[language]:
            yield word, Reading(word, (name,), form)
            for plural in _plurals(word) if language is Language.ENGLISH else ():
                yield plural, Reading(word, (name,), form)


def _plurals(word: str) -> list[str]:
    """A name with an s at its end (ambassadors, NGOs), and with one at its head noun (Ministers of Foreign Affairs)."""
    heads = [word[: head.start()] + _plural(head.group()) + word[head.end() :] for head in [_HEAD_NOUN.search(word)] if head]
    return heads + ([] if word.endswith(("s", ".", "y")) else [_plural(word)]) + ([_plural(word)] if word.endswith("y") else [])


def _plural(noun: str) -> str:
    return noun[:-1] + "ies" if re.search(r"[^aeiou]y$", noun) else noun + "s"


def _joined(path: Path, states: dict[str, Name]) -> Iterator[tuple[str, Reading]]:
    for row in read_table(path, ("form", "states")):
        unknown = [word for word in row.words("states") if word not in states]
        if unknown:
            raise row.error("bad_choice", word=unknown[0], allowed="states.tsv: id")
        yield row["form"], Reading(row["form"], tuple(states[word] for word in row.words("states")), NameForm.PRESS)


def _syllables(path: Path, states: dict[str, Name]) -> dict[str, Name]:
    syllables: dict[str, Name] = {}
    for row in read_table(path, _COLUMNS[NameTable.STATES]):
        for syllable in _words(row, "ko_abbreviation"):
            if syllable in syllables:
                raise row.error("name_twice", name=syllable)
            syllables[syllable] = states[row["id"]]
    return syllables


def _tail(path: Path) -> re.Pattern[str]:
    """What may stand behind a short Korean name: nouns that go with names, then particles."""
    words: dict[str, list[str]] = {"noun": [], "particle": []}
    for row in read_table(path, ("kind", "words")):
        if row["kind"] not in words:
            raise row.error("bad_choice", word=row["kind"], allowed=", ".join(words))
        words[row["kind"]] += row.words("words")
    return re.compile(f"(?:{alternatives(words['noun'])}){{0,3}}(?:{alternatives(words['particle'])}){{0,2}}")
