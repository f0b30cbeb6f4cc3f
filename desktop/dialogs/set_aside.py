"""What was left out of the comparison: each part with its reason, and the button that takes it back in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.background.jobs import Jobs
from desktop.headless.unread import unread_sentence
from desktop.look import Look
from desktop.open_review.review_controller import ReviewController
from desktop.widgets.key_button import KeyButton
from desktop.widgets.page_parts import column, label, line, link_button, rule, stack
from desktop.widgets.strips import JobStrip
from resources.wording_table import Wording
from treaty.model import SetAside, TreatyText

PARTS_AT_FIRST = 60
"""A web page or a long PDF may have thousands; more than this are shown on demand."""


class SetAsideDialog(QDialog):
    """Lists every part, text by text, and follows the review while it is open. `take_back_wanted` carries the text's id and
    the part."""

    take_back_wanted = Signal(str, object)

    def __init__(self, look: Look, words: Wording, controller: ReviewController, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._words, self._controller, self._jobs = look, words, controller, jobs
        self._most = PARTS_AT_FIRST
        self._buttons: list[QPushButton] = []
        self._focus: int | None = None
        self._area = QScrollArea(widgetResizable=True)
        self._close = KeyButton(look, words("window.close"), "Esc")
        self.setWindowTitle(words("menu.set_aside").rstrip("…"))
        self.resize(720, 560)
        self._lay_out()
        self._close.clicked.connect(self.close)
        for signal in (controller.opened, controller.rows_changed):
            signal.connect(self._read_if_shown)
        jobs.started.connect(self._show_running)
        jobs.ended.connect(self._show_running)

    def bring_up(self) -> None:
        """Shows the list, before the window if it is open already."""
        self.show()
        self.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:
        self._most = PARTS_AT_FIRST
        self._read()
        super().showEvent(event)

    def _lay_out(self) -> None:
        foot, hint = line("dialog_foot", (20, 10, 16, 10), 16)
        hint.addWidget(label(self._words("message.take_back_hint"), 11.5, "caption"), 1)
        hint.addWidget(self._close)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        stack(self, self._area, JobStrip(self._words, self._jobs), foot, growing=self._area)

    def _read_if_shown(self) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        """Lists the parts anew; scroll and keyboard stay where they were."""
        height = self._area.verticalScrollBar().value()
        self._keep_focus()
        self._buttons = []
        self._area.setWidget(self._page())
        self._area.verticalScrollBar().setValue(height)
        self._show_running()

    def _show_running(self) -> None:
        """Only one part at a time can be taken back: the buttons rest while work is done."""
        if self._jobs.running:
            self._keep_focus()
        for button in self._buttons:
            button.setEnabled(not self._jobs.running)
        if self._focus is not None and self._buttons and not self._jobs.running:
            self._buttons[min(self._focus, len(self._buttons) - 1)].setFocus()
            self._focus = None

    def _keep_focus(self) -> None:
        """Remembers which button has the focus: it would lose it when it rests or is made anew."""
        focused = self.focusWidget()
        if isinstance(focused, QPushButton) and focused in self._buttons:
            self._focus = self._buttons.index(focused)

    def _page(self) -> QFrame:
        page, lines = column("paper", (20, 16, 20, 16), 6)
        if not any(text.set_aside for text in self._controller.texts):
            lines.addWidget(label(self._words("message.nothing_set_aside"), 12.5))
            lines.addSpacing(10)
        for text in self._controller.texts:
            self._add_text(lines, text)
        lines.addStretch(1)
        return page

    def _add_text(self, lines: QVBoxLayout, text: TreatyText) -> None:
        head = QHBoxLayout()
        head.addWidget(label(self._words(f"language.{text.language}"), 14, "title", wraps=False))
        head.addWidget(label(text.source.name, 11.5, "caption"), 1)
        head.addWidget(label(self._words("window.set_aside_count", count=len(text.set_aside)), 11.5, "caption"))
        lines.addLayout(head)
        if sentence := unread_sentence(self._words, text.source):
            lines.addWidget(label(sentence, 12.5, "unread"))
        if text.set_aside:
            lines.addWidget(self._list(text))
        lines.addSpacing(16)

    def _list(self, text: TreatyText) -> QFrame:
        frame, lines = column("list", (1, 1, 1, 1), 0)
        for number, part in enumerate(text.set_aside[: self._most]):
            if number:
                lines.addWidget(rule())
            lines.addLayout(self._entry(text, part))
        if len(text.set_aside) > self._most:
            lines.addWidget(self._more_button(len(text.set_aside) - self._most))
        return frame

    def _entry(self, text: TreatyText, part: SetAside) -> QHBoxLayout:
        entry, words = QHBoxLayout(), QVBoxLayout()
        entry.setContentsMargins(14, 9, 10, 9)
        entry.setSpacing(16)
        words.setSpacing(1)
        said = label(part.text, 12.5, "ink")
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(label(self._words(f"set_aside.{part.reason}"), 11.5, "caption"))
        words.addWidget(said)
        entry.addLayout(words, 1)
        entry.addWidget(self._take_back_button(text, part), 0, Qt.AlignmentFlag.AlignVCenter)
        return entry

    def _take_back_button(self, text: TreatyText, part: SetAside) -> QPushButton:
        button = link_button(self._words("window.take_back"))
        button.setAccessibleName(f"{self._words('window.take_back')}: {part.text}")
        button.clicked.connect(partial(self.take_back_wanted.emit, text.id, part))
        self._buttons.append(button)
        return button

    def _more_button(self, left: int) -> QPushButton:
        button = link_button(self._words("window.show_more", count=left))
        button.clicked.connect(self._show_all)
        return button

    def _show_all(self) -> None:
        self._most = max(len(text.set_aside) for text in self._controller.texts)
        self._read()
