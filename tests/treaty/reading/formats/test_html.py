"""Web pages: the agreement is read, what stands around it is set aside, and no word is lost."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

import pytest

from tests.treaty.reading.formats.contract import FormatContract, Table
from treaty.errors import ReadingError
from treaty.model import Language, SetAsideReason, TreatyText, Unread
from treaty.progress import SilentProgress
from treaty.reading import read_treaty
from treaty.reading.document import Document, Reading, Role
from treaty.reading.html import read_html, recognises_html
from treaty.reading.html.lists import printed
from treaty.reading.rules import ReadingRules

BOARD = """<html><head>
<meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><title>등대부 | 조약</title></head>
<body><table width=900><tr><td><a href=1>등대부 소개</a> <a href=2>알림마당</a> <a href=3>민원</a></td></tr>
<tr><td><table class=board><tr><th>제목</th><td>등대 협정 서명</td></tr>
<tr><th>작성일</th><td>2026.03.02</td></tr></table>
<div class="view_cont">등대에 관한 협정<br><br>대한민국 정부와 아라비드 왕국 정부는 다음과 같이 합의하였다.<br><br>
제1조(목적)<br>
이 협정은 등대의 불을 나누어 밝히는 것을 목적으로 한다.<br>제2조(기름)<br>① 양측은 매년 기름 1,250통을 보낸다.<br>
② 똠방각하의 배는 「바다의 날」 30일 전에 떠난다.</div>
<ul class="paging"><li><a href=n>다음글</a></li></ul></td></tr><tr><td>Copyright 등대부. All rights reserved.</td></tr></table>
</body></html>"""

PRESS = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>한-아라비드 공동성명 | 등대신문</title></head><body>
<header><nav><ul><li><a href="/p">정치</a></li><li><a href="/e">경제</a></li></ul></nav></header>
<div class="wrap"><h1>양국 정상, 등대 협력 합의</h1><p class="byline">입력 2026.03.02 09:00 | 김하늘 기자</p>
<div class="share-box"><button>공유</button><a href="#f">페이스북</a></div>
<div class="article-body"><p>한-아라비드 공동성명</p>
<p>1. 양 정상은 등대의 불을 함께 밝히기로 하였으며, 이를 위하여 해마다 기름 1,250통을 나누기로 하였다.</p>
<p>2. 양 정상은 바다의 길을 지키기 위한 협의체를 2027년 3월 1일까지 만들기로 하였다.</p>
<p>Republic of Korea-Aravid Joint Statement</p>
<p>1. The two leaders decided to light the lighthouses together and to share 1,250
barrels of oil each year for that purpose.</p>
<p>2. The two leaders decided to establish a consultative body for the protection of sea lanes
by 1 March 2027.</p></div>
<div class="related"><h3>관련 기사</h3><ul>
<li><a href="/1">등대의 하루는 어떻게 시작되나</a></li><li><a href="/2">바다의 날 특집</a></li></ul></div>
<section id="comments"><h3>댓글 2</h3>
<p>정말 반가운 소식이네요. 우리 동네 등대에도 불이 들어오면 좋겠습니다.</p>
<p>기름값은 누가 내나요?</p></section>
</div><footer>ⓒ 등대신문, 무단 전재 금지</footer><script>var 숨은 = "코드";</script></body></html>"""


def read_page(page: str | bytes, *, original: bool = False) -> Document:
    content = page.encode() if isinstance(page, str) else page
    assert recognises_html(content)
    return read_html(content, Reading("page.html", SilentProgress(), original))


def body(page: str) -> list[str]:
    return [block.text for block in read_page(page).blocks if block.role is Role.BODY]


def of_role(page: str, role: Role) -> list[str]:
    return [block.text for block in read_page(page).blocks if block.role is role]


class TestHtml(FormatContract):
    ending = ".html"

    def build(self, path: Path, parts: Sequence[str | Table]) -> None:
        inside = "".join(f"<p>{escape(part)}</p>\n" if isinstance(part, str) else as_html(part) for part in parts)
        path.write_text(f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{inside}</body></html>", encoding="utf-8")


def as_html(table: Table) -> str:
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in table.rows)
    return "<table>" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>"


def test_a_ministry_board_in_euc_kr_keeps_every_syllable(tmp_path: Path) -> None:
    path = tmp_path / "board.html"
    path.write_bytes(BOARD.encode("cp949"))
    (text,) = read_treaty(path)
    assert text.title == "등대에 관한 협정"
    assert [clause.path for clause in text.clauses if clause.label] == ["제1조", "제2조", "제2조 ①", "제2조 ②"]
    assert text.clauses[-1].text == "똠방각하의 배는 「바다의 날」 30일 전에 떠난다."
    aside = {part.text for part in text.set_aside if part.reason is SetAsideReason.PAGE_FURNITURE}
    assert {"등대부 | 조약", "작성일\t2026.03.02", "• 다음글", "Copyright 등대부. All rights reserved."} <= aside


def test_a_press_page_gives_both_texts_and_nothing_around_them(tmp_path: Path, reading_rules: ReadingRules) -> None:
    blocks = read_page(PRESS).blocks
    read = [block.text for block in blocks if block.role is Role.BODY]
    assert read[0] == "한-아라비드 공동성명"
    assert read[3] == "Republic of Korea-Aravid Joint Statement"
    assert len(read) == 6
    assert not any("코드" in block.text for block in blocks)
    path = tmp_path / "press.html"
    path.write_text(PRESS, encoding="utf-8")
    assert [text.language for text in read_treaty(path, rules=reading_rules)] == [Language.KOREAN, Language.ENGLISH]


@pytest.mark.parametrize("page", [PRESS, BOARD])
def test_no_word_of_a_page_is_lost(page: str) -> None:
    shown = re.sub(r"<script.*?</script>|<[^>]*>", " ", page, flags=re.S)
    words = " ".join(part for block in read_page(page.encode()).blocks for part in (block.text, *(sum(block.cells, ()))))
    assert set(shown.split()) <= set(words.split())
    assert set(words.split()) - set(shown.split()) <= {"•"}


def test_lines_inline_elements_and_entities() -> None:
    page = (
        "<p>제1조<br>등<b>대</b>의 <i>불</i>&nbsp;&hellip;\n   끝 &amp; &#44033;<wbr>각</p><div>하나<div>둘</div>셋</div>"
        "<pre>가\n  나</pre>"
    )
    assert body(page) == ["제1조\n등대의 불\u00a0… 끝 & 각각", "하나", "둘", "셋", "가\n  나"]


def test_what_a_browser_prints_itself() -> None:
    page = (
        "<p>a<q>b<q>c</q></q> <ruby>大韓<rp>[</rp><rt>대한</rt><rp>]</rp></ruby>"
        " m<sup>2</sup> oil<sup>1)</sup> 1<sup>st</sup> CO<sub>2</sub></p>"
    )
    assert body(page) == ["a“b‘c’” 大韓(대한) m² oil¹⁾ 1st CO2"]


def test_numbers_of_lists() -> None:
    page = (
        "<ol type=a start=3><li><p>three</p><ol><li>one<li value=7>seven</ol><li>four</ol>"
        "<ul><li>x<ul><li>y</ul></ul><ol reversed><li>p<li>q</ol><ul style='list-style: none'><li>bare</ul>"
        "<ol style='list-style-type: upper-roman'><li>r<li>s</ol><ol><li>1. typed<li>2. typed</ol><ul><li>가. typed</ul>"
    )
    assert body(page) == (
        ["c. three", "1. one", "7. seven", "d. four", "• x", "◦ y", "2. p", "1. q", "bare", "I. r", "II. s"]
        + ["1. typed", "2. typed", "가. typed"]
    )


@pytest.mark.parametrize(
    ("number", "style", "text"),
    [
        (28, "lower-alpha", "ab"),
        (4, "upper-roman", "IV"),
        (2, "hangul", "나"),
        (7, "decimal-leading-zero", "07"),
        (0, "lower-alpha", "0"),
    ],
)
def test_styles_of_numbers(number: int, style: str, text: str) -> None:
    assert printed(number, style) == text


def test_cells_that_span_leave_empty_cells() -> None:
    page = "<table><tr><th colspan=2>품목<th>세율<tr><td rowspan=2>기름<td>등유<td>3%<tr><td>경유<td>5%</table>"
    rows = [block.cells for block in read_page(page).blocks]
    assert rows == [(("품목",), (), ("세율",)), (("기름",), ("등유",), ("3%",)), ((), ("경유",), ("5%",))]


def test_a_cell_within_a_cell_of_a_damaged_page_keeps_its_words() -> None:
    page = "<table><tr><td>가<ol><td>나</td></ol>다</td></tr></table>"
    words = " ".join(part for block in read_page(page).blocks for part in (block.text, *sum(block.cells, ())))
    assert sorted(re.findall("[가-힣]", words)) == ["가", "나", "다"]


def test_a_table_that_only_places_text_is_no_table() -> None:
    inner = "<table><tr><td>가</td><td>나</td></tr></table>"
    page = f"<table><tr><td>{inner}</td><td><p>제1조</p><p>등대</p></td></tr></table>"
    assert [block.role for block in read_page(page).blocks] == [Role.TABLE_ROW, Role.BODY, Role.BODY]


def test_hidden_words_pictures_and_changes() -> None:
    page = (
        '<p>보<span hidden>숨은 말</span>이는 <img src=a alt="등대 그림">글 <del>옛</del><ins>새</ins></p>'
        "<iframe src=x></iframe>"
    )
    document = read_page(page)
    assert body(page) == ["보이는 글 새"]
    assert of_role(page, Role.HIDDEN) == ["숨은 말", "등대 그림", "옛"]
    assert document.unread == (Unread("picture", 1), Unread("embedded_object", 1))
    assert read_page(page, original=True).blocks[0].text == "보이는 글 옛"


def test_the_language_behind_a_tab_is_text() -> None:
    clauses = "".join(
        f"<p>Article {n}</p><p>The Parties shall light the lighthouse of the harbour number {n}.</p>" for n in (1, 2, 3)
    )
    korean = "".join(f"<p>제{n}조</p><p>당사국은 {n}번 항구의 등대에 불을 밝힌다.</p>" for n in (1, 2, 3))
    page = f'<div><div id=ko>{korean}</div><div id=en style="display:none">{clauses}</div></div>'
    assert of_role(page, Role.HIDDEN) == []
    assert len(body(page)) == 12


def test_a_footnote_stands_behind_the_paragraph_that_cites_it() -> None:
    page = (
        '<p>제1조 등대<a href="#fn1"><sup>1</sup></a>의 불은 밤에 켜고 아침에 끈다.</p><p>제2조 기름은 해마다 나눈다.</p>'
        '<ol class="footnotes"><li id="fn1">등대는 바다의 등불이다.</li></ol>'
    )
    blocks = read_page(page).blocks
    assert [block.role for block in blocks] == [Role.BODY, Role.FOOTNOTE, Role.BODY]
    assert blocks[1].text == "1. 등대는 바다의 등불이다."


def test_a_page_saved_by_a_word_processor() -> None:
    page = (
        "<html><head><meta charset=utf-8></head><body><div class=WordSection1><p class=MsoNormal>제1조(목적)"
        '<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a><o:p></o:p></p><p class=MsoListParagraph><![if !supportLists]>'
        "<span>①<span>&nbsp; </span></span><![endif]>이 협정은 등대의 불을 나눈다.</p><p>제2조(기름)</p></div>"
        "<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>"
        '<a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> 불은 밤에 켠다.</p></div></div></body></html>'
    )
    assert [(block.text, block.role) for block in read_page(page).blocks] == [
        ("제1조(목적)[1]", Role.BODY),
        ("[1] 불은 밤에 켠다.", Role.FOOTNOTE),
        ("①\u00a0 이 협정은 등대의 불을 나눈다.", Role.BODY),
        ("제2조(기름)", Role.BODY),
    ]


def test_a_web_archive() -> None:
    page = base64.encodebytes(BOARD.encode("cp949")).decode()
    archive = (
        'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n type="text/html"; boundary="b"\n\n'
        f"--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n{page}\n"
        "--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--\n"
    )
    assert any("똠방각하" in block.text for block in read_page(archive).blocks)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("euc-kr", "cp949"), ("ks_c_5601-1987", "cp949"), ("utf-8", "cp949"), ("iso-8859-1", "cp949"), ("euc-kr", "utf-8"),
     ("utf-16", "utf-8"), ("no-such-code", "utf-8"), ("euc-kr", "utf-16")],
)  # fmt: skip
def test_an_encoding_is_found_whatever_the_page_declares(declared: str, encoding: str) -> None:
    page = f'<html><meta charset="{declared}"><p>똠방각하와 뷁은 다르다. 등대의 불은 밤에 켠다.</p></html>'
    document = read_page(page.encode(encoding))
    assert document.blocks[0].text == "똠방각하와 뷁은 다르다. 등대의 불은 밤에 켠다."


def test_western_signs_are_not_taken_for_korean() -> None:
    page = '<meta charset="iso-8859-1"><p>The Party\u2019s oil \u2013 \u201cclean\u201d oil</p>'
    assert read_page(page.encode("cp1252")).blocks[0].text == "The Party’s oil – “clean” oil"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<p>제1조</p>", True),
        ("제1조<br>등대<br>", True),
        ('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"></html>', True),
        ("제1조 a < b 그리고 <제2조>", False),
        ("A line break is <br> in HTML. " + "Long words about other things. " * 200 + "<br>", False),
        ("<treaty><body/></treaty>", False),
        ("<akomaNtoso/>", False),
        ("%PDF-1.7 <p></p><p></p>", False),
    ],
)
def test_pages_are_recognised_by_their_content(content: str, expected: bool) -> None:
    assert recognises_html(content.encode()) is expected


@pytest.mark.parametrize("page", ["<body>" + "<div>" * 100_000 + "x", "<ol>" * 3000 + "<li>x"])
def test_elements_without_end_are_refused_quickly(page: str) -> None:
    with pytest.raises(ReadingError, match="damaged_file"):
        read_page(page)


def test_entities_of_a_page_are_not_resolved() -> None:
    page = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html><body><p>&b;</p></body></html>'
    assert "aaaa" not in read_page(page).blocks[-1].text


def test_the_titles_above_and_the_preamble_belong_to_the_agreement() -> None:
    articles = "".join(
        f"<div><h3>Article {n}</h3><p>{'The Parties share the light of the lighthouse. ' * 5}</p></div>" for n in range(1, 9)
    )
    page = (
        "<body><nav><a href=x>Home</a></nav><main><h1>Agreement on Lighthouses</h1><details><summary>Preamble</summary>"
        f"<p>The Parties have agreed as follows.</p></details><div>{articles}</div></main>"
        "<footer>Harbour office</footer></body>"
    )
    assert body(page)[:3] == ["Agreement on Lighthouses", "Preamble", "The Parties have agreed as follows."]
    assert of_role(page, Role.FURNITURE) == ["Home", "Harbour office"]


def _labelled(text: TreatyText) -> list[tuple[str, str]]:
    numbered = (clause for clause in text.clauses if clause.label)
    return [(clause.path, " ".join(clause.text.replace("’", "'").split())) for clause in numbered]


@pytest.mark.parametrize(("page", "raw"), [("by_4.0", "en"), ("by_4.0_ko", "ko")])
def test_the_pages_of_a_licence_hold_the_clauses_of_its_text(shared: Path, page: str, raw: str) -> None:
    (of_page,) = read_treaty(shared / f"formats/html/creativecommons.org__{page}.html")
    (of_text,) = read_treaty(shared / f"texts/raw/cc-by-4.0/{raw}.txt")
    found, expected = _labelled(of_page), _labelled(of_text)
    assert [path for path, _ in found] == [path for path, _ in expected]
    assert len(set(found) & set(expected)) >= 0.98 * len(expected)


def test_the_page_of_the_covenant_holds_the_clauses_of_its_text(shared: Path) -> None:
    """The page numbers its articles in Chinese: the paragraphs are compared, not their paths."""
    (of_page,) = read_treaty(shared / "formats/html/open-treaties__iccpr.html")
    (of_text,) = read_treaty(shared / "texts/raw/iccpr/en.txt")
    found = {clause.text for clause in of_page.clauses}
    expected = [clause.text for clause in of_text.clauses if not clause.kind.heads]
    assert sum(text in found for text in expected) >= 0.93 * len(expected)
