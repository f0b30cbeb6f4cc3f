"""What the lines of all lists have in common when they are painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from desktop.look.palette import Tokens

BAR_WIDTH = 3.0


def draw_chosen(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    """The ground of the line that is chosen, with a bar at its left edge: shape says what the colour says."""
    painter.fillRect(box, tokens.accent_tint)
    painter.fillRect(QRectF(box.left(), box.top(), BAR_WIDTH, box.height()), tokens.accent)


def draw_elided(painter: QPainter, box: QRectF, words: str) -> None:
    """Words on one line, in the painter's type and colour, as far as there is room for them."""
    shown = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
