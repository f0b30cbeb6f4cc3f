"""Dialogs that ask the reviewer for words, and one that shows a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.dialogs.frame import FramedDialog, dialog_label
from desktop.look import font
from resources.wording_table import Wording

LONGEST_ABOUT = 400
WIDTH = 460


class WordsDialog(FramedDialog):
    """Asks for a few words, or for one line of them. `about` says or quotes what they are about."""

    def __init__(self, words: Wording, title: str, about: str, given: str, one_line: bool, parent: QWidget | None) -> None:
        super().__init__(title, words("window.done"), words("window.cancel"), parent)
        self._field = QLineEdit(given) if one_line else QPlainTextEdit(given)
        self._field.setFont(font(13.5))
        self._field.setAccessibleName(title)
        if isinstance(self._field, QPlainTextEdit):
            self._field.setTabChangesFocus(True)
            self._field.setMinimumHeight(110)
            self._field.moveCursor(QTextCursor.MoveOperation.End)
        else:
            self._field.setFixedHeight(30)
        if about:
            self.lines.addWidget(dialog_label(about if len(about) <= LONGEST_ABOUT else f"{about[:LONGEST_ABOUT]}…", "ink"))
        self.lines.addWidget(self._field)
        self.setMinimumWidth(WIDTH)
        self._field.setFocus()

    def said(self) -> str:
        return self._field.text() if isinstance(self._field, QLineEdit) else self._field.toPlainText()


class ListDialog(FramedDialog):
    """A list to read: of each entry a caption and words under it."""

    def __init__(self, words: Wording, title: str, entries: Sequence[tuple[str, str]], parent: QWidget | None) -> None:
        super().__init__(title, words("window.close"), "", parent)
        listed, column = QFrame(), QVBoxLayout()
        listed.setProperty("role", "list")
        listed.setLayout(column)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(2)
        for caption, said in entries:
            column.addWidget(dialog_label(caption, "caption"))
            line = dialog_label(said, "ink")
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(line)
            column.addSpacing(8)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(listed)
        self.lines.addWidget(area, 1)
        self.resize(560, 420)
