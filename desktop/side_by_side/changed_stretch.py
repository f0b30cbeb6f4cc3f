"""Which stretch of the rows looks other than before, so that only that is shown anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from treaty.review.rows import Row


def changed_stretch(before: Sequence[Row], now: Sequence[Row]) -> tuple[int, int, int]:
    """Where two lists of rows begin to differ, and where the stretch ends in which they do, before and now."""
    least = min(len(before), len(now))
    first = next((place for place in range(least) if not _shows_the_same(before[place], now[place])), least)
    behind = next(
        (place for place in range(least - first) if not _shows_the_same(before[-1 - place], now[-1 - place])), least - first
    )
    return first, len(before) - behind, len(now) - behind


def _shows_the_same(row: Row, other: Row) -> bool:
    """Whether two rows look alike: all is the same but the places of the link and of the row that a pointer points to."""
    if row is other:
        return True
    return replace(row, link=0, target=None) == replace(other, link=0, target=None)
