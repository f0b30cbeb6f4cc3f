"""The import dialog: what was recognised, corrected before it is compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.importing.import_dialog import ImportDialog
from desktop.importing.preview_model import PreviewModel, preview_lines
from desktop.importing.recognised import Recognised, first_guess
from desktop.traces.settings import Settings
from resources.wording_table import load_wording
from tests.desktop.fakes import FakeComparer
from tests.example_review import example_review
from treaty.model import Relation


@pytest.fixture
def dialog(session: Session, settings: Settings, qtbot: QtBot) -> ImportDialog:
    settings.looks_first = True
    session.window.filing.look_at_files([Path("ko.txt"), Path("en.txt")])
    shown = session.window.importing_dialog
    qtbot.waitUntil(shown.isVisible)
    return shown


def test_nothing_is_compared_before_it_was_looked_at(dialog: ImportDialog, session: Session, comparer: FakeComparer) -> None:
    assert comparer.compared_texts == []
    assert session.controller.review is None
    dialog.reject()
    assert session.controller.review is None


def test_compares_what_is_shown_as_it_was_corrected(
    dialog: ImportDialog, session: Session, comparer: FakeComparer, qtbot: QtBot
) -> None:
    dialog.sides.boxes[0].activated.emit(1)
    dialog.findChildren(QRadioButton)[-1].click()
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.controller.review is not None)
    (texts, relation), *_ = comparer.compared_texts
    assert [text.id for text in texts] == [text.id for text in reversed(example_review().texts)]
    assert relation is Relation.COUNTERPART


def test_a_part_goes_into_its_text_and_a_clause_out_by_the_keyboard(
    dialog: ImportDialog, session: Session, comparer: FakeComparer, qtbot: QtBot
) -> None:
    model = dialog.preview.model()
    assert isinstance(model, PreviewModel)
    before = example_review().texts
    row = next(row for row in range(model.rowCount()) if model.line(row).part)
    part = model.line(row).part
    dialog.preview.setCurrentIndex(model.index(row))
    qtbot.keyClick(dialog.preview, Qt.Key.Key_Space)
    clause = next(row for row in range(model.rowCount()) if model.line(row).clause == before[0].clauses[2].id)
    dialog.preview.setCurrentIndex(model.index(clause))
    qtbot.keyClick(dialog.preview, Qt.Key.Key_Space)
    dialog.start.click()
    qtbot.waitUntil(lambda: bool(comparer.compared_texts))
    texts = comparer.compared_texts[0][0]
    assert part is not None
    assert part.text in {clause.text for text in texts for clause in text.clauses}
    assert before[0].clauses[2].id not in {clause.id for clause in texts[0].clauses}


def test_one_text_alone_cannot_be_compared_until_a_file_is_added(session: Session, settings: Settings, qtbot: QtBot) -> None:
    settings.looks_first = True
    session.window.filing.look_at_files([Path("ko.txt")])
    dialog = session.window.importing_dialog
    qtbot.waitUntil(dialog.isVisible)
    assert not dialog.start.isEnabled()
    more = next(button for button in dialog.findChildren(QPushButton) if button.text() == session.words("window.import_more"))
    more.click()
    qtbot.waitUntil(dialog.start.isEnabled)


def test_a_file_that_cannot_be_read_is_told_as_ever(session: Session, settings: Settings, qtbot: QtBot) -> None:
    settings.looks_first = True
    session.window.filing.look_at_files([Path("missing.txt")])
    qtbot.waitUntil(session.window.message.isVisible)
    assert not session.window.importing_dialog.isVisible()


def test_the_preview_has_every_clause_and_part_once_and_keeps_the_contract(qtbot: QtBot) -> None:
    texts = example_review().texts
    lines = preview_lines(texts, load_wording("ko"))
    shown = [line.clause or line.part for line in lines]
    there = [each for text in texts for each in (*(clause.id for clause in text.clauses), *text.set_aside)]
    assert len(shown) == len(there)
    assert set(shown) == set(there)
    model = PreviewModel(load_wording("ko"))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(texts)
    assert tester.model() is model


def test_the_first_guess_puts_another_language_beside_the_first_text() -> None:
    korean, english = example_review().texts
    assert first_guess([korean, korean, english]).right == 2
    assert first_guess([korean, korean]).right == 1
    assert not first_guess([korean]).ready


def test_choosing_the_same_text_twice_exchanges_the_sides() -> None:
    now = Recognised(example_review().texts)
    assert now.with_left(1).compared == tuple(reversed(now.compared))
    assert now.with_right(0).compared == tuple(reversed(now.compared))
