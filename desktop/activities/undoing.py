"""The window's part that takes edits back, carries them out again, and lists what was done."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.journal.journal_dialog import JournalDialog
from desktop.operations import reviewing
from desktop.operations.desk import Desk
from desktop.window.actions import Actions


class Undoing(QObject):
    """Connects undo and redo, which say in the menu what they would do, and the journal."""

    def __init__(self, desk: Desk, actions: Actions, journal: JournalDialog) -> None:
        super().__init__(journal)
        self._desk, self._actions = desk, actions
        actions["undo"].triggered.connect(lambda: reviewing.undo(desk))
        actions["redo"].triggered.connect(lambda: reviewing.redo(desk))
        actions["journal"].triggered.connect(journal.show)

    def show_state(self) -> None:
        controller, words = self._desk.controller, self._desk.words
        self._actions["journal"].setEnabled(controller.review is not None)
        for name, edit in (("undo", controller.next_undo), ("redo", controller.next_redo)):
            self._actions[name].setEnabled(edit is not None and not controller.read_only)
            self._actions[name].setText(words(f"menu.{name}_named", what=words(edit)) if edit else words(f"menu.{name}"))
