"""The tables that words are looked up in, loaded beside the window when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.background.jobs import Jobs
from treaty.comparison.word_answers import Lookup


class LookupLoader(QObject):
    """Loads once. `loaded` says that the tables are there."""

    loaded = Signal()

    def __init__(self, load: Callable[[], Lookup], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load = load
        self._jobs = Jobs(self)
        self._lookup: Lookup | None = None
        self._failed = False

    def lookup(self) -> Lookup | None:
        """The tables; None while they are being loaded, or where one of them is faulty."""
        if self._lookup is None and not self._jobs.running and not self._failed:
            self._jobs.run(lambda progress: self._load(), self._keep, self._on_failure)
        return self._lookup

    def wait(self) -> None:
        """Ends loading at the end of the program."""
        self._jobs.wait()

    def _keep(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self.loaded.emit()

    def _on_failure(self, error: Exception) -> None:
        """A faulty table is told of when documents are compared; pointing at words only lights nothing then."""
        self._failed = True
