"""Tables of a page: which of them are tables and which only place text, and where their cells stand."""

from __future__ import annotations

import re
from typing import Any

from treaty.reading.html.writer import Paragraph

_WIDEST = 60
"""Columns up to which cells that span several are filled up; no table of words is wider."""
_MOST_SPANNED = 65_534
_LEAST_PARAGRAPHS = 4
_PARAGRAPHS = frozenset("p li div br h1 h2 h3 h4 h5 h6 pre dd dt blockquote".split())
_LEAST_SHARE = 0.6

Cell = tuple[str, ...]


def places_text(table: Any) -> bool:
    """Whether a table is there for the page's layout: it holds tables, or long text in few cells."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return True
    rows, cells = 0, [[0, 0]]
    for element in table.iter():
        if element.tag == "table" and element is not table:
            return True
        if element.tag in ("td", "th"):
            cells.append([0, 0])
        rows += element.tag == "tr"
        cells[-1][0] += element.tag in _PARAGRAPHS
        cells[-1][1] += len(element.text or "") + len(element.tail or "")
    paragraphs, length = max(cells, key=lambda cell: cell[1])
    long = length >= _LEAST_SHARE * sum(cell[1] for cell in cells)
    return paragraphs >= _LEAST_PARAGRAPHS and (rows <= 2 or long)


class Grid:
    """The cells of a table row by row; cells that span rows or columns leave empty cells beside them."""

    def __init__(self) -> None:
        self._open: list[list[Paragraph]] = []
        self._parts: list[Paragraph] = []
        self._row: list[Cell] = []
        self._below: dict[int, int] = {}

    @property
    def cell(self) -> list[Paragraph] | None:
        """Takes the paragraphs of the cell that is being read; None between cells."""
        return self._open[-1] if self._open else None

    def open_cell(self) -> None:
        """Begins a cell; in a damaged page within another one."""
        self._open.append([])

    def close_cell(self, element: Any) -> None:
        parts = self._open.pop() if self._open else []
        self._fill_from_above()
        self._parts += parts
        column = len(self._row)
        self._row.append(tuple(line for part in parts for line in part.text.split("\n") if line.strip()))
        self._row += [()] * (min(_span(element, "colspan"), _WIDEST - column) - 1)
        if (height := _span(element, "rowspan")) > 1:
            self._below |= dict.fromkeys(range(column, min(len(self._row), _WIDEST)), height)

    def taken_row(self) -> tuple[list[Paragraph], tuple[Cell, ...]]:
        """The paragraphs of the row, and its cells; the next row begins."""
        self._fill_from_above()
        parts, row = self._parts, tuple(self._row)
        self._parts, self._row = [], []
        self._below = {column: left - 1 for column, left in self._below.items() if left > 1}
        return parts, row

    def _fill_from_above(self) -> None:
        while self._below.get(len(self._row), 0) > 0:
            self._row.append(())


def _span(element: Any, attribute: str) -> int:
    found = re.match(r"\s*(\d{1,5})", element.get(attribute) or "", re.ASCII)
    return max(1, min(_MOST_SPANNED, int(found.group(1)))) if found else 1
