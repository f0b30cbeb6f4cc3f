"""Long work on the lines of a text, which can be stopped in between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from treaty.progress import Progress

Item = TypeVar("Item")
_EVERY = 500
"""So many lines take some milliseconds."""


def watched(items: Iterable[Item], progress: Progress) -> Iterator[Item]:
    """The items, with a chance to stop before the first, every 500 of them, and behind the last."""
    for number, item in enumerate(items):
        if number % _EVERY == 0:
            progress.report(1, 1, "progress.read")
        yield item
    progress.report(1, 1, "progress.read")
