"""The agreements under study with the numbers that the columns have."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from desktop.look import font
from desktop.studying.themes.matrix import name_of
from resources.wording_table import Wording
from treaty.model import TreatyText

LINE, ROOM = 24, 4
_ID = Qt.ItemDataRole.UserRole


class AgreementList(QListWidget):
    """At most so many `lines` are seen at once. `remove_wanted` carries the text that Delete was pressed on."""

    remove_wanted = Signal(str)

    def __init__(self, words: Wording, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._lines = words, lines
        self.setFont(font(12))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setAccessibleName(words("themes.agreements"))
        self.setViewportMargins(10, 0, 8, 0)
        self.setFixedHeight(LINE + ROOM)

    @property
    def chosen(self) -> str:
        """The id of the chosen text; "" where none is."""
        item = self.currentItem()
        return str(item.data(_ID)) if item else ""

    def show_texts(self, texts: Sequence[TreatyText]) -> None:
        """Lists other texts; the same ones keep what is chosen."""
        if [self.item(row).data(_ID) for row in range(self.count())] == [text.id for text in texts]:
            return
        self.clear()
        for number, text in enumerate(texts, start=1):
            name = f"{number}. {name_of(text)} · {self._words(f'themes.language_{text.language}')}"
            item = QListWidgetItem(name)
            item.setData(_ID, text.id)
            item.setToolTip(name)
            self.addItem(item)
        self.setFixedHeight(LINE * max(1, min(self._lines, len(texts))) + ROOM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.chosen:
            self.remove_wanted.emit(self.chosen)
        else:
            super().keyPressEvent(event)
