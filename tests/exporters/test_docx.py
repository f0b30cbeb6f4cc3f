"""The Word export, opened again."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from exporters.docx.comments import PARAGRAPH_ID
from exporters.docx.marks import look_of
from exporters.docx.report import write_docx
from exporters.docx.styles import CARET, HEADING_LABEL, HEADING_ROW, LABEL, MARK_NUMBER, PROGRAM_WORDS
from exporters.docx.xml import add_text, style_id
from exporters.notes import thread
from exporters.report_words import ReportWords
from tests.exporters.reports import clauses, judged_report, long_report, mark, remarked_report, with_words
from treaty.model import Language, MarkFamily
from treaty.progress import SilentProgress
from treaty.review.report import Report
from treaty.review.rows import Cell, Row

OURS = {style_id(name) for name in (CARET, HEADING_LABEL, LABEL, MARK_NUMBER, PROGRAM_WORDS)}


def written(report: Report, folder: Path) -> Any:
    path = folder / "대조.docx"
    write_docx(report, path, progress=SilentProgress())
    return docx.Document(str(path))


@pytest.fixture
def document(tmp_path: Path) -> Any:
    return written(judged_report(info=True), tmp_path)


def style_of(run: Any) -> str:
    style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    return "" if style is None else style.get(qn("w:val"))


def treaty_words(paragraph: Any) -> str:
    """A paragraph without what the program put into it."""
    runs = [run for run in paragraph.iter(qn("w:r")) if style_of(run) not in OURS]
    return "".join(text.text for run in runs for text in run.iter(qn("w:t")))


def anchored_words(document: Any) -> Iterator[tuple[str, str]]:
    """(comment's text, words between its range marks) of every comment."""
    texts = {comment.comment_id: comment.text for comment in document.comments}
    for paragraph in document.element.body.iter(qn("w:p")):
        open_ranges: dict[str, str] = {}
        for part in paragraph.iterchildren():
            number = part.get(qn("w:id"))
            if part.tag == qn("w:commentRangeStart"):
                open_ranges[number] = ""
            elif part.tag == qn("w:commentRangeEnd"):
                yield texts[int(number)], open_ranges.pop(number)
            else:
                words = "".join(text.text for text in part.iter(qn("w:t")))
                open_ranges = {key: said + words for key, said in open_ranges.items()}


def without_marks(row: Row) -> Row:
    cells = [Cell(tuple(replace(clause, marks=()) for clause in cell.clauses)) for cell in row.cells]
    return replace(row, cells=tuple(cells))


def cells(document: Any) -> list[str]:
    return [cell.text for table in document.tables for row in table.rows for cell in row.cells]


def headings(document: Any) -> list[Any]:
    return [paragraph for paragraph in document.paragraphs if paragraph.style.name == HEADING_ROW]


def test_every_clause_is_there_word_for_word(document: Any) -> None:
    shown = [treaty_words(paragraph) for paragraph in document.element.body.iter(qn("w:p"))]
    for clause in clauses(judged_report()):
        assert any(clause.text in words for words in shown)


def test_numbers_are_text_and_nothing_is_numbered_by_word(document: Any) -> None:
    assert not list(document.element.body.iter(qn("w:numPr")))
    labels = [run.text for run in document.element.body.iter(qn("w:r")) if style_of(run).endswith("Label")]
    assert labels.count("가. ") == 1
    assert "Paragraph 4 " in labels


def test_each_finding_has_a_comment_on_its_words_on_each_side(document: Any) -> None:
    report = judged_report(info=True)
    words = ReportWords(report)
    entries = {entry.finding.id: entry for entry in words.findings()}
    wanted = []
    for clause in clauses(report):
        for each in clause.marks:
            entry, at = entries[each.finding], "∧" if each.is_caret else each.span.of(clause.text)
            wanted += [(said.note.text, at) for said in thread(entry, words)]
    assert sorted(anchored_words(document)) == sorted(wanted)
    assert len(wanted) == 11 + 6


def test_a_finding_without_a_place_is_commented_at_its_row(tmp_path: Path) -> None:
    report = judged_report()
    document = written(replace(report, rows=tuple(without_marks(row) for row in report.rows)), tmp_path)
    assert [words for _, words in anchored_words(document)] == ["[1]", "[1]", "[2]", "[2]", "[3]", "[4]", "[5]", "[5]", "[6]"]


def test_what_the_reviewer_said_answers_the_comment_of_the_program(tmp_path: Path) -> None:
    said = threads(written(judged_report(), tmp_path), tmp_path)
    moment = "2028-03-20T14:32:00Z"
    first, answer = next(thread for thread in said if thread[0].text.startswith("[2]"))
    assert (first.author, first._comment_elm.get(qn("w:date"))) == ("Daejo", moment)
    assert (answer.author, answer.initials, answer._comment_elm.get(qn("w:date"))) == ("김서연", "김", moment)
    assert answer.text == "인정. 메모: 2차 협의안에서 확정"
    assert [len(thread) for thread in said if thread[0].text.startswith("[3]")] == [1]


def threads(document: Any, folder: Path) -> list[list[Any]]:
    """The comments of a document, each with its answers, as `commentsExtended` says."""
    with zipfile.ZipFile(folder / "대조.docx") as package:
        extended = etree.fromstring(package.read("word/commentsExtended.xml"))
    w15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
    parents = {each.get(f"{w15}paraId"): each.get(f"{w15}paraIdParent") for each in extended}
    made: dict[str, list[Any]] = {}
    for comment in document.comments:
        name = comment.paragraphs[0]._p.get(PARAGRAPH_ID)
        made.setdefault(parents[name] or name, []).append(comment)
    return list(made.values())


def test_a_remark_on_a_clause_is_a_comment_on_its_words(tmp_path: Path) -> None:
    document = written(remarked_report(), tmp_path)
    assert ("재정 당국과 협의", "2028년") in list(anchored_words(document))
    assert "박지훈" in [comment.author for comment in document.comments]


def test_the_head_stands_on_every_page_and_no_row_is_cut(document: Any) -> None:
    section = document.sections[0]
    names = ["조항", "국문  비공식 국문 번역본", "영문  영문본"]
    for table in (section.header.tables[0], document.tables[0]):
        assert [cell.text for cell in table.rows[0].cells] == names
        assert table._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None
    # The first page has it under the titles, the last ones need none.
    assert section.different_first_page_header_footer
    assert not section.first_page_header.tables
    assert not document.sections[1].header.tables
    rows = [row for table in document.tables for row in table._tbl.tr_lst]
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_headings_stand_between_the_tables_where_words_navigation_pane_finds_them(document: Any) -> None:
    assert [paragraph.text.replace("\t", "|") for paragraph in headings(document)][1] == (
        "|제4항 감염병 대응|Paragraph 4 Response to Infectious Diseases"
    )
    style = document.styles[HEADING_ROW]
    assert style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) == "0"
    assert style.paragraph_format.keep_with_next
    body = list(document.element.body)
    assert [body[body.index(paragraph._p) + 1].tag for paragraph in headings(document)] == [qn("w:p"), qn("w:tbl")]
    assert style.quick_style


@pytest.mark.parametrize(
    ("family", "tag", "value"),
    [
        (MarkFamily.NUMBERS_AND_TIME, "w:bdr", "single"),
        (MarkFamily.FORCE_AND_SCOPE, "w:u", "double"),
        (MarkFamily.MISSING_AND_ADDED, "w:u", "dash"),
        (MarkFamily.TERMS_AND_MEANING, "w:u", "dotted"),
        (MarkFamily.NAMES_AND_ACTORS, "w:u", "single"),
        (MarkFamily.NUMBERING_AND_REFERENCES, "w:bdr", "dashed"),
        (MarkFamily.SPELLING, "w:u", "wave"),
    ],
)
def test_each_family_has_its_own_line(family: MarkFamily, tag: str, value: str) -> None:
    run = add_text(docx.Document().add_paragraph()._p, "4주간", look=look_of([mark(0, 3, family=family)]))
    assert run.find(f"{qn('w:rPr')}/{qn(tag)}").get(qn("w:val")) == value


def test_void_moved_and_pointer_cells_say_so(document: Any) -> None:
    shown = cells(document)
    assert "— 영문에 대응하는 조항이 없습니다" in shown
    assert "— 국문에 대응하는 조항이 없습니다" in shown
    assert any(cell.startswith("↕ 이동 (영문 4.)  4. Discontinuation") for cell in shown)
    assert "↕ 이동: 영문 4. “Discontinuation will not affect activities…” → 국문 3. 옆에 수록" in shown


def test_two_clauses_share_a_cell_with_their_numbers(document: Any) -> None:
    row = next(row for row in document.tables[-1].rows if "USD 1.5 million" in row.cells[2].text)
    assert [paragraph.text[:3] for paragraph in row.cells[2].paragraphs] == ["5. ", "6. "]


def test_the_end_lists_findings_sources_and_what_was_set_aside(document: Any) -> None:
    lines = [paragraph.text for paragraph in document.paragraphs]
    assert "보건의료_양해각서_ko.txt   SHA-256 71" + "0" * 62 in lines
    assert lines[lines.index("국문 · 보도자료 도입문") + 1] == "한빛 외교부는 23일 회의를 개최하였다."
    assert sum(line.startswith("[") for line in lines) == 7


def test_header_footer_language_and_properties(document: Any) -> None:
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "비공식 번역"
    fields = [field.text.strip() for field in section.footer._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert section.page_width > section.page_height
    properties = document.core_properties
    assert (properties.title, properties.language) == (f"{judged_report().titles[0]} 대조", "ko-KR")
    assert (properties.author, properties.comments) == ("김서연", "")


def test_treaty_words_name_a_korean_font_for_korean(document: Any) -> None:
    fonts = document.styles["Daejo Clause"].element.rPr.find(qn("w:rFonts"))
    assert fonts.get(qn("w:eastAsia")) == fonts.get(qn("w:ascii")) == "Noto Serif KR"


def test_characters_that_xml_cannot_hold_are_shown_by_number(tmp_path: Path) -> None:
    report = with_words(judged_report(status="대외비\x0b"), "제출\x00기한\x1f \ufffe끝 𠮷")
    document = written(report, tmp_path)
    assert "9. 제출[U+0000]기한[U+001F] [U+FFFE]끝 𠮷" in cells(document)
    assert document.sections[0].header.paragraphs[0].text == "대외비[U+000B]"


def test_the_words_around_follow_the_language_of_the_report(tmp_path: Path) -> None:
    document = written(judged_report(Language.ENGLISH), tmp_path)
    assert [cell.text for cell in document.tables[0].rows[0].cells][:2] == ["Clause", "Korean  비공식 국문 번역본"]
    assert document.core_properties.language == "en-US"


def test_every_style_that_is_used_is_there(document: Any) -> None:
    body = document.element.body
    used = {style.get(qn("w:val")) for tag in ("w:pStyle", "w:rStyle") for style in body.iter(qn(tag))}
    assert len(used) > 8
    assert used <= {style.style_id for style in document.styles}


def test_a_long_report_is_well_formed(tmp_path: Path) -> None:
    document = written(long_report(12), tmp_path)
    assert len(headings(document)) == 1 + 12
    assert sum(len(table.rows) for table in document.tables) == 1 + 12 * 8
    numbers = [comment.comment_id for comment in document.comments]
    assert len(numbers) == len(set(numbers)) == 12 * 16
    with zipfile.ZipFile(tmp_path / "대조.docx") as package:
        assert package.testzip() is None
        assert "docProps/thumbnail.jpeg" not in package.namelist()
