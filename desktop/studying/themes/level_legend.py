"""What the bars of the matrix and the parts of the chart mean."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.look import Look, font
from desktop.look.strength_ramp import BAR_WIDTH, draw_level
from treaty.model import Bilingual, Language

LINE, BESIDE, BETWEEN = 24.0, 5.0, 14.0


class LevelLegend(QWidget):
    """The levels from strong to weak, in as many lines as they need."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._type = font(11)
        self._names: list[tuple[int, str]] = []

    def name_levels(self, levels: Mapping[int, Bilingual], language: Language) -> None:
        """Says what the levels are called."""
        self._names = [(level, name.in_language(language)) for level, name in sorted(levels.items(), reverse=True)]
        self.setAccessibleName(", ".join(f"{level} {name}" for level, name in self._names))
        self._take_height()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._type)
        for (level, name), corner in zip(self._names, self._places(self.width()), strict=True):
            draw_level(painter, self._look.tokens, corner + QPointF(0, LINE - 3), level)
            painter.setPen(self._look.tokens.ink2)
            box = QRectF(corner.x() + BAR_WIDTH + BESIDE, corner.y(), self.width(), LINE)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
        painter.end()

    def _take_height(self) -> None:
        places = self._places(self.width())
        self.setFixedHeight(round(places[-1].y() + LINE if places else LINE))

    def _places(self, width: int) -> list[QPointF]:
        """The upper left corner of each entry."""
        metrics, places, corner = QFontMetricsF(self._type), [], QPointF(14, 0)
        for _, name in self._names:
            taken = BAR_WIDTH + BESIDE + metrics.horizontalAdvance(name)
            if corner.x() > 14 and corner.x() + taken > width - 8:
                corner = QPointF(14, corner.y() + LINE)
            places.append(QPointF(corner))
            corner.setX(corner.x() + taken + BETWEEN)
        return places
