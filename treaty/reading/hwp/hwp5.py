"""HWP 5, Hancom's binary format: its sections in order, its numberings, what is locked or damaged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from treaty.errors import ReadingError
from treaty.model import Unread
from treaty.reading.document import Document, Reading
from treaty.reading.hwp.hwp5_container import Container, is_hwp5
from treaty.reading.hwp.hwp5_records import (
    BULLET,
    NUMBERING,
    PARAGRAPH,
    PARAGRAPH_SHAPE,
    Damaged,
    Record,
    TooLarge,
    record_trees,
)
from treaty.reading.hwp.hwp5_text import SectionReader
from treaty.reading.hwp.numbering import LEVELS, NUMBER_FORMATS, Head, HeadKind, HeadShapes, Level
from treaty.reading.hwp.paragraphs import Layout, Steps

_HEAD_KINDS = (HeadKind.NONE, HeadKind.OUTLINE, HeadKind.NUMBER, HeadKind.BULLET)
_EARLY_LEVELS = 7


def recognises_hwp5(content: bytes) -> bool:
    """Whether the bytes are an HWP 5 file."""
    return is_hwp5(content)


def read_hwp5(content: bytes, reading: Reading) -> Document:
    """An HWP 5 file's paragraphs as blocks. Raises ReadingError where it is locked, damaged or too large."""
    try:
        return _read(content, reading)
    except Damaged as problem:
        raise ReadingError("damaged_file", file=reading.file, format="HWP") from problem
    except (TooLarge, RecursionError) as problem:
        raise ReadingError("too_large", file=reading.file) from problem


def _read(content: bytes, reading: Reading) -> Document:
    container = Container(content)
    if container.locked:
        raise ReadingError("locked_file", file=reading.file)
    heads, shapes = _head_shapes(record_trees(container.shapes()))
    sections = [record_trees(stream) for stream in container.sections(reading.original)]
    steps = Steps(reading.progress, sum(_paragraphs_in(records) for records in sections))
    unread = Counter(macro=container.scripts)
    reader = SectionReader(heads, reading.original, steps, unread)
    layout = Layout(shapes)
    blocks = [block for records in sections for block in layout.blocks(reader.section(records))]
    # A paragraph that stands where the format has none would be lost without a word.
    if not steps.all_done:
        raise Damaged
    changes = max(reader.changes, int(container.tracked))
    return Document(tuple(blocks), tuple(Unread(what, count) for what, count in sorted(unread.items()) if count), changes)


def _paragraphs_in(records: list[Record]) -> int:
    return sum((record.tag == PARAGRAPH) + _paragraphs_in(record.children) for record in records)


def _head_shapes(records: list[Record]) -> tuple[list[Head], HeadShapes]:
    """What stands in front of paragraphs by the number of their shape, and the numberings and bullets, counted from 1."""
    inside = [child for record in records for child in (record, *record.children)]
    heads = [_head(record) for record in inside if record.tag == PARAGRAPH_SHAPE]
    numberings = [dict(_levels(record)) for record in inside if record.tag == NUMBERING]
    bullets = [record.data[12:14].decode("utf-16-le", "replace") for record in inside if record.tag == BULLET]
    return heads, HeadShapes(
        {str(number): levels for number, levels in enumerate(numberings, 1)},
        {str(number): sign for number, sign in enumerate(bullets, 1)},
    )


def _head(record: Record) -> Head:
    attributes = record.number(0, "<I")
    # Levels above the seventh stand in a field of their own, at the end of the record of newer files.
    later = record.number(54, "<I") if len(record.data) >= 58 else 0
    return Head(_HEAD_KINDS[attributes >> 23 & 3], str(record.number(30)), max(attributes >> 25 & 7, later))


def _levels(record: Record) -> Iterator[tuple[int, Level]]:
    """The levels of a numbering: seven with their first numbers behind them, and in newer files three more in the same way."""
    offset, level = 0, 0
    for count in (_EARLY_LEVELS, LEVELS - _EARLY_LEVELS):
        if level and offset >= len(record.data):
            return
        patterns = []
        for _ in range(count):
            number_format = NUMBER_FORMATS[record.number(offset, "<I") >> 5 & 0xF]
            pattern, offset = record.text(offset + 12)
            patterns.append((number_format, pattern))
        # Between the two sets stands one number more, of the time when only the first level had one.
        offset += 0 if level else 2
        given = len(record.data) >= offset + 4 * count
        for number_format, pattern in patterns:
            yield level, Level(number_format, pattern, record.number(offset, "<I") if given else 1)
            offset += 4
            level += 1
