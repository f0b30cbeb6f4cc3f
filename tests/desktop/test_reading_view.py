"""How the texts are shown: columns, type, full screen, what is remembered."""

from __future__ import annotations

from desktop.main_window import MainWindow


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
