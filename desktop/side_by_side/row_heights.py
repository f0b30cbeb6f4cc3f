"""The heights of the table's rows: estimated at once, exact where they are seen, corrected elsewhere in idle time."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QTableView

CHUNK_SECONDS = 0.006
PAUSE_MILLISECONDS = 8


class RowHeights(QObject):
    """Gives the rows of one table their heights, and keeps the row under the reader's eye where it is meanwhile."""

    def __init__(
        self, table: QTableView, estimate: Callable[[int], int], exact: Callable[[int], int], relay: Callable[[], None]
    ) -> None:
        super().__init__(table)
        self._table = table
        self._estimate, self._exact, self._relay = estimate, exact, relay
        self._settled: set[int] = set()
        self._next = 0
        self._idle = QTimer(self)
        self._idle.setInterval(PAUSE_MILLISECONDS)
        self._idle.timeout.connect(self._correct_some)

    def start_over(self) -> None:
        """Estimates every row, as after a change of width or of rows."""
        self._settled.clear()
        self._next = 0
        self._set({place: self._estimate(place) for place in range(self._row_count)})
        self.settle_visible()
        if self._row_count:
            self._idle.start()

    def put_in(self, first: int, last: int) -> None:
        """Gives rows that were put in their heights; those behind keep theirs."""
        count = last - first + 1
        self._settled = {place if place < first else place + count for place in self._settled}
        self._set({place: self._estimate(place) for place in range(first, last + 1)})
        self.settle_visible()

    def take_out(self, first: int, last: int) -> None:
        """Forgets rows that were taken out."""
        count = last - first + 1
        self._settled = {place if place < first else place - count for place in self._settled if not first <= place <= last}
        self.settle_visible()

    def settle(self, places: list[int]) -> None:
        """Makes these rows exact, as after their words changed."""
        self._settled.update(places)
        self._set({place: self._exact(place) for place in places})

    def settle_visible(self) -> None:
        """Makes the rows exact that are in sight; that may bring others into sight."""
        while open_places := [place for place in self._visible() if place not in self._settled]:
            self.settle(open_places)

    def settle_around(self, place: int) -> None:
        """Makes the rows exact that will be in sight when the table scrolls to one."""
        around = range(max(0, place - 12), min(self._row_count, place + 12))
        self._keeping_place(lambda: self.settle([near for near in around if near not in self._settled]))

    @property
    def _row_count(self) -> int:
        model = self._table.model()
        return model.rowCount() if model else 0

    def _visible(self) -> range:
        header, height = self._table.verticalHeader(), self._table.viewport().height()
        first = header.visualIndexAt(0)
        if first < 0:
            return range(0)
        last = header.visualIndexAt(height - 1)
        return range(first, (last if last >= 0 else self._row_count - 1) + 1)

    def _correct_some(self) -> None:
        started = perf_counter()
        corrected: dict[int, int] = {}
        while self._next < self._row_count and perf_counter() - started < CHUNK_SECONDS:
            if self._next not in self._settled:
                corrected[self._next] = self._exact(self._next)
            self._next += 1
        self._settled.update(corrected)
        self._keeping_place(lambda: self._set(corrected))
        if self._next >= self._row_count:
            self._idle.stop()

    def _keeping_place(self, change: Callable[[], None]) -> None:
        header, bar = self._table.verticalHeader(), self._table.verticalScrollBar()
        top = header.visualIndexAt(0)
        offset = header.sectionViewportPosition(top) if top >= 0 else 0
        change()
        if top >= 0 and header.sectionViewportPosition(top) != offset:
            self._relay()
            bar.setValue(bar.value() + header.sectionViewportPosition(top) - offset)

    def _set(self, heights: dict[int, int]) -> None:
        header = self._table.verticalHeader()
        # With updates on, every resized section would measure the way to itself: quadratic at ten thousand rows.
        header.setUpdatesEnabled(False)
        for place, height in heights.items():
            header.resizeSection(place, height)
        header.setUpdatesEnabled(True)
