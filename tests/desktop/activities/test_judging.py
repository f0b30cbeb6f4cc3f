"""Judging in the window: states, verdicts with all that belongs to them, own findings, remarks, lasting dismissals."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.dialogs.asking import ListDialog, WordsDialog
from desktop.dialogs.own_finding import OwnFindingDialog
from desktop.main_window import MainWindow
from desktop.operations.desk import OwnFinding
from desktop.side_by_side.reading_place import chosen_words
from desktop.side_by_side.rows_model import words_of
from desktop.traces.settings import Settings
from tests.desktop.fakes import FakeQuestions
from tests.desktop.hands import ALT, CTRL, SHIFT, choose, place_of, press
from treaty.model import MinistryClass, Severity, Span
from treaty.review.review import Judgement, Review, RowState, Verdict
from treaty.review.rows import RowKind


def review_of(session: Session) -> Review:
    assert session.controller.review is not None
    return session.controller.review


def judgement(session: Session, finding: str) -> Judgement:
    return review_of(session).judgement(finding)


def select_in_reader(window: MainWindow, qtbot: QtBot, words: str) -> QTextEdit:
    """Opens the reader over the chosen cell and selects words in it."""
    press(window, qtbot, Qt.Key.Key_F2)
    reader = next(each for each in window.page.table.findChildren(QTextEdit, "clause_reader") if each.isVisible())
    start = reader.toPlainText().index(words)
    cursor = reader.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    reader.setTextCursor(cursor)
    return reader


def test_a_state_is_given_by_key_shown_and_counted(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    choose(window, "t1.c3", 1)
    press(window, qtbot, Qt.Key.Key_Space)
    row = window.page.model.row(place_of(window, "t1.c3"))
    assert row.state is RowState.READ
    assert "7행 중 1행" in window.line._links.text()
    press(window, qtbot, Qt.Key.Key_6)
    assert window.page.model.row(place_of(window, "t1.c3")).state is RowState.TO_DISCUSS
    spoken = window.page.model.data(window.page.model.index(place_of(window, "t1.c3"), 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken is not None
    assert session.words("state.to_discuss") in spoken
    press(window, qtbot, Qt.Key.Key_6)
    assert not review_of(session).states, "the same state again takes it away"
    assert session.words("edit.state") in window.actions_["undo"].text()
    window.actions_["undo"].trigger()
    assert list(review_of(session).states.values()) == [RowState.TO_DISCUSS]


def test_all_chosen_rows_get_a_state_as_one_edit(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    choose(window, "t1.c3", 1)
    press(window, qtbot, Qt.Key.Key_Down, SHIFT)
    press(window, qtbot, Qt.Key.Key_5)
    assert list(review_of(session).states.values()) == [RowState.AGREED, RowState.AGREED]
    window.actions_["undo"].trigger()
    assert not review_of(session).states


def test_next_unread_goes_round_the_rows_that_say_something(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    seen = []
    choose(window, "t1.c3", 1)
    for _ in range(7):
        press(window, qtbot, Qt.Key.Key_Space)
        press(window, qtbot, Qt.Key.Key_F6)
        seen.append(window.page.model.row(window.page.table.currentIndex().row()).kind)
    assert set(seen) == {RowKind.CLAUSES}
    assert session.words("message.all_read") in window.line.currentMessage()
    assert session.controller.shown.read == session.controller.shown.to_read == 7


def test_what_is_said_of_a_finding_is_signed(window: MainWindow, session: Session, settings: Settings, qtbot: QtBot) -> None:
    settings.reviewer = "이검토"
    session.controller.select("f2")
    press(window, qtbot, Qt.Key.Key_4)
    form = window.findings.card.form
    form.note.setPlainText("메모")
    form.suggestion.setPlainText("4개월간")
    window.findings.card.commit_note()
    form.severity.setCurrentIndex(form.severity.findData("minor"))
    form.severity.activated.emit(form.severity.currentIndex())
    form.ministry_class.setCurrentIndex(form.ministry_class.findData("omission"))
    form.ministry_class.activated.emit(form.ministry_class.currentIndex())
    said = judgement(session, "f2")
    assert (said.verdict, said.note, said.suggestion) == (Verdict.ACCEPTED_DIFFERENCE, "메모", "4개월간")
    assert (said.severity, said.ministry_class, said.author) == (Severity.MINOR, MinistryClass.OMISSION, "이검토")
    assert said.at
    assert "이검토" in form._signature.text()
    listed = window.findings.model.place("f2")
    assert listed is not None
    heads = [window.findings.model.line(row) for row in range(listed) if not window.findings.model.finding(row)]
    assert heads[-1].severity is Severity.MINOR, "it stands in the group of its new gravity"
    form.severity.setCurrentIndex(form.severity.findData("critical"))
    form.severity.activated.emit(form.severity.currentIndex())
    assert judgement(session, "f2").severity is None, "as it was found"
    for _ in range(6):
        window.actions_["undo"].trigger()
    assert judgement(session, "f2") == Judgement()


def test_an_own_finding_is_made_on_selected_words(
    window: MainWindow, session: Session, questions: FakeQuestions, qtbot: QtBot
) -> None:
    questions.own = OwnFinding("term", Severity.CRITICAL, MinistryClass.INCONSISTENCY, "용어집과 다릅니다")
    choose(window, "t2.c8", 2)
    reader = select_in_reader(window, qtbot, "its results")
    window.actions_["own_finding"].trigger()
    reader.close()
    own = next(finding for finding in review_of(session).findings() if finding.rule == "own")
    assert own.right is not None
    assert (own.right.clause, own.right.text, own.severity) == ("t2.c8", "its results", Severity.CRITICAL)
    assert own.right.span.of(session.controller.texts[1].clause("t2.c8").text) == "its results"
    assert session.controller.current == own.id
    assert judgement(session, own.id).author == settings_name(session)
    window.actions_["undo"].trigger()
    assert own.id not in session.controller.found


def settings_name(session: Session) -> str:
    return session.controller.sign().author


def test_remarks_stand_in_the_row_and_in_the_panel(
    window: MainWindow, session: Session, questions: FakeQuestions, qtbot: QtBot
) -> None:
    questions.said = "다음 회의에서 확인"
    choose(window, "t1.c6", 1)
    height = window.page.table.rowHeight(place_of(window, "t1.c6"))
    press(window, qtbot, Qt.Key.Key_M, CTRL | ALT)
    assert window.page.table.rowHeight(place_of(window, "t1.c6")) > height
    (comment,) = review_of(session).comments.values()
    assert (comment.clause, comment.text, comment.span) == ("t1.c6", "다음 회의에서 확인", None)
    window.actions_["notes_dock"].setChecked(True)
    notes = window.notes
    notes.list.setCurrentIndex(notes.model.index(1))
    assert notes.chosen == comment
    choose(window, "t1.c3", 1)
    notes.list.setFocus()
    qtbot.waitUntil(notes.list.hasFocus)
    qtbot.keyClick(notes.list, Qt.Key.Key_Space)
    assert window.page.table.active_clauses[0].clause == "t1.c6"
    notes.list.setFocus()
    questions.said = "확인했음"
    qtbot.keyClick(notes.list, Qt.Key.Key_Return)
    assert [each.text for each in review_of(session).comments.values()] == ["확인했음"]
    notes.list.setCurrentIndex(notes.model.index(1))
    qtbot.keyClick(notes.list, Qt.Key.Key_Delete)
    assert not review_of(session).comments
    assert window.page.table.rowHeight(place_of(window, "t1.c6")) == height
    window.actions_["undo"].trigger()
    assert len(review_of(session).comments) == 1


def test_a_remark_can_be_on_some_words(window: MainWindow, session: Session, questions: FakeQuestions, qtbot: QtBot) -> None:
    questions.said = "어느 활동?"
    choose(window, "t1.c6", 1)
    select_in_reader(window, qtbot, "진행 중인 활동")
    window.actions_["comment"].trigger()
    (comment,) = review_of(session).comments.values()
    assert comment.span is not None
    assert comment.span.of(session.controller.texts[0].clause("t1.c6").text) == "진행 중인 활동"


def test_dismissing_all_like_one_is_listed_and_can_be_revoked(
    window: MainWindow, session: Session, questions: FakeQuestions, qtbot: QtBot
) -> None:
    questions.said = "관용 표현"
    session.controller.select("f1")
    press(window, qtbot, Qt.Key.Key_D, CTRL | SHIFT)
    assert judgement(session, "f1").verdict is Verdict.FALSE_ALARM
    (dismissal,) = review_of(session).dismissals.values()
    assert (dismissal.rule, dismissal.left, dismissal.reason) == ("C09", "가능한 한", "관용 표현")
    notes = window.notes
    notes.list.setCurrentIndex(notes.model.index(notes.model.rowCount() - 1))
    assert notes.chosen == dismissal
    notes._remove.click()
    assert not review_of(session).dismissals
    assert judgement(session, "f1").verdict is None
    window.actions_["undo"].trigger()
    assert judgement(session, "f1").verdict is Verdict.FALSE_ALARM


def test_without_a_reason_nothing_is_dismissed(window: MainWindow, session: Session, questions: FakeQuestions) -> None:
    questions.said = None
    session.controller.select("f1")
    window.actions_["dismiss_like"].trigger()
    assert not review_of(session).dismissals


@pytest.mark.parametrize(("words", "clause"), [("합계", "t1.c8"), ("5. 양측", "t1.c8")])
def test_words_with_a_number_before_them_are_words_of_the_clause(
    window: MainWindow, session: Session, words: str, clause: str
) -> None:
    cell = window.page.model.row(place_of(window, clause)).cells[0]
    start = words_of(cell).index(words)
    chosen = chosen_words(cell, Span(start, start + len(words)), start)
    assert chosen.clause.clause == clause
    assert chosen.span.of(chosen.clause.text) == words.removeprefix("5. ")


def test_words_in_the_second_clause_of_a_cell(window: MainWindow) -> None:
    cell = window.page.model.row(place_of(window, "t2.c7")).cells[1]
    start = words_of(cell).index("its results")
    chosen = chosen_words(cell, Span(start, start + 11), start + 11)
    assert (chosen.clause.clause, chosen.span.of(chosen.clause.text)) == ("t2.c8", "its results")
    assert chosen.clause.text[: chosen.caret].endswith("its results")


def test_dialogs_hand_on_what_was_said(session: Session, qtbot: QtBot) -> None:
    words = WordsDialog(session.words, "의견", "조항", "앞", False, session.window)
    line = WordsDialog(session.words, "번호", "", "1.", True, session.window)
    own = OwnFindingDialog(session.words, "물", session.window)
    listed = ListDialog(session.words, "목록", [("의견", "말")], session.window)
    qtbot.keyClicks(words._field, "b")
    assert (words.said(), line.said()) == ("앞b", "1.")
    own.kind.setCurrentIndex(own.kind.findData("number"))
    own.why.setPlainText(" 이유 ")
    assert own.said() == OwnFinding("number", Severity.MAJOR, MinistryClass.MISTRANSLATION, "이유")
    for dialog in (words, line, own, listed):
        dialog.open()
        dialog.accept_button.click()
        assert dialog.result() == 1


def test_the_card_comes_before_the_comments_when_a_finding_is_gone_to(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    window.actions_["notes_dock"].setChecked(True)
    qtbot.waitUntil(lambda: not window.notes.visibleRegion().isEmpty())
    press(window, qtbot, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: not window.findings.card.visibleRegion().isEmpty())
    assert window.notes.visibleRegion().isEmpty()
