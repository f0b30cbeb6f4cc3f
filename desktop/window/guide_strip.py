"""The first steps: a strip that says in five sentences how one works. It shows by itself with the first sample only."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.look import Look
from desktop.traces.settings import Settings
from desktop.widgets.page_parts import close_button, label, link_button
from resources.wording_table import Wording

STEPS = 5


class GuideStrip(QFrame):
    """One sentence at a time, over the texts and never in their way."""

    def __init__(self, look: Look, words: Wording, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide_strip")
        self._words, self._settings = words, settings
        self._step = 0
        self._which = label("", 12.5, "strong", wraps=False)
        self._sentence = label("", 12.5, "ink")
        self._next = link_button(words("window.guide_next"))
        self._next.clicked.connect(self.go_on)
        close = close_button(look, words("window.guide_end"))
        close.clicked.connect(self.end)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 6, 8, 6)
        line.setSpacing(12)
        line.addWidget(self._which)
        line.addWidget(self._sentence, 1)
        line.addWidget(self._next)
        line.addWidget(close)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def begin_once(self) -> None:
        """Begins unless it has been seen before."""
        if not self._settings.guided:
            self.begin()

    def begin(self) -> None:
        self._step = 1
        self._show()

    def end(self) -> None:
        self._settings.guided = True
        self.hide()

    def go_on(self) -> None:
        """Says the next sentence; after the last there is none."""
        if self._step == STEPS:
            self.end()
            return
        self._step += 1
        self._show()

    def _show(self) -> None:
        self._which.setText(self._words("window.guide_step", step=self._step, steps=STEPS))
        self._sentence.setText(self._words(f"message.guide_{self._step}"))
        self._next.setText(self._words("window.guide_end" if self._step == STEPS else "window.guide_next"))
        self.show()
