"""The matrix of themes and texts as lines of text, for reading in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width

from resources.wording_table import Wording
from treaty.model import Language, TreatyText
from treaty.themes.overview import ThemeRow

_FIRST_COLUMN = 34
_COLUMN = 8


def listed_themes(texts: Sequence[TreatyText], rows: Sequence[ThemeRow], words: Wording) -> Iterator[str]:
    """What the columns stand for, then a line for each theme with the number of clauses in each text and their numbers."""
    for text in texts:
        label = f" ({text.label})" if text.label else ""
        yield f"{text.id}  {words(f'language.{text.language}')}{label}  {text.title or text.source.name}"
    yield ""
    yield _line(words("cli.theme"), [text.id for text in texts], words("cli.total"))
    for row in rows:
        counts = [str(len(clauses)) if clauses else "–" for clauses in row.clauses]
        yield _line(row.theme.name.in_language(Language(words.language)), counts, str(row.total))
        for text, clauses in zip(texts, row.clauses, strict=True):
            if clauses:
                yield f"    {text.id}: {', '.join(text.clause(clause).path for clause in clauses)}"


def _line(name: str, cells: Sequence[str], total: str) -> str:
    return f"{name}{' ' * (_FIRST_COLUMN - _width(name))}" + "".join(f"{cell:>{_COLUMN}}" for cell in [*cells, total])


def _width(words: str) -> int:
    """How many columns of a terminal some words take; Hangul takes two each."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in words)
