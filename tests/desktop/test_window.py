"""What a reviewer does in the window, through the real window."""

from __future__ import annotations

import re
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.dialogs.fault_dialog import FaultReporter
from desktop.dialogs.questions import DialogQuestions
from desktop.documents.outline_view import ENTRY
from desktop.main_window import MainWindow
from desktop.side_by_side.row_filter import RowFilter
from desktop.traces.settings import Settings, Theme
from resources.wording_table import load_wording
from tests.desktop.fakes import FakeComparer, FakeQuestions, FakeWriter
from treaty.model import Language
from treaty.review.review import Verdict
from treaty.review.rows import RowKind


def press(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    window.activateWindow()
    window.page.table.setFocus()
    qtbot.keyClick(window.page.table, key, modifier)


def verdict_of(session: Session, finding: str) -> Verdict | None:
    assert session.controller.review is not None
    return session.controller.review.judgement(finding).verdict


def test_shows_the_welcome_page_while_nothing_is_open(session: Session) -> None:
    assert session.window.welcome.isVisible()
    assert not session.window.findings.isVisible()
    assert not session.window.actions_["save"].isEnabled()


def test_open_compares_the_chosen_files_and_shows_every_row(
    session: Session, qtbot: QtBot, comparer: FakeComparer, questions: FakeQuestions
) -> None:
    session.window.actions_["open"].trigger()
    qtbot.waitUntil(lambda: session.controller.review is not None)
    assert comparer.compared == [[questions.folder / "ko.txt", questions.folder / "en.txt"]]
    assert session.window.page.table.isVisible()
    assert session.window.page.model.rowCount() == len(session.controller.rows)
    assert "한빛공화국" in session.window.windowTitle()


def test_two_files_that_hardly_share_anything_are_shown_and_doubted(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    session.window.open_files([tmp_path / "unlike.txt", tmp_path / "en.txt"])
    qtbot.waitUntil(lambda: session.controller.review is not None)
    assert session.window.page.table.isVisible()
    assert session.window.message.isVisible()
    assert session.window.message.sentence.endswith(session.words("message.hardly_alike", left="", right="")[-20:])


def test_f8_goes_through_the_open_findings_and_round(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    seen = []
    for _ in range(7):
        press(qtbot, window, Qt.Key.Key_F8)
        seen.append(session.controller.current)
    assert seen == ["f1", "f2", "f3", "f4", "f5", "f6", "f1"]
    press(qtbot, window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert session.controller.current == "f6"


def test_the_current_finding_is_selected_in_table_list_outline_and_card(window: MainWindow, session: Session) -> None:
    session.controller.select("f2")
    place = window.page.table.currentIndex().row()
    assert any(entry.finding.id == "f2" for entry in window.page.model.row(place).findings)
    assert window.findings.model.finding(window.findings.list.currentIndex().row()) == "f2"
    assert window.findings.card.isVisible()
    assert window.documents.outline.currentIndex().data().startswith("제4항")


def test_verdict_keys_and_undo(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_F8)
    press(qtbot, window, Qt.Key.Key_1)
    assert verdict_of(session, "f1") is Verdict.ERROR
    press(qtbot, window, Qt.Key.Key_2)
    assert verdict_of(session, "f1") is Verdict.FALSE_ALARM
    assert window.isWindowModified()
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert verdict_of(session, "f1") is Verdict.ERROR
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert verdict_of(session, "f1") is None
    assert not window.isWindowModified()
    press(qtbot, window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert verdict_of(session, "f1") is Verdict.ERROR
    press(qtbot, window, Qt.Key.Key_0)
    assert verdict_of(session, "f1") is None


def test_a_digit_in_the_note_is_a_digit(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_F8)
    press(qtbot, window, Qt.Key.Key_Return)
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


def test_row_filters(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    model = window.page.model
    assert model.filter is RowFilter.DIFFERENT
    shown = [model.row(place) for place in range(model.rowCount())]
    assert all(row.findings or row.kind is RowKind.HEADING for row in shown)
    assert session.controller.review is not None
    session.controller.select("f1")
    session.controller.set_verdict(Verdict.ERROR)
    press(qtbot, window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert model.filter is RowFilter.ALL, "the current finding is decided: it stays in sight, so the filter is lifted"


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


def test_an_unreadable_file_shows_one_sentence_and_leaves_the_review(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    before = session.controller.review
    window.open_files([Path("missing.txt")])
    qtbot.waitUntil(window.message.isVisible)
    assert window.message.sentence
    assert session.controller.review is before


def test_a_fault_is_one_sentence_with_details_to_copy(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QMessageBox] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box))
    fault = RuntimeError("a fault")
    FaultReporter(lambda: session.words)(RuntimeError, fault, None)
    assert shown[0].text() == session.words("message.fault")
    assert session.words("window.copy_details") in {button.text() for button in shown[0].buttons()}


def test_cancel_stops_the_work_and_changes_nothing(session: Session, qtbot: QtBot, comparer: FakeComparer) -> None:
    session.window.open_files([Path("slow.txt")])
    cancel = session.window.centralWidget().findChild(QPushButton, "cancel_job")
    assert isinstance(cancel, QPushButton)
    qtbot.waitUntil(comparer.slow_work_began.is_set)
    assert cancel.isVisible()
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(comparer.cancelled.is_set)
    assert not session.jobs.running
    assert session.controller.review is None
    assert not session.window.message.isVisible()


def test_dropped_files_are_compared_and_the_unsaved_review_can_be_taken_up_again(
    window: MainWindow, session: Session, qtbot: QtBot, comparer: FakeComparer
) -> None:
    before = session.controller.review
    session.controller.select("f1")
    session.controller.set_verdict(Verdict.QUERY)
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile("/papers/a.txt"), QUrl.fromLocalFile("/papers/b.txt")])
    window.dropEvent(
        QDropEvent(
            QPointF(200, 200),
            Qt.DropAction.CopyAction,
            dragged,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: session.controller.review is not before)
    assert comparer.compared[-1] == [Path("/papers/a.txt"), Path("/papers/b.txt")]
    back = window.message.findChild(QPushButton)
    assert isinstance(back, QPushButton)
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert session.controller.review is before
    assert verdict_of(session, "f1") is Verdict.QUERY
    assert session.controller.next_undo == "edit.judge"


def test_save_and_export(
    window: MainWindow, session: Session, qtbot: QtBot, comparer: FakeComparer, writer: FakeWriter
) -> None:
    session.controller.select("f1")
    session.controller.set_verdict(Verdict.ERROR)
    window.actions_["save"].trigger()
    assert [path.suffix for path in comparer.saved] == [".daejo"]
    assert not session.controller.unsaved
    window.actions_["export"].trigger()
    qtbot.waitUntil(lambda: bool(writer.written))
    report, path = writer.written[0]
    assert path.suffix == ".docx"
    assert len(report.rows) == len(session.controller.rows)


def test_closing_with_unsaved_work_asks(window: MainWindow, session: Session, questions: FakeQuestions) -> None:
    session.controller.select("f1")
    session.controller.set_verdict(Verdict.ERROR)
    questions.discard = None
    assert not window.close()
    questions.discard = False
    assert window.close()
    assert not session.controller.unsaved


def test_copies_selected_rows_as_a_table(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    session.controller.select("f2")
    press(qtbot, window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().mimeData()
    assert "4주간 현장 훈련" in copied.text().split("\t")[0]
    assert "four months" in copied.text().split("\t")[1]
    assert "<td>" in copied.html()


def test_f2_opens_a_reader_over_the_cell(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    session.controller.select("f2")
    press(qtbot, window, Qt.Key.Key_F2)
    reader = window.page.table.findChild(QTextEdit, "clause_reader")
    assert isinstance(reader, QTextEdit)
    assert reader.isReadOnly()
    assert "4주간" in reader.toPlainText()


def test_docks_close_and_open_by_key(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_F4)
    assert not window.findings.isVisible()
    press(qtbot, window, Qt.Key.Key_F4)
    assert window.findings.isVisible()


def test_text_size_by_key(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    table = window.page.table
    before = table.rowHeight(2)
    for _ in range(4):
        window.actions_["larger"].trigger()
    assert table.rowHeight(2) > before
    window.actions_["usual_size"].trigger()
    assert table.rowHeight(2) == before


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


def test_every_wording_key_in_the_code_exists() -> None:
    words = load_wording("ko")
    code = "\n".join(path.read_text(encoding="utf-8") for path in Path("desktop").rglob("*.py"))
    keys = set(re.findall(r'"((?:window|menu|edit|progress|message)\.[a-z_0-9]+)"', code))
    assert keys
    assert not {key for key in keys if key not in words}


def test_every_button_and_field_has_a_name_for_screen_readers(window: MainWindow) -> None:
    window.findings.model.read()
    nameless = [
        button.objectName() or repr(button)
        for button in window.findChildren(QPushButton)
        if button.isVisible() and not (button.accessibleName() or button.text())
    ]
    assert not nameless
    assert window.page.table.accessibleName()


def test_a_wide_window_and_a_narrow_one_show_the_same_rows(window: MainWindow, qtbot: QtBot) -> None:
    table = window.page.table
    rows = window.page.model.rowCount()
    window.resize(1000, 700)
    qtbot.wait(20)
    assert table.columnViewportPosition(2) + table.columnWidth(2) <= table.viewport().width() + 1
    assert window.page.model.rowCount() == rows
    export = window.toolbar.widgetForAction(window.actions_["export"])
    assert export.isVisible()
    assert export.geometry().right() < window.toolbar.width()
    assert table.rowAt(5) == 0


def test_the_theme_is_remembered(session: Session, settings: Settings) -> None:
    session.window.actions_["theme_dark"].trigger()
    assert settings.theme is Theme.DARK


def test_the_outline_counts_what_is_still_open(window: MainWindow, session: Session) -> None:
    session.controller.select("f2")
    entry = window.documents.outline.currentIndex()
    assert entry.data(ENTRY).open == 6
    session.controller.set_verdict(Verdict.ERROR)
    assert entry.data(ENTRY).open == 5
    session.controller.undo()
    assert entry.data(ENTRY).open == 6
