"""Help: every key on one sheet, and the guide. It stays open beside the window while one works."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from desktop.dialogs.guide_page import GuidePage
from desktop.dialogs.keys import KeysSheet
from desktop.look import Look
from desktop.widgets.key_button import KeyButton
from desktop.widgets.page_parts import line
from resources.wording_table import Wording


class HelpDialog(QDialog):
    """Two tabs: the keys first, because they are looked up most often."""

    def __init__(self, look: Look, words: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words("menu.keys"))
        self.tabs = QTabWidget()
        self.guide = GuidePage(words)
        self.tabs.addTab(KeysSheet(words), words("window.keys_tab"))
        self.tabs.addTab(self.guide, words("window.guide_book"))
        close = KeyButton(look, words("window.close"), "Esc")
        close.clicked.connect(self.close)
        foot, buttons = line("dialog_foot", (24, 10, 24, 10), 10)
        buttons.addStretch(1)
        buttons.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 6, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.tabs, 1)
        whole.addWidget(foot)
        self.resize(1080, 700)
