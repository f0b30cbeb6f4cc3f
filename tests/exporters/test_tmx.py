"""The translation memory, opened again: one unit for each pair of linked sentences, valid TMX 1.4."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

from lxml import etree

from exporters.tmx import write_tmx
from tests.exporters.reports import judged_report
from treaty.progress import SilentProgress
from treaty.review.report import TranslationUnit

TMX_14 = """
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #REQUIRED>
<!ELEMENT header (note | prop)*> <!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block | paragraph | sentence | phrase) #REQUIRED o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED
  srclang CDATA #REQUIRED datatype CDATA #REQUIRED creationdate CDATA #IMPLIED>
<!ELEMENT body (tu*)> <!ELEMENT tu ((note | prop)*, tuv+)> <!ATTLIST tu tuid CDATA #IMPLIED>
<!ELEMENT tuv ((note | prop)*, seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT note (#PCDATA)> <!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED> <!ELEMENT seg (#PCDATA)>
"""
"""The part of the format that we write, from its specification (TMX 1.4b, LISA OSCAR 2005)."""
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def opened(path: Path) -> etree._Element:
    parser = etree.XMLParser(load_dtd=False, no_network=True, resolve_entities=False)
    return etree.fromstring(path.read_bytes(), parser)


def test_every_pair_of_sentences_is_a_unit(tmp_path: Path) -> None:
    report = judged_report()
    path = tmp_path / "a.tmx"
    write_tmx(report, path, progress=SilentProgress())
    root = opened(path)
    units = [[tuv.findtext("seg") for tuv in unit.iterfind("tuv")] for unit in root.iter("tu")]
    assert units == [[unit.left, unit.right] for unit in report.units]
    assert [tuv.get(LANG) for tuv in root.iter("tuv")][:2] == ["ko-KR", "en-GB"]
    assert len(units) >= 5


def test_it_is_valid(tmp_path: Path) -> None:
    odd = TranslationUnit("a < b & “c” \x01", "=SUM(A1)", "제1조")
    path = tmp_path / "a.tmx"
    write_tmx(replace(judged_report(), units=(odd,)), path, progress=SilentProgress())
    assert etree.DTD(io.StringIO(TMX_14)).validate(opened(path))
    assert opened(path).findtext(".//seg") == "a < b & “c” [U+0001]"
