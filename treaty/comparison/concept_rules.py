"""The sets of words that exclude each other, read from concepts.tsv."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from treaty.language.word_patterns import any_word_of
from treaty.model import FAMILY_OF_KIND, Language
from treaty.rule_table import TableRow, read_table

_COLUMNS = ("set", "member", "kind", "ko", "en", "also_ko", "also_en")


_Words = Mapping[Language, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Member:
    """One row of concepts.tsv: the words that surely name the member, and those that may stand for it as well."""

    set_name: str
    name: str
    kind: str
    sure: _Words
    also: _Words

    def named_in(self, text: str, language: Language) -> re.Match[str] | None:
        """The first word of a text that surely names the member."""
        return _any_of(self.sure[language], language).search(text)

    def stands_in(self, text: str, language: Language) -> bool:
        return bool(self.named_in(text, language) or _any_of(self.also[language], language).search(text))


@dataclass(frozen=True, slots=True)
class ConceptSet:
    """Members that exclude each other. `any_words` finds the words that surely name any of them: most sentences have none."""

    members: tuple[Member, ...]
    any_words: Mapping[Language, re.Pattern[str]]

    def named_in(self, text: str, language: Language) -> list[tuple[Member, re.Match[str]]]:
        """The members that a text surely names, each with the first word that does."""
        if not self.any_words[language].search(text):
            return []
        return [(member, match) for member in self.members if (match := member.named_in(text, language))]


@dataclass(frozen=True, slots=True)
class Concepts:
    """The sets of concepts.tsv by name."""

    sets: Mapping[str, ConceptSet]


def load_concepts(folder: Path) -> Concepts:
    """The sets of concepts.tsv in `folder`; raises RuleTableError with file and line where a row is faulty."""
    sets: dict[str, list[Member]] = {}
    for row in read_table(folder / "concepts.tsv", _COLUMNS):
        members = sets.setdefault(row["set"], [])
        if any(member.name == row["member"] for member in members):
            raise row.error("row_twice", word=row["member"])
        members.append(_member(row))
    return Concepts({name: _concept_set(members) for name, members in sets.items()})


def _concept_set(members: Sequence[Member]) -> ConceptSet:
    words = {language: [word for member in members for word in member.sure[language]] for language in Language}
    return ConceptSet(tuple(members), {language: any_word_of(words[language], language) for language in Language})


def _member(row: TableRow) -> Member:
    if row["kind"] not in FAMILY_OF_KIND:
        raise row.error("bad_choice", word=row["kind"], allowed=", ".join(FAMILY_OF_KIND))
    sure = {language: _words(row, language) for language in Language}
    also = {language: _words(row, f"also_{language}") for language in Language}
    return Member(row["set"], row["member"], row["kind"], sure, also)


def _words(row: TableRow, column: str) -> tuple[str, ...]:
    return tuple(word for word in row.words(column) if word != "-")


@cache
def _any_of(words: tuple[str, ...], language: Language) -> re.Pattern[str]:
    """The expression for a member's words; compiled when a sentence first asks for it, for most never do."""
    return any_word_of(words, language)
