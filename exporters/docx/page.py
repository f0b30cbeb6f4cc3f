"""What every Word export has around its content: paper, properties, styles, the line at the head and the foot of its pages."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.section import Section
from docx.shared import Mm

from exporters.archives import UNDATED, dated
from exporters.characters import xml_text
from exporters.docx.styles import FILE_LINE, STATUS_LINE, set_styles
from exporters.docx.xml import BOLD, add, add_field, add_text, set_paragraph, set_style
from exporters.phrases import LANGUAGE_TAGS, on_one_line
from treaty.review.paper import Paper
from treaty.review.report import ReportOptions

LONGEST_PROPERTY = 255
MARGINS = {"top_margin": 14, "right_margin": 12, "bottom_margin": 12, "left_margin": 14}
_TWENTIETHS_A_MILLIMETRE = 1440 / 25.4


def new_document(options: ReportOptions, title: str, as_of: datetime | None, *, portrait: bool | None = None) -> Document:
    """An empty document with our styles on the paper of the options, which `portrait` may turn."""
    document = docx.Document()
    paper = options.paper if portrait is None else Paper(options.paper.size, portrait)
    _set_page(document.sections[0], paper)
    set_styles(document)
    _set_properties(document, options, title, as_of)
    return document


def save(document: Document, part: Path, as_of: datetime | None) -> None:
    """Writes the document; the same content gives the same bytes."""
    written = io.BytesIO()
    document.save(written)
    part.write_bytes(dated(written.getvalue(), as_of))


def text_width(paper: Paper) -> int:
    """What the margins leave of a sheet's width, in twentieths of a point."""
    millimetres = paper.millimetres[0] - MARGINS["left_margin"] - MARGINS["right_margin"]
    return int(millimetres * _TWENTIETHS_A_MILLIMETRE)


def write_status(header: Any, options: ReportOptions) -> None:
    """The status of the report at the right of a header."""
    paragraph = header.paragraphs[0]._p
    set_style(paragraph, STATUS_LINE)
    set_paragraph(paragraph, "w:jc", val="right")
    add_text(paragraph, on_one_line(options.status_lines), look=BOLD)


def write_foot(footer: Any, width: int, files: Sequence[str] = ()) -> None:
    """Names of files at the left of a footer, page and pages at its right, `width` twentieths of a point apart."""
    paragraph = footer.paragraphs[0]._p
    set_style(paragraph, FILE_LINE)
    add(set_paragraph(paragraph, "w:tabs"), "w:tab", val="right", pos=width)
    add_text(paragraph, "    ".join(files) + "\t")
    add_field(paragraph, "PAGE")
    add_text(paragraph, " / ")
    add_field(paragraph, "NUMPAGES")


def _set_page(section: Section, paper: Paper) -> None:
    section.orientation = WD_ORIENT.PORTRAIT if paper.portrait else WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = map(Mm, paper.millimetres)
    for name, millimetres in MARGINS.items():
        setattr(section, name, Mm(millimetres))
    section.header_distance = section.footer_distance = Mm(7)


def _set_properties(document: Document, options: ReportOptions, title: str, as_of: datetime | None) -> None:
    properties = document.core_properties
    properties.title = xml_text(title)[:LONGEST_PROPERTY]
    properties.subject = xml_text(on_one_line(options.status_lines))[:LONGEST_PROPERTY]
    properties.language = LANGUAGE_TAGS[options.language]
    properties.author = properties.last_modified_by = xml_text(options.reviewer)[:LONGEST_PROPERTY]
    properties.comments = ""
    properties.created = properties.modified = as_of or UNDATED
    _drop_thumbnail(document)


def _drop_thumbnail(document: Document) -> None:
    """The template carries a picture of itself, which file managers would show."""
    relations: Any = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]
