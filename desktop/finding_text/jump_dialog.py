"""Going to a clause by its number, with the clauses that may be meant listed as one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from desktop.finding_text.clause_address import Address, AddressBook
from desktop.look import Look, font
from desktop.look.list_lines import draw_chosen
from desktop.widgets.page_parts import column, label
from resources.wording_table import Wording
from treaty.review.rows import Row

ADDRESS = Qt.ItemDataRole.UserRole + 1
PATH_WIDTH, LANGUAGE_WIDTH, LINE = 130.0, 64.0, 30
LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class JumpDialog(QDialog):
    """`clause_chosen` carries an Address."""

    clause_chosen = Signal(object)

    def __init__(self, look: Look, words: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._book = AddressBook(())
        self._languages: Sequence[str] = ()
        self.field = QLineEdit(placeholderText=words("window.jump_example"))
        self.list = QListView()
        self._items = QStandardItemModel(self)
        self._nothing = label(words("message.no_such_clause"), 12.5, "caption")
        self.setWindowTitle(words("menu.jump").rstrip("…"))
        self.resize(620, 460)
        self._lay_out(look)
        self.field.textChanged.connect(self._list)
        self.field.returnPressed.connect(self._go)
        self.field.installEventFilter(self)
        self.list.activated.connect(self._go)
        self.list.clicked.connect(self._go)

    def ask(self, rows: Sequence[Row], languages: Sequence[str]) -> None:
        """Opens on the clauses of these rows; `languages` names the columns."""
        self._book, self._languages = AddressBook(rows), languages
        self.field.clear()
        self._list("")
        self.open()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move in the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in LIST_KEYS:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _list(self, asked: str) -> None:
        self._items.clear()
        for address in self._book.fitting(asked):
            item = QStandardItem(f"{address.path} {self._languages[address.column - 1]} {address.words}")
            item.setData(address, ADDRESS)
            item.setData(self._languages[address.column - 1], ADDRESS + 1)
            self._items.appendRow(item)
        self._nothing.setVisible(not self._items.rowCount())
        self.list.setCurrentIndex(self._items.index(0, 0))

    def _go(self, index: QModelIndex | None = None) -> None:
        chosen = index or self.list.currentIndex()
        if chosen.isValid():
            self.accept()
            self.clause_chosen.emit(chosen.data(ADDRESS))

    def _lay_out(self, look: Look) -> None:
        page, lines = column("paper", (20, 16, 20, 16), 8)
        self.field.setFixedHeight(32)
        self.field.setFont(font(13.5))
        self.field.setAccessibleName(self._words("menu.jump"))
        self.list.setModel(self._items)
        self.list.setItemDelegate(AddressDelegate(look, self))
        self.list.setAccessibleName(self._words("window.jump_list"))
        self.list.setProperty("role", "paper_list")
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in (self.field, self._nothing):
            lines.addWidget(part)
        lines.addWidget(self.list, 1)
        lines.addWidget(label(self._words("message.jump_hint"), 11.5, "caption"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)


class AddressDelegate(QStyledItemDelegate):
    """Draws a clause in one line: its number, its language, its first words."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._usual, self._name, self._small = font(12.5), font(12.5, 500), font(11.5)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        address: Address = index.data(ADDRESS)
        tokens, box = self._look.tokens, QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            draw_chosen(painter, box, tokens)
        x = box.left() + 12
        for type_, colour, words, width in (
            (self._name, tokens.ink, address.path, PATH_WIDTH),
            (self._small, tokens.ink3, index.data(ADDRESS + 1), LANGUAGE_WIDTH),
            (self._usual, tokens.ink2, address.words, box.right() - x - PATH_WIDTH - LANGUAGE_WIDTH - 8),
        ):
            painter.setFont(type_)
            painter.setPen(colour)
            shown = QFontMetricsF(type_).elidedText(words, Qt.TextElideMode.ElideRight, width - 8)
            painter.drawText(QRectF(x, box.top(), width, box.height()), Qt.AlignmentFlag.AlignVCenter, shown)
            x += width
        painter.restore()
