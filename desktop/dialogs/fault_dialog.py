"""What the user sees of a fault in the program: one sentence, and a button that copies the details."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.dialogs.letting_go import let_go
from desktop.headless.faults import place_of, told
from desktop.traces.fault_log import log
from resources.wording_table import Wording

MOST_TOLD = 3
"""How often the same fault is shown: one in painting would come again with each dialog that is closed."""


class FaultReporter:
    """Takes the place of sys.excepthook while the window is open; asks for the words of the language that is shown then.

    One dialog at a time: faults that come while it is open stand in the log only.
    """

    def __init__(self, words: Callable[[], Wording]) -> None:
        self._words_now = words
        self._shown: Counter[str] = Counter()
        self._is_open = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        details, place = told(error), place_of(error)
        log.error("A fault reached the window: %s", details)
        if not self._is_open and self._shown[place] < MOST_TOLD:
            self._shown[place] += 1
            self._show(details)

    def _show(self, details: str) -> None:
        words = self._words_now()
        box = QMessageBox(QApplication.activeWindow())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(words("message.fault"))
        box.setInformativeText(words("message.fault_advice"))
        copy = box.addButton(words("window.copy_details"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Close)
        self._is_open = True
        try:
            with let_go(box):
                box.exec()
                wants_copy = box.clickedButton() is copy
        finally:
            self._is_open = False
        if wants_copy:
            QGuiApplication.clipboard().setText(details)
