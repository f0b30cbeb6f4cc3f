"""The records that HWP 5 streams consist of, as trees."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

NUMBERING, BULLET, PARAGRAPH_SHAPE, DISTRIBUTION = 0x17, 0x18, 0x19, 0x1C
PARAGRAPH, TEXT, RANGES, CONTROL, LIST = 0x42, 0x43, 0x46, 0x47, 0x48
TABLE, OLE, PICTURE, EQUATION, TEXT_ART, FORM, MEMOS, CHART, VIDEO = 0x4D, 0x54, 0x55, 0x58, 0x5A, 0x5B, 0x5D, 0x5F, 0x62
_LAYOUT_ONLY = frozenset({0x44, 0x45, 0x49, 0x4A, 0x4B})
"""Records of character shapes, line positions and page sizes: half of a file, and nothing in them is read."""
_LEAST_TAG = 0x10
_LONG = 0xFFF
_DEEPEST = 120
"""How deep records may stand in one another; a table in a table is four levels deep."""
_MOST_RECORDS = 3_000_000


class Damaged(ValueError):
    """The bytes are not what the format says."""


class TooLarge(ValueError):
    """The file holds more than the limits allow."""


@dataclass(slots=True)
class Record:
    """One record with those that stand under it."""

    tag: int
    data: bytes
    children: list[Record] = field(default_factory=list)

    def number(self, offset: int, shape: str = "<H") -> int:
        """The whole number at `offset`; raises Damaged where the record ends before it."""
        try:
            return int(struct.unpack_from(shape, self.data, offset)[0])
        except struct.error as problem:
            raise Damaged from problem

    def text(self, offset: int) -> tuple[str, int]:
        """The characters at `offset`, their count before them, and the offset behind them."""
        start = offset + 2
        end = start + 2 * self.number(offset)
        if end > len(self.data):
            raise Damaged
        return characters(self.data[start:end]), end


def characters(data: bytes) -> str:
    """UTF-16 as text; halves of characters that stand alone become U+FFFD."""
    return data.decode("utf-16-le", "replace")


def record_trees(stream: bytes) -> list[Record]:
    """The records of a stream. Raises Damaged where they do not fit into one another, TooLarge beyond the limits."""
    root = Record(0, b"")
    path = [root]
    for count, (level, record) in enumerate(_records(stream)):
        if count > _MOST_RECORDS or level > _DEEPEST:
            raise TooLarge
        if level >= len(path):
            raise Damaged
        del path[level + 1 :]
        if record.tag in (TEXT, RANGES, CONTROL) and path[-1].tag != PARAGRAPH:
            raise Damaged
        if record.tag not in _LAYOUT_ONLY:
            path[-1].children.append(record)
        path.append(record)
    return root.children


def _records(stream: bytes) -> Iterator[tuple[int, Record]]:
    position = 0
    while len(stream) - position >= 4:
        (head,) = struct.unpack_from("<I", stream, position)
        tag, level, size = head & 0x3FF, head >> 10 & 0x3FF, head >> 20
        if tag < _LEAST_TAG:
            break
        position += 4
        if size == _LONG:
            if len(stream) - position < 4:
                raise Damaged
            (size,) = struct.unpack_from("<I", stream, position)
            position += 4
        if position + size > len(stream):
            raise Damaged
        yield level, Record(tag, stream[position : position + size])
        position += size
    # Encrypted streams are filled up with zeros.
    if stream[position:].strip(b"\x00"):
        raise Damaged
