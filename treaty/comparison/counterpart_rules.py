"""Which words of the two languages render each other: the tables in counterparts/."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from treaty.comparison.phrases import Phrases, phrases_of, split_phrases
from treaty.model import Language
from treaty.rule_table import TableRow, read_table

_COLUMNS = ("concept", "english_alone", "korean_alone", "english", "korean", "english_also", "korean_also", "rivals")
ANY_OTHER = "*"
"""The rivals of a concept that contradicts every other one of its table."""
_SPOKEN = {Language.ENGLISH: "english", Language.KOREAN: "korean"}


class Alone(StrEnum):
    """What it means that words of a concept stand in one language only."""

    SURE = "sure"
    CLEAR = "clear"
    LOOK = "look"
    NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Concept:
    """One row: for each language the words that ask for a counterpart, those that usually render it, all that may answer."""

    family: str
    name: str
    alone: dict[Language, Alone]
    asks: dict[Language, Phrases]
    usual: dict[Language, Phrases]
    answers: dict[Language, Phrases]
    rivals: frozenset[str]


@dataclass(frozen=True, slots=True)
class Counterparts:
    """The concepts of all tables; a table's file name is the family of its checks (`condition` → condition_omitted …)."""

    concepts: tuple[Concept, ...]


def load_counterparts(folder: Path) -> Counterparts:
    """The concepts of the tables in `folder`; raises RuleTableError with file and line where one is faulty."""
    concepts: list[Concept] = []
    for path in sorted(folder.glob("*.tsv")):
        rows = {row["concept"]: row for row in read_table(path, _COLUMNS)}
        concepts += [_concept(path.stem, row, rows) for row in rows.values()]
    return Counterparts(tuple(concepts))


def _concept(family: str, row: TableRow, rows: Mapping[str, TableRow]) -> Concept:
    rivals = frozenset(split_phrases(row["rivals"]))
    if unknown := sorted(rivals - rows.keys() - {ANY_OTHER}):
        raise row.error("bad_choice", word=unknown[0], allowed=", ".join(rows))
    alone = {language: row.choice(f"{spoken}_alone", Alone) for language, spoken in _SPOKEN.items()}
    try:
        asks = {language: phrases_of(split_phrases(row[spoken]), language) for language, spoken in _SPOKEN.items()}
        usual = {language: _rendering(row, rows, (spoken,), language) for language, spoken in _SPOKEN.items()}
        answers = {
            language: _rendering(row, rows, (spoken, f"{spoken}_also"), language) for language, spoken in _SPOKEN.items()
        }
    except re.error as problem:
        raise row.error("bad_pattern", problem=problem) from problem
    return Concept(family, row["concept"], alone, asks, usual, answers, rivals)


def _rendering(row: TableRow, rows: Mapping[str, TableRow], columns: Sequence[str], language: Language) -> Phrases:
    """The phrases in some columns of a row and of the rows that its cell of other words names with "@"."""
    kin = [phrase[1:] for phrase in split_phrases(row[f"{_SPOKEN[language]}_also"]) if phrase.startswith("@")]
    if unknown := [name for name in kin if name not in rows]:
        raise row.error("bad_choice", word=unknown[0], allowed=", ".join(rows))
    cells = [of[column] for of in (row, *(rows[name] for name in kin)) for column in columns]
    phrases = [phrase for cell in cells for phrase in split_phrases(cell) if not phrase.startswith("@")]
    return phrases_of(phrases, language, within_words=True)
