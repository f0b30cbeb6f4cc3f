"""Notes in every format that has them: the mark is the label, and a note of several paragraphs is one note."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.treaty.reading.formats import test_docx, test_hwp5, test_hwpx
from treaty.model import ClauseKind
from treaty.reading import read_treaty
from treaty.reading.ledger import ledger_of

FIRST, MORE, SECOND = "One barrel holds 200 litres.", "2 barrels hold twice that.", "Of any wood."


def write_docx(path: Path) -> None:
    notes = "".join(
        f'<w:footnote w:id="{name}">{"".join(map(test_docx.paragraph, words))}</w:footnote>'
        for name, words in ((1, (FIRST, MORE)), (2, (SECOND,)))
    )
    cite = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = (test_docx.paragraph(test_docx.run(f"Clause {number} on oil.") + cite.format(number)) for number in (1, 2))
    path.write_bytes(test_docx.package("".join(body), footnotes=notes))


def write_hwpx(path: Path) -> None:
    paragraphs = "".join(
        f"<hp:p><hp:run><hp:t>Clause {number} on oil.</hp:t><hp:ctrl><hp:footNote number='{number}'>{test_hwpx._list(*words)}"
        "</hp:footNote></hp:ctrl></hp:run></hp:p>"
        for number, words in ((1, (FIRST, MORE)), (2, (SECOND,)))
    )
    test_hwpx._write(path, test_hwpx._package(paragraphs))


def write_hwp(path: Path) -> None:
    def note(number: int, *words: str) -> test_hwp5.Control:
        lists = test_hwp5.paragraph_list(*([each] for each in words))
        return test_hwp5.Control(17, "fn  ", struct.pack("<I", number), lists)

    first, second = note(1, FIRST, MORE), note(2, SECOND)
    section = test_hwp5.paragraph("Clause 1 on oil.", first) + test_hwp5.paragraph("Clause 2 on oil.", second)
    path.write_bytes(test_hwp5.hwp(section))


def write_html(path: Path) -> None:
    cite = "<p>Clause {0} on oil.<a href='#n{0}' id='r{0}'>[{0}]</a></p>"
    notes = (
        f"<div id='n1'><p><a href='#r1'>[1]</a> {FIRST}</p><p>{MORE.removeprefix('2 ').capitalize()}</p></div>"
        f"<div id='n2'><p><a href='#r2'>[2]</a> {SECOND}</p></div>"
    )
    path.write_text(
        f"<html><body>{cite.format(1)}{cite.format(2)}<section role='doc-endnotes'>{notes}</section></body></html>",
        encoding="utf-8",
    )


def write_akoma_ntoso(path: Path) -> None:
    def note(number: int, *words: str) -> str:
        return f'<authorialNote marker="{number}">{"".join(f"<p>{each}</p>" for each in words)}</authorialNote>'

    first, second = note(1, FIRST, MORE), note(2, SECOND)
    path.write_text(
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="treaty"><mainBody>'
        f"<p>Clause 1 on oil.{first}</p><p>Clause 2 on oil.{second}</p></mainBody></doc></akomaNtoso>",
        encoding="utf-8",
    )


@pytest.mark.parametrize("write", [write_docx, write_hwpx, write_hwp, write_html, write_akoma_ntoso])
def test_the_mark_is_the_label_and_paragraphs_do_not_shift_the_count(write: Callable[[Path], None], tmp_path: Path) -> None:
    write(path := tmp_path / "notes.data")
    (text,) = read_treaty(path)
    assert ledger_of([text]).unaccounted == 0
    notes = [clause for clause in text.clauses if clause.kind is ClauseKind.NOTE]
    assert [clause.path for clause in notes] == ["Footnote 1", "Footnote 1 ¶2", "Footnote 2"]
    assert [clause.label.number if clause.label else "" for clause in notes] == ["1", "", "2"]
    assert (notes[0].text, notes[2].text) == (FIRST, SECOND)
    assert notes[1].text.endswith("arrels hold twice that.")
