"""Files in the encodings that treaty texts come in, and files that are no text."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from treaty.errors import ReadingError
from treaty.model import Unread
from treaty.reading import read_treaty

KOREAN = "제1조(목적)\r\n이 협정은 두 나라의 우호를 증진한다.\r\n"
ENGLISH = "Article 1 (Purpose)\nThis Agreement promotes friendship – “in all its forms”.\n"
ENCODED = {
    "UTF-8": KOREAN.encode(),
    "UTF-8 with a mark": codecs.BOM_UTF8 + KOREAN.encode(),
    "UTF-16 little-endian": codecs.BOM_UTF16_LE + KOREAN.encode("utf-16-le"),
    "UTF-16 big-endian": codecs.BOM_UTF16_BE + KOREAN.encode("utf-16-be"),
    "CP949": KOREAN.encode("cp949"),
}


@pytest.mark.parametrize("name", ENCODED)
def test_korean_is_read_in_each_encoding(name: str, tmp_path: Path) -> None:
    path = tmp_path / "협정.txt"
    path.write_bytes(ENCODED[name])
    (text,) = read_treaty(path)
    assert [(clause.path, clause.text) for clause in text.clauses] == [
        ("제1조", "목적"),
        ("제1조", "이 협정은 두 나라의 우호를 증진한다."),
    ]
    assert text.source.name == "협정.txt"


def test_syllables_that_only_cp949_has_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("똠방 씨와 펲시 씨가 참석하였다.\n둘은 말하였다.\n".encode("cp949"))
    (text,) = read_treaty(path)
    assert text.clauses[0].text == "똠방 씨와 펲시 씨가 참석하였다."


def test_english_keeps_its_typographic_signs(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(ENGLISH.encode())
    (text,) = read_treaty(path)
    assert text.clauses[-1].text == "This Agreement promotes friendship – “in all its forms”."


def test_the_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"One line.\nTwo lines.\n")
    (text,) = read_treaty(path)
    assert text.source.sha256 == "d53e66746a4ee36e5e8f833ace4b2a7108a13c80ab6b720bf79df415295e18d5"


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8], ids=["bare", "with a mark"])
def test_a_file_cut_off_in_a_character_is_read_to_there(tmp_path: Path, mark: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(mark + "제1조 두 나라는 등대를 함께 지키고 그 불빛을 밤마다 켠다.\n제2조 두 나라".encode()[:-1])
    (text,) = read_treaty(path)
    assert text.source.text == "제1조 두 나라는 등대를 함께 지키고 그 불빛을 밤마다 켠다.\n제2조 두 나\ufffd\n"
    assert text.source.unread == (Unread("character", 1),)


NO_TEXT = {
    "empty": (b"", "empty_file"),
    "blank": (b" \r\n\t\n", "empty_file"),
    "a mark alone": (codecs.BOM_UTF8 + b"\n", "empty_file"),
    "zeros": (b"\x00" * 64, "empty_file"),
    "a PDF cut short": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "damaged_file"),
    "ZIP": (b"PK\x03\x04\x14\x00\x06\x00" + b"x" * 40, "unsupported_format"),
    "OLE": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 60, "unsupported_format"),
    "RTF": (rb"{\rtf1\ansi Article 1}", "unsupported_format"),
    "a review": (b"SQLite format 3\x00" + b"\x10" * 40, "unsupported_format"),
    "XML of another kind": (b"<?xml version='1.0'?><foo><p>Article 1</p></foo>", "unknown_xml"),
    "XML of another kind in UTF-16": ("<?xml version='1.0'?><foo/>".encode("utf-16"), "unknown_xml"),
    "control characters": (bytes(range(1, 32)) * 40 + b"abc", "not_text"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8, "not_text"),
    "half a UTF-16 pair": (codecs.BOM_UTF16_LE + b"\x00\xd8", "not_text"),
}


@pytest.mark.parametrize("name", NO_TEXT)
def test_what_is_no_text_says_so(name: str, tmp_path: Path) -> None:
    content, code = NO_TEXT[name]
    path = tmp_path / "input.txt"
    path.write_bytes(content)
    with pytest.raises(ReadingError) as caught:
        read_treaty(path)
    assert caught.value.code == code
    assert caught.value.places["file"] == "input.txt"


def test_a_format_that_is_not_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "input.txt"
    path.write_bytes(NO_TEXT["OLE"][0])
    with pytest.raises(ReadingError) as caught:
        read_treaty(path)
    assert caught.value.places["format"] == "HWP/DOC"


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.txt", "missing_file"), (tmp_path, "is_folder")):
        with pytest.raises(ReadingError) as caught:
            read_treaty(path)
        assert caught.value.code == code
        assert caught.value.places["file"] == str(path)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("One.\n")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ReadingError) as caught:
        read_treaty(path)
    assert caught.value.code == "unreadable_file"
    assert caught.value.places == {"file": "locked.txt", "reason": "Permission denied"}
