"""Tables that people edit: tab-separated lines with a header of their own, checked as they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from treaty.errors import RuleTableError
from treaty.patterns import checked_pattern

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of a rule table: its cells by column name, and where it stands."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def pattern(self, column: str) -> re.Pattern[str]:
        """The cell as a regular expression; raises RuleTableError where it is none, or one that might run for ever."""
        try:
            return checked_pattern(self[column])
        except re.error as problem:
            raise self.error("bad_pattern", problem=problem) from problem

    def choice(self, column: str, choices: type[Choice]) -> Choice:
        """The cell as a member of an enumeration; raises RuleTableError with the words that are allowed."""
        try:
            return choices(self[column])
        except ValueError as problem:
            allowed = ", ".join(str(choice) for choice in choices)
            raise self.error("bad_choice", word=self[column], allowed=allowed) from problem

    def words(self, column: str) -> tuple[str, ...]:
        """The cell as a list of words separated by "|"."""
        return tuple(word.strip() for word in self[column].split("|") if word.strip())

    def error(self, code: str, **places: object) -> RuleTableError:
        return RuleTableError(code, file=self.file, line=self.line, **places)


def read_table(path: Path, columns: Sequence[str]) -> Iterator[TableRow]:
    """The rows of a tab-separated table; lines that are empty or begin with "#" are its documentation.

    Raises RuleTableError, naming the line, where a row has not one cell for each of `columns`.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != len(columns):
            expected = ", ".join(columns)
            raise RuleTableError("bad_row", file=path.name, line=number, expected=expected, count=len(cells))
        yield TableRow(path.name, number, dict(zip(columns, cells, strict=True)))
