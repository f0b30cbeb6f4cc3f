"""The window's part that says which rows and findings are shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desktop.findings.findings_dock import FindingsDock
from desktop.open_review.review_controller import ReviewController
from desktop.side_by_side.row_filter import RowFilter
from desktop.window.actions import Actions
from desktop.window.review_page import ReviewPage
from resources.wording_table import Wording
from treaty.model import Relation

ROW_FILTERS = {
    "all_rows": RowFilter.ALL,
    "different_rows": RowFilter.DIFFERENT,
    "open_rows": RowFilter.OPEN,
    "changed_rows": RowFilter.CHANGED,
    "unlinked_rows": RowFilter.UNLINKED,
}


class RowFilters(QObject):
    """Connects the filters' actions, which say how many rows each lets through."""

    def __init__(
        self, words: Wording, controller: ReviewController, actions: Actions, page: ReviewPage, findings: FindingsDock
    ) -> None:
        super().__init__(page)
        self._words, self._controller, self._actions, self._page = words, controller, actions, page
        for name, chosen in ROW_FILTERS.items():
            actions[name].triggered.connect(partial(page.show_rows, chosen))
        actions["thorough"].toggled.connect(findings.set_thorough)
        findings.thorough_changed.connect(actions["thorough"].setChecked)
        for counted in (page.model.modelReset, controller.rows_changed, controller.changed):
            counted.connect(self._show_counts)
        self._show_counts()

    def show_state(self) -> None:
        is_open = self._controller.review is not None
        for name in (*ROW_FILTERS, "thorough"):
            self._actions[name].setEnabled(is_open)

    def _show_counts(self) -> None:
        """Shows how many rows each filter lets through. What changed is asked of versions alone."""
        is_open = self._controller.review is not None
        versions = is_open and self._controller.comparison.relation is not Relation.TRANSLATION
        self._actions["changed_rows"].setVisible(versions)
        for name, chosen in ROW_FILTERS.items():
            if chosen is RowFilter.CHANGED and not versions:
                continue
            counted = self._words("window.counted", name=self._words(f"menu.{name}"), count=self._page.model.count(chosen))
            self._actions[name].setText(counted)
            self._actions[name].setChecked(self._page.model.filter is chosen)
