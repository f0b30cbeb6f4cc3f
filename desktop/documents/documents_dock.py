"""The documents dock: the outline, and below it the texts with what was set aside from each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.docks import Dock
from desktop.documents.outline_view import OutlineView
from desktop.look import Look, font
from desktop.review_controller import ReviewController
from resources.wording_table import Wording
from treaty.model import TreatyText

WIDTH = 212


class DocumentsDock(Dock):
    """The left panel. `set_aside_wanted` asks for the list of what was set aside."""

    set_aside_wanted = Signal()

    def __init__(self, look: Look, words: Wording, controller: ReviewController, parent: QWidget | None = None) -> None:
        super().__init__("outline", look, words, parent)
        self._words, self._controller = words, controller
        self.outline = OutlineView(look, words, controller)
        self._texts = QGridLayout()
        self._lay_out()
        controller.opened.connect(self._show_texts)
        self._show_texts()

    def _lay_out(self) -> None:
        body, foot = QFrame(), QFrame()
        for frame in (body, foot):
            frame.setProperty("role", "panel")
        rule = QFrame()
        rule.setProperty("role", "line")
        foot.setLayout(self._texts)
        self._texts.setContentsMargins(14, 10, 10, 10)
        self._texts.setVerticalSpacing(2)
        self._texts.setColumnStretch(0, 1)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.outline, 1)
        column.addWidget(rule)
        column.addWidget(foot)
        body.setMinimumWidth(170)
        self.setWidget(body)

    def _show_texts(self) -> None:
        while item := self._texts.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        title = QLabel(self._words("window.documents"))
        title.setFont(font(12.5, 700))
        title.setProperty("role", "title")
        self._texts.addWidget(title, 0, 0)
        if self._controller.review:
            for line, text in enumerate(self._controller.texts, start=1):
                self._texts.addWidget(self._count(text), line, 0, 1, 2)
            if any(text.set_aside for text in self._controller.texts):
                self._texts.addWidget(self._show_button(), 0, 1)

    def _count(self, text: TreatyText) -> QLabel:
        shown = QLabel(
            self._words(
                "window.text_count",
                language=self._words(f"language.{text.language}"),
                clauses=len(text.clauses),
                set_aside=len(text.set_aside),
            )
        )
        shown.setFont(font(11.5))
        shown.setToolTip(f"{text.title}\n{text.source.name}")
        return shown

    def _show_button(self) -> QPushButton:
        button = QPushButton(self._words("window.show"))
        button.setProperty("role", "link")
        button.setFont(font(11.5))
        button.setAccessibleName(self._words("menu.set_aside"))
        button.clicked.connect(self.set_aside_wanted)
        return button
