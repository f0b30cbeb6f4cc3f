"""Rows of CSV and TSV files, in the encodings that spreadsheets on Korean machines write."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from treaty.errors import ReadingError
from treaty.glossary_files.columns import Row

_ENCODINGS = ("utf-8-sig", "cp949")


def delimited_rows(content: bytes, file: str) -> Iterator[Row]:
    """The rows of a table with tabs, or with commas where it has no tabs. Raises ReadingError where it is no text."""
    text = _decoded(content, file)
    if "\t" in text:
        lines = text.splitlines()
        return ((number, line.split("\t")) for number, line in enumerate(lines, start=1))
    return _comma_separated(text, file)


def _comma_separated(text: str, file: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text))
    line = 1
    try:
        for cells in reader:
            if cells:
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as problem:
        raise ReadingError("not_text", file=file) from problem


def _decoded(content: bytes, file: str) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ReadingError("not_text", file=file)
