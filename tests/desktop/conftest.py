"""The real window, on a comparer that makes up its results. A Qt warning fails the test."""

from __future__ import annotations

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QtMsgType
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.application import Session, build_application
from desktop.main_window import MainWindow
from desktop.settings import Settings
from tests.example_review import example_review
from treaty.errors import ReadingError
from treaty.model import Language, Relation
from treaty.progress import Progress
from treaty.review.report import Report
from treaty.review.review import Review

# What the offscreen platform says of every window that has a least size; no fault of ours.
HARMLESS = ("This plugin does not support propagateSizeHints",)


class FakeComparer:
    """Knows one review. Files named "missing" cannot be read; those named "slow" take until they are cancelled."""

    def __init__(self) -> None:
        self.compared: list[list[Path]] = []
        self.saved: list[Path] = []
        self.slow_work_began = Event()
        self.cancelled = Event()

    def compare_files(self, files: Sequence[Path], relation: Relation | None, progress: Progress) -> Review:
        progress.report(0, 2, "progress.read")
        if files[0].stem == "missing":
            raise ReadingError("not_found", file=files[0].name)
        if files[0].stem == "slow":
            self._wait_for_cancel(progress)
        self.compared.append(list(files))
        progress.report(2, 2, "progress.compare")
        return example_review()

    def open_review(self, path: Path) -> Review:
        return example_review()

    def save_review(self, review: Review, path: Path) -> None:
        self.saved.append(path)

    def _wait_for_cancel(self, progress: Progress) -> None:
        pause = Event()
        self.slow_work_began.set()
        try:
            while True:
                progress.report(1, 2, "progress.align")
                pause.wait(0.01)
        finally:
            self.cancelled.set()


class FakeWriter:
    """Keeps the reports that it should write."""

    def __init__(self) -> None:
        self.written: list[tuple[Report, Path]] = []

    def __call__(self, report: Report, path: Path, *, progress: Progress) -> None:
        self.written.append((report, path))


class FakeQuestions:
    """Answers without dialogs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.discard: bool | None = True

    def files_to_open(self) -> list[Path]:
        return [self.folder / "ko.txt", self.folder / "en.txt"]

    def file_to_save(self, proposed: str) -> Path | None:
        return self.folder / proposed

    def file_to_export(self, proposed: str) -> Path | None:
        return self.folder / proposed

    def may_discard(self) -> bool | None:
        return self.discard


@pytest.fixture(scope="session")
def qapp() -> Iterator[QApplication]:
    app = build_application()
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
    return Settings(tmp_path / "daejo.ini")


@pytest.fixture
def open_session(
    qtbot: QtBot, qapp: QApplication, comparer: FakeComparer, writer: FakeWriter, questions: FakeQuestions, settings: Settings
) -> Iterator[Callable[[Language], Session]]:
    sessions: list[Session] = []

    def build(language: Language) -> Session:
        session = Session(qapp, comparer, writer, settings, language, ask=lambda words, settings, window: questions)
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
