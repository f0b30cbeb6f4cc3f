"""How long the program takes to start: commands as whole processes, and the window up to the first row that can be read.
`python -m tests.speed.starting FOLDER FILE …` opens the window on files, with its vectors kept in a folder, and leaves then."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).parents[2]
FILES = [str(ROOT / "samples" / f"critical_minerals_agreement.{language}.txt") for language in ("ko", "en")]
COMMANDS: dict[str, Sequence[str]] = {
    "python, nothing": ("-c", "pass"),
    "daejo --help": ("-m", "desktop", "--help"),
    "daejo outline FILE": ("-m", "desktop", "outline", FILES[0]),
}
RUNS = 5


def starts() -> dict[str, float]:
    """Seconds by what was started: the median of some runs. The window's first run computes vectors, the others have them."""
    figures = {name: median(_seconds(command) for _ in range(RUNS)) for name, command in COMMANDS.items()}
    with TemporaryDirectory() as folder:
        opening = ("-m", "tests.speed.starting", folder, *FILES)
        figures["daejo FILE FILE to the first row, first time"] = _seconds(opening)
        figures["daejo FILE FILE to the first row, again"] = median(_seconds(opening) for _ in range(RUNS))
    return figures


def _seconds(command: Sequence[str]) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    started = perf_counter()
    subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=True, capture_output=True)
    return perf_counter() - started


def open_and_leave(cache: Path, files: Sequence[Path]) -> None:
    """Opens the window as `daejo FILE FILE` does, and leaves when the first rows are painted."""
    from desktop.application import Session, build_application
    from desktop.toolkit import load_toolkit
    from desktop.traces.settings import Settings
    from exporters import write_report

    app = build_application()
    settings = Settings(cache / "daejo.ini", private=True)
    session = Session(app, load_toolkit(cache_folder=cache), write_report, settings)
    session.window.show()
    session.window.open_files(list(files))
    while session.controller.review is None:
        app.processEvents()
    session.window.page.table.grab()
    session.close()


if __name__ == "__main__":
    open_and_leave(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
