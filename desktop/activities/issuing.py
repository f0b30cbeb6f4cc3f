"""The window's part that issues: reports, lists of corrections, tracked and annotated copies, and their answers read back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.operations import reporting, saving
from desktop.operations.desk import Desk
from desktop.reports.dialog import ReportDialog
from desktop.reports.questions import ReportQuestions
from desktop.window.actions import Actions

OF_OPEN_REVIEW = ("export", "report", "corrections", "tracked", "annotate", "read_back")


class Issuing(QObject):
    """Connects the report dialog and the actions that write files for others with what they do."""

    def __init__(self, desk: Desk, actions: Actions, dialog: ReportDialog, questions: ReportQuestions) -> None:
        super().__init__(dialog)
        self._desk, self._actions, self._dialog, self.questions = desk, actions, dialog, questions
        actions["export"].triggered.connect(lambda: saving.export(desk))
        actions["report"].triggered.connect(lambda: dialog.open())
        actions["corrections"].triggered.connect(self._export_corrections)
        actions["tracked"].triggered.connect(
            lambda: reporting.export_tracked(desk, self.questions, self._dialog.form.options())
        )
        actions["annotate"].triggered.connect(
            lambda: reporting.annotate_copy(desk, self.questions, self._dialog.form.options())
        )
        actions["read_back"].triggered.connect(lambda: reporting.read_back(desk, self.questions))
        dialog.export_wanted.connect(lambda options: saving.export(desk, options))
        dialog.print_wanted.connect(lambda options: reporting.print_report(desk, self.questions, options))
        dialog.corrections_wanted.connect(self._export_corrections)

    def show_state(self) -> None:
        for name in OF_OPEN_REVIEW:
            self._actions[name].setEnabled(self._desk.controller.review is not None)

    def _export_corrections(self) -> None:
        reporting.export_corrections(self._desk, self.questions, self._dialog.form.options())
