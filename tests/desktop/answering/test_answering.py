"""Pointing at a word lights what answers it; a row tells why it is linked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.answering.why_dialog import WhyDialog
from desktop.application import Session
from desktop.main_window import MainWindow
from desktop.side_by_side.highlights import Spans
from desktop.window.status_line import StatusLine


@pytest.fixture
def ready(window: MainWindow, session: Session, qtbot: QtBot) -> MainWindow:
    """The window with the tables loaded."""
    if session.loader.lookup() is None:
        with qtbot.waitSignal(session.loader.loaded, timeout=30_000):
            pass
    return window


def point_at(window: MainWindow, words: str, column: int) -> None:
    """Moves the pointer over the first letter of these words."""
    table, model = window.page.table, window.page.model
    for place in range(model.rowCount()):
        for laid in table._delegate.laid_out(place, column, table.columnWidth(column)).clauses:
            start = laid.clause.text.find(words)
            if start < 0:
                continue
            table.go_to(place, column)
            corner = table.visualRect(model.index(place, column)).topLeft()
            move(window, corner + (laid.caret(start) + QPointF(3, -5)).toPoint())
            return
    raise AssertionError(words)


def move(window: MainWindow, point: QPoint) -> None:
    none, left = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    at = QPointF(point)
    viewport = window.page.table.viewport()
    event = QMouseEvent(QMouseEvent.Type.MouseMove, at, viewport.mapToGlobal(at), none, none, left)
    QApplication.sendEvent(viewport, event)


def lit(window: MainWindow) -> list[str]:
    answering: Spans = window.page.table._delegate.highlights.answering
    texts = {
        clause.clause: clause.text
        for place in range(window.page.model.rowCount())
        for cell in window.page.model.row(place).cells
        for clause in cell.clauses
    }
    return sorted(span.of(texts[clause]) for clause, spans in answering.items() for span in spans)


def said(line: StatusLine) -> str:
    return " ".join(label.text() for label in line.findChildren(QLabel))


def test_a_figure_lights_its_counterpart_and_the_status_bar_says_what_was_read(ready: MainWindow) -> None:
    point_at(ready, "10명", 1)
    assert "10명" in lit(ready)[0]
    assert "ten" in " ".join(lit(ready))
    assert "ten" in said(ready.line)
    move(ready, QPoint(2, 2))
    assert lit(ready) == []


def test_a_word_of_the_lexicon_lights_its_rendering(ready: MainWindow) -> None:
    point_at(ready, "훈련", 1)
    assert lit(ready) == sorted(["훈련", "training"])


def test_the_keyboard_goes_from_value_to_value(ready: MainWindow, session: Session) -> None:
    session.controller.select("f2")
    ready.actions_["next_value"].trigger()
    first = lit(ready)
    ready.actions_["next_value"].trigger()
    second = lit(ready)
    ready.actions_["previous_value"].trigger()
    assert first
    assert second != first == lit(ready)


def test_why_clauses_are_linked(ready: MainWindow, session: Session) -> None:
    session.controller.select("f2")
    ready.actions_["why_linked"].trigger()
    why = ready.findChild(WhyDialog)
    assert isinstance(why, WhyDialog)
    words = " ".join(label.text() for label in why.findChildren(QLabel))
    assert "↔" in words
    assert session.words("window.why_values") in words
    why.close()
