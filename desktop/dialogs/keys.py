"""The cheat sheet: every key of the program, menu by menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.widgets.page_parts import column, label
from desktop.window.actions import MENUS, ActionKind
from resources.wording_table import Wording

COLUMNS = 3
FIXED_KEYS = (("keys_rows", "↑ ↓ Home End"), ("keys_sides", "← →"), ("keys_headings", "Ctrl+↑ Ctrl+↓"), ("keys_reader", "F2"),
              ("keys_leave", "Esc"))  # fmt: skip
"""Keys that are no action of a menu, by the name of what they do."""


class KeysSheet(QScrollArea):
    """Read from the actions themselves, so that it cannot differ from what the keys do."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self._words = words
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(self._page())

    def _page(self) -> QFrame:
        page, lines = column("paper", (24, 18, 24, 20), 12)
        lines.addWidget(label(self._words("window.keys_tab"), 16, "title"))
        sheets = QHBoxLayout()
        sheets.setSpacing(32)
        lines.addLayout(sheets)
        lines.addStretch(1)
        stacks = [QVBoxLayout() for _ in range(COLUMNS)]
        for stack in stacks:
            sheets.addLayout(stack, 1)
        lengths = [0] * COLUMNS
        for title, keys in self._groups():
            shortest = lengths.index(min(lengths))
            stacks[shortest].addLayout(self._group(title, keys))
            lengths[shortest] += len(keys) + 2
        for stack in stacks:
            stack.addStretch(1)
        return page

    def _groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The menus with their keys, and the keys of the table; the longest first, so that the columns come out even."""
        menus = [
            (_bare(self._words(f"menu.{menu}_menu")), [self._named(kind) for kind in kinds if kind and kind.keys])
            for menu, kinds in MENUS.items()
        ]
        table = (self._words("window.table"), [(self._words(f"window.{name}"), keys) for name, keys in FIXED_KEYS])
        return sorted((group for group in [*menus, table] if group[1]), key=lambda group: -len(group[1]))

    def _named(self, kind: ActionKind) -> tuple[str, str]:
        keys = QKeySequence(kind.keys).toString(QKeySequence.SequenceFormat.NativeText)
        return _bare(self._words(f"menu.{kind.name}")).rstrip("…"), keys

    def _group(self, title: str, keys: list[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setContentsMargins(0, 0, 0, 14)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(title, 12.5, "strong"), 0, 0, 1, 2)
        for row, (name, key) in enumerate(keys, start=1):
            cap = label(key, 11.5, "key_cap", wraps=False)
            cap.setAccessibleName(f"{name}: {key}")
            grid.addWidget(label(name, 12.5, "ink"), row, 0)
            grid.addWidget(cap, row, 1, Qt.AlignmentFlag.AlignRight)
        return grid


def _bare(words: str) -> str:
    """A menu's name without the sign for its key."""
    return words.split("(&")[0].replace("&", "")
