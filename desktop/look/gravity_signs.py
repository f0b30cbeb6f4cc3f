"""The four small signs of gravity: they say by shape what the colour says."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from desktop.look.icons import DEVICE_RATIOS
from treaty.model import Severity


def draw_gravity(painter: QPainter, severity: Severity, centre: QPointF, colour: QColor) -> None:
    """Draws ◆, ▲, ○ or · about a point."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    match severity:
        case Severity.CRITICAL:
            painter.drawPolygon(_polygon(centre, (0, -5.2), (5.2, 0), (0, 5.2), (-5.2, 0)))
        case Severity.MAJOR:
            painter.drawPolygon(_polygon(centre, (0, -4.8), (5.4, 4.6), (-5.4, 4.6)))
        case Severity.MINOR:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, 1.9))
            painter.drawEllipse(centre, 3.9, 3.9)
        case Severity.INFO:
            painter.drawEllipse(centre, 1.7, 1.7)
    painter.restore()


def gravity_icon(severity: Severity, colour: QColor) -> QIcon:
    """The sign as an icon for buttons."""
    made = QIcon()
    for ratio in DEVICE_RATIOS:
        pixmap = QPixmap(QSize(14, 14) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_gravity(painter, severity, QRectF(0, 0, 14, 14).center(), colour)
        painter.end()
        for state in (QIcon.State.Off, QIcon.State.On):
            made.addPixmap(pixmap, QIcon.Mode.Normal, state)
    return made


def _polygon(centre: QPointF, *corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF([centre + QPointF(x, y) for x, y in corners])
