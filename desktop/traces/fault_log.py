"""The log of the program's faults, in a folder of this computer. Holds no word of the documents; knows no Qt."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from desktop.headless.faults import system

log = logging.getLogger("desktop")
MOST_BYTES = 256 * 1024
"""How large the log grows before it is put aside; three of them are kept."""


def begin_log(folder: Path) -> None:
    """Keeps a log in a folder. Where none can be written the program goes on without."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / "daejo.log", maxBytes=MOST_BYTES, backupCount=2, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    # Of this program only: what a library says of its input may quote it.
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
    log.info("Begins: %s", system())


def end_log() -> None:
    """Closes the log, as before it is taken away."""
    for handler in [*log.handlers]:
        log.removeHandler(handler)
        handler.close()
