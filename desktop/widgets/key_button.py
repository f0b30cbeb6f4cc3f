"""A button that shows its key in a small frame beside its words, as on a key cap."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from desktop.look import Look, font

CAP_HEIGHT, CAP_PADDING, GAP, ICON = 17.0, 5.0, 7.0, 16.0


class KeyButton(QPushButton):
    """Paints icon, words and key cap itself, centred; the frame is the style's."""

    def __init__(self, look: Look, words: str, key: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._look, self._key, self._icon = look, key, icon
        self._key_type = font(10.5)
        self.setFont(font(12.5, 500))
        self.setAccessibleName(words)
        # Qt would make the first button of a dialog the one that Enter presses: never the one that leaves it.
        self.setAutoDefault(key != "Esc")

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(round(self._contents_width()) + (10 if self.property("role") == "link" else 24), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_contents(painter, QRectF(self.rect()))
        painter.end()

    def _paint_contents(self, painter: QPainter, box: QRectF) -> None:
        x = (box.width() - self._contents_width()) / 2
        if icon := self._shown_icon():
            pixmap = self._look.icons.pixmap(icon, self._ink()[1], int(ICON), self.devicePixelRatioF())
            painter.drawPixmap(QPointF(x, box.center().y() - ICON / 2), pixmap)
            x += ICON + GAP
        painter.setFont(self.font())
        painter.setPen(self._ink()[0])
        words_width = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        painter.drawText(QRectF(x, 0, words_width + 2, box.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        self._paint_cap(painter, QPointF(x + words_width + GAP, box.center().y() - CAP_HEIGHT / 2))

    def _paint_cap(self, painter: QPainter, corner: QPointF) -> None:
        cap = QRectF(round(corner.x()) + 0.5, round(corner.y()) + 0.5, round(self._cap_width()), CAP_HEIGHT)
        colour = QColor(self._ink()[0])
        painter.setFont(self._key_type)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
        colour.setAlphaF(0.55)
        painter.setPen(QPen(colour, 1))
        painter.drawRoundedRect(cap, 3, 3)

    def _shown_icon(self) -> str:
        return "check" if self.isCheckable() and self.isChecked() else self._icon

    def _ink(self) -> tuple[QColor, str]:
        """The colour of the words, and its token."""
        token = "ink"
        if not self.isEnabled():
            token = "edge"
        elif self.property("role") == "primary":
            token = "on_accent"
        elif self.isChecked() or self.property("role") == "link":
            token = "accent"
        colour: QColor = getattr(self._look.tokens, token)
        return colour, token

    def _contents_width(self) -> float:
        icon = ICON + GAP if self._shown_icon() else 0
        return icon + QFontMetricsF(self.font()).horizontalAdvance(self.text()) + GAP + self._cap_width()

    def _cap_width(self) -> float:
        return QFontMetricsF(self._key_type).horizontalAdvance(self._key) + 2 * CAP_PADDING
