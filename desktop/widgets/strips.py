"""Bars over the content: what could not be done, and how far long work is. Neither covers or blocks the document."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from desktop.background.jobs import Jobs
from desktop.look import Look
from desktop.widgets.page_parts import close_button
from resources.wording_table import Wording


class MessageStrip(QFrame):
    """One sentence about what could not be done, with at most one thing to do about it. It stays until it is closed."""

    def __init__(self, look: Look, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_strip")
        self._sentence = QLabel(
            wordWrap=True, textFormat=Qt.TextFormat.PlainText, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._action = QPushButton()
        self._action.setProperty("role", "link")
        self._action.clicked.connect(self._act)
        self._act_on: Callable[[], None] | None = None
        sign = QLabel()
        sign.setPixmap(look.icons.pixmap("triangle-alert", "major", 16, self.devicePixelRatioF()))
        close = close_button(look, words("window.close_message"))
        close.clicked.connect(self.clear)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 7, 8, 7)
        line.setSpacing(10)
        line.addWidget(sign)
        line.addWidget(self._sentence, 1)
        line.addWidget(self._action)
        line.addWidget(close)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def tell(self, sentence: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Shows a sentence; `action` names the button that calls `act`."""
        self._sentence.setText(sentence)
        self._act_on = act
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.show()

    def clear(self) -> None:
        self._act_on = None
        self.hide()

    def _act(self) -> None:
        act = self._act_on
        self.clear()
        if act:
            act()


class JobStrip(QFrame):
    """How far the running job is, and the button that cancels it."""

    def __init__(self, words: Wording, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("job_strip")
        self._words = words
        self._what = QLabel()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(260)
        self._bar.setAccessibleName(words("window.progress"))
        cancel = QPushButton(words("window.cancel"))
        cancel.setObjectName("cancel_job")
        cancel.clicked.connect(jobs.cancel)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 5, 8, 5)
        line.setSpacing(14)
        line.addWidget(self._bar)
        line.addWidget(self._what, 1)
        line.addWidget(cancel)
        jobs.started.connect(self._on_start)
        jobs.progressed.connect(self._on_progress)
        jobs.ended.connect(self.hide)
        self.setVisible(jobs.running)

    def _on_start(self) -> None:
        self._bar.setRange(0, 0)
        self._what.setText(self._words("progress.start"))
        self.show()

    def _on_progress(self, done: int, total: int, what: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._what.setText(self._words(what) if what in self._words else self._words("progress.start"))
