"""Faults of the program told without a word of the documents: what broke, where in the code, on which system. Knows no Qt."""

from __future__ import annotations

import platform
import traceback
from collections.abc import Iterator
from pathlib import Path

from desktop.versions import versions

_ROOT = Path(__file__).parents[2]


def system() -> str:
    """The versions of the program, of what its results depend on, and of the system."""
    return ", ".join([*(f"{name} {which}" for name, which in versions().items()), platform.platform()])


def told(fault: BaseException) -> str:
    """A fault for a report: kinds of errors and places in the code. Its message is left out, since it may quote a document."""
    return "\n".join([system(), *_chain(fault)])


def place_of(fault: BaseException) -> str:
    """The kind of a fault and the innermost place in the code: the same for the same fault met again."""
    return list(_chain(fault))[-1]


def _chain(fault: BaseException) -> Iterator[str]:
    """What led to a fault first, as in Python's own tracebacks."""
    before = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    if before is not None:
        yield from _chain(before)
    number = f" {fault.errno}" if isinstance(fault, OSError) and fault.errno else ""
    yield f"{type(fault).__module__}.{type(fault).__qualname__}{number}"
    for frame, line in traceback.walk_tb(fault.__traceback__):
        yield f"  {_file(Path(frame.f_code.co_filename))}:{line} {frame.f_code.co_qualname}"


def _file(path: Path) -> str:
    """A file of the program below its root, any other by name and folder: the rest of its path may name the user."""
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else f"{path.parent.name}/{path.name}"
