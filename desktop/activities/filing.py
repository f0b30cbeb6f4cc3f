"""The window's part that opens documents, pasted texts and reviews, and saves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.dialogs.pasted import PasteDialog
from desktop.importing.importing import Importing
from desktop.operations import opening, saving
from desktop.operations.desk import Desk
from desktop.traces.settings import Settings
from desktop.window.actions import Actions
from desktop.window.welcome import WelcomePage

OF_OPEN_REVIEW = ("close", "save", "save_as")


class Filing(QObject):
    """Connects the first page, the files that are dropped and the actions of files with what they do."""

    def __init__(
        self, desk: Desk, settings: Settings, actions: Actions, welcome: WelcomePage, paste: PasteDialog, importing: Importing,
        guide: Callable[[], None],
    ) -> None:  # fmt: skip
        super().__init__(welcome)
        self._desk, self._settings, self._actions, self._welcome = desk, settings, actions, welcome
        self._paste, self._importing, self._guide = paste, importing, guide
        actions["open"].triggered.connect(lambda: self.look_at_files(desk.questions.files_to_open()))
        actions["pasted"].triggered.connect(lambda: paste.ask(QGuiApplication.clipboard().text()))
        actions["close"].triggered.connect(self.close_review)
        actions["save"].triggered.connect(lambda: saving.save(desk))
        actions["save_as"].triggered.connect(lambda: saving.save_as(desk))
        paste.compare_wanted.connect(lambda pasted: opening.compare(desk, pasted))
        desk.controller.opened.connect(paste.clear)
        desk.controller.saved_changed.connect(self._keep_recent)
        self._connect_welcome()

    def open_files(self, files: Sequence[Path]) -> None:
        """Compares documents, or opens a review, in place of what is shown."""
        opening.open_files(self._desk, files)

    def look_at_files(self, files: Sequence[Path]) -> None:
        """Shows what was recognised in documents before they are compared, unless the user wants them compared at once."""
        if not self._settings.looks_first or not files or opening.review_among(files):
            self.open_files(files)
        else:
            self._importing.begin(files)

    def close_review(self) -> None:
        """Goes back to the first page."""
        if self.may_close():
            self._desk.notices.clear()
            self._desk.controller.close()

    def may_close(self) -> bool:
        """Whether nothing is lost when the review is closed: it is saved, or the user says that it is not wanted."""
        if not self._desk.controller.unsaved:
            return True
        discard = self._desk.questions.may_discard()
        return discard is True or (discard is False and saving.save(self._desk))

    def show_state(self) -> None:
        """A review on which work is being done is not closed: what the work yields would have no place."""
        controller = self._desk.controller
        for name in OF_OPEN_REVIEW:
            self._actions[name].setEnabled(controller.review is not None)
        self._actions["save"].setEnabled(controller.review is not None and not controller.read_only)
        self._actions["close"].setEnabled(controller.review is not None and not self._desk.jobs.running)

    def _connect_welcome(self) -> None:
        self._welcome.files_chosen.connect(self.look_at_files)
        self._welcome.sample_chosen.connect(self._open_sample)
        self._welcome.recent_chosen.connect(self.open_files)
        self._welcome.open_wanted.connect(self._actions["open"].trigger)
        self._welcome.side_wanted.connect(lambda side: self._welcome.put(side, self._desk.questions.files_to_open()))
        self._welcome.paste_wanted.connect(self._actions["pasted"].trigger)
        self._welcome.text_dropped.connect(lambda side, text: self._paste.take(text, side))

    def _open_sample(self, files: list[Path]) -> None:
        self.open_files(files)
        self._guide()

    def _keep_recent(self) -> None:
        """Remembers what is open, to be offered on the first page."""
        path, files = self._desk.controller.path, self._desk.controller.files
        if path or files:
            self._settings.keep_recent([path] if path else files)
        self._welcome.show_recent(self._settings.recent)
