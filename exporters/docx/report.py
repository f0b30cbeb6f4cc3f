"""A report as a Word document that can be sent on: the texts side by side, real comments, findings and sources at the end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx.document import Document
from docx.enum.section import WD_SECTION

from exporters.docx.clauses import ClauseWriter
from exporters.docx.comments import Comments, attach, write_note
from exporters.docx.marks import CARET, look_of
from exporters.docx.page import new_document, save, text_width, write_foot, write_status
from exporters.docx.styles import CARET as CARET_STYLE
from exporters.docx.styles import (
    CLAUSE,
    COMMENT_TEXT,
    FILE_LINE,
    LEGEND_LINE,
    NOTE_LINE,
    PART_TITLE,
    STATUS_LINE,
    SUBTITLE_LINE,
    TITLE_LINE,
)
from exporters.docx.table import TableWriter
from exporters.docx.xml import BOLD, PLAIN, add_paragraph, add_text, set_paragraph
from exporters.notes import note, remarks_of
from exporters.report_words import NO_BREAK, ReportWords
from exporters.styles import GRAVITIES, MOVED_GLYPH
from treaty.model import MarkFamily, Severity, Span
from treaty.progress import Progress
from treaty.review.changes import ChangeShape
from treaty.review.report import Report
from treaty.review.rows import Mark
from treaty.whole_file import whole_file

ITEM_GAP = "    "
_STEP = 50
_ASIDE_INDENT = 227
_HAIR = 20


def write_docx(report: Report, path: Path, *, progress: Progress) -> None:
    """Writes the report as a Word document."""
    words, comments = ReportWords(report), Comments(style=COMMENT_TEXT)
    document = new_document(report.options, words.document_title(), report.as_of)
    table = TableWriter(document.element.body, words, ClauseWriter(words, comments), text_width(report.options.paper))
    _write_opening(document.element.body, words)
    _write_margins(document, words, table)
    table.write_head(document.element.body)
    for done, row in enumerate(report.rows):
        if done % _STEP == 0:
            progress.report(done, len(report.rows), "progress.export")
        table.write_row(row)
    _begin_last_section(document, words)
    _write_ending(document.element.body, words)
    attach(document, comments)
    with whole_file(path) as part:
        progress.report(len(report.rows), len(report.rows), "progress.export")
        save(document, part, report.as_of)
        progress.report(len(report.rows), len(report.rows), "progress.export")


def _write_opening(body: Any, words: ReportWords) -> None:
    for index, title in enumerate(words.report.titles):
        add_paragraph(body, TITLE_LINE if index == 0 else SUBTITLE_LINE, title)
    summary = [*words.summary(), *filter(None, [words.as_of()])]
    set_paragraph(add_paragraph(body, STATUS_LINE, ITEM_GAP.join(summary)), "w:spacing", before=57, after=113)


def _write_margins(document: Document, words: ReportWords, table: TableWriter) -> None:
    """Status and columns' head over each page (on the first the titles stand between them), files and page under it."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    for footer in (section.footer, section.first_page_footer):
        write_foot(footer, text_width(words.report.options.paper), words.file_lines())
    for header in (section.header, section.first_page_header):
        write_status(header, words.report.options)
    # Word wants a paragraph behind a table.
    last = add_paragraph(section.header._element, FILE_LINE)
    set_paragraph(last, "w:spacing", line=_HAIR, lineRule="exact")
    table.write_head(section.header._element)


def _begin_last_section(document: Document, words: ReportWords) -> None:
    """What follows the table begins a page, whose head has the status alone."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.different_first_page_header_footer = False
    section.header.is_linked_to_previous = False
    write_status(section.header, words.report.options)


def _write_ending(body: Any, words: ReportWords) -> None:
    _write_legend(body, words)
    entries = sorted(words.findings(), key=lambda entry: entry.number)
    if entries:
        add_paragraph(body, PART_TITLE, words.wording("report.findings"))
    for entry in entries:
        write_note(add_paragraph(body, NOTE_LINE), note(entry, words))
    _write_remarks(body, words)
    add_paragraph(body, PART_TITLE, words.wording("report.sources"))
    for index in words.told_texts():
        head, file = words.source(index)
        add_paragraph(body, NOTE_LINE, head, BOLD)
        add_paragraph(body, NOTE_LINE, file)
    _write_set_aside(body, words)


def _write_remarks(body: Any, words: ReportWords) -> None:
    said = [(words.place(row), each) for row in words.report.rows for each in remarks_of(row, words)]
    if said:
        add_paragraph(body, PART_TITLE, words.wording("report.remarks"))
    for place, each in said:
        write_note(add_paragraph(body, NOTE_LINE, f"{place} "), each)


def _write_set_aside(body: Any, words: ReportWords) -> None:
    add_paragraph(body, PART_TITLE, words.wording("report.set_aside"))
    for index in words.told_texts():
        for part in words.set_aside(index):
            add_paragraph(body, NOTE_LINE, part.reason, BOLD if part.text else PLAIN)
            if part.text:
                set_paragraph(add_paragraph(body, CLAUSE, part.text), "w:ind", left=_ASIDE_INDENT)


def _write_legend(body: Any, words: ReportWords) -> None:
    paragraph = add_paragraph(body, LEGEND_LINE, f"{words.wording('report.legend')}{ITEM_GAP}", BOLD)
    for shape in ChangeShape if words.versions else ():
        add_text(paragraph, words.change_sample(shape), look=look_of((), shape))
        add_text(paragraph, ITEM_GAP)
    if words.tells_findings and not words.versions:
        _write_marks(paragraph, words)
    _add_legend_name(paragraph, f"{MOVED_GLYPH} {words.wording('report.legend_moved')}")
    for severity in words.severities() if words.tells_findings else ():
        _add_legend_name(paragraph, f"{GRAVITIES[severity].glyph} {words.severity(severity)}")


def _write_marks(paragraph: Any, words: ReportWords) -> None:
    """A sample of each mark with what it stands for."""
    for family in MarkFamily:
        mark = Mark(Span(0, 1), "", 0, family, Severity.MAJOR, dismissed=False)
        add_text(paragraph, words.sample(family), look=look_of([mark]))
        _add_legend_name(paragraph, f" {words.family(family)}")
    add_text(paragraph, CARET, CARET_STYLE)
    _add_legend_name(paragraph, f" {words.wording('report.missing_here')}")


def _add_legend_name(paragraph: Any, name: str) -> None:
    add_text(paragraph, name.replace(" ", NO_BREAK) + ITEM_GAP)
