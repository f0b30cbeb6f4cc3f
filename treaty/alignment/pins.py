"""The reviewer's links as given, and the clauses that are still to be aligned in the gaps between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from treaty.alignment.search import Fence, longest_chain
from treaty.model import Clause, Link, TreatyText


@dataclass(frozen=True, slots=True)
class Free:
    """The clauses that no pinned link holds, and the fences between them: a pinned link in order parts what is before it
    from what is behind it on both sides."""

    left: tuple[Clause, ...]
    right: tuple[Clause, ...]
    pinned: tuple[Link, ...]
    fences: tuple[Fence, ...]


def without_pinned(left: TreatyText, right: TreatyText, pinned: Sequence[Link]) -> Free:
    """The clauses of two texts that are left to align."""
    held = {clause_id for link in pinned for clause_id in (*link.left, *link.right)}
    free_left = tuple(clause for clause in left.clauses if clause.id not in held)
    free_right = tuple(clause for clause in right.clauses if clause.id not in held)
    return Free(free_left, free_right, tuple(pinned), tuple(_fences(left, right, pinned, held)))


def _fences(left: TreatyText, right: TreatyText, pinned: Sequence[Link], held: set[str]) -> list[Fence]:
    rows, columns = _free_before(left, held), _free_before(right, held)
    two_sided = sorted((rows[link.left[0]], columns[link.right[0]]) for link in pinned if not link.one_sided)
    return [Fence(row, column) for row, column in longest_chain(sorted(set(two_sided)))]


def _free_before(text: TreatyText, held: set[str]) -> dict[str, int]:
    """How many free clauses stand before each clause."""
    counts: dict[str, int] = {}
    free = 0
    for clause in text.clauses:
        counts[clause.id] = free
        free += clause.id not in held
    return counts
