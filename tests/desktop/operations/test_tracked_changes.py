"""A text with tracked changes is read as it was before them by a button beside it, and undo brings it back; the last test
does it with a Word file on the real work."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.main_window import MainWindow
from tests.desktop.fakes import FakeComparer, FakeQuestions
from tests.desktop.hands import choose, press
from tests.example_review import example_review
from tests.treaty.reading.formats import test_docx
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


CHANGED = f"<w:del><w:r><w:delText>30</w:delText></w:r></w:del><w:ins>{test_docx.run('40')}</w:ins>"
KOREAN = (
    test_docx.run("등대에 관한 공동성명"),
    test_docx.run("1. 양측은 등대의 불을 나눈다."),
    f"{test_docx.run('2. 양측은 기름 ')}{CHANGED}{test_docx.run(' 통을 보낸다.')}",
    test_docx.run("3. 양측은 항구에서 만난다."),
)
ENGLISH = """Joint Statement on Lighthouses
1. The two sides share the light of lighthouses.
2. The two sides send 40 barrels of oil.
3. The two sides meet in a harbour.
"""


def test_a_word_file_is_read_both_ways_and_what_was_set_aside_stays_aside(
    real_session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    window, controller, words = real_session.window, real_session.controller, real_session.words
    (tmp_path / "ko.docx").write_bytes(test_docx.package("".join(map(test_docx.paragraph, KOREAN))))
    (tmp_path / "en.txt").write_text(ENGLISH, encoding="utf-8")
    window.open_files([tmp_path / "ko.docx", tmp_path / "en.txt"])
    qtbot.waitUntil(lambda: controller.review is not None, timeout=20_000)
    assert not controller.comparison.findings
    harbour = next(clause.id for clause in controller.texts[0].clauses if "항구" in clause.text)
    choose(window, harbour, 1)
    press(window, qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(controller.texts[0].set_aside) == 1, timeout=20_000)

    qtbot.waitUntil(lambda: bool(buttons(window, words("edit.read_original"))))
    buttons(window, words("edit.read_original"))[0].click()
    qtbot.waitUntil(lambda: says(window, words("window.change_undone")), timeout=20_000)
    assert controller.texts[0].clauses[-1].text == "양측은 기름 30 통을 보낸다."
    assert [part.text for part in controller.texts[0].set_aside] == ["3. 양측은 항구에서 만난다."]
    assert any(found.left and found.left.text.startswith("30") for found in controller.comparison.findings)

    qtbot.waitUntil(lambda: bool(buttons(window, words("edit.read_final"))))
    buttons(window, words("edit.read_final"))[0].click()
    qtbot.waitUntil(lambda: says(window, words("window.change_made")), timeout=20_000)
    assert controller.texts[0].clauses[-1].text == "양측은 기름 40 통을 보낸다."
    assert len(controller.texts[0].set_aside) == 1
    assert not any(found.left and found.left.text.startswith("40") for found in controller.comparison.findings)
