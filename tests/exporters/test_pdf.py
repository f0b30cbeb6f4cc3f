"""The PDF export, opened again with another program's library."""

import ctypes
import re
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporters.notes import note
from exporters.pdf.blocks import Band, Block
from exporters.pdf.pages import PageMaker
from exporters.pdf.report import write_pdf
from exporters.pdf.type import SERIF, Glyph, Line, TypeCase, broken, load_type
from exporters.report_words import ReportWords
from exporters.styles import BODY
from tests.exporters.reports import clauses, judged_report, long_report, with_words
from treaty.model import Language
from treaty.progress import SilentProgress
from treaty.review.paper import Paper, PaperSize
from treaty.review.report import Report
from treaty.review.rows import RowKind


def written(report: Report, folder: Path) -> Any:
    path = folder / "대조.pdf"
    write_pdf(report, path, progress=SilentProgress())
    return pypdfium2.PdfDocument(path)


def text_of(document: Any) -> str:
    """All its words, without white space and without the raised numbers of findings."""
    said = "".join(page.get_textpage().get_text_range() for page in document)
    return squeezed(re.sub(r"\[\d+\]", "", said))


def squeezed(text: str) -> str:
    return "".join(text.split())


def page_texts(document: Any) -> list[str]:
    return [page.get_textpage().get_text_range() for page in document]


@pytest.fixture(scope="module")
def case() -> TypeCase:
    return load_type()


def test_every_clause_can_be_selected_as_it_was_written(tmp_path: Path) -> None:
    report = judged_report(info=True)
    said = text_of(written(report, tmp_path))
    for clause in clauses(report):
        assert squeezed(clause.text) in said


@pytest.mark.parametrize("language", Language)
def test_notes_are_printed_in_full(tmp_path: Path, language: Language) -> None:
    report = judged_report(language)
    words = ReportWords(report)
    said = squeezed("".join(page_texts(written(report, tmp_path))))
    for entry in words.findings():
        assert squeezed(note(entry, words).text) in said


def test_each_number_stands_behind_its_words(tmp_path: Path) -> None:
    said = squeezed("".join(page_texts(written(judged_report(), tmp_path))))
    assert "4주간[2]현장" in said
    assert "Participantwill[1]share" in said


def test_void_moved_and_pointer_rows_say_so(tmp_path: Path) -> None:
    said = text_of(written(judged_report(), tmp_path))
    for side in ("영문", "국문"):
        assert squeezed(f"{side}에 대응하는 조항이 없습니다") in said
    assert squeezed("↕ 이동 (영문 4.) 4. Discontinuation") in said
    assert squeezed("→ 국문 3. 옆에 수록") in said


def test_the_last_sheet_has_whole_sums_and_what_was_set_aside(tmp_path: Path) -> None:
    last = page_texts(written(judged_report(), tmp_path))[-1]
    assert "72" + "0" * 62 in last
    assert "한빛 외교부는 23일 회의를 개최하였다." in last


def test_every_sheet_has_status_head_and_page_number(tmp_path: Path) -> None:
    texts = page_texts(written(long_report(6), tmp_path))
    assert len(texts) > 4
    for number, text in enumerate(texts, start=1):
        assert f"{number} / {len(texts)}" in text
        assert "비공식 번역" in text
    heads = ["조항 국문" in text for text in texts]
    first = heads.index(True)
    assert heads == [False] * first + [True] * (len(texts) - first - 1) + [False]


def test_a_page_that_begins_inside_an_article_repeats_its_heading(tmp_path: Path) -> None:
    texts = page_texts(written(long_report(6), tmp_path))
    assert any("제4항 감염병 대응 계속" in text for text in texts[1:])
    assert any("Paragraph 4 Response to Infectious Diseases, continued" in text for text in texts[1:])


def test_all_fonts_are_embedded_and_the_paper_is_a4_landscape(tmp_path: Path) -> None:
    document = written(judged_report(info=True), tmp_path)
    fonts = [pdfium.FPDFTextObj_GetFont(item.raw) for page in document for item in page.get_objects(max_depth=1)
             if item.type == pdfium.FPDF_PAGEOBJ_TEXT]  # fmt: skip
    assert len(fonts) > 50
    assert all(pdfium.FPDFFont_GetIsEmbedded(font) == 1 for font in fonts)
    assert [round(side) for side in document[0].get_size()] == [842, 595]
    assert b"Helvetica" not in (tmp_path / "대조.pdf").read_bytes()


def test_language_title_and_bookmarks(tmp_path: Path) -> None:
    document = written(judged_report(), tmp_path)
    assert document.get_metadata_dict()["Title"] == f"{judged_report().titles[0]} 대조"
    assert b"/Lang (ko-KR)" in (tmp_path / "대조.pdf").read_bytes()
    headings = [bookmark.get_title() for bookmark in document.get_toc() if bookmark.level == 0]
    assert headings == [
        "요약",
        "중대·주요 지적",
        judged_report().titles[0],
        "제4항 감염병 대응",
        "대조한 문서",
        "비교에서 뺀 부분",
    ]


def test_every_clause_has_a_bookmark_on_its_page(tmp_path: Path) -> None:
    report = long_report(3)
    document = written(report, tmp_path)
    texts = [squeezed(text) for text in page_texts(document)]
    bookmarks = [bookmark for bookmark in document.get_toc() if bookmark.level == 1]
    assert len(bookmarks) == sum(row.kind is RowKind.CLAUSES for row in report.rows)
    for bookmark in bookmarks:
        page = bookmark.get_dest().get_index()
        assert squeezed(bookmark.get_title().rstrip("…"))[:12] in re.sub(r"\[\d+\]", "", texts[page])


def annotations(page: Any, kind: int) -> list[Any]:
    found = [pdfium.FPDFPage_GetAnnot(page.raw, index) for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw))]
    return [annotation for annotation in found if pdfium.FPDFAnnot_GetSubtype(annotation) == kind]


def said_by(annotation: Any, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def test_each_finding_is_an_annotation_on_its_words(tmp_path: Path) -> None:
    report = judged_report()
    document = written(report, tmp_path)
    highlights = [each for page in document for each in annotations(page, pdfium.FPDF_ANNOT_HIGHLIGHT)]
    words = ReportWords(report)
    assert sorted(said_by(each, b"Contents") for each in highlights) == sorted(
        note(entry, words).text for entry in words.findings()
    )
    assert {said_by(each, b"T") for each in highlights} == {"김서연", "Daejo"}
    deadline = next(each for each in highlights if "4주간" in said_by(each, b"Contents"))
    assert pdfium.FPDFAnnot_CountAttachmentPoints(deadline) == 2
    assert pdfium.FPDFAnnot_GetFlags(deadline) & pdfium.FPDF_ANNOT_FLAG_PRINT == 0
    quad = pdfium.FS_QUADPOINTSF()
    pdfium.FPDFAnnot_GetAttachmentPoints(deadline, 0, quad)
    page = document[1].get_textpage()
    assert page.get_text_bounded(quad.x3, quad.y3, quad.x2, quad.y2).strip() == "4주간"


def test_its_contents_are_tagged_for_those_who_have_it_read(tmp_path: Path) -> None:
    document = written(judged_report(), tmp_path)
    (whole,) = structure(document[1])
    (table,) = [each for each in whole[1] if each[0] == "Table" and each[1]]
    rows = [[name for name, _ in row[1]] for row in table[1]]
    assert rows[0] == ["TH", "TH", "TH"]
    assert ["TD", "TD", "TD"] in rows
    assert ["TD"] in rows
    assert [each[0] for each in structure(document[0])[0][1]][:3] == ["H1", "P", "Sect"]
    assert pdfium.FPDFCatalog_IsTagged(document.raw)


Structure = tuple[str, list[Any]]


def structure(page: Any) -> list[Structure]:
    """The kinds of the elements on a page, each with those inside it."""
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    count = pdfium.FPDF_StructTree_CountChildren(tree)
    return [_element(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index)) for index in range(count)]


def _element(element: Any) -> Structure:
    buffer = ctypes.create_string_buffer(64)
    pdfium.FPDF_StructElement_GetType(element, buffer, 64)
    count = pdfium.FPDF_StructElement_CountChildren(element)
    kids = [pdfium.FPDF_StructElement_GetChildAtIndex(element, index) for index in range(count)]
    return buffer.raw.decode("utf-16-le").split("\0")[0], [_element(kid) for kid in kids if kid]


def test_the_summary_counts_and_leads_to_the_grave_findings(tmp_path: Path) -> None:
    document = written(judged_report(), tmp_path)
    said = page_texts(document)[0]
    assert re.search(r"오류 유형별\s+◆ 중대\s+▲ 주요\s+○ 경미\s+계", said)
    assert re.search(r"오역\s+2\s+3\s+1\s+6", said)
    assert re.search(r"해당 없음\s+–\s+–\s+1\s+1", said)
    links = annotations(document[0], pdfium.FPDF_ANNOT_LINK)
    assert len(links) == 5
    places = [pdfium.FPDFLink_GetDest(document.raw, pdfium.FPDFAnnot_GetLink(link)) for link in links]
    assert [pdfium.FPDFDest_GetDestPageIndex(document.raw, place) for place in places] == [1] * 5
    assert said.index("[2] ◆") < said.index("[6] ◆") < said.index("[1] ▲")


def test_a_cut_row_says_on_both_pages_that_it_goes_on(tmp_path: Path) -> None:
    words = " ".join(f"낱말{number}" for number in range(1200))
    texts = page_texts(written(with_words(judged_report(), words), tmp_path))
    cut = [text for text in texts if re.search(r"낱말\d", text)]
    assert len(cut) > 1
    assert ["다음 쪽에 계속" in text for text in cut] == [True] * (len(cut) - 1) + [False]
    assert ["9. 계속" in text for text in cut] == [False] + [True] * (len(cut) - 1)


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("portrait", [True, False])
def test_any_paper_holds_every_word(tmp_path: Path, size: PaperSize, portrait: bool) -> None:
    paper = Paper(size, portrait)
    report = judged_report()
    document = written(replace(report, options=replace(report.options, paper=paper)), tmp_path)
    points = [round(side * 72 / 25.4) for side in paper.millimetres]
    assert all([round(side) for side in page.get_size()] == points for page in document)
    assert all(squeezed(clause.text) in text_of(document) for clause in clauses(report))


def test_everything_stands_within_the_paper(tmp_path: Path) -> None:
    report = judged_report()
    options = replace(report.options, paper=Paper(portrait=True), classification="대외주의", draft="제3차안")
    for page in written(replace(report, options=options), tmp_path):
        width, height = page.get_size()
        for item in page.get_objects(max_depth=1):
            left, bottom, right, top = item.get_bounds()
            assert left >= 0
            assert bottom >= 0
            assert right <= width
            assert top <= height


def test_rare_characters_are_kept_and_those_no_font_has_are_shown_by_number(tmp_path: Path) -> None:
    said = text_of(written(with_words(judged_report(), "樂土 樂園 ① 제2조의2 ☐ 확인 Δ é ㎡ \x07"), tmp_path))
    assert squeezed("樂土 樂園 ① 제2조의2 [U+2610] 확인 Δ é ㎡ [U+0007]") in said
    assert squeezed("글꼴에 없어 번호로 적은 글자 [U+0007], [U+2610] Ballot box") in said


def test_letters_written_in_parts_are_set_whole_and_unseen_characters_take_no_room(case: TypeCase) -> None:
    text = unicodedata.normalize("NFD", "한국 é") + "\u200b\u00ad"
    glyphs = case.set(text, SERIF, BODY, offset=0)
    assert "".join(glyph.shown for glyph in glyphs) == "한국 é"
    assert [glyph.offset for glyph in glyphs] == list(range(len(text)))
    assert sum(glyph.width for glyph in glyphs) == pytest.approx(case.width("한국 é", SERIF, BODY.size))


def test_a_clause_longer_than_a_page_is_cut_and_loses_nothing(tmp_path: Path) -> None:
    words = " ".join(f"낱말{number}" for number in range(3000))
    document = written(with_words(judged_report(), words), tmp_path)
    found = re.findall(r"낱말\d+", " ".join(page_texts(document)))
    assert found == words.split()


def test_a_report_without_rows_or_status_is_still_a_sheet(tmp_path: Path) -> None:
    report = judged_report(status="")
    texts = page_texts(written(replace(report, rows=()), tmp_path))
    assert "지적 없음" in texts[0]
    assert "1 / 3" in texts[0]


def test_a_very_long_title_leaves_room_for_the_rows_and_is_whole_at_the_end(tmp_path: Path) -> None:
    report = judged_report()
    title = " ".join(f"제목{number}" for number in range(300))
    columns = (replace(report.columns[0], title=title), *report.columns[1:])
    texts = page_texts(written(replace(report, columns=columns), tmp_path))
    assert "역학조사관을" in texts[1]
    assert "제목299" not in texts[0]
    assert "제목299" in texts[-1]


def words_of(lines: list[Line]) -> list[str]:
    return ["".join(glyph.shown for glyph in line.glyphs) for line in lines]


def test_korean_is_broken_between_words(case: TypeCase) -> None:
    text = "양측은 매년 10명의 역학조사관을 상호 파견하여 4주간 현장 훈련을 점진적으로 실시할 것이다."
    lines = broken(case.set(text, SERIF, BODY), 90)
    assert len(lines) > 3
    assert [word for line in words_of(lines) for word in line.split()] == text.split()
    assert all(line.rstrip() == line[:-1] for line in words_of(lines)[:-1])


def test_a_word_wider_than_the_column_is_broken_inside(case: TypeCase) -> None:
    lines = broken(case.set("주소 " + "가나다라" * 20, SERIF, BODY), 90)
    assert "".join(words_of(lines)) == "주소 " + "가나다라" * 20
    assert all(line.width <= 90 for line in lines[1:])


@given(text=st.text("가나 a\n樂☐", max_size=60), width=st.floats(60, 200))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_lines_hold_every_character_once_and_none_is_too_wide(case: TypeCase, text: str, width: float) -> None:
    lines = broken(case.set(text, SERIF, BODY, offset=0), width)
    assert [glyph.offset for line in lines for glyph in line.glyphs] == list(range(len(text)))
    for shown, line in zip(words_of(lines), lines, strict=True):
        assert line.edges[len(shown_glyphs(line))] <= width + 0.01, shown


def shown_glyphs(line: Line) -> list[Glyph]:
    """The line's glyphs up to its last that is no space."""
    glyphs = list(line.glyphs)
    while glyphs and glyphs[-1].breaks:
        glyphs.pop()
    return glyphs


def block(lines: int, *, heading: bool = False) -> Block:
    return Block(tuple(Band(10, ()) for _ in range(lines)), is_heading=heading, padding=0)


def test_a_heading_is_never_the_last_on_a_page() -> None:
    maker = PageMaker(100)
    maker.add([block(8), block(1, heading=True), block(2)])
    assert [len(page.blocks) for page in maker.pages] == [1, 2]


def test_a_row_is_cut_only_if_a_page_cannot_hold_it() -> None:
    maker = PageMaker(100)
    maker.add([block(6), block(6), block(25)])
    assert [[len(placed.block.bands) for placed in page.blocks] for page in maker.pages] == [[6], [6], [10], [10], [5]]
