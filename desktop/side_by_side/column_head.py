"""The head of the table: for each text its language, what it calls itself, its file and the file's check sum."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.look import Look, font
from desktop.side_by_side.clause_layout import LABEL_X
from desktop.side_by_side.rows_model import LINK_COLUMN, RowsModel
from resources.wording_table import Wording

HEIGHT = 50


class ColumnHead(QHeaderView):
    """Draws the head of each column."""

    def __init__(self, look: Look, words: Wording, model: RowsModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._words, self._rows = look, words, model
        self._name, self._small = font(13.5, 700), font(11.5)
        self.setSectionsClickable(False)
        self.setAccessibleName(words("window.column_heads"))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        box, tokens = QRectF(rect), self._look.tokens
        painter.fillRect(box, tokens.paper)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), tokens.line)
        if section < self.count() - 1:
            painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), tokens.hair)
        if section == LINK_COLUMN:
            painter.setFont(self._small)
            painter.setPen(tokens.ink3)
            painter.drawText(box.adjusted(14, 7, 0, -23), Qt.AlignmentFlag.AlignVCenter, self._head_of_links())
        else:
            self._draw_text(painter, box, section)
        painter.restore()

    def _draw_text(self, painter: QPainter, box: QRectF, section: int) -> None:
        tokens, text = self._look.tokens, self._rows.text(section)
        language = self._rows.side_name(section)
        painter.setFont(self._name)
        painter.setPen(tokens.ink)
        painter.drawText(box.adjusted(LABEL_X, 5, 0, -23), Qt.AlignmentFlag.AlignVCenter, language)
        in_name = self._rows.columnCount() > 3 or not self._rows.versions
        label = text.label or ("" if in_name else self._words(f"language.{text.language}"))
        if label:
            x = box.left() + LABEL_X + QFontMetricsF(self._name).horizontalAdvance(language) + 6
            self._draw_label(painter, QPointF(x, box.top() + 7), label, box.right() - x - 14)
        painter.setFont(self._small)
        painter.setPen(tokens.ink3)
        sum_ = f"SHA {text.source.sha256[:4]}…{text.source.sha256[-4:]}"
        metrics = QFontMetricsF(self._small)
        room = box.width() - 2 * LABEL_X - metrics.horizontalAdvance(sum_) - 12
        name = metrics.elidedText(text.source.name, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(box.adjusted(LABEL_X, 26, 0, -5), Qt.AlignmentFlag.AlignVCenter, f"{name}   {sum_}")

    def _head_of_links(self) -> str:
        return self._words("window.change_column" if self._rows.versions else "window.link_column")

    def _draw_label(self, painter: QPainter, corner: QPointF, label: str, room: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(10.5))
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(label, Qt.TextElideMode.ElideRight, room - 12)
        box = QRectF(corner.x() + 0.5, corner.y() + 0.5, round(metrics.horizontalAdvance(shown)) + 10, 16)
        painter.setPen(QPen(self._look.tokens.edge, 1))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(self._look.tokens.ink2)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
