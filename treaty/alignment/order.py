"""Which links stand in the same order on both sides."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


def longest_chain(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence, rows ascending already, in which no column is smaller than the one before (patience sorting)."""
    tails: list[int] = []
    columns: list[int] = []
    before: list[int | None] = []
    for index, (_, column) in enumerate(pairs):
        place = bisect_right(columns, column)
        before.append(tails[place - 1] if place else None)
        if place == len(columns):
            tails.append(index)
            columns.append(column)
        else:
            tails[place], columns[place] = index, column
    chain: list[tuple[int, int]] = []
    current = tails[-1] if tails else None
    while current is not None:
        chain.append(pairs[current])
        current = before[current]
    return chain[::-1]
