"""Passages under a title that says what they have in common."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from desktop.look import Look
from desktop.studying.passages.passage_list import PassageList
from desktop.studying.passages.passages_model import PassageLine
from desktop.widgets.page_parts import label, stack


class TitledPassages(QFrame):
    """The title stands over the list as long as there is one."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.list = PassageList(look, name)
        self._title = label("", 12.5, "strong")
        self._title.setContentsMargins(14, 8, 14, 8)
        stack(self, self._title, self.list, growing=self.list)
        self.show_lines("", ())

    def show_lines(self, title: str, lines: Sequence[PassageLine]) -> None:
        """Shows other passages, from the first on."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.list.passages.show(lines)
        self.list.scrollToTop()
