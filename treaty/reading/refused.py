"""Formats that are recognised only to be refused in a sentence of their own: HWP 3, HWPML, locked Office files, old Word,
XML of other kinds."""

from __future__ import annotations

import io
import re
from typing import NoReturn

import olefile

from treaty.errors import ReadingError
from treaty.reading.document import Reading
from treaty.reading.xml.prolog import PROLOG

_HWP3 = b"HWP Document File V3"
_HWPML = re.compile(rf"{PROLOG}<(?:[A-Za-z]+:)?HWPML[\s>]".encode(), re.S)
_DECLARED_XML = b"<?xml"
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_LOCKED = "EncryptedPackage"
_OLD_WORD = "WordDocument"


def recognises_hwp3(content: bytes) -> bool:
    """Whether the bytes are a file of HWP 3, the format of the 1990s."""
    return content.startswith(_HWP3)


def recognises_hwpml(content: bytes) -> bool:
    """Whether the bytes are HWPML, Hancom's first XML format, in UTF-8 or UTF-16."""
    return _HWPML.match(_start(content)) is not None


def recognises_unknown_xml(content: bytes) -> bool:
    """Whether a file says of itself that it is XML; asked last, when no reader has known its kind."""
    return _start(content).lstrip().startswith(_DECLARED_XML)


def _start(content: bytes) -> bytes:
    """The beginning of a file as single bytes, whether it is in UTF-8 or UTF-16."""
    start = content[:4096]
    for mark in _BYTE_ORDER_MARKS:
        start = start.removeprefix(mark)
    return start.replace(b"\x00", b"")


def read_hwp3(content: bytes, reading: Reading) -> NoReturn:
    """Always raises ReadingError: the file must be saved in the present format."""
    raise ReadingError("old_hwp", file=reading.file)


def read_hwpml(content: bytes, reading: Reading) -> NoReturn:
    """Always raises ReadingError: the file must be saved as HWPX."""
    raise ReadingError("hwpml", file=reading.file)


def read_unknown_xml(content: bytes, reading: Reading) -> NoReturn:
    """Always raises ReadingError: of its tags nothing is known."""
    raise ReadingError("unknown_xml", file=reading.file)


def recognises_locked_office(content: bytes) -> bool:
    """Whether a file is an Office document behind a password: an OLE file that holds it enciphered."""
    return _LOCKED in _streams(content)


def read_locked_office(content: bytes, reading: Reading) -> NoReturn:
    """Always raises ReadingError: the file must be saved without a password."""
    raise ReadingError("locked_file", file=reading.file)


def recognises_old_word(content: bytes) -> bool:
    """Whether a file is a document of Word 97 to 2003 (.doc)."""
    return _OLD_WORD in _streams(content)


def read_old_word(content: bytes, reading: Reading) -> NoReturn:
    """Always raises ReadingError: the file must be saved as DOCX."""
    raise ReadingError("old_word", file=reading.file)


def _streams(content: bytes) -> frozenset[str]:
    """The names of what stands at the top of an OLE file; none where it is damaged or of another kind."""
    if not content.startswith(olefile.MAGIC):
        return frozenset()
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:
            return frozenset(path[0] for path in ole.listdir(streams=True, storages=False) if len(path) == 1)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError):
        # What olefile runs into on damaged files: its own errors are OSErrors, the rest slips through it.
        return frozenset()
