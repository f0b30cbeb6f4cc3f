"""Akoma Ntoso: numbers with their words, notes behind their paragraphs, changes, quotations, tables, annexes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from tests.treaty.reading.formats.contract import FormatContract, Table
from treaty.errors import ReadingError
from treaty.model import Unread
from treaty.progress import SilentProgress
from treaty.reading.document import Document, Reading, Role
from treaty.reading.xml.akoma_ntoso import read_akoma_ntoso, recognises_akoma_ntoso

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


class TestAkomaNtoso(FormatContract):
    ending = ".xml"

    def build(self, path: Path, parts: Sequence[str | Table]) -> None:
        inside = "".join(f"<p>{escape(part)}</p>\n" if isinstance(part, str) else as_akn(part) for part in parts)
        path.write_text(document(f"<mainBody>{inside}</mainBody>"), encoding="utf-8")


def as_akn(table: Table) -> str:
    rows = ("".join(f"<td><p>{escape(cell)}</p></td>" for cell in row) for row in table.rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def document(inside: str, meta: str = "<identification/>") -> str:
    return f'<?xml version="1.0"?>\n<akomaNtoso xmlns="{NAMESPACE}"><doc><meta>{meta}</meta>{inside}</doc></akomaNtoso>'


def read_akn(inside: str, meta: str = "", *, original: bool = False) -> Document:
    content = document(inside, meta).encode()
    assert recognises_akoma_ntoso(content)
    return read_akoma_ntoso(content, Reading("act.xml", SilentProgress(), original))


def texts(inside: str, meta: str = "") -> list[str]:
    return [block.text for block in read_akn(inside, meta).blocks]


def test_numbers_stand_in_front_of_headings_and_words() -> None:
    inside = (
        "<preface><p><docTitle>Agreement on Lighthouses</docTitle></p></preface>"
        "<preamble><recitals><intro><p>The Parties,</p></intro>"
        "<recital><num>(1)</num><p>considering the sea,</p></recital></recitals></preamble>"
        "<body><chapter><num>CHAPTER 1</num><heading>General</heading>"
        "<article><num>Article 1</num><heading>Purpose</heading><paragraph><num>1.</num>"
        "<list><intro><p>The Parties <ref href='x'>share</ref>:</p></intro>"
        "<point><num>(a)</num><content><p>oil;</p><p>and light</p></content></point>"
        "<wrapUp><p>as agreed.</p></wrapUp></list></paragraph></article>"
        "<article><num>Article 2</num><paragraph><num>1.</num><content><p>Last.</p></content></paragraph>"
        "</article></chapter></body>"
        "<conclusions><p>Done at <location>Seoul</location>.</p></conclusions><attachments><attachment>"
        "<heading>Annex A</heading><doc><mainBody><p>Lamps</p></mainBody></doc></attachment></attachments>"
    )
    assert texts(inside) == [
        "Agreement on Lighthouses", "The Parties,", "(1) considering the sea,", "CHAPTER 1 General", "Article 1 Purpose",
        "1. The Parties share:", "(a) oil;", "and light", "as agreed.", "Article 2", "1. Last.", "Done at Seoul.",
        "Annex A", "Lamps",
    ]  # fmt: skip


def test_notes_stand_behind_their_paragraph() -> None:
    inside = (
        '<mainBody><p>Oil<authorialNote marker="1"><p>Of <i>any</i> kind.</p></authorialNote> is shared'
        '<noteRef href="#n2"/>.</p>'
        "<p>Next.</p></mainBody>"
    )
    blocks = read_akn(
        inside, '<notes><note eId="n2"><p>By barrel.</p></note><note eId="n3"><p>Never cited.</p></note></notes>'
    ).blocks
    assert [(block.text, block.role) for block in blocks] == [
        ("Oil is shared.", Role.BODY),
        ("1 Of any kind.", Role.FOOTNOTE),
        ("By barrel.", Role.FOOTNOTE),
        ("Next.", Role.BODY),
        ("Never cited.", Role.FOOTNOTE),
    ]


def test_changes_quotations_pictures_and_lines() -> None:
    inside = (
        "<mainBody><p>The <del>old</del><ins>new</ins> lamp<eol/>burns m<sup>2</sup> "
        "<quotedText startQuote='“' endQuote='”'>so</quotedText>"
        "<img src='a' alt='Lamp'/></p><p>Read:</p><quotedStructure startQuote='“' endQuote='”'><article><num>Article 9</num>"
        "<content><p>Light.</p></content></article></quotedStructure></mainBody>"
    )
    read = read_akn(inside)
    assert [block.text for block in read.blocks if block.role is Role.BODY] == [
        "The new lamp\nburns m² “so”",
        "Read:",
        "“Article 9",
        "Light.”",
    ]
    assert [block.text for block in read.blocks if block.role is Role.HIDDEN] == ["old", "Lamp"]
    assert read.unread == (Unread("picture", 1),)
    assert read_akn(inside, original=True).blocks[0].text.startswith("The old lamp")


def test_nothing_behind_comments_and_entities_is_lost() -> None:
    content = '<!DOCTYPE akomaNtoso SYSTEM "akn.dtd"><akomaNtoso><p>a<!-- c -->b<?pi?>c&nbsp;d&mine;e</p></akomaNtoso>'
    (block,) = read_akoma_ntoso(content.encode(), Reading("act.xml", SilentProgress())).blocks
    assert block.text == "abc\u00a0d&mine;e"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (f'<akomaNtoso xmlns="{NAMESPACE}"/>', True),
        ('<?xml version="1.0"?>\n<!-- x --><an:akomaNtoso xmlns:an="http://www.akomantoso.org/2.0"/>', True),
        ("<html><akomaNtoso/></html>", False),
        ("akomaNtoso", False),
    ],
)
def test_recognised_by_its_root_in_any_namespace(content: str, expected: bool) -> None:
    assert recognises_akoma_ntoso(content.encode()) is expected


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE akomaNtoso [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><akomaNtoso><p>&b;</p></akomaNtoso>'
    with pytest.raises(ReadingError, match="declares_entities"):
        read_akoma_ntoso(bomb.encode(), Reading("act.xml", SilentProgress()))
