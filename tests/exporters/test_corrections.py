"""The correction table in Word and in Excel, opened again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from exporters.correction_table import CORRECTION_WRITERS, write_corrections
from tests.example_review import example_review
from treaty.errors import WritingError
from treaty.model import Language
from treaty.review.corrections import CorrectionTable, correction_table
from treaty.review.edits import Signature, set_note, set_suggestion, set_verdict
from treaty.review.paper import Paper, PaperSize
from treaty.review.report import ReportOptions
from treaty.review.review import Verdict

CORRECTED = "양측은 매년 10명의 역학조사관을 상호 파견하여 4개월간 현장 훈련을 실시할 것이다."


def table(language: Language = Language.KOREAN, **options: Any) -> CorrectionTable:
    review, by = example_review(), Signature("김서연", "2028-03-20T14:32:00")
    for finding in ("f2", "f6", "f1"):
        review.apply(set_verdict(review, finding, Verdict.ERROR, by))
    review.apply(set_suggestion(review, "f2", "4개월간", by))
    review.apply(set_note(review, "f2", "2차 협의안에서 확정", by))
    return correction_table(review, ReportOptions(language, status="비공식 번역", reviewer="김서연", **options))


def test_word_has_a_row_for_each_correction_with_the_changed_words_underlined(tmp_path: Path) -> None:
    write_corrections(table(), tmp_path / "정오표.docx")
    document = docx.Document(str(tmp_path / "정오표.docx"))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0] == ["조항", "영문", "현행 국문", "정정 국문", "오류 유형", "정정 이유"]
    assert rows[2][0] == "2."
    assert rows[2][3:] == [CORRECTED, "오역", "2차 협의안에서 확정"]
    assert rows[3][2] == "(없음)"
    assert [row[3] for row in (rows[1], rows[3])] == ["(수정안 없음)"] * 2
    runs = [run for cell in document.tables[0].rows[2].cells for run in cell.paragraphs[0].runs]
    assert [run.text for run in runs if run.underline] == ["four months", "4주간", "4개월간"]
    assert "2028년 3월 20일 14:32 기준" in document.paragraphs[1].text
    assert document.sections[0].header.paragraphs[0].text == "비공식 번역"


def test_excel_has_the_same_cells(tmp_path: Path) -> None:
    write_corrections(table(Language.ENGLISH), tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx", rich_text=True).worksheets[0]
    rows = [[str(cell.value or "") for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["Clause", "English", "Present Korean", "Corrected Korean", "Class of error", "Reason"]
    assert rows[2][3:] == [CORRECTED, "mistranslation", "2차 협의안에서 확정"]
    values = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, CellRichText)]
    marked = [part.text for value in values for part in value if isinstance(part, TextBlock)]
    assert {"four months", "4주간", "4개월간"} <= set(marked)
    assert sheet.freeze_panes == "A2"
    assert sheet.row_dimensions[3].height > 40  # three lines


@pytest.mark.parametrize("ending", CORRECTION_WRITERS)
def test_the_same_table_gives_the_same_bytes(tmp_path: Path, ending: str) -> None:
    for name in ("a", "b"):
        write_corrections(table(), tmp_path / f"{name}{ending}")
    assert (tmp_path / f"a{ending}").read_bytes() == (tmp_path / f"b{ending}").read_bytes()


def test_the_paper_is_as_asked_for(tmp_path: Path) -> None:
    asked = table(paper=Paper(PaperSize.LETTER, portrait=True))
    write_corrections(asked, tmp_path / "a.docx")
    write_corrections(asked, tmp_path / "a.xlsx")
    section = docx.Document(str(tmp_path / "a.docx")).sections[0]
    assert section.page_width
    assert section.page_height
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (216, 279)
    assert load_workbook(tmp_path / "a.xlsx").worksheets[0].page_setup.paperSize == 1


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WritingError) as caught:
        write_corrections(table(), tmp_path / "a.pdf")
    assert caught.value.places["endings"] == ".docx, .xlsx"
