"""The dialog where a report is put together, seen, printed and exported."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.background.jobs import Jobs
from desktop.headless.chosen_clauses import themes_in
from desktop.headless.chosen_texts import compared_names
from desktop.headless.protocols import ReportWriter
from desktop.look import Look, font
from desktop.open_review.review_controller import ReviewController
from desktop.reports.form import ReportForm, Selected
from desktop.reports.preview import PagePreview
from desktop.widgets.key_button import KeyButton
from desktop.widgets.page_parts import column, label, line, stack
from resources.wording_table import Wording
from treaty.model import Language
from treaty.review.report import build_report

FORM_WIDTH = 344
PATIENCE = 250
"""Milliseconds after the last change before the pages are made anew."""


class ReportDialog(QDialog):
    """`export_wanted`, `print_wanted` and `corrections_wanted` carry the options chosen."""

    export_wanted = Signal(object)
    print_wanted = Signal(object)
    corrections_wanted = Signal(object)

    def __init__(
        self, look: Look, words: Wording, controller: ReviewController, write_report: ReportWriter, selected: Selected,
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._look, self._words, self._controller = look, words, controller
        self._jobs = Jobs(self)
        self.form = ReportForm(words, selected)
        self.preview = PagePreview(words, write_report, self._jobs)
        self._wait = QTimer(self, singleShot=True, interval=PATIENCE)
        self._wait.timeout.connect(self._show_pages)
        self.form.changed.connect(self._show_soon)
        self.setWindowTitle(words("menu.report").rstrip("…"))
        self.resize(1180, 700)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._controller.review:
            review, language = self._controller.review.copy(), Language(self._words.language)
            self.form.show_themes(themes_in(review, language))
            self.form.show_comparisons(compared_names(review))
            self._show_pages()

    def done(self, result: int) -> None:
        """Closes; the pages under way are let go."""
        self._wait.stop()
        self._jobs.wait()
        self.preview.forget()
        super().done(result)

    def _show_soon(self) -> None:
        if self.isVisible():
            self._wait.start()

    def _show_pages(self) -> None:
        if self._controller.review:
            self.preview.show_report(build_report(self._controller.review, self.form.options()))

    def _lay_out(self) -> None:
        page, lines = line("paper", (20, 16, 20, 16), 20)
        left = QVBoxLayout()
        left.addWidget(label(self.windowTitle(), 16, "title"))
        left.addSpacing(8)
        left.addWidget(self._choices(), 1)
        frame, sheet = column("panel", (12, 12, 12, 8), 0)
        sheet.addWidget(self.preview)
        lines.addLayout(left)
        lines.addWidget(frame, 1)
        stack(self, page, self._foot(), growing=page)

    def _choices(self) -> QScrollArea:
        """The form, which a low screen scrolls."""
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.form)
        area.setFixedWidth(FORM_WIDTH)
        for inside in (area.viewport(), self.form):
            inside.setAutoFillBackground(False)
        return area

    def _foot(self) -> QFrame:
        foot, buttons = line("dialog_foot", (20, 10, 20, 10), 10)
        close = KeyButton(self._look, self._words("window.close"), "Esc")
        close.clicked.connect(self.reject)
        buttons.addWidget(self._button("menu.corrections", self.corrections_wanted))
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self._button("window.print", self.print_wanted))
        export = self._button("menu.export", self.export_wanted)
        export.setProperty("role", "primary")
        export.setDefault(True)
        buttons.addWidget(export)
        return foot

    def _button(self, key: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(self._words(key))
        button.setFont(font(12.5, 500))
        button.clicked.connect(lambda: wanted.emit(self.form.options()))
        return button
