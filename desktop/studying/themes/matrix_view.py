"""The view of a matrix: a bar a clause where there is room, else the number alone."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.look import Look, font
from desktop.look.strength_ramp import BAR_GAP, BAR_WIDTH, draw_level, level_colour
from desktop.studying.themes.matrix import MatrixCell
from desktop.studying.themes.matrix_model import MatrixModel
from resources.wording_table import Wording

ROW_HEIGHT, HEAD_HEIGHT = 32, 46
LEAST_COLUMN, MOST_COLUMN, FURTHER = 38, 240, 52
LEAST_NAME, MOST_NAME, USUAL_COLUMN = 112, 230, 64
PADDING = 8.0
LEAST_STEP, STRIP_HEIGHT = 3.0, 12.0
NAMED_FROM = 150
"""From this width on a column says the agreement's name, not its number only."""
Index = QModelIndex | QPersistentModelIndex


class MatrixDelegate(QStyledItemDelegate):
    """Draws the cells."""

    def __init__(self, look: Look, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._model = look, model
        self._number = font(12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        box, tokens = QRectF(option.rect), self._look.tokens
        cell = self._model.cell(index.row(), index.column())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, tokens.accent_tint if selected else tokens.paper)
        if selected:
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), tokens.hair)
        painter.fillRect(QRectF(box.left(), box.top(), 1, box.height()), tokens.hair)
        painter.setFont(self._number)
        width = QFontMetricsF(self._number).horizontalAdvance(cell.words)
        room = box.width() - 3 * PADDING - width
        if cell.share is not None:
            self._paint_share(painter, box, cell.share)
        self._paint_bars(painter, QPointF(box.left() + PADDING, box.bottom() - 6), cell, room)
        painter.setPen(tokens.ink if self._model.is_text(index.column()) and cell.words else tokens.ink3)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box.adjusted(0, 0, -PADDING, 0), right, cell.words or "–")
        painter.restore()

    def _paint_bars(self, painter: QPainter, foot: QPointF, cell: MatrixCell, room: float) -> None:
        """A bar a clause, strongest first; narrower where they are many, one strip of all where even so there is no room."""
        step = BAR_WIDTH + BAR_GAP
        if not cell.levels or room < step:
            return
        step = min(step, room / len(cell.levels))
        width = max(2.0, round(step - min(BAR_GAP, step / 3)))
        for place, level in enumerate(cell.levels):
            if step >= LEAST_STEP:
                draw_level(painter, self._look.tokens, foot + QPointF(place * step, 0), level, width)
            else:
                strip = QRectF(foot.x() + place * step, foot.y() - STRIP_HEIGHT, step + 0.5, STRIP_HEIGHT)
                painter.fillRect(strip, level_colour(self._look.tokens, level))

    def _paint_share(self, painter: QPainter, box: QRectF, share: float) -> None:
        """A line under the number, as long as the share."""
        track = QRectF(box.left() + PADDING, box.bottom() - 7, box.width() - 2 * PADDING, 3)
        painter.fillRect(track, self._look.tokens.hair)
        painter.fillRect(QRectF(track.left(), track.top(), track.width() * share, 3), self._look.tokens.level_frame)


class AgreementHead(QHeaderView):
    """The names of the agreements over the columns, in two lines; their numbers alone where there is little room."""

    def __init__(self, look: Look, words: Wording, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._words, self._matrix = look, words, model
        self._name, self._small = font(12, 500), font(11)
        self.setSectionsClickable(False)
        self.setAccessibleName(words("themes.agreements"))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEAD_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        box, tokens = QRectF(rect), self._look.tokens
        painter.fillRect(box, tokens.panel)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), tokens.line)
        named = self._matrix.is_text(section) and box.width() >= NAMED_FROM
        side = Qt.AlignmentFlag.AlignLeft if named else Qt.AlignmentFlag.AlignRight
        upper = QRectF(box.left() + PADDING, box.top() + 4, box.width() - 2 * PADDING, 20)
        painter.setFont(self._name)
        painter.setPen(tokens.ink)
        number = str(section + 1) if self._matrix.is_text(section) else self._matrix.column_name(section)
        shown = f"{number}. {self._matrix.column_name(section)}" if named else number
        elided = QFontMetricsF(self._name).elidedText(shown, Qt.TextElideMode.ElideRight, upper.width())
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter | side, elided)
        if self._matrix.is_text(section):
            painter.setFont(self._small)
            painter.setPen(tokens.ink3)
            language = self._words(f"themes.language_{self._matrix.matrix.texts[section].language}")
            painter.drawText(upper.translated(0, 18), Qt.AlignmentFlag.AlignVCenter | side, language)
        painter.restore()


class RowNames(QHeaderView):
    """The names of the rows, which stay in sight while the columns are scrolled."""

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look = look
        self._type = font(12.5)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(ROW_HEIGHT)
        self.setAccessibleName(name)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        box, tokens = QRectF(rect), self._look.tokens
        painter.fillRect(box, tokens.panel)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), tokens.hair)
        painter.setFont(self._type)
        painter.setPen(tokens.ink)
        name = str(self.model().headerData(section, Qt.Orientation.Vertical))
        shown = QFontMetricsF(self._type).elidedText(name, Qt.TextElideMode.ElideRight, box.width() - 14 - PADDING)
        painter.drawText(box.adjusted(14, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


class MatrixView(QTableView):
    """`chosen` says that another cell is the current one; `opened` that Enter was pressed on it."""

    chosen = Signal()
    opened = Signal()

    def __init__(self, look: Look, words: Wording, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = MatrixModel(words, self)
        self.setModel(self.cells)
        self.setItemDelegate(MatrixDelegate(look, self.cells, self))
        self.setHorizontalHeader(AgreementHead(look, words, self.cells, self))
        self.setVerticalHeader(RowNames(look, name, self))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(LEAST_COLUMN)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        for corner in self.findChildren(QAbstractButton):
            corner.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.cells.modelReset.connect(self._share_out)
        self.selectionModel().currentChanged.connect(self.chosen)

    @property
    def chosen_cell(self) -> tuple[int, int] | None:
        """Row and column of the current cell."""
        index = self.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """The width is the agreements' in equal parts; what stands behind them and the names take what they need."""
        matrix = self.cells.matrix
        if not matrix.texts:
            return
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self.verticalScrollBar())
        room = self.width() - FURTHER * len(matrix.further) - bar
        names = min(MOST_NAME, max(LEAST_NAME, room - USUAL_COLUMN * len(matrix.texts)))
        self.verticalHeader().setFixedWidth(names)
        room -= names
        each = max(LEAST_COLUMN, min(MOST_COLUMN, room // len(matrix.texts)))
        for column in range(matrix.width):
            self.setColumnWidth(column, each if self.cells.is_text(column) else FURTHER)
