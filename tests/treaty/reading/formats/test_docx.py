"""DOCX keeps the contract of every format, and shows what Word prints: numbers, notes, boxes, changes, hidden words."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import olefile
import pytest

from tests.conftest import SAMPLES
from tests.treaty.reading.formats.contract import FormatContract, Table
from tests.treaty.reading.formats.test_hwpx import CHART
from treaty.errors import Cancelled, ReadingError, TreatyError
from treaty.model import SetAsideReason, Unread
from treaty.progress import SilentProgress
from treaty.reading import read_treaty
from treaty.reading.document import Block, Document, Reading, Role
from treaty.reading.docx import read_docx, recognises_docx
from treaty.reading.docx.labels import printed
from treaty.reading.docx.symbols import symbol
from treaty.reading.refused import read_locked_office, read_old_word, recognises_locked_office, recognises_old_word

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": _RELATION,
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    }.items()
)
_ROOTS = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "endnotes": "endnotes"}
_ROOTS |= {"settings": "settings", "comments": "comments", "header": "hdr", "footer": "ftr"}
_STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    _RELATION: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "http://purl.oclc.org/ooxml/officeDocument/math",
}
BREAKS_TRIED = 60


def package(body: str, *, strict: bool = False, **parts: str) -> bytes:
    """A DOCX with this body and these parts; relation ids are the names of the parts."""
    files = {"word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"}
    for name, content in parts.items():
        files[f"word/{name}.xml"] = f"<w:{_ROOTS[name]} {_NAMESPACES}>{content}</w:{_ROOTS[name]}>"
    related = "".join(f'<Relationship Id="{name}" Type="{_RELATION}/{name}" Target="{name}.xml"/>' for name in parts)
    main = f'<Relationship Id="main" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
    files["_rels/.rels"] = f"<Relationships>{main}</Relationships>"
    files["word/_rels/document.xml.rels"] = f"<Relationships>{related}</Relationships>"
    files["[Content_Types].xml"] = "<Types/>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            for usual, other in _STRICT.items() if strict else ():
                content = content.replace(usual, other)
            archive.writestr(name, content)
    return stream.getvalue()


def document(content: bytes, *, original: bool = False) -> Document:
    assert recognises_docx(content)
    return read_docx(content, Reading("협정.docx", SilentProgress(), original))


def read(body: str, *, original: bool = False, strict: bool = False, **parts: str) -> list[Block]:
    """The blocks of a DOCX, without the empty ones."""
    found = document(package(body, strict=strict, **parts), original=original)
    return [block for block in found.blocks if block.text or block.cells]


def texts(body: str, *, original: bool = False, strict: bool = False, **parts: str) -> list[str]:
    return [block.text for block in read(body, original=original, strict=strict, **parts)]


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(inside: str, properties: str = "") -> str:
    inside = inside if inside.startswith("<") or not inside else run(inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def item(words: str, level: int = 0, number: str = "1") -> str:
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(place: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, more: str = "") -> str:
    """A list called 1; `more` holds further lists."""
    return f'<w:abstractNum w:abstractNumId="1">{"".join(levels)}</w:abstractNum>{more}{number("1", "1")}'


def number(name: str, family: str, overrides: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{family}"/>{overrides}</w:num>'


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside if inside.startswith('<') else paragraph(inside)}</w:tc>"


KOREAN_LIST = (
    level(0, "decimal", "제%1조"),
    level(1, "decimalEnclosedCircle", "%2"),
    level(2, "ganada", "%3."),
    level(3, "decimal", "%1.%2.%4", "<w:isLgl/>"),
)


class TestDocx(FormatContract):
    ending = ".docx"

    def build(self, path: Path, parts: Sequence[str | Table]) -> None:
        made = docx.Document()
        for part in parts:
            if isinstance(part, str):
                made.add_paragraph(part)
                continue
            table = made.add_table(len(part.rows), len(part.rows[0]))
            for cells, words in zip(table.rows, part.rows, strict=True):
                for place, word in zip(cells.cells, words, strict=True):
                    place.text = word
        made.save(str(path))

    def test_comments_and_page_headers_are_set_aside(self, tmp_path: Path) -> None:
        made = docx.Document()
        made.sections[0].header.paragraphs[0].text = "협상용 초안"
        first = made.add_paragraph("등대에 관한 협정")
        made.add_paragraph("제1조(목적)")
        made.add_paragraph("이 협정은 등대의 불을 나누어 밝힌다.")
        made.add_comment(first.runs[0], text="제목 확인", author="검토자")
        path = tmp_path / "협정.docx"
        made.save(str(path))
        (text,) = self.read(path)
        assert self.set_aside(text, SetAsideReason.PAGE_HEADER) == ["협상용 초안"]
        assert self.set_aside(text, SetAsideReason.COMMENT) == ["검토자: 제목 확인"]


class TestNumbers:
    def test_articles_paragraphs_and_items_count_as_word_prints_them(self) -> None:
        body = item("관세") + item("철폐한다.", 1) + item("원산지", 1) + item("완전생산품", 2) + item("재료", 2)
        body += item("정의", 3) + item("정의") + item("이 협정의 목적상", 1)
        assert texts(body, numbering=numbering(*KOREAN_LIST)) == [
            "제1조 관세", "① 철폐한다.", "② 원산지", "가. 완전생산품", "나. 재료", "1.2.1 정의",
            "제2조 정의", "① 이 협정의 목적상",
        ]  # fmt: skip

    def test_legal_numbers_are_decimal_throughout(self) -> None:
        levels = (level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
        assert texts(item("A") + item("B", 1), numbering=numbering(*levels)) == ["I. A", "1.1 B"]

    def test_a_level_that_is_passed_over_counts_as_begun(self) -> None:
        levels = [level(place, "decimal", ".".join(f"%{n + 1}" for n in range(place + 1))) for place in range(3)]
        assert texts(item("가") + item("나", 2) + item("다", 1), numbering=numbering(*levels)) == ["1 가", "1.1.1 나", "1.2 다"]

    def test_a_list_that_starts_anew_does_so_once(self) -> None:
        override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
        lists = numbering(level(0, "decimal", "%1."), more=number("2", "1", override) + number("3", "1"))
        body = item("가") + item("나") + item("다", 0, "2") + item("라", 0, "2") + item("마", 0, "3")
        assert texts(body, numbering=lists) == ["1. 가", "2. 나", "7. 다", "8. 라", "9. 마"]

    def test_an_overridden_level_has_its_own_label(self) -> None:
        override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "(%1)")}</w:lvlOverride>'
        lists = numbering(level(0, "decimal", "%1."), more=number("2", "1", override))
        assert texts(item("가", 0, "2"), numbering=lists) == ["(A) 가"]

    @pytest.mark.parametrize(("restart", "labels"), [("0", ["1", "a", "2", "b"]), ("1", ["1", "a", "2", "a"])])
    def test_a_level_restarts_as_the_list_says(self, restart: str, labels: list[str]) -> None:
        second = level(1, "lowerLetter", "%2", f'<w:lvlRestart w:val="{restart}"/>')
        body = item("") + item("", 1) + item("") + item("", 1)
        assert texts(body, numbering=numbering(level(0, "decimal", "%1"), second)) == labels

    def test_numbers_come_from_styles_and_from_those_they_are_based_on(self) -> None:
        styles = (
            '<w:style w:type="paragraph" w:styleId="조"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
            '<w:style w:type="paragraph" w:styleId="항"><w:basedOn w:val="조"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="굵은조"><w:basedOn w:val="조"/></w:style>'
        )
        tied = level(1, "decimalEnclosedCircle", "%2", '<w:pStyle w:val="항"/>')
        body = "".join(paragraph(words, f'<w:pStyle w:val="{words}"/>') for words in ("조", "항", "항", "굵은조"))
        body += paragraph("없음", '<w:pStyle w:val="조"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        found = texts(body, styles=styles, numbering=numbering(KOREAN_LIST[0], tied))
        assert found == ["제1조 조", "① 항", "② 항", "제2조 굵은조", "없음"]

    def test_a_list_can_borrow_its_levels_from_a_style(self) -> None:
        borrowing = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="목록"/></w:abstractNum>' + number("2", "2")
        linked = '<w:styleLink w:val="목록"/>' + level(0, "ganada", "%1)")
        assert texts(item("글", 0, "2"), numbering=numbering(linked, more=borrowing)) == ["가) 글"]

    @pytest.mark.parametrize(("sign", "shown"), [("\uf0b7", "•"), ("\uf0a7", "•"), ("-", "-"), ("o", "◦"), ("ㅇ", "ㅇ")])
    def test_bullets(self, sign: str, shown: str) -> None:
        assert texts(item("글"), numbering=numbering(level(0, "bullet", sign))) == [f"{shown} 글"]

    @pytest.mark.parametrize(
        ("form", "count", "words"),
        [
            ("decimal", 12, "12"), ("decimalZero", 7, "07"), ("lowerLetter", 28, "bb"), ("upperLetter", 3, "C"),
            ("lowerRoman", 14, "xiv"), ("upperRoman", 1999, "MCMXCIX"), ("none", 3, ""), ("ordinal", 22, "22nd"),
            ("decimalEnclosedCircle", 20, "⑳"), ("decimalEnclosedCircle", 21, "21"), ("decimalEnclosedParen", 2, "⑵"),
            ("ganada", 14, "하"), ("chosung", 2, "ㄴ"), ("koreanDigital", 10, "일영"), ("koreanDigital2", 12, "一二"),
            ("koreanCounting", 21, "이십일"), ("koreanCounting", 105, "백오"), ("koreanLegal", 1, "하나"),
            ("koreanLegal", 23, "스물셋"), ("ideographTraditional", 2, "乙"), ("chineseCounting", 20, "二十"),
            ("numberInDash", 3, "- 3 -"), ("ordinalText", 1, "First"), ("chicago", 5, "**"), ("ganada", 0, ""),
            ("koreanCounting", 0, "영"), ("a format of 2030", 4, "4"),
        ],
    )  # fmt: skip
    def test_formats(self, form: str, count: int, words: str) -> None:
        assert printed(count, form) == words

    def test_a_list_without_a_start_counts_from_nought(self) -> None:
        bare = '<w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
        assert texts(item("글"), numbering=numbering(bare)) == ["0. 글"]

    @pytest.mark.parametrize("start", ["-3", "x", "", "99999999999999999999"])
    def test_a_forged_start_is_kept_in_bounds(self, start: str) -> None:
        forged = level(0, "lowerLetter", "%1").replace('start w:val="1"', f'start w:val="{start}"')
        assert all(len(text) < 2_000 for text in texts(item("글"), numbering=numbering(forged)))

    def test_a_circle_of_styles_ends(self) -> None:
        circle = "".join(f'<w:style w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>' for a, b in ("가나", "나가"))
        assert texts(paragraph("글", '<w:pStyle w:val="가"/>'), styles=circle) == ["글"]


class TestWords:
    def test_signs_that_are_no_text(self) -> None:
        signs = "<w:r><w:tab/><w:t>가</w:t><w:br/><w:t>나</w:t><w:noBreakHyphen/><w:softHyphen/><w:cr/><w:t>다</w:t></w:r>"
        assert texts(paragraph(signs, '<w:tabs><w:tab w:val="left"/></w:tabs>')) == ["\t가\n나\u2011\u00ad\n다"]

    @pytest.mark.parametrize(
        ("font", "code", "sign"),
        [("Symbol", "F0B3", "≥"), ("Symbol", "F061", "α"), ("Wingdings", "F081", "①"), ("Wingdings", "F0FC", "✓"),
         ("Unheard", "F041", "\uf041"), ("Unheard", "00A7", "§"), ("Symbol", "nonsense", ""), ("", "D800", "")],
    )  # fmt: skip
    def test_symbols(self, font: str, code: str, sign: str) -> None:
        assert symbol(font, code) == sign
        assert "".join(texts(paragraph(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'))) == sign

    def test_words_in_links_tags_and_content_controls(self) -> None:
        inside = f"<w:hyperlink>{run('가')}</w:hyperlink><w:smartTag><w:smartTagPr/>{run('나')}</w:smartTag>"
        inside += f"<w:sdt><w:sdtPr/><w:sdtContent>{run('다')}</w:sdtContent></w:sdt>"
        body = f"<w:sdt><w:sdtContent>{paragraph(inside)}</w:sdtContent></w:sdt>"
        assert texts(body) == ["가나다"]

    def test_of_fields_the_result_is_read(self) -> None:
        marks = {name: f'<w:r><w:fldChar w:fldCharType="{name}"/></w:r>' for name in ("begin", "separate", "end")}
        inner = marks["begin"] + run("안") + marks["separate"] + run("속") + marks["end"]
        instruction = "<w:r><w:instrText>REF 조 </w:instrText></w:r>"
        inside = run("제") + marks["begin"] + instruction + inner + marks["separate"] + run("3") + marks["end"] + run("조")
        blocks = read(paragraph(inside) + paragraph(f'<w:fldSimple w:instr="PAGE">{run("7쪽")}</w:fldSimple>'))
        assert [block.text for block in blocks if block.role is Role.BODY] == ["제3조", "7쪽"]
        assert [block.text for block in blocks if block.role is Role.HIDDEN] == ["안속"]

    def test_numbers_that_only_word_can_count_are_counted_as_unread(self) -> None:
        found = document(package(paragraph("<w:r><w:instrText> LISTNUM </w:instrText></w:r>" + run("글"))))
        assert found.unread == (Unread("automatic_number", 1),)

    def test_a_field_that_is_never_closed_hides_no_other_paragraph(self) -> None:
        opened = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>')
        assert texts(opened + paragraph("다음 글")) == ["다음 글"]

    def test_readings_above_words_stand_in_brackets(self) -> None:
        ruby = (
            f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('대한민국')}</w:rt><w:rubyBase>{run('大韓民國')}</w:rubyBase></w:ruby></w:r>"
        )
        assert texts(paragraph(ruby + run("은"))) == ["大韓民國(대한민국)은"]

    def test_pictures_alone_are_no_empty_file(self, tmp_path: Path) -> None:
        (tmp_path / "scan.docx").write_bytes(package(paragraph("<w:r><w:drawing><pic:pic/></w:drawing></w:r>") * 2))
        with pytest.raises(ReadingError) as refused:
            read_treaty(tmp_path / "scan.docx")
        assert (refused.value.code, refused.value.places["count"]) == ("only_objects", "2")

    def test_formulas_pictures_and_objects_are_counted(self) -> None:
        half = "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
        picture = "<w:r><w:drawing><pic:pic/></w:drawing></w:r>"
        thing = "<w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r>"
        found = document(package(paragraph(half + picture * 2 + thing)))
        assert [block.text for block in found.blocks] == ["1/2"]
        assert set(found.unread) == {Unread("equation", 1), Unread("picture", 2), Unread("embedded_object", 1)}

    def test_hidden_words_are_kept_apart(self) -> None:
        hidden = run("비밀 ", "<w:vanish/>") + run("메모", "<w:vanish/>")
        styles = '<w:style w:styleId="숨은"><w:rPr><w:vanish/></w:rPr></w:style>'
        body = paragraph(run("보이는 ") + hidden + run("글")) + paragraph("온통 숨은 글", '<w:pStyle w:val="숨은"/>')
        body += paragraph(run("드러난 글", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="숨은"/>')
        assert [(block.text, block.role) for block in read(body, styles=styles)] == [
            ("보이는 글", Role.BODY), ("비밀 메모", Role.HIDDEN), ("온통 숨은 글", Role.HIDDEN), ("드러난 글", Role.BODY),
        ]  # fmt: skip

    def test_a_paragraph_that_is_all_hidden_is_not_counted(self) -> None:
        place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>'
        body = item("가") + paragraph(run("숨은 글", "<w:vanish/>"), place) + item("나")
        assert texts(body, numbering=numbering(KOREAN_LIST[0])) == ["제1조 가", "숨은 글", "제2조 나"]

    def test_strict_documents_are_read_alike(self) -> None:
        found = texts(item("관세") + item("철폐한다.", 1), strict=True, numbering=numbering(*KOREAN_LIST))
        assert found == ["제1조 관세", "① 철폐한다."]


class TestTables:
    def test_spans_and_merged_cells(self) -> None:
        wide, first, further = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
        body = (
            f"<w:tbl><w:tblPr/>{row(cell('품목', first), cell('세율', wide))}{row(cell('', further), cell('3%'), cell('5%'))}"
        )
        body += row(cell("비고"), properties='<w:gridBefore w:val="1"/>') + "</w:tbl>"
        found = read(body)
        assert [block.cells for block in found[:2]] == [(("품목",), ("세율",), ()), ((), ("3%",), ("5%",))]
        assert found[2] == Block("비고")

    def test_a_forged_span_is_kept_in_bounds(self) -> None:
        forged = cell("가", '<w:gridSpan w:val="9999999999"/>')
        (block,) = read(f"<w:tbl>{row(forged, cell('나'))}</w:tbl>")
        assert len(block.cells) < 100

    def test_numbers_count_on_in_cells(self) -> None:
        rows = row(cell(item("목적") + item("나눈다.", 1)), cell("Purpose")) + row(cell(item("기름")), cell("Oil"))
        body = f"<w:tbl>{rows}</w:tbl>"
        found = read(body, numbering=numbering(*KOREAN_LIST))
        assert [block.cells[0] for block in found] == [("제1조 목적", "① 나눈다."), ("제2조 기름",)]
        assert {block.role for block in found} == {Role.TABLE_ROW}

    def test_a_table_in_a_cell_becomes_lines_of_the_cell(self) -> None:
        inner = f"<w:tbl>{row(cell('등유'), cell('3%'))}{row(cell('심지'), cell('5%'))}</w:tbl>"
        outer = row(cell(paragraph("앞") + inner + paragraph("뒤")), cell("Oil"))
        (block,) = read(f"<w:tbl>{outer}</w:tbl>")
        assert block.cells == (("앞", "등유\t3%", "심지\t5%", "뒤"), ("Oil",))

    def test_a_frame_around_a_table_is_read_through(self) -> None:
        inner = f"<w:tbl>{row(cell('등유'), cell('3%'))}</w:tbl>"
        found = read(f"<w:tbl>{row(cell(paragraph('앞') + inner + paragraph('뒤')))}</w:tbl>")
        assert found == [Block("앞"), Block(role=Role.TABLE_ROW, cells=(("등유",), ("3%",))), Block("뒤")]

    def test_hidden_rows_and_words_in_merged_cells(self) -> None:
        body = f"<w:tbl>{row(cell('가'), cell('나'))}{row(cell('다'), cell('라'), properties='<w:hidden/>')}"
        body += row(cell("마", "<w:vMerge/>"), cell("바")) + "</w:tbl>"
        assert [block.text for block in read(body) if block.role is Role.HIDDEN] == ["다", "라", "마"]


class TestForms:
    def field(self, settings: str, result: str = "") -> str:
        begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{settings}</w:ffData></w:fldChar></w:r>'
        instruction = "<w:r><w:instrText>FORM</w:instrText></w:r>"
        return (
            begin + instruction + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + result
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("settings", "printed_"),
        [
            (
                '<w:ddList><w:result w:val="1"/><w:listEntry w:val="등유"/><w:listEntry w:val="고래"/></w:ddList>',
                "고래",
            ),
            (
                '<w:ddList><w:default w:val="1"/><w:listEntry w:val="등유"/><w:listEntry w:val="고래"/></w:ddList>',
                "고래",
            ),
            ('<w:ddList><w:listEntry w:val="등유"/></w:ddList>', "등유"),
            ('<w:ddList><w:result w:val="7"/><w:listEntry w:val="등유"/></w:ddList>', ""),
            ("<w:checkBox><w:checked/></w:checkBox>", "☒"),
            ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "☒"),
            ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "☐"),
            ("<w:checkBox/>", "☐"),
        ],
    )
    def test_what_is_chosen_in_a_form_is_read(self, settings: str, printed_: str) -> None:
        assert texts(paragraph(run("기름: ") + self.field(settings) + run("."))) == [f"기름: {printed_}."]

    def test_what_is_written_in_a_form_is_read_once(self) -> None:
        settings = '<w:textInput><w:default w:val="통"/></w:textInput>'
        assert texts(paragraph(run("기름 ") + self.field(settings, run("1,250통")))) == ["기름 1,250통"]


class TestSymbolsInText:
    def test_private_characters_are_read_in_the_font_of_their_run_or_style(self) -> None:
        style = '<w:style w:styleId="s" w:type="character"><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:style>'
        body = run("\uf0fe", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') + run("\uf061", '<w:rStyle w:val="s"/>')
        assert texts(paragraph(body), styles=style) == ["☑α"]

    def test_those_of_unknown_fonts_stay_and_are_reported(self) -> None:
        found = document(package(paragraph(run("가\uf0fe\ue123", '<w:rFonts w:ascii="Fancy"/>'))))
        assert (found.blocks[0].text, found.unread) == ("가\uf0fe\ue123", (Unread("character", 2),))


class TestChartsAndDiagrams:
    def drawing(self, inside: str) -> str:
        space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        return f"<w:r><w:drawing><a:graphic {space}><a:graphicData>{inside}</a:graphicData></a:graphic></w:drawing></w:r>"

    def read(self, inside: str, part: str, strict: bool = False) -> Document:
        stream = io.BytesIO(package(paragraph(run("가") + self.drawing(inside)), strict=strict, header=""))
        made = io.BytesIO()
        with zipfile.ZipFile(stream) as old, zipfile.ZipFile(made, "w") as new:
            for name in old.namelist():
                new.writestr(name, part if name == "word/header.xml" else old.read(name))
        return document(made.getvalue())

    def test_a_chart_is_its_titles_and_the_table_of_its_figures(self) -> None:
        space = "http://schemas.openxmlformats.org/drawingml/2006/chart"
        found = self.read(f'<c:chart xmlns:c="{space}" r:id="header"/>', CHART)
        assert found.unread == ()
        assert found.blocks[1:] == (
            Block("기름"),
            Block(role=Role.TABLE_ROW, cells=((), ("등유",))),
            Block(role=Role.TABLE_ROW, cells=(("2026",), ("1250",))),
            Block(role=Role.TABLE_ROW, cells=(("2027",), ("1300",))),
        )

    def test_a_diagram_is_the_words_of_its_shapes(self) -> None:
        space = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
        point = "<d:pt{}><d:t><a:p><a:r><a:t>{}</a:t></a:r></a:p></d:t></d:pt>"
        points = point.format("", "등대") + point.format(' type="pres"', "틀") + point.format("", "기름")
        part = (
            f'<d:dataModel xmlns:d="{space}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
            f"<d:ptLst>{points}</d:ptLst></d:dataModel>"
        )
        found = self.read(f'<d:relIds xmlns:d="{space}" r:dm="header"/>', part)
        assert ([block.text for block in found.blocks], found.unread) == (["가", "등대", "기름"], ())

    def test_one_without_its_part_is_counted(self) -> None:
        space = "http://schemas.openxmlformats.org/drawingml/2006/chart"
        found = document(package(paragraph(run("가") + self.drawing(f'<c:chart xmlns:c="{space}" r:id="none"/>'))))
        assert found.unread == (Unread("embedded_object", 1),)


class TestNotesAndBoxes:
    NOTES = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r>{run(f" {n}번 글")}</w:p></w:footnote>' for n in (4, 9)
    )

    def cite(self, name: int, kind: str = "footnote", more: str = "") -> str:
        return f'<w:r><w:{kind}Reference w:id="{name}" {more}/></w:r>'

    def test_notes_stand_behind_the_paragraph_that_cites_them(self) -> None:
        body = paragraph(run("협정") + self.cite(9) + run("은")) + paragraph(run("다음") + self.cite(4))
        assert read(body, footnotes=self.NOTES) == [
            Block("협정은"), Block("1 9번 글", Role.FOOTNOTE, mark="1"),
            Block("다음"), Block("2 4번 글", Role.FOOTNOTE, mark="2"),
        ]  # fmt: skip

    def test_notes_are_numbered_as_the_document_says(self) -> None:
        settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>'
        end = f'<w:endnote w:id="1">{paragraph("끝 글")}</w:endnote>'
        body = paragraph(run("가") + self.cite(4) + self.cite(1, "endnote") + self.cite(4) + self.cite(77))
        assert texts(body, footnotes=self.NOTES, endnotes=end, settings=settings) == ["가", "c 4번 글", "i 끝 글"]

    def test_notes_can_begin_anew_with_each_section(self) -> None:
        section = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
        body = paragraph(run("가") + self.cite(4), section) + paragraph(run("나") + self.cite(9)) + section
        assert texts(body, footnotes=self.NOTES) == ["가", "1 4번 글", "나", "1 9번 글"]

    def test_a_mark_of_the_writers_own_leaves_the_words(self) -> None:
        star = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
        for typed in ("* 총톤수", "총톤수"):
            notes = f'<w:footnote w:id="1">{paragraph(typed)}</w:footnote>'
            assert texts(paragraph(run("선박") + star + run("을")), footnotes=notes) == ["선박을", "* 총톤수"]

    def test_a_note_that_cites_itself_ends(self) -> None:
        notes = f'<w:footnote w:id="1">{paragraph(run("글") + self.cite(1))}</w:footnote>'
        assert texts(paragraph(self.cite(1)), footnotes=notes) == ["1 글"]

    def test_notes_in_cells_follow_the_row(self) -> None:
        body = f"<w:tbl>{row(cell(paragraph(run('가') + self.cite(4))), cell('A'))}</w:tbl>"
        assert read(body, footnotes=self.NOTES) == [
            Block(role=Role.TABLE_ROW, cells=(("가",), ("A",))),
            Block("1 4번 글", Role.FOOTNOTE, mark="1"),
        ]

    def test_a_text_box_is_read_once_and_after_its_paragraph(self) -> None:
        content = f"<w:txbxContent>{paragraph('상자 글')}<w:tbl>{row(cell('가'), cell('나'))}</w:tbl></w:txbxContent>"
        box = (
            f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>"
        )
        box += f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
        found = read(paragraph(run("앞") + f"<w:r>{box}</w:r>" + run("뒤")))
        assert found == [Block("앞뒤"), Block("상자 글"), Block(role=Role.TABLE_ROW, cells=(("가",), ("나",)))]

    def test_words_drawn_as_a_shape(self) -> None:
        assert texts(paragraph('<w:r><w:pict><v:shape><v:textpath string="초안"/></v:shape></w:pict></w:r>')) == ["초안"]


class TestPageMargins:
    def test_headers_and_footers_stand_once_with_page_numbers_apart(self) -> None:
        references = "".join(
            f'<w:{kind}Reference w:type="{kind_of}" r:id="{kind}"/>' for kind in ("header", "footer") for kind_of in "ab"
        )
        page = f'<w:r><w:t>- </w:t></w:r><w:fldSimple w:instr=" PAGE ">{run("3")}</w:fldSimple>{run(" -")}'
        parts = {"header": paragraph("협상용 초안") * 2, "footer": paragraph("비공개") + paragraph(page)}
        assert read(paragraph("글") + f"<w:sectPr>{references}</w:sectPr>", **parts) == [
            Block("협상용 초안", Role.PAGE_HEADER), Block("글"),
            Block("비공개", Role.PAGE_FOOTER), Block("- 3 -", Role.PAGE_NUMBER),
        ]  # fmt: skip

    def test_comments_stand_at_the_end_with_their_authors(self) -> None:
        comments = f'<w:comment w:author="검토자" w:id="1">{paragraph("첫 줄")}{paragraph("둘째 줄")}</w:comment>'
        assert read(paragraph("글"), comments=comments) == [Block("글"), Block("검토자: 첫 줄\n둘째 줄", Role.COMMENT)]


class TestChanges:
    DELETED = '<w:del w:author="가"><w:r><w:delText>점진적으로 </w:delText></w:r></w:del>'
    ADDED = f"<w:ins>{run('단계적으로 ')}</w:ins>"
    MOVED = f"<w:moveFrom>{run('먼저 ')}</w:moveFrom>{run('철폐하고 ')}<w:moveTo>{run('나중에 ')}</w:moveTo>"

    @pytest.mark.parametrize(
        ("original", "words"), [(False, "관세를 단계적으로 철폐하고 나중에 "), (True, "관세를 점진적으로 먼저 철폐하고 ")]
    )
    def test_words(self, original: bool, words: str) -> None:
        body = paragraph(run("관세를 ") + self.DELETED + self.ADDED + self.MOVED)
        assert texts(body, original=original) == [words]

    @pytest.mark.parametrize("mark", ["del", "moveFrom", "ins", "moveTo"])
    def test_paragraph_ends(self, mark: str) -> None:
        body = paragraph("앞의 ", f"<w:rPr><w:{mark}/></w:rPr>") + paragraph("글")
        final, original = texts(body), texts(body, original=True)
        assert (final, original) == (["앞의 글"], ["앞의 ", "글"])[:: 1 if mark in ("del", "moveFrom") else -1]

    def test_a_deleted_article_leaves_no_number(self) -> None:
        gone = item("").replace("</w:pPr>", "<w:rPr><w:del/></w:rPr></w:pPr>" + self.DELETED)
        body = item("가") + gone + item("나")
        lists = numbering(KOREAN_LIST[0])
        assert texts(body, numbering=lists) == ["제1조 가", "제2조 나"]
        assert texts(body, original=True, numbering=lists) == ["제1조 가", "제2조 점진적으로 ", "제3조 나"]

    def test_a_paragraph_that_was_put_into_a_list(self) -> None:
        added = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins/></w:numPr>'
        changed = '<w:numPr><w:numId w:val="1"/></w:numPr><w:pPrChange><w:pPr/></w:pPrChange>'
        body, lists = paragraph("가", added) + paragraph("나", changed), numbering(KOREAN_LIST[0])
        assert texts(body, numbering=lists) == ["제1조 가", "제2조 나"]
        assert texts(body, original=True, numbering=lists) == ["가", "나"]

    def test_rows_and_cells(self) -> None:
        body = f"<w:tbl>{row(cell('가'), cell('나', '<w:cellDel/>'), cell('다'))}"
        body += row(cell("라"), cell("마"), properties="<w:ins/>") + "</w:tbl>"
        assert [block.cells for block in read(body)] == [(("가",), ("다",)), (("라",), ("마",))]
        assert [block.cells for block in read(body, original=True)] == [(("가",), ("나",), ("다",))]

    def test_the_choice_reaches_the_reader(self, tmp_path: Path) -> None:
        path = tmp_path / "고침.docx"
        path.write_bytes(package(paragraph("글") + paragraph(run("관세를 ") + self.DELETED + self.ADDED + run("철폐한다."))))
        for original, word in ((False, "단계적으로"), (True, "점진적으로")):
            (text,) = read_treaty(path, original=original)
            assert text.clauses[-1].text == f"관세를 {word} 철폐한다."


class TestFiles:
    def refused(self, content: bytes) -> str:
        with pytest.raises(ReadingError) as caught:
            read_docx(content, Reading("협정.docx", SilentProgress()))
        return caught.value.code

    def test_other_archives_are_not_recognised(self) -> None:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("[Content_Types].xml", 'ContentType="application/…spreadsheetml.sheet.main+xml"')
            archive.writestr("xl/workbook.xml", "<workbook/>")
        assert not recognises_docx(stream.getvalue())
        assert not recognises_docx(b"PK\x03\x04 and nothing more")
        assert not recognises_docx("등대에 관한 협정".encode())

    def test_a_main_part_of_another_name_is_found(self) -> None:
        stream = io.BytesIO()
        kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
        with zipfile.ZipFile(io.BytesIO(package(paragraph("글")))) as made, zipfile.ZipFile(stream, "w") as archive:
            for name in made.namelist():
                content = made.read(name).replace(b'Target="word/document.xml"', b'Target="/Word/Document2.xml"')
                content = content.replace(b"<Types/>", f'<Types><Override ContentType="{kind}"/></Types>'.encode())
                archive.writestr(name.replace("word/document.xml", "word/document2.xml"), content)
        assert [block.text for block in document(stream.getvalue()).blocks] == ["글"]

    def test_damaged_files_are_named_as_what_they_are(self) -> None:
        whole = package(paragraph("글"))
        assert recognises_docx(whole[: len(whole) // 2])
        assert self.refused(whole[: len(whole) // 2]) == "damaged_file"
        assert self.refused(whole.replace(b"w:body", b"w:soul")) == "damaged_file"

    def test_an_archive_with_a_password_is_refused(self) -> None:
        locked = bytearray(package(paragraph("글")))
        for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            place = locked.find(signature)
            while place >= 0:
                locked[place + offset] |= 1
                place = locked.find(signature, place + 1)
        assert recognises_docx(bytes(locked))
        assert self.refused(bytes(locked)) == "locked_file"

    @pytest.mark.parametrize("deep", [5, 100])
    def test_what_is_nested_is_read(self, deep: int) -> None:
        assert texts(self.nested(deep)) == ["글"]

    def test_what_is_nested_too_deep_is_refused(self) -> None:
        assert self.refused(package(self.nested(1_000))) == "too_large"

    def nested(self, deep: int) -> str:
        return "<w:sdt><w:sdtContent>" * deep + paragraph("글") + "</w:sdtContent></w:sdt>" * deep

    def test_tables_in_tables_as_deep_as_allowed(self) -> None:
        body = paragraph("글")
        for _ in range(60):
            body = f"<w:tbl>{row(cell(body), cell('옆'))}</w:tbl>"
        assert "글" in read(body)[0].cells[0][0]

    def test_work_is_reported_and_can_be_stopped(self) -> None:
        class Watch:
            def __init__(self, stop_at: int) -> None:
                self.seen: list[int] = []
                self.stop_at = stop_at

            def report(self, done: int, total: int, what: str) -> None:
                assert (total, what) == (1_200, "progress.read")
                self.seen.append(done)
                if done >= self.stop_at:
                    raise Cancelled

        content = package(paragraph("글") * 1_200)
        watch = Watch(10_000)
        read_docx(content, Reading("협정.docx", watch))
        assert watch.seen[0] == 0
        assert all(later - earlier <= 500 for earlier, later in zip(watch.seen, [*watch.seen[1:], 1_200], strict=True))
        with pytest.raises(Cancelled):
            read_docx(content, Reading("협정.docx", Watch(500)))

    def test_locked_and_old_files_are_told_apart(self) -> None:
        reading = Reading("협정.doc", SilentProgress())
        for stream, recognises, refuse, code in (
            ("EncryptedPackage", recognises_locked_office, read_locked_office, "locked_file"),
            ("WordDocument", recognises_old_word, read_old_word, "old_word"),
        ):
            content = ole(stream)
            assert olefile.isOleFile(content)
            assert recognises(content)
            assert not recognises(ole("FileHeader"))
            assert not recognises(content[:700])
            with pytest.raises(ReadingError) as caught:
                refuse(content, reading)
            assert (caught.value.code, caught.value.places) == (code, {"file": "협정.doc"})

    def test_broken_ole_files_raise_nothing(self) -> None:
        whole, chance = ole("WordDocument"), random.Random(3)
        for _ in range(BREAKS_TRIED):
            broken = bytearray(whole)
            for _ in range(8):
                broken[chance.randrange(8, len(broken))] = chance.randrange(256)
            recognises_old_word(bytes(broken))
            recognises_locked_office(bytes(broken))

    def test_real_files_are_read_or_refused(self, shared: Path) -> None:
        for path in sorted((shared / "formats/docx").glob("*.docx")):
            found = document(path.read_bytes())
            assert found.blocks
            for original in (False, True):
                try:
                    read_treaty(path, original=original)
                except TreatyError as error:
                    assert error.code in ("empty_file", "only_objects")

    def test_numbers_of_a_real_file(self, shared: Path) -> None:
        path = shared / "formats/docx/docling__unit_test_headers_numbered.docx"
        found = [block.text for block in document(path.read_bytes()).blocks]
        assert {
            "1.2.1. Section 1.2.3",
            "2.1.1. Section 2.1.1",
            "2.2. Section 2.1",
            "2.3.8.1. First sub-item at this level",
        } <= set(found)

    def test_changed_bytes_inside_the_archive(self, shared: Path) -> None:
        """What is changed before it is packed reaches the parts; changed bytes of an archive mostly fail its checksums."""
        chance = random.Random(11)
        paths = [*sorted((shared / "formats/docx").glob("*.docx")), *SAMPLES.glob("*.docx")]
        for _ in range(BREAKS_TRIED):
            content = with_a_change(chance.choice(paths).read_bytes(), chance)
            try:
                read_docx(content, Reading("협정.docx", SilentProgress(), chance.random() < 0.5))
            except TreatyError as error:
                assert error.code in ("damaged_file", "too_large")

    def test_the_sample(self) -> None:
        found = document((SAMPLES / "fisheries_protocol.docx").read_bytes())
        rows = [block.cells for block in found.blocks if block.role is Role.TABLE_ROW]
        assert (("제3조 (어획할당량)",), ("Article 3 Catch Quotas",)) in rows
        assert [block.text[0] for block in found.blocks if block.role is Role.FOOTNOTE] == ["*", "*"]


def with_a_change(content: bytes, chance: random.Random) -> bytes:
    """A DOCX in which one part is cut off, has other bytes, or has one of its values changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as whole, zipfile.ZipFile(stream, "w") as changed:
        victim = chance.choice([name for name in whole.namelist() if name.endswith((".xml", ".rels"))])
        for name in whole.namelist():
            part = bytearray(whole.read(name))
            place = chance.randrange(len(part)) if part else 0
            if name == victim and part:
                match chance.randrange(3):
                    case 0:
                        part = part[:place]
                    case 1:
                        part[place] = chance.randrange(256)
                    case 2:
                        part = bytearray(
                            bytes(part).replace(b'w:val="1"', chance.choice([b'w:val=""', b'w:val="-9"', b"w:x=''"]))
                        )
            changed.writestr(name, bytes(part))
    return stream.getvalue()


def ole(stream: str) -> bytes:
    """The smallest OLE file with one stream of this name."""
    sector = 512
    header = bytearray(sector)
    header[:8] = olefile.MAGIC
    header[24:34] = b"\x3e\x00\x03\x00\xfe\xff\x09\x00\x06\x00"
    for offset, value in ((44, 1), (48, 1), (56, 4096), (60, 0xFFFFFFFE), (68, 0xFFFFFFFE), (76, 0)):
        header[offset : offset + 4] = value.to_bytes(4, "little")
    header[80:] = b"\xff" * (sector - 80)
    table = bytearray(b"\xff" * sector)
    for place, value in enumerate((0xFFFFFFFD, 0xFFFFFFFE)):
        table[4 * place : 4 * place + 4] = value.to_bytes(4, "little")
    directory = entry("Root Entry", 5, 1) + entry(stream, 2, 0xFFFFFFFF) + bytes(256)
    return bytes(header) + bytes(table) + directory + bytes(sector)


def entry(name: str, kind: int, child: int) -> bytes:
    """One entry of an OLE file's directory."""
    made = bytearray(128)
    coded = name.encode("utf-16-le")
    made[: len(coded)] = coded
    made[64:66] = (len(coded) + 2).to_bytes(2, "little")
    made[66:68] = bytes((kind, 1))
    made[68:76] = b"\xff" * 8
    made[76:80] = child.to_bytes(4, "little")
    made[116:120] = (0xFFFFFFFE).to_bytes(4, "little")
    return bytes(made)
