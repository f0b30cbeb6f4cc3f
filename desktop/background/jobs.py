"""Long work beside the window: a plain function on a thread of its own, its progress and its result on the window's."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal

from treaty.errors import Cancelled
from treaty.progress import Progress

T = TypeVar("T")


class _Worker(QThread):
    """The thread of one job. It is also the work's Progress: what is reported goes out as a signal."""

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[Progress], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._cancelled = Event()

    def report(self, done: int, total: int, what: str) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        self.progressed.emit(done, total, what)

    def cancel(self) -> None:
        self._cancelled.set()

    def run(self) -> None:
        try:
            result = self._work(self)
        except Exception as error:  # whatever went wrong is told on the window's thread
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)


class Jobs(QObject):
    """The one job that may run at a time. A new job takes the place of the one before it, which is cancelled."""

    started = Signal()
    progressed = Signal(int, int, str)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current: _Worker | None = None
        self._workers: set[_Worker] = set()
        self._done: Callable[[object], None] = _ignore
        self._failed: Callable[[Exception], None] = _ignore

    @property
    def running(self) -> bool:
        return self._current is not None

    def run(self, work: Callable[[Progress], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Starts `work`; then `done` gets its result or `failed` its error. A cancelled job calls neither."""
        self.cancel()
        worker = _Worker(work, self)
        queued = Qt.ConnectionType.QueuedConnection
        worker.progressed.connect(self._on_progress, queued)
        worker.succeeded.connect(self._on_success, queued)
        worker.failed.connect(self._on_failure, queued)
        worker.finished.connect(self._on_finished, queued)
        self._workers.add(worker)
        self._current, self._done, self._failed = worker, done, failed  # type: ignore[assignment]
        worker.start()
        self.started.emit()

    def cancel(self) -> None:
        """Lets the running job go: it stops at its next report, and whatever it may still say is not heard."""
        if self._current:
            self._current.cancel()
            self._end()

    def wait(self) -> None:
        """Cancels, and returns when no thread runs. Only for the end of the program: the window never waits."""
        self.cancel()
        for worker in self._workers:
            worker.wait()

    def _on_progress(self, done: int, total: int, what: str) -> None:
        if self.sender() is self._current:
            self.progressed.emit(done, total, what)

    def _on_success(self, result: object) -> None:
        if self.sender() is self._current:
            done = self._done
            self._end()
            done(result)

    def _on_failure(self, error: Exception) -> None:
        if self.sender() is self._current:
            failed = self._failed
            self._end()
            if not isinstance(error, Cancelled):
                failed(error)

    def _on_finished(self) -> None:
        worker = self.sender()
        self._workers = {each for each in self._workers if each is not worker}
        worker.deleteLater()

    def _end(self) -> None:
        # The callbacks belong to a window, which may be replaced before the next job.
        self._current, self._done, self._failed = None, _ignore, _ignore
        self.ended.emit()


def _ignore(outcome: object) -> None:
    """Nobody waits for what a job brings."""
