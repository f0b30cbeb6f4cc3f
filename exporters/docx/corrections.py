"""The correction table as a Word document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from exporters.correction_table import COLUMNS, STEP, CorrectionWords, stretches
from exporters.docx.page import new_document, save, text_width, write_foot, write_status
from exporters.docx.styles import CLAUSE, COLUMN_HEAD, NOTE_LINE, STATUS_LINE, TITLE_LINE
from exporters.docx.xml import PLAIN, Look, add_cell, add_paragraph, add_row, add_table, add_text, set_paragraph
from treaty.progress import Progress
from treaty.review.corrections import CorrectionTable, Passage
from treaty.whole_file import whole_file

ITEM_GAP = "    "
_STYLES = (NOTE_LINE, CLAUSE, CLAUSE, CLAUSE, NOTE_LINE, NOTE_LINE)
_CHANGED = Look(bold=True, underline="single")
_SPACE_AFTER = 113


def write_corrections_docx(table: CorrectionTable, path: Path, *, progress: Progress) -> None:
    """Writes the table: title, summary, one row a correction, the changed words underlined."""
    words = CorrectionWords(table)
    document = new_document(table.options, words.title(), table.as_of)
    for style, line in ((TITLE_LINE, words.title()), (STATUS_LINE, ITEM_GAP.join(words.summary()))):
        set_paragraph(add_paragraph(document.element.body, style, line), "w:spacing", after=_SPACE_AFTER)
    width = text_width(table.options.paper)
    _write_rows(document.element.body, words, width, progress)
    write_status(document.sections[0].header, table.options)
    write_foot(document.sections[0].footer, width)
    with whole_file(path) as part:
        save(document, part, table.as_of)
        progress.report(len(table.corrections), len(table.corrections), "progress.export")


def _write_rows(body: Any, words: CorrectionWords, width: int, progress: Progress) -> None:
    widths = [width * column.share // 100 for column in COLUMNS]
    made = add_table(body, widths)
    _write_row(add_row(made, head=True), widths, [Passage(head) for head in words.heads()], [COLUMN_HEAD] * len(COLUMNS))
    for done, correction in enumerate(words.table.corrections):
        if done % STEP == 0:
            progress.report(done, len(words.table.corrections), "progress.export")
        _write_row(add_row(made), widths, words.cells(correction), _STYLES)


def _write_row(row: Any, widths: Sequence[int], passages: Sequence[Passage], styles: Sequence[str]) -> None:
    for width, passage, style in zip(widths, passages, styles, strict=True):
        paragraph = add_paragraph(add_cell(row, [width]), style)
        for stretch in stretches(passage):
            add_text(paragraph, stretch.text, look=_CHANGED if stretch.marked else PLAIN)
