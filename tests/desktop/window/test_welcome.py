"""The page of a new comparison: documents dropped and chosen, texts pasted, all of it by keyboard too."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.main_window import MainWindow
from desktop.widgets.drop_zone import DropZone
from tests.desktop.fakes import FakeComparer, FakeQuestions
from tests.example_review import example_review
from treaty.reading import Pasted
from treaty.review.review_file import save_review


def drop(widget: QWidget, dragged: QMimeData) -> None:
    none = Qt.KeyboardModifier.NoModifier
    widget.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton, none))


def files(*names: str) -> QMimeData:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(name) for name in names])
    return dragged


def words(text: str) -> QMimeData:
    dragged = QMimeData()
    dragged.setText(text)
    return dragged


def zones(session: Session) -> list[DropZone]:
    left, right = session.window.welcome.findChildren(DropZone)
    return [left, right]


def test_two_files_in_one_zone_fill_both_and_enter_starts(session: Session, qtbot: QtBot, comparer: FakeComparer) -> None:
    left, right = zones(session)
    drop(right, files("/papers/a.hwpx", "/papers/b.pdf"))
    assert not session.jobs.running
    assert [zone.accessibleName() for zone in (left, right)] == ["왼쪽 문서: a.hwpx", "오른쪽 문서: b.pdf"]
    session.window.activateWindow()
    qtbot.keyClick(session.window.welcome.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.controller.review is not None)
    assert comparer.compared == [[Path("/papers/a.hwpx"), Path("/papers/b.pdf")]]


def test_more_files_than_sides_are_compared_at_once(session: Session, qtbot: QtBot, comparer: FakeComparer) -> None:
    drop(zones(session)[0], files("/a.txt", "/b.txt", "/c.txt"))
    qtbot.waitUntil(lambda: session.controller.review is not None)
    assert comparer.compared == [[Path("/a.txt"), Path("/b.txt"), Path("/c.txt")]]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_reaches_the_zones(session: Session, qtbot: QtBot, questions: FakeQuestions, key: Qt.Key) -> None:
    window = session.window
    window.activateWindow()
    left, right = zones(session)
    window.welcome.setFocus()
    qtbot.keyClick(window.welcome, Qt.Key.Key_Tab)
    assert left.hasFocus()
    qtbot.keyClick(left, Qt.Key.Key_Tab)
    assert right.hasFocus()
    assert right.accessibleName()
    qtbot.keyClick(right, key)
    assert [zone.accessibleName() for zone in (left, right)] == ["왼쪽 문서: ko.txt", "오른쪽 문서: en.txt"]


def test_a_review_is_known_by_its_content(session: Session, qtbot: QtBot, comparer: FakeComparer, tmp_path: Path) -> None:
    review, text = tmp_path / "review.txt", tmp_path / "text.daejo"
    save_review(example_review(), review)
    text.write_text("제1조", encoding="utf-8")
    drop(zones(session)[0], files(str(review)))
    qtbot.waitUntil(lambda: session.controller.review is not None)
    assert comparer.opened == [review]
    session.window.open_files([text])
    qtbot.waitUntil(lambda: bool(comparer.compared))
    assert comparer.compared == [[text]]


def test_pasted_texts_are_compared(session: Session, qtbot: QtBot, comparer: FakeComparer) -> None:
    window, paste = session.window, session.window.paste
    QGuiApplication.clipboard().setText("제1조 목적")
    window.activateWindow()
    window.welcome.setFocus()
    qtbot.keyClick(window.welcome, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert paste.isVisible()
    assert paste.fields["left"].toPlainText() == "제1조 목적"
    assert paste.focusWidget() is paste.fields["right"]
    qtbot.waitUntil(paste.isActiveWindow)
    qtbot.keyClicks(paste.fields["right"], "Article 1 Purpose")
    qtbot.keyClick(paste.fields["right"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: session.controller.review is not None)
    assert comparer.compared == [[Pasted("붙여 넣은 글 1", "제1조 목적"), Pasted("붙여 넣은 글 2", "Article 1 Purpose")]]
    assert not paste.isVisible()
    assert not paste.pasted(), "nothing is kept once it is compared"


def test_one_pasted_text_is_enough_and_none_is_not(session: Session, qtbot: QtBot, comparer: FakeComparer) -> None:
    QGuiApplication.clipboard().clear()
    session.window.actions_["pasted"].trigger()
    paste = session.window.paste
    start = next(b for b in paste.findChildren(QPushButton) if b.text() == session.words("window.compare"))
    assert not start.isEnabled()
    paste.fields["right"].setPlainText("국문과 영문")
    qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.controller.review is not None)
    assert comparer.compared == [[Pasted("붙여 넣은 글 1", "국문과 영문")]]


def test_what_was_pasted_is_kept_until_it_is_compared(session: Session) -> None:
    QGuiApplication.clipboard().setText("처음")
    paste = session.window.paste
    session.window.actions_["pasted"].trigger()
    paste.reject()
    QGuiApplication.clipboard().setText("나중")
    session.window.actions_["pasted"].trigger()
    assert paste.fields["left"].toPlainText() == "처음"
    paste.reject()


def test_dropped_text_is_pasted_on_its_side(session: Session) -> None:
    paste = session.window.paste
    drop(zones(session)[1], words("Article 1"))
    assert paste.isVisible()
    assert [field.toPlainText() for field in paste.fields.values()] == ["", "Article 1"]
    drop(session.window, words("제1조"))
    assert [field.toPlainText() for field in paste.fields.values()] == ["제1조", "Article 1"]
    paste.reject()


def test_a_file_dropped_on_a_field_leaves_no_address(window: MainWindow) -> None:
    field = window.paste.fields["left"]
    assert not field.canInsertFromMimeData(files("/papers/a.txt"))
    assert field.canInsertFromMimeData(words("제1조"))


def test_every_sample_has_a_name(session: Session) -> None:
    samples = [b for b in session.window.welcome.findChildren(QPushButton) if b.property("role") == "sample"]
    assert samples
    assert not [button.text() for button in samples if not any("가" <= letter <= "힣" for letter in button.text())]


@pytest.mark.parametrize("action", ["language_en", "theme_dark"])
def test_what_was_put_down_and_pasted_stays_when_the_window_is_replaced(session: Session, action: str) -> None:
    session.window.welcome.put("right", [Path("/papers/b.pdf")])
    session.window.paste.fields["left"].setPlainText("등대에 관한 협정")
    before = session.window
    before.actions_[action].trigger()
    assert session.window is not before
    assert [pasted.text for pasted in session.window.paste.pasted()] == ["등대에 관한 협정"]
    assert zones(session)[1].accessibleName().endswith("b.pdf")


def test_the_place_for_pasted_texts_stays_open_when_the_system_changes_its_theme(session: Session) -> None:
    session.window.paste.take("등대에 관한 협정", "right")
    session.replace_window()
    assert session.window.paste.isVisible()
    assert session.window.paste.fields["right"].toPlainText() == "등대에 관한 협정"
    assert session.window.paste.fields["left"].toPlainText() == ""
    session.window.paste.reject()
