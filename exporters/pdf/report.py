"""A report as a PDF for the meeting table: pure black, words that can be selected and searched, findings as annotations."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from exporters.archives import UNDATED
from exporters.characters import code_point
from exporters.pdf.annotations import Annotator
from exporters.pdf.block_maker import BlockMaker
from exporters.pdf.blocks import Block
from exporters.pdf.columns import Frame, frame_of, sheet_columns
from exporters.pdf.pages import Page, PageMaker, PlacedBlock
from exporters.pdf.pen import Pen
from exporters.pdf.rows import RowDrawer
from exporters.pdf.sheet import Sheet
from exporters.pdf.summary import summary_blocks
from exporters.pdf.tags import Element
from exporters.pdf.type import SANS, SANS_MEDIUM, SERIF, TypeCase, load_type
from exporters.phrases import LANGUAGE_TAGS
from exporters.report_words import ReportWords
from exporters.styles import BODY, NOTE
from treaty.progress import Progress
from treaty.review.report import Report
from treaty.review.rows import Row, RowKind
from treaty.whole_file import whole_file

_STEP = 50

# Streams as bytes, not as letters: smaller, and sooner written.
rl_config.useA85 = 0


@dataclass(frozen=True, slots=True)
class Part:
    """Pages of one kind: those of the table have its head on each."""

    pages: Sequence[Page]
    top: float
    has_head: bool = False


def write_pdf(report: Report, path: Path, *, progress: Progress) -> None:
    """Writes the report as a PDF: the summary, the table, the sources and what was set aside."""
    words, case, frame = ReportWords(report), load_type(), frame_of(report.options.paper)
    columns = sheet_columns(frame, report.options.columns.cells)
    sheet = Sheet(words, case, columns, frame.top, frame.bottom)
    maker = BlockMaker(words, case, columns)
    summary = [Part(_plain_pages(summary_blocks(words, maker), sheet), sheet.head_top)] if words.tells_findings else []
    parts = [
        *summary,
        Part(_table_pages(report, maker, sheet, progress), sheet.body_top, has_head=True),
        Part(_plain_pages(_ending(words, maker, case), sheet), sheet.head_top),
    ]
    made = io.BytesIO()
    canvas = _canvas(made, words, frame)
    _draw(canvas, sheet, parts, words, frame, progress)
    _tell_while_saving(canvas, progress)
    canvas.save()
    with whole_file(path) as part:
        part.write_bytes(made.getvalue())
        progress.report(len(report.rows), len(report.rows), "progress.export")


def _table_pages(report: Report, maker: BlockMaker, sheet: Sheet, progress: Progress) -> list[Page]:
    pages = PageMaker(sheet.body_bottom - sheet.body_top)
    blocks = []
    for done, row in enumerate(report.rows):
        if done % _STEP == 0:
            progress.report(done, len(report.rows) * 3, "progress.export")
        again = maker.continued(row) if _is_repeated(row, report) else None
        blocks.append(maker.row(row, done, again))
    pages.add(blocks)
    return pages.pages


def _is_repeated(row: Row, report: Report) -> bool:
    """Whether a heading is said again where its clauses run on to another sheet. The title is on every sheet anyway."""
    words = {clause.text for cell in row.cells for clause in cell.clauses}
    return row.kind is RowKind.HEADING and not words & {column.title for column in report.columns}


def _plain_pages(blocks: Iterator[Block], sheet: Sheet) -> list[Page]:
    pages = PageMaker(sheet.body_bottom - sheet.head_top)
    pages.add(list(blocks))
    return pages.pages


def _ending(words: ReportWords, maker: BlockMaker, case: TypeCase) -> Iterator[Block]:
    yield maker.title(words.wording("report.sources"))
    for index in words.told_texts():
        head, file = words.source(index)
        yield maker.text(head, NOTE, SANS_MEDIUM)
        yield maker.text(file, NOTE)
    yield maker.title(words.wording("report.set_aside"))
    for index in words.told_texts():
        for part in words.set_aside(index):
            yield maker.text(part.reason, NOTE, SANS_MEDIUM)
            if part.text:
                yield maker.text(part.text, BODY, SERIF, indent=12)
    # Last: what stands before may still ask for characters that no font has.
    if case.replaced:
        yield maker.title(words.wording("report.replaced"))
        yield maker.text(", ".join(map(_named, sorted(case.replaced))), NOTE)


def _named(character: str) -> str:
    return f"{code_point(character)} {unicodedata.name(character, '').capitalize()}".strip()


def _canvas(made: io.BytesIO, words: ReportWords, frame: Frame) -> Any:
    options = words.report.options
    language, size = LANGUAGE_TAGS[options.language], (frame.width, frame.height)
    canvas: Any = Canvas(made, pagesize=size, pageCompression=1, lang=language, initialFontName=SANS, invariant=1)
    canvas.setTitle(words.document_title())
    canvas.setAuthor(options.reviewer)
    canvas.setSubject(words.status())
    canvas.setDateFormatter(lambda *clock: f"D:{words.report.as_of or UNDATED:%Y%m%d%H%M%S}")
    canvas.setCreator("Daejo")
    return canvas


def _draw(canvas: Any, sheet: Sheet, parts: Sequence[Part], words: ReportWords, frame: Frame, progress: Progress) -> None:
    pen, annotator = Pen(canvas, frame.height), Annotator(words)
    rows = RowDrawer(words, sheet_columns(frame, words.report.options.columns.cells), pen)
    total, number = sum(len(part.pages) for part in parts), 0
    for part in parts:
        holder: Element | None = None
        for page in part.pages:
            number += 1
            progress.report(total + number, total * 3, "progress.export")
            sheet.draw_frame(pen, number, total)
            is_first, holder = holder is None, holder or pen.tags.root.add("Table" if part.has_head else "Sect")
            if part.has_head:
                sheet.draw_table_head(pen, holder if is_first else None)
            rows.draw(page, part.top, holder)
            annotator.annotate(canvas, pen.take_marked())
            for placed in page.blocks:
                _bookmark(canvas, placed, frame.height - part.top - placed.top)
            canvas.showPage()
            pen.tags.end_page()
    pen.tags.write()
    canvas.showOutline()


def _tell_while_saving(canvas: Any, progress: Progress) -> None:
    """reportlab writes all pages in one go, which takes a third of the time, and would not hear who wants to stop: pages do."""
    pages = canvas._doc.Pages.pages

    def told(number: int, prepared: Callable[[Any], None], document: Any) -> None:
        progress.report(len(pages) * 2 + number, len(pages) * 3, "progress.export")
        prepared(document)

    for number, page in enumerate(pages):
        page.check_format = partial(told, number, page.check_format)


def _bookmark(canvas: Any, placed: PlacedBlock, y: float) -> None:
    """The place that links and the outline lead to."""
    block = placed.block
    if block.anchor:
        canvas.bookmarkHorizontal(block.anchor, 0, y)
        if block.bookmark:
            canvas.addOutlineEntry(block.bookmark, block.anchor, block.rank, closed=1)
