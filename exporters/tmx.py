"""A report's linked sentences as a translation memory: TMX 1.4b (LISA OSCAR, 2005), which every translation tool reads."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from exporters.archives import UNDATED
from exporters.characters import xml_text
from treaty.model import Language
from treaty.progress import Progress
from treaty.review.report import Report, TranslationUnit
from treaty.whole_file import whole_file

LANGUAGE_TAGS = {Language.KOREAN: "ko-KR", Language.ENGLISH: "en-GB"}
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
_STEP = 500


def write_tmx(report: Report, path: Path, *, progress: Progress) -> None:
    """Writes one unit for each pair of linked sentences; its clause's number goes with it as a property."""
    languages = [LANGUAGE_TAGS[column.language] for column in report.columns]
    root = etree.Element("tmx", version="1.4")
    etree.SubElement(root, "header", _header(report, languages[0]))
    body = etree.SubElement(root, "body")
    for number, unit in enumerate(report.units, start=1):
        if number % _STEP == 0:
            progress.report(number, len(report.units), "progress.export")
        _write_unit(body, number, unit, languages)
    content = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True, doctype=_DOCTYPE)
    with whole_file(path) as part:
        part.write_bytes(content)
        progress.report(1, 1, "progress.export")


def _header(report: Report, source: str) -> dict[str, str]:
    return {
        "creationtool": "Daejo",
        "creationtoolversion": "1",
        "segtype": "sentence",
        "o-tmf": "daejo",
        "adminlang": "en",
        "srclang": source,
        "datatype": "plaintext",
        "creationdate": f"{report.as_of or UNDATED:%Y%m%dT%H%M%SZ}",
    }


def _write_unit(body: etree._Element, number: int, unit: TranslationUnit, languages: list[str]) -> None:
    entry = etree.SubElement(body, "tu", tuid=str(number))
    etree.SubElement(entry, "prop", type="x-clause").text = xml_text(unit.clause)
    for language, words in zip(languages, (unit.left, unit.right), strict=True):
        variant = etree.SubElement(entry, "tuv", {_XML_LANG: language})
        etree.SubElement(variant, "seg").text = xml_text(words)
