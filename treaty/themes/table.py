"""The table of themes: what clauses can be about, and the terms that show it (themes.tsv, terms.tsv)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from treaty.errors import RuleTableError
from treaty.language.word_patterns import any_word_of
from treaty.model import Bilingual, Language, Span
from treaty.rule_table import TableRow, read_table


class ThemeKind(StrEnum):
    """Whether a theme is what agreements differ in, or what every agreement has."""

    SUBJECT = "subject"
    FORMAL = "formal"


@dataclass(frozen=True, slots=True)
class Theme:
    """One row of themes.tsv."""

    id: str
    name: Bilingual
    kind: ThemeKind


@dataclass(frozen=True, slots=True)
class ThemeTerm:
    """A term found in a clause. `weight` is 2 where it shows the theme by itself, 1 where it does so with others only."""

    theme: str
    span: Span
    weight: int


@dataclass(frozen=True, slots=True)
class _Terms:
    """The terms of one row of terms.tsv, as one expression, with the phrases in which they do not count."""

    theme: str
    language: Language
    weight: int
    pattern: re.Pattern[str]
    guard: re.Pattern[str] | None

    def find(self, text: str) -> Iterator[ThemeTerm]:
        guarded = [Span(*match.span()) for match in self.guard.finditer(text)] if self.guard else []
        for match in self.pattern.finditer(text):
            span = Span(*match.span())
            if not any(phrase.overlaps(span) for phrase in guarded):
                yield ThemeTerm(self.theme, span, self.weight)


@dataclass(frozen=True, slots=True)
class ThemeExample:
    """A sentence as clauses of a theme read: one row of examples.tsv."""

    theme: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ThemeTable:
    """All themes, by id, their terms, and sentences that are examples of them."""

    themes: dict[str, Theme]
    terms: tuple[_Terms, ...]
    examples: tuple[ThemeExample, ...]

    def terms_in(self, text: str, language: Language) -> list[ThemeTerm]:
        """The terms that stand in a text, without those that are part of a longer one (국방 in 국방조달)."""
        found = [term for row in self.terms if row.language is language for term in row.find(text)]
        return list(_longest(sorted(found, key=lambda term: (term.span.start, -term.span.end, -term.weight, term.theme))))

    def is_subject(self, theme: str) -> bool:
        return self.themes[theme].kind is ThemeKind.SUBJECT


def _longest(found: Sequence[ThemeTerm]) -> Iterator[ThemeTerm]:
    """The terms that lie in no longer one; `found` is in order of where they begin, the longer first."""
    longest = Span(0, 0)
    for term in found:
        if term.span.end > longest.end or term.span == longest:
            longest = term.span
            yield term


def load_themes(folder: Path) -> ThemeTable:
    """The themes from themes.tsv, terms.tsv and examples.tsv in `folder`; raises RuleTableError where a row is faulty."""
    themes: dict[str, Theme] = {}
    for row in read_table(folder / "themes.tsv", ("theme", "ko", "en", "kind")):
        if row["theme"] in themes:
            raise row.error("row_twice", word=row["theme"])
        themes[row["theme"]] = Theme(row["theme"], Bilingual(row["ko"], row["en"]), row.choice("kind", ThemeKind))
    terms = tuple(
        _terms(row, themes) for row in read_table(folder / "terms.tsv", ("theme", "language", "weight", "terms", "not"))
    )
    if unnamed := sorted(themes.keys() - {row.theme for row in terms}):
        raise RuleTableError("missing_rows", file="terms.tsv", rows=", ".join(unnamed))
    examples = tuple(
        ThemeExample(_known(row, themes), row["example"]) for row in read_table(folder / "examples.tsv", ("theme", "example"))
    )
    return ThemeTable(themes, terms, examples)


def _known(row: TableRow, themes: dict[str, Theme]) -> str:
    if row["theme"] not in themes:
        raise row.error("bad_choice", word=row["theme"], allowed=", ".join(themes))
    return row["theme"]


def _terms(row: TableRow, themes: dict[str, Theme]) -> _Terms:
    theme = _known(row, themes)
    if row["weight"] not in ("1", "2"):
        raise row.error("bad_choice", word=row["weight"], allowed="1, 2")
    language = row.choice("language", Language)
    words = row.words("terms")
    guard = row.words("not") if row["not"] != "-" else ()
    return _Terms(
        theme,
        language,
        int(row["weight"]),
        any_word_of(words, language),
        any_word_of(guard, language) if guard else None,
    )
