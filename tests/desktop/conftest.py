"""The real window, on a comparer that makes up its results. A Qt warning fails the test."""

from __future__ import annotations

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QtMsgType
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.answering.lookup_loader import LookupLoader
from desktop.application import Session, build_application
from desktop.main_window import MainWindow
from desktop.toolkit import Toolkit, load_lookup
from desktop.traces.settings import Settings
from tests.desktop.fakes import FakeComparer, FakeQuestions, FakeWriter
from treaty.model import Language
from treaty.reading.rules import ReadingRules
from treaty.review.assembly import Instruments

# What the offscreen platform says of every window that has a least size, and of every menu; no fault of ours.
HARMLESS = ("This plugin does not support propagateSizeHints", "This plugin does not support raise()",
            "This plugin does not support grabbing the keyboard")  # fmt: skip


@pytest.fixture(scope="session")
def qapp() -> Iterator[QApplication]:
    app = build_application()
    freeze()
    yield app
    # The offscreen clipboard would keep what a test copied, an object of Python's, until after Python has ended, and crash.
    app.clipboard().clear()


@pytest.fixture
def comparer() -> FakeComparer:
    return FakeComparer()


@pytest.fixture
def writer() -> FakeWriter:
    return FakeWriter()


@pytest.fixture
def questions(tmp_path: Path) -> FakeQuestions:
    return FakeQuestions(tmp_path)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "daejo.ini")
    # Most tests are about what comes after; those of the import dialog ask for it.
    made.looks_first = False
    made.library = tmp_path / "library.sqlite"
    return made


@pytest.fixture
def open_session(
    qtbot: QtBot, qapp: QApplication, comparer: FakeComparer, writer: FakeWriter, questions: FakeQuestions, settings: Settings,
    loader: LookupLoader,
) -> Iterator[Callable[[Language], Session]]:  # fmt: skip
    sessions: list[Session] = []

    def build(language: Language) -> Session:
        session = Session(qapp, comparer, writer, settings, language, ask=lambda *_: questions, loader=loader)
        sessions.append(session)
        session.window.resize(1400, 900)
        session.window.show()
        qtbot.waitExposed(session.window)
        return session

    yield build
    for session in sessions:
        session.close()
        session.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


@pytest.fixture(scope="session")
def toolkit(reading_rules: ReadingRules, instruments: Instruments) -> Toolkit:
    """The work as the program does it."""
    made = Toolkit(reading_rules, instruments)
    freeze()
    return made


@pytest.fixture(scope="session")
def loader() -> LookupLoader:
    """The tables that answer words, loaded once for the run when the first test asks for them."""
    return LookupLoader(load_lookup)


def freeze() -> None:
    """Takes what lasts to the end of the run out of the collections that end each test: the tables hold millions of values."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def real_session(
    qtbot: QtBot, qapp: QApplication, toolkit: Toolkit, writer: FakeWriter, questions: FakeQuestions, settings: Settings,
    tmp_path: Path, loader: LookupLoader,
) -> Iterator[Session]:  # fmt: skip
    """The window on the real work, with a folder for what must outlive a crash."""
    settings.reviewer = "김대조"
    made = Session(qapp, toolkit, writer, settings, Language.KOREAN, lambda *_: questions, tmp_path / "state", loader=loader)
    made.window.resize(1400, 900)
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    made.close()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def session(open_session: Callable[[Language], Session]) -> Session:
    return open_session(Language.KOREAN)


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> MainWindow:
    """The window with the example review open."""
    session.window.open_files([Path("ko.txt"), Path("en.txt")])
    qtbot.waitUntil(lambda: session.controller.review is not None)
    return session.window


@pytest.fixture(autouse=True)
def _no_qt_warnings(qtlog: object) -> Iterator[None]:
    yield
    records = getattr(qtlog, "records", [])
    grave = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg)
    said = [record.message for record in records if record.type in grave and not record.message.startswith(HARMLESS)]
    assert not said
