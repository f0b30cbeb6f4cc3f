"""Plain text: its encoding found, its lines as blocks."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import replace

from charset_normalizer import from_bytes

from treaty.errors import ReadingError
from treaty.language.script import language_of
from treaty.model import Language, Unread
from treaty.reading.document import UNKNOWN, Block, Document, Role
from treaty.reading.limits import MOST_CHARACTERS
from treaty.reading.quoting import unquoted
from treaty.reading.wrapping import unwrapped

_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = frozenset(range(32)) - {9, 10, 11, 12, 13, 27}
_HANGUL, _HANGUL_WORD = re.compile(r"[가-힣]"), re.compile(r"[가-힣]{2,}")
_LINE_END = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_MOST_BYTES_EACH = 4
"""No encoding takes more bytes for a character: whether a file is too large is known before it is decoded."""
_LEAST_FACING = 3
_LEAST_WHOLE = 10
"""A file is UTF-8 with a fault if it has this many whole characters beyond ASCII to each broken one."""
_FOREIGN = (
    (b"PK\x03\x04", "ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "HWP/DOC"),
    (b"HWP Document File", "HWP 3"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3\x00", "SQLite"),
)
"""First bytes of formats that are no plain text, with their names in messages."""


def read_plain_text(content: bytes, file: str) -> Document:
    """The lines of a text file as blocks; raises ReadingError where it is of another format or no text at all."""
    for start, name in _FOREIGN:
        if content.startswith(start):
            raise ReadingError("unsupported_format", file=file, format=name)
    if len(content) > MOST_CHARACTERS * _MOST_BYTES_EACH:
        raise ReadingError("too_large", file=file)
    text = decoded(content)
    if text is None:
        raise ReadingError("not_text", file=file)
    if len(text) > MOST_CHARACTERS:
        raise ReadingError("too_large", file=file)
    unknown = text.count(UNKNOWN)
    return replace(document_of(text), unread=(Unread("character", unknown),) if unknown else ())


def document_of(text: str) -> Document:
    """A text's lines as blocks. Where tabs part the languages line by line, each line is the row of a table.

    The marks of a quotation in mail are set aside, before the text: they are no part of any line.
    """
    lines, marks = unquoted(_LINE_END.split(text))
    quoted = (Block(" ".join(marks), Role.FURNITURE),) if marks else ()
    if not _faces_languages(lines):
        return Document((*quoted, *map(Block, unwrapped(lines))))
    return Document((*quoted, *(_row(line) if "\t" in line else Block(line) for line in lines)))


def _faces_languages(lines: Sequence[str]) -> bool:
    """Whether most lines that hold words hold both languages, a tab between them."""
    cells = [[language_of(cell) for cell in line.split("\t")] for line in lines if line.strip()]
    facing = sum({Language.KOREAN, Language.ENGLISH} <= set(languages) for languages in cells)
    return facing >= _LEAST_FACING and facing * 2 > len(cells)


def _row(line: str) -> Block:
    cells = tuple((cell,) if cell.strip() else () for cell in line.split("\t"))
    return Block(role=Role.TABLE_ROW, cells=cells)


def decoded(content: bytes) -> str | None:
    """The characters of `content`: by its byte order mark, else UTF-8, else the likeliest encoding; None if it is binary."""
    if content.startswith(_MARKS):
        return _strictly(content, "utf-16")
    content = content.removeprefix(codecs.BOM_UTF8)
    if b"\x00" not in content and (text := _strictly(content, "utf-8")) is not None:
        return text if _looks_like_text(text) else None
    return _guessed(content)


def _guessed(content: bytes) -> str | None:
    """The text in UTF-8 where all but a few bytes are, in the encoding that older Korean, or older English, files use, else in
    whatever the detector finds."""
    if b"\x00" not in content and (text := _mostly_utf8(content)) is not None:
        return text
    for encoding, fits in (("cp949", _looks_korean), ("cp1252", _looks_english)):
        text = None if b"\x00" in content else _strictly(content, encoding)
        if text is not None and fits(text) and _looks_like_text(text):
            return text
    best = from_bytes(content).best()
    if best is None:
        return None
    text = _strictly(content, best.encoding)
    return text if text is not None and _looks_like_text(text) else None


def _mostly_utf8(content: bytes) -> str | None:
    """The text of a file in UTF-8 that was cut off in a character, or was damaged, with U+FFFD for what is none."""
    text = content.decode("utf-8", errors="replace")
    damaged = text.count(UNKNOWN)
    is_utf8 = sum(not character.isascii() for character in text) >= _LEAST_WHOLE * damaged
    return text if is_utf8 and _looks_like_text(text) else None


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeError:
        return None


def _looks_korean(text: str) -> bool:
    """Whether Hangul comes in words. English read as Korean shows single syllables where quotation marks stood."""
    syllables, in_words = len(_HANGUL.findall(text)), sum(len(word) for word in _HANGUL_WORD.findall(text))
    return syllables > 0 and in_words >= syllables / 2


def _looks_english(text: str) -> bool:
    """Whether all but a few characters are ASCII."""
    return sum(not character.isascii() for character in text) * 20 <= len(text)


def _looks_like_text(text: str) -> bool:
    """Whether control characters are rare enough (1 in 1,000) for `text` to be something that somebody wrote."""
    controls = sum(ord(character) in _CONTROL for character in text)
    return controls * 1000 <= len(text)
