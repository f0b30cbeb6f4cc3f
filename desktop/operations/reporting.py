"""Correction tables, printing, and judgements that come back from a workbook."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from desktop.headless.annotating import annotate, told
from desktop.headless.exporting import write_correction_table, write_tracked_changes
from desktop.operations.desk import Desk
from desktop.operations.saving import proposed_name
from desktop.reports.pages import print_pages
from desktop.reports.questions import CORRECTIONS, ReportQuestions
from desktop.traces.scratch import scratch_folder
from treaty.errors import TreatyError
from treaty.progress import Progress
from treaty.review.paper import Paper, PaperSize
from treaty.review.report import Report, ReportOptions, build_report

_SIZES = {PaperSize.A4: QPageSize.PageSizeId.A4, PaperSize.LETTER: QPageSize.PageSizeId.Letter}


def export_corrections(desk: Desk, questions: ReportQuestions, options: ReportOptions) -> None:
    """Writes the correction table into a file of the user's choice."""
    _write(desk, write_correction_table, questions.corrections(proposed_name(desk, CORRECTIONS[0])), options)


def export_tracked(desk: Desk, questions: ReportQuestions, options: ReportOptions) -> None:
    """Writes two versions as a document with tracked changes into a file of the user's choice."""
    _write(desk, write_tracked_changes, questions.tracked(proposed_name(desk, "docx")), options)


def _write(desk: Desk, write: Callable[..., None], path: Path | None, options: ReportOptions) -> None:
    """Writes the review as it is now into a file, if there is one, and says so."""
    assert desk.controller.review is not None
    if path:
        work = partial(write, desk.controller.review.copy(), path, options)
        done = desk.words("message.exported", file=path.name)
        desk.jobs.run(work, lambda _: desk.say(done), desk.tell_error)


def annotate_copy(desk: Desk, questions: ReportQuestions, options: ReportOptions) -> None:
    """Writes the findings into a copy of a compared document; asks for both files."""
    review, original = desk.controller.review, questions.original()
    copy = questions.copy(original) if original else None
    if review is None or original is None or copy is None:
        return
    work = partial(annotate, review.copy(), original, copy, options)
    desk.jobs.run(work, lambda remarks: desk.notices.tell(told(remarks, copy, desk.words)), desk.tell_error)


def read_back(desk: Desk, questions: ReportQuestions) -> None:
    """Takes over what was written into an exported workbook, as one step; tells what contradicts the review."""
    from desktop.headless.reading_back import as_one_edit, judgements_of, lines_of  # loads openpyxl

    review = desk.controller.review
    path = questions.workbook()
    if not path or review is None:
        return
    try:
        back = judgements_of(path, review, "")
    except TreatyError as error:
        desk.tell_error(error)
        return
    if back.edits:
        desk.controller.do(as_one_edit(back))
    sentence, *conflicts = lines_of(back, desk.words)
    desk.say(sentence)
    if conflicts:
        desk.notices.tell("\n".join([sentence, *conflicts]))


def print_report(desk: Desk, questions: ReportQuestions, options: ReportOptions) -> None:
    """Prints the pages that the PDF would have."""
    assert desk.controller.review is not None
    printer = printer_for(options.paper)
    if not questions.may_print(printer):
        return
    report = build_report(desk.controller.review, options)
    printed = desk.words("message.printed")
    desk.jobs.run(partial(_print, desk, report, printer), lambda _: desk.say(printed), desk.tell_error)


def printer_for(paper: Paper) -> QPrinter:
    """A printer set for a report's paper, to its very edge: the margins are on the page."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    turn = QPageLayout.Orientation.Portrait if paper.portrait else QPageLayout.Orientation.Landscape
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(QPageSize(_SIZES[paper.size]), turn, QMarginsF()))
    return printer


def _print(desk: Desk, report: Report, printer: QPrinter, progress: Progress) -> None:
    with scratch_folder() as folder:
        path = folder / "pages.pdf"
        desk.write_report(report, path, progress=progress)
        print_pages(path, printer, progress)
