"""What small dialogs have in common: a page with a title, and a foot with the buttons."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.look import font
from desktop.widgets.page_parts import label, stack


class FramedDialog(QDialog):
    """A dialog whose contents go into `lines`. Ctrl+Enter accepts from any field; Esc leaves."""

    def __init__(self, title: str, accept: str, cancel: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        page, foot = QFrame(), QFrame()
        page.setProperty("role", "paper")
        foot.setProperty("role", "dialog_foot")
        self.lines = QVBoxLayout(page)
        self.lines.setContentsMargins(20, 16, 20, 18)
        self.lines.setSpacing(8)
        self.lines.addWidget(dialog_label(title, "title"))
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(20, 10, 20, 10)
        buttons.setSpacing(8)
        buttons.addStretch(1)
        self.accept_button = _button(accept, "primary")
        self.accept_button.setShortcut(QKeySequence("Ctrl+Return"))
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.accept)
        if cancel:
            leave = _button(cancel, "")
            leave.setAutoDefault(False)
            leave.clicked.connect(self.reject)
            buttons.addWidget(leave)
        buttons.addWidget(self.accept_button)
        stack(self, page, foot, growing=page)


def dialog_label(words: str, role: str) -> QLabel:
    """Words of the program or of a treaty; never markup."""
    return label(words, {"title": 16, "caption": 11.5}.get(role, 12.5), role)


def _button(words: str, role: str) -> QPushButton:
    button = QPushButton(words)
    button.setFont(font(12.5, 500))
    button.setProperty("role", role)
    return button
