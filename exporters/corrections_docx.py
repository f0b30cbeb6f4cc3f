"""The correction table as a Word document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Emu, Mm
from docx.table import Table, _Cell

from exporters.archives import UNDATED, with_fixed_dates
from exporters.characters import xml_text
from exporters.correction_table import COLUMNS, CorrectionWords, stretches
from exporters.docx_styles import (
    CLAUSE,
    COLUMN_HEAD,
    FILE_LINE,
    LANGUAGE_TAGS,
    NOTE_LINE,
    STATUS_LINE,
    TITLE_LINE,
    drop_thumbnail,
    set_page,
    set_styles,
    text_width,
)
from exporters.docx_table import empty_table
from exporters.docx_xml import ROW_ORDER, add_field, add_text, put_in_order, set_style
from treaty.review.corrections import CorrectionTable, Passage
from treaty.whole_file import whole_file

ITEM_GAP = "    "
_STYLES = (NOTE_LINE, CLAUSE, CLAUSE, CLAUSE, NOTE_LINE, NOTE_LINE)


def write_corrections_docx(table: CorrectionTable, path: Path) -> None:
    """Writes the table: title, summary, one row a correction, the changed words underlined."""
    words = CorrectionWords(table)
    document = docx.Document()
    set_page(document, table.options.paper)
    set_styles(document)
    _set_properties(document, words)
    _write_line(document, TITLE_LINE, words.title())
    _write_line(document, STATUS_LINE, ITEM_GAP.join(words.summary()))
    _write_rows(document, words)
    _write_header_and_footer(document, words)
    with whole_file(path) as part:
        document.save(str(part))
        with_fixed_dates(part, table.as_of)


def _set_properties(document: Document, words: CorrectionWords) -> None:
    options, properties = words.table.options, document.core_properties
    properties.title, properties.subject = xml_text(words.title())[:255], xml_text(words.status())[:255]
    properties.language = LANGUAGE_TAGS[options.language]
    properties.author = properties.last_modified_by = xml_text(options.reviewer)[:255]
    properties.comments = ""
    properties.created = properties.modified = words.table.as_of or UNDATED
    drop_thumbnail(document)


def _write_line(document: Document, style: str, text: str) -> None:
    paragraph = document.add_paragraph()
    set_style(paragraph, style)
    add_text(paragraph, text)
    paragraph.paragraph_format.space_after = Mm(2)


def _write_rows(document: Document, words: CorrectionWords) -> None:
    width = int(text_width(words.table.options.paper))
    widths = [width * column.share // 100 for column in COLUMNS]
    made = empty_table(document, widths)
    heads = [Passage(head) for head in words.heads()]
    _write_row(made, widths, heads, [COLUMN_HEAD] * len(COLUMNS), "w:tblHeader")
    for correction in words.table.corrections:
        _write_row(made, widths, words.cells(correction), _STYLES, "w:cantSplit")


def _write_row(table: Table, widths: Sequence[int], passages: Sequence[Passage], styles: Sequence[str], kind: str) -> None:
    row: Any = table.add_row()  # type: ignore[no-untyped-call]
    put_in_order(row._tr.get_or_add_trPr(), ROW_ORDER, kind)
    for cell, width, passage, style in zip(row.cells, widths, passages, styles, strict=True):
        cell.width = Emu(width)
        _write_passage(cell, passage, style)


def _write_passage(cell: _Cell, passage: Passage, style: str) -> None:
    paragraph = cell.paragraphs[0]
    set_style(paragraph, style)
    for stretch in stretches(passage):
        run = add_text(paragraph, stretch.text)
        if stretch.marked:
            run.underline = run.bold = True


def _write_header_and_footer(document: Document, words: CorrectionWords) -> None:
    section = document.sections[0]
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    set_style(header, STATUS_LINE)
    header.alignment = footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    add_text(header, words.status()).bold = True
    set_style(footer, FILE_LINE)
    add_field(footer, "PAGE")
    add_text(footer, " / ")
    add_field(footer, "NUMPAGES")
