"""The journal in the window: what was done is listed, also after the review was saved and opened again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.main_window import MainWindow
from tests.desktop.fakes import FakeComparer
from treaty.review.review import Verdict
from treaty.review.review_file import load_review, save_review


def listed(window: MainWindow) -> list[list[str]]:
    model = window.journal.model
    return [
        [str(model.data(model.index(row, column))) for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_what_was_done_is_listed_also_after_reopening(
    window: MainWindow, session: Session, comparer: FakeComparer, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    comparer.save_review = save_review  # type: ignore[method-assign]
    comparer.open_review = load_review  # type: ignore[method-assign]
    session.controller.select("f2")
    session.controller.set_verdict(Verdict.QUERY)
    window.actions_["journal"].trigger()
    assert [line[2] for line in listed(window)] == [session.words("edit.judge")]
    window.actions_["save_as"].trigger()
    window.actions_["undo"].trigger()
    undone = session.words("window.journal_undone", what=session.words("edit.judge"))
    assert [line[2] for line in listed(window)] == [undone, session.words("edit.judge")], "undo goes on across saving"
    assert window.isWindowModified()
    window.actions_["save"].trigger()
    saved = session.controller.path
    assert saved is not None
    before = listed(window)
    window.open_files([saved])
    qtbot.waitUntil(lambda: session.controller.next_undo is None)
    assert listed(window) == before
    assert all(when and who and where for when, who, _, where in before)
    qtmodeltester.check(window.journal.model)
    heads = [window.journal.model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert heads == [session.words(f"window.journal_{name}") for name in ("when", "who", "what", "where")]


def test_what_is_said_does_not_stand_over_the_counts(window: MainWindow, session: Session) -> None:
    session.controller.select("f2")
    decided = session.words("window.decided_count", total=len(session.controller.found), decided=0)
    counts = [label for label in window.line.findChildren(QLabel) if label.text() == decided]
    assert [label.isVisible() for label in counts] == [True]
    session.controller.set_verdict(Verdict.QUERY)
    window.actions_["undo"].trigger()
    assert window.line.currentMessage() == session.words("window.journal_undone", what=session.words("edit.judge"))
    assert not any(label.isVisible() for label in counts)
    window.line.clearMessage()
    assert all(label.isVisible() for label in counts)
