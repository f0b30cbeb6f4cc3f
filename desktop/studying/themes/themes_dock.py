"""The themes dock: the overview of the agreements under study, beside the table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.look import Look, font
from desktop.studying.agreements.study import Study
from desktop.studying.themes.themes_panel import ThemesPanel
from desktop.widgets.dock import Dock
from resources.wording_table import Wording


class ThemesDock(Dock):
    """`wide_wanted` asks for the same in a window of its own."""

    wide_wanted = Signal()

    def __init__(self, look: Look, words: Wording, study: Study, parent: QWidget | None = None) -> None:
        super().__init__("themes", look, words, parent)
        self.panel = ThemesPanel(look, words, study, across=False)
        self.panel.setMinimumWidth(290)
        wide = QPushButton(words("themes.wide"))
        wide.setFont(font(12.5, 500))
        wide.clicked.connect(self.wide_wanted)
        self.panel.foot.addWidget(wide)
        self.setWidget(self.panel)
