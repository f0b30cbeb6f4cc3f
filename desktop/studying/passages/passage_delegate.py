"""Draws passages: where they stand, their words in as many lines as they need, and the words of the other side below."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.look import Look, font
from desktop.look.gravity_signs import draw_gravity
from desktop.look.list_lines import draw_chosen
from desktop.look.palette import Tokens
from desktop.look.strength_ramp import draw_level
from desktop.side_by_side.text_offsets import TextOffsets
from desktop.studying.passages.passages_model import Passage, PassageHead, PassagesModel
from treaty.model import Severity, Span

Index = QModelIndex | QPersistentModelIndex
LEFT, RIGHT, ABOVE, BELOW = 14.0, 12.0, 8.0, 9.0
WHERE_HEIGHT, LINE_HEIGHT, BETWEEN = 20.0, 20.0, 3.0
HEAD_PADDING = 8.0
BADGE_PADDING, BAR_ROOM = 6.0, 14.0
LEAST_WIDTH = 120.0


@dataclass(frozen=True, slots=True)
class _Laid:
    """Words in lines, and where they begin below the top of their passage."""

    layout: QTextLayout
    top: float
    height: float


class PassageDelegate(QStyledItemDelegate):
    """Draws heads and passages as wide as the list is."""

    def __init__(self, look: Look, model: PassagesModel, view: QListView) -> None:
        super().__init__(view)
        self._look, self._model, self._view = look, model, view
        self._words, self._head, self._small, self._badge = font(12.5), font(12.5, 500), font(11.5), font(10.5)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = self._model.line(index.row())
        width = self._width
        if isinstance(line, PassageHead):
            laid = self._laid(line.words, self._head, width - self._indent(line), 0)
            return QSize(100, round(laid.height + 2 * HEAD_PADDING))
        last = self._laid_out(line, width)[-1]
        return QSize(100, round(last.top + last.height + BELOW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        line, box = self._model.line(index.row()), QRectF(option.rect)
        if isinstance(line, PassageHead):
            self._paint_head(painter, box, line)
        else:
            self._paint_ground(painter, box, option.state)
            self._paint_where(painter, box, line)
            first, *others = self._laid_out(line, self._width)
            tokens = self._look.tokens
            self._paint_words(painter, box, first, tokens.ink, line.said, line.lit)
            for laid, words in zip(others, line.others, strict=True):
                self._paint_words(painter, box, laid, tokens.ink2, words, line.lit_other if laid is others[0] else ())
        painter.restore()

    @property
    def _width(self) -> float:
        return max(LEAST_WIDTH, self._view.viewport().width() - LEFT - RIGHT)

    def _indent(self, head: PassageHead) -> float:
        return 18.0 if head.grave else 0.0

    def _laid_out(self, line: Passage, width: float) -> list[_Laid]:
        made: list[_Laid] = []
        top = ABOVE + (WHERE_HEIGHT if line.where or line.badge else 0)
        for words in (line.said, *line.others):
            laid = self._laid(words, self._words, width, top)
            made.append(laid)
            top += laid.height + BETWEEN
        return made

    def _laid(self, words: str, type_: QFont, width: float, top: float) -> _Laid:
        layout = QTextLayout(words, type_)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (LINE_HEIGHT - line.height()) / 2))
            y += LINE_HEIGHT
        layout.endLayout()
        return _Laid(layout, top, y)

    def _paint_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        tokens = self._look.tokens
        if state & QStyle.StateFlag.State_Selected:
            draw_chosen(painter, box, tokens)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), tokens.hair)

    def _paint_head(self, painter: QPainter, box: QRectF, head: PassageHead) -> None:
        tokens, indent = self._look.tokens, self._indent(head)
        painter.fillRect(box, tokens.heading)
        if head.grave:
            centre = QPointF(box.left() + LEFT + 5, box.top() + HEAD_PADDING + LINE_HEIGHT / 2)
            draw_gravity(painter, Severity.MAJOR, centre, tokens.major)
        laid = self._laid(head.words, self._head, self._width - indent, 0)
        painter.setPen(tokens.ink)
        laid.layout.draw(painter, QPointF(box.left() + LEFT + indent, box.top() + HEAD_PADDING))

    def _paint_where(self, painter: QPainter, box: QRectF, line: Passage) -> None:
        tokens = self._look.tokens
        upper = QRectF(box.left() + LEFT, box.top() + ABOVE - 1, box.width() - LEFT - RIGHT, WHERE_HEIGHT - 2)
        if line.level is not None:
            draw_level(painter, tokens, QPointF(upper.right() - 7, upper.bottom() - 1), line.level)
            upper.setRight(upper.right() - BAR_ROOM)
        if line.badge:
            upper.setRight(self._paint_badge(painter, upper, line.badge, tokens))
        painter.setFont(self._small)
        painter.setPen(tokens.ink3)
        shown = QFontMetricsF(self._small).elidedText(line.where, Qt.TextElideMode.ElideMiddle, upper.width())
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_badge(self, painter: QPainter, upper: QRectF, badge: str, tokens: Tokens) -> float:
        """Draws a word in a frame at the right; returns how far what stands before it may go."""
        width = QFontMetricsF(self._badge).horizontalAdvance(badge) + 2 * BADGE_PADDING
        frame = QRectF(round(upper.right() - width) + 0.5, upper.top() + 0.5, round(width), 17)
        painter.setFont(self._badge)
        painter.setPen(QPen(tokens.edge, 1))
        painter.drawRoundedRect(frame, 3, 3)
        painter.setPen(tokens.ink2)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, badge)
        return frame.left() - 8

    def _paint_words(self, painter: QPainter, box: QRectF, laid: _Laid, ink: QColor, words: str, lit: tuple[Span, ...]) -> None:
        offsets = TextOffsets(words)
        ranges = []
        for span in lit:
            start, end = offsets.units(span)
            marked = QTextLayout.FormatRange()
            marked.start, marked.length = start, end - start
            marked.format.setBackground(self._look.tokens.pair)
            ranges.append(marked)
        painter.setPen(ink)
        laid.layout.draw(painter, QPointF(box.left() + LEFT, box.top() + laid.top), ranges)
