"""The four-way check as a table of four columns: Korean earlier and new, English earlier and new. Read only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QPushButton, QWidget

from desktop.look import Look
from desktop.look.reading_type import ReadingType
from desktop.open_review.review_controller import ReviewController
from desktop.side_by_side.rows_model import RowsModel
from desktop.side_by_side.table_view import SideBySideTable
from desktop.widgets.key_button import KeyButton
from desktop.widgets.page_parts import line, stack
from resources.wording_table import Wording
from treaty.comparison.four_way import Following, FourWayRow
from treaty.review.four_way import FourWay, four_way_of, four_way_rows, four_way_texts
from treaty.review.rows import Row, RowKind

FILTERS = ("all", "english_alone", "korean_alone", "unlike")


class FourWayDialog(QDialog):
    """Shows all rows, or those where one language changed and the other did not follow."""

    def __init__(self, look: Look, words: Wording, controller: ReviewController, type_: ReadingType, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._controller = words, controller
        self._checked: FourWay | None = None
        self.model = RowsModel(words, self)
        self._table = SideBySideTable(look, words, self.model, type_, self)
        self.buttons = {name: QPushButton() for name in FILTERS}
        self._close = KeyButton(look, words("window.close"), "Esc")
        self.setWindowTitle(words("four_way.title"))
        self.resize(1500, 900)
        self._lay_out()
        self._close.clicked.connect(self.close)
        controller.opened.connect(self._read_if_shown)
        controller.rows_changed.connect(self._read_if_shown)

    def showEvent(self, event: QShowEvent) -> None:
        self._read()
        super().showEvent(event)

    def show_rows(self, name: str) -> None:
        """Shows the rows that one of the filters lets through."""
        review = self._controller.review
        if review is None or self._checked is None:
            self.model.show([], ())
            return
        made = list(zip(four_way_rows(review, self._checked), self._checked.rows, strict=True))
        self.model.show(list(_chosen(name, made)), four_way_texts(review, self._checked))

    def _lay_out(self) -> None:
        head, filters = line("dialog_foot", (16, 8, 16, 8), 8)
        group = QButtonGroup(self)
        for name, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self.show_rows, name))
            group.addButton(button)
            filters.addWidget(button)
        filters.addStretch(1)
        foot, close = line("dialog_foot", (20, 10, 16, 10), 16)
        close.addStretch(1)
        close.addWidget(self._close)
        stack(self, head, self._table, foot, growing=self._table)

    def _read_if_shown(self) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        review = self._controller.review
        self._checked = four_way_of(review) if review else None
        rows = self._checked.rows if self._checked else ()
        for name, button in self.buttons.items():
            count = sum(_lets_through(name, row) for row in rows)
            button.setText(self._words(f"four_way.{name}", count=count))
        self.buttons["all"].setChecked(True)
        self.show_rows("all")


def _chosen(name: str, rows: Iterable[tuple[Row, FourWayRow]]) -> Iterator[Row]:
    """The rows that a filter lets through, with the headings above them."""
    heading: Row | None = None
    for row, checked in rows:
        if _lets_through(name, checked):
            if heading is not None:
                yield heading
            yield row
            heading = None
        elif row.kind is RowKind.HEADING:
            heading = row


def _lets_through(name: str, row: FourWayRow) -> bool:
    match name:
        case "all":
            return True
        case "unlike":
            return row.alike is False
        case _:
            return row.following is Following(name)
