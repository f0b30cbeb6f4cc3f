"""The precedents dock: what the user's own library of earlier agreements says to a clause or term, and adding to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from desktop.background.jobs import Jobs
from desktop.headless.protocols import Earlier
from desktop.look import Look, font
from desktop.studying.passages.passage_list import PassageList
from desktop.studying.precedents.answer_lines import answer_lines
from desktop.studying.precedents.library_dialog import LibraryDialog
from desktop.widgets.dock import Dock
from desktop.widgets.page_parts import column, label, line
from desktop.widgets.strips import JobStrip
from resources.wording_table import Wording
from treaty.precedents.adding import Added
from treaty.precedents.finding import Answer


class PrecedentsDock(Dock):
    """`files_wanted` and `folder_wanted` ask for what is to be added; `failed` carries what went wrong, `refused` the errors of
    files that could not be read."""

    files_wanted = Signal()
    folder_wanted = Signal()
    failed = Signal(object)
    refused = Signal(object)

    def __init__(self, look: Look, words: Wording, earlier: Earlier, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("precedents", look, words, parent)
        self._words, self._earlier, self._jobs = words, earlier, jobs
        self.field = QLineEdit(placeholderText=words("precedents.ask"), clearButtonEnabled=True)
        self.field.setAccessibleName(words("precedents.ask"))
        self.find_button = QPushButton(words("precedents.find"))
        self.passages = PassageList(look, words("precedents.list"))
        self.buttons = {name: QPushButton(words(f"precedents.{name}")) for name in ("add_files", "add_folder", "library")}
        self.agreements = LibraryDialog(look, words, earlier, jobs, self)
        self._said = label(words("precedents.hint"), 12.5, "caption")
        self._lay_out()
        self.field.returnPressed.connect(lambda: self.ask(self.field.text()))
        self.find_button.clicked.connect(lambda: self.ask(self.field.text()))
        self.buttons["add_files"].clicked.connect(self.files_wanted)
        self.buttons["add_folder"].clicked.connect(self.folder_wanted)
        self.buttons["library"].clicked.connect(self.agreements.open)
        self.agreements.failed.connect(self.failed)
        for signal in (jobs.started, jobs.ended):
            signal.connect(self._show_state)

    def ask(self, words: str) -> None:
        """Asks the library for a clause's words or a term, unless it is busy with what takes longer."""
        asked = " ".join(words.split())
        self.field.setText(asked)
        self.field.setCursorPosition(0)
        if asked and not self._jobs.running:
            self._said.setText(self._words("precedents.looking"))
            show = partial(self._show, asked)
            self._jobs.run(lambda progress: self._earlier.find(asked), show, self.failed.emit)

    def add(self, paths: Sequence[Path]) -> None:
        """Adds files and folders to the library."""
        if paths:
            self._said.setText(self._words("precedents.adding"))
            self._jobs.run(lambda progress: self._earlier.add(paths, progress), self._tell_added, self.failed.emit)

    def _show(self, asked: str, answer: Answer) -> None:
        empty = not (answer.nearest or answer.occurrences)
        self._said.setText(self._words("precedents.empty" if empty else "precedents.asked"))
        self.passages.passages.show(() if empty else list(answer_lines(answer, asked, self._words)))
        self.passages.scrollToTop()

    def _tell_added(self, added: Added) -> None:
        gaps = {"added": added.agreements, "known": added.known, "refused": len(added.refused)}
        self._said.setText(self._words("precedents.added", **gaps))
        if added.refused:
            self.refused.emit(added.refused)

    def _show_state(self) -> None:
        for button in (self.find_button, *self.buttons.values()):
            button.setEnabled(not self._jobs.running)
        if not self._jobs.running:
            # Where the work yields something, this is said over at once; where it was cancelled, it stays.
            self._said.setText(self._words("precedents.hint"))

    def _lay_out(self) -> None:
        whole, lines = column("panel", (0, 0, 0, 0), 0)
        asking, fields = line("panel", (12, 10, 12, 4), 6)
        self.field.setFont(font(12.5))
        self.field.setFixedHeight(30)
        fields.addWidget(self.field, 1)
        fields.addWidget(self.find_button)
        self._said.setContentsMargins(14, 2, 14, 6)
        foot, buttons = line("dialog_foot", (12, 8, 12, 8), 6)
        for button in (self.find_button, *self.buttons.values()):
            button.setFont(font(12.5, 500))
            button.setAutoDefault(False)
        for button in self.buttons.values():
            buttons.addWidget(button)
        buttons.addStretch(1)
        for part in (asking, JobStrip(self._words, self._jobs), self._said):
            lines.addWidget(part)
        lines.addWidget(self.passages, 1)
        lines.addWidget(foot)
        whole.setMinimumWidth(290)
        self.setWidget(whole)
