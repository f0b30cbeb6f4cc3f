"""The reader's place in the table, told by clauses, so that it is found again among other rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtWidgets import QTableView

from desktop.side_by_side.rows_model import RowsModel
from treaty.review.rows import RowKind

NEAR = 200
"""Rows about the chosen one in which it is looked for when only some rows were changed."""


class Choosing(Protocol):
    """A table that can be told which row is chosen and which stands where."""

    def choose(self, place: int, column: int) -> None: ...

    def put_at(self, place: int, top: int) -> None: ...


class Foothold:
    """Taken before the rows change; `regain` selects the same clause again and puts what was in sight where it was."""

    def __init__(self, table: QTableView, model: RowsModel) -> None:
        index = table.currentIndex()
        self._model = model
        self._place, self._column = index.row(), index.column()
        self._chosen = _clauses(model, self._place) if index.isValid() else ()
        first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
        in_sight = range(first, (last if last >= 0 else model.rowCount() - 1) + 1) if first >= 0 else range(0)
        # The chosen row is what the eye is on; if it is not in sight, the uppermost row is.
        order = sorted(in_sight, key=lambda place: place != self._place)
        self._seen = [(_clauses(model, place), table.rowViewportPosition(place)) for place in order]

    def regain(self, table: Choosing, among: range | None = None) -> None:
        """Finds the place again. Where the chosen clause is gone, the row that took its place is chosen. `among`: the rows
        that may be others; all others are where they were, seen from the end they are nearer to."""
        count = self._model.rowCount()
        near = [place for place in range(self._place - NEAR, self._place + NEAR) if 0 <= place < count]
        places = self._places(range(count) if among is None else [*near, *among])
        if self._chosen and count:
            same = (places[clause] for clause in self._chosen if clause in places)
            table.choose(next(same, min(self._place, count - 1)), self._column)
        for clauses, top in self._seen:
            place = next((places[clause] for clause in clauses if clause in places), None)
            if place is not None:
                table.put_at(place, top)
                return

    def _places(self, rows: Iterable[int]) -> dict[str, int]:
        return {
            clause.clause: place
            for place in rows
            if self._model.row(place).kind is not RowKind.POINTER
            for cell in self._model.row(place).cells
            for clause in cell.clauses
        }


def _clauses(model: RowsModel, place: int) -> tuple[str, ...]:
    return tuple(clause.clause for cell in model.row(place).cells for clause in cell.clauses)
