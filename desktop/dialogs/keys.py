"""The cheat sheet: every key of the program, menu by menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.actions import MENUS, ActionKind
from desktop.key_button import KeyButton
from desktop.look import Look
from desktop.page_parts import column, label, line
from resources.wording_table import Wording

COLUMNS = 3
FIXED_KEYS = (("keys_rows", "↑ ↓ Home End"), ("keys_sides", "← →"), ("keys_headings", "Ctrl+↑ Ctrl+↓"), ("keys_reader", "F2"),
              ("keys_leave", "Esc"))  # fmt: skip
"""Keys that are no action of a menu, by the name of what they do."""


class KeysDialog(QDialog):
    """Read from the actions themselves, so that it cannot differ from what the keys do."""

    def __init__(self, look: Look, words: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words = words
        self.setWindowTitle(words("menu.keys"))
        close = KeyButton(look, words("window.close"), "Esc")
        close.clicked.connect(self.close)
        foot, buttons = line("dialog_foot", (24, 10, 24, 10), 10)
        buttons.addStretch(1)
        buttons.addWidget(close)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self._page())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(foot)
        self.resize(1080, 640)

    def _page(self) -> QFrame:
        page, lines = column("paper", (24, 18, 24, 20), 12)
        lines.addWidget(label(self._words("menu.keys"), 16, "title"))
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
