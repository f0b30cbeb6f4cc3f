"""The strip at the table's right edge: the whole text in small, with a line for each finding, a block at the left edge for what
stands alone (hollow) or elsewhere (solid), and a frame for what is in sight."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTableView, QWidget

from desktop.look import Look
from desktop.side_by_side.column_head import HEIGHT
from desktop.side_by_side.row_filter import RowFilter
from desktop.side_by_side.rows_model import RowsModel
from resources.wording_table import Wording
from treaty.model import Severity

WIDTH = 16
READ_AFTER = 120
GRAVITY = list(Severity)
EDGE_WIDTH = 3.0
TICKS = {Severity.CRITICAL: 12.0, Severity.MAJOR: 8.0, Severity.MINOR: 4.0}


class OverviewStrip(QWidget):
    """Shows where the findings lie and takes the place of the scroll bar: a click or drag goes there."""

    def __init__(self, look: Look, words: Wording, table: QTableView, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(words("window.overview"))
        self.setToolTip(words("message.overview"))
        self._look, self._table, self._model = look, table, model
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        table.verticalScrollBar().valueChanged.connect(self.update)
        self._lines: dict[int, Severity] = {}
        self._edges: dict[int, bool] = {}
        self._apart: list[tuple[int, bool]] = []
        self._reading = QTimer(self, singleShot=True, interval=READ_AFTER)
        self._reading.timeout.connect(self._read_ticks)
        for signal in (table.verticalScrollBar().rangeChanged, model.dataChanged, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._reading.start)
            signal.connect(self.update)
        model.modelReset.connect(self._read_rows)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._look.tokens
        painter.fillRect(self.rect(), tokens.paper)
        painter.fillRect(QRectF(0, 0, 1, self.height()), tokens.line)
        painter.fillRect(QRectF(0, HEIGHT - 1, self.width(), 1), tokens.line)
        if self._model.rowCount():
            self._draw_frame(painter)
            self._draw_edges(painter)
            self._draw_ticks(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reading.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._table.wheelEvent(event)

    def _go_to(self, point: QPointF) -> None:
        middle = (point.y() - HEIGHT) / self._scale()
        bar = self._table.verticalScrollBar()
        bar.setValue(round(middle - self._table.viewport().height() / 2))

    def _length(self) -> int:
        return max(1, self._table.verticalHeader().length())

    def _scale(self) -> float:
        """Pixels of the strip for one pixel of the table; a short text is not drawn out."""
        return min(1.0, (self.height() - HEIGHT) / self._length())

    def _draw_frame(self, painter: QPainter) -> None:
        tokens, scale = self._look.tokens, self._scale()
        if self._table.viewport().height() >= self._length():
            return
        top = HEIGHT + self._table.verticalScrollBar().value() * scale
        box = QRectF(1.5, top + 0.5, WIDTH - 3, self._table.viewport().height() * scale - 1)
        painter.setOpacity(0.35)
        painter.fillRect(box, tokens.pair)
        painter.setOpacity(1)
        painter.setPen(QPen(tokens.edge, 1))
        painter.drawRect(box)

    def _draw_ticks(self, painter: QPainter) -> None:
        for y, severity in self._lines.items():
            width = TICKS[severity]
            painter.fillRect(QRectF((WIDTH + 1 - width) / 2, y - 1, width, 2.5), self._look.tokens.of(severity))

    def _draw_edges(self, painter: QPainter) -> None:
        """Solid in accent for what moved, hollow for what has no counterpart."""
        tokens = self._look.tokens
        for y, moved in self._edges.items():
            box = QRectF(1.5, y - 1.5, EDGE_WIDTH, 3)
            if moved:
                painter.fillRect(box, tokens.accent)
            else:
                painter.setPen(QPen(tokens.edge, 1))
                painter.drawRect(box)

    def _read_rows(self) -> None:
        """Notes which rows stand alone (False) or have moved (True): no verdict changes that."""
        rows = ((place, self._model.row(place)) for place in range(self._model.rowCount()))
        self._apart = [(place, row.moved) for place, row in rows if row.moved or RowFilter.UNLINKED.lets_through(row)]
        self._read_ticks()

    def _read_ticks(self) -> None:
        """Notes where the findings lie, on the strip: a walk over all rows, so not for every painting."""
        header, scale = self._table.verticalHeader(), self._scale()
        lines: dict[int, Severity] = {}
        rows = ((place, self._model.row(place)) for place in range(self._model.rowCount()))
        graded = ((place, row.gravest) for place, row in rows if row.findings)
        found = [(place, gravest) for place, gravest in graded if gravest is not None and gravest in TICKS]
        # The graver ones come last, so that of those that share a line the gravest is drawn.
        for place, gravest in sorted(found, key=lambda entry: -GRAVITY.index(entry[1])):
            lines[_middle(header, place, scale)] = gravest
        self._lines = lines
        self._edges = {_middle(header, place, scale): moved for place, moved in self._apart}
        self.update()


def _middle(header: QHeaderView, place: int, scale: float) -> int:
    """The strip's pixel for the middle of a row."""
    return round(HEIGHT + (header.sectionPosition(place) + header.sectionSize(place) / 2) * scale)
