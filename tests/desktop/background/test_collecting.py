"""Qt's objects are freed on the window's thread, whatever a worker does meanwhile."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.application import Session
from treaty.progress import Progress


def test_what_a_window_let_go_is_never_freed_on_a_workers_thread(session: Session, qtbot: QtBot) -> None:
    freed_on: list[threading.Thread] = []

    def let_go_of_a_part() -> None:
        part = QObject()
        part.itself = part  # type: ignore[attr-defined]
        weakref.finalize(part, lambda: freed_on.append(threading.current_thread()))

    def make_many_objects(progress: Progress) -> int:
        return len([[number] for number in range(300_000)])

    let_go_of_a_part()
    made: list[int] = []
    session.jobs.run(make_many_objects, made.append, lambda error: None)
    qtbot.waitUntil(lambda: bool(made))
    gc.collect()
    assert freed_on == [threading.main_thread()]
