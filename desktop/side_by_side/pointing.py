"""What is under the pointer in the table: a mark of a finding, a clause, a character of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPoint, QPointF, Signal
from PySide6.QtGui import QTextLine
from PySide6.QtWidgets import QTableView

from desktop.side_by_side.clause_delegate import ClauseDelegate
from desktop.side_by_side.clause_layout import BETWEEN_CLAUSES, LaidCell, LaidClause
from desktop.side_by_side.rows_model import LINK_COLUMN, RowsModel
from treaty.review.rows import CellClause, RowKind


class Pointer(QObject):
    """Follows the pointer over one table. `finding_changed` carries the id of the finding under it, empty for none;
    `character_changed` the place of a row, a clause's id, empty for none, and the offset of a character."""

    finding_changed = Signal(str)
    character_changed = Signal(int, str, int)

    def __init__(self, table: QTableView, model: RowsModel, delegate: ClauseDelegate) -> None:
        super().__init__(table)
        self._table, self._rows, self._delegate = table, model, delegate
        self._finding = ""
        self._character: tuple[str, int] | None = None

    def move(self, point: QPoint) -> None:
        """Tells what is under a point of the viewport, if that is another than before."""
        finding = self.finding_at(point)
        self._tell(finding, self._table.rowAt(point.y()), None if finding else self._character_at(point))

    def leave(self) -> None:
        self._tell("", -1, None)

    def finding_at(self, point: QPoint) -> str:
        index = self._table.indexAt(point)
        if not self._holds_words(index):
            return ""
        mark = self._cell(index).mark_at(self._in_cell(index, point))
        return mark.finding if mark else ""

    def clause_at(self, point: QPoint) -> CellClause | None:
        """The clause under a point: of several in a cell the one at that height."""
        index = self._table.indexAt(point)
        if not index.isValid() or index.column() == LINK_COLUMN:
            return None
        laid, y = self._cell(index).clauses, self._in_cell(index, point).y()
        below = (each.clause for each in laid if y <= each.bottom + BETWEEN_CLAUSES / 2)
        return next(below, laid[-1].clause if laid else None)

    def _tell(self, finding: str, place: int, character: tuple[str, int] | None) -> None:
        if finding != self._finding:
            self._finding = finding
            self.finding_changed.emit(finding)
        if character != self._character:
            self._character = character
            clause, offset = character or ("", -1)
            self.character_changed.emit(place if character else -1, clause, offset)

    def _character_at(self, point: QPoint) -> tuple[str, int] | None:
        index = self._table.indexAt(point)
        return character_at(self._cell(index), self._in_cell(index, point)) if self._holds_words(index) else None

    def _holds_words(self, index: QModelIndex) -> bool:
        """Whether a cell shows clauses of its own: links and what only points to another row do not."""
        return index.isValid() and index.column() != LINK_COLUMN and self._rows.row(index.row()).kind is not RowKind.POINTER

    def _cell(self, index: QModelIndex) -> LaidCell:
        return self._delegate.laid_out(index.row(), index.column(), self._table.visualRect(index).width())

    def _in_cell(self, index: QModelIndex, point: QPoint) -> QPointF:
        return QPointF(point - self._table.visualRect(index).topLeft())


def character_at(cell: LaidCell, point: QPointF) -> tuple[str, int] | None:
    """The clause's id and the offset of the character; None where no word is."""
    for laid in cell.clauses:
        if laid.top_left.y() <= point.y() < laid.bottom:
            offset = _offset_at(laid, point - laid.top_left)
            return None if offset is None else (laid.clause.clause, offset)
    return None


def _offset_at(laid: LaidClause, point: QPointF) -> int | None:
    number = int(point.y() // laid.type.line_height)
    if not 0 <= number < laid.layout.lineCount():
        return None
    line = laid.layout.lineAt(number)
    if not 0 <= point.x() <= line.naturalTextWidth():
        return None
    on = QTextLine.CursorPosition.CursorOnCharacter
    unit: int = line.xToCursor(point.x(), on)
    return laid.offsets.character(unit)
