"""A box to choose one of several values from, with a chevron of our own: the style's arrow knows no themes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.look import font

RIGHT, ARM = 16.0, 4.0


class ChoiceBox(QComboBox):
    """Values with the words for them, in order; `currentData` is the value."""

    def __init__(self, name: str, values: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font(12.5))
        self.setAccessibleName(name)
        for value, shown in values:
            self.addItem(shown, str(value))

    def choose(self, value: str) -> None:
        self.setCurrentIndex(self.findData(str(value)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().text().color(), 1.4))
        foot = QPointF(self.width() - RIGHT, self.height() / 2 + ARM / 2)
        painter.drawPolyline([foot + QPointF(-ARM, -ARM), foot, foot + QPointF(ARM, -ARM)])
        painter.end()
