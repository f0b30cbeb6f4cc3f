"""A folder for what must be a file for a moment, as pages on their way to the printer. Knows no Qt."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from treaty.running import is_running

_BEGINNING = "daejo-"


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder that only this user may read, and that is taken away with all that is in it."""
    sweep_scratch()
    with tempfile.TemporaryDirectory(prefix=f"{_BEGINNING}{os.getpid()}-") as name:
        yield Path(name)


def sweep_scratch() -> None:
    """Takes away the folders of programs that were killed before they could."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_BEGINNING}*-*"):
        pid = folder.name.removeprefix(_BEGINNING).partition("-")[0]
        if pid.isdigit() and not is_running(int(pid)):
            shutil.rmtree(folder, ignore_errors=True)
