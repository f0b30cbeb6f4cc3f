"""HWP 5 keeps the contract of every format, and what only HWP has is read as it is printed. The files are made here."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB

from tests.treaty.reading.formats.contract import FormatContract, Stops, Table
from treaty.errors import Cancelled, ReadingError
from treaty.model import SetAsideReason, Unread
from treaty.progress import SilentProgress
from treaty.reading.document import Block, Document, Reading, Role
from treaty.reading.hwp.hwp5 import (
    read_hwp5,
    recognises_hwp5,
)
from treaty.reading.refused import read_hwp3, read_hwpml, recognises_hwp3, recognises_hwpml

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTOR, _FREE, _END, _FAT = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_LEAST_STREAM = 4096
"""Streams from this size on stand in sectors of their own, so the writer fills shorter ones up with zeros."""
_STORAGES = ("BodyText", "ViewText", "Scripts")
TAB = "\t" + "\0" * 6 + "\t"


def compound_file(streams: dict[str, bytes]) -> bytes:
    """An OLE compound file with streams named "FileHeader" or "BodyText/Section0"."""
    contents = {name: content.ljust(_LEAST_STREAM, b"\0") for name, content in streams.items()}
    names = _entry_names(list(contents))
    starts: dict[str, int] = {}
    chains: list[int] = []
    for name, content in [*contents.items(), ("directory", _directory(names, {}, {}))]:
        starts[name] = len(chains)
        count = len(_padded(content)) // _SECTOR
        chains += [*range(len(chains) + 1, len(chains) + count), _END]
    directory = _directory(names, starts, {name: len(content) for name, content in contents.items()})
    body = b"".join(map(_padded, [*contents.values(), directory]))
    return _compound_header(chains, starts["directory"]) + body + _allocation(chains)


def _tables(chains: list[int]) -> int:
    """How many sectors the allocation table takes, its own entries among them."""
    return -(-len(chains) // (_SECTOR // 4 - 1))


def _compound_header(chains: list[int], directory: int) -> bytes:
    count = _tables(chains)
    fields = (_MAGIC, 62, 3, 0xFFFE, 9, 6, 0, count, directory, 0, _LEAST_STREAM, _END, 0, _END, 0)
    places = [*range(len(chains), len(chains) + count), *[_FREE] * (109 - count)]
    return struct.pack("<8s16xHHHHH6xIIIIIIIII109I", *fields, *places)


def _allocation(chains: list[int]) -> bytes:
    entries = [*chains, *[_FAT] * _tables(chains)]
    entries += [_FREE] * (-len(entries) % (_SECTOR // 4))
    return struct.pack(f"<{len(entries)}I", *entries)


def _padded(content: bytes) -> bytes:
    return content + b"\0" * (-len(content) % _SECTOR)


def _entry_names(streams: list[str]) -> list[str]:
    """Every entry of the directory: the root, the storages, then the streams."""
    return ["Root Entry", *(name for name in _STORAGES if any(s.startswith(name + "/") for s in streams)), *streams]


def _directory(names: list[str], starts: dict[str, int], sizes: dict[str, int]) -> bytes:
    entries = b""
    for number, name in enumerate(names):
        folder = name.rpartition("/")[0]
        siblings = [other for other in range(1, len(names)) if names[other].rpartition("/")[0] == folder]
        right = next((other for other in siblings if other > number), _FREE) if number else _FREE
        inside = "" if not number else name + "/"
        children = [n for n in range(1, len(names)) if names[n].startswith(inside) and "/" not in names[n][len(inside) :]]
        kind = 5 if not number else 1 if name in _STORAGES else 2
        child = children[0] if kind != 2 and children else _FREE
        written = name.rpartition("/")[2].encode("utf-16-le")
        start, size = (starts.get(name, 0), sizes.get(name, 0)) if kind == 2 else (_END, 0)
        entries += struct.pack("<64sHBBIII36xIQ", written, len(written) + 2, kind, 1, _FREE, right, child, start, size)
    return entries + bytes(-len(entries) % _SECTOR)


def record(tag: int, level: int, data: bytes = b"") -> bytes:
    if len(data) < 0xFFF:
        return struct.pack("<I", tag | level << 10 | len(data) << 20) + data
    return struct.pack("<II", tag | level << 10 | 0xFFF << 20, len(data)) + data


def words(text: str) -> bytes:
    """Characters with their count in front."""
    return struct.pack("<H", len(text.encode("utf-16-le")) // 2) + text.encode("utf-16-le")


@dataclass(frozen=True)
class Control:
    """A control: the character that stands for it, its name, what follows the name, and the records under it by level."""

    sign: int
    name: str
    data: bytes = b""
    inside: Callable[[int], bytes] = field(default=lambda level: b"")

    @property
    def stored_name(self) -> bytes:
        return self.name.encode()[::-1]

    def units(self) -> bytes:
        return struct.pack("<H4s8xH", self.sign, self.stored_name, self.sign)


def paragraph(
    *pieces: str | Control, level: int = 0, shape: int = 0, marks: Sequence[tuple[int, int, int]] = (), behind: bytes = b""
) -> bytes:
    """A paragraph's records; `marks` are ranges with their kinds."""
    units = b"".join(piece.units() if isinstance(piece, Control) else piece.encode("utf-16-le") for piece in pieces)
    units += "\r".encode("utf-16-le")
    head = struct.pack("<IIHBBHHHI", len(units) // 2 | 0x80000000, 0, shape, 0, 0, 1, len(marks), 0, 0)
    written = record(0x42, level, head)
    written += record(0x43, level + 1, units) if len(units) > 2 else b""
    if marks:
        written += record(0x46, level + 1, b"".join(struct.pack("<III", *mark[:2], mark[2] << 24) for mark in marks))
    for piece in pieces:
        if isinstance(piece, Control):
            written += record(0x47, level + 1, piece.stored_name + piece.data) + piece.inside(level + 2)
    return written + behind


def paragraph_list(*paragraphs: Sequence[str | Control], data: bytes = b"\0" * 8) -> Callable[[int], bytes]:
    """The records of a list of paragraphs, each given as its pieces."""

    def at(level: int) -> bytes:
        head = record(0x48, level, data)
        return head + b"".join(paragraph(*pieces, level=level) for pieces in paragraphs)

    return at


def table(*rows: Sequence[Sequence[Sequence[str | Control]] | None], caption: str = "", below: bool = True) -> Control:
    """A table of cells, each a list of paragraphs; None is a place that a merged cell covers."""

    def at(level: int) -> bytes:
        written = b""
        if caption:
            written += paragraph_list([caption], data=struct.pack("<HHII", 1, 0, 0, 3 if below else 2))(level)
        written += record(0x4D, level, struct.pack("<IHH", 0, len(rows), max(map(len, rows))))
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell is not None:
                    place = struct.pack("<HIHHHHH", len(cell), 0, 0, column, number, 1, 1)
                    written += paragraph_list(*cell, data=place)(level)
        return written

    return Control(11, "tbl ", inside=at)


def text_box(*lines: str) -> Control:
    return Control(
        11, "gso ", inside=lambda level: record(0x4C, level) + paragraph_list(*[[line] for line in lines])(level + 1)
    )


def drawn(*tags: int) -> Control:
    return Control(11, "gso ", inside=lambda level: record(0x4C, level) + b"".join(record(tag, level + 1) for tag in tags))


def number(kind: int, value: int, number_format: int = 0) -> Control:
    data = struct.pack("<IH", kind | number_format << 4, value) + "\0(".encode("utf-16-le") + ")".encode("utf-16-le")
    return Control(18, "atno", data)


def note(name: str, value: int, text: str) -> Control:
    return Control(17, name, struct.pack("<I", value), paragraph_list([number(1, value), text]))


def section_start(outline: int = 2) -> Control:
    return Control(2, "secd", struct.pack("<IHHHIH", 0, 0, 0, 0, 0, outline))


def numbering(levels: Sequence[tuple[int, str]], later: Sequence[tuple[int, str]] = (), start: int = 1) -> bytes:
    def heads(of: Sequence[tuple[int, str]]) -> bytes:
        return b"".join(struct.pack("<IHHI", number_format << 5, 0, 0, 0) + words(pattern) for number_format, pattern in of)

    early = [*levels, *[(0, "")] * (7 - len(levels))]
    data = heads(early) + struct.pack("<H", 1) + struct.pack("<7I", start, *[1] * 6)
    if later:
        data += heads(later) + struct.pack("<3I", 1, 1, 1)
    return record(0x17, 1, data)


def shape(kind: int, of: int, level: int) -> bytes:
    attributes = kind << 23 | min(level, 6) << 25
    return record(0x19, 1, struct.pack("<I26xH22xI", attributes, of, level))


_SHAPES = (
    record(0x11, 0)
    + numbering(
        [(0, "제^1장"), (0, "제^2절"), (0, "제^3항"), (1, "^4"), (8, "^5."), (5, "(^6)"), (2, "^7.")],
        [(0, "^8)"), (3, "^9"), (0, "^10")],
    )
    + numbering([(2, "^1."), (4, "^2."), (0, "^1.^2.^3"), (0, "^n"), (0, "^N")])
    + numbering([(0, "^1.")], start=7)
    + record(0x18, 1, bytes(12) + "\uf06c".encode("utf-16-le"))
    + shape(0, 0, 0)
    + b"".join(shape(2, 1, level) for level in range(10))
    + b"".join(shape(1, 0, level) for level in range(5))
    + shape(2, 3, 0)
    + shape(3, 1, 0)
)
_NUMBER, _OUTLINE, _LATE, _BULLET = 1, 11, 16, 17
"""The shapes of the first level of the numberings, and of the bullet."""


def sealed(section: bytes, seed: int) -> bytes:
    """A section of a distribution document as it is stored: the key's record, then the text encrypted with the key."""
    key, state, masks = b"a sixteen-b key!", seed, b""
    while len(masks) < 256:
        drawn = []
        for _ in range(2):
            state = (state * 214013 + 2531011) % 2**32
            drawn.append(state >> 16 & 0x7FFF)
        masks += bytes([drawn[0] & 0xFF]) * ((drawn[1] & 0xF) + 1)
    shown = bytes(seed & 0xF) + key.ljust(252 - (seed & 0xF), b"\0")
    hidden = struct.pack("<I", seed) + bytes(byte ^ mask for byte, mask in zip(shown, masks[4:256], strict=True))
    encryptor = Cipher(AES(key), ECB()).encryptor()
    return record(0x1C, 0, hidden) + encryptor.update(section + bytes(-len(section) % 16))


USUAL_NAMES = "var Documents = XHwpDocuments;\r\nvar Document = Documents.Active_XHwpDocument;\r\n"
USUAL_FUNCTION = "function OnDocument_New()\r\n{\r\n\t//todo : \r\n}\r\n"
"""What Hancom Office writes into the scripts of a new document."""


def scripts(*parts: str) -> bytes:
    """A stream of scripts, each with its length in front."""
    return b"".join(struct.pack("<I", len(part)) + part.encode("utf-16-le") for part in parts) + b"\xff" * 4


def hwp(*sections: bytes, flags: int = 1, viewed: Sequence[bytes] = (), script: bytes = b"") -> bytes:
    def stored(content: bytes) -> bytes:
        deflater = zlib.compressobj(wbits=-15)
        return deflater.compress(content) + deflater.flush() if flags & 1 else content

    streams = {"FileHeader": b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05010001, flags)}
    streams["DocInfo"] = stored(_SHAPES)
    for storage, contents in (("BodyText", sections), ("ViewText", viewed)):
        sealing = storage == "ViewText" and flags & 1 << 2
        for place, content in enumerate(contents):
            streams[f"{storage}/Section{place}"] = sealed(stored(content), seed=place + 3) if sealing else stored(content)
    if script:
        streams["Scripts/DefaultJScript"] = sealed(stored(script), seed=5) if flags & 1 << 2 else stored(script)
    return compound_file(streams)


def _read(content: bytes, *, original: bool = False) -> Document:
    return read_hwp5(content, Reading("협정.hwp", SilentProgress(), original))


def _blocks(*sections: bytes, original: bool = False) -> list[Block]:
    return list(_read(hwp(*sections), original=original).blocks)


def _printed(*sections: bytes) -> list[tuple[Role, object]]:
    return [(block.role, block.cells or block.text) for block in _blocks(*sections)]


def _texts(blocks: Sequence[Block], role: Role = Role.BODY) -> list[str]:
    return [block.text for block in blocks if block.role is role]


def _refusal(content: bytes, read: Callable[[bytes, Reading], Document] = read_hwp5) -> str:
    with pytest.raises(ReadingError) as refused:
        read(content, Reading("협정.hwp", SilentProgress()))
    assert refused.value.places["file"] == "협정.hwp"
    return refused.value.code


class TestHwp5(FormatContract):
    ending = ".hwp"

    def build(self, path: Path, parts: Sequence[str | Table]) -> None:
        path.write_bytes(hwp(b"".join(map(self._paragraph, parts))))

    def _paragraph(self, part: str | Table) -> bytes:
        if isinstance(part, str):
            return paragraph(part)
        return paragraph(table(*[[[[cell]] for cell in row] for row in part.rows]))

    def test_page_headers_are_set_aside(self, tmp_path: Path) -> None:
        path = tmp_path / "협정.hwp"
        header = Control(16, "head", b"\0" * 8, paragraph_list(["조약집"]))
        path.write_bytes(hwp(paragraph(header, "등대에 관한 협정") + paragraph("양측은 등대의 불을 나눈다.")))
        (text,) = self.read(path)
        assert self.set_aside(text, SetAsideReason.PAGE_HEADER) == ["조약집"]


class TestNumbers:
    def test_numbers_are_printed_in_front_of_words(self) -> None:
        section = b"".join(paragraph("말", shape=_NUMBER + level) for level in [0, 1, 2, 3, 3, 4, 5, 6])
        printed = ["제1장", "제1절", "제1항", "①", "②", "가.", "(a)", "I."]
        assert _texts(_blocks(section)) == [f"{label} 말" for label in printed]

    def test_the_levels_that_newer_files_have(self) -> None:
        section = b"".join(paragraph("말", shape=_NUMBER + level) for level in [7, 8, 9, 9])
        assert _texts(_blocks(section)) == ["1) 말", "i 말", "1 말", "2 말"]

    def test_a_skipped_level_counts_as_its_first_number(self) -> None:
        section = paragraph(section_start()) + b"".join(paragraph("말", shape=_OUTLINE + level) for level in [0, 2, 1, 2, 3, 4])
        assert _texts(_blocks(section)) == ["", "I. 말", "I.A.1 말", "B. 말", "I.B.1 말", "I.B.1.1 말", "I.B.1.1.1. 말"]

    def test_outlines_begin_anew_with_a_section_and_numberings_do_not(self) -> None:
        section = paragraph(section_start(), "ㄱ", shape=_OUTLINE) + paragraph("ㄴ", shape=_NUMBER)
        assert _texts(_blocks(section, section)) == ["I. ㄱ", "제1장 ㄴ", "I. ㄱ", "제2장 ㄴ"]

    def test_a_numbering_with_a_first_number_of_its_own(self) -> None:
        assert _texts(_blocks(paragraph("말", shape=_LATE) + paragraph("말", shape=_LATE))) == ["7. 말", "8. 말"]

    def test_bullets_of_symbol_fonts_become_a_bullet(self) -> None:
        assert _texts(_blocks(paragraph("가", shape=_BULLET))) == ["• 가"]


class TestWords:
    def test_control_characters_as_characters(self) -> None:
        assert _texts(_blocks(paragraph(f"가{TAB}나\n다\x1e라\x1f마\x18바"))) == ["가\t나\n다\u00a0라 마\u00ad바"]

    def test_ruby_stands_in_brackets_and_overlaid_characters_are_words(self) -> None:
        ruby = Control(23, "tdut", words("大韓民國") + words("대한민국"))
        section = paragraph("정부는 ", ruby, "이다", Control(23, "tcps", words("가나")))
        assert _texts(_blocks(section)) == ["정부는 大韓民國(대한민국)이다가나"]

    def test_fields_show_their_words(self) -> None:
        field_end = "\x04" + "\0" * 6 + "\x04"
        assert _texts(_blocks(paragraph("앞", Control(3, "%hlk", bytes(8)), "누리집", field_end, "뒤"))) == ["앞누리집뒤"]

    def test_memos_are_comments(self) -> None:
        under = record(0x5D, 1, bytes(4)) + paragraph_list(["고칠 것"])(1)
        beside = record(0x5D, 0, bytes(4)) + paragraph_list(["둘째 것"])(0)
        blocks = _blocks(paragraph("본문", behind=under) + beside)
        assert (_texts(blocks, Role.COMMENT), [text for text in _texts(blocks) if text]) == (["고칠 것", "둘째 것"], ["본문"])

    def test_hidden_comments_are_no_body(self) -> None:
        hidden = Control(15, "tcmt", inside=paragraph_list(["숨은 설명"], ["둘째"]))
        assert _printed(paragraph("본문", hidden)) == [
            (Role.BODY, "본문"),
            (Role.HIDDEN, "숨은 설명"),
            (Role.HIDDEN, "둘째"),
        ]


class TestApart:
    def test_notes_stand_behind_their_paragraph_with_their_numbers(self) -> None:
        section = paragraph("첫째", note("fn  ", 1, " 각주"), " 문단") + paragraph("둘째", note("en  ", 2, " 미주"))
        assert _printed(section) == [
            (Role.BODY, "첫째 문단"),
            (Role.FOOTNOTE, "(1) 각주"),
            (Role.BODY, "둘째"),
            (Role.FOOTNOTE, "(2) 미주"),
        ]

    def test_a_note_without_its_number_inside_gets_it(self) -> None:
        bare = Control(17, "fn  ", struct.pack("<I", 3), paragraph_list(["각주"]))
        assert _printed(paragraph("말", bare))[1] == (Role.FOOTNOTE, "3) 각주")

    def test_page_headers_and_footers_come_once_and_page_numbers_have_no_words(self) -> None:
        header = Control(16, "head", bytes(8), paragraph_list(["머리말"]))
        footer = Control(16, "foot", bytes(8), paragraph_list([number(0, 1), "쪽"]))
        section = paragraph(header, footer, "말")
        assert _printed(section, section) == [
            (Role.BODY, "말"),
            (Role.PAGE_HEADER, "머리말"),
            (Role.PAGE_FOOTER, "쪽"),
            (Role.BODY, "말"),
        ]

    def test_text_boxes_follow_the_paragraph_that_anchors_them(self) -> None:
        art = Control(
            11, "gso ", inside=lambda level: record(0x4C, level) + record(0x5A, level + 1, bytes(32) + words("글맵시"))
        )
        form = Control(11, "form", inside=lambda level: record(0x5B, level, "Caption:wstring:2:동의 x".encode("utf-16-le")))
        assert _texts(_blocks(paragraph(text_box("상자", "둘째"), "문단", art, form))) == [
            "문단",
            "상자",
            "둘째",
            "글맵시",
            "동의",
        ]

    def test_master_pages_are_furniture(self) -> None:
        start = Control(2, "secd", section_start().data, paragraph_list(["바탕쪽"]))
        assert _printed(paragraph(start, "본문")) == [(Role.BODY, "본문"), (Role.FURNITURE, "바탕쪽")]

    def test_what_is_not_text_is_counted(self) -> None:
        equation = Control(11, "eqed", inside=lambda level: record(0x58, level, bytes(4) + words("a over b")))
        document = _read(hwp(paragraph(drawn(0x55, 0x55), equation, drawn(0x54), drawn(0x62), "말")))
        assert document.unread == (Unread("embedded_object", 2), Unread("equation", 1), Unread("picture", 2))
        assert _texts(document.blocks)[-1] == "a over b말"

    def test_an_equation_that_is_cut_off_is_only_counted(self) -> None:
        equation = Control(11, "eqed", inside=lambda level: record(0x58, level, bytes(5)))
        document = _read(hwp(paragraph(equation, "말")))
        assert (_texts(document.blocks)[-1], document.unread) == ("말", (Unread("equation", 1),))

    @pytest.mark.parametrize("flags", [0, 1, 1 | 1 << 2], ids=["plain", "packed", "sealed"])
    def test_scripts_that_do_something_are_counted(self, flags: int) -> None:
        script = scripts(USUAL_NAMES, USUAL_FUNCTION, "", "Documents.Open('등대');")
        document = _read(hwp(paragraph("말"), flags=flags, viewed=[paragraph("말")], script=script))
        assert (_texts(document.blocks), document.unread) == (["말"], (Unread("macro", 1),))

    @pytest.mark.parametrize("parts", [("", "", "", ""), (USUAL_NAMES, USUAL_FUNCTION, "/* 끝 */", "// 끝")])
    def test_scripts_that_every_file_has_are_not(self, parts: tuple[str, ...]) -> None:
        assert _read(hwp(paragraph("말"), script=scripts(*parts))).unread == ()

    def test_scripts_that_cannot_be_read_are_counted(self) -> None:
        for script in (b"\x01", scripts("", "", "")[:-4], scripts("", "", "", "run()")[:-8]):
            assert _read(hwp(paragraph("말"), flags=0, script=script.ljust(5000, b"\xff"))).unread == (Unread("macro", 1),)


class TestTables:
    def test_merged_cells_keep_the_columns(self) -> None:
        rows = ([[["가"]], [["나"]], [["다"]]], [None, [["라"]], [["마"]]], [[["바"], ["사"]], None, [["아"]]])
        assert _printed(paragraph(table(*rows)))[1:] == [
            (Role.TABLE_ROW, (("가",), ("나",), ("다",))),
            (Role.TABLE_ROW, ((), ("라",), ("마",))),
            (Role.TABLE_ROW, (("바", "사"), (), ("아",))),
        ]

    def test_tables_in_tables_captions_and_notes(self) -> None:
        inner = table([[["안1"]], [["안2"]]])
        outer = table([[["등유", note("fn  ", 1, " 맑은 것"), inner]], [["3%"]]], caption="표 1 기름", below=False)
        assert _printed(paragraph("표", outer) + paragraph(table([[["가"]]], caption="표 2"))) == [
            (Role.BODY, "표"),
            (Role.BODY, "표 1 기름"),
            (Role.TABLE_ROW, (("등유",), ("3%",))),
            (Role.FOOTNOTE, "(1) 맑은 것"),
            (Role.TABLE_ROW, (("안1",), ("안2",))),
            (Role.BODY, ""),
            (Role.TABLE_ROW, (("가",),)),
            (Role.BODY, "표 2"),
        ]


class TestTrackedChanges:
    MARKED = "매년 삼백오백 통을 보낸다."
    MARKS = ((3, 5, 0x11), (5, 7, 0x10))

    def test_the_final_text_and_the_original(self) -> None:
        content = hwp(paragraph("매년 오백 통을 보낸다."), flags=1 | 1 << 14, viewed=[paragraph(self.MARKED, marks=self.MARKS)])
        assert _texts(_read(content).blocks) == ["매년 오백 통을 보낸다."]
        assert _texts(_read(content, original=True).blocks) == ["매년 삼백 통을 보낸다."]

    def test_marks_in_the_body_itself(self) -> None:
        section = paragraph(self.MARKED, marks=self.MARKS)
        assert _texts(_blocks(section)) == ["매년 오백 통을 보낸다."]
        assert _texts(_blocks(section, original=True)) == ["매년 삼백 통을 보낸다."]

    def test_a_deleted_paragraph_end_joins_paragraphs_and_takes_what_is_anchored(self) -> None:
        first = paragraph("앞", note("fn  ", 1, " 지운 각주"), marks=[(1, 10, 0x11)], shape=_NUMBER)
        assert _printed(first + paragraph("뒤", shape=_NUMBER)) == [(Role.BODY, "제1장 앞뒤")]

    def test_a_deleted_empty_paragraph_has_no_number(self) -> None:
        empty = paragraph(marks=[(0, 1, 0x11)], shape=_NUMBER)
        assert _texts(_blocks(empty + paragraph("뒤", shape=_NUMBER))) == ["제1장 뒤"]


class TestContainer:
    def test_uncompressed_files(self) -> None:
        assert _texts(_read(hwp(paragraph("말"), flags=0)).blocks) == ["말"]

    def test_sections_come_by_number(self) -> None:
        numbers = [str(place) for place in range(12)]
        assert _texts(_blocks(*map(paragraph, numbers))) == numbers

    def test_long_paragraphs(self) -> None:
        assert _texts(_blocks(paragraph("조약 " * 5000))) == ["조약 " * 5000]

    def test_distribution_documents(self) -> None:
        content = hwp(paragraph("배포용 문서입니다."), flags=1 | 1 << 2, viewed=[paragraph("말"), paragraph("글")])
        assert _texts(_read(content).blocks) == ["말", "글"]

    @pytest.mark.parametrize("bit", [1, 4, 8, 10])
    def test_locked_files_are_refused(self, bit: int) -> None:
        assert _refusal(hwp(paragraph("말"), flags=1 | 1 << bit)) == "locked_file"

    def test_a_distribution_document_without_its_text_is_damaged(self) -> None:
        assert _refusal(hwp(paragraph("안내"), flags=1 | 1 << 2)) == "damaged_file"

    @pytest.mark.parametrize(
        "section",
        [
            paragraph("조약 조약 조약")[:-4],
            paragraph("조약") + record(0x43, 0, b"\0\0"),
            paragraph("조약") + record(0x42, 2, bytes(22)),
            paragraph("조약") + record(0x42, 0, bytes(4)),
            record(0x42, 0, struct.pack("<IIHBBHHHI", 9, 0, 0, 0, 0, 1, 0, 0, 0)),
            paragraph("조약", "\x0b" + "\0" * 6 + "\x0b"),
            paragraph("조약") + record(0x42, 0, struct.pack("<I18x", 2)) + record(0x43, 1, b"\x0b\0\r\0"),
            paragraph("조약") + b"\xff\xff",
            paragraph("조약", Control(2, "secd", b"\0")),
            paragraph("조약", behind=record(0x60, 1) + paragraph("셋", level=2)),
            b"",
        ],
    )
    def test_broken_records_are_never_read_in_part(self, section: bytes) -> None:
        assert _refusal(hwp(section) if section else hwp()) == "damaged_file"

    def test_a_stream_that_unpacks_too_far_is_too_large(self) -> None:
        assert _refusal(hwp(record(0x42, 0, bytes(4_000_000)))) == "too_large"

    def test_records_too_deep_are_too_large(self) -> None:
        assert _refusal(hwp(b"".join(record(0x48, level) for level in range(200)))) == "too_large"

    def test_other_compound_files_are_not_recognised(self) -> None:
        assert not recognises_hwp5(compound_file({"WordDocument": b"HWP Document File"}))
        assert not recognises_hwp5(compound_file({"FileHeader": b"Draft"}))
        assert not recognises_hwp5(b"HWP Document File")
        assert recognises_hwp5(hwp(paragraph("말"), flags=0)[:1024] + b"HWP Document File")

    def test_long_work_can_be_stopped_on_the_way(self) -> None:
        class StopsLater(SilentProgress):
            def report(self, done: int, total: int, what: str) -> None:
                assert (total, what) == (1200, "progress.read")
                if done >= 500:
                    raise Cancelled

        for progress in (StopsLater(), Stops()):
            with pytest.raises(Cancelled):
                read_hwp5(hwp(paragraph("말") * 1200), Reading("협정.hwp", progress))


class TestOlderFormats:
    def test_hwp3_is_refused_by_name(self) -> None:
        content = b"HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05" + bytes(200)
        assert recognises_hwp3(content)
        assert not recognises_hwp5(content)
        assert _refusal(content, read_hwp3) == "old_hwp"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_hwpml_is_refused_by_name(self, encoding: str) -> None:
        content = '<?xml version="1.0" standalone="no" ?>\r\n<!-- 한글 -->\n<HWPML Version="2.8"><BODY/></HWPML>'.encode(
            encoding
        )
        assert recognises_hwpml(content)
        assert _refusal(content, read_hwpml) == "hwpml"

    def test_other_xml_is_not_hwpml(self) -> None:
        assert not recognises_hwpml(b'<?xml version="1.0"?><html><HWPML></HWPML></html>')
        assert not recognises_hwpml("이 글은 <HWPML>을 다룬다".encode())


REAL_FILES = {
    "각주미주": [(Role.FOOTNOTE, "<I>"), (Role.FOOTNOTE, "1) sssd")],
    "표": [(Role.TABLE_ROW, (("ABC", "123"), ("DEF",), ("GHI",))), (Role.BODY, "표 1 ")],
    "머리글꼬리글": [(Role.PAGE_HEADER, "개요1"), (Role.BODY, "가. 2233"), (Role.BODY, "거. g"), (Role.BODY, "① 888887774444")],
    "문단번호_1-10_수준": [(Role.BODY, "3. 문단번호"), (Role.BODY, "• 글머리표")],
    "숨은설명": [(Role.HIDDEN, "우리는 우리다."), (Role.HIDDEN, "그것은 그것이다.")],
    "글상자": [(Role.BODY, "그림 1 "), (Role.BODY, "ABC"), (Role.BODY, "123")],
    "필드": [(Role.BODY, "박성균")],
    "덧말": [(Role.BODY, "ABC(1234) 가나다라(이것은 덧말이다.)")],
    "수식": [(Role.BODY, "수식 1 A")],
    "blank": [],
    "구버전(5.0.2.2)_Picture_컨트롤": [(Role.BODY, "테스트 누름틀 ABCD 1234567")],
    "distribution": [(Role.BODY, "1. 입찰에 부치는 사항"), (Role.BODY, "강남세움복지관장")],
    "extracting_ParaHead": [(Role.BODY, "vi. 6"), (Role.BODY, "15. 16"), (Role.BODY, "c. 100")],
}


class TestRealFiles:
    @pytest.mark.parametrize("name", REAL_FILES)
    def test_key_words_are_read(self, shared: Path, name: str) -> None:
        content = (shared / "formats/hwp" / f"hwplib__{name}.hwp").read_bytes()
        assert recognises_hwp5(content)
        printed = [(block.role, block.cells or block.text) for block in _read(content).blocks]
        assert [block for block in REAL_FILES[name] if block not in printed] == []

    def test_distribution_documents_give_their_text_and_no_notice(self, shared: Path) -> None:
        texts = _texts(_read((shared / "formats/hwp/hwplib__distribution.hwp").read_bytes()).blocks)
        assert texts[0].startswith("강남세움복지관 공고")
        assert not any("배포용 문서" in text for text in texts)

    def test_hidden_comments_are_no_body(self, shared: Path) -> None:
        assert not any(_texts(_read((shared / "formats/hwp/hwplib__숨은설명.hwp").read_bytes()).blocks))

    @pytest.mark.parametrize(("name", "what"), [("수식", "equation"), ("구버전(5.0.2.2)_Picture_컨트롤", "picture")])
    def test_what_is_not_text_is_counted(self, shared: Path, name: str, what: str) -> None:
        assert _read((shared / "formats/hwp" / f"hwplib__{name}.hwp").read_bytes()).unread == (Unread(what, 1),)
