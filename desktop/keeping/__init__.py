"""Keeping the reviewer's work: the recovery file, the lock of the open review, an eye on the files that the texts came from.

These outlive a window, since a window is built anew in another language or theme.
"""

from __future__ import annotations

from pathlib import Path

from desktop.keeping.locks import Locks
from desktop.keeping.recorder import Recorder
from desktop.keeping.sources import Sources
from desktop.open_review.review_controller import ReviewController


class Keeping:
    """The three of them for one program. Without a folder nothing is recorded."""

    def __init__(self, controller: ReviewController, folder: Path | None) -> None:
        self.recorder = Recorder(controller, folder)
        self.locks = Locks(controller)
        self.sources = Sources(controller)

    def close(self) -> None:
        """At the end of the program: what was not saved is not wanted, and the review is free for others."""
        self.recorder.close()
        self.locks.close()
        self.sources.close()
