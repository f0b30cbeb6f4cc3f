"""Which clauses of which texts deal with a theme: the matrix of themes and agreements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from treaty.language.meaning import Encoder
from treaty.model import TreatyText
from treaty.progress import Progress, SilentProgress
from treaty.themes.clause_themes import themes_of
from treaty.themes.table import Theme, ThemeTable


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme, and for each text the ids of its clauses that deal with it, in their order."""

    theme: Theme
    clauses: tuple[tuple[str, ...], ...]

    @property
    def total(self) -> int:
        return sum(map(len, self.clauses))


def find_themes(
    texts: Sequence[TreatyText], *, themes: ThemeTable, encoder: Encoder | None = None, progress: Progress = SilentProgress()
) -> list[ThemeRow]:
    """The themes that any of the texts deals with, in the order of the table."""
    found = []
    for done, text in enumerate(texts):
        progress.report(done, len(texts), "progress.themes")
        found.append(themes_of(text, themes, encoder))
    progress.report(len(texts), len(texts), "progress.themes")
    rows = [ThemeRow(theme, tuple(_dealing(theme.id, of_text) for of_text in found)) for theme in themes.themes.values()]
    return [row for row in rows if row.total]


def _dealing(theme: str, of_text: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(clause for clause, themes in of_text.items() if theme in themes)
