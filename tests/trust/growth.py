"""What each kind of action leaves behind when it is done again and again: objects of Python's, counted, and memory."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

WARMING = 2
"""How often an action is done before it is measured: what is loaded when it is first asked for stays."""
MOST_OBJECTS = 200
"""How many objects an action may leave behind each time. An edit leaves its entry in the journal, and a comment itself; a
window that is not let go leaves two thousand."""
REPEATED = {
    "look": ("theme_dark", "language_en", "theme_light", "language_ko"),
    "judge": ("dismiss", "undo", "accept", "undo", "redo", "undo"),
    "mark": ("state_agreed", "state_unread"),
    "align": ("merge_rows", "undo", "swap_columns", "undo"),
    "filter": ("different_rows", "unlinked_rows", "thorough", "thorough", "all_rows"),
    "panels": ("documents_dock", "documents_dock", "notes_dock", "notes_dock"),
    "size": ("larger", "usual_size", "spacing_2", "spacing_1"),
    "dialogs": ("why_linked", "journal", "set_aside", "jump", "keys", "settings"),
    "copy": ("copy", "find_next"),
    "save": ("save",),
}
"""What is triggered one after the other, so that all is as before."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What one kind of action left behind, a time: objects, and memory in bytes."""

    kind: str
    objects: float
    memory: float

    @property
    def is_bounded(self) -> bool:
        return self.objects <= MOST_OBJECTS

    def __str__(self) -> str:
        return f"{self.kind}: {self.objects:.1f} objects, {self.memory / 1024:.1f} kB a time"


def growths(acts: dict[str, Callable[[], None]], times: int) -> Iterator[Growth]:
    """Does each of these so often and measures it."""
    for kind, act in acts.items():
        for _ in range(WARMING):
            act()
        objects, held = _now()
        for _ in range(times):
            act()
        more, holds = _now()
        yield Growth(kind, (more - objects) / times, (holds - held) / times)


def memory() -> int:
    """The memory of this process, in bytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _now() -> tuple[int, int]:
    gc.collect()
    return len(gc.get_objects()), memory()
