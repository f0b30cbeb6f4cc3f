"""The main window: builds its parts and hands them to each other.

Each part of the window (filing, judging, correcting …) connects its own actions, and says in `show_state` which of them can
be used now. A new panel is built in `_build_panels` and stands in the table there, by the name of the action that shows it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from desktop.activities.appearance import Appearance
from desktop.activities.consulting import Consulting
from desktop.activities.correcting import Correcting
from desktop.activities.filing import Filing
from desktop.activities.issuing import Issuing
from desktop.activities.judging import Judging
from desktop.activities.keeping_notices import KeepingNotices
from desktop.activities.reading_view import ReadingView
from desktop.activities.row_filters import RowFilters
from desktop.activities.undoing import Undoing
from desktop.answering.answering import Answering
from desktop.answering.why_dialog import WhyDialog
from desktop.dialogs.four_way import FourWayDialog
from desktop.dialogs.pasted import PasteDialog
from desktop.dialogs.set_aside import SetAsideDialog
from desktop.documents.documents_dock import WIDTH as DOCUMENTS_WIDTH
from desktop.documents.documents_dock import DocumentsDock
from desktop.finding_text.find_strip import FindStrip
from desktop.finding_text.finder import Finder
from desktop.finding_text.jump_dialog import JumpDialog
from desktop.findings.findings_dock import WIDTH as FINDINGS_WIDTH
from desktop.findings.findings_dock import FindingsDock
from desktop.importing.import_dialog import ImportDialog
from desktop.importing.importing import Importing
from desktop.journal.journal_dialog import JournalDialog
from desktop.look import Look
from desktop.notes.notes_dock import NotesDock
from desktop.operations.desk import Desk
from desktop.program import Program
from desktop.reports.dialog import ReportDialog
from desktop.reports.questions import ReportDialogs
from desktop.side_by_side.reading_place import ReadingPlace
from desktop.studying.studying import Studying, StudyPanels
from desktop.widgets.drop_zone import dropped_files, dropped_text
from desktop.widgets.strips import JobStrip, MessageStrip
from desktop.window.actions import Actions
from desktop.window.guide_strip import GuideStrip
from desktop.window.middle import Middle
from desktop.window.panels import LEFT, RIGHT, Panel, Panels
from desktop.window.review_page import ReviewPage
from desktop.window.status_line import StatusLine
from desktop.window.toolbar import Toolbar
from desktop.window.welcome import WelcomePage
from resources.wording_table import Wording
from treaty.errors import TreatyError

FIRST_SIZE = QSize(1600, 1000)


class Part(Protocol):
    """A part of the window that connects some of its actions."""

    def show_state(self) -> None:
        """Says which of its actions can be used now."""


class MainWindow(QMainWindow):
    """The one window. `look_changed` asks for a new window, since another language or theme touches every part."""

    look_changed = Signal()

    def __init__(self, look: Look, words: Wording, program: Program) -> None:
        super().__init__()
        self._look, self._words, self._program, self._controller = look, words, program, program.controller
        self.actions_ = Actions(look, words, self)
        self._build_page()
        self._build_panels()
        self._keep_note_first()
        self._desk = self._build_desk()
        self._build_dialogs()
        self._lay_out()
        self._parts = self._build_parts()
        self._connect_parts()
        self.resize(FIRST_SIZE)
        self.restoreGeometry(program.settings.layout("geometry"))
        self.findings.split.restoreState(program.settings.layout("findings"))
        self.panels.restore_layout()
        self._show_state()

    def open_files(self, files: list[Path]) -> None:
        """Compares documents, or opens a review, in place of what is shown."""
        self.filing.open_files(files)

    def tell_error(self, error: TreatyError) -> None:
        """Shows what the user can do about an error."""
        self._desk.tell_error(error)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event) or dropped_text(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if files := dropped_files(event):
            self.filing.look_at_files(files)
        else:
            self.paste.take(dropped_text(event))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.findings.card.commit_note()
        if self.filing.may_close():
            self._desk.jobs.cancel()
            self.keep_layout()
            event.accept()
        else:
            event.ignore()

    def take_over(self, before: MainWindow) -> None:
        """Takes what was pasted and put down in the window that this one replaces."""
        self.welcome.take_over(before.welcome)
        self.paste.take_over(before.paste)
        before.study_panels.close()

    def keep_layout(self) -> None:
        """Remembers where the window and its docks are."""
        self._program.settings.keep_layout("geometry", self.saveGeometry())
        if self._controller.review:
            self.panels.keep_layout()
            self._program.settings.keep_layout("findings", self.findings.split.saveState())

    def _build_page(self) -> None:
        look, words, settings = self._look, self._words, self._program.settings
        self.message = MessageStrip(look, words)
        self.guide = GuideStrip(look, words, settings)
        self.page = ReviewPage(look, words, self._controller, settings.reading_type)
        self.welcome = WelcomePage(look, words, self._program.samples, settings.recent)
        self.line = StatusLine(look, words, self._controller, settings.text_size)

    def _build_panels(self) -> None:
        of_all = self._look, self._words, self._controller, self
        self.documents, self.findings, self.notes = DocumentsDock(*of_all), FindingsDock(*of_all), NotesDock(*of_all)
        self.study_panels = StudyPanels(self._look, self._words, self._program, self)
        panels = {
            "documents_dock": Panel(self.documents, LEFT, DOCUMENTS_WIDTH),
            "findings_dock": Panel(self.findings, RIGHT, FINDINGS_WIDTH),
            "notes_dock": Panel(self.notes, RIGHT),
            **{name: Panel(dock, RIGHT) for name, dock in self.study_panels.docks.items()},
        }
        self.panels = Panels(self, self._program.settings, self.actions_, panels)

    def _keep_note_first(self) -> None:
        """Whatever is done should know the note that is just being written: this is connected before all that acts."""
        for action in self.actions_.values():
            action.triggered.connect(self.findings.card.commit_note)
        self._program.jobs.ended.connect(self.findings.card.commit_note)

    def _build_desk(self) -> Desk:
        program = self._program
        questions = program.ask(self._words, program.settings, self)
        return Desk(
            self._words, program.controller, program.jobs, program.comparer, program.write_report, questions, self.message,
            self.line.say, program.keeping.locks.other_holder,
        )  # fmt: skip

    def _build_dialogs(self) -> None:
        look, words, program = self._look, self._words, self._program
        self.four_way = FourWayDialog(look, words, program.controller, program.settings.reading_type, self)
        self.set_aside = SetAsideDialog(look, words, program.controller, program.jobs, self)
        self.journal = JournalDialog(look, words, program.controller, self)
        self.paste = PasteDialog(look, words, self)
        self.reports = ReportDialog(look, words, program.controller, program.write_report, self.page.selected_clauses, self)
        self.importing_dialog = ImportDialog(look, words, program.settings, program.comparer.with_part, self)

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.menus = self.actions_.fill_menus(self)
        self.toolbar = Toolbar(self._words, self.actions_, self)
        self.addToolBar(self.toolbar)
        self.find_strip = FindStrip(self._look, self._words, self.toolbar.search)
        strips = (JobStrip(self._words, self._program.jobs), self.message, self.guide, self.find_strip)
        self._middle = Middle(strips, (self.welcome, self.page))
        self.setCentralWidget(self._middle)
        self.setStatusBar(self.line)
        for widget in (self.page.table, self.findings.list):
            widget.addActions(self.actions_.local())
        self.page.table.addActions(self.actions_.of_table())
        self.addActions(self.actions_.everywhere())

    def _build_parts(self) -> list[Part]:
        look, words, program, desk, actions = self._look, self._words, self._program, self._desk, self.actions_
        place = ReadingPlace(self.page.table, self.page.model)
        importing = Importing(desk, self.importing_dialog)
        why, jump = WhyDialog(look, words, self), JumpDialog(look, words, self)
        self.filing = Filing(desk, program.settings, actions, self.welcome, self.paste, importing, self.guide.begin_once)
        self.issuing = Issuing(desk, actions, self.reports, ReportDialogs(words, program.settings, self))
        self.appearance = Appearance(self, look, desk, program.settings, actions)
        self.keeping_notices = KeepingNotices(desk, actions, self.page, program.keeping)
        self.view = ReadingView(
            self, program.settings, self._controller, actions, self.page, self.line, self.reports.form.columns
        )
        self.answering = Answering(words, self._controller, actions, self.page, program.loader, why, self.line.show_words)
        self.finder = Finder(words, self._controller, actions, self.page, self.find_strip, jump)
        return [
            self.filing, self.issuing, self.appearance, self.keeping_notices, self.view, self.answering, self.finder,
            RowFilters(words, self._controller, actions, self.page, self.findings),
            Judging(desk, actions, self.page, self.findings, self.notes, place),
            Correcting(desk, actions, self.page, place),
            Consulting(desk, actions, self.page, self.documents, self.set_aside, self.four_way),
            Undoing(desk, actions, self.journal),
            Studying(desk, actions, self.page, place, self.study_panels, program.settings),
        ]  # fmt: skip

    def _connect_parts(self) -> None:
        controller, actions, jobs = self._controller, self.actions_, self._program.jobs
        actions["quit"].triggered.connect(self.close)
        actions["copy"].triggered.connect(self.page.table.copy_rows)
        actions["find"].triggered.connect(self.toolbar.start_search)
        actions["guide"].triggered.connect(self.guide.begin)
        self.page.table.finding_hovered.connect(self.line.show_read)
        self.appearance.changed.connect(self.look_changed)
        controller.refused.connect(self._say_read_only)
        for changed in (controller.opened, controller.saved_changed, controller.current_changed, jobs.started, jobs.ended,
                        self.view.full_screen_changed):  # fmt: skip
            changed.connect(self._show_state)

    def _say_read_only(self) -> None:
        self.line.say(self._words("message.read_only"))

    def _show_state(self) -> None:
        """Shows what can be done now, and what is open."""
        for part in self._parts:
            part.show_state()
        self.actions_["copy"].setEnabled(self._controller.review is not None)
        self._show_page()
        self._show_title()

    def _show_page(self) -> None:
        is_open = self._controller.review is not None
        full = is_open and self.view.full_screen
        self.toolbar.setVisible(is_open and not full)
        for bar in (self.menuBar(), self.line):
            bar.setVisible(not full)
        self.panels.show_state(is_open=is_open, full_screen=full)
        if not is_open:
            self._middle.show_page(self.welcome)
            self.welcome.setFocus()
        elif self._middle.show_page(self.page):
            self.page.table.setFocus()

    def _show_title(self) -> None:
        title = self._controller.title
        if self._controller.read_only:
            title = f"{title} ({self._words('window.read_only')})"
        self.setWindowTitle(f"{title} [*]— {self._words('window.name')}" if title else self._words("window.name"))
        self.setWindowModified(self._controller.unsaved)
