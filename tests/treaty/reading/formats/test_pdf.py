"""PDF keeps the contract of every format, and what only PDF has to undo: lines, columns, pages."""

from __future__ import annotations

import random
import subprocess
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import which
from xml.sax.saxutils import escape

import docx
import pypdfium2
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from reportlab import rl_config
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus import Table as RuledTable

from resources import path_of
from tests.treaty.reading.formats.contract import HARD_WORDS, FormatContract, Table
from treaty.errors import Cancelled, ReadingError
from treaty.model import ClauseKind, Language, SetAsideReason, TreatyText
from treaty.progress import SilentProgress
from treaty.reading import read_treaty
from treaty.reading.document import Document, Reading, Role
from treaty.reading.ledger import ledger_of
from treaty.reading.pdf import read_pdf

FONT = "Noto Sans KR"
SAMPLES = Path(__file__).parents[4] / "samples"
LEFT, TOP, STEP = 72, 760, 18
KOREAN_ARTICLES = [
    f"제{number}조(등대 {number}) 양측은 제{number}등대의 불을 함께 밝히고 이에 필요한 기름을 매년 {number}월에"
    " 서로 보내기로 한다."
    for number in range(1, 31)
]
ENGLISH_ARTICLES = [
    f"Article {number} (Lighthouse {number}) The two sides shall keep the light of lighthouse {number} and shall send each"
    f" other the oil for it in month {number} of every year."
    for number in range(1, 31)
]


@pytest.fixture(autouse=True, scope="module")
def font() -> None:
    pdfmetrics.registerFont(TTFont(FONT, str(path_of("fonts/NotoSansKR-Regular.ttf"))))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "협정.pdf"


class TestPdf(FormatContract):
    ending = ".pdf"

    def build(self, path: Path, parts: Sequence[str | Table]) -> None:
        pdfmetrics.registerFont(TTFont(FONT, str(path_of("fonts/NotoSansKR-Regular.ttf"))))

        def page(canvas: Canvas) -> None:
            top = TOP
            for part in parts:
                if isinstance(part, str):
                    top = column(canvas, [part], LEFT, top, width=450)
                else:
                    top = ruled(canvas, part.rows, top - 12) - 6

        draw(path, page)

    def test_no_character_is_changed(self, tmp_path: Path) -> None:
        """Two of the hard words a PDF cannot carry: PDFium takes ﬁ for the letters it joins, and the font has no clef, so the
        file does not tell what was meant. The place of the clef is marked, and counted."""
        path = tmp_path / f"words{self.ending}"
        self.build(path, ["글자에 관한 글", *HARD_WORDS])
        (text,) = self.read(path)
        expected = [words.replace("ﬁ", "fi").replace("𝄞", "\ufffd") for words in HARD_WORDS]
        assert [clause.text for clause in text.clauses][-2:] == expected
        assert unread(text) == {"character": 1}


def style(size: float = 11, **settings: object) -> ParagraphStyle:
    return ParagraphStyle("text", fontName=FONT, fontSize=size, leading=size * 1.5, **settings)


def set_in_type(path: Path, parts: Sequence[str], **settings: object) -> None:
    """Paragraphs on as many pages as they need, with a header and numbered pages."""

    def margins(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawString(LEFT, 810, "등대 협정의 초안")
        canvas.drawCentredString(297, 30, f"- {document.page} -")

    title = ParagraphStyle("title", parent=style(16), alignment=TA_CENTER, spaceAfter=20)
    story = [
        Paragraph(escape(part), style(**settings) if n else title) if part else Spacer(1, 11) for n, part in enumerate(parts)
    ]
    SimpleDocTemplate(str(path), leftMargin=LEFT, rightMargin=LEFT).build(story, onFirstPage=margins, onLaterPages=margins)


def draw(path: Path, *pages: Callable[[Canvas], object], encrypt: StandardEncryption | None = None) -> None:
    canvas = Canvas(str(path), encrypt=encrypt)
    for page in pages:
        canvas.setFont(FONT, 11)
        page(canvas)
        canvas.showPage()
    canvas.save()


def write(canvas: Canvas, lines: Sequence[str], *, left: float = LEFT, top: float = TOP, size: float = 11) -> None:
    canvas.setFont(FONT, size)
    for number, line in enumerate(lines):
        canvas.drawString(left, top - number * 1.5 * size, line)


def column(
    canvas: Canvas, parts: Sequence[str], left: float, top: float, *, width: float = 210, breaks: str | None = None
) -> float:
    """Paragraphs in a column of its own; returns where it ends."""
    for part in parts:
        paragraph = Paragraph(escape(part), style(9, alignment=TA_JUSTIFY, wordWrap=breaks))
        top -= paragraph.wrap(width, 1000)[1]
        paragraph.drawOn(canvas, left, top)
    return top


def ruled(canvas: Canvas, rows: Sequence[Sequence[str]], top: float, *extra: tuple[object, ...], size: float = 9) -> float:
    """A table with rules around all cells, but for what `extra` says of them; returns where it ends."""
    cells = [[Paragraph(escape(cell), style(size)) for cell in row] for row in rows]
    made = RuledTable(cells, [450 / len(rows[0])] * len(rows[0]), style=extra or [("GRID", (0, 0), (-1, -1), 0.5, "black")])
    top -= made.wrap(450, 1000)[1]
    made.drawOn(canvas, LEFT, top)
    return top


def read_one(path: Path) -> TreatyText:
    (text,) = read_all(path)
    return text


def read_all(path: Path) -> list[TreatyText]:
    texts = read_treaty(path)
    assert ledger_of(texts).unaccounted == 0
    return texts


def document_of(path: Path) -> Document:
    return read_pdf(path.read_bytes(), Reading(path.name, SilentProgress()))


def paragraphs(path: Path) -> list[str]:
    return [block.text for block in document_of(path).blocks if block.role is Role.BODY]


def rows_of(path: Path) -> list[tuple[str, ...]]:
    """The rows of tables, the paragraphs of a cell with a slash between."""
    return [tuple(" / ".join(cell) for cell in block.cells) for block in document_of(path).blocks if block.cells]


def with_role(path: Path, role: Role) -> list[str]:
    return [block.text for block in document_of(path).blocks if block.role is role]


def unread(text: TreatyText) -> dict[str, int]:
    return {one.what: one.count for one in text.source.unread}


def refusal(path: Path) -> str:
    with pytest.raises(ReadingError) as caught:
        read_treaty(path)
    return caught.value.code


def scan(canvas: Canvas) -> None:
    picture = pypdfium2.PdfBitmap.new_native(60, 80, 4)
    picture.fill_rect((200, 200, 200, 255), 0, 0, 60, 80)
    canvas.drawImage(ImageReader(picture.to_pil()), 0, 0, 595, 842)


class TestColumns:
    def test_two_columns_are_read_one_after_the_other_below_what_lies_over_both(self, path: Path) -> None:
        def page(canvas: Canvas) -> None:
            write(canvas, ["등대의 기름과 심지와 유리의 교환에 관한 두 나라 정부 사이의 협정"], left=120)
            column(canvas, KOREAN_ARTICLES[:5], 72, 740)
            column(canvas, KOREAN_ARTICLES[5:10], 315, 740)

        draw(path, page)
        assert paragraphs(path)[1:] == KOREAN_ARTICLES[:10]

    def test_two_languages_side_by_side_over_pages_are_two_texts(self, path: Path) -> None:
        def page(first: int) -> Callable[[Canvas], None]:
            def drawn(canvas: Canvas) -> None:
                column(canvas, KOREAN_ARTICLES[first : first + 10], 72, 760)
                column(canvas, ENGLISH_ARTICLES[first : first + 10], 315, 760)

            return drawn

        draw(path, page(0), page(10), page(20))
        korean, english = read_all(path)
        assert (korean.language, english.language) == (Language.KOREAN, Language.ENGLISH)
        numbers = [str(number) for number in range(1, 31)]
        for text in (korean, english):
            articles = [clause for clause in text.clauses if clause.kind is ClauseKind.ARTICLE]
            assert [article.label.number for article in articles if article.label] == numbers
        assert english.clauses[-1].text == ENGLISH_ARTICLES[-1].split(") ", 1)[1]
        assert korean.clauses[-1].text == KOREAN_ARTICLES[-1].split(") ", 1)[1]

    def test_a_list_with_its_numbers_apart_is_no_column(self, path: Path) -> None:
        def page(canvas: Canvas) -> None:
            for number, height in enumerate(range(700, 500, -36), start=1):
                canvas.drawString(72, height, f"{number}.")
                canvas.drawString(100, height, f"등대의 제{number}호 기름은 두 나라가 함께 마련하여 나누어 쓰되 그 값은")
                canvas.drawString(100, height - 18, "반씩 낸다.")

        draw(path, page)
        assert paragraphs(path)[0] == "1. 등대의 제1호 기름은 두 나라가 함께 마련하여 나누어 쓰되 그 값은 반씩 낸다."
        assert len(paragraphs(path)) == 6

    def test_a_table_of_numbers_without_rules_is_read_row_by_row(self, path: Path) -> None:
        rows = [("품목", "세율", "비고"), ("등유", "3%", "없음"), ("심지", "5%", "있음"), ("유리", "7%", "없음")]

        def page(canvas: Canvas) -> None:
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    canvas.drawString(72 + 150 * place, 700 - 20 * number, cell)

        draw(path, page)
        assert rows_of(path) == rows

    def test_an_annex_with_a_ruled_table_is_read_row_by_row(self, path: Path) -> None:
        """Words over several lines stay in their cells, empty cells keep their places, the text around stays outside."""
        rows = [
            ("품목", "기준세율", "철폐 단계와 그 밖에 양측이 따로 정하는 바에 따른 조건"),
            ("등유", "3%", ""),
            ("등대의 심지와 유리를 비롯하여 이와 비슷한 것", "5%", "5년"),
        ]

        def page(canvas: Canvas) -> None:
            top = column(canvas, ["부속서 1 (세율)", "세율은 다음 표와 같다."], LEFT, TOP, width=450)
            column(canvas, ["이 부속서는 협정의 일부이다."], LEFT, ruled(canvas, rows, top - 10) - 10, width=450)

        draw(path, page)
        assert rows_of(path) == rows
        assert paragraphs(path)[:2] == ["부속서 1 (세율)", "세율은 다음 표와 같다."]
        assert paragraphs(path)[-1] == "이 부속서는 협정의 일부이다."

    def test_merged_cells_stand_where_they_begin_and_sides_may_be_open(self, path: Path) -> None:
        rows = [("등유", "2026년", "3%"), ("", "2027년", "2%"), ("합계", "", "5%")]
        extra = [("LINEABOVE", (0, 0), (-1, 0), 0.5, "black"), ("LINEBELOW", (0, 1), (-1, 2), 0.5, "black")]
        extra += [("LINEBELOW", (1, 0), (-1, 0), 0.5, "black"), ("LINEAFTER", (1, 0), (1, 2), 0.5, "black")]
        extra += [("LINEAFTER", (0, 0), (0, 1), 0.5, "black")]
        draw(path, lambda canvas: ruled(canvas, rows, TOP, *extra))
        assert rows_of(path) == rows

    def test_a_line_between_the_columns_of_a_page_makes_no_table(self, path: Path) -> None:
        def page(canvas: Canvas) -> None:
            canvas.line(LEFT, 790, 540, 790)
            canvas.line(300, 790, 300, 300)
            column(canvas, KOREAN_ARTICLES, LEFT, TOP)
            column(canvas, KOREAN_ARTICLES, 320, TOP)

        draw(path, page)
        assert rows_of(path) == []

    def test_numbers_in_front_of_lines_make_no_table(self, path: Path) -> None:
        def page(canvas: Canvas) -> None:
            for number in range(1, 6):
                canvas.drawString(72, 700 - 20 * number, f"{number}.")
                canvas.drawString(110, 700 - 20 * number, f"등대 {'가나다라마'[number - 1]}의 불을 켠다.")

        draw(path, page)
        assert rows_of(path) == []
        assert len(paragraphs(path)) == 5


class TestMargins:
    def test_headers_footers_and_page_numbers_are_set_aside(self, path: Path) -> None:
        def page(number: int) -> Callable[[Canvas], None]:
            def drawn(canvas: Canvas) -> None:
                write(canvas, ["조약 제1234호 등대 협정"], top=810, size=9)
                write(canvas, KOREAN_ARTICLES[number * 3 - 3 : number * 3], size=8)
                write(canvas, ["외교부 조약국"], top=40, size=9)
                write(canvas, [str(number)], left=290, top=25, size=9)

            return drawn

        draw(path, *[page(number) for number in range(1, 5)])
        text = read_one(path)
        reasons = [part.reason for part in text.set_aside]
        assert [reasons.count(reason) for reason in (SetAsideReason.PAGE_HEADER, SetAsideReason.PAGE_FOOTER)] == [4, 4]
        assert [part.text for part in text.set_aside if part.reason is SetAsideReason.PAGE_NUMBER] == ["1", "2", "3", "4"]
        assert len([clause for clause in text.clauses if clause.kind is ClauseKind.ARTICLE]) == 12

    def test_other_forms_of_page_numbers(self, path: Path) -> None:
        for form in ("- {} -", "{}/12", "Page {}", "Page {} of 12", "{}쪽"):
            draw(
                path,
                *[
                    lambda canvas, n=n, f=form: (
                        write(canvas, [f.format(n)], top=30) or write(canvas, KOREAN_ARTICLES[n : n + 2])
                    )
                    for n in (3, 4)
                ],
            )
            assert with_role(path, Role.PAGE_NUMBER) == [form.format(3), form.format(4)]

    def test_a_number_alone_in_the_text_stays(self, path: Path) -> None:
        draw(path, lambda canvas: write(canvas, ["등대의 수", "1945", "등대의 수는 위와 같다."]))
        assert "1945" in " ".join(paragraphs(path))

    def test_footnotes_are_apart_and_their_marks_invent_no_numbers(self, path: Path) -> None:
        def page(canvas: Canvas) -> None:
            write(canvas, ["제1조(기름) 양측은 기름 250통", "을 보낸다."][:1])
            right = LEFT + pdfmetrics.stringWidth("제1조(기름) 양측은 기름 250통", FONT, 11)
            canvas.setFont(FONT, 6)
            canvas.drawString(right, TOP + 4.5, "1)")
            canvas.setFont(FONT, 11)
            canvas.drawString(right + 6, TOP, "을 보낸다. 넓이는 3km")
            canvas.setFont(FONT, 6)
            canvas.drawString(right + 6 + pdfmetrics.stringWidth("을 보낸다. 넓이는 3km", FONT, 11), TOP + 4.5, "2")
            write(canvas, ["1) 한 통은 200리터이다."], top=80, size=8)

        draw(path, page)
        assert paragraphs(path) == ["제1조(기름) 양측은 기름 250통을 보낸다. 넓이는 3km2"]
        assert with_role(path, Role.FOOTNOTE) == ["1) 한 통은 200리터이다."]

    def test_a_note_that_goes_on_behind_the_end_of_a_page_is_one_note(self, path: Path) -> None:
        def page(lines: Sequence[str], *notes: str) -> Callable[[Canvas], None]:
            def drawn(canvas: Canvas) -> None:
                write(canvas, lines)
                write(canvas, notes, top=80, size=8)

            return drawn

        first, second = ["제1조(기름) 양측은 해마다 기름을 보낸다.", "기름은 깨끗하다."], ["제2조(심지)", "심지는 길고 가늘다."]
        draw(path, page(first, "1) 한 통은 기름"), page(second, "200리터를 담는다.", "2) 나무로 만든다."))
        notes = [clause for clause in read_one(path).clauses if clause.kind is ClauseKind.NOTE]
        assert [(clause.path, clause.label.printed if clause.label else "", clause.text) for clause in notes] == [
            ("각주 1", "1)", "한 통은 기름"),
            ("각주 1 ¶2", "", "200리터를 담는다."),
            ("각주 2", "2)", "나무로 만든다."),
        ]


class TestParagraphs:
    def test_a_paragraph_goes_on_over_the_end_of_a_page(self, path: Path) -> None:
        long = (
            "① "
            + " ".join(f"양측은 제{number}등대의 불을 함께 밝히고 기름을 서로 보내기로 하며" for number in range(120))
            + "."
        )
        set_in_type(path, ["등대에 관한 협정", "제1조(목적)", long, "② 끝."], alignment=TA_JUSTIFY)
        assert len(pypdfium2.PdfDocument(path)) > 2
        text = read_one(path)
        assert f"① {text.clauses[2].text}" == long
        assert text.clauses[-1].text == "끝."

    def test_korean_broken_inside_words_is_put_together(self, path: Path) -> None:
        parts = ["등대에 관한 협정", *KOREAN_ARTICLES]
        set_in_type(path, parts, alignment=TA_JUSTIFY, wordWrap="CJK", rightIndent=150)
        assert paragraphs(path) == parts

    def test_english_hyphens_at_the_ends_of_lines(self, path: Path) -> None:
        lines = [
            "The co-operation of the Parties on non-proliferation and on long-term safety of light-",
            "houses shall be based on a plan of both Parties and on the known principle of non-",
            "proliferation and be guided, for lighthouses of the Parties named below, by a long-",
            "term plan.",
        ]
        draw(path, lambda canvas: write(canvas, lines, size=9))
        (text,) = paragraphs(path)
        assert "lighthouses shall be" in text
        assert "non-proliferation and be" in text
        assert text.endswith("a long-term plan.")

    def test_a_cited_article_at_the_start_of_a_line_begins_no_clause(self, path: Path) -> None:
        lines = ["1. Oil shall be sent by each Party to the other in accordance with the procedure set out in", "paragraph 4."]
        draw(path, lambda canvas: write(canvas, [*lines, "2. Light shall be kept."]))
        assert paragraphs(path) == [" ".join(lines), "2. Light shall be kept."]

    def test_indents_and_wider_gaps_begin_paragraphs(self, path: Path) -> None:
        line = "등대의 불은 두 나라가 함께 밝히고 기름은 매년 서로 나누어 보내기로 하고 값은 반씩 내기로 한다."

        def page(canvas: Canvas) -> None:
            write(canvas, [line, line], top=760)
            write(canvas, [line, line], top=700)

        draw(path, page)
        assert paragraphs(path) == [f"{line} {line}"] * 2


class TestCharacters:
    def test_words_without_spaces_in_the_file_are_told_apart_by_gaps(self, path: Path) -> None:
        def page(canvas: Canvas) -> None:
            place = LEFT
            for word in "이 협정은 등대의 불을 나누어 밝히는 것을 목적으로 한다.".split():
                canvas.drawString(place, TOP, word)
                place += pdfmetrics.stringWidth(word, FONT, 11) + 3

        draw(path, page)
        assert paragraphs(path) == ["이 협정은 등대의 불을 나누어 밝히는 것을 목적으로 한다."]

    def test_characters_printed_twice_are_read_once(self, path: Path) -> None:
        def page(canvas: Canvas) -> None:
            for shift in (0, 0.3, 0.6):
                canvas.drawString(LEFT + shift, TOP, "제1조(목적)")
            for place, character in enumerate("굵은 글씨 11"):
                for shift in (0, 0.4):
                    canvas.drawString(LEFT + 11 * place + shift, 700, character)

        draw(path, page)
        assert "".join("".join(paragraphs(path)).split()) == "제1조(목적)굵은글씨11"

    def test_no_character_is_lost_however_wild_the_page(self, path: Path) -> None:
        chance = random.Random(3)
        words = [f"말{number}" for number in range(400)]

        def page(canvas: Canvas) -> None:
            for word in words:
                canvas.setFont(FONT, chance.choice([3, 4, 6, 9, 14]))
                canvas.drawString(chance.uniform(10, 550), chance.uniform(10, 820), word)

        draw(path, page, page)
        blocks = document_of(path).blocks
        read = "".join(block.text + "".join(part for cell in block.cells for part in cell) for block in blocks)
        assert Counter("".join(read.split())) == Counter("".join(words * 2))

    def test_turned_text_is_read_and_slanted_and_unseen_text_set_aside(self, path: Path) -> None:
        def page(canvas: Canvas) -> None:
            write(canvas, KOREAN_ARTICLES[:2], size=8)
            canvas.drawString(900, 400, "종이 밖의 글")
            canvas.saveState()
            canvas.rotate(90)
            canvas.drawString(300, -40, "돌려 쓴 글")
            canvas.restoreState()
            canvas.saveState()
            canvas.rotate(45)
            canvas.drawString(400, 0, "초안")
            canvas.restoreState()
            canvas.drawText(unseen(canvas, "숨긴 글"))

        draw(path, page)
        assert paragraphs(path) == [*KOREAN_ARTICLES[:2], "돌려 쓴 글"]
        assert with_role(path, Role.FURNITURE) == ["초안"]
        assert sorted("".join(with_role(path, Role.HIDDEN)).split()) == sorted("종이 밖의 글숨긴 글".split())

    def test_the_text_layer_of_a_scan_is_the_text(self, path: Path) -> None:
        def page(canvas: Canvas) -> None:
            scan(canvas)
            canvas.drawText(unseen(canvas, KOREAN_ARTICLES[0]))

        draw(path, page)
        assert read_one(path).clauses[-1].text in KOREAN_ARTICLES[0]
        assert unread(read_one(path)) == {}

    def test_a_page_that_is_turned_reads_the_same(self, path: Path) -> None:
        def page(canvas: Canvas) -> None:
            canvas.setPageRotation(90)
            canvas.translate(500, 20)
            canvas.rotate(90)
            write(canvas, KOREAN_ARTICLES[:2], left=0, top=300, size=8)

        draw(path, page)
        assert paragraphs(path) == KOREAN_ARTICLES[:2]


def unseen(canvas: Canvas, words: str) -> object:
    text = canvas.beginText(LEFT, 400)
    text.setFont(FONT, 8)
    text.setTextRenderMode(3)
    text.textLine(words)
    return text


class TestRefusals:
    def test_a_scan_without_text(self, path: Path) -> None:
        draw(path, scan, scan)
        assert refusal(path) == "scanned_pdf"

    def test_pages_without_text_and_pictures_are_counted(self, path: Path) -> None:
        def page(canvas: Canvas) -> None:
            scan(canvas)
            write(canvas, KOREAN_ARTICLES[:2], size=8)

        draw(path, page, scan)
        assert unread(read_one(path)) == {"page": 1, "picture": 1}

    def test_a_file_with_a_password(self, path: Path) -> None:
        draw(path, lambda canvas: write(canvas, KOREAN_ARTICLES[:2], size=8), encrypt=StandardEncryption("user", "owner"))
        assert refusal(path) == "locked_file"

    def test_a_file_that_only_its_owner_may_change_is_read(self, path: Path) -> None:
        draw(
            path, lambda canvas: write(canvas, KOREAN_ARTICLES[:2], size=8), encrypt=StandardEncryption("", "owner", canCopy=0)
        )
        assert paragraphs(path) == KOREAN_ARTICLES[:2]

    def test_a_damaged_file(self, path: Path) -> None:
        path.write_bytes(b"%PDF-1.7\nnothing more")
        assert refusal(path) == "damaged_file"

    def test_parts_that_are_damaged_are_counted(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What PDFium makes of the page is read, and that something may be missing is said."""
        for letters in (False, True):
            monkeypatch.setattr(rl_config, "useA85", letters)
            canvas = Canvas(str(path), pageCompression=1)
            write(canvas, ENGLISH_ARTICLES, size=8)
            canvas.save()
            whole = path.read_bytes()
            assert unread(read_one(path)) == {}
            first = whole.index(b"stream\n") + len(b"stream\n")
            path.write_bytes(whole[: first + 200] + b"!" * 40 + whole[first + 240 :])
            assert unread(read_one(path)) == {"damaged_part": 1}

    def test_characters_whose_meaning_is_not_told(self, path: Path) -> None:
        draw(path, lambda canvas: write(canvas, ["\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008\ue009\ue00a"] * 3))
        assert refusal(path) == "unmapped_pdf"

    def test_an_empty_page_is_an_empty_file(self, path: Path) -> None:
        draw(path, lambda canvas: None)
        assert refusal(path) == "empty_file"

    def test_cancelling_stops_between_two_pages(self, path: Path) -> None:
        class StopsAtTheSecond:
            def report(self, done: int, total: int, what: str) -> None:
                if done == 1:
                    raise Cancelled

        draw(path, *[lambda canvas, n=n: write(canvas, KOREAN_ARTICLES[n:][:2], size=8) for n in (0, 2, 4)])
        with pytest.raises(Cancelled):
            read_pdf(path.read_bytes(), Reading(path.name, StopsAtTheSecond()))
        assert paragraphs(path)


class TestRealFiles:
    @pytest.mark.parametrize("name", ["issue-1059-cmap-decode", "issue-625-identity-cmap", "issue-791-non-unicode-cmap"])
    def test_files_of_others_are_read(self, shared: Path, name: str) -> None:
        document = document_of(shared / f"formats/pdf/pdfminer.six__{name}.pdf")
        assert document.blocks

    @pytest.mark.parametrize("language", ["ko", "en"])
    @pytest.mark.parametrize(
        "settings",
        [
            {"alignment": TA_LEFT},
            {"alignment": TA_JUSTIFY, "spaceBefore": 4},
            {"alignment": TA_JUSTIFY, "firstLineIndent": 12},
            {"alignment": TA_JUSTIFY, "wordWrap": "CJK"},
        ],
        ids=["left", "justified", "indented", "broken inside words"],
    )
    def test_a_treaty_set_in_type_has_the_clauses_of_its_text(
        self, path: Path, language: str, settings: dict[str, object]
    ) -> None:
        if language == "en" and settings.get("wordWrap"):
            pytest.skip("English is not broken inside words")
        source = SAMPLES / f"critical_minerals_agreement.{language}.txt"
        set_in_type(path, source.read_text(encoding="utf-8").split("\n"), **settings)
        assert share_alike(path, source) >= 0.98

    @pytest.mark.slow
    @pytest.mark.parametrize("language", ["ko", "en"])
    def test_a_treaty_printed_by_an_office_program_has_the_clauses_of_its_text(self, tmp_path: Path, language: str) -> None:
        if not which("soffice"):
            pytest.skip("needs LibreOffice")
        source = SAMPLES / f"critical_minerals_agreement.{language}.txt"
        assert share_alike(printed(source, tmp_path), source) >= 0.98


def printed(source: Path, folder: Path) -> Path:
    """A text as a DOCX with a header, printed to PDF by LibreOffice."""
    document = docx.Document()
    document.styles["Normal"].font.name = FONT
    document.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    document.sections[0].header.paragraphs[0].text = "협정 초안 (Draft)"
    for line in filter(None, source.read_text(encoding="utf-8").split("\n")):
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    document.save(str(folder / "treaty.docx"))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "treaty.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / "treaty.pdf"


def share_alike(path: Path, source: Path) -> float:
    """How many of the clauses of a text a PDF of it has too, with their paths; blanks aside."""
    found = {(clause.path, *clause.text.split()) for clause in read_one(path).clauses}
    expected = [(clause.path, *clause.text.split()) for clause in read_treaty(source)[0].clauses]
    return sum(clause in found for clause in expected) / len(expected)
