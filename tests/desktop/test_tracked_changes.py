"""A text with tracked changes is read as it was before them by a button beside it, and undo brings it back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.main_window import MainWindow
from tests.desktop.conftest import FakeComparer, FakeQuestions
from tests.example_review import example_review
from treaty.model import Unread
from treaty.reading.document import CHANGES_MADE
from treaty.review.places import set_places
from treaty.review.review import Review


def tracked_review() -> Review:
    """The example review, the first text from a file with two tracked changes."""
    review = example_review()
    first = review.texts[0]
    tracked = replace(first, source=replace(first.source, unread=(Unread(CHANGES_MADE, 2),)))
    return Review((tracked, *review.texts[1:]), review.comparisons)


@pytest.fixture
def tracked(session: Session, tmp_path: Path) -> MainWindow:
    """The window with a text that has tracked changes, and the file that it was read from."""
    review = tracked_review()
    file = tmp_path / review.texts[0].source.name
    file.write_text("등대", encoding="utf-8")
    set_places(review, [file])
    session.controller.open(review)
    return session.window


def buttons(window: MainWindow, words: str) -> list[QPushButton]:
    return [button for button in window.documents.findChildren(QPushButton) if button.isVisible() and button.text() == words]


def says(window: MainWindow, words: str) -> bool:
    return any(label.isVisible() and label.text() == words for label in window.documents.findChildren(QLabel))


def test_the_choice_is_there_for_texts_with_tracked_changes_alone(tracked: MainWindow, session: Session) -> None:
    assert len(buttons(tracked, session.words("edit.read_original"))) == 1
    assert says(tracked, session.words("window.change_made"))
    session.controller.open(example_review())
    assert not buttons(tracked, session.words("edit.read_original"))
    assert not says(tracked, session.words("window.change_made"))


def test_the_original_is_read_undone_and_redone(
    tracked: MainWindow, session: Session, comparer: FakeComparer, qtbot: QtBot, tmp_path: Path
) -> None:
    before = session.controller.texts[0]
    buttons(tracked, session.words("edit.read_original"))[0].click()
    qtbot.waitUntil(lambda: session.controller.texts[0] != before)
    assert comparer.read_again == [(tmp_path / before.source.name, True)]
    qtbot.waitUntil(lambda: says(tracked, session.words("window.change_undone")))
    assert session.words("edit.read_original") in tracked.actions_["undo"].text()
    assert tracked.isWindowModified()
    tracked.actions_["undo"].trigger()
    assert session.controller.texts[0] == before
    qtbot.waitUntil(lambda: bool(buttons(tracked, session.words("edit.read_original"))))
    tracked.actions_["redo"].trigger()
    qtbot.waitUntil(lambda: says(tracked, session.words("window.change_undone")))
    final = buttons(tracked, session.words("edit.read_final"))
    assert not buttons(tracked, session.words("edit.read_original"))
    final[0].click()
    qtbot.waitUntil(lambda: says(tracked, session.words("window.change_made")))
    assert comparer.read_again[-1][1] is False


def test_a_file_that_is_not_known_is_asked_for(
    session: Session, comparer: FakeComparer, questions: FakeQuestions, qtbot: QtBot
) -> None:
    session.controller.open(tracked_review())
    buttons(session.window, session.words("edit.read_original"))[0].click()
    qtbot.waitUntil(lambda: bool(comparer.read_again))
    assert comparer.read_again[0][0] == questions.files_to_open()[0]


def test_files_that_were_compared_are_known(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    names = [text.source.name for text in example_review().texts]
    for name in names:
        (tmp_path / name).write_text("등대", encoding="utf-8")
    session.window.open_files([tmp_path / name for name in names])
    qtbot.waitUntil(lambda: session.controller.review is not None)
    assert session.controller.file_of(session.controller.texts[0]) == tmp_path / names[0]
