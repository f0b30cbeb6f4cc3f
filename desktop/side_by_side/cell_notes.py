"""What stands in the cells of texts beside their words: what is missing, where a clause stands, and remarks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPixmap

from desktop.look import Look, font
from desktop.look.list_lines import draw_elided
from desktop.side_by_side.clause_layout import LABEL_X, TEXT_X, ClauseLayouts, LaidClause
from desktop.side_by_side.rows_model import RowsModel
from resources.wording_table import Wording
from treaty.review.rows import Row

HATCH = 7


class CellNotes:
    """Draws them in small type, each with a sign of its own."""

    def __init__(self, look: Look, words: Wording, layouts: ClauseLayouts, model: RowsModel) -> None:
        self._look, self._words, self._layouts, self._model = look, words, layouts, model
        self._type = font(12)
        self._hatch = _hatching(look.tokens.hair)

    def draw_note(self, painter: QPainter, box: QRectF, note: str) -> None:
        """A line that says where a clause stands."""
        icon = self._look.icons.for_painter(painter, "corner-down-right", "accent", 14)
        painter.drawPixmap(QPointF(box.left(), box.center().y() - 7), icon)
        painter.setFont(self._type)
        painter.setPen(self._look.tokens.accent)
        draw_elided(painter, box.adjusted(20, 0, 0, 0), note)

    def draw_void(self, painter: QPainter, box: QRectF, column: int, selected: bool) -> None:
        """The hatched cell of a text that has no clause here, with a sentence that says so."""
        tokens = self._look.tokens
        if not selected:
            painter.fillRect(box, tokens.empty)
        painter.setBrushOrigin(box.topLeft())
        painter.fillRect(box, QBrush(self._hatch))
        sentence = self._model.void(column)
        painter.setFont(self._type)
        metrics = QFontMetricsF(self._type)
        sentence = metrics.elidedText(sentence, Qt.TextElideMode.ElideRight, box.width() - TEXT_X - 34)
        width = metrics.horizontalAdvance(sentence)
        y = box.top() + min(box.height() / 2, 20)
        words = QRectF(box.left() + TEXT_X - 4, y - 11, width + 30, 22)
        painter.fillRect(words, tokens.sel if selected else tokens.empty)
        painter.drawPixmap(QPointF(words.left() + 4, y - 7), self._look.icons.for_painter(painter, "circle-slash", "ink2", 14))
        painter.setPen(tokens.ink2)
        painter.drawText(words.adjusted(24, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, sentence)

    def draw_pointer(self, painter: QPainter, box: QRectF, row: Row, column: int) -> None:
        """The line that stands where a moved clause would: where it is shown, and how it begins."""
        clause = row.cells[column - 1].clauses[0]
        tokens = self._look.tokens
        y = box.center().y()
        painter.setFont(font(self._layouts.type.size_of(self._model.text(column).language) - 1))
        painter.setPen(tokens.ink3)
        label_box = QRectF(box.left() + LABEL_X, y - 11, TEXT_X, 22)
        painter.drawText(label_box, Qt.AlignmentFlag.AlignVCenter, clause.label)
        x = box.left() + max(TEXT_X, LABEL_X + QFontMetricsF(painter.font()).horizontalAdvance(clause.label) + 8)
        where = self._words("window.shown_beside", language=self._model.side_name(1), path=self._left_path(row))
        self.draw_note(painter, QRectF(x, y - 9, box.right() - x, 18), where)
        start = x + 20 + QFontMetricsF(self._type).horizontalAdvance(where) + 12
        painter.setPen(tokens.ink3)
        room = QRectF(start, y - 11, box.right() - start - 14, 22)
        draw_elided(painter, room, clause.text)

    def draw_comments(self, painter: QPainter, laid: LaidClause) -> None:
        """The remarks on a clause, a line each, under its words."""
        painter.setFont(self._type)
        painter.setPen(self._look.tokens.ink2)
        for comment, box in laid.comment_lines:
            sign = self._look.icons.for_painter(painter, "message-square", "accent", 13)
            painter.drawPixmap(QPointF(box.left(), box.center().y() - 6.5), sign)
            said = " ".join(f"{comment.author}: {comment.text}".removeprefix(": ").split())
            draw_elided(painter, box.adjusted(19, 0, 0, 0), said)

    def _left_path(self, row: Row) -> str:
        """Where the left text says what a row, or the row that it points to, says."""
        target = self._model.all_rows[row.target] if row.target is not None else row
        clauses = target.cells[0].clauses
        return clauses[0].path if clauses else ""


def _hatching(colour: QColor) -> QPixmap:
    """A tile of lines at 45 degrees, seven pixels apart."""
    tile = QPixmap(2 * HATCH, 2 * HATCH)
    tile.setDevicePixelRatio(2.0)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    for x in (-HATCH, 0, HATCH):
        painter.drawLine(QPointF(x, HATCH), QPointF(x + HATCH, 0))
    painter.end()
    return tile
