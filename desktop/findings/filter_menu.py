"""The menu that leaves families, classes and verdicts out of the list of findings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.findings.grouping import FILTERED_BY, Grouping
from resources.wording_table import Wording


class FilterMenu(QMenu):
    """Stays open while one ticks with the mouse. `changed` says that something was ticked or unticked."""

    changed = Signal()

    def __init__(self, words: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept: dict[tuple[Grouping, str], QAction] = {}
        for grouping in FILTERED_BY:
            self.addSection(words(f"window.group_by_{grouping}"))
            for group in grouping.groups:
                action = QAction(words(f"{grouping}.{group}"), self)
                action.setCheckable(True)
                action.setChecked(True)
                action.toggled.connect(lambda _: self.changed.emit())
                self._kept[grouping, group] = action
                self.addAction(action)

    @property
    def left_out(self) -> frozenset[tuple[Grouping, str]]:
        return frozenset(group for group, action in self._kept.items() if not action.isChecked())

    def take_all(self) -> None:
        """Leaves nothing out."""
        for action in self._kept.values():
            action.setChecked(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action and action.isCheckable():
            action.toggle()
        else:
            super().mouseReleaseEvent(event)
