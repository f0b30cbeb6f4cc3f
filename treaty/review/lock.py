"""Who has a review open: a small file beside it, so that a second window opens it to read only."""

from __future__ import annotations

import getpass
import json
import os
import platform
import secrets
import time
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from treaty.running import is_running

FORGOTTEN_AFTER = 600.0
"""Seconds after which a lock that nobody has refreshed is taken for left behind."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A program that has a review open: its user, computer and process, since when (ISO 8601), and a mark of its own."""

    user: str
    host: str
    pid: int
    since: str
    mark: str = field(default_factory=lambda: secrets.token_hex(8))


def this_program() -> Holder:
    """This program as a holder, from now on."""
    return Holder(_user(), platform.node(), os.getpid(), datetime.now().isoformat(timespec="seconds"))


def take(review: Path, me: Holder) -> Holder | None:
    """Takes the lock of a review, or keeps it. Returns None if it is mine, else who has it. Where no file can be written there,
    nobody can save there either, and the lock is nobody's."""
    held = holder_of(review)
    if held and held.mark != me.mark and not _is_forgotten(held, lock_file(review)):
        return held
    try:
        if held:
            _write(lock_file(review), me)
        else:
            _create(lock_file(review), me)
    except FileExistsError:
        return holder_of(review)
    except OSError:
        return None
    return None


def give_back(review: Path, me: Holder) -> None:
    """Gives the lock of a review back, if it is mine."""
    held = holder_of(review)
    if held and held.mark == me.mark:
        lock_file(review).unlink(missing_ok=True)


def holder_of(review: Path) -> Holder | None:
    """Who has the lock of a review; None where there is none that can be read."""
    try:
        return Holder(**json.loads(lock_file(review).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def lock_file(review: Path) -> Path:
    return review.with_name(f".{review.name}.lock")


def _is_forgotten(held: Holder, file: Path) -> bool:
    """Whether the holder is gone: its process has ended on this computer, or it has not refreshed the lock for long."""
    if held.host == platform.node() and not is_running(held.pid):
        return True
    try:
        return time.time() - file.stat().st_mtime > FORGOTTEN_AFTER
    except OSError:
        return True


def _create(file: Path, me: Holder) -> None:
    """Writes a lock where there is none; raises FileExistsError where another program was quicker. One that cannot be read,
    as after a crash while it was written, is nobody's."""
    if file.exists():
        _write(file, me)
        return
    with file.open("x", encoding="utf-8") as lock:
        json.dump(asdict(me), lock)


def _write(file: Path, me: Holder) -> None:
    file.write_text(json.dumps(asdict(me)), encoding="utf-8")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
