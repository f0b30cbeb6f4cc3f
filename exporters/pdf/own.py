"""Highlights with notes in a copy of the user's own PDF, on the words of the clauses concerned.

The copy begins with the original byte for byte; what is new is appended, as PDF's incremental updates are. Viewers show a note
when its highlight is pointed at.
"""

from __future__ import annotations

import ctypes
import hashlib
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from exporters.remarks import Remark, Remarks, remarks_on
from exporters.report_words import ReportWords
from treaty.errors import ReadingError
from treaty.progress import Progress, SilentProgress
from treaty.whole_file import whole_file

COLOUR = (255, 226, 120)
_OPACITY = 130
_NAME = re.compile(rb"/ID\s*\[\s*<[0-9A-Fa-f]*>\s*<([0-9A-Fa-f]+)>\s*\]")


@dataclass(frozen=True, slots=True)
class _Character:
    """A character of the document and the box it stands in: left, bottom, right, top in points of its page."""

    text: str
    page: int
    box: tuple[float, float, float, float]


def annotate_pdf(
    source: Path, path: Path, words: ReportWords, column: int, *, progress: Progress = SilentProgress()
) -> Remarks:
    """Writes a copy of `source`, the document of one of the report's texts, with its findings as highlights.

    Raises ReadingError where it cannot be opened, and WritingError.
    """
    content = source.read_bytes()
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as problem:
        raise ReadingError("damaged_file", file=source.name, format="PDF") from problem
    try:
        characters = list(_characters(document, progress))
        remarks = remarks_on(words, column, (character.text for character in characters))
        for done, remark in enumerate(remarks.placed):
            progress.report(done, len(remarks.placed), "progress.export")
            for page, marked in groupby(characters[remark.start : remark.end], lambda character: character.page):
                _highlight(document[page], list(marked), remark)
        # pdfium does not hear of a full disk; so it writes to memory.
        written = io.BytesIO()
        document.save(written, flags=pdfium.FPDF_INCREMENTAL)
        with whole_file(path) as part:
            part.write_bytes(_with_settled_name(written.getvalue(), len(content)))
            progress.report(len(remarks.placed), len(remarks.placed), "progress.export")
    finally:
        document.close()
    return remarks


def _characters(document: Any, progress: Progress) -> Iterator[_Character]:
    for number in range(len(document)):
        progress.report(number, len(document), "progress.export")
        page = document[number].get_textpage()
        for index in range(page.count_chars()):
            letter = chr(pdfium.FPDFText_GetUnicode(page.raw, index))
            yield _Character(letter, number, page.get_charbox(index))


def _highlight(page: Any, marked: Sequence[_Character], remark: Remark) -> None:
    """One annotation over all lines that the words take on a page."""
    lines = list(_lines(marked))
    if not lines:
        return
    annotation = pdfium.FPDFPage_CreateAnnot(page.raw, pdfium.FPDF_ANNOT_HIGHLIGHT)
    pdfium.FPDFAnnot_SetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, *COLOUR, _OPACITY)
    for left, bottom, right, top in lines:
        corners = pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, corners)
    lefts, bottoms, rights, tops = zip(*lines, strict=True)
    pdfium.FPDFAnnot_SetRect(annotation, pdfium.FS_RECTF(min(lefts), max(tops), max(rights), min(bottoms)))
    last = remark.thread[-1]
    said = {b"Contents": remark.text, b"T": last.author, b"M": f"D:{last.at:%Y%m%d%H%M%S}"}
    for key, words in said.items():
        pdfium.FPDFAnnot_SetStringValue(annotation, key, _wide(words))
    pdfium.FPDFAnnot_SetFlags(annotation, pdfium.FPDF_ANNOT_FLAG_PRINT)
    pdfium.FPDFPage_CloseAnnot(annotation)


def _lines(marked: Sequence[_Character]) -> Iterator[tuple[float, float, float, float]]:
    """The boxes of the words, one a line: a character that stands left of the one before begins another."""
    reached: tuple[float, float, float, float] | None = None
    for left, bottom, right, top in (character.box for character in marked if not character.text.isspace()):
        if reached and left >= reached[2] - 1 and bottom < reached[3] and top > reached[1]:
            reached = (reached[0], min(bottom, reached[1]), right, max(top, reached[3]))
        else:
            if reached:
                yield reached
            reached = (left, bottom, right, top)
    if reached:
        yield reached


def _with_settled_name(content: bytes, begins: int) -> bytes:
    """The file with the name that pdfium draws by lot for its new state replaced by one that follows from its contents."""
    names = [found.span(1) for found in _NAME.finditer(content, begins)]
    if not names:
        return content
    start, end = names[-1]
    name = hashlib.sha256(content[:start] + content[end:]).hexdigest().upper().encode()
    return content[:start] + name[: end - start].ljust(end - start, b"0") + content[end:]


def _wide(words: str) -> Any:
    """Words as pdfium takes them: UTF-16 with a zero behind."""
    content = words.encode("utf-16-le", errors="replace") + b"\x00\x00"
    return ctypes.cast(ctypes.create_string_buffer(content, len(content)), ctypes.POINTER(ctypes.c_ushort))
