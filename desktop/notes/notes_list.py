"""The list of remarks and dismissals, drawn in three lines each."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.look import Look, font
from desktop.look.list_lines import draw_chosen, draw_elided
from desktop.notes.notes_model import NoteLine, NotesHead, NotesModel
from desktop.widgets.line_list import LineList
from resources.wording_table import Wording
from treaty.review.review import Comment

HEAD_HEIGHT, LINE_HEIGHT = 34, 66
WORDS_X, RIGHT = 38.0, 12.0


class NoteDelegate(QStyledItemDelegate):
    """Draws heads and lines."""

    def __init__(self, look: Look, model: NotesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._model = look, model
        self._usual, self._head, self._small = font(12.5), font(12.5, 500), font(11.5)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, HEAD_HEIGHT if isinstance(self._model.line(index.row()), NotesHead) else LINE_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        painter.save()
        box, line = QRectF(option.rect), self._model.line(index.row())
        if isinstance(line, NotesHead):
            painter.setFont(self._head)
            painter.setPen(self._look.tokens.ink)
            painter.drawText(box.adjusted(14, 6, 0, 0), Qt.AlignmentFlag.AlignVCenter, line.words)
        else:
            self._draw_line(painter, box, line, bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _draw_line(self, painter: QPainter, box: QRectF, line: NoteLine, selected: bool) -> None:
        tokens = self._look.tokens
        if selected:
            draw_chosen(painter, box, tokens)
        icon = "message-square" if isinstance(line.entry, Comment) else "ban"
        sign = self._look.icons.for_painter(painter, icon, "ink2", 14)
        painter.drawPixmap(QPointF(box.left() + 14, box.top() + 7), sign)
        upper = QRectF(box.left() + WORDS_X, box.top() + 4, box.width() - WORDS_X - RIGHT, 20)
        painter.setFont(self._small)
        painter.setPen(tokens.ink3)
        by_width = QFontMetricsF(self._small).horizontalAdvance(line.by)
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, line.by)
        draw_elided(painter, upper.adjusted(0, 0, -by_width - 10, 0), _on_one_line(line.where))
        painter.setFont(self._usual)
        painter.setPen(tokens.ink)
        draw_elided(painter, upper.translated(0, 19), _on_one_line(line.said or line.about))
        painter.setFont(self._small)
        painter.setPen(tokens.ink3)
        draw_elided(painter, upper.translated(0, 37), _on_one_line(line.about) if line.said else "")


class NotesList(LineList):
    """The list."""

    def __init__(self, look: Look, words: Wording, model: NotesModel, parent: QWidget | None = None) -> None:
        super().__init__(words("window.notes_list"), parent)
        self.setModel(model)
        self.setItemDelegate(NoteDelegate(look, model, self))


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
