"""What outlives a window: language and theme, and that windows and dialogs are let go."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.dialogs.questions import DialogQuestions
from desktop.main_window import MainWindow
from desktop.traces.settings import Settings, Theme
from treaty.model import Language
from treaty.review.review import Verdict


@pytest.mark.parametrize("language", list(Language))
def test_opens_in_each_language(open_session: Callable[[Language], Session], qtbot: QtBot, language: Language) -> None:
    session = open_session(language)
    session.window.open_files([Path("ko.txt")])
    qtbot.waitUntil(lambda: session.controller.review is not None)
    for finding in [*session.controller.found]:
        session.controller.select(finding)
    shown = {action.text() for action in session.window.findChildren(QAction) if action.objectName()}
    assert ("저장" if language is Language.KOREAN else "Save") in shown


def test_language_and_theme_change_while_a_review_is_open(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    session.controller.select("f2")
    session.controller.set_verdict(Verdict.ERROR)
    window.actions_["language_en"].trigger()
    assert session.window is not window
    assert session.window.actions_["save"].text() == "Save"
    session.window.actions_["theme_dark"].trigger()
    qtbot.wait(20)
    session.controller.undo()
    assert session.controller.current == "f2"
    assert session.window.page.table.isVisible()
    session.window.actions_["theme_light"].trigger()


def test_the_theme_is_remembered(session: Session, settings: Settings) -> None:
    session.window.actions_["theme_dark"].trigger()
    assert settings.theme is Theme.DARK


def test_a_window_that_was_replaced_is_let_go(session: Session, qtbot: QtBot) -> None:
    session.window.open_files([Path("ko.txt"), Path("en.txt")])
    qtbot.waitUntil(lambda: session.controller.review is not None)
    for name in ("themes_dock", "terms_dock", "precedents_dock", "notes_dock", "journal", "set_aside", "why_linked", "jump"):
        session.window.actions_[name].trigger()
    let_go = weakref.ref(session.window)
    session.replace_window()
    qtbot.waitUntil(lambda: let_go() is None)


def _end_dialog(result: int) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    dialog.done(result)


def test_a_dialog_that_asked_is_deleted(session: Session, settings: Settings, qtbot: QtBot) -> None:
    questions, window = DialogQuestions(session.words, settings, session.window), session.window
    before = len(window.findChildren(QDialog))
    QTimer.singleShot(0, lambda: _end_dialog(1))
    assert questions.words("의견", "조항", "앞") == "앞"
    QTimer.singleShot(0, lambda: _end_dialog(0))
    assert questions.may_discard() is None
    qtbot.waitUntil(lambda: len(window.findChildren(QDialog)) == before)
