"""The window's part that keeps: tells of crashes, locks, changed sources and damage, and offers what can be done."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.keeping import Keeping
from desktop.operations import keeping as operations
from desktop.operations.desk import Desk
from desktop.window.actions import Actions
from desktop.window.review_page import ReviewPage
from treaty.review.lock import Holder


class KeepingNotices(QObject):
    """Connects what keeps the work with the window's notices."""

    def __init__(self, desk: Desk, actions: Actions, page: ReviewPage, keeping: Keeping) -> None:
        super().__init__(page)
        self._desk, self._actions, self._page, self._keeping = desk, actions, page, keeping
        keeping.locks.held.connect(self._tell_held)
        keeping.sources.changed.connect(self._tell_changed)
        keeping.recorder.failed.connect(self._tell_unrecorded)
        actions["reread"].triggered.connect(self._read_again)
        actions["bring_in"].triggered.connect(self._bring_in)

    def offer_recovery(self) -> bool:
        """Offers what a crashed program left behind, if anything. Returns whether it is taken up."""
        return operations.offer_recovery(self._desk, self._keeping.recorder)

    def show_state(self) -> None:
        can_change = self._desk.controller.review is not None and not self._desk.jobs.running
        for name in ("reread", "bring_in"):
            self._actions[name].setEnabled(can_change and not self._desk.controller.read_only)

    def _tell_held(self, holder: Holder) -> None:
        user = holder.user or holder.host
        since = holder.since.replace("T", " ")
        sentence = self._desk.words("message.held", user=user, host=holder.host, since=since)
        # In the status line too: another notice may come over this one.
        self._desk.say(sentence)
        self._desk.notices.tell(sentence, self._desk.words("window.work_on_copy"), self._desk.controller.work_on_copy)

    def _tell_changed(self, path: Path) -> None:
        sentence = self._desk.words("message.source_changed", file=path.name)
        again = partial(operations.read_again, self._desk, self._keeping.sources.texts_of(path), path)
        self._desk.notices.tell(sentence, self._desk.words("menu.reread"), again)

    def _tell_unrecorded(self, reason: str) -> None:
        self._desk.say(self._desk.words("message.not_recorded", reason=reason))

    def _read_again(self) -> None:
        """Reads the files of the shown texts again, those that can be found."""
        sources, controller = self._keeping.sources, self._desk.controller
        paths = {path for text in controller.texts if (path := controller.file_of(text))}
        if paths:
            operations.read_all_again(self._desk, {path: sources.texts_of(path) for path in sorted(paths)})
        else:
            self._bring_in()

    def _bring_in(self) -> None:
        text = self._page.model.text(self._page.table.active_column)
        alike = [each.id for each in self._desk.controller.texts if each.source == text.source]
        if path := self._desk.questions.file_to_read():
            operations.read_again(self._desk, alike, path)
