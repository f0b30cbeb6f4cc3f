"""Which links are questions to the reviewer."""

from __future__ import annotations

from treaty.model import LinkOrigin
from treaty.review.rows import Row

UNSURE = 0.70
"""Below this confidence a link is unsure."""


def is_unsure(row: Row) -> bool:
    return row.confidence < UNSURE


def is_question(row: Row) -> bool:
    """Whether a row's link is unsure, and the reviewer has not said that it is right."""
    return is_unsure(row) and row.origin is LinkOrigin.COMPUTED


def needs_a_look(row: Row) -> bool:
    """Whether a row's link is unsure or one side is empty, and the reviewer has not said that it is right."""
    one_sided = any(not cell.clauses for cell in row.cells)
    return row.origin is LinkOrigin.COMPUTED and (one_sided or is_unsure(row))
