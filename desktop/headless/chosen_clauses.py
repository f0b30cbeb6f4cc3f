"""The clauses that a user names: by a theme, or by their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resources import path_of
from treaty.errors import WritingError
from treaty.model import Language
from treaty.review.review import Review
from treaty.themes.clause_themes import themes_of
from treaty.themes.table import ThemeTable, load_themes


@dataclass(frozen=True, slots=True)
class ThemeClauses:
    """A theme by its name in a language, and the clauses of a review that are about it."""

    name: str
    clauses: frozenset[str]


def themes_in(review: Review, language: Language) -> dict[str, ThemeClauses]:
    """The themes of a review's clauses by id, those of most clauses first."""
    table = load_themes(path_of("themes"))
    found: dict[str, set[str]] = {}
    for text in review.texts:
        for clause, themes in themes_of(text, table).items():
            for theme in themes:
                found.setdefault(theme, set()).add(clause)
    ordered = sorted(found, key=lambda theme: (-len(found[theme]), theme))
    return {theme: ThemeClauses(_name(theme, table, language), frozenset(found[theme])) for theme in ordered}


def clauses_of_theme(review: Review, asked: str, language: Language) -> ThemeClauses:
    """The clauses of a theme, asked for by its id or by its name in any language; raises WritingError where there are none."""
    found, table = themes_in(review, language), load_themes(path_of("themes"))
    for theme, clauses in found.items():
        if asked.casefold() in (theme, *(_name(theme, table, each).casefold() for each in Language)):
            return clauses
    known = ", ".join(f"{theme} ({clauses.name})" for theme, clauses in found.items())
    raise WritingError("no_such_theme", theme=asked, known=known)


def clauses_labelled(review: Review, labels: Sequence[str]) -> frozenset[str]:
    """The clauses whose full label is one of those asked for, or begins with one; raises WritingError where there is none."""
    named: set[str] = set()
    for label in labels:
        found = {
            clause.id
            for text in review.texts
            for clause in text.clauses
            if clause.path == label or clause.path.startswith((f"{label} ", f"{label}."))
        }
        if not found:
            raise WritingError("no_such_clause", label=label)
        named |= found
    return frozenset(named)


def _name(theme: str, table: ThemeTable, language: Language) -> str:
    return table.themes[theme].name.in_language(language)
