"""The formats that can be read, told apart by what is in a file, never by its name."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from treaty.errors import ReadingError
from treaty.model import SourceFile
from treaty.progress import Progress
from treaty.reading.document import Document, Line, Reading, laid_out
from treaty.reading.docx import (
    read_docx,
    recognises_docx,
    recognises_locked_office,
    recognises_old_word,
    refuse_locked_office,
    refuse_old_word,
)
from treaty.reading.html import read_html, recognises_html
from treaty.reading.hwp.hwp5 import read_hwp3, read_hwp5, read_hwpml, recognises_hwp3, recognises_hwp5, recognises_hwpml
from treaty.reading.hwp.hwpx import read_hwpx, recognises_hwpx
from treaty.reading.limits import MOST_BYTES, MOST_CHARACTERS
from treaty.reading.pdf import read_pdf, recognises_pdf
from treaty.reading.plain_text import document_of, read_plain_text
from treaty.reading.xml.akoma_ntoso import read_akoma_ntoso, recognises_akoma_ntoso
from treaty.reading.xml.tota import read_tota, recognises_tota


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name in messages, how its files are recognised, and how one is read into blocks."""

    name: str
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, Reading], Document]


FORMATS: tuple[Format, ...] = (
    Format("HWPX", recognises_hwpx, read_hwpx),
    Format("HWP", recognises_hwp5, read_hwp5),
    Format("HWP 3", recognises_hwp3, read_hwp3),
    Format("HWPML", recognises_hwpml, read_hwpml),
    Format("PDF", recognises_pdf, read_pdf),
    Format("Office", recognises_locked_office, refuse_locked_office),
    Format("DOC", recognises_old_word, refuse_old_word),
    Format("DOCX", recognises_docx, read_docx),
    Format("XML", recognises_tota, read_tota),
    Format("XML", recognises_akoma_ntoso, read_akoma_ntoso),
    # Last, since fragments of pages are recognised too.
    Format("HTML", recognises_html, read_html),
)
"""Looked through in this order; what none recognises is read as plain text."""


def read_source(path: Path, progress: Progress, *, original: bool = False) -> tuple[SourceFile, list[Line]]:
    """A file's text with its lines. Raises ReadingError where it cannot be read, whatever is in it."""
    content = _content(path)
    reading = Reading(path.name, progress, original)
    format_ = next((format_ for format_ in FORMATS if format_.recognises(content)), None)
    document = format_.read(content, reading) if format_ else read_plain_text(content, path.name)
    progress.report(1, 1, "progress.read")
    text, lines = laid_out(document)
    if len(text) > MOST_CHARACTERS:
        raise ReadingError("too_large", file=path.name)
    if not lines:
        raise ReadingError("empty_file", file=path.name)
    return SourceFile(path.name, hashlib.sha256(content).hexdigest(), text, document.unread), lines


@dataclass(frozen=True, slots=True)
class Pasted:
    """Text that was pasted instead of opened, with the name that the program gives it."""

    name: str
    text: str


def pasted_source(pasted: Pasted) -> tuple[SourceFile, list[Line]]:
    """A pasted text with its lines; its SHA-256 is that of its UTF-8 bytes. Raises ReadingError where it has no words."""
    content = pasted.text.encode("utf-8", errors="replace")
    if len(pasted.text) > MOST_CHARACTERS:
        raise ReadingError("too_large", file=pasted.name)
    text, lines = laid_out(document_of(pasted.text))
    if not lines:
        raise ReadingError("empty_file", file=pasted.name)
    return SourceFile(pasted.name, hashlib.sha256(content).hexdigest(), text), lines


def _content(path: Path) -> bytes:
    if not path.exists():
        raise ReadingError("missing_file", file=path)
    if path.is_dir():
        raise ReadingError("is_folder", file=path)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ReadingError("too_large", file=path.name)
        content = path.read_bytes()
    except OSError as problem:
        raise ReadingError("unreadable_file", file=path.name, reason=problem.strerror or problem) from problem
    if not content.strip(b"\x00 \t\r\n"):
        raise ReadingError("empty_file", file=path.name)
    return content
