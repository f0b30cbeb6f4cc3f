"""The list that shows how the documents were read."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.importing.preview_model import PreviewLine, PreviewModel
from desktop.look import Look, font
from resources.wording_table import Wording

LABEL_WIDTH, BAR_X, WORDS_X, RIGHT = 56.0, 64.0, 84.0, 16.0
LINE, EDGES = 20, 8
MOST_LINES = 3
LONGEST = 600
"""So many characters of a line are measured and shown: more than three lines hold."""


class PreviewDelegate(QStyledItemDelegate):
    """Draws a line: its number, the bar of its text (solid for the first, double for the others), its words."""

    def __init__(self, look: Look, model: PreviewModel, parent: QListView) -> None:
        super().__init__(parent)
        self._look, self._model, self._list = look, model, parent
        self._usual, self._bold, self._small = font(12.5), font(12.5, 700), font(11.5)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line = self._model.line(index.row())
        room = QRectF(0, 0, max(80.0, self._list.viewport().width() - WORDS_X - RIGHT), 10_000)
        metrics = QFontMetricsF(self._bold if line.heading else self._usual)
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, line.words[:LONGEST]).height()
        return QSize(200, round(min(needed, MOST_LINES * metrics.lineSpacing())) + EDGES)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        line, box, tokens = self._model.line(index.row()), QRectF(option.rect), self._look.tokens
        painter.save()
        painter.setClipRect(box)
        if line.part:
            painter.fillRect(box, tokens.empty)
            painter.fillRect(box, QBrush(tokens.line, Qt.BrushStyle.BDiagPattern))
            painter.fillRect(box.adjusted(WORDS_X - 6, 3, -RIGHT, -3), tokens.empty)
            painter.fillRect(QRectF(box.left() + 4, box.top() + 3, LABEL_WIDTH, box.height() - 6), tokens.empty)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        self._draw_words(painter, box, line)
        painter.restore()

    def _draw_words(self, painter: QPainter, box: QRectF, line: PreviewLine) -> None:
        tokens = self._look.tokens
        painter.setFont(self._small)
        painter.setPen(tokens.ink3)
        number = QRectF(box.left() + 4, box.top() + EDGES / 2, LABEL_WIDTH - 4, LINE)
        shown = QFontMetricsF(self._small).elidedText(line.label, Qt.TextElideMode.ElideLeft, number.width())
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
        if not line.part:
            self._draw_bar(painter, box, first=line.text == 0)
        painter.setFont(self._bold if line.heading else self._usual)
        painter.setPen(tokens.ink2 if line.part else tokens.ink)
        room = box.adjusted(WORDS_X, EDGES / 2, -RIGHT, -EDGES / 2)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, line.words[:LONGEST])

    def _draw_bar(self, painter: QPainter, box: QRectF, *, first: bool) -> None:
        accent = self._look.tokens.accent
        widths = [(0.0, 6.0)] if first else [(0.0, 2.0), (4.0, 2.0)]
        for x, width in widths:
            painter.fillRect(QRectF(box.left() + BAR_X + x, box.top(), width, box.height()), accent)


class PreviewList(QListView):
    """Shows the lines of all texts."""

    def __init__(self, look: Look, words: Wording, model: PreviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(PreviewDelegate(look, model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setAccessibleName(words("window.preview"))
        self.setProperty("role", "paper_list")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines wrap to the width, so they are measured anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
