"""The documents dock: the outline, and below it the texts with what was set aside from each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.documents.outline_view import OutlineView
from desktop.headless.unread import changes_sentence, is_original, sources_of, unread_sentence
from desktop.look import Look
from desktop.open_review.review_controller import ReviewController
from desktop.widgets.dock import Dock
from desktop.widgets.page_parts import label, link_button
from resources.wording_table import Wording
from treaty.model import SourceFile, TreatyText

WIDTH = 212


class DocumentsDock(Dock):
    """The left panel. `set_aside_wanted` asks for the list of what was set aside; `read_wanted` carries a text's id and
    whether it is to be read as it was before its tracked changes."""

    set_aside_wanted = Signal()
    read_wanted = Signal(str, bool)

    def __init__(self, look: Look, words: Wording, controller: ReviewController, parent: QWidget | None = None) -> None:
        super().__init__("outline", look, words, parent)
        self._words, self._controller = words, controller
        self.outline = OutlineView(look, words, controller)
        self._texts = QGridLayout()
        self._lay_out()
        for signal in (controller.opened, controller.rows_changed):
            signal.connect(self._show_texts)
        self._show_texts()

    def _lay_out(self) -> None:
        body, foot = QFrame(), QFrame()
        for frame in (body, foot):
            frame.setProperty("role", "panel")
        rule = QFrame()
        rule.setProperty("role", "line")
        foot.setLayout(self._texts)
        self._texts.setContentsMargins(14, 10, 10, 10)
        self._texts.setVerticalSpacing(4)
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
        self._texts.addWidget(label(self._words("window.documents"), 12.5, "title", wraps=False), 0, 0)
        texts = self._controller.texts
        unread = [source for source in sources_of(texts) if unread_sentence(self._words, source)]
        lines = [shown for text in texts for shown in (self._count(text), *self._changes(text))]
        for line, shown in enumerate([*lines, *map(self._unread, unread)], start=1):
            place = Qt.AlignmentFlag.AlignLeft if isinstance(shown, QPushButton) else Qt.AlignmentFlag(0)
            self._texts.addWidget(shown, line, 0, 1, 2, place)
        if unread or any(text.set_aside for text in texts):
            self._texts.addWidget(self._show_button(), 0, 1)

    def _count(self, text: TreatyText) -> QLabel:
        count = self._words(
            "window.text_count",
            language=self._words(self._controller.name_of(text)),
            clauses=len(text.clauses),
            set_aside=len(text.set_aside),
        )
        shown = label(count, 11.5, wraps=False)
        shown.setToolTip(f"{text.title}\n{text.source.name}")
        return shown

    def _changes(self, text: TreatyText) -> list[QWidget]:
        """How a text's tracked changes were read, and the button that reads them the other way; none where there are none."""
        sentence = changes_sentence(self._words, text.source)
        if not sentence:
            return []
        original = is_original(text.source)
        button = link_button(self._words("edit.read_final" if original else "edit.read_original"), 11.5)
        button.setAccessibleName(f"{button.text()}: {self._words(f'language.{text.language}')}")
        button.clicked.connect(partial(self.read_wanted.emit, text.id, not original))
        return [label(sentence, 11.5, "unread"), button]

    def _unread(self, source: SourceFile) -> QLabel:
        shown = label(unread_sentence(self._words, source), 11.5, "unread")
        shown.setToolTip(source.name)
        return shown

    def _show_button(self) -> QPushButton:
        button = link_button(self._words("window.show"), 11.5)
        button.setAccessibleName(self._words("menu.set_aside"))
        button.clicked.connect(self.set_aside_wanted)
        return button
