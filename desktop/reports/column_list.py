"""The columns of a report as a list: ticked ones are shown, in the order of the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop.look import font
from treaty.review.column_choice import ColumnChoice, ColumnKind

ROW_HEIGHT, MARGIN = 21, 12
_KIND = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ColumnList(QListWidget):
    """Lines are ticked, and moved by dragging them or with Ctrl and the arrow keys. One text at least stays ticked.

    `changed` says that other columns, or another order, were chosen.
    """

    changed = Signal()

    def __init__(self, named: Callable[[ColumnKind], str]) -> None:
        super().__init__()
        self.setObjectName("report_columns")
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(font(12.5))
        for kind in ColumnKind:
            item = QListWidgetItem(named(kind))
            item.setData(_KIND, kind.value)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.addItem(item)
        self.setFixedHeight(ROW_HEIGHT * self.count() + MARGIN)
        self.itemChanged.connect(self._keep_a_text)
        self.model().rowsMoved.connect(lambda *_: self.changed.emit())

    def choice(self) -> ColumnChoice:
        """The columns as they are chosen now."""
        return ColumnChoice(tuple(self._kind(item) for item in self._items() if _is_ticked(item)))

    def arrangement(self) -> list[str]:
        """All columns in their order; "-" stands before those that are not shown."""
        return [f"{'' if _is_ticked(item) else '-'}{self._kind(item)}" for item in self._items()]

    def arrange(self, kept: Sequence[str]) -> None:
        """Puts the columns as `arrangement` said, unasked; as they are at first where it cannot have said so."""
        named = [name.removeprefix("-") for name in kept]
        hidden = {name.removeprefix("-") for name in kept if name.startswith("-")}
        if sorted(named) != sorted(ColumnKind) or hidden >= {ColumnKind.LEFT, ColumnKind.RIGHT}:
            named, hidden = list(ColumnKind), set()
        with QSignalBlocker(self):
            items = {self._kind(item): item for item in [self.takeItem(0) for _ in range(self.count())]}
            for name in named:
                items[ColumnKind(name)].setCheckState(Qt.CheckState.Unchecked if name in hidden else Qt.CheckState.Checked)
                self.addItem(items[ColumnKind(name)])

    def tick(self, kind: ColumnKind, *, on: bool) -> None:
        """Shows a column, or leaves it out."""
        self._item(kind).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def move_to(self, kind: ColumnKind, place: int) -> None:
        """Moves a column to a place of the list, from 0."""
        item = self.takeItem(self.row(self._item(kind)))
        self.insertItem(place, item)
        self.setCurrentItem(item)
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0) if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 0
        if not step or not self.currentItem():
            super().keyPressEvent(event)
            return
        place = self.currentRow() + step
        if 0 <= place < self.count():
            self.move_to(self._kind(self.currentItem()), place)

    def _keep_a_text(self, item: QListWidgetItem) -> None:
        try:
            self.choice()
        except ValueError:
            # Nothing would be left to show: the tick comes back, and says so by itself.
            item.setCheckState(Qt.CheckState.Checked)
        else:
            self.changed.emit()

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(place) for place in range(self.count())]

    def _item(self, kind: ColumnKind) -> QListWidgetItem:
        return next(item for item in self._items() if self._kind(item) is kind)

    @staticmethod
    def _kind(item: QListWidgetItem) -> ColumnKind:
        return ColumnKind(item.data(_KIND))


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked
