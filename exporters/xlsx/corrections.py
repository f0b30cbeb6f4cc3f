"""The correction table as a workbook."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from exporters.characters import xml_text
from exporters.correction_table import COLUMNS, STEP, CorrectionWords, stretches
from exporters.styles import SANS
from exporters.xlsx.cells import add_filters, fit_height, save_workbook, set_for_paper, write_head, write_words
from resources.wording_table import load_wording
from treaty.progress import Progress
from treaty.review.corrections import CorrectionTable, Passage

WIDTH = 180
"""Of all columns together, in characters."""
_MARKED = InlineFont(rFont=SANS, sz=10, b=True, u="single")


def write_corrections_xlsx(table: CorrectionTable, path: Path, *, progress: Progress) -> None:
    """Writes the table: one row a correction, the changed words underlined; title and date stand in the head on paper."""
    words = CorrectionWords(table)
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = load_wording(table.options.language)("corrections.sheet")
    set_for_paper(sheet, table.options.paper)
    _write_margins(sheet, words)
    write_head(sheet, words.heads(), [WIDTH * column.share / 100 for column in COLUMNS])
    for number, correction in enumerate(table.corrections, start=2):
        if number % STEP == 0:
            progress.report(number, len(table.corrections), "progress.export")
        passages = enumerate(words.cells(correction), start=1)
        fit_height(sheet, [_write_passage(sheet, number, column, passage) for column, passage in passages])
    add_filters(sheet, len(COLUMNS))
    properties = {"title": words.title(), "creator": table.options.reviewer, "subject": words.status()}
    progress.report(len(table.corrections), len(table.corrections), "progress.export")
    save_workbook(book, path, properties, table.as_of)


def _write_margins(sheet: Worksheet, words: CorrectionWords) -> None:
    """What stands above and below the table on every sheet of paper."""
    head, foot = sheet.oddHeader, sheet.oddFooter
    assert head is not None
    assert foot is not None
    head.left.text, head.right.text = _plain(words.title()), _plain(words.status())
    foot.left.text, foot.right.text = _plain(" · ".join(words.summary())), "&P / &N"


def _write_passage(sheet: Worksheet, row: int, column: int, passage: Passage) -> Cell:
    cell = write_words(sheet, row, column, passage.text)
    if any(stretch.marked for stretch in stretches(passage)):
        # The plain text has gone through the cell's own checks first; what fits there fits here.
        parts = [(xml_text(stretch.text), stretch.marked) for stretch in stretches(passage)]
        cell.value = CellRichText(*(TextBlock(_MARKED, text) if marked else text for text, marked in parts))
    return cell


def _plain(text: str) -> str:
    """Words for a page's head or foot, where an ampersand would begin a code."""
    return xml_text(text).replace("&", "&&")[:250]
