"""WordprocessingML element by element, in the order that its schema wants."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from exporters.characters import xml_text

# The order that the schema wants inside w:rPr and w:pPr.
RUN_ORDER = (
    "w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:strike", "w:color", "w:position", "w:sz", "w:szCs", "w:u", "w:bdr",
    "w:vertAlign", "w:lang",
)  # fmt: skip
PARAGRAPH_ORDER = (
    "w:pStyle", "w:keepNext", "w:keepLines", "w:widowControl", "w:pBdr", "w:shd", "w:tabs", "w:autoSpaceDE", "w:autoSpaceDN",
    "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr",
)  # fmt: skip
_EDGES = ("top", "left", "bottom", "right", "insideH", "between")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS: Mapping[str, str] = {"\t": "w:tab", "\n": "w:br"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks beside its style. `underline` and the line of a `frame` are Word's names; a frame's width is in eighths
    of a point."""

    bold: bool | None = None
    strike: bool = False
    underline: str = ""
    frame: tuple[str, int] | None = None


PLAIN = Look()
BOLD = Look(bold=True)


def element(tag: str, **attributes: object) -> Any:
    """A new element in the w namespace, its attributes in the same: element("w:sz", val=12)."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def add(parent: Any, tag: str, **attributes: object) -> Any:
    """A new element as the last child of another."""
    return etree.SubElement(parent, qn(tag), {qn(f"w:{name}"): str(value) for name, value in attributes.items()})


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


def style_id(name: str) -> str:
    """The id that python-docx gives to a style it adds. Its own look-up by name reads every style each time."""
    return name.replace(" ", "")


def add_paragraph(parent: Any, style: str, text: str = "", look: Look = PLAIN, *, keep_next: bool = False) -> Any:
    """A paragraph at the end of a cell or of the body, before what the body says of its last section."""
    paragraph = element("w:p")
    if len(parent) and parent[-1].tag == qn("w:sectPr"):
        parent[-1].addprevious(paragraph)
    else:
        parent.append(paragraph)
    set_style(paragraph, style)
    if keep_next:
        add(paragraph[0], "w:keepNext")
    if text:
        add_text(paragraph, text, look=look)
    return paragraph


def set_style(paragraph: Any, style: str) -> None:
    """Gives a paragraph one of our styles."""
    put_in_order(paragraph.get_or_add_pPr(), PARAGRAPH_ORDER, "w:pStyle", val=style_id(style))


def set_paragraph(paragraph: Any, tag: str, /, **attributes: object) -> Any:
    """Sets one property of a paragraph: set_paragraph(paragraph, "w:spacing", before=120)."""
    return put_in_order(paragraph.get_or_add_pPr(), PARAGRAPH_ORDER, tag, **attributes)


def add_text(paragraph: Any, text: str, style: str = "", look: Look = PLAIN) -> Any:
    """A run with the text as it is; what XML cannot hold is replaced by its number."""
    run = add(paragraph, "w:r")
    if style or look != PLAIN:
        _add_look(add(run, "w:rPr"), style, look)
    for part in re.split(r"([\t\n])", xml_text(text)):
        if part in _BREAKS:
            add(run, _BREAKS[part])
        elif part:
            words = add(run, "w:t")
            words.text = part
            words.set(_SPACE, "preserve")
    return run


def _add_look(properties: Any, style: str, look: Look) -> None:
    if style:
        add(properties, "w:rStyle", val=style_id(style))
    if look.bold is not None:
        add(properties, "w:b", val=int(look.bold))
    if look.strike:
        add(properties, "w:strike")
    if look.underline:
        add(properties, "w:u", val=look.underline)
    if look.frame:
        line, eighths = look.frame
        add(properties, "w:bdr", val=line, sz=eighths, space=0, color="000000")


def add_field(paragraph: Any, instruction: str) -> None:
    """A field that Word fills in, such as PAGE."""
    for kind in ("begin", "separate", "end"):
        if kind == "separate":
            add(add(paragraph, "w:r"), "w:instrText").text = f" {instruction} "
        add(add(paragraph, "w:r"), "w:fldChar", fldCharType=kind)
        if kind == "separate":
            add_text(paragraph, "1")


def add_lines(parent: Any, lines: Mapping[str, tuple[str, int]], space: int = 0) -> None:
    """The lines around a table, a cell or a paragraph: edge ▶ (Word's name, width in eighths of a point)."""
    for edge in _EDGES:
        if edge in lines:
            line, size = lines[edge]
            add(parent, f"w:{edge}", val=line, sz=size, space=space, color="000000")


def add_table(parent: Any, widths: Sequence[int], told: str = "") -> Any:
    """A table without rows at the end of the body, ruled above and below each, its columns' widths in twentieths of a point.
    `told` says what it is to those who do not see it."""
    table = element("w:tbl")
    parent[-1].addprevious(table)
    properties = add(table, "w:tblPr")
    add(properties, "w:tblW", type="dxa", w=sum(widths))
    add_lines(add(properties, "w:tblBorders"), dict.fromkeys(("top", "bottom", "insideH"), ("single", 4)))
    add(properties, "w:tblLayout", type="fixed")
    margins = add(properties, "w:tblCellMar")
    for edge, twentieths in (("top", 40), ("left", 100), ("bottom", 50), ("right", 100)):
        add(margins, f"w:{edge}", w=twentieths, type="dxa")
    if told:
        add(properties, "w:tblDescription", val=xml_text(told))
    grid = add(table, "w:tblGrid")
    for width in widths:
        add(grid, "w:gridCol", w=width)
    return table


def add_row(table: Any, *, head: bool = False) -> Any:
    """A row that is not cut between pages; a `head` stands on each page that its table reaches."""
    row = add(table, "w:tr")
    properties = add(row, "w:trPr")
    add(properties, "w:cantSplit")
    if head:
        add(properties, "w:tblHeader")
    return row


def add_cell(row: Any, widths: Iterable[int], lines: Mapping[str, tuple[str, int]] | None = None) -> Any:
    """A cell as wide as so many columns. Word wants at least one paragraph in it."""
    covered = list(widths)
    cell = add(row, "w:tc")
    properties = add(cell, "w:tcPr")
    add(properties, "w:tcW", type="dxa", w=sum(covered))
    if len(covered) > 1:
        add(properties, "w:gridSpan", val=len(covered))
    if lines:
        add_lines(add(properties, "w:tcBorders"), lines)
    return cell
