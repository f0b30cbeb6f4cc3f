"""The agreements under study in a window of their own: their overview at full width, and side by side along one of them."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QTabWidget, QWidget

from desktop.look import Look
from desktop.look.reading_type import ReadingType
from desktop.studying.agreements.pivot_page import PivotPage
from desktop.studying.agreements.study import Study
from desktop.studying.themes.themes_panel import ThemesPanel
from desktop.widgets.key_button import KeyButton
from desktop.widgets.page_parts import line, stack
from resources.wording_table import Wording


class AgreementsDialog(QDialog):
    """Stays open beside the window, and shows what is under study there too."""

    def __init__(self, look: Look, words: Wording, study: Study, type_: ReadingType, parent: QWidget) -> None:
        super().__init__(parent)
        self.panel = ThemesPanel(look, words, study, across=True)
        self.pivot = PivotPage(look, words, study, type_)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.panel, words("agreements.overview"))
        self.tabs.addTab(self.pivot, words("agreements.side_by_side"))
        close = KeyButton(look, words("window.close"), "Esc")
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        foot, buttons = line("dialog_foot", (20, 10, 16, 10), 10)
        buttons.addStretch(1)
        buttons.addWidget(close)
        self.setWindowTitle(words("agreements.title"))
        self.resize(1400, 860)
        stack(self, self.tabs, foot, growing=self.tabs)
