"""The columns chosen, in every format that has columns: the texts shown, their order, and what is said without findings."""

from __future__ import annotations

from pathlib import Path

import docx
import pypdfium2
import pytest
from lxml import html
from openpyxl import load_workbook

from exporters import write_report
from tests.exporters.reports import remarked_report
from treaty.progress import SilentProgress
from treaty.review.column_choice import ColumnChoice, ColumnKind

ENDINGS = (".pdf", ".docx", ".xlsx", ".html", ".md")
K = ColumnKind
ORDERS = {"turned": (K.RIGHT, K.NUMBER, K.LEFT), "right": (K.RIGHT, K.FINDINGS, K.NUMBER), "left": (K.LEFT,)}
KOREAN, ENGLISH = "우주 상황 인식", "space situational awareness"
FOUND = "수정안"
"""Stands in the note on a finding."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports in all formats, named by their columns."""
    folder = tmp_path_factory.mktemp("columns")
    for name, order in ORDERS.items():
        report = remarked_report(columns=ColumnChoice(order))
        for ending in ENDINGS:
            write_report(report, folder / f"{name}{ending}", progress=SilentProgress())
    return folder


def pdf_words(path: Path) -> list[tuple[str, float]]:
    """The lines of a PDF's last page of the table, each with its left edge."""
    document = pypdfium2.PdfDocument(path)
    page = document[len(document) - 2].get_textpage()
    boxes = [page.get_rect(index) for index in range(page.count_rects())]
    return [(page.get_text_bounded(*box), box[0]) for box in boxes]


def head_of_html(path: Path) -> list[str]:
    return [head.text_content() for head in html.parse(path).iterfind(".//thead//th")]


def test_html_has_the_columns_in_their_order(written: Path) -> None:
    assert head_of_html(written / "turned.html") == ["영문 영문본", "조항", "국문 비공식 국문 번역본"]
    assert head_of_html(written / "right.html") == ["영문 영문본", "조항"]
    widths = [len(row) for row in html.parse(written / "right.html").iterfind(".//tbody/tr") if "notes" not in row.get("class")]
    assert set(widths) == {2}


def test_word_has_the_columns_in_their_order(written: Path) -> None:
    for name, heads in {"turned": ["영문", "조항", "국문"], "right": ["영문", "조항"], "left": ["국문"]}.items():
        document = docx.Document(str(written / f"{name}.docx"))
        assert [cell.text.split()[0] for cell in document.tables[0].rows[0].cells] == heads
        assert all(len(row.cells) == len(heads) for table in document.tables for row in table.rows)


def test_excel_has_the_columns_in_their_order(written: Path) -> None:
    turned, right = (load_workbook(written / f"{name}.xlsx") for name in ("turned", "right"))
    assert [cell.value for cell in turned.worksheets[0][1]] == ["영문 번호", "영문", "행", "국문 번호", "국문"]
    assert [cell.value for cell in right.worksheets[0][1]] == ["영문 번호", "영문", "검토 상태", "지적", "행"]
    assert [len(book.worksheets) for book in (turned, right)] == [2, 3]


def test_a_page_has_the_columns_in_their_order(written: Path) -> None:
    edges = {name: dict(pdf_words(written / f"{name}.pdf")) for name in ORDERS}
    english, number, korean = (next(x for said, x in edges["turned"].items() if said.startswith(head))
                               for head in ("영문", "조항", "국문"))  # fmt: skip
    assert english < number < korean
    assert max(x for said, x in edges["right"].items() if said.startswith("조항")) > english
    assert not any(said.startswith("조항") for said in edges["left"])


@pytest.mark.parametrize("ending", [".pdf", ".html", ".md"])
def test_what_is_left_out_is_not_said(written: Path, ending: str) -> None:
    said = {name: whole_text(written / f"{name}{ending}") for name in ORDERS}
    assert FOUND in said["right"]
    assert FOUND not in said["turned"]
    assert not any("지적" in said[name] for name in ("turned", "left")), "nothing is said of findings that are not shown"
    if ending != ".md":
        assert KOREAN in said["left"]
        assert ENGLISH not in said["left"]
        assert KOREAN not in said["right"]


def whole_text(path: Path) -> str:
    if path.suffix == ".pdf":
        return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))
    if path.suffix == ".html":
        return "".join(html.parse(path).find(".//body").itertext())
    return path.read_text(encoding="utf-8")
