"""What the first page offers besides new documents: samples with guidance, and what was opened last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.main_window import MainWindow
from desktop.traces.settings import Settings
from tests.desktop.fakes import FakeComparer, FakeQuestions
from tests.example_review import example_review
from treaty.review.review import Verdict


def button(session: Session, words: str) -> QPushButton:
    return next(
        each for each in session.window.welcome.findChildren(QPushButton) if words in each.accessibleName() + each.text()
    )


def test_the_first_sample_comes_with_guidance_the_second_without(session: Session, settings: Settings, qtbot: QtBot) -> None:
    button(session, session.words("window.sample_health_mou")).click()
    qtbot.waitUntil(lambda: session.controller.review is not None)
    assert session.window.guide.isVisible()
    session.window.guide.end()
    button(session, session.words("window.sample_joint_statement")).click()
    assert not session.window.guide.isVisible()
    assert settings.guided


def test_what_was_opened_is_offered_again(session: Session, qtbot: QtBot, tmp_path: Path, comparer: FakeComparer) -> None:
    sources = [tmp_path / text.source.name for text in example_review().texts]
    for file in sources:
        file.write_text("글", encoding="utf-8")
    session.window.open_files(sources)
    qtbot.waitUntil(lambda: session.controller.review is not None)
    again = button(session, sources[0].name)
    assert all(file.name in again.accessibleName() for file in sources)
    again.click()
    qtbot.waitUntil(lambda: len(comparer.compared) == 2)
    assert comparer.compared[-1] == sources


def test_what_is_no_longer_there_is_not_offered(session: Session, settings: Settings, tmp_path: Path) -> None:
    settings.keep_recent([tmp_path / "gone.txt"])
    session.window.welcome.show_recent(settings.recent)
    assert not [each for each in session.window.welcome.findChildren(QPushButton) if "gone" in each.accessibleName()]


def test_a_double_click_opens_the_reader_where_words_can_be_selected(window: MainWindow, qtbot: QtBot) -> None:
    table = window.page.table
    table.go_to(3, 2)
    box = table.visualRect(table.currentIndex())
    corner = box.bottomRight() - QPoint(4, 4)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    reader = table.findChild(QTextEdit, "clause_reader")
    assert isinstance(reader, QTextEdit)
    reader.selectAll()
    qtbot.keyClick(reader, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert reader.textCursor().selectedText()


def test_a_closed_review_leaves_the_first_page_and_is_offered_there(
    window: MainWindow, session: Session, questions: FakeQuestions, tmp_path: Path, qtbot: QtBot
) -> None:
    session.controller.select("f2")
    session.controller.set_verdict(Verdict.QUERY)
    questions.discard = None
    window.actions_["close"].trigger()
    assert session.controller.review is not None, "unsaved work is asked about"
    questions.discard = False
    window.actions_["close"].trigger()
    assert session.controller.review is None
    assert window.welcome.isVisible()
    assert not window.findings.isVisible()
    assert window.page.model.rowCount() == window.findings.model.rowCount() == 0
    assert window.windowTitle() == session.words("window.name")
    enabled = {name for name, action in window.actions_.items() if action.isEnabled()}
    assert not enabled & {"close", "save", "export", "next_finding", "link", "journal", "find", "full_screen"}
    window.open_files([Path("ko.txt"), Path("en.txt")])
    qtbot.waitUntil(lambda: session.controller.review is not None)
    assert window.page.isVisible()
