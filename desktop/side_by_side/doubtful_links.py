"""Which links are questions to the reviewer."""

from __future__ import annotations

from treaty.model import LinkOrigin
from treaty.review.rows import Row

SURE, UNSURE = 0.90, 0.70
"""From the first confidence on a link is sure, below the second unsure."""


def is_unsure(row: Row) -> bool:
    """Whether nothing but the reviewer can tell that a row's clauses belong together."""
    return row.confidence < UNSURE


def is_question(row: Row) -> bool:
    """Whether a row's link is unsure, and the reviewer has not said that it is right."""
    return is_unsure(row) and row.origin is LinkOrigin.COMPUTED


def needs_a_look(row: Row) -> bool:
    """Whether a row's link is unsure or one side is empty, and the reviewer has not said that it is right."""
    one_sided = any(not cell.clauses for cell in row.cells)
    return row.origin is LinkOrigin.COMPUTED and (one_sided or is_unsure(row))
