"""Python's garbage, collected on the window's thread alone."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1_000
"""Milliseconds between looks at whether there may be enough garbage."""
_GENERATIONS = (2, 1, 0)
"""The eldest first: it takes the younger with it."""


class Collecting(QObject):
    """Takes the collector's work from Python, which would do it on whatever thread makes most objects: Qt's objects that are
    freed on another thread than the window's take the program down."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._now_and_then = QTimer(self, interval=EVERY)
        self._now_and_then.timeout.connect(_collect_what_is_due)
        self._now_and_then.start()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(gc.collect)

    def collect_all(self) -> None:
        """Goes through everything when the event loop comes round, since much was let go."""
        self._soon.start()

    def close(self) -> None:
        """Gives the work back to Python."""
        self._now_and_then.stop()
        gc.enable()


def _collect_what_is_due() -> None:
    for generation in _GENERATIONS:
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
