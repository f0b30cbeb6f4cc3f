"""Builds the application's parts and hands them on: the one place that knows them all."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QMessageLogContext,
    Qt,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.answering.lookup_loader import LookupLoader
from desktop.background.collecting import Collecting
from desktop.background.errands import Errands
from desktop.background.jobs import Jobs
from desktop.dialogs.fault_dialog import FaultReporter
from desktop.dialogs.questions import DialogQuestions
from desktop.headless.protocols import Comparer, ReportWriter
from desktop.keeping import Keeping
from desktop.look import Icons, Look, font
from desktop.look.fonts import load_fonts
from desktop.look.palette import DARK, LIGHT, Tokens, qt_palette
from desktop.look.style_sheet import style_sheet
from desktop.main_window import MainWindow
from desktop.open_review.review_controller import ReviewController
from desktop.program import Ask, Program
from desktop.studying.agreements.study import Study
from desktop.toolkit import Toolkit, load_lookup
from desktop.traces.fault_log import begin_log, end_log
from desktop.traces.forgetting import forget
from desktop.traces.places import Traces, traces
from desktop.traces.scratch import sweep_scratch
from desktop.traces.settings import Settings, Theme
from exporters import write_report
from resources import path_of
from resources.wording_table import load_wording
from treaty.errors import TreatyError
from treaty.model import Language
from treaty.review.edits import Signature

SAMPLES = Path(__file__).parents[1] / "samples"


Configure = Callable[[Settings], Comparer]
"""Makes the work follow the settings; raises TreatyError where a table of the user's is faulty."""


class Session:
    """The program while it runs: what outlives a window, and the window that is open."""

    def __init__(
        self, app: QApplication, comparer: Comparer, write_report: ReportWriter, settings: Settings,
        language: Language | None = None, ask: Ask = DialogQuestions, state_folder: Path | None = None,
        configure: Configure | None = None, loader: LookupLoader | None = None, forget: Callable[[], object] | None = None,
    ) -> None:  # fmt: skip
        self._app, self._settings = app, settings
        self._comparer, self._write_report = comparer, write_report
        self._configure, self._forget_files = configure, forget
        self._asked_language = language
        self._ask = ask
        self._qt_words = QTranslator(app)
        self._collecting = Collecting(app)
        self.controller = ReviewController(self._sign)
        self.keeping = Keeping(self.controller, state_folder)
        self.jobs = Jobs()
        self.loader = loader or LookupLoader(load_lookup)
        self.errands = Errands()
        fault = self._configured()
        self.study = Study(self.controller, self._comparer, self.errands.themes)
        self.window = self.build_window()
        if fault:
            self.window.tell_error(fault)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def language(self) -> Language:
        """The language of the program's words: as chosen in the window, else as asked for, else the system's."""
        system = QLocale.system().language()
        fallback = Language.ENGLISH if system == QLocale.Language.English else Language.KOREAN
        return self._asked_language or self._settings.language or fallback

    def build_window(self) -> MainWindow:
        """A window in the chosen language and theme, on the review that is open."""
        tokens = self._tokens()
        language = self.language
        self._load_qt_words(language)
        self._app.setPalette(qt_palette(tokens))
        self._app.setStyleSheet(style_sheet(tokens, path_of("icons") / "check-on-accent.svg"))
        look = Look(tokens, Icons(path_of("icons"), tokens))
        self.words = load_wording(language)
        program = Program(
            self._settings, self.controller, self.jobs, self._comparer, self._write_report, self._ask, self.keeping,
            self.loader, SAMPLES, self.errands, self.study,
        )  # fmt: skip
        window = MainWindow(look, self.words, program)
        window.look_changed.connect(self.replace_window)
        window.actions_["forget"].triggered.connect(self.forget)
        if self._settings.private:
            window.line.mark_private()
        return window

    def forget(self) -> None:
        """Takes away what the program kept on this computer, if the user says so."""
        if not self._ask(self.words, self._settings, self.window).may_forget():
            return
        self._settings.forget()
        try:
            if self._forget_files:
                self._forget_files()
        except TreatyError as error:
            self.window.tell_error(error)
        else:
            self.window.line.say(self.words("message.forgotten"))
        self.window.welcome.show_recent(self._settings.recent)

    def replace_window(self) -> None:
        """Puts a window in today's language and theme in place of the one that is open."""
        self._asked_language = None
        before = self.window
        fault = self._configured()
        self.study.let_go()
        self.study.work_with(self._comparer)
        self.errands.cancel()
        before.keep_layout()
        self.window = self.build_window()
        self.window.show()
        self.window.take_over(before)
        before.hide()
        # The parts of a window know each other, so only the collector frees them.
        before.destroyed.connect(self._collecting.collect_all)
        before.deleteLater()
        if fault:
            self.window.tell_error(fault)

    def close(self) -> None:
        """Ends what still runs."""
        self._app.removeTranslator(self._qt_words)
        self.jobs.wait()
        self.keeping.close()
        self.loader.wait()
        self.errands.wait()
        self.window.study_panels.close()
        self._collecting.close()

    def _configured(self) -> TreatyError | None:
        """Takes the user's glossary and rules; where a table of his is faulty, returns what is wrong and keeps those before."""
        try:
            if self._configure:
                self._comparer = self._configure(self._settings)
        except TreatyError as error:
            return error
        return None

    def _sign(self) -> Signature:
        """The reviewer's name and the time, which stand by whatever he says."""
        return Signature(self._settings.reviewer, datetime.now().isoformat(timespec="seconds"))

    def _tokens(self) -> Tokens:
        if self._settings.theme is Theme.SYSTEM:
            dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if self._settings.theme is Theme.DARK else LIGHT

    def _follow_system(self) -> None:
        if self._settings.theme is Theme.SYSTEM and not self.jobs.running:
            self.replace_window()

    def _load_qt_words(self, language: Language) -> None:
        """Qt's own dialogs speak Korean too."""
        self._app.removeTranslator(self._qt_words)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language is Language.KOREAN and self._qt_words.load("qtbase_ko", folder):
            self._app.installTranslator(self._qt_words)


def build_application() -> QApplication:
    """Qt's application with our fonts; without a display it draws into memory."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        qInstallMessageHandler(_pass_on_but_size_hints)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["daejo"])
    app.setApplicationName("daejo")
    app.setDesktopFileName("daejo")
    app.setWindowIcon(QIcon(str(path_of("packaging/daejo.svg"))))
    app.setStyle("Fusion")
    load_fonts(path_of("fonts"))
    app.setFont(font(12.5))
    return app


def _pass_on_but_size_hints(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's messages to stderr, without what the offscreen platform says of every window that has a least size."""
    if not message.startswith("This plugin does not support propagateSizeHints"):
        print(message, file=sys.stderr)


def run_window(files: Sequence[Path], toolkit: Toolkit, language: Language | None, *, private: bool = False) -> int:
    """Opens the window, on these files if there are any, and returns when it is closed. `private`: nothing is kept of it."""
    app, places = build_application(), traces()
    sweep_scratch()
    if not private:
        begin_log(places.log)
    # The tables are loaded by now and never garbage: the collector need not go through them each time.
    gc.freeze()
    session = Session(
        app, toolkit, write_report, Settings(places.settings, private=private), language,
        state_folder=None if private else places.recovery, configure=partial(_chosen, toolkit),
        forget=partial(_forget, places, private),
    )  # fmt: skip
    sys.excepthook = FaultReporter(lambda: session.words)
    session.window.show()
    if not session.window.keeping_notices.offer_recovery() and files:
        session.window.open_files(list(files))
    status = app.exec()
    session.close()
    return status


def _forget(places: Traces, private: bool) -> None:
    """Takes everything away; the log begins anew."""
    end_log()
    forget(places)
    if not private:
        begin_log(places.log)


def _chosen(toolkit: Toolkit, settings: Settings) -> Toolkit:
    glossary = Path(settings.glossary) if settings.glossary else None
    return toolkit.chosen(glossary, settings.choices_file)
