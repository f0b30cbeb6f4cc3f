"""Paints the cells of the table, and knows how high its rows are."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTextEdit, QWidget

from desktop.look import Look, font
from desktop.side_by_side.cell_notes import CellNotes
from desktop.side_by_side.changes import draw_grounds, draw_strokes, quiet_words
from desktop.side_by_side.clause_layout import BETWEEN_CLAUSES, LABEL_X, ClauseLayouts, LaidCell, LaidClause
from desktop.side_by_side.highlights import Highlights, draw_highlights
from desktop.side_by_side.link_column import LinkColumn
from desktop.side_by_side.marks import Attention, draw_fills, draw_lines, inked_spans, inked_words
from desktop.side_by_side.rows_model import LINK_COLUMN, RowsModel, words_of
from resources.wording_table import Wording
from treaty.review.review import RowState
from treaty.review.rows import Row, RowKind

Index = QModelIndex | QPersistentModelIndex
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
        self._notes = CellNotes(look, words, layouts, model)
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
        else:
            self._draw_text(painter, box, row, index, selected)
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

    def _draw_text(self, painter: QPainter, box: QRectF, row: Row, index: Index, selected: bool) -> None:
        column = index.column()
        if row.cells[column - 1].clauses:
            if row.kind is RowKind.POINTER:
                self._notes.draw_pointer(painter, box, row, column)
            else:
                self._draw_clauses(painter, box, row, index)
        elif row.kind is RowKind.CLAUSES:
            self._notes.draw_void(painter, box, column, selected)

    def _draw_clauses(self, painter: QPainter, box: QRectF, row: Row, index: Index) -> None:
        cell = self.laid_out(index.row(), index.column(), box.width())
        painter.translate(box.topLeft())
        for number, laid in enumerate(cell.clauses):
            if number:
                self._draw_division(painter, laid.top - BETWEEN_CLAUSES / 2, box.width())
            if laid.note:
                self._notes.draw_note(painter, laid.note_box, laid.note)
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
        self._notes.draw_comments(painter, laid)

    def _ink(self, row: Row) -> QColor:
        done = row.state in (RowState.READ, RowState.AGREED)
        return self._look.tokens.ink2 if done else self._look.tokens.ink

    def _draw_division(self, painter: QPainter, y: float, width: float) -> None:
        pen = QPen(self._look.tokens.line, 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(0, round(y) + 0.5), QPointF(width, round(y) + 0.5))

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


def _shows_focus(option: QStyleOptionViewItem) -> bool:
    flags = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
    return (option.state & flags) == flags
