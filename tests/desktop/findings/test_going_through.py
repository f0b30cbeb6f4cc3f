"""Going through the findings and judging them: table, list, outline and card go together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.documents.outline_view import ENTRY
from desktop.main_window import MainWindow
from tests.desktop.hands import CTRL, SHIFT, press
from treaty.review.review import Verdict
from treaty.review.rows import RowKind


def verdict_of(session: Session, finding: str) -> Verdict | None:
    assert session.controller.review is not None
    return session.controller.review.judgement(finding).verdict


def test_f8_goes_through_the_open_findings_and_round(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    seen = []
    for _ in range(7):
        press(window, qtbot, Qt.Key.Key_F8)
        seen.append(session.controller.current)
    assert seen == ["f1", "f2", "f3", "f4", "f5", "f6", "f1"]
    press(window, qtbot, Qt.Key.Key_F8, SHIFT)
    assert session.controller.current == "f6"


def test_the_current_finding_is_selected_in_table_list_outline_and_card(window: MainWindow, session: Session) -> None:
    session.controller.select("f2")
    place = window.page.table.currentIndex().row()
    assert any(entry.finding.id == "f2" for entry in window.page.model.row(place).findings)
    assert window.findings.model.finding(window.findings.list.currentIndex().row()) == "f2"
    assert window.findings.card.isVisible()
    assert window.documents.outline.currentIndex().data().startswith("제4항")


def test_verdict_keys_and_undo(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    press(window, qtbot, Qt.Key.Key_F8)
    press(window, qtbot, Qt.Key.Key_1)
    assert verdict_of(session, "f1") is Verdict.ERROR
    press(window, qtbot, Qt.Key.Key_2)
    assert verdict_of(session, "f1") is Verdict.FALSE_ALARM
    assert window.isWindowModified()
    press(window, qtbot, Qt.Key.Key_Z, CTRL)
    assert verdict_of(session, "f1") is Verdict.ERROR
    press(window, qtbot, Qt.Key.Key_Z, CTRL)
    assert verdict_of(session, "f1") is None
    assert not window.isWindowModified()
    press(window, qtbot, Qt.Key.Key_Y, CTRL)
    assert verdict_of(session, "f1") is Verdict.ERROR
    press(window, qtbot, Qt.Key.Key_0)
    assert verdict_of(session, "f1") is None


def test_a_digit_in_the_note_is_a_digit(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    press(window, qtbot, Qt.Key.Key_F8)
    press(window, qtbot, Qt.Key.Key_Return)
    note = window.findings.card.note
    qtbot.keyClicks(note, "1")
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    assert verdict_of(session, "f1") is None
    assert session.controller.review is not None
    assert session.controller.review.judgement("f1").note == "1"


def test_a_note_is_kept_when_another_finding_is_chosen(window: MainWindow, session: Session) -> None:
    session.controller.select("f1")
    window.findings.card.note.setPlainText("확인함")
    session.controller.select("f2")
    assert session.controller.review is not None
    assert session.controller.review.judgement("f1").note == "확인함"
    assert window.findings.card.note.toPlainText() == ""


def test_dismissed_findings_stay_listed_and_marked(window: MainWindow, session: Session) -> None:
    session.controller.select("f2")
    session.controller.set_verdict(Verdict.FALSE_ALARM)
    assert window.findings.model.place("f2") is not None
    row = session.controller.rows[session.controller.found["f2"].row]
    assert row.gravest is None
    assert all(mark.dismissed for cell in row.cells for clause in cell.clauses for mark in clause.marks)


def test_a_click_on_a_mark_selects_its_finding(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    table = window.page.table
    row = session.controller.found["f2"].row
    place = window.page.model.place(row)
    assert place is not None
    box = table.visualRect(window.page.model.index(place, 1))
    laid = table.itemDelegate().laid_out(place, 1, box.width()).clauses[0]  # type: ignore[attr-defined]
    mark = laid.clause.marks[0]
    middle = laid.stretches(mark.span)[0].center().toPoint()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + middle)
    assert session.controller.current == "f2"


def test_a_click_on_a_pointer_goes_where_the_clause_is_shown(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    table, model = window.page.table, window.page.model
    place = next(place for place in range(model.rowCount()) if model.row(place).kind is RowKind.POINTER)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(model.index(place, 2)).center())
    assert model.source(table.currentIndex().row()) == model.row(place).target


def test_a_finding_chosen_in_the_list_becomes_current(window: MainWindow, session: Session) -> None:
    place = window.findings.model.place("f6")
    assert place is not None
    window.findings.list.setCurrentIndex(window.findings.model.index(place))
    assert session.controller.current == "f6"


def test_info_findings_are_shown_on_demand(window: MainWindow, session: Session) -> None:
    assert "f7" not in session.controller.found
    session.controller.show_info(True)
    assert "f7" in session.controller.found
    session.controller.show_info(False)
    assert "f7" not in session.controller.found


def test_filter_by_text_says_when_nothing_fits(window: MainWindow) -> None:
    window.findings.text_filter.setText("four months")
    assert window.findings.model.place("f2") is not None
    assert window.findings.model.place("f1") is None
    window.findings.text_filter.setText("없는 말")
    assert window.findings.model.rowCount() == 0


def test_the_outline_counts_what_is_still_open(window: MainWindow, session: Session) -> None:
    session.controller.select("f2")
    entry = window.documents.outline.currentIndex()
    assert entry.data(ENTRY).open == 6
    session.controller.set_verdict(Verdict.ERROR)
    assert entry.data(ENTRY).open == 5
    session.controller.undo()
    assert entry.data(ENTRY).open == 6
