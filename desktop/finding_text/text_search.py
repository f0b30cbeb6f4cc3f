"""Looking for words in all rows of a comparison."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.finding_text.folding import folded, spans_of
from treaty.model import Span
from treaty.review.rows import CellClause, Row, RowKind


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that were found: the row among all rows, the column from 1, the clause's id and the place in its text."""

    row: int
    column: int
    clause: str
    span: Span


class TextSearch:
    """Remembers how texts read when they are folded: the first search of a long document pays for the others."""

    def __init__(self) -> None:
        self._folded: dict[str, str] = {}

    def forget(self) -> None:
        """Lets go of the texts of another review."""
        self._folded.clear()

    def hits(self, rows: Sequence[Row], words: str, column: int | None = None) -> list[Hit]:
        """Every place where the words stand, in the order of rows and columns; `column` from 1, None for all."""
        wanted = folded(words.strip())
        if not wanted:
            return []
        return [
            Hit(place, side, clause.clause, span)
            for place, side, clause in _clauses(rows, column)
            if wanted in self._as_searched(clause.text)
            for span in spans_of(wanted, clause.text)
        ]

    def _as_searched(self, text: str) -> str:
        known = self._folded.get(text)
        if known is None:
            known = self._folded[text] = folded(text)
        return known


def _clauses(rows: Sequence[Row], column: int | None) -> Iterator[tuple[int, int, CellClause]]:
    """The clauses with their rows and columns. A moved clause is looked at where it stands beside its counterpart only."""
    for place, row in enumerate(rows):
        if row.kind is RowKind.POINTER:
            continue
        for side, cell in enumerate(row.cells, start=1):
            if column in (None, side):
                for clause in cell.clauses:
                    yield place, side, clause
