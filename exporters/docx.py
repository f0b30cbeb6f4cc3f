"""A report as a Word document that can be sent on: a table of the texts, real comments, sources at the end."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from exporters.archives import UNDATED, with_fixed_dates
from exporters.characters import xml_text
from exporters.docx_styles import (
    CARET,
    CLAUSE,
    FILE_LINE,
    LANGUAGE_TAGS,
    LEGEND_LINE,
    NOTE_LINE,
    PART_TITLE,
    STATUS_LINE,
    SUBTITLE_LINE,
    TITLE_LINE,
    drop_thumbnail,
    set_page,
    set_styles,
    text_width,
)
from exporters.docx_table import CARET as CARET_SIGN
from exporters.docx_table import TableWriter, draw, draw_change, write_note
from exporters.docx_xml import add_field, add_text, set_style
from exporters.notes import note
from exporters.report_words import NO_BREAK, ReportWords
from exporters.styles import GRAVITIES, MOVED_GLYPH
from treaty.model import MarkFamily, Severity, Span
from treaty.progress import Progress
from treaty.review.changes import ChangeShape
from treaty.review.report import Report
from treaty.review.rows import Mark
from treaty.whole_file import whole_file

LONGEST_PROPERTY = 255
ITEM_GAP = "    "


def write_docx(report: Report, path: Path, *, progress: Progress) -> None:
    """Writes the report as a Word document."""
    words = ReportWords(report)
    document = docx.Document()
    set_page(document, report.options.paper)
    set_styles(document)
    _set_properties(document, words)
    _write_opening(document, words)
    _write_table(document, words, progress)
    _write_ending(document, words)
    _write_header_and_footer(document, words)
    with whole_file(path) as part:
        document.save(str(part))
        with_fixed_dates(part, report.as_of)
        progress.report(len(report.rows), len(report.rows), "progress.export")


def _set_properties(document: Document, words: ReportWords) -> None:
    options = words.report.options
    properties = document.core_properties
    properties.title = xml_text(words.document_title())[:LONGEST_PROPERTY]
    properties.subject = xml_text(words.status())[:LONGEST_PROPERTY]
    properties.language = LANGUAGE_TAGS[options.language]
    properties.author = properties.last_modified_by = xml_text(options.reviewer)[:LONGEST_PROPERTY]
    properties.comments = ""
    properties.created = properties.modified = words.report.as_of or UNDATED
    drop_thumbnail(document)


def _write_opening(document: Document, words: ReportWords) -> None:
    for index, title in enumerate(words.report.titles):
        _line(document, TITLE_LINE if index == 0 else SUBTITLE_LINE, title)
    summary = [*words.summary(), *filter(None, [words.as_of()])]
    spacing = _line(document, STATUS_LINE, ITEM_GAP.join(summary)).paragraph_format
    spacing.space_before, spacing.space_after = Mm(1), Mm(2)


def _write_table(document: Document, words: ReportWords, progress: Progress) -> None:
    rows = words.report.rows
    table = TableWriter(document, words, int(text_width(words.report.options.paper)))
    table.write_head()
    for done, row in enumerate(rows):
        if done % 50 == 0:
            progress.report(done, len(rows), "progress.export")
        table.write_row(row)


def _write_ending(document: Document, words: ReportWords) -> None:
    _write_legend(document, words)
    entries = sorted(words.findings(), key=lambda entry: entry.number)
    if entries:
        _line(document, PART_TITLE, words.wording("report.findings"))
    for entry in entries:
        write_note(_line(document, NOTE_LINE, ""), note(entry, words))
    _line(document, PART_TITLE, words.wording("report.sources"))
    for index in range(len(words.report.columns)):
        head, file = words.source(index)
        _line(document, NOTE_LINE, head).runs[0].bold = True
        _line(document, NOTE_LINE, file)
    _write_set_aside(document, words)


def _write_set_aside(document: Document, words: ReportWords) -> None:
    _line(document, PART_TITLE, words.wording("report.set_aside"))
    for index in range(len(words.report.columns)):
        for part in words.set_aside(index):
            _line(document, NOTE_LINE, part.reason).runs[0].bold = bool(part.text)
            if part.text:
                _line(document, CLAUSE, part.text).paragraph_format.left_indent = Mm(4)


def _write_legend(document: Document, words: ReportWords) -> None:
    paragraph = _line(document, LEGEND_LINE, f"{words.wording('report.legend')}{ITEM_GAP}")
    paragraph.runs[0].bold = True
    paragraph.paragraph_format.space_before = Mm(3)
    for shape in ChangeShape if words.versions else ():
        draw_change(shape, add_text(paragraph, words.change_sample(shape)))
        add_text(paragraph, ITEM_GAP)
    for family in () if words.versions else MarkFamily:
        mark = Mark(Span(0, 1), "", 0, family, Severity.MAJOR, dismissed=False)
        draw(mark, add_text(paragraph, words.sample(family)))
        _add_legend_name(paragraph, f" {words.family(family)}")
    if not words.versions:
        add_text(paragraph, CARET_SIGN, CARET)
        _add_legend_name(paragraph, f" {words.wording('report.missing_here')}")
    _add_legend_name(paragraph, f"{MOVED_GLYPH} {words.wording('report.legend_moved')}")
    for severity in Severity:
        _add_legend_name(paragraph, f"{GRAVITIES[severity].glyph} {words.severity(severity)}")


def _add_legend_name(paragraph: Paragraph, name: str) -> None:
    add_text(paragraph, name.replace(" ", NO_BREAK) + ITEM_GAP)


def _write_header_and_footer(document: Document, words: ReportWords) -> None:
    section = document.sections[0]
    header = section.header.paragraphs[0]
    set_style(header, STATUS_LINE)
    header.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    add_text(header, words.status()).bold = True
    footer = section.footer.paragraphs[0]
    set_style(footer, FILE_LINE)
    footer.paragraph_format.tab_stops.add_tab_stop(text_width(words.report.options.paper), WD_TAB_ALIGNMENT.RIGHT)
    files = [f"{words.side(index)} {words.file_line(column)}" for index, column in enumerate(words.report.columns)]
    add_text(footer, ITEM_GAP.join(files) + "\t")
    add_field(footer, "PAGE")
    add_text(footer, " / ")
    add_field(footer, "NUMPAGES")


def _line(document: Document, style: str, text: str) -> Paragraph:
    paragraph = document.add_paragraph()
    set_style(paragraph, style)
    if text:
        add_text(paragraph, text)
    return paragraph
