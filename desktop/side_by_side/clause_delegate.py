"""Paints the cells of the table, and knows how high its rows are and what is at a point of a cell."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTextEdit, QWidget

from desktop.look import Look, font
from desktop.side_by_side.changes import draw_grounds, draw_strokes, quiet_words
from desktop.side_by_side.clause_layout import BETWEEN_CLAUSES, LABEL_X, TEXT_X, ClauseLayouts, LaidCell, LaidClause
from desktop.side_by_side.highlights import Highlights, draw_highlights
from desktop.side_by_side.link_column import LinkColumn
from desktop.side_by_side.marks import Attention, draw_fills, draw_lines, inked_spans, inked_words
from desktop.side_by_side.rows_model import LINK_COLUMN, RowsModel, words_of
from resources.wording_table import Wording
from treaty.review.review import RowState
from treaty.review.rows import Row, RowKind

Index = QModelIndex | QPersistentModelIndex
HATCH = 7
RULE = 1.5


class ClauseDelegate(QStyledItemDelegate):
    """Draws one row: its link, its clauses with their marks, or the sentence where a clause is missing or has moved.

    `reader_opened` carries the reader, the place of its row and its column.
    """

    reader_opened = Signal(QTextEdit, int, int)

    def __init__(self, look: Look, words: Wording, layouts: ClauseLayouts, model: RowsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._words, self._layouts, self._model = look, words, layouts, model
        self._links = LinkColumn(look, words)
        self._note_type = font(12)
        self._hatch = _hatching(look.tokens.hair)
        self.attention = Attention()
        self.highlights = Highlights()
        self.shows_links = True

    def exact_height(self, place: int, widths: Mapping[int, int]) -> int:
        """The height of a shown row whose text columns have these widths; columns that are not named are hidden."""
        row = self._model.row(place)
        if row.kind is RowKind.POINTER:
            return round(self._layouts.line_height + 18)
        cells = (self.laid_out(place, column, width).height for column, width in widths.items())
        least = self._links.height(row) if self.shows_links and row.kind is not RowKind.HEADING else 0.0
        return round(max(*cells, least))

    def estimated_height(self, place: int, widths: Mapping[int, int]) -> int:
        row = self._model.row(place)
        if row.kind is RowKind.POINTER:
            return round(self._layouts.line_height + 18)
        heading = row.kind is RowKind.HEADING
        heights = (self._layouts.estimated_height(row.cells[column - 1], width, heading) for column, width in widths.items())
        return round(max(heights))

    def laid_out(self, place: int, column: int, width: float) -> LaidCell:
        """A text cell as it is painted."""
        row = self._model.row(place)
        language, heading = self._model.text(column).language, row.kind is RowKind.HEADING
        return self._layouts.laid_out(row.cells[column - 1], language, width, heading, self._model.notes(row, column))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, box = self._model.row(index.row()), QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(box)
        painter.fillRect(box, self._ground(row, selected))
        if index.column() == LINK_COLUMN:
            self._links.draw(painter, box, row, selected)
        elif row.cells[index.column() - 1].clauses:
            self._draw_clauses(painter, box, row, index)
        elif row.kind is RowKind.CLAUSES:
            self._draw_void(painter, box, index.column(), selected)
        self._draw_rules(painter, box, selected, index.column() == len(row.cells))
        if selected and index.column() == LINK_COLUMN:
            self._links.draw_bar(painter, box, row)
        if _shows_focus(option):
            self._draw_focus(painter, box)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The reader: the cell's words in a text field that cannot be changed, to select and copy from."""
        reader = QTextEdit(parent)
        reader.setObjectName("clause_reader")
        reader.setReadOnly(True)
        reader.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        reader.setFont(font(self._layouts.type.size_of(self._model.text(index.column()).language)))
        reader.setAccessibleName(self._words("window.reader"))
        reader.setPlainText(words_of(self._model.row(index.row()).cells[index.column() - 1]))
        self.reader_opened.emit(reader, index.row(), index.column())
        return reader

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        needed = self._layouts.line_height * 2 + 12
        editor.setGeometry(box.adjusted(1, 1, -1, max(0, round(needed - box.height()))))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Nothing: the reader got its words when it was made."""

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Nothing: a reader changes no text."""

    def _ground(self, row: Row, selected: bool) -> QColor:
        tokens = self._look.tokens
        if selected:
            return tokens.sel
        return tokens.heading if row.kind is RowKind.HEADING else tokens.paper

    def _draw_clauses(self, painter: QPainter, box: QRectF, row: Row, index: Index) -> None:
        if row.kind is RowKind.POINTER:
            self._draw_pointer(painter, box, row, index.column())
            return
        cell = self.laid_out(index.row(), index.column(), box.width())
        painter.translate(box.topLeft())
        for number, laid in enumerate(cell.clauses):
            if number:
                self._draw_division(painter, laid.top - BETWEEN_CLAUSES / 2, box.width())
            if laid.note:
                self._draw_note(painter, laid.note_box, laid.note)
            self._draw_clause(painter, laid, row)
        painter.translate(-box.topLeft())

    def _draw_clause(self, painter: QPainter, laid: LaidClause, row: Row) -> None:
        tokens = self._look.tokens
        heading = row.kind is RowKind.HEADING
        draw_grounds(painter, laid, tokens)
        draw_fills(painter, laid, tokens, self.attention)
        draw_highlights(painter, laid, tokens, self.highlights, self.attention.current)
        painter.setFont(laid.type.label)
        painter.setPen(tokens.ink if heading else tokens.ink3)
        painter.drawText(QPointF(LABEL_X, laid.first_base_line), laid.clause.label)
        quiet = heading and laid.clause.label
        painter.setPen(tokens.ink3 if quiet else self._ink(row))
        inked = inked_words(laid, tokens, self.attention)
        laid.layout.draw(painter, laid.top_left, [*quiet_words(laid, tokens, inked_spans(laid, self.attention)), *inked])
        draw_strokes(painter, laid, tokens, inked_spans(laid, self.attention))
        draw_lines(painter, laid, tokens, self.attention)
        self._draw_comments(painter, laid)

    def _draw_comments(self, painter: QPainter, laid: LaidClause) -> None:
        """The remarks on a clause, a line each, under its words."""
        painter.setFont(self._note_type)
        painter.setPen(self._look.tokens.ink2)
        for comment, box in laid.comment_lines:
            sign = self._pixmap(painter, "message-square", "accent", 13)
            painter.drawPixmap(QPointF(box.left(), box.center().y() - 6.5), sign)
            said = " ".join(f"{comment.author}: {comment.text}".removeprefix(": ").split())
            room = box.adjusted(19, 0, 0, 0)
            shown = QFontMetricsF(self._note_type).elidedText(said, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _ink(self, row: Row) -> QColor:
        done = row.state in (RowState.READ, RowState.AGREED)
        return self._look.tokens.ink2 if done else self._look.tokens.ink

    def _draw_division(self, painter: QPainter, y: float, width: float) -> None:
        pen = QPen(self._look.tokens.line, 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(0, round(y) + 0.5), QPointF(width, round(y) + 0.5))

    def _draw_void(self, painter: QPainter, box: QRectF, column: int, selected: bool) -> None:
        tokens = self._look.tokens
        if not selected:
            painter.fillRect(box, tokens.empty)
        painter.setBrushOrigin(box.topLeft())
        painter.fillRect(box, QBrush(self._hatch))
        sentence = self._model.void(column)
        painter.setFont(self._note_type)
        metrics = QFontMetricsF(self._note_type)
        sentence = metrics.elidedText(sentence, Qt.TextElideMode.ElideRight, box.width() - TEXT_X - 34)
        width = metrics.horizontalAdvance(sentence)
        y = box.top() + min(box.height() / 2, 20)
        words = QRectF(box.left() + TEXT_X - 4, y - 11, width + 30, 22)
        painter.fillRect(words, tokens.sel if selected else tokens.empty)
        painter.drawPixmap(QPointF(words.left() + 4, y - 7), self._pixmap(painter, "circle-slash", "ink2", 14))
        painter.setPen(tokens.ink2)
        painter.drawText(words.adjusted(24, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, sentence)

    def _draw_pointer(self, painter: QPainter, box: QRectF, row: Row, column: int) -> None:
        clause = row.cells[column - 1].clauses[0]
        tokens = self._look.tokens
        y = box.center().y()
        painter.setFont(font(self._layouts.type.size_of(self._model.text(column).language) - 1))
        painter.setPen(tokens.ink3)
        label_box = QRectF(box.left() + LABEL_X, y - 11, TEXT_X, 22)
        painter.drawText(label_box, Qt.AlignmentFlag.AlignVCenter, clause.label)
        x = box.left() + max(TEXT_X, LABEL_X + QFontMetricsF(painter.font()).horizontalAdvance(clause.label) + 8)
        where = self._words("window.shown_beside", language=self._language(1), path=self._path_at(row, 0))
        self._draw_note(painter, QRectF(x, y - 9, box.right() - x, 18), where)
        start = x + 20 + QFontMetricsF(self._note_type).horizontalAdvance(where) + 12
        painter.setPen(tokens.ink3)
        room = QRectF(start, y - 11, box.right() - start - 14, 22)
        elided = QFontMetricsF(self._note_type).elidedText(clause.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, elided)

    def _draw_note(self, painter: QPainter, box: QRectF, note: str) -> None:
        icon = self._pixmap(painter, "corner-down-right", "accent", 14)
        painter.drawPixmap(QPointF(box.left(), box.center().y() - 7), icon)
        painter.setFont(self._note_type)
        painter.setPen(self._look.tokens.accent)
        room = box.adjusted(20, 0, 0, 0)
        shown = QFontMetricsF(self._note_type).elidedText(note, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _path_at(self, row: Row, column: int) -> str:
        target = self._model.all_rows[row.target] if row.target is not None else row
        clauses = target.cells[column].clauses
        return clauses[0].path if clauses else ""

    def _language(self, column: int) -> str:
        return self._model.side_name(column)

    def _draw_rules(self, painter: QPainter, box: QRectF, selected: bool, last: bool) -> None:
        tokens = self._look.tokens
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), tokens.hair)
        if not last:
            painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), tokens.hair)
        if selected:
            painter.fillRect(QRectF(box.left(), box.top() - 0.5, box.width(), RULE), tokens.accent)
            painter.fillRect(QRectF(box.left(), box.bottom() - RULE, box.width(), RULE), tokens.accent)

    def _draw_focus(self, painter: QPainter, box: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.tokens.accent, 2))
        painter.drawRoundedRect(box.adjusted(2, 3, -3, -4), 2, 2)

    def _pixmap(self, painter: QPainter, name: str, colour: str, size: int) -> QPixmap:
        return self._look.icons.pixmap(name, colour, size, painter.device().devicePixelRatioF())


def _shows_focus(option: QStyleOptionViewItem) -> bool:
    flags = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
    return (option.state & flags) == flags


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
