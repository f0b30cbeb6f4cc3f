"""Choosing what a report shows, its preview, printing, correction tables, and judgements that come back."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.main_window import MainWindow
from desktop.operations.reporting import printer_for
from desktop.reports.form import SELECTED
from desktop.reports.pages import PdfPages, print_pages
from exporters import write_report
from tests.desktop.fakes import FakeQuestions, FakeWriter
from tests.example_review import example_review
from tests.exporters.reports import long_report
from tests.exporters.test_own_docx import korean_document
from treaty.errors import Cancelled
from treaty.model import Language
from treaty.progress import SilentProgress
from treaty.review.column_choice import ColumnKind
from treaty.review.extent import Extent
from treaty.review.paper import Paper, PaperSize
from treaty.review.report import ReportOptions, build_report
from treaty.review.review import Verdict


class Answers:
    """Answers what reports ask; prints into a file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def workbook(self) -> Path | None:
        return self.folder / "review.xlsx"

    def corrections(self, proposed: str) -> Path | None:
        return self.folder / "정오표.docx"

    def tracked(self, proposed: str) -> Path | None:
        return self.folder / "변경.docx"

    def original(self) -> Path | None:
        return self.folder / "국문.docx"

    def copy(self, original: Path) -> Path | None:
        return self.folder / "사본.docx"

    def may_print(self, printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.folder / "printed.pdf"))
        printer.setResolution(100)
        return True


@pytest.fixture
def window(window: MainWindow, tmp_path: Path) -> MainWindow:
    window.issuing.questions = Answers(tmp_path)
    return window


@pytest.fixture
def real_writer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fake writer writes too: a preview needs pages."""
    monkeypatch.setattr(FakeWriter, "__call__", lambda self, report, path, *, progress: write_report(
        report, path, progress=progress
    ))  # fmt: skip


def test_the_form_gives_the_options_chosen(window: MainWindow, qtbot: QtBot) -> None:
    form = window.reports.form
    assert form.options() == ReportOptions(Language.KOREAN)
    form.rows.setCurrentIndex(form.rows.findData(Extent.OPEN))
    form.paper.setCurrentIndex(form.paper.findData(PaperSize.LETTER))
    form.turn.setCurrentIndex(form.turn.findData("portrait"))
    form.switches["remarks"].setChecked(False)
    form.columns.tick(ColumnKind.LEFT, on=False)
    form.columns.tick(ColumnKind.RIGHT, on=False)
    form.columns.setCurrentRow(3)
    qtbot.keyClick(form.columns, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    form.sentences["draft"].setText(" 3차안 ")
    chosen = form.options()
    assert (chosen.choice.extent, chosen.paper, chosen.remarks) == (Extent.OPEN, Paper(PaperSize.LETTER, True), False)
    assert chosen.status_lines == ("3차안",)
    assert chosen.columns.order == (ColumnKind.NUMBER, ColumnKind.FINDINGS, ColumnKind.RIGHT), "the last text stays ticked"


def test_the_selected_rows_of_the_window_can_be_reported(window: MainWindow, session: Session) -> None:
    table, form = window.page.table, window.reports.form
    whole_row = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().clearSelection()
    for place in (2, 3):
        table.selectionModel().select(window.page.model.index(place, 0), whole_row)
    form.rows.setCurrentIndex(form.rows.findData(SELECTED))
    assert form.options().choice.clauses == {"t1.c3", "t2.c3", "t1.c4", "t2.c4"}


@pytest.mark.usefixtures("real_writer")
def test_the_preview_shows_the_pages_and_follows_the_choices(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["report"].trigger()
    preview, form = window.reports.preview, window.reports.form
    qtbot.waitUntil(lambda: preview.pages == 3, timeout=20_000)
    wide = preview.sheet.pixmap()
    assert wide.width() > wide.height() > 200
    preview.show_page(1)
    assert preview.page == 1
    form.turn.setCurrentIndex(form.turn.findData("portrait"))
    qtbot.waitUntil(lambda: preview.sheet.pixmap().height() > preview.sheet.pixmap().width(), timeout=20_000)
    assert preview.page == 1
    form.columns.tick(ColumnKind.FINDINGS, on=False)
    qtbot.waitUntil(lambda: preview.pages == 2, timeout=20_000)
    assert [form.theme.itemText(index) for index in range(2)] == ["모든 주제", "보건·생명공학"]
    window.reports.reject()


@pytest.mark.usefixtures("real_writer")
def test_printing_gives_the_pages_of_the_pdf(window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    window.reports.print_wanted.emit(ReportOptions(Language.KOREAN, paper=Paper(PaperSize.A4, portrait=True)))
    qtbot.waitUntil(lambda: window.line.currentMessage() == session.words("message.printed"), timeout=30_000)
    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    report = build_report(example_review(), ReportOptions(Language.KOREAN, paper=Paper(PaperSize.A4, portrait=True)))
    write_report(report, tmp_path / "a.pdf", progress=SilentProgress())
    pages = PdfPages(tmp_path / "a.pdf")
    assert len(printed) == len(pages)
    assert [round(side) for side in printed[0].get_size()] == [595, 842]
    ours = pages.image(0, 50).convertToFormat(pages.image(0, 50).Format.Format_Grayscale8)
    theirs = printed[0].render(scale=50 / 72, grayscale=True).to_numpy()
    dark = sum(ours.pixelColor(x, y).value() < 128 for x in range(ours.width()) for y in range(ours.height()))
    assert dark > 100
    assert (theirs < 128).sum() == pytest.approx(dark, rel=0.3)


class StopsOnTheSecondPage:
    """Progress of a user who stops the printing."""

    def report(self, done: int, total: int, what: str) -> None:
        if done:
            raise Cancelled


def test_printing_can_be_stopped_between_pages(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    write_report(long_report(4), path, progress=SilentProgress())
    printer = printer_for(Paper())
    Answers(tmp_path).may_print(printer)
    with pytest.raises(Cancelled):
        print_pages(path, printer, StopsOnTheSecondPage())


def test_only_the_pages_asked_for_are_printed(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    write_report(long_report(4), path, progress=SilentProgress())
    printer = printer_for(Paper())
    Answers(tmp_path).may_print(printer)
    printer.setFromTo(2, 3)
    print_pages(path, printer, SilentProgress())
    assert len(pypdfium2.PdfDocument(tmp_path / "printed.pdf")) == 2


def test_the_correction_table_is_written(window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    session.controller.select("f2")
    session.controller.set_verdict(Verdict.ERROR)
    window.actions_["corrections"].trigger()
    qtbot.waitUntil((tmp_path / "정오표.docx").exists, timeout=20_000)
    rows = docx.Document(str(tmp_path / "정오표.docx")).tables[0].rows
    assert len(rows) == 2


def test_tracked_changes_need_versions(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.actions_["tracked"].trigger()
    qtbot.waitUntil(lambda: "두 판" in window.message.sentence, timeout=20_000)
    assert not (tmp_path / "변경.docx").exists()


def test_judgements_come_back_as_one_step(window: MainWindow, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "review.xlsx"
    review = session.controller.review
    assert review is not None
    write_report(build_report(review, ReportOptions(Language.KOREAN)), path, progress=SilentProgress())
    book = load_workbook(path)
    for line in (2, 3):
        book.worksheets[1].cell(line, 10).value = "인정"
    book.save(path)
    window.actions_["read_back"].trigger()
    assert [review.judgement(finding).verdict for finding in ("f1", "f2")] == [Verdict.ERROR] * 2
    window.actions_["undo"].trigger()
    assert [review.judgement(finding).verdict for finding in ("f1", "f2")] == [None] * 2


def test_findings_go_into_a_copy_of_the_original(window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    original = korean_document(tmp_path)
    review = session.controller.review
    assert review is not None
    source = replace(review.texts[0].source, sha256=hashlib.sha256(original.read_bytes()).hexdigest())
    review.texts = (replace(review.texts[0], source=source), review.texts[1])
    window.actions_["annotate"].trigger()
    qtbot.waitUntil(lambda: bool(window.message.sentence), timeout=20_000)
    assert window.message.sentence == "사본.docx에 지적 5곳을 달았습니다."
    assert len(list(docx.Document(str(tmp_path / "사본.docx")).comments)) == 5


def test_what_is_no_workbook_is_told(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "review.xlsx").write_bytes(b"no workbook")
    window.actions_["read_back"].trigger()
    assert "review.xlsx" in window.message.sentence


@pytest.mark.parametrize("ending", ["json", "xlsx"])
def test_other_formats_are_exported_too(
    window: MainWindow, qtbot: QtBot, questions: FakeQuestions, writer: FakeWriter, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"a.{ending}"
    questions.file_to_export = lambda proposed: path  # type: ignore[method-assign]
    window.reports.export_wanted.emit(ReportOptions(Language.ENGLISH))
    qtbot.waitUntil(lambda: path.exists() or bool(writer.written))
    if ending == "xlsx":
        report, where = writer.written[0]
        assert (report.options.language, where) == (Language.ENGLISH, path)


def test_printers_get_the_paper_of_the_report(qapp: object) -> None:
    for paper in (Paper(), Paper(PaperSize.LETTER, portrait=True)):
        layout = printer_for(paper).pageLayout()
        size = layout.fullRect(layout.Unit.Millimeter).size()
        assert (round(size.width()), round(size.height())) == tuple(map(round, paper.millimetres))
