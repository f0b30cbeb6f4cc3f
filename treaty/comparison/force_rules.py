"""What carries the force of a sentence, and which forces contradict each other: the tables force.tsv and force_checks.tsv."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from treaty.model import Language
from treaty.rule_table import TableRow, read_table

_COLUMNS = ("check", "language", "has", "lacks", "other_has", "other_lacks", "shown")


@dataclass(frozen=True, slots=True)
class ForceCheck:
    """One row of force_checks.tsv."""

    check: str
    language: Language
    has: str
    lacks: tuple[str, ...]
    other_has: tuple[str, ...]
    other_lacks: tuple[str, ...]
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ForceRules:
    """Which words carry which force in each language, and which forces contradict each other."""

    words: dict[tuple[Language, str], tuple[re.Pattern[str], ...]]
    checks: tuple[ForceCheck, ...]

    def find(self, force: str, language: Language, sentence: str) -> re.Match[str] | None:
        """The first words in a sentence that carry a force."""
        matches = [match for pattern in self.words[language, force] if (match := pattern.search(sentence))]
        return min(matches, key=lambda match: match.start(), default=None)


def load_force_rules(folder: Path) -> ForceRules:
    """The rules of both tables in `folder`; raises RuleTableError with file and line where one is faulty."""
    words: dict[tuple[Language, str], tuple[re.Pattern[str], ...]] = {}
    for row in read_table(folder / "force.tsv", ("language", "force", "pattern")):
        key = row.choice("language", Language), row["force"]
        words[key] = (*words.get(key, ()), re.compile(row.pattern("pattern").pattern, re.IGNORECASE))
    rows = read_table(folder / "force_checks.tsv", _COLUMNS)
    return ForceRules(words, tuple(_check(row, words) for row in rows))


def _check(row: TableRow, words: dict[tuple[Language, str], tuple[re.Pattern[str], ...]]) -> ForceCheck:
    language = row.choice("language", Language)
    other = Language.ENGLISH if language is Language.KOREAN else Language.KOREAN
    named = {column: tuple(force for force in row.words(column) if force != "-") for column in _COLUMNS[2:]}
    for column, forces in named.items():
        of = language if column in ("has", "lacks") else other
        if unknown := [force for force in forces if (of, force) not in words]:
            raise row.error("bad_choice", word=unknown[0], allowed=", ".join(force for lang, force in words if lang is of))
    return ForceCheck(row["check"], language, row["has"], *(named[column] for column in _COLUMNS[3:]))
