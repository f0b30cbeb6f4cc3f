"""The outline as a tree."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from desktop.documents.outline_model import OutlineEntry, outline
from desktop.look import Look, font
from desktop.look.gravity_signs import draw_gravity
from desktop.look.list_lines import draw_chosen, draw_elided
from desktop.open_review.review_controller import ReviewController
from resources.wording_table import Wording

ENTRY = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 25


class OutlineDelegate(QStyledItemDelegate):
    """Draws an entry: its words, then the gravest sign and the number of open findings, or a tick where all are decided."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._usual, self._small = font(12.5), font(11.5)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        entry: OutlineEntry = index.data(ENTRY)
        box, tokens = QRectF(option.rect), self._look.tokens
        painter.save()
        taken = self._draw_count(painter, box, entry)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setFont(self._usual)
        painter.setPen(tokens.ink if selected else tokens.ink2)
        draw_elided(painter, box.adjusted(2, 0, -taken - 16, 0), entry.words)
        painter.restore()

    def _draw_count(self, painter: QPainter, box: QRectF, entry: OutlineEntry) -> float:
        if not entry.findings:
            return 0
        tokens, centre = self._look.tokens, box.center().y()
        if not entry.open or entry.gravest is None:
            tick = self._look.icons.for_painter(painter, "check", "ink3", 14)
            painter.drawPixmap(QPointF(box.right() - 26, centre - 7), tick)
            return 16
        painter.setFont(self._small)
        painter.setPen(tokens.ink2)
        number = str(entry.open)
        width = QFontMetricsF(self._small).horizontalAdvance(number)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box.adjusted(0, 0, -12, 0), right, number)
        draw_gravity(painter, entry.gravest, QPointF(box.right() - 12 - width - 10, centre + 0.5), tokens.of(entry.gravest))
        return width + 20


class OutlineView(QTreeView):
    """The tree of headings. `went_to` carries the index of a row among all rows."""

    went_to = Signal(int)

    def __init__(self, look: Look, words: Wording, controller: ReviewController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._controller, self._words = look, controller, words
        self._items = QStandardItemModel(self)
        self._item_at: list[tuple[int, QStandardItem]] = []
        self._shown_row: int | None = None
        self.setModel(self._items)
        self.setItemDelegate(OutlineDelegate(look, self))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(words("window.outline"))
        self.clicked.connect(self._go)
        self.activated.connect(self._go)
        controller.opened.connect(self._read)
        controller.rows_changed.connect(self._read_again)
        controller.changed.connect(self._reread)
        self._read()

    def show_row(self, row: int) -> None:
        """Selects the entry that a row stands under."""
        self._shown_row = row
        place = bisect_right(self._item_at, row, key=lambda entry: entry[0])
        if place:
            self.setCurrentIndex(self._item_at[place - 1][1].index())

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        box = QRectF(option.rect)
        if self.selectionModel().isSelected(index):
            draw_chosen(painter, box, self._look.tokens)
        super().drawRow(painter, option, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        if self._items.hasChildren(index):
            box = QRectF(rect)
            name = "chevron-down" if self.isExpanded(index) else "chevron-right"
            sign = self._look.icons.pixmap(name, "ink3", 12, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(box.right() - 12, box.center().y() - 6), sign)

    def _read(self) -> None:
        self._shown_row = None
        # Not clear(): PySide then never lets go the items under the invisible root, nor what they carry.
        self._items.removeRows(0, self._items.rowCount())
        self._item_at.clear()
        if not self._controller.review:
            return
        parents: list[tuple[int, QStandardItem]] = []
        for entry in outline(self._controller.rows, self._controller.texts):
            item = _item(entry)
            while parents and parents[-1][0] >= entry.level:
                parents.pop()
            # The title (level 0) heads everything: nesting under it would only indent.
            (parents[-1][1] if parents else self._items.invisibleRootItem()).appendRow(item)
            if entry.level > 0:
                parents.append((entry.level, item))
            self._item_at.append((entry.row, item))

    def _read_again(self) -> None:
        """Reads other rows and stays at the entry that was shown; the table has told by now which row that is."""
        if self._take_over(outline(self._controller.rows, self._controller.texts)):
            return
        shown = self._shown_row
        unfolded = {item.text() for _, item in self._item_at if self.isExpanded(item.index())}
        self._read()
        for item in (item for _, item in self._item_at if item.text() in unfolded):
            self.expand(item.index())
        if shown is not None:
            self.show_row(shown)

    def _take_over(self, entries: Sequence[OutlineEntry]) -> bool:
        """Puts entries with the same words in the place of those before; building the tree anew would be felt. Returns whether
        they have the same words."""
        before: list[OutlineEntry] = [item.data(ENTRY) for _, item in self._item_at]
        if len(before) != len(entries) or not all(map(OutlineEntry.reads_as, before, entries)):
            return False
        for place, (old, new) in enumerate(zip(before, entries, strict=True)):
            if old != new:
                item = self._item_at[place][1]
                item.setData(new, ENTRY)
                self._item_at[place] = (new.row, item)
        return True

    def _reread(self, touched: Sequence[int]) -> None:
        """Brings the entries over these rows up to date: reading all anew would be felt at ten thousand rows."""
        starts = [start for start, _ in self._item_at]
        for place in {bisect_right(starts, row) - 1 for row in touched} - {-1}:
            start, item = self._item_at[place]
            rows = self._controller.rows[start : starts[place + 1] if place + 1 < len(starts) else None]
            findings = [finding for row in rows for finding in row.findings]
            item.setData(replace(item.data(ENTRY), findings=findings), ENTRY)

    def _go(self, index: QModelIndex) -> None:
        self.went_to.emit(index.data(ENTRY).row)


def _item(entry: OutlineEntry) -> QStandardItem:
    item = QStandardItem(entry.words)
    item.setToolTip(entry.words)
    item.setData(entry, ENTRY)
    return item
