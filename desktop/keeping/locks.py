"""The lock of the review that is open: taken with its file, kept fresh, given back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.open_review.review_controller import ReviewController
from treaty.review.lock import Holder, give_back, holder_of, take, this_program

FRESH_FOR = 60_000
"""Milliseconds after which the lock is refreshed."""


class Locks(QObject):
    """Makes the review read-only where another program has its file; `held` carries who has it."""

    held = Signal(object)

    def __init__(self, controller: ReviewController) -> None:
        super().__init__()
        self._controller = controller
        self._me = this_program()
        self._path: Path | None = None
        self._timer = QTimer(self, interval=FRESH_FOR)
        self._timer.timeout.connect(self.refresh)
        for signal in (controller.opened, controller.saved_changed):
            signal.connect(self._follow)

    def other_holder(self, path: Path) -> Holder | None:
        """Who else has a file open."""
        held = holder_of(path)
        return held if held and held.mark != self._me.mark else None

    def refresh(self) -> None:
        """Keeps the lock, or finds that another program has taken it."""
        if self._path is None or self._controller.read_only:
            return
        if holder := take(self._path, self._me):
            self._controller.set_read_only(True)
            self.held.emit(holder)

    def close(self) -> None:
        self._timer.stop()
        self._leave()

    def _follow(self) -> None:
        if self._controller.path == self._path:
            return
        self._leave()
        self._path = self._controller.path
        if self._path:
            self._controller.set_read_only(False)
            self.refresh()
            self._timer.start()

    def _leave(self) -> None:
        if self._path:
            give_back(self._path, self._me)
        self._path = None
