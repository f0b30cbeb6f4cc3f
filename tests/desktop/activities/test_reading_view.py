"""How the texts are shown: columns, type, full screen, what is remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.dialogs.help_dialog import HelpDialog
from desktop.dialogs.settings_dialog import SettingsDialog
from desktop.main_window import MainWindow
from desktop.side_by_side.kept_view import View, name_of, view_from
from desktop.side_by_side.overview_strip import OverviewStrip
from desktop.side_by_side.row_filter import RowFilter
from desktop.traces.settings import MOST_RECENT, Settings
from desktop.window.actions import every_kind
from tests.example_review import example_review
from treaty.comparison.rule_choices import RuleChoice, load_choices
from treaty.model import Language, Severity
from treaty.review.column_choice import ColumnChoice, ColumnKind
from treaty.review.review import Review
from treaty.review.review_file import load_review, save_review


def test_a_hidden_column_gives_its_room_to_the_others(window: MainWindow) -> None:
    table = window.page.table
    before = table.columnWidth(2)
    window.actions_["column_left"].setChecked(False)
    assert table.isColumnHidden(1)
    assert table.columnWidth(2) > 1.8 * before
    assert not window.actions_["column_right"].isEnabled()
    window.page.go_to(3)
    assert table.currentIndex().column() == 2
    window.actions_["column_link"].setChecked(False)
    assert table.columnWidth(2) == table.viewport().width()
    for name in ("column_left", "column_link"):
        window.actions_[name].setChecked(True)
    assert table.columnWidth(2) == before


def test_what_changed_is_offered_between_versions_only(window: MainWindow) -> None:
    assert not window.actions_["changed_rows"].isVisible()


def opened(window: MainWindow, kind: type[QDialog]) -> QDialog:
    return next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())


def test_line_spacing_and_the_size_of_one_language(window: MainWindow, session: Session, settings: Settings) -> None:
    table = window.page.table
    place = session.controller.found["f2"].row
    before = table.rowHeight(place)
    window.actions_["spacing_2"].trigger()
    wide = table.rowHeight(place)
    window.actions_["spacing_0"].trigger()
    assert wide > before > table.rowHeight(place)
    settings.set_size_step(Language.KOREAN, 3)
    table.set_type(settings.reading_type)
    cells = [table._delegate.laid_out(place, column, 400).clauses[0] for column in (1, 2)]
    assert cells[0].type.words.pointSizeF() > cells[1].type.words.pointSizeF()
    assert cells[0].type.line_height == cells[1].type.line_height


def test_full_screen_leaves_the_texts_alone_and_escape_brings_the_rest_back(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["full_screen"].trigger()
    assert window.isFullScreen()
    assert not any(part.isVisible() for part in (window.toolbar, window.findings, window.documents, window.line))
    qtbot.keyClick(window.page.table, Qt.Key.Key_F8)
    qtbot.keyClick(window.page.table, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert all(part.isVisible() for part in (window.toolbar, window.findings, window.documents, window.line))


def test_the_cheat_sheet_has_every_key(window: MainWindow, session: Session) -> None:
    window.actions_["keys"].trigger()
    sheet = opened(window, HelpDialog)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    native = QKeySequence.SequenceFormat.NativeText
    assert {QKeySequence(kind.keys).toString(native) for kind in every_kind() if kind.keys} <= shown
    sheet.close()


def test_the_guide_is_read_in_the_language_of_the_window_and_its_links_lead_on(window: MainWindow, session: Session) -> None:
    window.actions_["keys"].trigger()
    sheet = opened(window, HelpDialog)
    assert isinstance(sheet, HelpDialog)
    sheet.tabs.setCurrentIndex(1)
    guide = sheet.guide.browser
    assert "대조 안내서" in guide.toPlainText()
    guide.setSource(guide.source().resolved(QUrl("tour.md")))
    assert "10분" in guide.toPlainText()
    guide.backward()
    assert "대조 안내서" in guide.toPlainText()
    sheet.close()


def test_no_key_does_two_things() -> None:
    keys = [kind.keys for kind in every_kind() if kind.keys]
    assert sorted(set(keys)) == sorted(keys)


def test_settings_are_kept_and_hold_at_once(window: MainWindow, session: Session, settings: Settings) -> None:
    window.actions_["settings"].trigger()
    dialog = opened(window, SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    dialog.reviewer.setText("김검토")
    box = dialog.rules.cellWidget(0, 2)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(Severity.MINOR))
    dialog.rules.item(0, 0).setCheckState(Qt.CheckState.Unchecked)
    dialog.accept()
    assert settings.reviewer == "김검토"
    assert load_choices(settings.choices_file) == {"C01": RuleChoice(on=False, severity=Severity.MINOR)}
    assert session.window is not window
    assert session.window.page.table.isVisible()


def test_settings_that_are_left_change_nothing(window: MainWindow, session: Session, settings: Settings) -> None:
    before = settings.reviewer
    window.actions_["settings"].trigger()
    dialog = opened(window, SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    dialog.reviewer.setText("아무개")
    dialog.reject()
    assert settings.reviewer == before
    assert session.window is window


def test_a_faulty_table_of_the_users_is_told_in_the_window(
    window: MainWindow, session: Session, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.choices_file.write_text("C01\tmaybe\t-\n", encoding="utf-8")
    monkeypatch.setattr(session, "_configure", lambda chosen: load_choices(chosen.choices_file))
    window.look_changed.emit()
    assert "checks.tsv" in session.window.message.sentence


def other_review() -> Review:
    """The example from other files."""
    review = example_review()
    texts = tuple(replace(text, source=replace(text.source, sha256="0" * 64)) for text in review.texts)
    return Review(texts, review.comparisons)


def test_columns_are_remembered_for_each_review(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    table = window.page.table
    equal = table.columnWidth(1)
    table.horizontalHeader().resizeSection(1, equal + 150)
    qtbot.waitUntil(lambda: table.columnWidth(2) == 2 * equal - table.columnWidth(1))
    heights = [table.rowHeight(place) for place in range(6)]
    session.controller.open(other_review())
    assert abs(table.columnWidth(1) - equal) <= 1
    window.actions_["column_left"].setChecked(False)
    session.controller.open(example_review())
    assert abs(table.columnWidth(1) - equal - 150) <= 2
    assert [table.rowHeight(place) for place in range(6)] == heights
    assert not table.isColumnHidden(1)
    session.controller.open(other_review())
    window.look_changed.emit()
    assert session.window.page.table.isColumnHidden(1)
    assert not session.window.actions_["column_left"].isChecked()


def test_the_border_is_drawn_by_keys_and_kept_in_the_file(window: MainWindow, session: Session, settings: Settings,
                                                          tmp_path: Path, qtbot: QtBot) -> None:  # fmt: skip
    table, review = window.page.table, session.controller.review
    assert review is not None
    equal = table.columnWidth(1)
    window.actions_["wider"].trigger()
    qtbot.waitUntil(lambda: "view" in review.settings)
    assert table.columnWidth(1) > equal > table.columnWidth(2)
    wide = table.columnWidth(1)
    save_review(review, tmp_path / "a.daejo")
    window.actions_["narrower"].trigger()
    qtbot.waitUntil(lambda: table.columnWidth(1) < wide)
    settings.keep_view(name_of(review), "")
    session.controller.open(load_review(tmp_path / "a.daejo"))
    assert table.columnWidth(1) == wide


def test_the_columns_of_a_report_are_kept_for_each_review(window: MainWindow, session: Session) -> None:
    columns = window.reports.form.columns
    columns.move_to(ColumnKind.RIGHT, 0)
    columns.tick(ColumnKind.FINDINGS, on=False)
    session.controller.open(other_review())
    assert columns.choice() == ColumnChoice()
    session.controller.open(example_review())
    assert columns.choice().order == (ColumnKind.RIGHT, ColumnKind.NUMBER, ColumnKind.LEFT)
    columns.arrange(["-left", "-right", "number", "findings"])
    assert columns.choice() == ColumnChoice(), "without a text there is no report"


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"hidden": [1, 2]}', '{"shares": {"1": "wide"}}'])
def test_what_cannot_be_shown_is_not(kept: str) -> None:
    assert view_from(kept, 3) == View()


def test_recent_documents_come_latest_first_and_once(settings: Settings, tmp_path: Path) -> None:
    for number in range(MOST_RECENT + 2):
        settings.keep_recent([tmp_path / f"{number}.txt"])
    settings.keep_recent([tmp_path / "5.txt"])
    names = [files[0].name for files in settings.recent]
    assert names[:2] == ["5.txt", "9.txt"]
    assert len(names) == len(set(names)) == MOST_RECENT


@pytest.mark.parametrize("language", list(Language))
def test_the_guide_says_its_steps_and_ends_for_good(
    open_session: Callable[[Language], Session], settings: Settings, language: Language
) -> None:
    window = open_session(language).window
    window.guide.begin_once()
    said = set()
    while window.guide.isVisible():
        said.add(window.guide.sentence)
        window.guide.go_on()
    assert len(said) == 5
    window.guide.begin_once()
    assert not window.guide.isVisible()


def test_the_overview_shows_what_moved_and_what_stands_alone_and_a_click_goes_there(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    strip = window.findChild(OverviewStrip)
    assert isinstance(strip, OverviewStrip)
    rows = session.controller.rows
    moved = sum(1 for row in rows if row.moved)
    alone = sum(1 for row in rows if RowFilter.UNLINKED.lets_through(row))
    assert moved
    assert alone
    assert sorted(strip._edges.values()) == [False] * alone + [True] * moved
    window.resize(1000, 420)
    qtbot.wait(200)
    bar = window.page.table.verticalScrollBar()
    assert bar.maximum() > 0
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(8, strip.height() - 4))
    assert bar.value() == bar.maximum()
