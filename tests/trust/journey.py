"""`python -m tests.trust.journey FOLDER` does in the window and on the command line all that a user does in a day, with every
call for the network forbidden. `--reach python|kernel` reaches out on purpose, to see the guards at work.

`--printing` prints what the journey saved. It is a journey of its own, since the system's print service, which is asked what
printers there are, is asked through a socket: here the kernel refuses it and does not end the program.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

import tests  # noqa: F401  (sets the number of threads before numpy is loaded)
from desktop.application import Session, build_application
from desktop.command_line import main as daejo
from desktop.operations.reporting import printer_for
from desktop.reports.pages import print_pages
from desktop.toolkit import load_toolkit
from desktop.traces.places import traces
from desktop.traces.scratch import scratch_folder
from desktop.traces.settings import Settings
from exporters import write_report
from tests.trust.answers import Answers
from tests.trust.guard import forbid_in_kernel, forbid_in_python
from treaty.model import Language
from treaty.progress import SilentProgress
from treaty.review.report import ReportOptions, build_report
from treaty.review.review import Verdict

SAMPLES = Path(__file__).parents[2] / "samples"
SECONDS = 120.0
Wait = Callable[[Callable[[], object]], None]
"""Lets the window work until something holds."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.trust.journey", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reach", choices=("python", "kernel"))
    parser.add_argument("--printing", action="store_true")
    options = parser.parse_args()
    os.environ |= {"QT_QPA_PLATFORM": "offscreen"} | {
        f"XDG_{kind}_HOME": str(options.folder / kind.lower()) for kind in ("CONFIG", "CACHE", "STATE", "DATA")
    }
    in_kernel = forbid_in_kernel(kill=not options.printing)
    if options.reach == "kernel":
        ctypes.CDLL(None).socket(socket.AF_INET, socket.SOCK_STREAM, 0)
        return 0
    forbid_in_python()
    if options.reach == "python":
        socket.create_connection(("127.0.0.1", 9))
        return 0
    files = [SAMPLES / "health_mou.ko.txt", SAMPLES / "health_mou.en.txt"]
    if options.printing:
        in_the_window([options.folder / "sheet.daejo"], options.folder, print_)
    else:
        on_the_command_line(files, options.folder)
        in_the_window(files, options.folder, review_and_export)
    print("the whole journey, guarded in Python" + (" and in the kernel" if in_kernel else ""))
    return 0


def on_the_command_line(files: list[Path], folder: Path) -> None:
    out = [str(folder / f"sheet.{ending}") for ending in ("pdf", "docx", "xlsx", "html", "tmx", "md", "json", "daejo")]
    names = [str(file) for file in files]
    for arguments in (
        ["compare", *names, "-o", *out],
        ["outline", str(SAMPLES / "fisheries_protocol.docx")],
        ["terms", *names, "-o", str(folder / "terms.csv"), str(folder / "terms.tbx")],
        ["library", "add", *names],
        ["export", out[-1], "--corrections", str(folder / "table.docx")],
        ["judge", out[-1], out[2]],
    ):
        assert daejo(arguments) == 0, arguments


def in_the_window(files: list[Path], folder: Path, act: Callable[[Session, Answers, Wait], None]) -> None:
    app, answers, places = build_application(), Answers(folder), traces()
    settings = Settings(places.settings)
    settings.looks_first = False
    toolkit = load_toolkit(cache_folder=places.cache)
    session = Session(app, toolkit, write_report, settings, ask=lambda *_: answers, state_folder=places.recovery)

    def wait(until: Callable[[], object]) -> None:
        end = time.monotonic() + SECONDS
        while session.jobs.running or not until():
            QApplication.processEvents()
            assert time.monotonic() < end, "too long"

    session.window.show()
    session.window.open_files(files)
    wait(lambda: session.controller.review is not None)
    act(session, answers, wait)
    session.window.close()
    session.close()


def review_and_export(session: Session, answers: Answers, wait: Wait) -> None:
    session.controller.select(next(iter(session.controller.found)))
    session.controller.set_verdict(Verdict.ERROR)
    session.keeping.recorder.wait()
    session.window.actions_["save"].trigger()
    for ending in ("docx", "json"):
        answers.export = answers.folder / f"window.{ending}"
        session.window.actions_["export"].trigger()
        wait(answers.export.exists)


def print_(session: Session, answers: Answers, wait: Wait) -> None:
    review = session.controller.review
    assert review is not None
    report = build_report(review, ReportOptions(Language.KOREAN))
    printer = printer_for(report.options.paper)
    answers.may_print(printer)
    with scratch_folder() as folder:
        write_report(report, folder / "pages.pdf", progress=SilentProgress())
        print_pages(folder / "pages.pdf", printer, SilentProgress())
    assert (answers.folder / "printed.pdf").read_bytes().startswith(b"%PDF")


if __name__ == "__main__":
    sys.exit(main())
