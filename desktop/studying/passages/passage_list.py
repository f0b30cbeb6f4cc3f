"""The list of passages."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.look import Look
from desktop.studying.passages.passage_delegate import PassageDelegate
from desktop.studying.passages.passages_model import Passage, PassagesModel
from desktop.widgets.line_list import LineList


class PassageList(LineList):
    """`clause_wanted` carries the clause of a passage that was double-clicked or opened with Enter."""

    clause_wanted = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.passages = PassagesModel(self)
        self.setModel(self.passages)
        self.setItemDelegate(PassageDelegate(look, self.passages, self))
        self.activated.connect(self._go)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # The heights depend on the width, which a list view does not ask for again by itself.
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._go(index)
        elif event.matches(QKeySequence.StandardKey.Copy) and index.isValid():
            QGuiApplication.clipboard().setText(str(index.data()))
        else:
            super().keyPressEvent(event)

    def _go(self, index: QModelIndex) -> None:
        line = self.passages.line(index.row())
        if isinstance(line, Passage) and line.clause:
            self.clause_wanted.emit(line.clause)
