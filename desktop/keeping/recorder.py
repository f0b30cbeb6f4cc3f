"""Keeps the recovery file in step with the review, on a thread of its own: the window never waits for the disk."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.open_review.review_controller import ReviewController
from treaty.review.recovery import ENDING, RecoveryFile, Unfinished, discard, unfinished_work
from treaty.review.review import Review


class Recorder(QObject):
    """One recovery file for every review with unsaved edits. `failed` says that the disk refuses it."""

    failed = Signal(str)

    def __init__(self, controller: ReviewController, folder: Path | None) -> None:
        super().__init__()
        self._controller, self._folder = controller, folder
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="recovery")
        self._files: list[tuple[Review, RecoveryFile]] = []
        # At once, but behind the painting of what was edited: writing would take time from it.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._keep)
        controller.edited.connect(self._soon.start)
        controller.saved_changed.connect(self._discard_saved)

    def unfinished(self) -> list[Unfinished]:
        """What crashed programs left behind, latest first."""
        return list(unfinished_work(self._folder)) if self._folder and self._folder.is_dir() else []

    def forget(self, work: Unfinished) -> None:
        """Takes away what a crashed program left behind."""
        discard(work.file)

    def wait(self) -> None:
        """Returns when everything up to now is on the disk."""
        if self._soon.isActive():
            self._soon.stop()
            self._keep()
        self._thread.submit(lambda: None).result()

    def close(self) -> None:
        self._soon.stop()
        for _, file in self._files:
            self._thread.submit(file.discard)
        self._files.clear()
        self._thread.shutdown()

    def _keep(self) -> None:
        controller = self._controller
        if self._folder is None or controller.review is None or not controller.unsaved:
            return
        path = str(controller.path.absolute()) if controller.path else ""
        at = datetime.now().isoformat(timespec="seconds")
        # A copy: the review goes on changing while this is written.
        work = self._thread.submit(_write, self._file(), controller.review.copy(), controller.title, path, at)
        work.add_done_callback(self._tell_failure)

    def _file(self) -> RecoveryFile:
        """The recovery file of the review that is open."""
        assert self._folder is not None
        for review, file in self._files:
            if review is self._controller.review:
                return file
        file = RecoveryFile(self._folder / f"{uuid4().hex}{ENDING}")
        assert self._controller.review is not None
        self._files.append((self._controller.review, file))
        return file

    def _discard_saved(self) -> None:
        if self._controller.unsaved:
            return
        for review, file in self._files:
            if review is self._controller.review:
                self._thread.submit(file.discard)
        self._files = [each for each in self._files if each[0] is not self._controller.review]

    def _tell_failure(self, work: Future[None]) -> None:
        if error := work.exception():
            self.failed.emit(str(error))


def _write(file: RecoveryFile, review: Review, title: str, path: str, at: str) -> None:
    file.path.parent.mkdir(parents=True, exist_ok=True)
    file.keep(review, title, path, at)
