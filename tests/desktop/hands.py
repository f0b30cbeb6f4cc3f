"""What a reviewer's hands do in the window: choosing a clause, pressing keys on the table, opening its menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow

NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip


def place_of(window: MainWindow, clause: str) -> int:
    """Where a clause is shown."""
    model = window.page.model
    return next(
        place
        for place in range(model.rowCount())
        if model.row(place).target is None and any(c.clause == clause for cell in model.row(place).cells for c in cell.clauses)
    )


def choose(window: MainWindow, clause: str, column: int) -> None:
    window.activateWindow()
    window.page.table.setFocus()
    window.page.table.choose(place_of(window, clause), column)


def press(window: MainWindow, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    window.activateWindow()
    window.page.table.setFocus()
    qtbot.keyClick(window.page.table, key, modifier)


def open_menu(qtbot: QtBot, window: MainWindow) -> list[QAction]:
    """The entries of the row menu that is open."""
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in window.findChildren(QMenu)))
    menu = next(menu for menu in window.findChildren(QMenu) if menu.isVisible())
    menu.close()
    return menu.actions()
