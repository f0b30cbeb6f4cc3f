"""Words beside a figure: which bound they set to it (이상, more than: boundaries.tsv, CHECKS C04), and on which side of an
event they put a period (이내, before: time_sides.tsv, CHECKS C09)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from treaty.model import Bilingual, Language, Span
from treaty.rule_table import TableRow, read_table

_FARTHEST = 60
"""How many characters before a figure its words may begin."""


class Bound(StrEnum):
    """Which bound a figure is, and whether it is included."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"


class TimeSide(StrEnum):
    """Where a period lies as seen from the event it is counted from."""

    WITHIN = "within"
    AFTER = "after"
    BEFORE = "before"


MEANING_NAMES: dict[StrEnum, Bilingual] = {
    Bound.AT_LEAST: Bilingual("이상", "at least"),
    Bound.MORE_THAN: Bilingual("초과", "more than"),
    Bound.AT_MOST: Bilingual("이하", "at most"),
    Bound.LESS_THAN: Bilingual("미만", "less than"),
    TimeSide.WITHIN: Bilingual("이내", "within"),
    TimeSide.AFTER: Bilingual("후", "after"),
    TimeSide.BEFORE: Bilingual("전", "before"),
}
"""What explanations call the meanings."""


class Side(StrEnum):
    """On which side of the figure the words stand."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class _Row:
    language: Language
    meaning: StrEnum
    side: Side
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The rows of one of the two tables, in order. `first_counts`: of several that fit the first counts; else they must
    agree."""

    rows: tuple[_Row, ...]
    first_counts: bool

    def around(self, text: str, figure: Span, language: Language) -> tuple[StrEnum, Span] | None:
        """What the words around a figure mean, and the figure with those words; None where there are none, or they disagree."""
        found = [
            (row.meaning, span)
            for row in self.rows
            if row.language is language and (span := around_figure(row.pattern, row.side, text, figure))
        ]
        if self.first_counts:
            return found[0] if found else None
        if len({meaning for meaning, _ in found}) != 1:
            return None
        return found[0][0], Span(min(span.start for _, span in found), max(span.end for _, span in found))


def load_boundaries(folder: Path) -> FigureWords:
    """The rows of boundaries.tsv in `folder`; raises RuleTableError with file and line where one is faulty.

    A few words may stand between a bound and the figure behind it: "below the age of eighteen years".
    """
    between = {Language.KOREAN: r"\s?", Language.ENGLISH: r"(?:\s+[a-z]+){0,3}\s+"}
    rows = read_table(folder / "boundaries.tsv", ("language", "place", "bound", "pattern"))
    return FigureWords(tuple(_row(row, row.choice("bound", Bound), between, r"\s?") for row in rows), first_counts=False)


def load_time_sides(folder: Path) -> FigureWords:
    """The rows of time_sides.tsv in `folder`; raises RuleTableError with file and line where one is faulty."""
    between = {Language.KOREAN: "", Language.ENGLISH: r"(?:\s+(?:a|an|the|period|of|any|at|least|date)){0,4}\s+"}
    rows = read_table(folder / "time_sides.tsv", ("language", "place", "side", "pattern"))
    return FigureWords(tuple(_row(row, row.choice("side", TimeSide), between, r"[’']?\s?") for row in rows), first_counts=True)


def _row(row: TableRow, meaning: StrEnum, between: dict[Language, str], behind: str) -> _Row:
    """A row with its pattern widened by what may stand between its words and the figure."""
    language, side = row.choice("language", Language), row.choice("place", Side)
    words = row.pattern("pattern").pattern
    shape = rf"(?<![\w가-힣])(?:{words}){between[language]}$" if side is Side.BEFORE else rf"{behind}(?:{words})"
    return _Row(language, meaning, side, re.compile(shape, re.IGNORECASE))


def around_figure(pattern: re.Pattern[str], side: Side, text: str, figure: Span) -> Span | None:
    """A figure with the words that a pattern finds right before or behind it; None where it finds none."""
    if side is Side.AFTER:
        behind = pattern.match(text, figure.end)
        return Span(figure.start, behind.end()) if behind else None
    start = max(0, figure.start - _FARTHEST)
    before = pattern.search(text[start : figure.start])
    return Span(start + before.start(), figure.end) if before else None
