"""`python -m tests.trust.soak --actions 2000` does what users do in the window, at random, and measures its memory; then it
edits as often as in eight hours. First each kind of action is repeated and what it leaves behind is counted. Prints what was
done; fails on any warning, any exception, and on growth beyond the bounds."""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialog

import tests  # noqa: F401  (sets the number of threads before numpy is loaded)
from desktop.application import Session, build_application
from desktop.toolkit import load_toolkit
from desktop.traces.settings import Settings
from exporters import write_report
from tests.trust.answers import Answers
from tests.trust.growth import REPEATED, growths, memory
from treaty.progress import SilentProgress
from treaty.review.review_file import load_review, save_review

SAMPLES = Path(__file__).parents[2] / "samples"
BOUND = 128 * 1024 * 1024
"""How much memory may have grown by from the second quarter of the actions to the last, in bytes: what is behind a theme or an
export is loaded when it is first asked for, and stays."""
AUTOSAVES = 960
"""One edit in thirty seconds, for eight hours."""
SECONDS = 120.0
GRAVE = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
HARMLESS = ("This plugin does not support",)
TRIGGERED = (
    "undo redo copy all_rows different_rows open_rows unlinked_rows thorough documents_dock findings_dock notes_dock larger"
    " smaller usual_size spacing_0 spacing_1 spacing_2 full_screen theme_light theme_dark language_ko language_en next_finding"
    " previous_finding next_unread next_unlinked accept dismiss query accept_difference reopen state_read state_agreed"
    " state_to_discuss state_unread comment why_linked find_next save"
).split()
EXPORTED = ("md", "html", "tmx", "xlsx", "docx", "json")
SELDOM = ("merge_rows", "split_row", "unlink", "swap_columns")
"""What aligns or compares anew."""


class Soak:
    """A window with a review, and random actions on it."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance, self.folder = random.Random(seed), folder
        self.done, self.faults = Counter[str](), list[str]()
        qInstallMessageHandler(self._hear)
        sys.excepthook = lambda kind, error, trace: self.faults.append(f"{kind.__name__}: {error}")
        self.answers = Answers(folder)
        settings = Settings(folder / "daejo.ini")
        settings.looks_first = False
        toolkit = load_toolkit(cache_folder=folder / "cache")
        self.reviews = [folder / "health.daejo", folder / "statement.daejo"]
        for path, names in zip(
            self.reviews, (("health_mou.ko.txt", "health_mou.en.txt"), ("joint_statement.txt",)), strict=True
        ):
            save_review(toolkit.compare_files([SAMPLES / name for name in names], None, SilentProgress()), path)
        self.session = Session(
            build_application(), toolkit, write_report, settings, ask=lambda *_: self.answers, state_folder=folder / "state"
        )
        self.session.window.show()
        self.open()

    def act(self) -> None:
        """One action; all that it set going is done when this returns."""
        kinds: list[tuple[Callable[[], None], int]] = [
            (self.trigger, 60), (self.scroll, 15), (self.choose, 15), (self.open, 3), (self.export, 3), (self.align, 1),
            (self.close, 1),
        ]  # fmt: skip
        act = self.chance.choices([kind for kind, _ in kinds], [weight for _, weight in kinds])[0]
        self.done[act.__name__] += 1
        act()
        self.settle()

    def trigger(self, names: tuple[str, ...] | list[str] = TRIGGERED) -> None:
        action = self.session.window.actions_[self.chance.choice(names)]
        if action.isEnabled():
            action.trigger()

    def align(self) -> None:
        self.trigger(SELDOM)

    def scroll(self) -> None:
        bar = self.session.window.page.table.verticalScrollBar()
        bar.setValue(self.chance.randint(bar.minimum(), bar.maximum()))

    def choose(self) -> None:
        window = self.session.window
        if rows := window.page.model.rowCount():
            window.page.table.setCurrentIndex(window.page.model.index(self.chance.randrange(rows), self.chance.choice([1, 2])))
        if self.session.controller.found:
            self.session.controller.select(self.chance.choice(list(self.session.controller.found)))

    def open(self) -> None:
        self.session.window.open_files([self.chance.choice(self.reviews)])
        self.settle()
        # What was not saved waits behind it, as the user is told; here nobody comes back for it.
        assert self.session.controller.review is not None

    def export(self, endings: tuple[str, ...] = EXPORTED) -> None:
        self.answers.export = self.folder / f"out.{self.chance.choice(endings)}"
        self.trigger(["export"])

    def close(self) -> None:
        """Closes the window and opens another on the same review."""
        self.session.replace_window()

    def repeated(self) -> dict[str, Callable[[], None]]:
        """Every kind of action, to be done again and again; each ends as it began."""
        acts: dict[str, Callable[[], None]] = {
            "open": self.open, "scroll": self.scroll, "choose": self.choose, "close": self.close,
            "export": partial(self.export, ("docx",)),
        }  # fmt: skip
        return {
            **{kind: partial(self._do, act) for kind, act in acts.items()},
            **{kind: partial(self._do, *map(self._trigger_of, names)) for kind, names in REPEATED.items()},
        }

    def _trigger_of(self, name: str) -> Callable[[], None]:
        return lambda: self.trigger([name])

    def _do(self, *acts: Callable[[], None]) -> None:
        for act in acts:
            act()
            self.settle()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.close()
        self.settle()

    def settle(self) -> None:
        end = time.monotonic() + SECONDS
        QApplication.processEvents()
        while self.session.jobs.running:
            QApplication.processEvents()
            assert time.monotonic() < end, "a job does not end"
        QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete, which only an event loop's end would send
        QApplication.processEvents()

    def autosave(self, times: int) -> int:
        """Edits so often, each kept on the disk and the lock kept fresh. Returns how large the recovery folder was at most."""
        controller, largest = self.session.controller, 0
        finding = next(iter(controller.found))
        for number in range(times):
            controller.set_note(finding, f"{number}번째 메모")
            self.session.keeping.recorder.wait()
            self.session.keeping.locks.refresh()
            largest = max(largest, sum(file.stat().st_size for file in (self.folder / "state").iterdir()))
        review = controller.review
        assert review is not None
        assert review.judgement(finding).note == f"{times - 1}번째 메모"
        return largest

    def end(self) -> None:
        self.session.window.close()
        self.session.close()
        self.session.window.deleteLater()
        self.settle()
        # The offscreen clipboard would keep what was copied, an object of Python's, until after Python has ended, and crash.
        QApplication.clipboard().clear()
        qInstallMessageHandler(None)
        for path in self.reviews:
            load_review(path)
        left = [file.name for file in (self.folder / "state").iterdir()] + [file.name for file in self.folder.glob(".*")]
        assert not left, f"left behind: {left}"

    def _hear(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind in GRAVE and not message.startswith(HARMLESS):
            self.faults.append(f"Qt: {message}")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.trust.soak", description=__doc__)
    parser.add_argument("--actions", type=int, default=2000)
    parser.add_argument("--autosaves", type=int, default=AUTOSAVES)
    parser.add_argument("--times", type=int, default=20, help="how often each kind of action is repeated and measured")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        soak, used = Soak(Path(folder), options.seed), []
        grown = list(growths(soak.repeated(), options.times)) if options.times else []
        for _ in range(options.actions):
            soak.act()
            used.append(memory())
        largest = soak.autosave(options.autosaves)
        soak.end()
    quarter = max(1, options.actions // 4)
    begins, ends = max(used[quarter : 2 * quarter]), max(used[-quarter:])
    told = ", ".join(f"{name} {count}" for name, count in soak.done.most_common())
    print(f"{options.actions} actions (seed {options.seed}: {told})")
    print(f"memory {begins / 2**20:.0f} MB in the second quarter, {ends / 2**20:.0f} MB in the last, at most")
    print(f"{options.autosaves} autosaves, recovery folder at most {largest / 2**20:.1f} MB")
    print("\n".join(map(str, grown)))
    print("\n".join(soak.faults) or "no warning, no exception")
    return 1 if soak.faults or ends - begins > BOUND or not all(growth.is_bounded for growth in grown) else 0


if __name__ == "__main__":
    sys.exit(main())
