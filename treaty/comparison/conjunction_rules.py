"""Which words join by "and" and which by "or": the table conjunctions.tsv."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from treaty.model import Language, Span
from treaty.rule_table import TableRow, read_table


class Joins(StrEnum):
    """How words join what stands around them."""

    AND = "and"
    OR = "or"
    EITHER = "either"
    NOTHING = "nothing"


class Plain(StrEnum):
    """Whether words are the conjunction itself, or may mean something else too."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Conjunction:
    """A conjunction in a passage."""

    joins: Joins
    plain: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Conjunctions:
    """The table: for each language one expression with a group a row, and what the rows mean."""

    patterns: dict[Language, re.Pattern[str]]
    rows: dict[Language, tuple[tuple[Joins, bool], ...]]

    def conjunctions(self, passage: str, language: Language) -> list[Conjunction]:
        """The conjunctions of a passage, its Latin letters small, in order."""
        rows, found = self.rows[language], []
        for match in self.patterns[language].finditer(passage):
            joins, plain = next(row for number, row in enumerate(rows) if match.group(f"r{number}") is not None)
            if joins is not Joins.NOTHING:
                found.append(Conjunction(joins, plain, Span(*match.span())))
        return found


def load_conjunctions(folder: Path) -> Conjunctions:
    """The rows of conjunctions.tsv in `folder`; raises RuleTableError with file and line where one is faulty."""
    rows = list(read_table(folder / "conjunctions.tsv", ("language", "joins", "plain", "pattern")))
    patterns, meanings = {}, {}
    for language in Language:
        of_language = [row for row in rows if row.choice("language", Language) is language]
        meanings[language] = tuple(map(_meaning, of_language))
        words = "|".join(f"(?P<r{number}>{row.pattern('pattern').pattern})" for number, row in enumerate(of_language))
        patterns[language] = re.compile(words)
    return Conjunctions(patterns, meanings)


def _meaning(row: TableRow) -> tuple[Joins, bool]:
    return row.choice("joins", Joins), row.choice("plain", Plain) is Plain.YES
