"""What the user sees of a fault in the program: one sentence, and a button that copies the details."""

from __future__ import annotations

import logging
import platform
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from resources.wording_table import Wording

log = logging.getLogger(__name__)


class FaultReporter:
    """Takes the place of sys.excepthook while the window is open; asks for the words of the language that is shown then."""

    def __init__(self, words: Callable[[], Wording]) -> None:
        self._words_now = words

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        log.error("A fault reached the window:\n%s", details)
        self._show(f"Daejo, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}\n{details}")

    def _show(self, details: str) -> None:
        words = self._words_now()
        box = QMessageBox(QApplication.activeWindow())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(words("message.fault"))
        box.setInformativeText(words("message.fault_advice"))
        copy = box.addButton(words("window.copy_details"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Close)
        box.exec()
        if box.clickedButton() is copy:
            QGuiApplication.clipboard().setText(details)
