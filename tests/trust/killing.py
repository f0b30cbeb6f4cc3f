"""`python -m tests.trust.killing --times 300` kills the program at random moments of its work, and looks at what is left.

The work is done in a process forked for each kill, without Qt, so that hundreds take seconds. It says after each step that the
step is done; what was said must be there afterwards, of what was not said at most one step.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path

import tests  # noqa: F401  (sets the number of threads before numpy is loaded)
from exporters import write_report
from tests.trust.killed_work import edited, library_words, some_text, two_reports
from treaty.language.meaning import Vectors
from treaty.model import TreatyText
from treaty.precedents.library import Library
from treaty.progress import Progress, SilentProgress
from treaty.review.recovery import RecoveryFile, discard, recovered, unfinished_work
from treaty.review.review_file import load_review, save_review

LONGEST = 0.05
"""Seconds after its beginning at which a process is killed at the latest: some ten steps of its work."""
ENDINGS = ("md", "html", "tmx", "xlsx", "docx", "pdf")

Say = Callable[[], None]


class Work(ABC):
    """One kind of work in a folder of its own. `do` goes on until it is killed; `check` is told how many steps were said."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()

    @abstractmethod
    def do(self, done: Say) -> None: ...

    @abstractmethod
    def check(self, said: int) -> None: ...

    def clear(self, *kept: str) -> None:
        """Asserts that nothing but what is named is left, and takes that away."""
        left = sorted(path.name for path in self.folder.iterdir())
        assert left == sorted(kept), f"left behind: {left}"
        for name in kept:
            (self.folder / name).unlink()


class Editing(Work):
    """Edits that are kept in a recovery file, never saved."""

    def do(self, done: Say) -> None:
        file = RecoveryFile(self.folder / "a.recovery")
        for number in range(1, sys.maxsize):
            file.keep(edited(number), "양해각서", "", "2028-03-02T10:15:00")
            done()

    def check(self, said: int) -> None:
        found = list(unfinished_work(self.folder))
        assert len(found) == 1 or (not found and not said), "the work is not offered"
        for work in found:
            assert recovered(work) in (edited(max(1, said)), edited(said + 1)), "edits are lost"
            discard(work.file)
        begun = RecoveryFile(self.folder / "next.recovery")
        begun.keep(edited(1), "", "", "")
        begun.discard()
        self.clear()


class Saving(Work):
    """One review, saved after each edit."""

    def do(self, done: Say) -> None:
        for number in range(1, sys.maxsize):
            save_review(edited(number), self.folder / "a.daejo")
            done()

    def check(self, said: int) -> None:
        path = self.folder / "a.daejo"
        assert path.exists() or not said, "the file is gone"
        if path.exists():
            assert load_review(path) in (edited(max(1, said)), edited(said + 1)), "edits are lost"
        save_review(edited(0), path)
        self.clear("a.daejo")


class Exporting(Work):
    """Two reports that take each other's place, in one format after the other."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._turn = 0
        self._wholes: dict[str, list[bytes]] = {}

    def do(self, done: Say) -> None:
        path = self._path()
        while True:
            for report in two_reports():
                write_report(report, path, progress=SilentProgress())
                done()

    def check(self, said: int) -> None:
        path = self._path()
        assert path.exists() or not said, "the file is gone"
        if path.exists():
            assert path.read_bytes() in self._both(path), "half a file"
        write_report(two_reports()[0], path, progress=SilentProgress())
        self.clear(path.name)
        self._turn += 1

    def _path(self) -> Path:
        return self.folder / f"a.{ENDINGS[self._turn % len(ENDINGS)]}"

    def _both(self, path: Path) -> list[bytes]:
        """The whole files that may stand there."""
        if path.suffix not in self._wholes:
            made = []
            for report in two_reports():
                write_report(report, path, progress=SilentProgress())
                made.append(path.read_bytes())
            self._wholes[path.suffix] = made
        return self._wholes[path.suffix]


class Indexing(Work):
    """A library to which one agreement after the other is added."""

    def do(self, done: Say) -> None:
        with self._library() as library:
            for number in range(1, sys.maxsize):
                library.add([some_text(number)], [], Nothing())
                done()

    def check(self, said: int) -> None:
        with self._library() as library:
            agreements = library.agreements()
            assert said <= len(agreements) <= said + 1, "agreements are lost"
            for agreement in agreements:
                assert agreement.clauses == _counted(some_text(agreement.number)), "half an agreement"
            library.add([some_text(len(agreements) + 1)], [], Nothing())
            assert len(library.shelf().ids) == sum(sum(each.clauses.values()) for each in library.agreements())
        self.clear("library.sqlite")

    def _library(self) -> Library:
        return Library(self.folder / "library.sqlite", library_words())


class Nothing:
    """An encoder to which all means the same: what is stored is looked at here, not what it means."""

    def encode(self, texts: Sequence[str], progress: Progress = SilentProgress()) -> Vectors:
        import numpy as np

        return np.ones((len(texts), 512), dtype=np.float32)


@cache
def works(folder: Path) -> tuple[Work, ...]:
    return tuple(kind(folder / kind.__name__) for kind in (Editing, Saving, Exporting, Indexing))


def _counted(text: TreatyText) -> dict[object, int]:
    return {text.language: sum(1 for clause in text.clauses if clause.text)}


def killed(work: Work, after: float) -> int:
    """Begins work in another process and kills it; returns how many steps it said were done. Raises ChildProcessError where it
    ended by itself."""
    hears, says = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hears)
        try:
            os.write(says, b"b")
            work.do(partial(os.write, says, b"."))
        finally:
            os._exit(1)
    os.close(says)
    with os.fdopen(hears, "rb", buffering=0) as heard:
        heard.read(1)
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            raise ChildProcessError(f"{type(work).__name__} ended by itself")
        return len(heard.read())


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.trust.killing", description=__doc__)
    parser.add_argument("--times", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance, steps = random.Random(options.seed), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        for time_ in range(options.times):
            work = works(Path(folder))[time_ % 4]
            said = killed(work, chance.uniform(0, LONGEST))
            steps[type(work).__name__] += said
            try:
                work.check(said)
            except Exception as fault:
                fault.add_note(f"{type(work).__name__}, kill {time_} of --seed {options.seed}, {said} steps done")
                raise
    told = ", ".join(f"{name} {count}" for name, count in steps.items())
    print(f"killed {options.times} times (seed {options.seed}), steps done before: {told}; nothing lost, nothing left behind")
    return 0


if __name__ == "__main__":
    sys.exit(main())
