"""The agreements of the library, and taking one out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from desktop.background.jobs import Jobs
from desktop.headless.protocols import Earlier
from desktop.look import Look, font
from desktop.widgets.key_button import KeyButton
from desktop.widgets.page_parts import column, label, line
from resources.wording_table import Wording
from treaty.precedents.library import Agreement
from treaty.progress import Progress

_NUMBER = Qt.ItemDataRole.UserRole


class LibraryDialog(QDialog):
    """Reads the list when it is shown. `failed` carries what went wrong."""

    failed = Signal(object)

    def __init__(self, look: Look, words: Wording, earlier: Earlier, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._earlier, self._jobs = words, earlier, jobs
        self.list = QListWidget()
        self.list.setFont(font(12.5))
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setProperty("role", "paper_list")
        self.list.setAccessibleName(words("precedents.agreements"))
        self.remove = QPushButton(words("precedents.remove"))
        self.remove.setFont(font(12.5, 500))
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._remove)
        self._said = label("", 12.5, "caption")
        self.setWindowTitle(words("precedents.agreements"))
        self.resize(680, 480)
        self._lay_out(look)
        self.list.itemSelectionChanged.connect(self._show_state)
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        self._jobs.run(lambda progress: self._earlier.agreements(), self._show, self.failed.emit)
        super().showEvent(event)

    def _remove(self) -> None:
        number = int(self.list.currentItem().data(_NUMBER))

        def work(progress: Progress) -> Sequence[Agreement]:
            self._earlier.remove(number)
            return self._earlier.agreements()

        self._jobs.run(work, self._show, self.failed.emit)

    def _show(self, agreements: Sequence[Agreement]) -> None:
        self.list.clear()
        for each in agreements:
            counts = ", ".join(f"{self._words(f'language.{language}')} {count}" for language, count in each.clauses.items())
            files = ", ".join(each.files)
            gaps = {"number": each.number, "title": each.title, "clauses": counts, "added": each.added, "files": files}
            item = QListWidgetItem(self._words("precedents.agreement", **gaps))
            item.setData(_NUMBER, each.number)
            self.list.addItem(item)
        self._said.setText(self._words("precedents.count" if agreements else "precedents.no_agreements", count=len(agreements)))
        self._show_state()

    def _show_state(self) -> None:
        self.remove.setEnabled(bool(self.list.selectedItems()))

    def _lay_out(self, look: Look) -> None:
        close = KeyButton(look, self._words("window.close"), "Esc")
        close.clicked.connect(self.close)
        foot, buttons = line("dialog_foot", (20, 10, 16, 10), 10)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(close)
        self._said.setContentsMargins(16, 10, 16, 8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        listing, lines = column("paper", (12, 6, 12, 6), 0)
        lines.addWidget(self.list)
        for part in (self._said, listing, foot):
            whole.addWidget(part)
