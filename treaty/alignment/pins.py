"""The reviewer's links as given, and the links around them made anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from treaty.alignment.evidence import Evidence
from treaty.alignment.groups import Costs, Group, free
from treaty.alignment.moves import moved_among
from treaty.alignment.order import longest_chain
from treaty.alignment.search import linked_groups

Start = tuple[int, int]
"""Where a group begins in both texts."""

_SURE = 4.0
"""Score from which a link stands against a pin that contradicts it."""
_MOST_CONTRADICTED = 4
"""A pin that contradicts more sure links than that is of a clause that moved; it parts nothing."""


@dataclass(frozen=True, slots=True)
class Pin:
    """The places of the clauses that the reviewer linked, ascending; one side may be empty."""

    left: tuple[int, ...]
    right: tuple[int, ...]


def around_pins(groups: Sequence[Group], pins: Sequence[Pin], evidence: Evidence, costs: Costs) -> list[Group]:
    """The two-sided groups of the clauses that no pin holds.

    Groups that no pin touches stay. A pin in order parts what is before it from what is behind it on both sides: groups that
    reach across go, and so do weak ones beside those that went. What became free is linked anew between the groups that stay,
    or, as moved, with what has no counterpart anywhere.
    """
    linked = sorted((group for group in groups if not group.one_sided), key=lambda group: group.left.start)
    chain = set(longest_chain([(group.left.start, group.right.start) for group in linked]))
    fences = _fences(pins, linked, chain)
    kept = _kept(linked, pins, fences, chain)
    pinned = {row for pin in pins for row in pin.left}, {column for pin in pins for column in pin.right}
    gone = set(linked) - set(kept)
    opened = {i for g in gone for i in g.left} - pinned[0], {j for g in gone for j in g.right} - pinned[1]
    if not (opened[0] or opened[1]):
        return kept
    made: list[Group] = []
    for rows, columns in _regions(kept, fences, pinned, (len(evidence.left), len(evidence.right))):
        if opened[0].intersection(rows) or opened[1].intersection(columns):
            made += _linked_within(evidence, rows, columns, costs)
    for side in (0, 1):
        left_over = _left_over([*kept, *made], pinned, evidence)
        left_over[side] = [place for place in left_over[side] if place in opened[side]]
        made += moved_among(evidence, left_over[0], left_over[1], costs)
    return kept + made


def _left_over(linked: Sequence[Group], pinned: tuple[set[int], set[int]], evidence: Evidence) -> list[list[int]]:
    """The clauses left and right that neither a group nor a pin holds."""
    rows, columns = free(len(evidence.left), (g.left for g in linked)), free(len(evidence.right), (g.right for g in linked))
    return [[row for row in rows if row not in pinned[0]], [column for column in columns if column not in pinned[1]]]


def _fences(pins: Sequence[Pin], linked: Sequence[Group], chain: Set[Start]) -> list[Pin]:
    """The pins that stand in order, with each other and with nearly all sure links in the chain."""
    starts = [(group.left.start, group.right.start) for group in linked if group.score >= _SURE]
    sure = [start for start in starts if start in chain]
    two_sided = {(pin.left[0], pin.right[0]): pin for pin in pins if pin.left and pin.right}
    ordered = [place for place in sorted(two_sided) if sum(_crosses(place, link) for link in sure) <= _MOST_CONTRADICTED]
    return [two_sided[place] for place in longest_chain(ordered)]


def _crosses(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return (one[0] < other[0]) != (one[1] < other[1]) and one[0] != other[0] and one[1] != other[1]


def _kept(linked: Sequence[Group], pins: Sequence[Pin], fences: Sequence[Pin], chain: Set[Start]) -> list[Group]:
    """The groups that stay as they are; one that the reviewer confirmed stays a pin, and changes nothing beside it."""
    confirmed = {(pin.left, pin.right) for pin in pins}
    pinned = {row for pin in pins for row in pin.left}, {column for pin in pins for column in pin.right}
    places = [(fence.left[0], fence.right[0]) for fence in fences]
    gone = [
        bool(pinned[0].intersection(group.left) or pinned[1].intersection(group.right))
        or ((start := (group.left.start, group.right.start)) in chain and any(_crosses(place, start) for place in places))
        for group in linked
    ]
    sound = [(tuple(group.left), tuple(group.right)) in confirmed for group in linked]
    for places_in_order in (range(len(linked)), range(len(linked) - 1, -1, -1)):
        for before, place in pairwise(places_in_order):
            if gone[before] and not sound[before] and linked[place].score < _SURE:
                gone[place] = True
    return [group for group, is_gone in zip(linked, gone, strict=True) if not is_gone]


def _regions(
    kept: Sequence[Group], fences: Sequence[Pin], pinned: tuple[set[int], set[int]], size: tuple[int, int]
) -> Iterator[tuple[list[int], list[int]]]:
    """The clauses left and right that neither a group nor a pin holds, between those that stand in order."""
    bounds = {(group.left.start, group.right.start): (group.left.stop, group.right.stop) for group in kept}
    bounds |= {(pin.left[0], pin.right[0]): (pin.left[-1] + 1, pin.right[-1] + 1) for pin in fences}
    held = (
        pinned[0] | {row for group in kept for row in group.left},
        pinned[1] | {column for group in kept for column in group.right},
    )
    stops = [(0, 0), *(bounds[start] for start in longest_chain(sorted(bounds)))]
    starts = [*longest_chain(sorted(bounds)), size]
    for stop, start in zip(stops, starts, strict=True):
        rows = [row for row in range(stop[0], start[0]) if row not in held[0]]
        columns = [column for column in range(stop[1], start[1]) if column not in held[1]]
        if rows and columns:
            yield rows, columns


def _linked_within(evidence: Evidence, rows: list[int], columns: list[int], costs: Costs) -> list[Group]:
    local = evidence.restricted(np.array(rows), np.array(columns))
    return [Group(_run(rows, group.left), _run(columns, group.right), group.score) for group in linked_groups(local, costs)]


def _run(places: Sequence[int], run: range) -> range:
    return range(places[run.start], places[run.start] + len(run))
