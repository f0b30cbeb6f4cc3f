"""Highlights with notes in a copy of the user's own PDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from exporters.notes import note
from exporters.pdf.own import annotate_pdf
from exporters.pdf.report import write_pdf
from exporters.report_words import ReportWords
from tests.exporters.reports import judged_report
from tests.exporters.test_pdf import annotations, page_texts, said_by
from treaty.errors import ReadingError
from treaty.progress import SilentProgress


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PDF that holds the example's texts, without annotations: the printed page of a report without findings."""
    path = tmp_path_factory.mktemp("source") / "국문.pdf"
    report = judged_report()
    rows = tuple(
        replace(row, findings=(), cells=tuple(
            replace(cell, clauses=tuple(replace(clause, marks=()) for clause in cell.clauses)) for cell in row.cells
        ))
        for row in report.rows
    )  # fmt: skip
    write_pdf(replace(report, rows=rows), path, progress=SilentProgress())
    return path


def highlighted(document: Any) -> dict[str, str]:
    """The words under each highlight by its note."""
    found = {}
    for page in document:
        text = page.get_textpage()
        for annotation in annotations(page, pdfium.FPDF_ANNOT_HIGHLIGHT):
            words = []
            for index in range(pdfium.FPDFAnnot_CountAttachmentPoints(annotation)):
                quad = pdfium.FS_QUADPOINTSF()
                pdfium.FPDFAnnot_GetAttachmentPoints(annotation, index, quad)
                words.append(text.get_text_bounded(quad.x3, quad.y3, quad.x2, quad.y2).strip())
            found[said_by(annotation, b"Contents")] = " ".join(words)
    return found


def test_each_finding_is_a_highlight_on_its_words(source: Path, tmp_path: Path) -> None:
    words = ReportWords(judged_report())
    remarks = annotate_pdf(source, tmp_path / "copy.pdf", words, 0)
    assert remarks.missed == ()
    notes = {entry.number: note(entry, words).text for entry in words.findings()}
    found = highlighted(pypdfium2.PdfDocument(tmp_path / "copy.pdf"))
    assert found == {
        notes[1]: "가능한 한",
        notes[2]: "4주간",
        notes[3]: "정신건강 증진 및 자살 예방",
        notes[4]: "양측은 이를 서면으로 확인할 것이다.",
        notes[5]: "합계",
    }


def test_the_other_language_is_marked_in_its_own_document(source: Path, tmp_path: Path) -> None:
    words = ReportWords(judged_report())
    annotate_pdf(source, tmp_path / "copy.pdf", words, 1)
    assert "four months" in highlighted(pypdfium2.PdfDocument(tmp_path / "copy.pdf")).values()


def test_the_original_is_the_beginning_of_the_copy(source: Path, tmp_path: Path) -> None:
    annotate_pdf(source, tmp_path / "copy.pdf", ReportWords(judged_report()), 0)
    content = source.read_bytes()
    copy = (tmp_path / "copy.pdf").read_bytes()
    assert copy.startswith(content)
    assert len(copy) > len(content)


def test_the_pages_say_the_same_as_before(source: Path, tmp_path: Path) -> None:
    annotate_pdf(source, tmp_path / "copy.pdf", ReportWords(judged_report()), 0)
    before, after = (page_texts(pypdfium2.PdfDocument(path)) for path in (source, tmp_path / "copy.pdf"))
    assert before == after


def test_the_same_copy_is_written_each_time(source: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        annotate_pdf(source, tmp_path / f"{name}.pdf", ReportWords(judged_report()), 0)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 broken")
    with pytest.raises(ReadingError):
        annotate_pdf(tmp_path / "a.pdf", tmp_path / "copy.pdf", ReportWords(judged_report()), 0)
    assert not (tmp_path / "copy.pdf").exists()
