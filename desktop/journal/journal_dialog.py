"""The dialog that lists what was done on the review. It stays open beside the work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QTableView, QWidget

from desktop.journal.journal_model import JournalModel
from desktop.look import Look, font
from desktop.open_review.review_controller import ReviewController
from desktop.widgets.key_button import KeyButton
from desktop.widgets.page_parts import label, line, stack
from resources.wording_table import Wording

ROW = 30
WIDTHS = (180, 130, 260)


class JournalDialog(QDialog):
    """Follows the review while it is open."""

    def __init__(self, look: Look, words: Wording, controller: ReviewController, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.model = JournalModel(words, controller, self)
        self.table = QTableView()
        self._hint = label("", 11.5, "caption")
        self._close = KeyButton(look, words("window.close"), "Esc")
        self._close.clicked.connect(self.close)
        self.setWindowTitle(words("menu.journal").rstrip("…"))
        self.resize(760, 480)
        self._set_up_table()
        self._lay_out()
        for signal in (controller.opened, controller.edited):
            signal.connect(self._read_if_shown)

    def showEvent(self, event: QShowEvent) -> None:
        self._read()
        super().showEvent(event)

    def _read_if_shown(self) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self.model.read()
        count = self.model.rowCount()
        self._hint.setText(self._words("message.journal_count", count=count) if count else self._words("message.no_journal"))

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setObjectName("journal")
        table.setFont(font(12.5))
        table.setAccessibleName(self.windowTitle())
        for header in (table.horizontalHeader(), table.verticalHeader()):
            header.setAccessibleName(self.windowTitle())
        table.setShowGrid(False)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(len(WIDTHS), QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(WIDTHS):
            table.setColumnWidth(column, width)

    def _lay_out(self) -> None:
        foot, buttons = line("dialog_foot", (20, 10, 16, 10), 16)
        buttons.addWidget(self._hint, 1)
        buttons.addWidget(self._close)
        stack(self, self.table, foot, growing=self.table)
