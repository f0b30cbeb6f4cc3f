"""The window's part that looks at the documents themselves: their outlines, what was set aside of them, and all four texts."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.dialogs.four_way import FourWayDialog
from desktop.dialogs.set_aside import SetAsideDialog
from desktop.documents.documents_dock import DocumentsDock
from desktop.operations import texts
from desktop.operations.desk import Desk
from desktop.window.actions import Actions
from desktop.window.review_page import ReviewPage


class Consulting(QObject):
    """Connects the documents' panel and the two dialogs with the table, and with what changes a text."""

    def __init__(
        self, desk: Desk, actions: Actions, page: ReviewPage, documents: DocumentsDock, set_aside: SetAsideDialog,
        four_way: FourWayDialog,
    ) -> None:  # fmt: skip
        super().__init__(documents)
        self._desk, self._actions, self._page, self._outline = desk, actions, page, documents.outline
        actions["four_way"].triggered.connect(four_way.show)
        actions["set_aside"].triggered.connect(set_aside.bring_up)
        documents.set_aside_wanted.connect(set_aside.bring_up)
        documents.read_wanted.connect(lambda text, original: texts.read_as(desk, text, original))
        set_aside.take_back_wanted.connect(lambda text, part: texts.take_back(desk, text, part))
        documents.outline.went_to.connect(page.go_to)
        page.table.selectionModel().currentRowChanged.connect(lambda now: self._follow(now.row()))

    def show_state(self) -> None:
        """The four texts are there only where two versions are in two languages."""
        self._actions["set_aside"].setEnabled(self._desk.controller.review is not None)
        self._actions["four_way"].setEnabled(self._desk.controller.is_four_way)

    def _follow(self, place: int) -> None:
        if place >= 0:
            self._outline.show_row(self._page.model.source(place))
