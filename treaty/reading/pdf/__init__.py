"""PDF: pages to lines in reading order, lines to paragraphs, with what stands around the text apart."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

from treaty.errors import ReadingError
from treaty.language.script import language_of
from treaty.model import Language, Unread
from treaty.progress import Progress
from treaty.reading.document import Block, Document, Reading, Role
from treaty.reading.joining import Words, joined, words_of
from treaty.reading.limits import MOST_CHARACTERS
from treaty.reading.notes import marked_notes
from treaty.reading.pdf.damage import damaged_parts
from treaty.reading.pdf.lines import TextLine, lines_of
from treaty.reading.pdf.margins import Sheet, SortedSheet, sorted_sheets
from treaty.reading.pdf.page import Glyph, Page, page_of
from treaty.reading.pdf.paragraphs import layout_of, paragraphs_of

_HEAD, _FOOT = 1024, 2048
"""The bytes at the beginning of a file among which readers look for its marker, and at its end for the last one."""
_AT_ONCE = re.compile(rb"[\s\0\xef\xbb\xbf]*%PDF-\d\.\d\s*?(?:[\r\n%\0\x80-\xff]|\Z)")
_MARKER = re.compile(rb"(?:^|[\r\n\0])%PDF-\d\.\d")
_OBJECT = re.compile(rb"\b\d{1,10}\s+\d{1,5}\s+obj\b")
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_LEAST_CHARACTERS = 10
"""A page with fewer characters is a scan, if it has a picture, or more drawings than a table has rules."""
_FEW_DRAWINGS = 100
_MOST_UNMAPPED = 0.5
_ONE_AT_A_TIME = threading.Lock()
"""PDFium must not be called by two threads at once."""


def recognises_pdf(content: bytes) -> bool:
    """Whether a file is a PDF: its first line says so, or one soon behind it does and the bytes are no text about PDF."""
    if _AT_ONCE.match(content[:_HEAD]):
        return True
    if not (_MARKER.search(content[:_HEAD]) and _OBJECT.search(content)):
        return False
    return b"%%EOF" in content[-_FOOT:] or _NO_TEXT.search(content) is not None


def read_pdf(content: bytes, reading: Reading) -> Document:
    """The paragraphs of a PDF; raises ReadingError where it is locked, damaged, or holds no text."""
    with _ONE_AT_A_TIME:
        pages = _pages(content, reading)
    if not pages.characters and pages.unreadable:
        raise ReadingError("damaged_file", file=reading.file, format="PDF")
    if pages.scanned and not pages.with_text:
        raise ReadingError("scanned_pdf", file=reading.file)
    if pages.unmapped > _MOST_UNMAPPED * pages.characters:
        raise ReadingError("unmapped_pdf", file=reading.file)
    unread = {
        "page": pages.scanned + pages.unreadable,
        "picture": pages.pictures,
        "character": pages.unmapped,
        "macro": pages.scripts,
        "attachment": pages.attachments,
        "damaged_part": damaged_parts(content),
    }
    sheets = sorted_sheets(pages.sheets)
    reading.progress.report(1, 1, "progress.read")
    blocks = tuple(_blocks(sheets, pages.aside, reading.progress))
    return Document(blocks, tuple(Unread(what, count) for what, count in unread.items() if count > 0))


@dataclass(slots=True)
class _Pages:
    """What the pages of a file hold, without their characters. `aside` is what does not stand in the lines of a page."""

    sheets: list[Sheet] = field(default_factory=list)
    aside: list[list[Block]] = field(default_factory=list)
    gutter: float | None = None
    characters: int = 0
    unmapped: int = 0
    pictures: int = 0
    scanned: int = 0
    with_text: int = 0
    unreadable: int = 0
    scripts: int = 0
    attachments: int = 0

    def add(self, page: Page) -> None:
        self.characters += page.count
        self.unmapped += page.unmapped
        if _is_scan(page):
            self.scanned += 1
        else:
            self.with_text += bool(page.count)
            self.pictures += 0 if page.is_recognised else page.pictures
        lines, self.gutter = lines_of(page.text, len(self.sheets), self.gutter, page.rules)
        self.sheets.append(Sheet(tuple(lines), page.height))
        self.aside.append(list(_aside(page)))


def _is_scan(page: Page) -> bool:
    """Whether a page has its words, if any, as pictures or as outlines."""
    if page.count >= _LEAST_CHARACTERS:
        return False
    return bool(page.pictures) or page.drawings > (_FEW_DRAWINGS if page.count else 0)


def _pages(content: bytes, reading: Reading) -> _Pages:
    pages = _Pages()
    with _opened(content, reading.file) as document:
        count = len(document)
        pages.scripts = pypdfium2.raw.FPDFDoc_GetJavaScriptActionCount(document.raw)
        pages.attachments = pypdfium2.raw.FPDFDoc_GetAttachmentCount(document.raw)
        for index in range(count):
            reading.progress.report(index, count, "progress.read")
            try:
                page = document[index]
            except pypdfium2.PdfiumError:
                pages.unreadable += 1
                continue
            try:
                pages.add(page_of(page))
            except pypdfium2.PdfiumError:
                pages.unreadable += 1
            finally:
                page.close()
            if pages.characters > MOST_CHARACTERS:
                raise ReadingError("too_large", file=reading.file)
    return pages


def _opened(content: bytes, file: str) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as problem:
        if problem.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise ReadingError("locked_file", file=file) from problem
        raise ReadingError("damaged_file", file=file, format="PDF") from problem
    if len(document) < 1:
        document.close()
        raise ReadingError("damaged_file", file=file, format="PDF")
    return document


def _aside(page: Page) -> Iterator[Block]:
    """What stands across the lines of a page: turned text is read after them, watermarks and hidden text are set aside."""
    for turned in page.sideways:
        for line in lines_of(turned, 0)[0]:
            yield Block(line.with_marks(frozenset()).text)
    if page.slanted:
        yield Block(_run_on(page.slanted), Role.FURNITURE)
    if page.hidden:
        yield Block(_run_on(page.hidden), Role.HIDDEN)


def _run_on(glyphs: Sequence[Glyph]) -> str:
    return "".join((" " if glyph.after_space else "") + glyph.character for glyph in glyphs).strip()


def _blocks(sheets: Sequence[SortedSheet], aside: Sequence[list[Block]], progress: Progress) -> Iterator[Block]:
    """The paragraphs of the text, and behind the last one that begins on a page what else stands on that page.

    Between its steps, which take a while on a thousand pages, the work can be cancelled.
    """
    lines = [line for sheet in sheets for line in sheet.body]
    layout = layout_of(lines)
    progress.report(1, 1, "progress.read")
    flows = {language: paragraphs_of(flow, layout) for language, flow in _flows(lines).items()}
    progress.report(1, 1, "progress.read")
    words = words_of(paragraph for flow in flows.values() for paragraph in flow)
    progress.report(1, 1, "progress.read")
    others = [[*_around(sheet, words), *more] for sheet, more in zip(sheets, aside, strict=True)]
    first = next(iter(flows))
    for own, flow in flows.items():
        beside = [[one for one in page if _flow_of(one, flows, first) is own] for page in others]
        told = 0
        for paragraph in flow:
            yield from (block for page in beside[told : paragraph[0].page] for block in page)
            told = max(told, paragraph[0].page)
            yield _block(paragraph, words)
        yield from (block for page in beside[told:] for block in page)


def _block(paragraph: Sequence[TextLine], words: Words) -> Block:
    """A paragraph's lines, or the row of a table that is its one line, as a block."""
    if not paragraph[0].cells:
        return Block(joined(paragraph, words))
    cells = (paragraphs_of(cell, layout_of(cell)) for cell in paragraph[0].cells)
    return Block(role=Role.TABLE_ROW, cells=tuple(tuple(joined(lines, words) for lines in cell) for cell in cells))


def _flow_of(block: Block, flows: Collection[Language | None], first: Language | None) -> Language | None:
    language = language_of(block.text)
    return language if language in flows else first


def _around(sheet: SortedSheet, words: Words) -> Iterator[Block]:
    yield from marked_notes(Block(joined(note, words), Role.FOOTNOTE) for note in sheet.notes)
    yield from (Block(line.text, role) for line, role in sheet.around)


def _flows(lines: Sequence[TextLine]) -> dict[Language | None, list[TextLine]]:
    """The lines in the order in which they are read: as they come, or, where both languages stand side by side on the pages,
    one language after the other. Lines over the full width go with the language they are in."""
    languages = {side: _language([line for line in lines if line.column.startswith(side)]) for side in "lr"}
    if None in languages.values() or languages["l"] is languages["r"]:
        return {None: list(lines)}
    flows: dict[Language | None, list[TextLine]] = {languages["l"]: [], languages["r"]: []}
    current = languages["l"]
    for line in lines:
        current = languages[line.column[0]] if line.column else language_of(line.text) or current
        flows[current].append(line)
    return flows


def _language(lines: Sequence[TextLine]) -> Language | None:
    """The language that most lines of a column are in."""
    votes = Counter(language for line in lines if (language := language_of(line.text)))
    return votes.most_common(1)[0][0] if votes else None
