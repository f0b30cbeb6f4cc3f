"""The HTML report: one file, nothing outside it, every word and every finding of the rows, markup never taken from texts."""

from __future__ import annotations

from pathlib import Path

from lxml import etree, html

from exporters.html import write_html
from tests.exporters.reports import clauses, judged_report, with_words
from treaty.progress import SilentProgress
from treaty.review.report import Report
from treaty.review.rows import RowKind


def opened(report: Report, path: Path) -> html.HtmlElement:
    write_html(report, path, progress=SilentProgress())
    return html.document_fromstring(path.read_text(encoding="utf-8"))


def words_of(element: html.HtmlElement) -> str:
    """The words of an element without the raised numbers of its marks."""
    for number in element.xpath(".//sup | .//span[@class='label']"):
        number.drop_tree()
    return str(element.text_content())


def test_every_clause_and_finding_is_there(tmp_path: Path) -> None:
    report = judged_report(info=True)
    page = opened(report, tmp_path / "a.html")
    entries = [entry for row in report.rows for entry in row.findings]
    assert [int(note.get("id")[1:]) for note in page.xpath("//li")] == [entry.number for entry in entries]
    assert all(
        page.xpath(f"//sup/a[@href='#f{entry.number}']") for entry in entries if entry.finding.left or entry.finding.right
    )
    said = [words_of(paragraph).strip() for paragraph in page.xpath("//td/p[not(@class)]")]
    assert said == [clause.text for clause in clauses(report)]


def test_rows_are_the_rows_of_the_report(tmp_path: Path) -> None:
    report = judged_report()
    page = opened(report, tmp_path / "a.html")
    kinds = [row.get("class").split()[0] for row in page.xpath("//tbody/tr[not(@class='notes')]")]
    assert kinds == [str(row.kind) for row in report.rows]
    assert any(row.kind is RowKind.POINTER for row in report.rows)


def test_it_refers_to_nothing_outside(tmp_path: Path) -> None:
    page = opened(judged_report(), tmp_path / "a.html")
    assert all(str(link).startswith("#f") for link in page.xpath("//@href | //@src"))
    assert not page.xpath("//script | //link | //img | //iframe")
    assert "url(" not in page.xpath("string(//style)")


def test_words_of_a_text_are_never_markup(tmp_path: Path) -> None:
    words = '<script>alert(1)</script> & "quotes" <b>bold</b> \x0b'
    page = opened(with_words(judged_report(), words), tmp_path / "a.html")
    assert not page.xpath("//script | //td/p//b")
    assert any("<script>alert(1)</script>" in cell.text_content() for cell in page.xpath("//td"))


def test_it_is_whole_html_with_its_languages(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    page = opened(judged_report(), path)
    assert page.get("lang") == "ko"
    assert {cell.get("lang") for cell in page.xpath("//td[@lang]")} == {"ko", "en"}
    assert etree.tostring(page, encoding="unicode").count("<table>") == 1
