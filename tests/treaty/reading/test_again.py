"""A text with tracked changes read again as it was before them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.treaty.reading.formats import test_docx, test_hwpx
from treaty.errors import ReadingError
from treaty.model import TreatyText, Unread
from treaty.reading import read_treaty
from treaty.reading.again import read_again
from treaty.reading.document import CHANGES_MADE, CHANGES_UNDONE

CHANGED = (
    f"{test_docx.run('기름 ')}<w:del><w:r><w:delText>천</w:delText></w:r></w:del>"
    f"<w:ins>{test_docx.run('이천')}</w:ins>{test_docx.run(' 통을 보낸다.')}"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    body = [test_docx.paragraph(each) for each in ("등대에 관한 협정", "제1조(기름)", CHANGED, "제2조(심지)", "심지를 보낸다.")]
    path = tmp_path / "협정.docx"
    path.write_bytes(test_docx.package("".join(body)))
    return path


def said(text: TreatyText) -> list[str]:
    return [clause.text for clause in text.clauses]


def test_the_original_is_read_and_the_final_text_again(file: Path) -> None:
    (final,) = read_treaty(file)
    assert final.source.unread == (Unread(CHANGES_MADE, 2),)
    assert "기름 이천 통을 보낸다." in said(final)
    original = read_again(final, file, original=True)
    assert original.source.unread == (Unread(CHANGES_UNDONE, 2),)
    assert said(original) == [words.replace("이천", "천") for words in said(final)]
    assert read_again(original, file, original=False) == final


def test_another_file_is_refused(file: Path) -> None:
    (text,) = read_treaty(file)
    file.write_bytes(test_docx.package(test_docx.paragraph("다른 협정")))
    with pytest.raises(ReadingError, match="other_file"):
        read_again(text, file, original=True)


def test_changes_are_known_in_hwpx(tmp_path: Path) -> None:
    words = '<hp:t>기름<hp:insertBegin Id="1"/> 이천<hp:insertEnd Id="1"/> 통</hp:t>'
    path = test_hwpx._write(tmp_path / "협정.hwpx", test_hwpx._package(f"<hp:p><hp:run>{words}</hp:run></hp:p>"))
    (text,) = read_treaty(path)
    assert text.source.unread == (Unread(CHANGES_MADE, 1),)
    assert [clause.text for clause in read_again(text, path, original=True).clauses] == ["기름 통"]
