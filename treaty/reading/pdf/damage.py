"""Parts of a PDF that are damaged. PDFium reads such a part as far as it goes and says nothing, so it is looked for here."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_END = b"endstream"
_ENTRIES = 1_000
"""How far before its data the entries of a stream are looked for; images and encrypted files have more, and are no matter."""
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_DEFLATED = re.compile(rb"/Filter\s*\[?\s*(?P<letters>/(?:ASCII85Decode|A85)\s*)?/(?:FlateDecode|Fl)\s*(?:\]|/|>|\r|\n)")
_AT_ONCE = 1 << 18
_MOST_BYTES = 64 << 20
"""What a stream unpacks to before it is taken to be whole: text does not come in such parts."""
_UNKNOWN_SUM = b"\0\0\0\0"


def damaged_parts(content: bytes) -> int:
    """How many of a file's packed parts, other than pictures, cannot be unpacked to their end."""
    if b"/Encrypt" in content:
        return 0
    return sum(data is None or _is_damaged(data) for data in _packed(content))


def _packed(content: bytes) -> Iterator[bytes | None]:
    """The data of the streams that are packed by deflate (ISO 32000, 7.4), also where they are written in letters; None where
    those are no such letters."""
    for match in _STREAM.finditer(content):
        start = match.end()
        end = content.find(_END, start)
        entries = content[max(0, match.start() - _ENTRIES) : match.start()].rpartition(b" obj")[2]
        packed = _DEFLATED.search(entries)
        if end > start and packed and not _IMAGE.search(entries):
            yield _from_letters(content[start:end]) if packed["letters"] else content[start:end]


def _from_letters(data: bytes) -> bytes | None:
    try:
        return base64.a85decode(data.strip().removesuffix(b"~>"))
    except ValueError:
        return None


def _is_damaged(data: bytes) -> bool:
    unpacker = zlib.decompressobj()
    made, rest = 0, data
    try:
        while rest and not unpacker.eof and made < _MOST_BYTES:
            made += len(unpacker.decompress(rest, _AT_ONCE))
            rest = unpacker.unconsumed_tail
    except zlib.error:
        return True
    return not unpacker.eof and made < _MOST_BYTES and not _lacks_only_sum(unpacker)


def _lacks_only_sum(unpacker: zlib._Decompress) -> bool:
    """Whether the data are all there and only the sum behind them is missing, which some programs leave out."""
    try:
        unpacker.decompress(_UNKNOWN_SUM)
    except zlib.error as problem:
        return "incorrect data check" in str(problem)
    return unpacker.eof
