"""A frame over a cell of the table: where a clause would be dropped, or which one was taken to be linked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.look import font
from desktop.side_by_side.table_view import SideBySideTable

CHIP_HEIGHT = 20.0
TINT = 0.16


class CellFrame(QWidget):
    """Follows its cell while the table scrolls. `words` stand in a chip on the frame, so that colour is not alone."""

    def __init__(self, table: SideBySideTable, words: str = "") -> None:
        super().__init__(table.viewport())
        self._table, self._words = table, words
        self._cell = QPersistentModelIndex()
        self._type = font(11.5, 500)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        table.verticalScrollBar().valueChanged.connect(self._follow)
        table.viewport().installEventFilter(self)

    def put_on(self, place: int, column: int) -> None:
        self._cell = QPersistentModelIndex(self._table.model().index(place, column))
        self._follow()
        self.raise_()

    def take_off(self) -> None:
        self._cell = QPersistentModelIndex()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._table.look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(TINT)
        painter.fillRect(self.rect(), tokens.pair)
        painter.setOpacity(1)
        painter.setPen(QPen(tokens.accent, 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 3, 3)
        if self._words:
            self._draw_chip(painter)
        painter.end()

    def _draw_chip(self, painter: QPainter) -> None:
        tokens = self._table.look.tokens
        width = QFontMetricsF(self._type).horizontalAdvance(self._words) + 16
        chip = QRectF(self.width() - width - 8, (self.height() - CHIP_HEIGHT) / 2, width, CHIP_HEIGHT)
        painter.setBrush(tokens.button)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(chip, 3, 3)
        painter.setFont(self._type)
        painter.setPen(tokens.on_accent)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, self._words)

    def _follow(self) -> None:
        if self._cell.isValid():
            self.setGeometry(self._table.visualRect(self._table.model().index(self._cell.row(), self._cell.column())))
            self.show()
