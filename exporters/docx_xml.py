"""The pieces of WordprocessingML that python-docx has no words for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from exporters.characters import xml_text


def element(tag: str, **attributes: object) -> Any:
    """A new element in the w namespace, its attributes in the same: element("w:sz", val=12)."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


# The order that the schema wants inside w:rPr, w:pPr, w:tcPr, w:trPr and w:tblPr.
RUN_ORDER = (
    "w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:strike", "w:color", "w:position", "w:sz", "w:szCs", "w:u", "w:bdr",
    "w:vertAlign", "w:lang",
)  # fmt: skip
PARAGRAPH_ORDER = (
    "w:pStyle", "w:keepNext", "w:keepLines", "w:widowControl", "w:pBdr", "w:autoSpaceDE", "w:autoSpaceDN", "w:spacing",
    "w:ind", "w:jc", "w:outlineLvl", "w:rPr",
)  # fmt: skip
CELL_ORDER = ("w:tcW", "w:gridSpan", "w:tcBorders", "w:shd", "w:tcMar", "w:vAlign")
ROW_ORDER = ("w:cantSplit", "w:tblHeader")


def put_in_order(parent: Any, order: tuple[str, ...], tag: str, /, **attributes: object) -> Any:
    """Sets a child where the schema wants it among its siblings, in place of one of the same tag."""
    for old in parent.findall(qn(tag)):
        parent.remove(old)
    made = element(tag, **attributes)
    parent.insert_element_before(made, *order[order.index(tag) + 1 :])
    return made


def fonts(run_properties: Any, name: str) -> None:
    """One font for Latin and Hangul alike; Word keeps the two apart."""
    put_in_order(run_properties, RUN_ORDER, "w:rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def add_text(paragraph: Paragraph, text: str, style: str | None = None) -> Run:
    """A run with the text as it is; what XML cannot hold is replaced by its number."""
    run = paragraph.add_run()
    if style:
        put_in_order(run._r.get_or_add_rPr(), RUN_ORDER, "w:rStyle", val=style_id(style))
    run.text = xml_text(text)
    return run


def style_id(name: str) -> str:
    """The id that python-docx gives to a style it adds. Its own look-up by name reads every style each time."""
    return name.replace(" ", "")


def set_style(paragraph: Paragraph, style: str) -> None:
    """Gives a paragraph one of our styles."""
    put_in_order(paragraph._p.get_or_add_pPr(), PARAGRAPH_ORDER, "w:pStyle", val=style_id(style))


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """A field that Word fills in, such as PAGE."""
    for kind in ("begin", "separate", "end"):
        if kind == "separate":
            code = element("w:instrText")
            code.text = f" {instruction} "
            paragraph.add_run()._r.append(code)
        paragraph.add_run()._r.append(element("w:fldChar", fldCharType=kind))
        if kind == "separate":
            paragraph.add_run("1")


def borders(cell_properties: Any, edges: Mapping[str, tuple[str, int]]) -> None:
    """A cell's own borders: edge ▶ (line, width in eighths of a point), in the schema's order."""
    made = put_in_order(cell_properties, CELL_ORDER, "w:tcBorders")
    for edge in ("top", "left", "bottom", "right"):
        if edge in edges:
            line, size = edges[edge]
            made.append(element(f"w:{edge}", val=line, sz=size, space=0, color="000000"))
