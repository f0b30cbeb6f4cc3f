"""Versions in the window: what changed beside the clauses, and the four texts side by side."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.look.palette import LIGHT
from desktop.main_window import MainWindow
from desktop.side_by_side.rows_model import LINK_COLUMN
from desktop.toolkit import Toolkit
from tests.four_texts import write_four_texts
from treaty.model import Language
from treaty.progress import SilentProgress
from treaty.reading import read_treaty
from treaty.review.assembly import Instruments, assemble_review
from treaty.review.review import Review


@pytest.fixture(scope="module")
def four(instruments: Instruments, tmp_path_factory: pytest.TempPathFactory) -> Review:
    files = write_four_texts(tmp_path_factory.mktemp("four"))
    texts = [text for number, file in enumerate(files, start=1) for text in read_treaty(file, first=number)]
    return assemble_review(texts, None, instruments)


@pytest.fixture
def versions(open_session: Callable[[Language], Session], four: Review, qtbot: QtBot) -> MainWindow:
    session = open_session(Language.KOREAN)
    session.controller.open(four.copy())
    return session.window


def spoken(window: MainWindow, column: int, words: str) -> str:
    """What a screen reader says of a cell of the row that holds some words."""
    model = window.page.model
    row = next(place for place in range(model.rowCount()) if words in str(model.data(model.index(place, 1))))
    return str(model.data(model.index(row, column), Qt.ItemDataRole.AccessibleTextRole))


def colours(picture: QImage) -> set[str]:
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def test_the_columns_are_named_by_version_and_the_first_by_what_changed(versions: MainWindow) -> None:
    model = versions.page.model
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert heads == ["변경", "이전 본", "새 본"]
    assert spoken(versions, LINK_COLUMN, "등대의 고장을 안 날부터").startswith("완화")
    assert spoken(versions, LINK_COLUMN, "자신의 비용을").startswith("같음")


def test_a_clause_that_is_gone_is_said_to_be_gone(versions: MainWindow) -> None:
    assert spoken(versions, 2, "선박 회사의 대표").startswith("새 본 새 본에서 빠졌습니다")


def test_deleted_and_inserted_words_have_grounds_of_their_own(versions: MainWindow, qtbot: QtBot) -> None:
    shown = colours(versions.page.table.viewport().grab().toImage())
    assert {LIGHT.gone.name(), LIGHT.accent_tint.name(), LIGHT.accent.name()} <= shown


def test_four_texts_stand_side_by_side_with_filters_for_what_one_language_changed_alone(versions: MainWindow) -> None:
    versions.actions_["four_way"].trigger()
    dialog = versions.four_way
    assert dialog.model.columnCount() == 5
    rows = dialog.model.rowCount()
    dialog.buttons["korean_alone"].click()
    assert [str(dialog.model.data(dialog.model.index(place, 1)))[:8] for place in range(dialog.model.rowCount())] == [
        "제2조 통보",
        "1. 양측은 등",
        "제3조 재정",
        "3. 양측은 필",
    ]
    dialog.buttons["english_alone"].click()
    assert dialog.model.rowCount() == 2
    dialog.buttons["all"].click()
    assert dialog.model.rowCount() == rows
    assert dialog.model.headerData(4, Qt.Orientation.Horizontal) == "영문 새 본"
    dialog.close()


def test_two_texts_offer_no_view_of_four(window: MainWindow) -> None:
    assert not window.actions_["four_way"].isEnabled()


def test_exchanged_versions_are_exchanged_in_both_languages(
    open_session: Callable[[Language], Session], four: Review, toolkit: Toolkit
) -> None:
    session, review = open_session(Language.KOREAN), four.copy()
    session.controller.open(review)
    session.window.actions_["four_way"].trigger()
    model = session.window.four_way.model
    before = model.rowCount()
    earlier = [model.text(column).id for column in (1, 3)]
    session.controller.do(toolkit.exchange(review, SilentProgress()))
    assert model.rowCount() == before
    assert [model.text(column).id for column in (2, 4)] == earlier
    session.window.four_way.close()
