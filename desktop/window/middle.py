"""The middle of the window: its pages, of which one is shown, under the strips that have something to tell."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.widgets.page_parts import stack

LEAST_PAGE = QSize(480, 240)


class Middle(QWidget):
    """Gives all the height that the strips leave to the page."""

    def __init__(self, strips: Iterable[QWidget], pages: Iterable[QWidget]) -> None:
        super().__init__()
        self._pages = QStackedWidget()
        for page in pages:
            self._pages.addWidget(page)
        # Without this the page that is hidden would still keep the window from being made narrower.
        self._pages.setMinimumSize(LEAST_PAGE)
        stack(self, *strips, self._pages, growing=self._pages)

    def show_page(self, page: QWidget) -> bool:
        """Shows one of the pages. Returns whether it is another than before."""
        is_other = self._pages.currentWidget() is not page
        self._pages.setCurrentWidget(page)
        return is_other
