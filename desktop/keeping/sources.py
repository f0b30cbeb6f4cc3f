"""An eye on the files that the texts were read from: a changed one is told, once."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from desktop.open_review.review_controller import ReviewController

SETTLED_AFTER = 400
"""Milliseconds that a file must lie still: programs write one in several steps."""


class Sources(QObject):
    """`changed` carries the path of a source whose bytes are no longer those that were read."""

    changed = Signal(object)
    _differs = Signal(object, str)

    def __init__(self, controller: ReviewController) -> None:
        super().__init__()
        self._controller = controller
        self._watcher = QFileSystemWatcher(self)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sources")
        self._settling = QTimer(self, singleShot=True, interval=SETTLED_AFTER)
        self._told: set[tuple[Path, str]] = set()
        self._settling.timeout.connect(self._check)
        self._watcher.fileChanged.connect(self._settling.start)
        self._differs.connect(self._tell)
        controller.opened.connect(self._watch)
        controller.rows_changed.connect(self._watch)

    def texts_of(self, path: Path) -> list[str]:
        """The ids of the texts that were read from a file."""
        return [text.id for text in self._controller.texts if self._controller.file_of(text) == path]

    def close(self) -> None:
        self._settling.stop()
        self._thread.shutdown()

    def _watch(self) -> None:
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        if paths := sorted({str(path) for path in self._sums()}):
            self._watcher.addPaths(paths)
        self._settling.start()

    def _sums(self) -> dict[Path, str]:
        """The check sums that the files had when they were read."""
        texts = self._controller.texts
        return {path: text.source.sha256 for text in texts if (path := self._controller.file_of(text))}

    def _check(self) -> None:
        for path, known in self._sums().items():
            # A program that writes a new file in place of the old one ends the watch of the old.
            if str(path) not in self._watcher.files():
                self._watcher.addPath(str(path))
            self._thread.submit(self._compare, path, known)

    def _compare(self, path: Path, known: str) -> None:
        try:
            now = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            return
        if now != known:
            self._differs.emit(path, now)

    def _tell(self, path: Path, now: str) -> None:
        if (path, now) not in self._told and path in self._sums():
            self._told.add((path, now))
            self.changed.emit(path)
