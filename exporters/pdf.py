"""A report as a PDF for the meeting table: A4 landscape, pure black, words that can be selected and searched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from exporters.archives import UNDATED
from exporters.pdf_blocks import Block, BlockMaker, Columns
from exporters.pdf_pages import Page, PageMaker
from exporters.pdf_pen import Pen
from exporters.pdf_sheet import Sheet
from exporters.pdf_type import SANS, SANS_MEDIUM, SERIF, load_type
from exporters.report_words import ReportWords
from exporters.styles import BODY, NOTE
from treaty.model import Language
from treaty.progress import Progress
from treaty.review.report import Report
from treaty.review.rows import Row, RowKind
from treaty.whole_file import whole_file

WIDTH, HEIGHT = landscape(A4)
LEFT, RIGHT, TOP, BOTTOM = 40.0, WIDTH - 34.0, 28.0, HEIGHT - 26.0
NUMBER_WIDTH = 46.0
GUTTER = 16.0
LANGUAGE_TAGS = {Language.KOREAN: "ko-KR", Language.ENGLISH: "en-US"}


def write_pdf(report: Report, path: Path, *, progress: Progress) -> None:
    """Writes the report as a PDF."""
    words = ReportWords(report)
    case = load_type()
    columns = sheet_columns(len(report.columns))
    sheet = Sheet(words, case, columns, TOP, BOTTOM)
    maker = BlockMaker(words, case, columns)
    pages, ending = _table_pages(report, maker, sheet, progress), _last_pages(words, maker, sheet)
    with whole_file(path) as part:
        canvas = _canvas(part, words)
        _draw(canvas, sheet, pages, ending)
        canvas.save()
        progress.report(len(report.rows), len(report.rows), "progress.export")


def sheet_columns(texts: int) -> Columns:
    """The columns of a sheet: the number, then as many texts as there are, equally wide."""
    first = LEFT + NUMBER_WIDTH
    width = (RIGHT - first - GUTTER * (texts - 1)) / texts
    lefts = tuple(first + index * (width + GUTTER) for index in range(texts))
    return Columns(LEFT, RIGHT, LEFT + 7, lefts, (width,) * texts)


def _table_pages(report: Report, maker: BlockMaker, sheet: Sheet, progress: Progress) -> list[Page]:
    pages = PageMaker(sheet.body_bottom - sheet.body_top)
    blocks = []
    for done, row in enumerate(report.rows):
        if done % 50 == 0:
            progress.report(done, len(report.rows), "progress.export")
        again = maker.continued(row) if _is_repeated(row, report) else None
        blocks.append(maker.row(row, again))
    pages.add(blocks)
    return pages.pages


def _is_repeated(row: Row, report: Report) -> bool:
    """Whether a heading is said again where its clauses run on to another sheet. The title is on every sheet anyway."""
    words = {clause.text for cell in row.cells for clause in cell.clauses}
    return row.kind is RowKind.HEADING and not words & set(report.titles)


def _last_pages(words: ReportWords, maker: BlockMaker, sheet: Sheet) -> list[Page]:
    pages = PageMaker(sheet.body_bottom - sheet.head_top)
    pages.add(list(_ending(words, maker)))
    return pages.pages


def _ending(words: ReportWords, maker: BlockMaker) -> Iterator[Block]:
    yield maker.title(words.wording("report.sources"))
    for index in range(len(words.report.columns)):
        head, file = words.source(index)
        yield maker.text(head, NOTE, SANS_MEDIUM)
        yield maker.text(file, NOTE)
    yield maker.title(words.wording("report.set_aside"))
    for index in range(len(words.report.columns)):
        for part in words.set_aside(index):
            yield maker.text(part.reason, NOTE, SANS_MEDIUM)
            if part.text:
                yield maker.text(part.text, BODY, SERIF, indent=12)


def _canvas(part: Path, words: ReportWords) -> Any:
    options = words.report.options
    language = LANGUAGE_TAGS[options.language]
    canvas: Any = Canvas(
        str(part), pagesize=(WIDTH, HEIGHT), pageCompression=1, lang=language, initialFontName=SANS, invariant=1
    )
    canvas.setTitle(words.document_title())
    canvas.setAuthor(options.reviewer)
    canvas.setSubject(words.status())
    canvas.setDateFormatter(lambda *clock: f"D:{words.report.as_of or UNDATED:%Y%m%d%H%M%S}")
    canvas.setCreator("Daejo")
    return canvas


def _draw(canvas: Any, sheet: Sheet, table: list[Page], ending: list[Page]) -> None:
    pen = Pen(canvas, HEIGHT)
    total = len(table) + len(ending)
    for number, page in enumerate([*table, *ending], start=1):
        is_table = number <= len(table)
        sheet.draw_frame(pen, number, total)
        if is_table:
            sheet.draw_table_head(pen)
        top = sheet.body_top if is_table else sheet.head_top
        sheet.draw_blocks(pen, page, top)
        _bookmark(canvas, page, number, top)
        canvas.showPage()
    canvas.showOutline()


def _bookmark(canvas: Any, page: Page, number: int, top: float) -> None:
    for index, placed in enumerate(page.blocks):
        if placed.block.bookmark:
            key = f"{number}.{index}"
            canvas.bookmarkHorizontal(key, 0, HEIGHT - top - placed.top)
            canvas.addOutlineEntry(placed.block.bookmark, key)
