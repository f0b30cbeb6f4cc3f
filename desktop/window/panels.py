"""The window's part that holds its panels: where they stand, which are shown, and how wide they were."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow, QTabWidget

from desktop.traces.settings import Settings
from desktop.widgets.dock import Dock
from desktop.window.actions import Actions

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


@dataclass(frozen=True, slots=True)
class Panel:
    """A dock and its side of the window. `width` is its first width in pixels; with 0 it is not shown at first."""

    dock: Dock
    side: Qt.DockWidgetArea
    width: int = 0


class Panels(QObject):
    """The docks of a window, by the name of the action that shows and hides each; those of one side share its place as tabs."""

    def __init__(self, window: QMainWindow, settings: Settings, actions: Actions, panels: Mapping[str, Panel]) -> None:
        super().__init__(window)
        self._window, self._settings, self._actions, self._panels = window, settings, actions, panels
        window.setTabPosition(RIGHT, QTabWidget.TabPosition.North)
        last: dict[Qt.DockWidgetArea, Dock] = {}
        for name, panel in panels.items():
            window.addDockWidget(panel.side, panel.dock)
            if panel.side in last:
                window.tabifyDockWidget(last[panel.side], panel.dock)
            last[panel.side] = panel.dock
            actions[name].setChecked(panel.width > 0)
            actions[name].toggled.connect(partial(_show, panel.dock))
            panel.dock.close_wanted.connect(partial(actions[name].setChecked, False))

    def show_state(self, *, is_open: bool, full_screen: bool) -> None:
        """Shows the panels that are wanted while a review is open; on the full screen none."""
        for name, panel in self._panels.items():
            self._actions[name].setEnabled(is_open)
            panel.dock.setVisible(is_open and not full_screen and self._actions[name].isChecked())

    def restore_layout(self) -> None:
        if not self._window.restoreState(self._settings.layout("docks")):
            shown = [panel for panel in self._panels.values() if panel.width]
            widths = [panel.width for panel in shown]
            self._window.resizeDocks([panel.dock for panel in shown], widths, Qt.Orientation.Horizontal)

    def keep_layout(self) -> None:
        self._settings.keep_layout("docks", self._window.saveState())


def _show(dock: Dock, shown: bool) -> None:
    dock.setVisible(shown)
    if shown:
        dock.raise_()
