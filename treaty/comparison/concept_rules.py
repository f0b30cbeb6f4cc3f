"""The sets of words that exclude each other, read from concepts.tsv."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from treaty.language.word_patterns import any_word_of
from treaty.model import FAMILY_OF_KIND, Language
from treaty.rule_table import TableRow, read_table

_COLUMNS = ("set", "member", "kind", "ko", "en", "also_ko", "also_en")


@dataclass(frozen=True, slots=True)
class Member:
    """One row of concepts.tsv. `sure` finds the words that name the member, `also` those that may stand for it as well."""

    set_name: str
    name: str
    kind: str
    sure: Mapping[Language, re.Pattern[str]]
    also: Mapping[Language, re.Pattern[str]]

    def stands_in(self, words: str, language: Language) -> bool:
        return bool(self.sure[language].search(words) or self.also[language].search(words))


@dataclass(frozen=True, slots=True)
class Concepts:
    """The rows of concepts.tsv by set."""

    sets: Mapping[str, tuple[Member, ...]]


def load_concepts(folder: Path) -> Concepts:
    """The sets of concepts.tsv in `folder`; raises RuleTableError with file and line where a row is faulty."""
    sets: dict[str, list[Member]] = {}
    for row in read_table(folder / "concepts.tsv", _COLUMNS):
        members = sets.setdefault(row["set"], [])
        if any(member.name == row["member"] for member in members):
            raise row.error("row_twice", word=row["member"])
        members.append(_member(row))
    return Concepts({name: tuple(members) for name, members in sets.items()})


def _member(row: TableRow) -> Member:
    if row["kind"] not in FAMILY_OF_KIND:
        raise row.error("bad_choice", word=row["kind"], allowed=", ".join(FAMILY_OF_KIND))
    languages = {Language.KOREAN: "ko", Language.ENGLISH: "en"}
    sure = {language: any_word_of(row.words(column), language) for language, column in languages.items()}
    also = {language: any_word_of(_words(row, f"also_{column}"), language) for language, column in languages.items()}
    return Member(row["set"], row["member"], row["kind"], sure, also)


def _words(row: TableRow, column: str) -> tuple[str, ...]:
    return tuple(word for word in row.words(column) if word != "-")
