"""The order of the rows: the links as the left text has them, with a pointer where a moved clause stood in the right one."""

from __future__ import annotations

from collections.abc import Sequence

from treaty.model import Link, TreatyText
from treaty.review.review import Comparison

RowPlace = tuple[int, bool]
"""A row before it is made: the link, and whether the row is the pointer that a moved link leaves behind."""


def reading_order(comparison: Comparison, right: TreatyText) -> list[RowPlace]:
    """The rows in order: that of the links, with a pointer where a moved clause stands in the right text."""
    if not any(link.moved for link in comparison.links):
        return [(index, False) for index in range(len(comparison.links))]
    followers = _pointers_behind(comparison.links, right)
    order: list[RowPlace] = []
    waiting: list[RowPlace] = [(index, False) for index in reversed(range(len(comparison.links)))]
    waiting += reversed(followers.get(None, []))
    while waiting:
        key = waiting.pop()
        order.append(key)
        waiting += reversed(followers.get(key, []))
    return order


def _pointers_behind(links: Sequence[Link], right: TreatyText) -> dict[RowPlace | None, list[RowPlace]]:
    """The pointers that stand behind each row: behind that of the clause before in the right text, or its pointer if it
    moved too; None for those that stand before all rows."""
    owner = {clause_id: index for index, link in enumerate(links) for clause_id in link.right}
    behind: dict[RowPlace | None, list[RowPlace]] = {}
    previous: RowPlace | None = None
    for clause in right.clauses:
        index = owner.get(clause.id)
        if index is None:
            continue
        key = (index, links[index].moved and not links[index].one_sided)
        if key[1] and clause.id == links[index].right[0]:
            behind.setdefault(previous, []).append(key)
        previous = key
    return behind
