"""The main window: puts the parts together and connects them; what is done is in operations/."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMessageBox, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from desktop.actions import Actions
from desktop.answering.answering import Answering
from desktop.answering.lookup_loader import LookupLoader
from desktop.answering.why_dialog import WhyDialog
from desktop.correcting import Correcting
from desktop.desk import Desk, Questions
from desktop.dialogs.four_way import FourWayDialog
from desktop.dialogs.help_dialog import HelpDialog
from desktop.dialogs.pasted import PasteDialog
from desktop.dialogs.set_aside import SetAsideDialog
from desktop.dialogs.settings_dialog import SettingsDialog
from desktop.docks import Dock
from desktop.documents.documents_dock import WIDTH as DOCUMENTS_WIDTH
from desktop.documents.documents_dock import DocumentsDock
from desktop.drop_zone import dropped_files, dropped_text
from desktop.errands import Errands
from desktop.finding_text.find_strip import FindStrip
from desktop.finding_text.finder import Finder
from desktop.finding_text.jump_dialog import JumpDialog
from desktop.findings.findings_dock import WIDTH as FINDINGS_WIDTH
from desktop.findings.findings_dock import FindingsDock
from desktop.guide import GuideStrip
from desktop.importing.import_dialog import ImportDialog
from desktop.importing.importing import Importing
from desktop.jobs import Jobs
from desktop.judging import Judging
from desktop.keeping import Keeping
from desktop.keeping_notices import KeepingNotices
from desktop.look import Look
from desktop.notes.notes_dock import NotesDock
from desktop.operations import opening, reporting, reviewing, saving, texts
from desktop.parts import Comparer, ReportWriter
from desktop.reading_view import ReadingView
from desktop.reports.dialog import ReportDialog
from desktop.reports.questions import ReportDialogs, ReportQuestions
from desktop.review_controller import ReviewController
from desktop.review_page import ReviewPage
from desktop.settings import Settings, Theme
from desktop.side_by_side.reading_place import ReadingPlace
from desktop.side_by_side.rows_model import RowFilter
from desktop.status_line import StatusLine
from desktop.strips import JobStrip, MessageStrip
from desktop.studying import Studying, StudyPanels
from desktop.toolbar import Toolbar
from desktop.welcome import WelcomePage
from resources.wording_table import Wording
from treaty.errors import TreatyError
from treaty.model import Language, Relation
from treaty.reading import Pasted

Ask = Callable[[Wording, Settings, QWidget], Questions]
FIRST_SIZE = QSize(1600, 1000)
LEAST_PAGE = QSize(520, 240)
ROW_FILTERS = {
    "all_rows": RowFilter.ALL,
    "different_rows": RowFilter.DIFFERENT,
    "open_rows": RowFilter.OPEN,
    "changed_rows": RowFilter.CHANGED,
    "unlinked_rows": RowFilter.UNLINKED,
}
OF_OPEN_REVIEW = (
    "save", "save_as", "export", "report", "corrections", "tracked", "annotate", "read_back",
    "copy", "all_rows", "different_rows", "open_rows", "changed_rows", "unlinked_rows", "thorough",
)  # fmt: skip
DOCKS = ("documents_dock", "findings_dock", "notes_dock", "themes_dock", "terms_dock", "precedents_dock")


class MainWindow(QMainWindow):
    """The one window. `look_changed` asks for a new window, since another language or theme touches every part."""

    look_changed = Signal()

    def __init__(
        self, look: Look, words: Wording, settings: Settings, controller: ReviewController, jobs: Jobs,
        comparer: Comparer, write_report: ReportWriter, samples: Path, ask: Ask, keeping: Keeping,
        loader: LookupLoader, errands: Errands,
    ) -> None:  # fmt: skip
        super().__init__()
        self._look, self._words, self._settings, self._controller = look, words, settings, controller
        self.message = MessageStrip(look, words)
        self.page = ReviewPage(look, words, controller, settings.reading_type)
        self.welcome = WelcomePage(look, words, samples, settings.recent)
        self.documents = DocumentsDock(look, words, controller, self)
        self.findings = FindingsDock(look, words, controller, self)
        self.notes = NotesDock(look, words, controller, self)
        self.study_panels = StudyPanels(look, words, controller, comparer, settings, errands, self)
        self.actions_ = Actions(look, words, self)
        self.line = StatusLine(look, words, controller, settings.text_size)
        self._desk = Desk(
            words,
            controller,
            jobs,
            comparer,
            write_report,
            ask(words, settings, self),
            self.message,
            self.line.say,
            keeping.locks.other_holder,
        )
        self.four_way = FourWayDialog(look, words, controller, settings.reading_type, self)
        self.set_aside = SetAsideDialog(look, words, controller, jobs, self)
        self.paste = PasteDialog(look, words, self)
        self.reports = ReportDialog(look, words, controller, write_report, self.page.selected_clauses, self)
        self.report_questions: ReportQuestions = ReportDialogs(words, settings, self)
        self.importing_dialog = ImportDialog(look, words, settings, comparer.with_part, self)
        self.importing = Importing(self._desk, self.importing_dialog)
        self._lay_out(jobs)
        place = ReadingPlace(self.page.table, self.page.model)
        self._judging = Judging(self._desk, self.actions_, self.page, self.findings, self.notes, place)
        self._correcting = Correcting(self._desk, self.actions_, self.page, place)
        self._studying = Studying(self._desk, self.actions_, self.page, place, self.study_panels, settings)
        self.keeping_notices = KeepingNotices(self._desk, self.actions_, self.page, keeping)
        jump = JumpDialog(look, words, self)
        self.view = ReadingView(self, settings, self.actions_, self.page, self.line)
        self.view.full_screen_changed.connect(self._show_state)
        self.answering = Answering(
            words, controller, self.actions_, self.page, loader, WhyDialog(look, words, self), self.line.show_words
        )
        self.finder = Finder(words, controller, self.actions_, self.page, self.find_strip, jump)
        self._connect_actions()
        self._connect_parts(jobs)
        self._restore()
        self._show_state()
        self._show_counts()

    def open_files(self, files: list[Path]) -> None:
        """Compares documents, or opens a review, in place of what is shown."""
        self.findings.card.commit_note()
        opening.open_files(self._desk, files)

    def look_at_files(self, files: list[Path]) -> None:
        """Shows what was recognised in documents before they are compared, unless the user wants them compared at once."""
        if not self._settings.looks_first or not files or opening.review_among(files):
            self.open_files(files)
        else:
            self.findings.card.commit_note()
            self.importing.begin(files)

    def _open_sample(self, files: list[Path]) -> None:
        self.open_files(files)
        self.guide.begin_once()

    def _keep_recent(self) -> None:
        """Remembers what is open, to be offered on the first page."""
        path, files = self._controller.path, self._controller.files
        if path or files:
            self._settings.keep_recent([path] if path else files)
        self.welcome.show_recent(self._settings.recent)

    def tell_error(self, error: TreatyError) -> None:
        """Shows what the user can do about an error."""
        self._desk.tell_error(error)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event) or dropped_text(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if files := dropped_files(event):
            self.look_at_files(files)
        else:
            self.paste.take(dropped_text(event))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.findings.card.commit_note()
        if self._controller.unsaved:
            discard = self._desk.questions.may_discard()
            if discard is None or (not discard and not saving.save(self._desk)):
                event.ignore()
                return
        self._desk.jobs.cancel()
        self.keep_layout()
        event.accept()

    def take_over(self, before: MainWindow) -> None:
        """Takes what was pasted and put down in the window that this one replaces."""
        self.welcome.take_over(before.welcome)
        self.paste.take_over(before.paste)
        self.study_panels.study.take_over(before.study_panels.study)

    def keep_layout(self) -> None:
        """Remembers where the window and its docks are."""
        self._settings.keep_layout("geometry", self.saveGeometry())
        if self._controller.review:
            self._settings.keep_layout("docks", self.saveState())
            self._settings.keep_layout("findings", self.findings.split.saveState())

    def _lay_out(self, jobs: Jobs) -> None:
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.menus = self.actions_.fill_menus(self)
        self.toolbar = Toolbar(self._words, self.actions_, self)
        self.addToolBar(self.toolbar)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self.page)
        # Without this the page that is hidden would still keep the window from being made narrower.
        self._pages.setMinimumSize(LEAST_PAGE)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.find_strip = FindStrip(self._look, self._words, self.toolbar.search)
        self.guide = GuideStrip(self._look, self._words, self._settings)
        for part in (JobStrip(self._words, jobs), self.message, self.guide, self.find_strip):
            column.addWidget(part)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(middle)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.documents)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.findings)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.notes)
        self.tabifyDockWidget(self.findings, self.notes)
        for dock in self.study_panels.docks.values():
            self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
            self.tabifyDockWidget(self.notes, dock)
        self.setTabPosition(Qt.DockWidgetArea.RightDockWidgetArea, QTabWidget.TabPosition.North)
        self.setStatusBar(self.line)

    def _connect_actions(self) -> None:
        for name, act in self._handlers().items():
            self.actions_[name].triggered.connect(act)
        for name, chosen in ROW_FILTERS.items():
            self.actions_[name].triggered.connect(partial(self.page.show_rows, chosen))
        self.actions_["thorough"].toggled.connect(self.findings.set_thorough)
        self.findings.thorough_changed.connect(self.actions_["thorough"].setChecked)
        for theme in Theme:
            self.actions_[f"theme_{theme}"].triggered.connect(partial(self._choose_theme, theme))
        for language in Language:
            self.actions_[f"language_{language}"].triggered.connect(partial(self._choose_language, language))
        for dock, name in zip(self._docks, DOCKS, strict=True):
            self.actions_[name].toggled.connect(partial(_show_dock, dock))
            dock.close_wanted.connect(partial(self.actions_[name].setChecked, False))
        for widget in (self.page.table, self.findings.list):
            widget.addActions(self.actions_.local())
        self.page.table.addActions(self.actions_.of_table())
        self.addActions(self.actions_.everywhere())

    def _handlers(self) -> dict[str, Callable[[], object]]:
        desk = self._desk
        return {
            "open": lambda: self.look_at_files(desk.questions.files_to_open()),
            "pasted": lambda: self.paste.ask(QGuiApplication.clipboard().text()),
            "save": lambda: self._with_note(saving.save),
            "save_as": lambda: self._with_note(saving.save_as),
            "export": lambda: self._with_note(saving.export),
            "report": lambda: self._with_note(lambda _: self.reports.open()),
            "corrections": lambda: self._with_note(self._export_corrections),
            "tracked": lambda: self._with_note(self._export_tracked),
            "annotate": lambda: self._with_note(self._annotate),
            "read_back": lambda: self._with_note(lambda _: reporting.read_back(desk, self.report_questions)),
            "quit": self.close,
            "undo": lambda: self._with_note(reviewing.undo),
            "redo": lambda: self._with_note(reviewing.redo),
            "copy": self.page.table.copy_rows,
            "find": self.toolbar.start_search,
            "settings": self._choose_settings,
            "keys": lambda: HelpDialog(self._look, self._words, self).show(),
            "guide": self.guide.begin,
            "set_aside": self._show_set_aside,
            "four_way": self.four_way.show,
            "about": self._show_about,
        }

    @property
    def _docks(self) -> tuple[Dock, ...]:
        return self.documents, self.findings, self.notes, *self.study_panels.docks.values()

    def _connect_parts(self, jobs: Jobs) -> None:
        self._connect_welcome()
        self.reports.export_wanted.connect(partial(saving.export, self._desk))
        self.reports.print_wanted.connect(lambda options: reporting.print_report(self._desk, self.report_questions, options))
        self.reports.corrections_wanted.connect(lambda _: self._export_corrections(self._desk))
        self.set_aside.take_back_wanted.connect(partial(texts.take_back, self._desk))
        self.documents.outline.went_to.connect(self.page.go_to)
        self.documents.set_aside_wanted.connect(self._show_set_aside)
        self.documents.read_wanted.connect(partial(texts.read_as, self._desk))
        self._controller.refused.connect(lambda: self.line.say(self._words("message.read_only")))
        self.page.table.finding_hovered.connect(self.line.show_read)
        self.page.table.selectionModel().currentRowChanged.connect(lambda now: self._follow(now.row()))
        for counted in (self.page.model.modelReset, self._controller.rows_changed):
            counted.connect(self._show_counts)
        for signal in (self._controller.opened, self._controller.saved_changed, self._controller.current_changed):
            signal.connect(self._show_state)
        self._controller.changed.connect(self._show_counts)
        # What a job yields may change the findings: the note on one of them is kept before.
        jobs.ended.connect(self.findings.card.commit_note)
        jobs.started.connect(self._show_state)
        jobs.ended.connect(self._show_state)

    def _connect_welcome(self) -> None:
        self.welcome.files_chosen.connect(self.look_at_files)
        self.welcome.sample_chosen.connect(self._open_sample)
        self.welcome.recent_chosen.connect(self.open_files)
        self._controller.saved_changed.connect(self._keep_recent)
        self._controller.remembered.connect(self._keep_recent)
        self.welcome.open_wanted.connect(self.actions_["open"].trigger)
        self.welcome.side_wanted.connect(self._put_on_side)
        self.welcome.paste_wanted.connect(self.actions_["pasted"].trigger)
        self.welcome.text_dropped.connect(lambda side, text: self.paste.take(text, side))
        self.paste.compare_wanted.connect(self._compare_pasted)
        self._controller.opened.connect(self.paste.clear)

    def _with_note(self, operation: Callable[[Desk], object]) -> None:
        """Does something that should know the note that is just being written."""
        self.findings.card.commit_note()
        operation(self._desk)

    def _export_corrections(self, desk: Desk) -> None:
        reporting.export_corrections(desk, self.report_questions, self.reports.form.options())

    def _export_tracked(self, desk: Desk) -> None:
        reporting.export_tracked(desk, self.report_questions, self.reports.form.options())

    def _annotate(self, desk: Desk) -> None:
        reporting.annotate_copy(desk, self.report_questions, self.reports.form.options())

    def _show_state(self) -> None:
        """Shows what can be done now, and what is open."""
        controller, actions = self._controller, self.actions_
        is_open = controller.review is not None
        for name in OF_OPEN_REVIEW:
            actions[name].setEnabled(is_open)
        actions["four_way"].setEnabled(controller.is_four_way)
        self._judging.show_state()
        self._correcting.show_state()
        self._studying.show_state()
        self.keeping_notices.show_state()
        self.finder.show_state()
        self.answering.show_state()
        self.view.show_state()
        versions = is_open and controller.comparison.relation is not Relation.TRANSLATION
        actions["changed_rows"].setVisible(versions)
        actions["save"].setEnabled(is_open and not controller.read_only)
        for name, edit in (("undo", controller.next_undo), ("redo", controller.next_redo)):
            actions[name].setEnabled(edit is not None and not controller.read_only)
            named = self._words(f"menu.{name}_named", what=self._words(edit)) if edit else self._words(f"menu.{name}")
            actions[name].setText(named)
        for name in actions:
            if name.startswith(("theme_", "language_")):
                actions[name].setEnabled(not self._desk.jobs.running)
        self._show_page(is_open)

    def _show_page(self, is_open: bool) -> None:
        full = is_open and self.view.full_screen
        self.toolbar.setVisible(is_open and not full)
        for bar in (self.menuBar(), self.line):
            bar.setVisible(not full)
        for name, dock in zip(DOCKS, self._docks, strict=True):
            self.actions_[name].setEnabled(is_open)
            dock.setVisible(is_open and not full and self.actions_[name].isChecked())
        if is_open and self._pages.currentWidget() is not self.page:
            self._pages.setCurrentWidget(self.page)
            self.page.table.setFocus()
        elif not is_open:
            self.welcome.setFocus()
        title = self._controller.title
        if self._controller.read_only:
            title = f"{title} ({self._words('window.read_only')})"
        self.setWindowTitle(f"{title} [*]— {self._words('window.name')}" if title else self._words("window.name"))
        self.setWindowModified(self._controller.unsaved)

    def _show_counts(self) -> None:
        for name, chosen in ROW_FILTERS.items():
            self.actions_[name].setText(
                self._words("window.counted", name=self._words(f"menu.{name}"), count=self.page.model.count(chosen))
            )
            self.actions_[name].setChecked(self.page.model.filter is chosen)

    def _follow(self, place: int) -> None:
        if place >= 0:
            self.documents.outline.show_row(self.page.model.source(place))

    def _put_on_side(self, side: str) -> None:
        self.welcome.put(side, self._desk.questions.files_to_open())

    def _choose_settings(self) -> None:
        dialog = SettingsDialog(self._look, self._words, self._settings, self._desk.comparer.rules_offered(), self)
        dialog.accepted.connect(self.look_changed)
        dialog.open()

    def _choose_theme(self, theme: Theme) -> None:
        self._settings.theme = theme
        self.look_changed.emit()

    def _choose_language(self, language: Language) -> None:
        self._settings.language = language
        self.look_changed.emit()

    def _show_set_aside(self) -> None:
        self.set_aside.show()
        self.set_aside.activateWindow()

    def _compare_pasted(self, pasted: list[Pasted]) -> None:
        self.findings.card.commit_note()
        opening.compare(self._desk, pasted)

    def _show_about(self) -> None:
        QMessageBox.about(self, self._words("menu.about"), self._words("message.about"))

    def _restore(self) -> None:
        self.resize(FIRST_SIZE)
        for name in ("documents_dock", "findings_dock"):
            self.actions_[name].setChecked(True)
        self.actions_[f"theme_{self._settings.theme}"].setChecked(True)
        self.actions_[f"language_{self._words.language}"].setChecked(True)
        self.restoreGeometry(self._settings.layout("geometry"))
        self.findings.split.restoreState(self._settings.layout("findings"))
        docks: list[QDockWidget] = [self.documents, self.findings]
        if not self.restoreState(self._settings.layout("docks")):
            self.resizeDocks(docks, [DOCUMENTS_WIDTH, FINDINGS_WIDTH], Qt.Orientation.Horizontal)


def _show_dock(dock: Dock, shown: bool) -> None:
    dock.setVisible(shown)
    if shown:
        dock.raise_()
