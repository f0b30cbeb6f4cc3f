"""The list of what was left out of the comparison, with the reason of each part."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.look import font
from resources.wording_table import Wording
from treaty.model import SetAside, TreatyText


class SetAsideDialog(QDialog):
    """Shows every part that was set aside, text by text. Nothing can be changed here."""

    def __init__(self, words: Wording, texts: Sequence[TreatyText], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setWindowTitle(words("menu.set_aside").rstrip("…"))
        self.resize(640, 480)
        page = QFrame()
        page.setProperty("role", "paper")
        lines = QVBoxLayout(page)
        lines.setContentsMargins(16, 14, 16, 14)
        lines.setSpacing(6)
        for text in texts:
            lines.addWidget(_label(words("window.set_aside_of", file=text.source.name, count=len(text.set_aside)), "title"))
            for part in text.set_aside:
                self._add_part(lines, part)
        lines.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area)
        column.addWidget(buttons)

    def _add_part(self, lines: QVBoxLayout, part: SetAside) -> None:
        lines.addWidget(_label(self._words(f"set_aside.{part.reason}"), "caption"))
        words = _label(part.text, "ink")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        lines.addWidget(words)
        lines.addSpacing(6)


def _label(words: str, role: str) -> QLabel:
    made = QLabel(words, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setFont(font(11.5 if role == "caption" else 12.5, 700 if role == "title" else 400))
    return made
