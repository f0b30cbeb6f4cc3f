"""Bytes to characters, and files that are no plain text recognised by what is in them."""

from __future__ import annotations

import codecs
import hashlib
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

from treaty.errors import ReadingError
from treaty.model import SourceFile

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROL = frozenset(range(32)) - {9, 10, 11, 12, 13, 27}


@dataclass(frozen=True, slots=True)
class Signature:
    """The first bytes of a format that is not plain text, and its name in messages."""

    start: bytes
    format: str


SIGNATURES = (
    Signature(b"%PDF-", "PDF"),
    Signature(b"PK\x03\x04", "DOCX/HWPX"),
    Signature(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "HWP/DOC"),
    Signature(b"HWP Document File", "HWP 3"),
    Signature(b"{\\rtf", "RTF"),
    Signature(b"SQLite format 3\x00", "SQLite"),
)


def read_source(path: Path) -> SourceFile:
    """A file's characters with its name and the SHA-256 of its bytes.

    Raises ReadingError where the file is missing, a folder, not readable, empty, of another format, or no text at all.
    """
    content = _content(path)
    if not content.strip(b"\x00 \t\r\n"):
        raise ReadingError("empty_file", file=path.name)
    for signature in SIGNATURES:
        if content.startswith(signature.start):
            raise ReadingError("unsupported_format", file=path.name, format=signature.format)
    text = _decoded(content)
    if text is None:
        raise ReadingError("not_text", file=path.name)
    if not text.strip():
        raise ReadingError("empty_file", file=path.name)
    return SourceFile(path.name, hashlib.sha256(content).hexdigest(), text)


def _content(path: Path) -> bytes:
    if not path.exists():
        raise ReadingError("missing_file", file=path)
    if path.is_dir():
        raise ReadingError("is_folder", file=path)
    try:
        return path.read_bytes()
    except OSError as problem:
        raise ReadingError("unreadable_file", file=path.name, reason=problem.strerror or problem) from problem


def _decoded(content: bytes) -> str | None:
    """The characters of `content`: by its byte order mark, else UTF-8, else the likeliest encoding; None if it is binary."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding)
    if b"\x00" not in content and (text := _strictly(content, "utf-8")) is not None:
        return text if _looks_like_text(text) else None
    return _guessed(content)


def _guessed(content: bytes) -> str | None:
    """The text in the Korean encodings older files use, else whatever the detector finds."""
    if b"\x00" not in content and (text := _strictly(content, "cp949")) is not None and _looks_like_text(text):
        return text
    best = from_bytes(content).best()
    if best is None:
        return None
    text = _strictly(content, best.encoding)
    return text if text is not None and _looks_like_text(text) else None


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeError:
        return None


def _looks_like_text(text: str) -> bool:
    """Whether control characters are rare enough (1 in 1,000) for `text` to be something that somebody wrote."""
    controls = sum(ord(character) in _CONTROL for character in text)
    return controls * 1000 <= len(text)
