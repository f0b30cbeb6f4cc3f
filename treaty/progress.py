"""How long work tells how far it is, and learns that it should stop."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told by long work how far it is: `done` of `total` steps, `what` being a key of the wording table ("progress.align").

    Raises Cancelled from `report` where the user has stopped the work.
    """

    def report(self, done: int, total: int, what: str) -> None: ...


class SilentProgress:
    """Progress that nobody watches."""

    def report(self, done: int, total: int, what: str) -> None:
        return
