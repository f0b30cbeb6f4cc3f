"""How fast each format is read and in how much memory, as multiples of the same text read as plain text; and how soon reading
a thousand pages stops when it is told to. `python -m tests.speed.reading FILE` measures one file in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from resources import path_of
from tests.treaty.reading.formats import test_docx, test_pdf
from tests.treaty.reading.formats.every_format import BUILDERS, PLAIN_TEXT, build
from treaty.errors import Cancelled
from treaty.reading import read_treaty
from treaty.reading.rules import load_reading_rules

PAGES = 1000
PARAGRAPHS_A_PAGE = 30
STOPPED_AT = (0.05, 0.25, 0.5, 0.75, 0.95)
"""When the long files are told to stop, as shares of the time that they take."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What reading one file took: its characters, seconds, and the megabytes that the process grew by at most."""

    characters: int
    seconds: float
    megabytes: float

    @property
    def speed(self) -> float:
        return self.characters / self.seconds

    @property
    def bytes_a_character(self) -> float:
        return self.megabytes * 1024 * 1024 / self.characters


@dataclass(frozen=True, slots=True)
class Stopping:
    """A long file: what it costs to read it in a process of its own, and, where it is watched, the seconds that it takes, the
    longest silence between two reports, and the longest wait after a stop."""

    name: str
    cost: Cost
    seconds: float
    silence: float
    wait: float


@dataclass(slots=True)
class Watch:
    """Progress that notes when it is told something, and stops the work `stop_after` seconds from its making."""

    stop_after: float = float("inf")
    started: float = field(default_factory=time.perf_counter)
    told: list[float] = field(default_factory=list)

    def report(self, done: int, total: int, what: str) -> None:
        self.told.append(time.perf_counter() - self.started)
        if self.told[-1] >= self.stop_after:
            raise Cancelled


def costs(lines: Sequence[str], folder: Path) -> dict[str, Cost]:
    """What it costs to read these lines in each format, plain text first."""
    names = [PLAIN_TEXT, *(name for name in BUILDERS if name != PLAIN_TEXT)]
    return {name: cost_of(written(name, folder / f"costs.{number}", lines)) for number, name in enumerate(names)}


def written(name: str, path: Path, lines: Sequence[str]) -> Path:
    if name == "PDF":
        return printed(path, lines)
    return build(name, path, lines)


def printed(path: Path, lines: Sequence[str]) -> Path:
    """A PDF with so many lines on each page."""
    test_pdf.TestPdf().build(path, ())  # registers the font
    starts = range(0, len(lines), PARAGRAPHS_A_PAGE)
    pages = [lines[start : start + PARAGRAPHS_A_PAGE] for start in starts]
    test_pdf.draw(path, *[lambda canvas, page=page: test_pdf.write(canvas, page) for page in pages])
    return path


def cost_of(path: Path) -> Cost:
    """The cost of reading a file, in a process of its own."""
    command = [sys.executable, "-m", "tests.speed.reading", str(path)]
    return Cost(**json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def long_files(line: Callable[[int], str], folder: Path) -> Iterator[Stopping]:
    """How soon reading a thousand pages stops, as DOCX and as PDF."""
    lines = [line(number) for number in range(1, PAGES * PARAGRAPHS_A_PAGE + 1)]
    word = folder / "long.docx"
    word.write_bytes(test_docx.package("".join(map(test_docx.paragraph, lines))))
    for path in (word, printed(folder / "long.pdf", lines)):
        yield stopping(path)


def stopping(path: Path) -> Stopping:
    watch = Watch()
    taken = _read(path, watch)
    times = [0.0, *watch.told, taken]
    silence = max(later - earlier for earlier, later in pairwise(times))
    waits = [max(0.0, _read(path, Watch(share * taken)) - share * taken) for share in STOPPED_AT]
    return Stopping(path.name, cost_of(path), taken, silence, max(waits))


def _read(path: Path, watch: Watch) -> float:
    """Seconds until reading ends, by itself or because it was stopped."""
    rules = load_reading_rules(path_of("rules"))
    started = time.perf_counter()
    with suppress(Cancelled):
        read_treaty(path, rules=rules, progress=watch)
    return time.perf_counter() - started


def _measure(path: Path) -> Cost:
    rules = load_reading_rules(path_of("rules"))
    before, started = peak(), time.perf_counter()
    texts = read_treaty(path, rules=rules)
    return Cost(len(texts[0].source.text), time.perf_counter() - started, peak() - before)


def peak() -> float:
    """The most megabytes that this process has taken, as Linux counts it; what getrusage says counts the parent's too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    cost = _measure(Path(sys.argv[1]))
    sys.stdout.write(json.dumps({"characters": cost.characters, "seconds": cost.seconds, "megabytes": cost.megabytes}))
