"""Parts taken back into the comparison and clauses set aside, through the real window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.headless.unread import unread_sentence
from desktop.main_window import MainWindow
from tests.desktop.fakes import FakeComparer
from tests.desktop.hands import choose, open_menu, place_of
from tests.desktop.long_review import long_review
from tests.example_review import example_review
from treaty.model import SourceFile, Unread
from treaty.review.review import Review, Verdict


def left_clauses(session: Session) -> list[str]:
    return [clause.id for clause in session.controller.texts[0].clauses]


def right_clauses(session: Session) -> list[str]:
    return [clause.id for clause in session.controller.texts[1].clauses]


def press_delete(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.page.table, Qt.Key.Key_Delete)


def shown_labels(widget: QLabel | object) -> set[str]:
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()}  # type: ignore[attr-defined]


def test_a_part_is_taken_back_by_its_button_and_the_list_follows(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    window.actions_["set_aside"].trigger()
    rows, part = len(session.controller.rows), session.controller.texts[0].set_aside[0]
    buttons = [button for button in window.set_aside.findChildren(QPushButton) if part.text in button.accessibleName()]
    assert len(buttons) == 2, "one in each text"
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not session.controller.texts[0].set_aside)
    assert len(session.controller.rows) == rows + 1
    assert window.page.model.rowCount() == rows + 1
    assert session.words("window.set_aside_count", count=0) in shown_labels(window.set_aside)
    assert session.words("edit.take_back") in window.actions_["undo"].text()
    assert session.words("message.taken_back") in window.line.currentMessage()


def test_the_list_says_when_nothing_is_set_aside(session: Session) -> None:
    review = example_review()
    session.controller.open(Review([replace(text, set_aside=()) for text in review.texts], review.comparisons))
    session.window.actions_["set_aside"].trigger()
    assert session.words("message.nothing_set_aside") in shown_labels(session.window.set_aside)
    session.controller.open(review)
    assert session.words("message.nothing_set_aside") not in shown_labels(session.window.set_aside)


def test_taking_back_is_undone_and_redone_at_once(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    window.set_aside.take_back_wanted.emit("t2", session.controller.texts[1].set_aside[0])
    qtbot.waitUntil(lambda: not session.controller.texts[1].set_aside)
    window.actions_["undo"].trigger()
    assert session.controller.texts == example_review().texts
    assert not window.isWindowModified()
    window.actions_["redo"].trigger()
    assert not session.controller.texts[1].set_aside
    assert not session.jobs.running


def test_the_keyboard_stays_in_the_list(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    window.actions_["set_aside"].trigger()
    qtbot.waitExposed(window.set_aside)
    window.set_aside.activateWindow()
    button = next(button for button in window.set_aside.findChildren(QPushButton) if button.accessibleName())
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not session.controller.texts[0].set_aside)
    focused = window.set_aside.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == session.words("window.take_back")


def test_delete_sets_the_chosen_clause_aside(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    choose(window, "t1.c4", 1)
    place = window.page.table.currentIndex().row()
    press_delete(window, qtbot)
    qtbot.waitUntil(lambda: "t1.c4" not in left_clauses(session))
    assert window.page.table.currentIndex().row() == place, "its counterpart is still there, now alone"
    assert window.page.table.hasFocus()
    assert session.controller.texts[0].set_aside[-1].text.startswith("2. 양측은 매년")
    assert "f2" not in session.controller.found
    assert session.words("edit.set_aside") in window.actions_["undo"].text()
    window.actions_["undo"].trigger()
    assert "f2" in session.controller.found
    assert window.page.table.currentIndex().row() == place


def test_where_the_whole_row_goes_the_next_one_is_chosen(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    choose(window, "t1.c5", 1)
    place = window.page.table.currentIndex().row()
    press_delete(window, qtbot)
    qtbot.waitUntil(lambda: "t1.c5" not in left_clauses(session))
    assert window.page.table.currentIndex().row() == place
    assert window.page.table.active_clauses[0].clause == "t1.c6"
    window.actions_["undo"].trigger()
    assert window.page.table.active_clauses[0].clause == "t1.c6", "the chosen clause stays chosen"


def test_a_finding_that_goes_with_its_clause_is_current_no_more(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    session.controller.select("f2")
    session.controller.set_verdict(Verdict.ERROR)
    press_delete(window, qtbot)
    qtbot.waitUntil(lambda: "f2" not in session.controller.found)
    assert session.controller.current == ""
    assert not window.actions_["accept"].isEnabled()
    assert window.findings.model.place("f2") is None
    window.actions_["undo"].trigger()
    assert session.controller.found["f2"].entry.judgement.verdict is Verdict.ERROR


def test_a_current_finding_elsewhere_stays_current(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    session.controller.select("f6")
    choose(window, "t1.c5", 1)
    press_delete(window, qtbot)
    qtbot.waitUntil(lambda: "f3" not in session.controller.found)
    assert session.controller.current == "f6"
    assert window.findings.model.finding(window.findings.list.currentIndex().row()) == "f6"


def test_an_empty_side_has_nothing_to_set_aside(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    choose(window, "t1.c5", 2)
    press_delete(window, qtbot)
    assert not session.jobs.running
    assert session.words("message.no_clause_chosen") in window.line.currentMessage()


def test_the_only_clause_of_a_text_stays(session: Session, qtbot: QtBot) -> None:
    review = example_review()
    left = replace(review.texts[0], clauses=review.texts[0].clauses[:1])
    comparison = review.comparisons[0]
    session.controller.open(Review((left, review.texts[1]), (replace(comparison, links=comparison.links[:1], findings=()),)))
    choose(session.window, "t1.c1", 1)
    press_delete(session.window, qtbot)
    assert not session.jobs.running
    assert session.words("message.only_clause") in session.window.line.currentMessage()


def test_of_several_clauses_in_a_cell_the_user_says_which(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    choose(window, "t2.c7", 2)
    press_delete(window, qtbot)
    entries = open_menu(qtbot, window)
    assert [entry.text().split()[0] for entry in entries] == ["5.", "6."]
    entries[1].trigger()
    qtbot.waitUntil(lambda: "t2.c8" not in right_clauses(session))
    assert "t2.c7" in right_clauses(session)


@pytest.mark.parametrize(("from_top", "clause"), [(0.2, "t2.c7"), (0.9, "t2.c8")])
def test_the_row_menu_is_about_the_clause_under_the_pointer(
    window: MainWindow, session: Session, qtbot: QtBot, from_top: float, clause: str
) -> None:
    choose(window, "t2.c7", 2)
    table = window.page.table
    box = table.visualRect(table.currentIndex())
    point = QPoint(box.center().x(), box.top() + round(box.height() * from_top))
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, table.viewport().mapToGlobal(point))
    QApplication.sendEvent(table.viewport(), asked)
    entries = open_menu(qtbot, window)
    next(entry for entry in entries if entry.text() == session.words("menu.set_clause_aside")).trigger()
    qtbot.waitUntil(lambda: clause not in right_clauses(session))


def test_cancel_leaves_the_texts_as_they_were(
    window: MainWindow, session: Session, qtbot: QtBot, comparer: FakeComparer
) -> None:
    comparer.may_go_on.clear()
    window.actions_["set_aside"].trigger()
    window.set_aside.take_back_wanted.emit("t1", session.controller.texts[0].set_aside[0])
    qtbot.waitUntil(comparer.slow_work_began.is_set)
    assert not window.actions_["set_clause_aside"].isEnabled()
    cancel = window.set_aside.findChild(QPushButton, "cancel_job")
    assert isinstance(cancel, QPushButton)
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(comparer.cancelled.is_set)
    assert session.controller.texts == example_review().texts
    assert window.actions_["set_clause_aside"].isEnabled()


def test_an_edit_for_texts_that_changed_meanwhile_is_not_applied(
    window: MainWindow, session: Session, qtbot: QtBot, comparer: FakeComparer
) -> None:
    choose(window, "t1.c5", 1)
    press_delete(window, qtbot)
    qtbot.waitUntil(lambda: "t1.c5" not in left_clauses(session))
    comparer.may_go_on.clear()
    choose(window, "t1.c3", 1)
    press_delete(window, qtbot)
    qtbot.waitUntil(comparer.slow_work_began.is_set)
    window.actions_["undo"].trigger()
    comparer.may_go_on.set()
    qtbot.waitUntil(window.message.isVisible)
    assert window.message.sentence == session.words("message.changed_meanwhile")
    assert session.controller.texts == example_review().texts


def test_a_note_written_meanwhile_is_kept(window: MainWindow, session: Session, qtbot: QtBot, comparer: FakeComparer) -> None:
    comparer.may_go_on.clear()
    choose(window, "t1.c5", 1)
    press_delete(window, qtbot)
    session.controller.select("f1")
    window.findings.card.note.setPlainText("확인함")
    comparer.may_go_on.set()
    qtbot.waitUntil(lambda: "t1.c5" not in left_clauses(session))
    assert session.controller.review is not None
    assert session.controller.review.judgement("f1").note == "확인함"
    assert window.findings.card.note.toPlainText() == "확인함"


def test_the_row_under_the_eye_keeps_still(session: Session, qtbot: QtBot, qapp: QApplication) -> None:
    session.controller.open(long_review())
    table = session.window.page.table
    qapp.processEvents()
    table.go_to(5000)
    choose(session.window, "t1.c5#600", 1)
    table.go_to(place_of(session.window, "t1.c5#600"))
    above, below = "t1.c4#600", "t1.c6#600"
    tops = [table.rowViewportPosition(place_of(session.window, clause)) for clause in (above, below)]
    height = table.rowHeight(place_of(session.window, "t1.c5#600"))
    press_delete(session.window, qtbot)
    qtbot.waitUntil(lambda: "t1.c5#600" not in left_clauses(session))
    now = [table.rowViewportPosition(place_of(session.window, clause)) for clause in (above, below)]
    assert now in ([tops[0], tops[1] - height], [tops[0] + height, tops[1]])
    session.window.actions_["undo"].trigger()
    assert table.rowViewportPosition(place_of(session.window, below)) == now[1]


def test_what_was_not_read_is_said_once_a_source(session: Session, qtbot: QtBot) -> None:
    review = example_review()
    source = replace(review.texts[0].source, unread=(Unread("picture", 1), Unread("hologram", 2)))
    texts = tuple(replace(text, source=source) for text in review.texts)
    session.controller.open(Review(texts, review.comparisons))
    sentence = "읽지 못한 것 3: 그림 1, hologram 2"
    assert unread_sentence(session.words, source) == sentence
    docked = [label for label in session.window.documents.findChildren(QLabel) if label.text() == sentence]
    assert [label.isVisible() for label in docked] == [True]
    session.window.actions_["set_aside"].trigger()
    assert sentence in shown_labels(session.window.set_aside)
    assert unread_sentence(session.words, SourceFile("a.txt", "0" * 64, "")) == ""


def test_many_parts_are_shown_on_demand(session: Session, qtbot: QtBot) -> None:
    review = example_review()
    part = review.texts[0].set_aside[0]
    many = tuple(replace(part, text=f"{number}쪽") for number in range(250))
    session.controller.open(Review((replace(review.texts[0], set_aside=many), review.texts[1]), review.comparisons))
    dialog = session.window.set_aside
    session.window.actions_["set_aside"].trigger()
    assert "249쪽" not in shown_labels(dialog)
    more = next(button for button in dialog.findChildren(QPushButton) if "190" in button.text())
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert "249쪽" in shown_labels(dialog)
