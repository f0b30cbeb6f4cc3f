"""Rows of cells into terms: which column holds what, by the headings of the first row or by their order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from treaty.errors import RuleTableError
from treaty.glossary_files.entry import Entry

Row = tuple[int, Sequence[str]]
"""A line number, counting from 1, and the cells of that line."""

_COLUMNS = ("ko", "en", "forbidden_ko", "forbidden_en", "comment")
_HEADINGS = {
    "ko": "ko|kor|korean|국문|한국어|한글|국어|국문 용어",
    "en": "en|eng|english|영문|영어|영문 용어",
    "forbidden_ko": "forbidden_ko|forbidden ko|forbidden korean|국문 금지|금지 국문|금지어(국문)|쓰지 않는 국문|금지어|금지",
    "forbidden_en": "forbidden_en|forbidden en|forbidden english|영문 금지|금지 영문|금지어(영문)|쓰지 않는 영문",
    "comment": "comment|comments|note|notes|remark|remarks|비고|설명|메모|참고|주석",
}
_COLUMN_OF_HEADING = {heading: column for column, headings in _HEADINGS.items() for heading in headings.split("|")}
_BETWEEN = re.compile(r"\s*[|;\n]\s*")


def entries_of(rows: Iterable[Row], file: str) -> Iterator[Entry]:
    """The terms of rows; empty ones, and those that begin with "#", are left out.

    Raises RuleTableError, naming the line, where a row lacks the Korean or the English.
    """
    columns: dict[str, int] | None = None
    for line, cells in rows:
        if not any(cell.strip() for cell in cells) or cells[0].startswith("#"):
            continue
        if columns is None:
            columns = _by_heading(cells)
            if columns:
                continue
            columns = {column: place for place, column in enumerate(_COLUMNS)}
        yield _entry(line, cells, columns, file)


def _by_heading(cells: Sequence[str]) -> dict[str, int] | None:
    """Which column stands where, if a row is one of headings."""
    named = {_COLUMN_OF_HEADING.get(cell.strip().casefold(), ""): place for place, cell in enumerate(cells)}
    return {column: place for column, place in named.items() if column} if {"ko", "en"} <= named.keys() else None


def _entry(line: int, cells: Sequence[str], columns: dict[str, int], file: str) -> Entry:
    def cell(column: str) -> str:
        place = columns.get(column, len(cells))
        return cells[place].strip() if place < len(cells) else ""

    words = {column: tuple(filter(None, _BETWEEN.split(cell(column)))) for column in _COLUMNS[:-1]}
    if not (words["ko"] and words["en"]):
        raise RuleTableError("glossary_row", file=file, line=line)
    return Entry(words["ko"], words["en"], words["forbidden_ko"], words["forbidden_en"], cell("comment"))
