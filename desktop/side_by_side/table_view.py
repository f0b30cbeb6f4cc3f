"""The side-by-side table: scrolls, selects and copies rows, and turns clicks on marks into findings."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QTextEdit, QWidget

from desktop.look import Look
from desktop.look.reading_type import ReadingType
from desktop.side_by_side.bare_table import LEAST_ROW, BareTable
from desktop.side_by_side.clause_delegate import ClauseDelegate
from desktop.side_by_side.clause_layout import TEXT_X, ClauseLayouts
from desktop.side_by_side.column_head import ColumnHead
from desktop.side_by_side.columns import Columns
from desktop.side_by_side.copying import as_table
from desktop.side_by_side.highlights import Spans
from desktop.side_by_side.marks import Attention
from desktop.side_by_side.pointing import Pointer
from desktop.side_by_side.row_heights import RowHeights
from desktop.side_by_side.rows_model import LINK_COLUMN, RowsModel
from resources.wording_table import Wording
from treaty.model import Span
from treaty.review.rows import CellClause, Row, RowKind


class SideBySideTable(BareTable):
    """The table of rows.

    `finding_clicked` and `finding_hovered` carry a finding's id, empty for none; `word_pointed` the place of a row, a clause's
    id, empty for none, and the offset of a character; `menu_wanted` a point of the screen and the clauses that are meant;
    `reader_opened` the reader over a cell, its row's place and column; `link_clicked` the place of a row whose link was
    clicked, and a point of the screen; `zoomed` by how many pixels the text is wanted larger; `left_wanted` says that Escape
    was pressed.
    """

    finding_clicked = Signal(str)
    finding_hovered = Signal(str)
    word_pointed = Signal(int, str, int)
    zoomed = Signal(int)
    left_wanted = Signal()
    menu_wanted = Signal(QPoint, object)
    reader_opened = Signal(QTextEdit, int, int)
    link_clicked = Signal(int, QPoint)

    def __init__(self, look: Look, words: Wording, model: RowsModel, type_: ReadingType, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.look = look
        self._layouts = ClauseLayouts(type_)
        self._delegate = ClauseDelegate(look, words, self._layouts, model, self)
        self.setHorizontalHeader(ColumnHead(look, words, model, self))
        self.setItemDelegate(self._delegate)
        self._pointer = Pointer(self, model, self._delegate)
        self._pointer.finding_changed.connect(self._light)
        self._pointer.character_changed.connect(self.word_pointed)
        self._delegate.reader_opened.connect(self.reader_opened)
        self.setModel(model)
        self.setAccessibleName(words("window.table"))
        self.setMouseTracking(True)
        self.horizontalHeader().setHighlightSections(False)
        self.columns = Columns(self, self._start_over)
        self._heights = RowHeights(
            self,
            lambda place: self._delegate.estimated_height(place, self.columns.widths),
            lambda place: self._delegate.exact_height(place, self.columns.widths),
            self.updateGeometries,
        )
        model.modelReset.connect(self._start_over)
        model.rowsInserted.connect(lambda _, first, last: self._heights.put_in(first, last))
        model.rowsRemoved.connect(lambda _, first, last: self._heights.take_out(first, last))
        model.dataChanged.connect(lambda first, last: self._heights.settle(list(range(first.row(), last.row() + 1))))

    def show_finding(self, finding: str, place: int | None) -> None:
        """Inks a finding and brings its row, shown at `place`, into sight; "" inks none."""
        self._delegate.attention = Attention(finding, self._delegate.attention.lit)
        if place is not None:
            self.go_to(place)
        self.viewport().update()

    def highlight(self, *, found: Spans, chosen: tuple[str, Span] | None) -> None:
        """Marks words that were found, and among them the place that was gone to."""
        self._delegate.highlights = replace(self._delegate.highlights, found=found, chosen=chosen)
        self.viewport().update()

    def light_words(self, answering: Spans) -> None:
        """Lights words that answer each other."""
        self._delegate.highlights = replace(self._delegate.highlights, answering=answering)
        self.viewport().update()

    def go_to(self, place: int, column: int = 0) -> None:
        """Selects a row and scrolls it into sight, a third down the page unless it is in sight already. The reader stays in
        his column where `column` is 0."""
        self._heights.settle_around(place)
        self.updateGeometries()
        self.choose(place, self.columns.nearest_text(column or self.active_column))
        box = self.visualRect(self.currentIndex())
        if box.top() < 0 or box.bottom() > self.viewport().height():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + box.top() - self.viewport().height() // 3)

    def choose(self, place: int, column: int) -> None:
        """Selects a row where it is. Setting the current index alone would scroll, and the page should stand still."""
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.setAutoScroll(False)
        self.selectionModel().setCurrentIndex(self._rows.index(place, column), chosen)
        self.setAutoScroll(True)

    def put_at(self, place: int, top: int) -> None:
        """Scrolls until a row begins at `top` in the viewport, as far as there are rows to scroll."""
        self._heights.settle_around(place)
        self.updateGeometries()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.rowViewportPosition(place) - top)

    @property
    def active_column(self) -> int:
        """The column of the text that the reader is in: the left one where the link is chosen."""
        return self.columns.nearest_text(max(1, self.currentIndex().column()))

    @property
    def active_clauses(self) -> tuple[CellClause, ...]:
        """The clauses of the chosen row on the active side."""
        index = self.currentIndex()
        return self._rows.row(index.row()).cells[self.active_column - 1].clauses if index.isValid() else ()

    @property
    def chosen_rows(self) -> list[Row]:
        """The selected rows in their order; the current one where none is selected."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows(LINK_COLUMN))
        current = self.currentIndex()
        return [self._rows.row(place) for place in places or ([current.row()] if current.isValid() else [])]

    @property
    def active_point(self) -> QPoint:
        """Where on the screen a menu for the active clauses opens."""
        box = self.visualRect(self._rows.index(self.currentIndex().row(), self.active_column))
        return self.viewport().mapToGlobal(box.topLeft() + QPoint(round(TEXT_X), LEAST_ROW))

    def clause_at(self, point: QPoint) -> CellClause | None:
        """The clause under a point of the viewport: of several in a cell the one at that height."""
        return self._pointer.clause_at(point)

    def set_type(self, type_: ReadingType) -> None:
        top = self.rowAt(0)
        self._layouts.set_type(type_)
        self._start_over()
        if top > 0:
            self.scrollTo(self._rows.index(top, 1), QAbstractItemView.ScrollHint.PositionAtTop)
        self.viewport().update()

    def copy_rows(self) -> None:
        """Copies the selected rows as a table of texts."""
        rows = [self._rows.row(index.row()) for index in self.selectionModel().selectedRows(LINK_COLUMN)]
        if rows:
            QGuiApplication.clipboard().setMimeData(as_table(rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.columns.share_out():
            self._heights.start_over()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._heights.settle_visible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            self.go_to(0 if event.key() == Qt.Key.Key_Home else self._rows.rowCount() - 1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._go_to_heading(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._pointer.move(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        index = self.indexAt(point)
        if finding := self._pointer.finding_at(point):
            self.finding_clicked.emit(finding)
        elif index.isValid() and index.column() == LINK_COLUMN:
            self.link_clicked.emit(index.row(), event.globalPosition().toPoint())
        else:
            self._follow_pointer(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Pressing the button has chosen the cell already; among several clauses the one under the pointer is meant."""
        if not self.currentIndex().isValid():
            return
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            clause = self.clause_at(event.pos())
            self.menu_wanted.emit(event.globalPos(), (clause,) if clause else self.active_clauses)
        else:
            self.menu_wanted.emit(self.active_point, self.active_clauses)

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)  # type: ignore[arg-type]
        self._pointer.leave()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def _start_over(self) -> None:
        self.columns.share_out()
        self._delegate.shows_links = LINK_COLUMN not in self.columns.hidden
        self._heights.start_over()

    def _go_to_heading(self, step: int) -> None:
        place = self.currentIndex().row() + step
        while 0 <= place < self._rows.rowCount():
            if self._rows.row(place).kind is RowKind.HEADING:
                self.go_to(place)
                return
            place += step

    def _light(self, finding: str) -> None:
        self._delegate.attention = Attention(self._delegate.attention.current, finding)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if finding else Qt.CursorShape.ArrowCursor)
        self.viewport().update()
        self.finding_hovered.emit(finding)

    def _follow_pointer(self, index: QModelIndex) -> None:
        row = self._rows.row(index.row()) if index.isValid() else None
        if row and row.kind is RowKind.POINTER and row.target is not None and row.cells[index.column() - 1].clauses:
            place = self._rows.place(row.target)
            if place is not None:
                self.go_to(place)
