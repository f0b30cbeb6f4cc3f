"""The window's part that says how the texts are shown: columns, of a report too, type, full screen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QMainWindow

from desktop.look.reading_type import SPACINGS, TEXT_SIZES, USUAL_TEXT_SIZE
from desktop.open_review.review_controller import ReviewController
from desktop.reports.column_list import ColumnList
from desktop.side_by_side.kept_view import View, name_of, view_from
from desktop.traces.settings import Settings
from desktop.window.actions import Actions
from desktop.window.review_page import ReviewPage
from desktop.window.status_line import StatusLine

COLUMNS = ("column_link", "column_left", "column_right")
"""The actions that show columns, by the column's number."""


class ReadingView(QObject):
    """Connects the actions of the view and remembers what was chosen."""

    full_screen_changed = Signal()

    def __init__(
        self, window: QMainWindow, settings: Settings, controller: ReviewController, actions: Actions, page: ReviewPage,
        line: StatusLine, report_columns: ColumnList,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window, self._settings, self._controller = window, settings, controller
        self._actions, self._page, self._line, self._report_columns = actions, page, line, report_columns
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
        for name in ("wider", "narrower"):
            self._actions[name].setEnabled(len(texts) > 1)

    def zoom(self, step: int) -> None:
        """Sets the text larger or smaller by a pixel."""
        self._set_text_size(self._settings.text_size + step)

    def _connect_columns(self) -> None:
        columns = self._page.table.columns
        for column, name in enumerate(COLUMNS):
            self._actions[name].setChecked(True)
            self._actions[name].toggled.connect(partial(columns.show, column))
        self._actions["wider"].triggered.connect(partial(columns.widen, 1))
        self._actions["narrower"].triggered.connect(partial(columns.widen, -1))
        columns.changed.connect(self._keep_view)
        self._report_columns.changed.connect(self._keep_view)
        self._controller.opened.connect(self._restore_view)
        self._restore_view()

    def _restore_view(self) -> None:
        """Shows the columns as they were last for this review: here, else where the review was saved."""
        review = self._controller.review
        if review is None:
            return
        kept = self._settings.view_of(name_of(review)) or review.settings.get("view", "")
        view = view_from(kept, len(COLUMNS))
        for column, name in enumerate(COLUMNS):
            with QSignalBlocker(self._actions[name]):
                self._actions[name].setChecked(column not in view.hidden)
        self._page.table.columns.put(view.hidden, view.shares)
        self._report_columns.arrange(view.report)

    def _keep_view(self) -> None:
        columns, review = self._page.table.columns, self._controller.review
        if review is not None:
            view = View(columns.hidden, columns.shares, self._report_columns.arrangement()).as_text()
            review.set_setting("view", view)
            self._settings.keep_view(name_of(review), view)
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
