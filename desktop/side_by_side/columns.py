"""Which columns of the table are shown, and how the width is shared out among them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTableView

from desktop.side_by_side.rows_model import LINK_COLUMN

LINK_WIDTH = 112
LEAST_COLUMN = 160


class Columns(QObject):
    """The columns of one table. The texts that are shown get the same width each; one of them is always shown."""

    def __init__(self, table: QTableView, width_changed: Callable[[], None]) -> None:
        super().__init__(table)
        self._table, self._width_changed = table, width_changed
        self.hidden: frozenset[int] = frozenset()

    @property
    def texts(self) -> list[int]:
        """The columns of the texts that are shown."""
        return [column for column in range(1, self._table.model().columnCount()) if column not in self.hidden]

    @property
    def text_width(self) -> int:
        shown = self.texts
        return self._table.columnWidth(shown[0]) if shown else LEAST_COLUMN

    def nearest_text(self, column: int) -> int:
        """The column itself where it is a text that is shown, else the first text that is."""
        shown = self.texts
        return column if column in shown or not shown else shown[0]

    def show(self, column: int, shown: bool) -> None:
        """Shows or hides a column; the last text stays."""
        hidden = self.hidden - {column} if shown else self.hidden | {column}
        if set(range(1, self._table.model().columnCount())) <= hidden:
            return
        self.hidden = hidden
        self._table.setColumnHidden(column, not shown)
        self.share_out()
        self._width_changed()

    def share_out(self) -> bool:
        """Shares the width out. Returns whether that changed anything."""
        texts = self.texts
        if not texts:
            return False
        before, room = self.text_width, self._table.viewport().width()
        link = 0 if LINK_COLUMN in self.hidden else LINK_WIDTH
        width = max(LEAST_COLUMN, (room - link) // len(texts))
        for column in self.hidden:
            self._table.setColumnHidden(column, True)
        if link:
            self._table.setColumnWidth(LINK_COLUMN, room - width * len(texts) if width > LEAST_COLUMN else LINK_WIDTH)
        for column in texts:
            self._table.setColumnWidth(column, width)
        if not link and width > LEAST_COLUMN:
            self._table.setColumnWidth(texts[-1], room - width * (len(texts) - 1))
        return before != self.text_width
