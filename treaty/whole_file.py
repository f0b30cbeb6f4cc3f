"""Writing a file so that its name never holds half of one."""

from __future__ import annotations

import errno
import os
import platform
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from treaty.errors import WritingError
from treaty.running import is_running

_BEGINNING = ".daejo-"
_HOST = sha256(platform.node().encode("utf-8", "surrogateescape")).hexdigest()[:6]
"""Stands in the names of unfinished files: on a shared drive they may be another computer's, which is still writing."""


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Yields a new name beside `path` to write to; that file takes the place of `path` only when all was written.

    Whatever fails, what stood at `path` is untouched and nothing is left beside it.
    Raises WritingError where the folder or the file cannot be written.
    """
    target = path.resolve()
    sweep(target.parent)
    part = target.with_name(f"{_BEGINNING}{_HOST}-{os.getpid()}-{secrets.token_hex(6)}.part")
    try:
        _refuse_locked(target)
        yield part
        _flush_to_disk(part)
        part.replace(target)
        _flush_folder(target.parent)
    except OSError as error:
        raise WritingError("cannot_write", file=path.name, reason=error.strerror or error) from error
    finally:
        part.unlink(missing_ok=True)


def expect_writable(path: Path) -> None:
    """Raises the WritingError that `whole_file` would, as far as that shows before anything is written.

    For work that takes long and is of no use when its result cannot be kept.
    """
    target = path.resolve()
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not target.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        _refuse_locked(target)
    except OSError as error:
        raise WritingError("cannot_write", file=path.name, reason=error.strerror or error) from error


def sweep(folder: Path) -> None:
    """Takes away what programs of this computer that were killed while they wrote have left in a folder."""
    with suppress(OSError):
        for left in folder.glob(f"{_BEGINNING}{_HOST}-*"):
            pid = left.name.removeprefix(f"{_BEGINNING}{_HOST}-").partition("-")[0]
            if pid.isdigit() and not is_running(int(pid)):
                left.unlink(missing_ok=True)


def _refuse_locked(target: Path) -> None:
    # A rename does not ask whether the file it replaces is write-protected, so we do.
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))


def _flush_to_disk(part: Path) -> None:
    with part.open("r+b") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Makes the new name last, too. The content is in place by now: a file system that cannot do this has not failed."""
    if os.name == "posix":
        with suppress(OSError):
            opened = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(opened)
            finally:
                os.close(opened)
