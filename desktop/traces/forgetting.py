"""Taking away what the program keeps on this computer. Knows no Qt."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop.traces.places import Traces
from treaty.errors import WritingError
from treaty.language.vector_cache import FILE_NAME
from treaty.review.recovery import forget_left_behind


def forget(traces: Traces) -> list[Path]:
    """Takes away all but the library, the choices of rules, and what a running program has open. Returns what it took away.
    Raises WritingError where something cannot be taken away."""
    forgotten: list[Path] = []
    for path, take_away in _takers(traces):
        if path.exists():
            try:
                take_away()
            except OSError as problem:
                raise WritingError("not_forgotten", file=path, reason=problem.strerror or problem) from problem
            forgotten.append(path)
    return forgotten


def _takers(traces: Traces) -> Iterator[tuple[Path, Callable[[], None]]]:
    yield traces.settings, traces.settings.unlink
    yield traces.recovery, lambda: forget_left_behind(traces.recovery)
    for file in (traces.cache / FILE_NAME, traces.cache / f"{FILE_NAME}-journal"):
        yield file, file.unlink
    yield traces.log, lambda: shutil.rmtree(traces.log)
