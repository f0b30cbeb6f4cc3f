"""Comments in a copy of the user's own Word document."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from exporters.docx.own import annotate_docx
from exporters.notes import thread
from exporters.remarks import letters_of
from exporters.report_words import ReportWords
from tests.example_review import KOREAN
from tests.exporters.reports import judged_report
from tests.exporters.test_docx import anchored_words
from treaty.errors import ReadingError
from treaty.model import Span


def korean_document(folder: Path, **made: Any) -> Path:
    """The example's Korean text as somebody typed it: labels and words in runs of their own, a picture's part beside."""
    document = docx.Document()
    if made.get("commented"):
        document.add_comment(document.add_paragraph("머리말").runs, text="남의 의견", author="남")
    for _, label, words in KOREAN:
        paragraph = document.add_paragraph()
        paragraph.add_run(label).bold = True
        paragraph.add_run("\t")
        for start in range(0, len(words), made.get("run", 1000)):
            paragraph.add_run(words[start : start + made.get("run", 1000)])
    path = folder / "국문.docx"
    document.save(str(path))
    return path


def words_of(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def anchors(path: Path) -> dict[str, str]:
    return dict(anchored_words(docx.Document(str(path))))


@pytest.mark.parametrize("run", [1000, 7, 1])
def test_each_finding_is_a_comment_on_its_words(tmp_path: Path, run: int) -> None:
    words, source, copy = ReportWords(judged_report()), korean_document(tmp_path, run=run), tmp_path / "copy.docx"
    remarks = annotate_docx(source, copy, words, 0)
    assert remarks.missed == ()
    marked = ("가능한 한", "4주간", "정신건강 증진 및 자살 예방", "양측은 이를 서면으로 확인할 것이다.", "합계")
    threads = (thread(entry, words) for entry in words.findings() if entry.number <= len(marked))
    assert anchors(copy) == {said.note.text: at for each, at in zip(threads, marked, strict=True) for said in each}
    assert {comment.author for comment in docx.Document(str(copy)).comments} == {"Daejo", "김서연"}
    assert words_of(copy) == words_of(source)


def test_all_other_parts_stay_byte_for_byte(tmp_path: Path) -> None:
    source, copy = korean_document(tmp_path), tmp_path / "copy.docx"
    annotate_docx(source, copy, ReportWords(judged_report()), 0)
    old, new = zipfile.ZipFile(source), zipfile.ZipFile(copy)
    assert new.namelist()[: len(old.namelist())] == old.namelist()
    changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert changed == {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}
    assert set(new.namelist()) - set(old.namelist()) == {"word/comments.xml", "word/commentsExtended.xml"}


def test_comments_of_others_stay(tmp_path: Path) -> None:
    source, copy = korean_document(tmp_path, commented=True), tmp_path / "copy.docx"
    annotate_docx(source, copy, ReportWords(judged_report()), 0)
    comments = list(docx.Document(str(copy)).comments)
    assert comments[0].text == "남의 의견"
    assert len({comment.comment_id for comment in comments}) == len(comments) == 1 + 8
    assert anchors(copy)["남의 의견"] == "머리말"


def test_a_copy_can_be_annotated_again(tmp_path: Path) -> None:
    source, copy, again = korean_document(tmp_path), tmp_path / "copy.docx", tmp_path / "again.docx"
    annotate_docx(source, copy, ReportWords(judged_report()), 0)
    annotate_docx(copy, again, ReportWords(judged_report()), 0)
    names = [name for name, _ in paragraph_ids(again)]
    assert len(names) == len(set(names)) == 16
    assert sum(parent is not None for _, parent in paragraph_ids(again)) == 6


def paragraph_ids(path: Path) -> list[tuple[str, str | None]]:
    """The comments' paragraphs as `commentsExtended` lists them, each with the one that it answers."""
    w15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
    extended = etree.fromstring(zipfile.ZipFile(path).read("word/commentsExtended.xml"))
    return [(each.get(f"{w15}paraId"), each.get(f"{w15}paraIdParent")) for each in extended]


def test_the_formats_of_cut_runs_stay(tmp_path: Path) -> None:
    source = korean_document(tmp_path)
    document = docx.Document(str(source))
    run = document.paragraphs[3].runs[2]
    run.italic = True
    document.save(str(source))
    annotate_docx(source, tmp_path / "copy.docx", ReportWords(judged_report()), 0)
    runs = [run for run in docx.Document(str(tmp_path / "copy.docx")).paragraphs[3].runs if "4주간" in run.text]
    assert [(run.text, run.italic) for run in runs] == [("4주간", True)]


def test_words_deleted_by_tracked_changes_are_passed_over(tmp_path: Path) -> None:
    source = korean_document(tmp_path)
    document = docx.Document(str(source))
    paragraph = document.paragraphs[3]
    deleted, run, text = OxmlElement("w:del"), OxmlElement("w:r"), OxmlElement("w:delText")
    text.text = "옛말 4주간"
    run.append(text)
    deleted.append(run)
    paragraph._p.insert(1, deleted)
    document.save(str(source))
    annotate_docx(source, tmp_path / "copy.docx", ReportWords(judged_report()), 0)
    assert "4주간" in anchors(tmp_path / "copy.docx").values()
    assert next(docx.Document(str(tmp_path / "copy.docx")).element.iter(qn("w:delText"))).text == "옛말 4주간"


def test_words_that_are_not_there_are_told(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("양측은 매년 10명의 역학조사관을 상호 파견하여 4주간 현장 훈련을 실시할 것이다.")
    document.save(str(tmp_path / "other.docx"))
    remarks = annotate_docx(tmp_path / "other.docx", tmp_path / "copy.docx", ReportWords(judged_report()), 0)
    assert remarks.missed == ("[1]", "[3]", "[4]", "[5]")
    assert list(anchors(tmp_path / "copy.docx").values()) == ["4주간", "4주간"]


def test_the_same_copy_is_written_each_time(tmp_path: Path) -> None:
    source = korean_document(tmp_path)
    for name in ("a", "b"):
        annotate_docx(source, tmp_path / f"{name}.docx", ReportWords(judged_report()), 0)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"words"])
def test_what_is_no_word_document_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    with pytest.raises(ReadingError):
        annotate_docx(tmp_path / "a.docx", tmp_path / "copy.docx", ReportWords(judged_report()), 0)
    assert not (tmp_path / "copy.docx").exists()


def test_letters_leave_out_what_layout_changes() -> None:
    letters = letters_of("co-\noperation  ① ﬁt")
    assert letters.text == "cooperation1fit"
    assert letters.within(Span(0, 3)) == (0, 2)
