"""The reader's place in the table, told by clauses, so that it is found again among other rows."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QTableView

from desktop.side_by_side.rows_model import RowsModel
from treaty.review.rows import RowKind


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

    def regain(self, table: Choosing) -> None:
        """Finds the place again. Where the chosen clause is gone, the row that took its place is chosen."""
        places = {
            clause.clause: place
            for place in range(self._model.rowCount())
            for cell in self._model.row(place).cells
            for clause in cell.clauses
            if self._model.row(place).kind is not RowKind.POINTER
        }
        if self._chosen and self._model.rowCount():
            same = (places[clause] for clause in self._chosen if clause in places)
            table.choose(next(same, min(self._place, self._model.rowCount() - 1)), self._column)
        for clauses, top in self._seen:
            place = next((places[clause] for clause in clauses if clause in places), None)
            if place is not None:
                table.put_at(place, top)
                return


def _clauses(model: RowsModel, place: int) -> tuple[str, ...]:
    return tuple(clause.clause for cell in model.row(place).cells for clause in cell.clauses)
