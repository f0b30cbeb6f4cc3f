"""Word documents and workbooks opened by programs that have nothing to do with those that wrote them: LibreOffice prints them
and turns them into OpenDocument, `ooxml-integrity` looks for what Word would call damaged."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path
from shutil import which
from typing import Any

import numpy as np
import pypdfium2
import pytest
from lxml import etree

from exporters import write_report
from exporters.correction_table import write_corrections
from exporters.notes import thread
from exporters.report_words import ReportWords
from tests.exporters.reports import REMARKS, clauses, judged_review, long_report, remarked_report
from treaty.model import Language
from treaty.progress import SilentProgress
from treaty.review.corrections import correction_table
from treaty.review.report import Report, ReportOptions
from treaty.review.rows import RowKind

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
DC = "http://purl.org/dc/elements/1.1/"


@pytest.fixture(scope="module")
def report() -> Report:
    return remarked_report(status="비공식 번역 / Unofficial translation", draft="3차안", classification="대외주의")


@pytest.fixture(scope="module")
def written(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a report, a long one and a table of corrections."""
    folder = tmp_path_factory.mktemp("elsewhere")
    write_report(report, folder / "report.docx", progress=SilentProgress())
    write_report(long_report(6), folder / "long.docx", progress=SilentProgress())
    write_report(report, folder / "table.xlsx", progress=SilentProgress())
    table = correction_table(judged_review(), ReportOptions(Language.KOREAN, reviewer="김서연"))
    write_corrections(table, folder / "corrections.docx")
    return folder


@pytest.fixture(scope="module")
def opened(written: Path) -> Path:
    """The folder with all of it printed to PDF, and the report as OpenDocument."""
    if not which("soffice"):
        pytest.skip("needs LibreOffice")
    office = ["soffice", f"-env:UserInstallation=file://{written}/profile", "--headless"]
    documents = sorted(map(str, [*written.glob("*.docx"), *written.glob("*.xlsx")]))
    for ending, files in (("pdf", documents), ("odt", [str(written / "report.docx")])):
        command = [*office, "--convert-to", ending, "--outdir", str(written), *files]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
    return written


def pages_of(path: Path) -> list[str]:
    """The words of each page, without white space: LibreOffice puts space between Hangul and figures."""
    return ["".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(path)]


def squeezed(words: str) -> str:
    return "".join(words.split())


@pytest.mark.slow
def test_libreoffice_prints_every_clause_and_every_finding(opened: Path, report: Report) -> None:
    said = "".join(pages_of(opened / "report.pdf"))
    words = ReportWords(report)
    for row in report.rows:
        for entry in row.findings:
            assert f"[{entry.number}]" in said
            assert all(squeezed(said_of.note.text) in said for said_of in thread(entry, words))
    for number in range(1, 8):
        said = said.replace(f"[{number}]", "")
    assert all(squeezed(clause.text) in said.replace("∧", "") for clause in clauses(report))


@pytest.mark.slow
def test_libreoffice_repeats_the_head_and_fills_the_sheet(opened: Path) -> None:
    document, pages = pypdfium2.PdfDocument(opened / "long.pdf"), pages_of(opened / "long.pdf")
    assert len(pages) > 3
    of_table = [page for page in pages if "양측은매년" in page]
    assert all(page.count("비공식국문번역본") == 1 for page in of_table)
    assert [round(side) for side in document[0].get_size()] == [842, 595]
    for page in document:
        ink = np.argwhere(page.render(scale=1, draw_annots=False).to_numpy()[:, :, 0] < 128)
        (top, left), (bottom, right) = ink.min(axis=0), ink.max(axis=0)
        assert left > 20
        assert right < 842 - 20
        assert top > 10
        assert bottom < 595 - 10


@pytest.mark.slow
def test_libreoffice_finds_the_comments_and_the_headings(opened: Path, report: Report) -> None:
    with zipfile.ZipFile(opened / "report.odt") as archive:
        content = etree.fromstring(archive.read("content.xml"))
    comments = [
        ("".join(each.itertext(f"{{{TEXT}}}span", f"{{{TEXT}}}p")), each.findtext(f"{{{DC}}}creator"))
        for each in content.iter(f"{{{OFFICE}}}annotation")
    ]
    words = ReportWords(report)
    said = {(squeezed(each.note.text), each.author) for entry in words.findings() for each in thread(entry, words)}
    said |= {(squeezed(remark.text), remark.author or "김서연") for remark in REMARKS}
    assert {(squeezed(text), author) for text, author in comments} == said
    shown = "".join("".join(heading.itertext()) for heading in content.iter(f"{{{TEXT}}}h"))
    for row in report.rows:
        if row.kind is RowKind.HEADING:
            assert all(clause.text in shown for cell in row.cells for clause in cell.clauses)


@pytest.mark.slow
def test_libreoffice_prints_workbooks_and_corrections(opened: Path, report: Report) -> None:
    if not (opened / "table.pdf").exists():
        pytest.skip("needs LibreOffice Calc")
    table = "".join(pages_of(opened / "table.pdf"))
    assert all(squeezed(clause.text)[:20] in table for clause in clauses(report))
    corrections = "".join(pages_of(opened / "corrections.pdf"))
    assert squeezed("The Participants will each year exchange ten field epidemiologists") in corrections


def test_nothing_in_a_word_document_is_damaged(written: Path) -> None:
    integrity: Any = pytest.importorskip("ooxml_integrity")
    for path in written.glob("*.docx"):
        assert [(found.code, found.message) for found in integrity.check(path)] == []


def test_the_checker_of_documents_finds_what_is_damaged(written: Path, tmp_path: Path) -> None:
    integrity: Any = pytest.importorskip("ooxml_integrity")
    with zipfile.ZipFile(written / "report.docx") as old, zipfile.ZipFile(tmp_path / "a.docx", "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b'w:id="0"', b'w:id="999"') if name == "word/comments.xml" else content)
    assert integrity.check(tmp_path / "a.docx")
