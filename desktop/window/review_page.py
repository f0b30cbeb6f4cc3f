"""The page of an open review: the table with its overview strip."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.look import Look
from desktop.look.reading_type import ReadingType
from desktop.open_review.review_controller import ReviewController
from desktop.side_by_side.foothold import Foothold
from desktop.side_by_side.overview_strip import OverviewStrip
from desktop.side_by_side.row_filter import RowFilter
from desktop.side_by_side.rows_model import RowsModel
from desktop.side_by_side.table_view import SideBySideTable
from resources.wording_table import Wording


class ReviewPage(QWidget):
    """Keeps the table in step with the controller."""

    def __init__(
        self, look: Look, words: Wording, controller: ReviewController, type_: ReadingType, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self.model = RowsModel(words, self)
        self.table = SideBySideTable(look, words, self.model, type_)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.table, 1)
        line.addWidget(OverviewStrip(look, words, self.table, self.model))
        controller.opened.connect(self._read)
        controller.rows_changed.connect(self._read_again)
        controller.changed.connect(self.model.refresh)
        controller.current_changed.connect(self._show_current)
        self.table.finding_clicked.connect(controller.select)
        self._read()

    @property
    def reader_row(self) -> int:
        """The row that the reader is at, among all rows."""
        place = self.table.currentIndex().row()
        if place < 0:
            place = self.table.rowAt(0)
        return self.model.source(place) if place >= 0 else 0

    def selected_clauses(self) -> frozenset[str]:
        """The clauses, by id, of the rows that are selected."""
        rows = (self.model.row(index.row()) for index in self.table.selectionModel().selectedIndexes())
        return frozenset(clause.clause for row in rows for cell in row.cells for clause in cell.clauses)

    def show_rows(self, chosen: RowFilter) -> None:
        """Shows the rows that a filter lets through, and keeps the current finding in sight."""
        self.model.set_filter(chosen)
        self._show_current(self._controller.current)

    def go_to(self, row: int, column: int = 0) -> None:
        """Brings a row into sight, by its index among all; where the filter hides it, the filter is lifted."""
        if self.model.place(row) is None:
            self.model.set_filter(RowFilter.ALL)
        place = self.model.place(row)
        if place is not None:
            self.table.go_to(place, column)

    def _read(self) -> None:
        """Shows another review, with its first row chosen: what the keys do needs a row."""
        self.model.show(self._controller.rows, self._controller.texts)
        if self.model.rowCount():
            self.table.choose(0, 1)
        self._show_current(self._controller.current)

    def _read_again(self) -> None:
        """Shows changed rows and keeps the reader's place among them."""
        foothold = Foothold(self.table, self.model)
        changed = self.model.show_changed(self._controller.rows, self._controller.texts)
        if changed is None:
            self.model.show(self._controller.rows, self._controller.texts)
            foothold.regain(self.table)
        else:
            foothold.regain(self.table, changed)
        self.table.show_finding(self._controller.current, None)

    def _show_current(self, finding: str) -> None:
        if not finding:
            self.table.show_finding("", None)
            return
        row = self._controller.found[finding].row
        if self.model.place(row) is None:
            self.model.set_filter(RowFilter.ALL)
        self.table.show_finding(finding, self.model.place(row))
