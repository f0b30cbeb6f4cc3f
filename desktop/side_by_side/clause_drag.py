"""Moving a clause to another row with the mouse: by its number, so that its words can still be selected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.side_by_side.cell_frame import CellFrame
from desktop.side_by_side.clause_layout import TEXT_X
from desktop.side_by_side.rows_model import LINK_COLUMN, RowsModel
from desktop.side_by_side.table_view import SideBySideTable
from treaty.review.rows import RowKind

EDGE = 28
STEP = 18
PAUSE_MILLISECONDS = 30


class ClauseDrag(QObject):
    """Watches the table's mouse. `dropped` carries the clause's id and the place of the row that it was dropped on."""

    dropped = Signal(str, int)

    def __init__(self, table: SideBySideTable, model: RowsModel, mark: CellFrame) -> None:
        super().__init__(table)
        self._table, self._model, self._mark = table, model, mark
        self._pressed = QPoint()
        self._clause, self._column, self._source, self._target = "", 0, -1, -1
        self._dragging = False
        self._scrolling = QTimer(self, interval=PAUSE_MILLISECONDS)
        self._scrolling.timeout.connect(self._scroll)
        for watched in (table.viewport(), table):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            match event.type():
                case QEvent.Type.MouseButtonPress:
                    self._press(event)
                case QEvent.Type.MouseMove if self._clause:
                    return self._drag_to(event.position().toPoint())
                case QEvent.Type.MouseMove:
                    self._offer(event.position().toPoint())
                case QEvent.Type.MouseButtonRelease if self._clause:
                    return self._release()
        elif self._dragging and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._let_go()
            return True
        return super().eventFilter(watched, event)

    def _press(self, event: QMouseEvent) -> None:
        self._let_go()
        point = event.position().toPoint()
        clause = self._clause_by_number(point)
        if event.button() is Qt.MouseButton.LeftButton and clause and not event.modifiers():
            index = self._table.indexAt(point)
            self._pressed, self._clause, self._column, self._source = point, clause, index.column(), index.row()

    def _drag_to(self, point: QPoint) -> bool:
        if not self._dragging and (point - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return False
        self._dragging = True
        self._table.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        near_edge = point.y() < EDGE or point.y() > self._table.viewport().height() - EDGE
        self._scrolling.start() if near_edge else self._scrolling.stop()
        self._aim(point)
        return True

    def _aim(self, point: QPoint) -> None:
        """Marks the cell under the pointer, in the column of the clause, if a clause can be dropped there."""
        place = self._table.rowAt(point.y())
        fits = place >= 0 and place != self._source and self._model.row(place).kind is not RowKind.POINTER
        self._target = place if fits else -1
        if fits:
            self._mark.put_on(place, self._column)
        else:
            self._mark.take_off()

    def _release(self) -> bool:
        clause, target, dragged = self._clause, self._target, self._dragging
        self._let_go()
        if dragged and target >= 0:
            self.dropped.emit(clause, target)
        return dragged

    def _let_go(self) -> None:
        self._clause, self._target, self._dragging = "", -1, False
        self._scrolling.stop()
        self._mark.take_off()
        self._table.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    def _offer(self, point: QPoint) -> None:
        """Shows an open hand over the number of a clause."""
        viewport = self._table.viewport()
        if self._clause_by_number(point):
            viewport.setCursor(Qt.CursorShape.OpenHandCursor)
        elif viewport.cursor().shape() is Qt.CursorShape.OpenHandCursor:
            viewport.setCursor(Qt.CursorShape.ArrowCursor)

    def _scroll(self) -> None:
        point = self._table.viewport().mapFromGlobal(self._table.cursor().pos())
        bar = self._table.verticalScrollBar()
        bar.setValue(bar.value() + (STEP if point.y() > EDGE else -STEP))
        self._aim(point)

    def _clause_by_number(self, point: QPoint) -> str:
        """The clause whose number is under a point; "" where there is none."""
        index = self._table.indexAt(point)
        if not index.isValid() or index.column() == LINK_COLUMN:
            return ""
        row = self._model.row(index.row())
        if row.kind is RowKind.POINTER or point.x() - self._table.visualRect(index).left() >= TEXT_X:
            return ""
        clause = self._table.clause_at(point)
        return clause.clause if clause else ""
