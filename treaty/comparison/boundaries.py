"""Words that bound a figure (이상, more than): which bound they set, read from boundaries.tsv (CHECKS C04)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from treaty.model import Bilingual, Language, Span
from treaty.rule_table import TableRow, read_table

_WORDS_BETWEEN = {Language.KOREAN: r"\s?", Language.ENGLISH: r"(?:\s+[a-z]+){0,3}\s+"}
"""What may stand between a bound and the figure behind it: "below the age of eighteen years"."""


_FARTHEST = 60
"""How many characters before a figure its bound may begin."""


class Bound(StrEnum):
    """Which bound a figure is, and whether it is included."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"


BOUND_NAMES = {
    Bound.AT_LEAST: Bilingual("이상", "at least"),
    Bound.MORE_THAN: Bilingual("초과", "more than"),
    Bound.AT_MOST: Bilingual("이하", "at most"),
    Bound.LESS_THAN: Bilingual("미만", "less than"),
}


class Side(StrEnum):
    """On which side of the figure the words stand."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class _Row:
    language: Language
    bound: Bound
    side: Side
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The rows of boundaries.tsv."""

    rows: tuple[_Row, ...]

    def around(self, text: str, figure: Span, language: Language) -> tuple[Bound, Span] | None:
        """The bound that words around a figure set, and the figure with those words; None where there are none, or two."""
        found = [
            (row.bound, span)
            for row in self.rows
            if row.language is language and (span := around_figure(row.pattern, row.side, text, figure))
        ]
        if len({bound for bound, _ in found}) != 1:
            return None
        return found[0][0], Span(min(span.start for _, span in found), max(span.end for _, span in found))


def load_boundaries(folder: Path) -> Boundaries:
    """The rows of boundaries.tsv in `folder`; raises RuleTableError with file and line where one is faulty."""
    rows = read_table(folder / "boundaries.tsv", ("language", "place", "bound", "pattern"))
    return Boundaries(tuple(map(_row, rows)))


def _row(row: TableRow) -> _Row:
    language, side = row.choice("language", Language), row.choice("place", Side)
    words = row.pattern("pattern").pattern
    around = rf"(?:{words}){_WORDS_BETWEEN[language]}$" if side is Side.BEFORE else rf"\s?(?:{words})"
    return _Row(language, row.choice("bound", Bound), side, re.compile(around, re.IGNORECASE))


def around_figure(pattern: re.Pattern[str], side: Side, text: str, figure: Span) -> Span | None:
    """A figure with the words that a pattern finds right before or behind it; None where it finds none."""
    if side is Side.AFTER:
        behind = pattern.match(text, figure.end)
        return Span(figure.start, behind.end()) if behind else None
    start = max(0, figure.start - _FARTHEST)
    before = pattern.search(text[start : figure.start])
    return Span(start + before.start(), figure.end) if before else None
