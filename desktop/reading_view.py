"""The window's part that says how the texts are shown: columns, type, full screen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow

from desktop.actions import Actions
from desktop.reading_type import SPACINGS, TEXT_SIZES, USUAL_TEXT_SIZE
from desktop.review_page import ReviewPage
from desktop.settings import Settings
from desktop.status_line import StatusLine

COLUMNS = ("column_link", "column_left", "column_right")
"""The actions that show columns, by the column's number."""


class ReadingView(QObject):
    """Connects the actions of the view and remembers what was chosen."""

    full_screen_changed = Signal()

    def __init__(self, window: QMainWindow, settings: Settings, actions: Actions, page: ReviewPage, line: StatusLine) -> None:
        super().__init__(window)
        self._window, self._settings, self._actions, self._page, self._line = window, settings, actions, page, line
        self.full_screen = False
        self._connect_columns()
        for number, spacing in enumerate(SPACINGS):
            actions[f"spacing_{number}"].setChecked(spacing == settings.spacing)
            actions[f"spacing_{number}"].triggered.connect(partial(self._set_spacing, spacing))
        actions["larger"].triggered.connect(lambda: self.zoom(1))
        actions["smaller"].triggered.connect(lambda: self.zoom(-1))
        actions["usual_size"].triggered.connect(lambda: self._set_text_size(USUAL_TEXT_SIZE))
        actions["full_screen"].toggled.connect(self._show_full_screen)
        page.table.zoomed.connect(self.zoom)
        page.table.left_wanted.connect(partial(actions["full_screen"].setChecked, False))

    def show_state(self) -> None:
        """Shows what can be done now. The last text that is shown cannot be hidden."""
        is_open, texts = self._page.model.columnCount() > 0, self._page.table.columns.texts
        for column, name in enumerate(COLUMNS):
            self._actions[name].setEnabled(is_open and texts != [column])
        self._actions["full_screen"].setEnabled(is_open)

    def zoom(self, step: int) -> None:
        """Sets the text larger or smaller by a pixel."""
        self._set_text_size(self._settings.text_size + step)

    def _connect_columns(self) -> None:
        hidden = self._settings.hidden_columns
        for column, name in enumerate(COLUMNS):
            self._actions[name].setChecked(column not in hidden)
            self._actions[name].toggled.connect(partial(self._show_column, column))
        self._page.table.columns.hidden = hidden

    def _show_column(self, column: int, shown: bool) -> None:
        self._page.table.columns.show(column, shown)
        self._settings.hidden_columns = self._page.table.columns.hidden
        self.show_state()

    def _set_spacing(self, spacing: float) -> None:
        self._settings.spacing = spacing
        self._page.table.set_type(self._settings.reading_type)

    def _set_text_size(self, pixels: int) -> None:
        if pixels in TEXT_SIZES:
            self._settings.text_size = pixels
            self._page.table.set_type(self._settings.reading_type)
            self._line.show_text_size(pixels)

    def _show_full_screen(self, full: bool) -> None:
        """Shows the texts and nothing else, or the window as it was before."""
        self.full_screen = full
        state = self._window.windowState()
        on = Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | on if full else state & ~on)
        self.full_screen_changed.emit()
        self._page.table.setFocus()
