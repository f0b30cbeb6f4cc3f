"""A dock panel with a head of our own: its title and a cross."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDockWidget, QFrame, QHBoxLayout, QLabel, QWidget

from desktop.look import Look, font
from desktop.widgets.page_parts import close_button
from resources.wording_table import Wording

HEAD_HEIGHT = 34


class Dock(QDockWidget):
    """A panel at the window's side; it cannot float or move. `close_wanted` tells of a click on its cross."""

    close_wanted = Signal()

    def __init__(self, name: str, look: Look, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(words(f"window.{name}"), parent)
        self.setObjectName(name)
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self._title = QLabel(words(f"window.{name}"))
        self._title.setFont(font(12.5, 700))
        self._title.setProperty("role", "title")
        close = close_button(look, words("window.close_panel"))
        close.clicked.connect(self.close_wanted)
        head = QFrame()
        head.setProperty("role", "dock_head")
        head.setFixedHeight(HEAD_HEIGHT)
        line = QHBoxLayout(head)
        line.setContentsMargins(14, 0, 8, 0)
        line.addWidget(self._title, 1)
        line.addWidget(close)
        self.setTitleBarWidget(head)

    def set_title(self, title: str) -> None:
        self._title.setText(title)
