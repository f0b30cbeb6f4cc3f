"""Which columns of the table are shown, and how the width is shared out among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop.side_by_side.rows_model import LINK_COLUMN

LINK_WIDTH = 112
LEAST_COLUMN = 160
STEP = 0.1
"""By how much of its width a text is made wider or narrower by the keyboard."""


class Columns(QObject):
    """The columns of one table. The texts that are shown share the width, equally until the reader draws a border between them;
    one of them is always shown. `changed` tells that the reader wants others, or other shares."""

    changed = Signal()

    def __init__(self, table: QTableView, width_changed: Callable[[], None]) -> None:
        super().__init__(table)
        self._table, self._width_changed = table, width_changed
        self._sharing = False
        self._drawn = QTimer(self, singleShot=True, interval=0)
        self._drawn.timeout.connect(self._take_widths)
        self.hidden: frozenset[int] = frozenset()
        self.shares: dict[int, float] = {}
        """How wide a column is, as a multiple of an equal share; 1 where nothing is said."""
        self.widths: dict[int, int] = {}
        """The widths of the texts that are shown, in pixels."""
        table.horizontalHeader().sectionResized.connect(self._follow_border)

    @property
    def texts(self) -> list[int]:
        """The columns of the texts that are shown."""
        return [column for column in range(1, self._table.model().columnCount()) if column not in self.hidden]

    def nearest_text(self, column: int) -> int:
        """The column itself where it is a text that is shown, else the first text that is."""
        shown = self.texts
        return column if column in shown or not shown else shown[0]

    def show(self, column: int, shown: bool) -> None:
        """Shows or hides a column; the last text stays."""
        hidden = self.hidden - {column} if shown else self.hidden | {column}
        if hidden != self.hidden and not set(range(1, self._table.model().columnCount())) <= hidden:
            self.put(hidden, self.shares)
            self.changed.emit()

    def widen(self, step: int) -> None:
        """Draws the border behind the first text to the right (step 1) or to the left (-1)."""
        shown = self.texts
        if len(shown) > 1:
            width = self.widths[shown[0]] + round(step * STEP * self.widths[shown[0]])
            self._table.horizontalHeader().resizeSection(shown[0], width)

    def put(self, hidden: frozenset[int], shares: Mapping[int, float]) -> None:
        """Shows the columns as they were at another time; texts that this table does not have are left out."""
        self.hidden = hidden
        self.shares = dict(shares)
        for column in range(self._table.model().columnCount()):
            self._table.setColumnHidden(column, column in hidden)
        self._width_changed()

    def share_out(self) -> bool:
        """Shares the width out. Returns whether that changed anything."""
        texts, before = self.texts, dict(self.widths)
        if not texts:
            return False
        room = self._table.viewport().width() - (0 if LINK_COLUMN in self.hidden else LINK_WIDTH)
        whole = sum(self.shares.get(column, 1.0) for column in texts)
        self.widths = {column: max(LEAST_COLUMN, int(room * self.shares.get(column, 1.0) / whole)) for column in texts}
        over = sum(self.widths.values()) - room
        if over < 0:
            self.widths[texts[-1]] -= over
        with self._at_rest():
            self._set_widths()
        return before != self.widths

    def _set_widths(self) -> None:
        header = self._table.horizontalHeader()
        for column in self.hidden:
            self._table.setColumnHidden(column, True)
        self._table.setColumnWidth(LINK_COLUMN, LINK_WIDTH)
        for column, width in self.widths.items():
            self._table.setColumnWidth(column, width)
        movable = [*self.widths][:-1]
        for column in range(self._table.model().columnCount()):
            mode = QHeaderView.ResizeMode.Interactive if column in movable else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(column, mode)

    def _follow_border(self, column: int, before: int, now: int) -> None:
        """The reader has drawn a border: that may be one of many steps, so the rows follow when this one is painted."""
        if not self._sharing and column in self.widths and column != [*self.widths][-1]:
            neighbour = [*self.widths][[*self.widths].index(column) + 1]
            both = self.widths[column] + self.widths[neighbour]
            self.widths[column] = min(max(LEAST_COLUMN, now), both - LEAST_COLUMN)
            self.widths[neighbour] = both - self.widths[column]
            self._drawn.start()

    def _take_widths(self) -> None:
        equal = sum(self.widths.values()) / max(1, len(self.widths))
        self.shares |= {column: round(width / equal, 4) for column, width in self.widths.items()}
        self._width_changed()
        self.changed.emit()

    @contextmanager
    def _at_rest(self) -> Iterator[None]:
        """While widths are set by the program."""
        self._sharing = True
        yield
        self._sharing = False
