"""The guide, read inside the program: pages in Markdown with links between them and pictures as wide as there is room."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from desktop.look import font
from desktop.widgets.page_parts import line, link_button, stack
from resources.wording_table import Wording
from treaty.model import Language

GUIDE = Path(__file__).parents[2] / "docs" / "guide"


class GuidePage(QWidget):
    """One page at a time, with the way back and to the first page."""

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.browser = _Pages(Language(words.language))
        self.browser.setAccessibleName(words("window.guide_book"))
        back, first = link_button(words("window.guide_back")), link_button(words("window.guide_first"))
        back.clicked.connect(self.browser.backward)
        first.clicked.connect(self.browser.home)
        back.setEnabled(False)
        self.browser.backwardAvailable.connect(back.setEnabled)
        head, buttons = line("panel", (24, 6, 24, 6), 16)
        buttons.addWidget(first)
        buttons.addWidget(back)
        buttons.addStretch(1)
        stack(self, head, self.browser, growing=self.browser)


class _Pages(QTextBrowser):
    """Shows local pages only: a link to anything else is not followed."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font(14))
        self.document().setDocumentMargin(24)
        self.setSource(QUrl.fromLocalFile(str(GUIDE / str(language) / "index.md")))

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Qt's own loading of what lies in the guide's folders; pictures are made to fit."""
        resolved = self.source().resolved(QUrl(name))
        if not resolved.isLocalFile():
            return None
        if kind == QTextDocument.ResourceType.ImageResource:
            return self._fitting(QImage(resolved.toLocalFile()))
        return super().loadResource(kind, name)

    def _fitting(self, picture: QImage) -> QImage:
        room = max(self.viewport().width() - 60, 400)
        ratio = self.devicePixelRatioF()
        if picture.width() > room * ratio:
            picture = picture.scaledToWidth(round(room * ratio), Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(ratio)
        return picture
