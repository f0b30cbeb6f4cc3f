"""Documents that stand whole in a DOCX: read where they stand, once, and no Word file within a second one."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.treaty.reading.formats import test_docx
from tests.treaty.reading.formats.test_docx import document, paragraph, run
from treaty.model import Unread
from treaty.reading.limits import MOST_EMBEDDED

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAGE = "<html><body><p>제1조(기름)</p><p>기름 <b>30통</b>을 보낸다.</p></body></html>".encode()
PLAIN = "제1조(기름)\n기름 30통을 보낸다.".encode()
WORD = test_docx.package(paragraph(run("제1조(기름)")) + paragraph(run("기름 30통을 보낸다.")))


def package(body: str, *embedded: bytes) -> bytes:
    """A DOCX that holds these documents; the relation of the first is "d0"."""
    stream = io.BytesIO(test_docx.package(body))
    with zipfile.ZipFile(stream) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    related = "".join(f'<Relationship Id="d{n}" Type="{_RELATION}/aFChunk" Target="d{n}.bin"/>' for n in range(len(embedded)))
    files["word/_rels/document.xml.rels"] = f"<Relationships>{related}</Relationships>".encode()
    files |= {f"word/d{number}.bin": content for number, content in enumerate(embedded)}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def chunk(number: int = 0) -> str:
    return f'<w:altChunk r:id="d{number}"/>'


def around(inside: str) -> str:
    return f"{paragraph(run('앞'))}{inside}{paragraph(run('뒤'))}"


@pytest.mark.parametrize("content", [PAGE, WORD, PLAIN], ids=["web page", "Word", "plain text"])
def test_a_document_within_is_read_at_its_place(content: bytes) -> None:
    found = document(package(around(chunk()), content))
    assert [block.text for block in found.blocks] == ["앞", "제1조(기름)", "기름 30통을 보낸다.", "뒤"]
    assert not found.unread


def test_tracked_changes_and_pictures_within_are_counted() -> None:
    changed = f"<w:del><w:r><w:delText>천</w:delText></w:r></w:del><w:ins>{run('이천')}</w:ins>"
    inside = test_docx.package(paragraph(changed) + paragraph("<w:r><w:drawing><pic:pic/></w:drawing></w:r>"))
    found = document(package(chunk(), inside))
    assert (found.changes, found.unread) == (2, (Unread("picture", 1),))


@pytest.mark.parametrize(
    "content",
    [b"", b"{\\rtf1 oil}", b"<?xml version='1.0'?><pkg/>", b"PK\x03\x04 cut off", package(chunk(), PAGE)[:300], bytes(400)],
    ids=["nothing", "RTF", "XML", "damaged zip", "damaged Word", "zeros"],
)
def test_what_cannot_be_read_is_counted(content: bytes) -> None:
    found = document(package(around(chunk()), content))
    assert [block.text for block in found.blocks] == ["앞", "뒤"]
    assert found.unread == (Unread("embedded_object", 1),)


def test_only_so_many_are_read_each_once_and_none_two_deep() -> None:
    twice = document(package(chunk() * 3, PAGE))
    assert (len(twice.blocks), twice.unread) == (2, (Unread("embedded_object", 2),))
    deep = document(package(chunk(), package(around(chunk()), package(chunk(), PAGE))))
    assert ([block.text for block in deep.blocks], deep.unread) == (["앞", "뒤"], (Unread("embedded_object", 1),))
    many = MOST_EMBEDDED + 5
    crowd = document(package("".join(map(chunk, range(many))), *[PAGE] * many))
    assert (len(crowd.blocks), crowd.unread) == (2 * MOST_EMBEDDED, (Unread("embedded_object", 5),))
