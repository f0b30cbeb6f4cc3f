"""A box to choose from a list, flat as the other fields are."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.look import Look, font

ARROW, RIGHT = 14, 8


class ChoiceBox(QComboBox):
    """The style sheet draws the frame; the arrow is drawn here, since a style sheet knows no icon in a theme's colour."""

    def __init__(self, look: Look, pixels: float = 12.5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFont(font(pixels))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        colour = "ink2" if self.isEnabled() else "line"
        arrow = self._look.icons.pixmap("chevron-down", colour, ARROW, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(self.width() - ARROW - RIGHT, (self.height() - ARROW) / 2), arrow)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to the page, so that scrolling past a box does not change it."""
        event.ignore()
