"""Cells of workbooks: text that stays text, widths, frozen heads, and files that come out the same each time."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from math import ceil
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from exporters.archives import UNDATED, dated
from exporters.characters import code_point, xml_text
from exporters.styles import SANS
from treaty.review.paper import Paper, PaperSize
from treaty.whole_file import whole_file

LONGEST_CELL = 32_767
"""What Excel holds in one cell; a longer text is cut there, visibly."""
_CUT = " …"
_HAIR = Side(style="hair", color="C4C9C6")
FRAME = Border(top=_HAIR, bottom=_HAIR, left=_HAIR, right=_HAIR)
HEAD_FILL = PatternFill("solid", fgColor="E3E5E2")
HEADING_FILL = PatternFill("solid", fgColor="F4F5F3")
BODY_FONT = Font(name=SANS, size=10)
BOLD_FONT = Font(name=SANS, size=10, bold=True)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_CENTRED = Alignment(horizontal="center", vertical="top")
_LINE_HEIGHT, _ROW_MARGIN, _HIGHEST_ROW = 14.5, 2.0, 409.0
"""In points; 409 is the highest row that Excel has."""
_WIDE = 1.9
_PAPER_NUMBERS = {PaperSize.A4: 9, PaperSize.LETTER: 1}
"""Excel's numbers for sizes of paper."""


def write_words(sheet: Worksheet, row: int, column: int, words: str | int, *, bold: bool = False) -> SheetCell:
    """A cell with a number or with words. Words are never taken for a formula, whatever they begin with."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, SheetCell)
    if isinstance(words, int):
        cell.value = words
    else:
        cell.value = _fitting(words)
        cell.data_type = "s"
        cell.quotePrefix = words.startswith(("=", "+", "-", "@"))
    cell.font, cell.border = BOLD_FONT if bold else BODY_FONT, FRAME
    cell.alignment = _CENTRED if isinstance(words, int) else _WRAPPED
    return cell


def _fitting(words: str) -> str:
    clean = xml_text(words).replace("\r", code_point("\r"))
    return clean if len(clean) <= LONGEST_CELL else clean[: LONGEST_CELL - len(_CUT)] + _CUT


def fit_height(sheet: Worksheet, cells: Sequence[SheetCell]) -> None:
    """Makes a row as high as the wrapped words of its cells need: programs do so by themselves only where one is edited."""
    lines = max(_lines(cell.value, sheet.column_dimensions[cell.column_letter].width) for cell in cells)
    sheet.row_dimensions[cells[0].row].height = min(_HIGHEST_ROW, _LINE_HEIGHT * lines + _ROW_MARGIN)


def _lines(value: object, width: float) -> int:
    """How many lines some words take in a column of so many characters; Hangul and its like are two characters wide."""
    if not isinstance(value, str | CellRichText):
        return 1
    return sum(max(1, ceil(sum(_WIDE if _is_wide(sign) else 1 for sign in line) / width)) for line in str(value).split("\n"))


def _is_wide(sign: str) -> bool:
    return east_asian_width(sign) in "WF"


def write_head(sheet: Worksheet, names: Sequence[str], widths: Sequence[float]) -> None:
    """The first row of a sheet: names of columns, frozen and with filters, and the columns' widths in characters."""
    for column, (name, width) in enumerate(zip(names, widths, strict=True), start=1):
        cell = write_words(sheet, 1, column, name, bold=True)
        cell.fill = HEAD_FILL
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"


def add_filters(sheet: Worksheet, columns: int) -> None:
    """Lets the rows of a table be filtered by each of its columns."""
    sheet.auto_filter.ref = f"A1:{get_column_letter(columns)}{max(2, sheet.max_row)}"


def set_for_paper(sheet: Worksheet, paper: Paper) -> None:
    """As wide as the paper, the head on every page."""
    sheet.page_setup.orientation = "portrait" if paper.portrait else "landscape"
    sheet.page_setup.paperSize = _PAPER_NUMBERS[paper.size]
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.75, bottom=0.7, header=0.35, footer=0.35)
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    sheet.print_title_rows = "1:1"


def save_workbook(book: Workbook, path: Path, properties: Mapping[str, str], as_of: datetime | None) -> None:
    """Writes a workbook whole or not at all; the same content gives the same bytes."""
    book.properties.created = book.properties.modified = as_of or UNDATED
    for name, value in properties.items():
        setattr(book.properties, name, xml_text(value))
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        _InMemory(book, archive).save()
    with whole_file(path) as part:
        part.write_bytes(dated(made.getvalue(), as_of))


class _InMemory(ExcelWriter):
    """openpyxl writes each sheet into a temporary file first, which a kill would leave behind with the words of the texts."""

    def write_worksheet(self, ws: Worksheet) -> None:
        sheet: Any = ws
        book: Any = self
        sheet._drawing = SpreadsheetDrawing()
        made = io.BytesIO()
        writer: Any = WorksheetWriter(sheet, made)
        writer.write()
        sheet._rels = writer._rels
        book._archive.writestr(sheet.path[1:], made.getvalue())
        self.manifest.append(sheet)
