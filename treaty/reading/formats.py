"""The formats that can be read, told apart by what is in a file, never by its name."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from treaty.errors import ReadingError
from treaty.model import SourceFile, Unread
from treaty.progress import Progress
from treaty.reading.document import CHANGES_MADE, CHANGES_UNDONE, Document, Line, Reading, laid_out
from treaty.reading.limits import MOST_BYTES, MOST_CHARACTERS
from treaty.reading.plain_text import document_of, read_plain_text

_ZIP, _OLE, _XML = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"<"
_LOOKED_AT = 1024


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name in messages, and the module under treaty.reading that has its `recognises_<kind>` and `read_<kind>`.

    The module is loaded when a file may be of the format: when one of `signs` is among its first 1,024 bytes. Without signs
    every file may.
    """

    name: str
    module: str
    kind: str
    signs: tuple[bytes, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """Whether a file is of this format, by its content."""
        head = content[:_LOOKED_AT]
        may_be = not self.signs or any(sign in head for sign in self.signs)
        return may_be and bool(self._function("recognises")(content))

    def read(self, content: bytes, reading: Reading) -> Document:
        """The file's blocks; raises ReadingError where it cannot be read."""
        return cast(Document, self._function("read")(content, reading))

    def _function(self, does: str) -> Any:
        return getattr(import_module(f"treaty.reading.{self.module}"), f"{does}_{self.kind}")


FORMATS: tuple[Format, ...] = (
    Format("HWPX", "hwp.hwpx", "hwpx", (_ZIP,)),
    Format("HWP", "hwp.hwp5", "hwp5", (_OLE,)),
    Format("HWP 3", "refused", "hwp3", (b"HWP Document File",)),
    Format("HWPML", "refused", "hwpml", (_XML,)),
    Format("PDF", "pdf", "pdf", (b"%PDF-",)),
    Format("Office", "refused", "locked_office", (_OLE,)),
    Format("DOC", "refused", "old_word", (_OLE,)),
    Format("DOCX", "docx", "docx", (_ZIP,)),
    Format("XML", "xml.tota", "tota", (_XML,)),
    Format("XML", "xml.akoma_ntoso", "akoma_ntoso", (_XML,)),
    # Late, since fragments of pages are recognised too.
    Format("HTML", "html", "html"),
    Format("XML", "refused", "unknown_xml", (_XML,)),
)
"""Looked through in this order; what none recognises is read as plain text."""


def read_source(path: Path, progress: Progress, *, original: bool = False) -> tuple[SourceFile, list[Line]]:
    """A file's text with its lines. Raises ReadingError where it cannot be read, whatever is in it."""
    content, modified = _content(path)
    reading = Reading(path.name, progress, original)
    format_ = next((format_ for format_ in FORMATS if format_.recognises(content)), None)
    document = format_.read(content, reading) if format_ else read_plain_text(content, path.name)
    text, lines = laid_out(document, progress)
    if len(text) > MOST_CHARACTERS:
        raise ReadingError("too_large", file=path.name)
    if not lines:
        objects = sum(part.count for part in document.unread)
        raise ReadingError("only_objects" if objects else "empty_file", file=path.name, count=objects)
    changes = (Unread(CHANGES_UNDONE if original else CHANGES_MADE, document.changes),) if document.changes else ()
    return SourceFile(path.name, hashlib.sha256(content).hexdigest(), text, (*document.unread, *changes), modified), lines


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


def _content(path: Path) -> tuple[bytes, str]:
    """The bytes of a file, and when they were written."""
    if not path.exists():
        raise ReadingError("missing_file", file=path)
    if path.is_dir():
        raise ReadingError("is_folder", file=path)
    try:
        facts = path.stat()
        if facts.st_size > MOST_BYTES:
            raise ReadingError("too_large", file=path.name)
        content = path.read_bytes()
    except OSError as problem:
        raise ReadingError("unreadable_file", file=path.name, reason=problem.strerror or problem) from problem
    if not content.strip(b"\x00 \t\r\n"):
        raise ReadingError("empty_file", file=path.name)
    return content, datetime.fromtimestamp(facts.st_mtime).isoformat(timespec="seconds")
