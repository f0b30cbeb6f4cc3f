"""Both languages in two columns of one table, as offices lay out agreements: each column is a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from treaty.model import Language
from treaty.reading.document import Line, Role

_LEAST_ROWS = 3
_LEAST_SHARE = 0.7
"""Columns are taken for languages if in 7 of 10 rows with words in both, each cell is in its column's language."""


def columns_of(lines: Sequence[Line]) -> list[tuple[Language, list[Line]]]:
    """The lines of each language where a table holds both side by side; empty where none does.

    Lines outside the table go with the language they are in, or with the text before them.
    """
    columns = _languages_of_columns([line for line in lines if line.cells])
    if len(set(columns.values())) < len(Language):
        return []
    parts: dict[Language, list[Line]] = {
        language: [] for language in sorted(set(columns.values()), key=list(columns.values()).index)
    }
    current = next(iter(parts))
    for line in lines:
        if not line.cells:
            current = line.language or current
            parts[current].append(line)
            continue
        for number, cell in enumerate(line.cells):
            # A column of numbers between the languages belongs to the one before it.
            current = columns.get(number, current)
            parts[current].extend(_as_paragraph(line) for line in cell)
    return list(parts.items())


def _as_paragraph(line: Line) -> Line:
    """A cell's line as the paragraph it is in its language's text; footnotes stay what they are."""
    return replace(line, role=Role.BODY) if line.role is Role.TABLE_ROW else line


def _languages_of_columns(rows: Sequence[Line]) -> dict[int, Language]:
    """The language of each column that is in one; empty unless two columns face each other row by row."""
    votes: dict[int, Counter[Language]] = {}
    for row in rows:
        for number, cell in enumerate(row.cells):
            votes.setdefault(number, Counter()).update(line.language for line in cell if line.language)
    columns = {number: count.most_common(1)[0][0] for number, count in votes.items() if count}
    facing = [row for row in rows if sum(bool(cell) for cell in row.cells) > 1]
    fitting = [row for row in facing if _fits(row, columns)]
    enough = len(facing) >= _LEAST_ROWS and len(fitting) >= _LEAST_SHARE * len(facing)
    return columns if enough else {}


def _fits(row: Line, columns: dict[int, Language]) -> bool:
    """Whether each cell of a row is in its column's language and both languages stand in the row."""
    seen = {line.language for cell in row.cells for line in cell if line.language}
    right = all(line.language in (columns.get(number), None) for number, cell in enumerate(row.cells) for line in cell)
    return right and len(seen) == len(Language)
