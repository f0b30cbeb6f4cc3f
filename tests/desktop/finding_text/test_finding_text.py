"""Finding words in the texts and going to clauses by number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.finding_text.clause_address import AddressBook, parts_of
from desktop.finding_text.folding import folded, spans_of
from desktop.finding_text.text_search import TextSearch
from desktop.main_window import MainWindow
from desktop.side_by_side.row_filter import RowFilter
from tests.example_review import example_review
from treaty.review.rows import Cell, CellClause, Row, RowKind, rows


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("48 hours", "within 48\u00a0Hours", "48\u00a0Hours"),
        ("ABC", "（ＡＢＣ）", "ＡＢＣ"),
        ("party's", "The Party’s", "Party’s"),
        ("2028-2030", "2028–2030년", "2028–2030"),
        ("상호 파견", "상호\n  파견하여", "상호\n  파견"),
        ("information", "infor\u00admation", "infor\u00admation"),
        ("한국", "\u1112\u1161\u11ab국어", "\u1112\u1161\u11ab국"),
    ],
)
def test_words_are_found_however_they_are_written(typed: str, text: str, found: str) -> None:
    assert [span.of(text) for span in spans_of(folded(typed), text)] == [found]


@given(st.text(alphabet="aB 가\u00a0“–ＡŒ\u1112\u1161\u0301", max_size=12), st.text(alphabet="aB 가“", max_size=6))
def test_a_text_is_found_in_itself(text: str, around: str) -> None:
    if folded(text).strip():
        whole = f"{around}x {text} x"
        assert any(folded(text.strip()) in folded(span.of(whole)) for span in spans_of(folded(text).strip(), whole))


def test_hits_come_in_reading_order_and_can_be_asked_of_one_column() -> None:
    shown = rows(example_review())
    search = TextSearch()
    everywhere = search.hits(shown, "4")
    assert everywhere == sorted(everywhere, key=lambda hit: (hit.row, hit.column))
    assert {hit.column for hit in search.hits(shown, "4", 1)} == {1}
    assert search.hits(shown, "   ") == []


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("제3조 2항", ("3", "2")),
        ("3.2(b)", ("3", "2", "b")),
        ("4 ㅇ2", ("4", "ㅇ", "2")),
        ("제3조 ① 가", ("3", "1", "가")),
        ("Article IV (a)", ("iv", "a")),
        ("가목", ("가",)),
        ("제2장", ("2",)),
    ],
)
def test_what_tells_one_label_from_another(label: str, parts: tuple[str, ...]) -> None:
    assert parts_of(label) == parts


PATHS = [
    *("전문 ¶3", "제1조", "제3조", "제3조 ①", "제3조 ②", "제3조 ② 가", "제13조", "Article 3 2 (b)"),
    *("4 ㅇ2", "부속서 1", "부속서 1 3"),
]


def book_of(paths: list[str]) -> AddressBook:
    cells = [Cell((CellClause(str(number), "" if "¶" in path else path, path, "말", ()),)) for number, path in enumerate(paths)]
    return AddressBook([Row(RowKind.CLAUSES, (cell,), number) for number, cell in enumerate(cells)])


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ("제3조 2항", "제3조 ②"),
        ("3.2(b)", "Article 3 2 (b)"),
        ("3", "제3조"),
        ("3 나", None),
        ("4 ㅇ2", "4 ㅇ2"),
        ("부속서 1", "부속서 1"),
        ("1", "제1조"),
        ("art", "Article 3 2 (b)"),
        ("99", None),
    ],
)
def test_the_clause_that_is_meant_comes_first(asked: str, path: str | None) -> None:
    fitting = book_of(PATHS).fitting(asked)
    assert (fitting[0].path if fitting else None) == path


def test_everything_is_listed_while_nothing_is_asked() -> None:
    assert [address.path for address in book_of(PATHS).fitting("")] == PATHS


def type_korean(field: QLineEdit, words: str) -> None:
    """As an input method hands over what was composed."""
    composed = QInputMethodEvent()
    composed.setCommitString(words)
    QApplication.sendEvent(field, composed)


def test_searching_as_one_types_marks_counts_and_goes_on(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    window.actions_["find"].trigger()
    field = window.toolbar.search
    type_korean(field, "양측은")
    qtbot.waitUntil(lambda: bool(window.finder.hits))
    first = window.page.table.currentIndex().row()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    second = window.page.table.currentIndex().row()
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert second > first == window.page.table.currentIndex().row()
    assert window.find_strip.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not window.find_strip.isVisible()
    assert window.finder.hits == []


def test_jumping_by_number_lifts_the_filter(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    window.page.show_rows(RowFilter.UNLINKED)
    assert 0 < window.page.model.rowCount() < len(session.controller.rows)
    window.actions_["jump"].trigger()
    jump = window.finder.jump
    qtbot.keyClicks(jump.field, "2")
    qtbot.keyClick(jump.field, Qt.Key.Key_Return)
    assert not jump.isVisible()
    place = window.page.table.currentIndex().row()
    assert "10명의 역학조사관" in window.page.model.row(place).cells[0].clauses[0].text


def test_only_changed_rows_are_shown_between_versions(window: MainWindow) -> None:
    window.page.show_rows(RowFilter.CHANGED)
    model = window.page.model
    for place in range(model.rowCount()):
        texts = [[clause.text for clause in cell.clauses] for cell in model.row(place).cells]
        assert texts[0] != texts[1]
