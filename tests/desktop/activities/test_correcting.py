"""Correcting in the window, on the real aligner: links and cuts by key, menu and drag, each of them undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.main_window import MainWindow
from desktop.side_by_side.cell_frame import CellFrame
from tests.desktop.fakes import FakeQuestions
from tests.desktop.hands import ALT, CTRL, SHIFT, open_menu, place_of, press
from tests.desktop.lighthouses import ENGLISH, KOREAN, choose, clause, link_of, settled
from treaty.model import ClauseKind, LinkOrigin
from treaty.review.review import RowState, Verdict


@pytest.fixture
def window(real_session: Session, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The window on two real texts."""
    for name, words in (("ko.txt", KOREAN), ("en.txt", ENGLISH)):
        (tmp_path / name).write_text(words, encoding="utf-8")
    real_session.window.open_files([tmp_path / "ko.txt", tmp_path / "en.txt"])
    qtbot.waitUntil(lambda: real_session.controller.review is not None, timeout=20_000)
    return real_session.window


def test_unlinked_and_linked_again_by_keys(window: MainWindow, real_session: Session, qtbot: QtBot) -> None:
    before = real_session.controller.comparison
    choose(window, real_session, "항구에서")
    press(window, qtbot, Qt.Key.Key_L, CTRL | SHIFT)
    settled(real_session, qtbot)
    assert link_of(real_session, "항구에서").one_sided
    assert link_of(real_session, "in a harbour").one_sided
    assert real_session.words("edit.unlink") in window.actions_["undo"].text()
    choose(window, real_session, "항구에서")
    press(window, qtbot, Qt.Key.Key_L, CTRL)
    assert window.line.currentMessage(), "it says what to do next"
    choose(window, real_session, "in a harbour")
    press(window, qtbot, Qt.Key.Key_L, CTRL)
    settled(real_session, qtbot)
    linked = link_of(real_session, "항구에서")
    assert (linked.right, linked.origin) == ((clause(real_session, "in a harbour"),), LinkOrigin.REVIEWER)
    for _ in range(2):
        window.actions_["undo"].trigger()
    assert real_session.controller.comparison == before


def test_rows_are_merged_and_split_and_verdicts_stay(window: MainWindow, real_session: Session, qtbot: QtBot) -> None:
    controller = real_session.controller
    controller.select(next(iter(controller.found)))
    controller.set_verdict(Verdict.ERROR)
    choose(window, real_session, "기름 30통")
    press(window, qtbot, Qt.Key.Key_M, CTRL)
    settled(real_session, qtbot)
    merged = link_of(real_session, "기름 30통")
    assert (len(merged.left), len(merged.right)) == (2, 2)
    assert [place.entry.judgement.verdict for place in controller.found.values()] == [Verdict.ERROR]
    press(window, qtbot, Qt.Key.Key_M, CTRL | SHIFT)
    entries = open_menu(qtbot, window)
    assert entries[0].text() == real_session.words("window.split_into", first="2. | 2.", second="3. | 3.")
    entries[0].trigger()
    settled(real_session, qtbot)
    assert len(link_of(real_session, "기름 30통").left) == 1
    assert [place.entry.judgement.verdict for place in controller.found.values()] == [Verdict.ERROR]


def test_a_clause_moves_to_the_row_below_and_back(window: MainWindow, real_session: Session, qtbot: QtBot) -> None:
    choose(window, real_session, "40 barrels")
    press(window, qtbot, Qt.Key.Key_Down, ALT)
    settled(real_session, qtbot)
    assert link_of(real_session, "항구에서").right == tuple(clause(real_session, w) for w in ("40 barrels", "in a harbour"))
    window.actions_["undo"].trigger()
    assert len(link_of(real_session, "항구에서").right) == 1


def mouse(widget: QWidget, kind: QEvent.Type, point: QPoint, held: bool = True) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind is QEvent.Type.MouseMove else left
    where = QPointF(widget.mapToGlobal(point))
    event = QMouseEvent(kind, QPointF(point), where, button, left if held else none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def number_point(window: MainWindow, session: Session, words: str) -> QPoint:
    """Where a clause's number stands."""
    choose(window, session, words)
    return window.page.table.visualRect(window.page.table.currentIndex()).topLeft() + QPoint(18, 18)


def test_a_clause_is_dragged_by_its_number_to_another_row(window: MainWindow, real_session: Session, qtbot: QtBot) -> None:
    port = window.page.table.viewport()
    end = number_point(window, real_session, "항구에서") + QPoint(300, 0)
    start = number_point(window, real_session, "40 barrels")
    mouse(port, QEvent.Type.MouseMove, start, held=False)
    assert port.cursor().shape() is Qt.CursorShape.OpenHandCursor
    mouse(port, QEvent.Type.MouseButtonPress, start)
    mouse(port, QEvent.Type.MouseMove, end)
    (mark,) = [frame for frame in port.findChildren(CellFrame) if frame.isVisible()]
    target = window.page.table.model().index(place_of(window, clause(real_session, "항구에서")), 2)
    assert mark.geometry() == window.page.table.visualRect(target), "the cell of the same text is marked"
    mouse(port, QEvent.Type.MouseButtonRelease, end, held=False)
    settled(real_session, qtbot)
    assert clause(real_session, "40 barrels") in link_of(real_session, "항구에서").right
    assert not mark.isVisible()


def test_escape_ends_a_drag(window: MainWindow, real_session: Session, qtbot: QtBot) -> None:
    before, port = real_session.controller.comparison, window.page.table.viewport()
    end = number_point(window, real_session, "항구에서")
    start = number_point(window, real_session, "40 barrels")
    mouse(port, QEvent.Type.MouseButtonPress, start)
    mouse(port, QEvent.Type.MouseMove, end)
    qtbot.keyClick(window.page.table, Qt.Key.Key_Escape)
    mouse(port, QEvent.Type.MouseButtonRelease, end, held=False)
    settled(real_session, qtbot)
    assert real_session.controller.comparison is before


def test_a_link_is_confirmed_and_released(window: MainWindow, real_session: Session, qtbot: QtBot) -> None:
    choose(window, real_session, "등대의 불")
    press(window, qtbot, Qt.Key.Key_P, CTRL | SHIFT)
    settled(real_session, qtbot)
    assert link_of(real_session, "등대의 불").origin is LinkOrigin.REVIEWER
    press(window, qtbot, Qt.Key.Key_P, CTRL | SHIFT)
    assert window.line.currentMessage() == real_session.words("message.confirmed_already")
    window.actions_["release_link"].trigger()
    settled(real_session, qtbot)
    assert link_of(real_session, "등대의 불").origin is LinkOrigin.COMPUTED


def reader_with_caret(window: MainWindow, qtbot: QtBot, words: str) -> QTextEdit:
    press(window, qtbot, Qt.Key.Key_F2)
    reader = next(each for each in window.page.table.findChildren(QTextEdit, "clause_reader") if each.isVisible())
    cursor = reader.textCursor()
    cursor.setPosition(reader.toPlainText().index(words), QTextCursor.MoveMode.MoveAnchor)
    reader.setTextCursor(cursor)
    return reader


def test_a_clause_is_split_at_the_cursor_and_joined_again(window: MainWindow, real_session: Session, qtbot: QtBot) -> None:
    before = real_session.controller.texts
    choose(window, real_session, "기름 30통")
    reader = reader_with_caret(window, qtbot, "양측은 안개")
    qtbot.keyClick(reader, Qt.Key.Key_Return, CTRL)
    settled(real_session, qtbot)
    assert clause(real_session, "기름 30통") != clause(real_session, "안개 경적")
    assert real_session.words("edit.split_clause") in window.actions_["undo"].text()
    choose(window, real_session, "기름 30통")
    press(window, qtbot, Qt.Key.Key_J, CTRL)
    settled(real_session, qtbot)
    assert clause(real_session, "기름 30통") == clause(real_session, "안개 경적")
    for _ in range(2):
        window.actions_["undo"].trigger()
    assert real_session.controller.texts == before


def test_without_a_cursor_the_reader_opens_and_it_says_what_to_do(
    window: MainWindow, real_session: Session, qtbot: QtBot
) -> None:
    choose(window, real_session, "기름 30통")
    press(window, qtbot, Qt.Key.Key_Return, CTRL)
    assert any(each.isVisible() for each in window.page.table.findChildren(QTextEdit, "clause_reader"))
    assert window.line.currentMessage() == real_session.words("message.put_caret")


def test_number_and_kind_of_a_clause_are_changed(
    window: MainWindow, real_session: Session, questions: FakeQuestions, qtbot: QtBot
) -> None:
    questions.said = "제5항"
    choose(window, real_session, "항구에서")
    window.actions_["set_label"].trigger()
    settled(real_session, qtbot)
    changed = real_session.controller.texts[0].clause(clause(real_session, "항구에서"))
    assert changed.label is not None
    assert changed.label.printed == "제5항"
    window.actions_["set_kind"].trigger()
    entry = next(each for each in open_menu(qtbot, window) if each.text() == real_session.words("clause_kind.note"))
    entry.trigger()
    settled(real_session, qtbot)
    assert real_session.controller.texts[0].clause(changed.id).kind is ClauseKind.NOTE


def test_columns_are_swapped_and_decisions_stay(window: MainWindow, real_session: Session, qtbot: QtBot) -> None:
    controller = real_session.controller
    choose(window, real_session, "항구에서")
    press(window, qtbot, Qt.Key.Key_Space)
    controller.select(next(iter(controller.found)))
    controller.set_verdict(Verdict.QUERY)
    window.actions_["swap_columns"].trigger()
    settled(real_session, qtbot)
    assert [text.language for text in controller.texts] == ["en", "ko"]
    assert [place.entry.judgement.verdict for place in controller.found.values()] == [Verdict.QUERY]
    row = window.page.model.row(place_of(window, clause(real_session, "항구에서")))
    assert row.state is RowState.READ
    window.actions_["undo"].trigger()
    assert [text.language for text in controller.texts] == ["ko", "en"]


def test_an_unsure_link_is_a_question_that_a_click_answers(session: Session, qtbot: QtBot) -> None:
    session.window.open_files([Path("ko.txt"), Path("en.txt")])
    qtbot.waitUntil(lambda: session.controller.review is not None)
    table = session.window.page.table
    press(session.window, qtbot, Qt.Key.Key_F8, CTRL)
    place = place_of(session.window, "t1.c7")
    table.choose(place, 0)
    table.link_clicked.emit(place, QPoint(5, 5))
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in table.findChildren(QMenu)))
    menu = next(menu for menu in table.findChildren(QMenu) if menu.isVisible())
    menu.close()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == [session.words(key) for key in ("message.is_it_right", "menu.confirm_link", "menu.unlink")]


def test_next_link_to_check_goes_to_one_sided_and_unsure_rows(session: Session, qtbot: QtBot) -> None:
    session.window.open_files([Path("ko.txt"), Path("en.txt")])
    qtbot.waitUntil(lambda: session.controller.review is not None)
    seen = set()
    for _ in range(3):
        press(session.window, qtbot, Qt.Key.Key_F8, CTRL)
        seen.add(session.window.page.table.currentIndex().row())
    expected = {place_of(session.window, each) for each in ("t1.c5", "t1.c7", "t2.c9")}
    assert seen == expected


def test_every_correction_stands_in_a_menu(session: Session) -> None:
    def actions(menu: QMenu) -> set[QAction]:
        return set(menu.actions())

    links = actions(session.window.menus["links"])
    names = ("link", "unlink", "merge_rows", "split_row", "move_up", "confirm_link", "split_clause", "swap_columns")
    assert {session.window.actions_[name] for name in names} <= links
