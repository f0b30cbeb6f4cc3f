"""The strength of a promise as a colour and as a height: dark and high obliges, pale and low explores."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.look.palette import Tokens

BAR_WIDTH, BAR_GAP = 6.0, 3.0
HEIGHTS = (4.0, 6.0, 8.0, 11.0, 14.0, 17.0, 20.0)
"""The height of a bar by level."""
FRAMED = range(4)
"""The levels whose fill is too pale to be seen without a frame."""


def level_colour(tokens: Tokens, level: int) -> QColor:
    """The fill of a level, 0 to 6."""
    colour: QColor = getattr(tokens, f"level_{level}")
    return colour


def draw_level(painter: QPainter, tokens: Tokens, foot: QPointF, level: int, width: float = BAR_WIDTH) -> None:
    """Draws the bar of one clause, standing on its foot's left corner."""
    height = HEIGHTS[level]
    box = QRectF(round(foot.x()), round(foot.y() - height), width, height)
    painter.fillRect(box, level_colour(tokens, level))
    if level in FRAMED:
        painter.setPen(QPen(tokens.level_frame, 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
