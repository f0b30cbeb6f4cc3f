"""The real window: opening, saving, closing, what goes wrong, and what stands where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.dialogs.fault_dialog import FaultReporter
from desktop.main_window import MainWindow
from desktop.side_by_side.row_filter import RowFilter
from resources.wording_table import load_wording
from tests.desktop.fakes import FakeComparer, FakeQuestions, FakeWriter
from tests.desktop.hands import CTRL, press
from treaty.review.review import Verdict
from treaty.review.rows import RowKind


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


def test_row_filters(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    press(window, qtbot, Qt.Key.Key_2, CTRL)
    model = window.page.model
    assert model.filter is RowFilter.DIFFERENT
    shown = [model.row(place) for place in range(model.rowCount())]
    assert all(row.findings or row.kind is RowKind.HEADING for row in shown)
    assert session.controller.review is not None
    session.controller.select("f1")
    session.controller.set_verdict(Verdict.ERROR)
    press(window, qtbot, Qt.Key.Key_3, CTRL)
    assert model.filter is RowFilter.ALL, "the current finding is decided: it stays in sight, so the filter is lifted"


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
    assert before is not None
    assert before.judgement("f1").verdict is Verdict.QUERY
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
    press(window, qtbot, Qt.Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().mimeData()
    assert "4주간 현장 훈련" in copied.text().split("\t")[0]
    assert "four months" in copied.text().split("\t")[1]
    assert "<td>" in copied.html()


def test_f2_opens_a_reader_over_the_cell(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    session.controller.select("f2")
    press(window, qtbot, Qt.Key.Key_F2)
    reader = window.page.table.findChild(QTextEdit, "clause_reader")
    assert isinstance(reader, QTextEdit)
    assert reader.isReadOnly()
    assert "4주간" in reader.toPlainText()


def test_docks_close_and_open_by_key(window: MainWindow, qtbot: QtBot) -> None:
    press(window, qtbot, Qt.Key.Key_F4)
    assert not window.findings.isVisible()
    press(window, qtbot, Qt.Key.Key_F4)
    assert window.findings.isVisible()


def test_text_size_by_key(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    table = window.page.table
    before = table.rowHeight(2)
    for _ in range(4):
        window.actions_["larger"].trigger()
    assert table.rowHeight(2) > before
    window.actions_["usual_size"].trigger()
    assert table.rowHeight(2) == before


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
