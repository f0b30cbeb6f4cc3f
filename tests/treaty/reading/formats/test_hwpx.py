"""HWPX keeps the contract of every format, and what only HWPX has is read as it is printed."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from tests.treaty.reading.formats.contract import FormatContract, Stops, Table
from tests.treaty.reading.formats.test_hwp5 import USUAL_FUNCTION, USUAL_NAMES
from treaty.errors import Cancelled, ReadingError
from treaty.model import SetAsideReason, Unread
from treaty.progress import SilentProgress
from treaty.reading.document import Block, Document, Reading, Role
from treaty.reading.hwp.hwpx import read_hwpx, recognises_hwpx

_SPACES = (
    'xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph"'
    ' xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head" xmlns:opf="http://www.idpf.org/2007/opf/"'
)
_CHAPTERS = (("DIGIT", "제^1장"), ("DIGIT", "제^2절"), ("DIGIT", "제^3항"), ("CIRCLED_DIGIT", "^4"))
_OUTLINE = (("ROMAN_CAPITAL", "^1."), ("LATIN_CAPITAL", "^2."), ("HANGUL_SYLLABLE", "^3."), ("DIGIT", "^1.^2.^4"))
_PATHS = (("DIGIT", "^n"), ("DIGIT", "^N"), ("LATIN_SMALL", "(^3)"))


def _numbering(id_: int, levels: Sequence[tuple[str, str]], start: int = 1) -> str:
    heads = "".join(
        f'<hh:paraHead level="{level}" start="{start if level == 1 else 1}" numFormat="{name}">{pattern}</hh:paraHead>'
        for level, (name, pattern) in enumerate(levels, 1)
    )
    return f'<hh:numbering id="{id_}" start="1">{heads}</hh:numbering>'


def _shape(id_: str, kind: str, of: int, level: int) -> str:
    return f'<hh:paraPr id="{id_}"><hh:heading type="{kind}" idRef="{of}" level="{level}"/></hh:paraPr>'


_HEADER = (
    f"<hh:head {_SPACES}>"
    + _numbering(1, _CHAPTERS)
    + _numbering(2, _OUTLINE)
    + _numbering(3, _PATHS, start=4)
    + '<hh:bullet id="1" char="&#xF06C;"/><hh:bullet id="2" char="ㅇ"/>'
    + "".join(_shape(f"number{level}", "NUMBER", 1, level) for level in range(4))
    + "".join(_shape(f"outline{level}", "OUTLINE", 0, level) for level in range(4))
    + "".join(_shape(f"path{level}", "NUMBER", 3, level) for level in range(3))
    + _shape("bullet1", "BULLET", 1, 0)
    + _shape("bullet2", "BULLET", 2, 0)
    + '<hh:paraPr id="0"/></hh:head>'
)
_SECTION_START = '<hp:secPr outlineShapeIDRef="2"/>'


def _t(words: str) -> str:
    return f"<hp:t>{words}</hp:t>"


def _p(inside: str = "", shape: str = "0") -> str:
    return f'<hp:p id="0" paraPrIDRef="{shape}"><hp:run charPrIDRef="0">{inside}</hp:run></hp:p>'


def _list(*words: str) -> str:
    return f"<hp:subList>{''.join(_p(_t(word)) for word in words)}</hp:subList>"


def _cell(content: str, column: int, row: int = 0) -> str:
    return f'<hp:tc>{content}<hp:cellAddr colAddr="{column}" rowAddr="{row}"/></hp:tc>'


def _table(*rows: Sequence[str], caption: str = "") -> str:
    """A table of cells given as XML; None would be a place that a merged cell covers, so such cells are left out."""
    inside = "".join(
        f"<hp:tr>{''.join(_cell(cell, column, number) for column, cell in enumerate(row) if cell)}</hp:tr>"
        for number, row in enumerate(rows)
    )
    return f"<hp:tbl>{caption}{inside}</hp:tbl>"


def _note(kind: str, number: int, words: str) -> str:
    own = f'<hp:autoNum num="{number}" numType="FOOTNOTE"><hp:autoNumFormat type="DIGIT" suffixChar=")"/></hp:autoNum>'
    inside = f"<hp:subList>{_p(f'<hp:ctrl>{own}</hp:ctrl>{_t(words)}')}</hp:subList>"
    return f'<hp:ctrl><hp:{kind} number="{number}">{inside}</hp:{kind}></hp:ctrl>'


def _package(*sections: str, header: str = _HEADER, others: dict[str, str] | None = None) -> dict[str, str]:
    files = {"mimetype": "application/hwp+zip", "Contents/header.xml": header}
    for number, section in enumerate(sections):
        files[f"Contents/section{number}.xml"] = f"<hs:sec {_SPACES}>{section}</hs:sec>"
    return files | (others or {})


def _write(path: Path, files: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "협정.hwpx"


def _read(path: Path, *, original: bool = False) -> Document:
    return read_hwpx(path.read_bytes(), Reading(path.name, SilentProgress(), original))


def _blocks(path: Path, *sections: str, original: bool = False) -> list[Block]:
    return list(_read(_write(path, _package(*sections)), original=original).blocks)


def _texts(blocks: Sequence[Block], role: Role = Role.BODY) -> list[str]:
    return [block.text for block in blocks if block.role is role]


def _cells(blocks: Sequence[Block]) -> list[tuple[tuple[str, ...], ...]]:
    return [block.cells for block in blocks if block.role is Role.TABLE_ROW]


CHART = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>기름</a:t>'
    "</a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx><c:v>등유</c:v></c:tx>"
    '<c:cat><c:strRef><c:strCache><c:pt idx="0"><c:v>2026</c:v></c:pt><c:pt idx="1"><c:v>2027</c:v></c:pt></c:strCache>'
    '</c:strRef></c:cat><c:val><c:numRef><c:numCache><c:pt idx="0"><c:v>1250</c:v></c:pt><c:pt idx="1"><c:v>1300</c:v></c:pt>'
    "</c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>"
)
"""A chart as Office and Hancom keep it: what oil was sent in two years."""


class TestHwpx(FormatContract):
    ending = ".hwpx"

    def build(self, path: Path, parts: Sequence[str | Table]) -> None:
        def xml(part: str | Table) -> str:
            if isinstance(part, str):
                return _p(_t(escape(part)))
            return _p(_table(*[[_list(escape(cell)) for cell in row] for row in part.rows]))

        _write(path, _package("".join(xml(part) for part in parts)))

    def test_page_headers_are_set_aside(self, file: Path) -> None:
        header = f'<hp:ctrl><hp:header id="1">{_list("조약집")}</hp:header></hp:ctrl>'
        _write(file, _package(_p(header + _t("등대에 관한 협정")) + _p(_t("양측은 등대의 불을 나눈다."))))
        (text,) = self.read(file)
        assert self.set_aside(text, SetAsideReason.PAGE_HEADER) == ["조약집"]


class TestNumbers:
    def test_numbers_are_printed_in_front_of_words(self, file: Path) -> None:
        section = _p(_SECTION_START + _t("협정")) + "".join(
            _p(_t(words), f"number{level}") for words, level in [("총칙", 0), ("목적", 1), ("정의", 2), ("등대", 3), ("불", 3)]
        )
        assert _texts(_blocks(file, section)) == ["협정", "제1장 총칙", "제1절 목적", "제1항 정의", "① 등대", "② 불"]

    def test_a_skipped_level_counts_as_its_first_number(self, file: Path) -> None:
        levels = [0, 3, 1, 3]
        section = _p(_SECTION_START) + "".join(_p(_t("말"), f"outline{level}") for level in levels)
        assert _texts(_blocks(file, section)) == ["", "I. 말", "I.A.1 말", "B. 말", "I.B.1 말"]

    def test_outlines_begin_anew_with_a_section_and_numberings_do_not(self, file: Path) -> None:
        inside = _p(_t("ㄱ"), "outline0") + _p(_t("ㄴ"), "outline0") + _p(_t("ㄷ"), "number0")
        blocks = _blocks(file, _p(_SECTION_START) + inside, _p(_SECTION_START) + inside)
        assert _texts(blocks) == ["", "I. ㄱ", "II. ㄴ", "제1장 ㄷ", "", "I. ㄱ", "II. ㄴ", "제2장 ㄷ"]

    def test_paths_and_first_numbers(self, file: Path) -> None:
        section = "".join(_p(_t("말"), f"path{level}") for level in [0, 1, 1, 2, 0])
        assert _texts(_blocks(file, section)) == ["4 말", "4.1. 말", "4.2. 말", "(a) 말", "5 말"]

    def test_bullets_of_symbol_fonts_become_a_bullet(self, file: Path) -> None:
        assert _texts(_blocks(file, _p(_t("가"), "bullet1") + _p(_t("나"), "bullet2"))) == ["• 가", "ㅇ 나"]

    def test_an_empty_numbered_paragraph_has_its_number(self, file: Path) -> None:
        assert _texts(_blocks(file, _p("", "number0") + _p(_t("말"), "number0"))) == ["제1장", "제2장 말"]

    def test_a_file_without_header_has_words_and_no_numbers(self, file: Path) -> None:
        files = _package(_p(_t("말"), "number0"))
        del files["Contents/header.xml"]
        assert _texts(_read(_write(file, files)).blocks) == ["말"]


class TestWords:
    def test_characters_with_elements_of_their_own(self, file: Path) -> None:
        inside = "가<hp:tab/>나<hp:lineBreak/>다<hp:nbSpace/>라<hp:fwSpace/>마<hp:hyphen/>바<hp:markpenBegin/>사<!-- -->아"
        assert _texts(_blocks(file, _p(_t(inside)))) == ["가\t나\n다\u00a0라 마\u00ad바사아"]

    def test_ruby_stands_in_brackets(self, file: Path) -> None:
        ruby = "<hp:dutmal><hp:mainText>大韓民國</hp:mainText><hp:subText>대한민국</hp:subText></hp:dutmal>"
        assert _texts(_blocks(file, _p(_t("정부는 ") + ruby + _t("이다")))) == ["정부는 大韓民國(대한민국)이다"]

    def test_overlaid_characters_and_forms_are_words(self, file: Path) -> None:
        inside = '<hp:compose composeText="가나"/><hp:checkBtn caption="예"/><hp:edit><hp:text>이름</hp:text></hp:edit>'
        assert _texts(_blocks(file, _p(inside))) == ["가나예이름"]

    def test_fields_show_their_words_and_memos_are_comments(self, file: Path) -> None:
        memo = f'<hp:ctrl><hp:fieldBegin type="MEMO"><hp:parameters/>{_list("고칠 것")}</hp:fieldBegin></hp:ctrl>'
        blocks = _blocks(file, _p(memo + _t("본문") + "<hp:ctrl><hp:fieldEnd/></hp:ctrl>"))
        assert _texts(blocks) == ["본문"]
        assert _texts(blocks, Role.COMMENT) == ["고칠 것"]

    def test_groups_of_memos_are_comments(self, file: Path) -> None:
        group = f"<hp:memogroup><hp:memo><hp:paraList>{_p(_t('고칠 것'))}</hp:paraList></hp:memo></hp:memogroup>"
        blocks = _blocks(file, _p(_t("본문")) + group)
        assert _texts(blocks, Role.COMMENT) == ["고칠 것"]
        assert "고칠 것" not in _texts(blocks)

    def test_a_memo_that_stands_in_its_field_and_in_a_group_comes_once(self, file: Path) -> None:
        id_ = '<hp:parameters><hp:stringParam name="ID">7</hp:stringParam></hp:parameters>'
        memo = f'<hp:ctrl><hp:fieldBegin type="MEMO">{id_}{_list("고칠 것")}</hp:fieldBegin></hp:ctrl>'
        group = "".join(f'<hp:memo id="{n}"><hp:paraList>{_p(_t(f"고칠 것{n}"))}</hp:paraList></hp:memo>' for n in (7, 8))
        blocks = _blocks(file, _p(_t("본문") + memo) + f"<hp:memogroup>{group}</hp:memogroup>" + _p(_t("끝")))
        assert [(block.role, block.text) for block in blocks] == [
            (Role.BODY, "본문"),
            (Role.COMMENT, "고칠 것"),
            (Role.COMMENT, "고칠 것8"),
            (Role.BODY, "끝"),
        ]

    def test_hidden_comments_are_no_body(self, file: Path) -> None:
        hidden = f"<hp:ctrl><hp:hiddenComment>{_list('숨은 설명', '둘째')}</hp:hiddenComment></hp:ctrl>"
        blocks = _blocks(file, _p(_t("본문") + hidden))
        assert (_texts(blocks), _texts(blocks, Role.HIDDEN)) == (["본문"], ["숨은 설명", "둘째"])


class TestApart:
    def test_notes_stand_behind_their_paragraph_with_their_numbers(self, file: Path) -> None:
        section = _p(_t("첫째") + _note("footNote", 1, " 각주이다.") + _t(" 문단")) + _p(
            _t("둘째") + _note("endNote", 2, " 미주")
        )
        assert [(block.role, block.text) for block in _blocks(file, section)] == [
            (Role.BODY, "첫째 문단"),
            (Role.FOOTNOTE, "1) 각주이다."),
            (Role.BODY, "둘째"),
            (Role.FOOTNOTE, "2) 미주"),
        ]

    def test_a_note_without_its_number_inside_gets_it(self, file: Path) -> None:
        note = f'<hp:ctrl><hp:footNote number="3">{_list("각주이다.")}</hp:footNote></hp:ctrl>'
        assert _texts(_blocks(file, _p(_t("말") + note)), Role.FOOTNOTE) == ["3) 각주이다."]

    def test_page_headers_and_footers_come_once(self, file: Path) -> None:
        page = '<hp:autoNum num="1" numType="PAGE"/>'
        marks = (
            f"<hp:ctrl><hp:header>{_list('머리말')}</hp:header></hp:ctrl>"
            f"<hp:ctrl><hp:footer><hp:subList>{_p(f'<hp:ctrl>{page}</hp:ctrl>' + _t('쪽'))}</hp:subList></hp:footer></hp:ctrl>"
        )
        blocks = _blocks(file, _p(marks + _t("가")), _p(marks + _t("나")))
        assert _texts(blocks, Role.PAGE_HEADER) == ["머리말"]
        assert _texts(blocks, Role.PAGE_FOOTER) == ["쪽"]
        assert _texts(blocks) == ["가", "나"]

    def test_text_boxes_follow_the_paragraph_that_anchors_them(self, file: Path) -> None:
        inner = f"<hp:container><hp:ellipse><hp:drawText>{_list('안')}</hp:drawText></hp:ellipse></hp:container>"
        box = f"<hp:rect><hp:drawText>{_list('상자')}</hp:drawText><hp:shapeComment>사각형</hp:shapeComment></hp:rect>"
        art = '<hp:textart text="글맵시"/>'
        assert _texts(_blocks(file, _p(box + _t("문단") + inner + art))) == ["문단", "상자", "안", "글맵시"]

    def test_master_pages_are_furniture(self, file: Path) -> None:
        page = f"<hp:masterPage {_SPACES}>{_list('바탕쪽')}</hp:masterPage>"
        document = _read(_write(file, _package(_p(_t("본문")), others={"Contents/masterpage0.xml": page})))
        assert "바탕쪽" in _texts(document.blocks, Role.FURNITURE)
        assert _texts(document.blocks) == ["본문"]

    def test_what_is_not_text_is_counted(self, file: Path) -> None:
        inside = "<hp:pic/><hp:pic/><hp:equation><hp:script>a over b</hp:script></hp:equation>"
        switch = "<hp:switch><hp:case><hp:chart/></hp:case><hp:default><hp:ole/></hp:default></hp:switch>"
        document = _read(_write(file, _package(_p(inside + switch + _t("본문")))))
        assert document.unread == (Unread("embedded_object", 1), Unread("equation", 1), Unread("picture", 2))
        assert _texts(document.blocks) == ["a over b본문"]

    @pytest.mark.parametrize(
        ("script", "counted"),
        [
            (USUAL_NAMES + USUAL_FUNCTION, ()),
            ("\ufeff// function OnDocument_Open() { run() }", ()),
            ("function OnDocument_Open() { run() }", (Unread("macro", 1),)),
            ("// /*\nrun()\n// */", (Unread("macro", 1),)),
            ("function f(a = run()) { }", (Unread("macro", 1),)),
        ],
    )
    def test_scripts_that_do_something_are_counted(self, file: Path, script: str, counted: tuple[Unread, ...]) -> None:
        files = _package(_p(_t("본문")), others={"Scripts/sourceScripts.js": script})
        assert _read(_write(file, files)).unread == counted
        with zipfile.ZipFile(_write(file, _package(_p(_t("본문")))), "a") as archive:
            archive.writestr("Scripts/sourceScripts.js", script.encode("utf-16-le"))
        assert _read(file).unread == counted

    def test_a_chart_is_read_as_its_title_and_figures(self, file: Path) -> None:
        switch = (
            '<hp:switch><hp:case><hp:chart chartIDRef="Chart/chart1.xml"/></hp:case>'
            "<hp:default><hp:ole/></hp:default></hp:switch>"
        )
        document = _read(_write(file, _package(_p(switch + _t("본문")), others={"Chart/chart1.xml": CHART})))
        assert (document.unread, _texts(document.blocks)) == ((), ["본문", "기름"])
        assert _cells(document.blocks) == [((), ("등유",)), (("2026",), ("1250",)), (("2027",), ("1300",))]


class TestTables:
    def test_merged_cells_keep_the_columns(self, file: Path) -> None:
        table = _table(
            [_list("가"), _list("나"), _list("다")], ["", _list("라"), _list("마")], [_list("바", "사"), "", _list("아")]
        )
        assert _cells(_blocks(file, _p(table))) == [
            (("가",), ("나",), ("다",)),
            ((), ("라",), ("마",)),
            (("바", "사"), (), ("아",)),
        ]

    def test_rows_of_a_table_in_a_table_follow_the_row(self, file: Path) -> None:
        inner = f"<hp:subList>{_p(_t('앞') + _table([_list('안1'), _list('안2')]))}{_p(_t('뒤'))}</hp:subList>"
        table = _table([inner, _list("옆")], [_list("다음"), _list("줄")])
        assert _cells(_blocks(file, _p(table))) == [
            (("앞", "뒤"), ("옆",)),
            (("안1",), ("안2",)),
            (("다음",), ("줄",)),
        ]

    def test_a_cell_that_frames_a_page_is_cut_at_the_tables_in_it(self, file: Path) -> None:
        inner = f"<hp:subList>{_p(_t('앞') + _table([_list('안1'), _list('안2')]))}{_p(_t('뒤'))}</hp:subList>"
        assert _cells(_blocks(file, _p(_table([inner])))) == [(("앞",),), (("안1",), ("안2",)), (("뒤",),)]

    def test_captions_notes_and_text_boxes(self, file: Path) -> None:
        caption = f'<hp:caption side="TOP">{_list("표 1 기름")}</hp:caption>'
        box = f"<hp:rect><hp:drawText>{_list('상자')}</hp:drawText></hp:rect>"
        noted = f"<hp:subList>{_p(_t('등유') + box + _note('footNote', 1, ' 맑은 것'))}</hp:subList>"
        blocks = _blocks(file, _p(_t("표") + _table([noted, _list("3%")], caption=caption)))
        assert [(block.role, block.text or block.cells) for block in blocks] == [
            (Role.BODY, "표"),
            (Role.BODY, "표 1 기름"),
            (Role.TABLE_ROW, (("등유", "상자"), ("3%",))),
            (Role.FOOTNOTE, "1) 맑은 것"),
        ]

    def test_numbers_go_on_in_cells(self, file: Path) -> None:
        cell = f"<hp:subList>{_p(_t('둘'), 'number0')}</hp:subList>"
        section = _p(_t("하나"), "number0") + _p(_table([cell, _list("옆")])) + _p(_t("셋"), "number0")
        blocks = _blocks(file, section)
        assert _cells(blocks) == [(("제2장 둘",), ("옆",))]
        assert _texts(blocks)[-1] == "제3장 셋"

    def test_columns_far_apart_cost_no_memory(self, file: Path) -> None:
        rows = "".join(f"<hp:tr>{_cell(_list('가'), row)}{_cell(_list('나'), 100000 + row)}</hp:tr>" for row in range(3000))
        cells = _cells(_blocks(file, _p(f"<hp:tbl>{rows}</hp:tbl>")))
        assert (len(cells), cells[-1]) == (3000, (("가",), ("나",)))


class TestTrackedChanges:
    CHANGED = (
        '매년 <hp:deleteBegin Id="1" TcId="1"/>삼백<hp:deleteEnd Id="1" TcId="1" paraend="0"/>'
        '<hp:insertBegin Id="2" TcId="2"/>오백<hp:insertEnd Id="2" TcId="2" paraend="0"/> 통을 보낸다.'
    )

    @pytest.mark.parametrize(("original", "words"), [(False, "매년 오백 통을 보낸다."), (True, "매년 삼백 통을 보낸다.")])
    def test_one_state_is_read_and_what_follows_a_mark_is_kept(self, file: Path, original: bool, words: str) -> None:
        assert _texts(_blocks(file, _p(_t(self.CHANGED)), original=original)) == [words]

    def test_a_deletion_over_several_runs_takes_what_is_anchored_there(self, file: Path) -> None:
        inside = (
            _t('남는 말<hp:deleteBegin Id="1"/> 지운 말') + _note("footNote", 1, " 지운 각주") + _t('더<hp:deleteEnd Id="1"/>.')
        )
        assert [(block.role, block.text) for block in _blocks(file, _p(inside))] == [(Role.BODY, "남는 말.")]

    def test_a_deleted_paragraph_end_joins_paragraphs(self, file: Path) -> None:
        section = _p(_t('앞<hp:deleteBegin Id="1"/>x<hp:deleteEnd Id="1" paraend="1"/>'), "number0") + _p(_t("뒤"), "number0")
        assert _texts(_blocks(file, section)) == ["제1장 앞뒤"]
        assert _texts(_blocks(file, section, original=True)) == ["제1장 앞x", "제2장 뒤"]

    def test_a_deleted_paragraph_has_no_number(self, file: Path) -> None:
        gone = _p(_t('<hp:deleteBegin Id="1"/>지움<hp:deleteEnd Id="1" paraend="1"/>'), "number0")
        assert _texts(_blocks(file, gone + _p(_t("뒤"), "number0"))) == ["제1장 뒤"]

    def test_a_deletion_over_paragraphs(self, file: Path) -> None:
        section = (
            _p(_t('앞<hp:deleteBegin Id="1"/>지움')) + _p(_t("모두")) + _p(_t('지움<hp:deleteEnd Id="1"/>뒤')) + _p(_t("끝"))
        )
        assert _texts(_blocks(file, section)) == ["앞뒤", "끝"]

    def test_a_deletion_without_end_takes_nothing(self, file: Path) -> None:
        assert _texts(_blocks(file, _p(_t('앞<hp:deleteBegin Id="1"/>뒤')) + _p(_t("끝")))) == ["앞뒤", "끝"]


class TestPackage:
    def test_sections_come_in_the_order_of_the_package(self, file: Path) -> None:
        items = "".join(f'<opf:item id="s{number}" href="Contents/section{number}.xml"/>' for number in range(3))
        spine = "".join(f'<opf:itemref idref="s{number}"/>' for number in (1, 0))
        hpf = f"<opf:package {_SPACES}><opf:manifest>{items}</opf:manifest><opf:spine>{spine}</opf:spine></opf:package>"
        files = _package(_p(_t("둘")), _p(_t("하나")), _p(_t("셋")), others={"Contents/content.hpf": hpf})
        assert _texts(_read(_write(file, files)).blocks) == ["하나", "둘", "셋"]

    def test_sections_without_order_come_by_number(self, file: Path) -> None:
        blocks = _blocks(file, *[_p(_t(str(number))) for number in range(12)])
        assert _texts(blocks) == [str(number) for number in range(12)]

    @pytest.mark.parametrize("missing", ["mimetype", "Contents/header.xml"])
    def test_files_that_lack_parts_are_recognised(self, file: Path, missing: str) -> None:
        files = _package(_p(_t("말")))
        del files[missing]
        assert recognises_hwpx(_write(file, files).read_bytes())
        assert _texts(_read(file).blocks) == ["말"]

    def test_other_archives_are_not_recognised(self, file: Path) -> None:
        assert not recognises_hwpx(_write(file, {"word/document.xml": "<w/>"}).read_bytes())
        assert not recognises_hwpx(b"PK\x03\x04")
        assert not recognises_hwpx(b"")

    def test_a_cut_file_is_recognised_and_called_damaged(self, file: Path) -> None:
        content = _write(file, _package(_p(_t("말")))).read_bytes()[:-40]
        assert recognises_hwpx(content)
        with pytest.raises(ReadingError) as refused:
            read_hwpx(content, Reading("협정.hwpx", SilentProgress()))
        assert (refused.value.code, refused.value.places["format"]) == ("damaged_file", "HWPX")

    def test_locked_files_are_refused(self, file: Path) -> None:
        manifest = (
            '<odf:manifest xmlns:odf="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<odf:file-entry full-path="Contents/section0.xml"><odf:encryption-data/></odf:file-entry></odf:manifest>'
        )
        _write(file, _package("", others={"META-INF/manifest.xml": manifest}))
        with pytest.raises(ReadingError, match="locked_file"):
            _read(file)

    def test_a_package_without_sections_is_damaged(self, file: Path) -> None:
        with pytest.raises(ReadingError, match="damaged_file"):
            _read(_write(file, _package()))

    def test_a_section_that_unpacks_too_far_is_too_large(self, file: Path) -> None:
        with pytest.raises(ReadingError, match="too_large"):
            _read(_write(file, _package(_p(_t(" " * 30_000_000)))))

    def test_long_work_can_be_stopped_on_the_way(self, file: Path) -> None:
        class StopsLater(SilentProgress):
            def report(self, done: int, total: int, what: str) -> None:
                assert (total, what) == (1200, "progress.read")
                if done >= 500:
                    raise Cancelled

        _write(file, _package(_p(_t("말")) * 1200))
        with pytest.raises(Cancelled):
            read_hwpx(file.read_bytes(), Reading(file.name, StopsLater()))
        with pytest.raises(Cancelled):
            read_hwpx(file.read_bytes(), Reading(file.name, Stops()))


REAL_FILES = {
    "hwpxlib__ChangeTrack": ["변경 \t인간은"],
    "hwpxlib__ParaHead": [
        "• 글머리1-1",
        "4.1.1.1. 번호-4-1-1-1",
        "4.1.2. 번호-4-1-2",
        "4.1.2.1. 번호-4-1-2-1",
        "다. 개요1-3",
        "1) 개요2-1-1",
    ],
    "hwpxlib__HeaderFooter": ["꼬리말", "머리말 테스트"],
    "hwpxlib__SimpleTable": ["1\t\t2", "5\t4\t"],
    "hwpxlib__MultiColumn": ["1", "10"],
    "hwpxlib__sample1": ["수학", "  우리는 수학 이다.더"],
    "hwpxlib__no_manifest": ["울산광역시 남구청장", "현        행\t개   정   안"],
    "hwpxlib__2022": [],
    "hwpxlib__blank": [],
    "hwpxlib__Table": ["C반 기말고사", "개똥이\t89\t65\t78"],
    "hwpxlib__multipara": ["'어썸킴' 김하성(27·샌디에이고 파드리스)이 시원한 3점홈런을 폭발했다."],
    "python-hwpx__mfds_admin_notice": ["제3조제2항 중 “서한”을 “공식 문서”로 한다.", "현        행\t개   정   안"],
    "python-hwpx__public_official_table": ["□ 두 번째, 포용과 균형의 기본사회 구현이다."],
    "python-hwpx__hancom-native-toc-A": ["1. 개요 첫 번째\t1", "4. 개요 네 번째"],
}


class TestRealFiles:
    @pytest.mark.parametrize("name", REAL_FILES)
    def test_key_words_are_read(self, shared: Path, name: str) -> None:
        path = shared / "formats/hwpx" / f"{name}.hwpx"
        assert recognises_hwpx(path.read_bytes())
        blocks = _read(path).blocks
        lines = [block.text or "\t".join(" ".join(cell) for cell in block.cells) for block in blocks]
        assert [line for line in REAL_FILES[name] if line not in lines] == []

    def test_the_original_of_a_tracked_file(self, shared: Path) -> None:
        blocks = _read(shared / "formats/hwpx/hwpxlib__ChangeTrack.hwpx", original=True).blocks
        assert _texts(blocks) == ["변경 추적 \t"]

    def test_pictures_are_counted(self, shared: Path) -> None:
        document = _read(shared / "formats/hwpx/python-hwpx__public_official_table.hwpx")
        assert document.unread == (Unread("picture", 4),)
