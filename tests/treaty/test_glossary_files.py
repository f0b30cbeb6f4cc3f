"""Glossaries in the forms that other programs write them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from treaty.errors import ReadingError, RuleTableError
from treaty.glossary import GlossaryTerm, joined, load_glossary

TBX_2 = """<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX" xml:lang="en"><text><body><termEntry id="t1">
<descrip type="definition">A tower with a lamp.</descrip>
<langSet xml:lang="ko"><tig><term>등탑</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
<tig><term>등대</term></tig></langSet>
<langSet xml:lang="en-GB"><tig><term>light tower</term></tig>
<ntig><termGrp><term>lighthouse</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig></langSet>
</termEntry></body></text></martif>"""
TBX_3 = """<?xml version="1.0" encoding="UTF-8"?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" type="TBX-Min" style="dct" xml:lang="en">
<text><body><conceptEntry id="c1">
<langSec xml:lang="ko"><termSec><term>등대</term></termSec>
<termSec><term>등탑</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec></langSec>
<langSec xml:lang="en"><termSec><term>lighthouse</term></termSec></langSec>
</conceptEntry></body></text></tbx>"""
SHEET = """<?xml version="1.0"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>비고</t></is></c></row>
<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="s"><v>3</v></c><c r="D3" t="inlineStr"><is><t>keep</t></is></c></row>
{more}</sheetData></worksheet>"""
STRINGS = """<?xml version="1.0"?>
<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<si><t>영문</t></si><si><t>국문</t></si><si><t>light</t></si><si><r><t>등</t></r><r><t>불</t></r></si></sst>"""
BOOK = """<?xml version="1.0"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<sheets><sheet name="T" sheetId="1" r:id="rId7"/></sheets>
</workbook>"""
RELATIONS = """<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId7" Target="worksheets/sheet9.xml"/></Relationships>"""


def workbook(path: Path, more: str = "") -> Path:
    """A workbook of one sheet, as spreadsheet programs write it."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", BOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", RELATIONS)
        archive.writestr("xl/sharedStrings.xml", STRINGS)
        archive.writestr("xl/worksheets/sheet9.xml", SHEET.format(more=more))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_comma_separated_tables_in_the_encodings_of_spreadsheets(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text('국문,영문,금지,비고\n"등대|등탑","lighthouse; light tower",등루,"see, annex"\n\n', encoding=encoding)
    assert load_glossary(path, binding=True).terms == (
        GlossaryTerm(("등대", "등탑"), ("lighthouse", "light tower"), ("등루",), (), "see, annex", binding=True),
    )


def test_columns_without_headings_stand_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text("# ours\n등대\tlighthouse\t등루\tlamp house\tkeep\n", encoding="utf-8")
    assert load_glossary(path).terms == (GlossaryTerm(("등대",), ("lighthouse",), ("등루",), ("lamp house",), "keep"),)


@pytest.mark.parametrize("content", [TBX_2, TBX_3])
def test_tbx_of_both_editions(content: str, tmp_path: Path) -> None:
    path = tmp_path / "terms.tbx"
    path.write_text(content, encoding="utf-8")
    (term,) = load_glossary(path).terms
    assert (term.ko, term.en[0], term.forbidden_ko) == (("등대",), "lighthouse", ("등탑",))


def test_a_workbook_with_columns_in_any_order(tmp_path: Path) -> None:
    assert load_glossary(workbook(tmp_path / "terms.xlsx")).terms == (GlossaryTerm(("등불",), ("light",), comment="keep"),)


def test_faults_are_named_with_file_and_line(tmp_path: Path) -> None:
    sheet = workbook(tmp_path / "terms.xlsx", '<row r="8"><c r="A8" t="inlineStr"><is><t>oil</t></is></c></row>')
    table = tmp_path / "terms.csv"
    table.write_text('국문,영문\n"등대\n등탑",lighthouse\n등불,\n', encoding="utf-8")
    tbx = tmp_path / "terms.tbx"
    tbx.write_text(TBX_3.replace("<termSec><term>등대</term></termSec>", ""), encoding="utf-8")
    for path, line in ((sheet, "8"), (table, "4"), (tbx, "3")):
        with pytest.raises(RuleTableError) as caught:
            load_glossary(path)
        assert caught.value.places == {"file": path.name, "line": line}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("terms.xlsx", b"no zip"),
        ("terms.tbx", b"<tbx/>"),
        ("terms.tbx", b"no xml"),
        ("terms.tbx", b'<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/hostname">]><tbx><body><termEntry/>&x;</body></tbx>'),
    ],
)
def test_damaged_files_are_told(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ReadingError) as caught:
        load_glossary(path)
    assert caught.value.places["file"] == name


def test_glossaries_are_joined_in_order(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.tsv" for number in (1, 2)]
    for number, path in enumerate(paths):
        path.write_text(f"등대{number}\tlamp\n", encoding="utf-8")
    assert [term.ko for term in joined(map(load_glossary, paths)).terms] == [("등대0",), ("등대1",)]
