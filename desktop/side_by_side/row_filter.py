"""Which rows are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from treaty.review.rows import Cell, Row, RowKind


class RowFilter(StrEnum):
    """What a row must have to be shown."""

    ALL = "all"
    DIFFERENT = "different"
    OPEN = "open"
    CHANGED = "changed"
    UNLINKED = "unlinked"

    def lets_through(self, row: Row) -> bool:
        return _LETS_THROUGH[self](row)


def _is_open(row: Row) -> bool:
    return any(entry.judgement.verdict is None for entry in row.findings)


def _is_changed(row: Row) -> bool:
    return row.moved or len({_plain(cell) for cell in row.cells}) > 1


def _is_unlinked(row: Row) -> bool:
    return row.kind is RowKind.CLAUSES and not all(cell.clauses for cell in row.cells)


def _plain(cell: Cell) -> str:
    """A cell's words as one line, for telling whether two versions say it in the same words."""
    return " ".join(" ".join(clause.text for clause in cell.clauses).split())


_LETS_THROUGH: Mapping[RowFilter, Callable[[Row], bool]] = {
    RowFilter.ALL: lambda row: True,
    RowFilter.DIFFERENT: lambda row: bool(row.findings),
    RowFilter.OPEN: _is_open,
    RowFilter.CHANGED: _is_changed,
    RowFilter.UNLINKED: _is_unlinked,
}
