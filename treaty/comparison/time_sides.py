"""Words that say on which side of an event a period lies (이내, before), read from time_sides.tsv (CHECKS C09)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from treaty.comparison.boundaries import Side, around_figure
from treaty.model import Bilingual, Language, Span
from treaty.rule_table import TableRow, read_table


class TimeSide(StrEnum):
    """Where a period lies as seen from the event it is counted from."""

    WITHIN = "within"
    AFTER = "after"
    BEFORE = "before"


TIME_SIDE_NAMES = {
    TimeSide.WITHIN: Bilingual("이내", "within"),
    TimeSide.AFTER: Bilingual("후", "after"),
    TimeSide.BEFORE: Bilingual("전", "before"),
}


@dataclass(frozen=True, slots=True)
class _Row:
    language: Language
    side: TimeSide
    place: Side
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class TimeSides:
    """The rows of time_sides.tsv, in order."""

    rows: tuple[_Row, ...]

    def around(self, text: str, period: Span, language: Language) -> tuple[TimeSide, Span] | None:
        """The side that the words around a period name, and the period with those words; None where they name none."""
        for row in self.rows:
            if row.language is language and (span := around_figure(row.pattern, row.place, text, period)):
                return row.side, span
        return None


def load_time_sides(folder: Path) -> TimeSides:
    """The rows of time_sides.tsv in `folder`; raises RuleTableError with file and line where one is faulty."""
    return TimeSides(tuple(map(_row, read_table(folder / "time_sides.tsv", ("language", "place", "side", "pattern")))))


def _row(row: TableRow) -> _Row:
    language, place = row.choice("language", Language), row.choice("place", Side)
    words = row.pattern("pattern").pattern
    between = {Language.KOREAN: "", Language.ENGLISH: r"(?:\s+(?:a|an|the|period|of|any|at|least|date)){0,4}\s+"}[language]
    shape = rf"(?<![\w가-힣])(?:{words}){between}$" if place is Side.BEFORE else rf"[’']?\s?(?:{words})"
    return _Row(language, row.choice("side", TimeSide), place, re.compile(shape, re.IGNORECASE))
