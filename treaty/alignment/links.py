"""Groups of clauses as links, with their reasons, their confidence and whether they moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from treaty.alignment.evidence import Evidence
from treaty.alignment.groups import Group, Shape
from treaty.alignment.order import longest_chain
from treaty.model import Link, TreatyText

_NAMED = ("number", "dates", "figures", "names", "terms", "meaning", "length")
_LEAST_REASON = 0.4
"""What a piece of evidence must add to the log-odds to be named as a reason."""


def reasons_of(groups: Sequence[Group], evidence: Evidence) -> dict[Group, tuple[str, ...]]:
    """The evidence that speaks for each group, strongest first; where none does, it was its place between its neighbours."""
    by_shape: dict[Shape, list[Group]] = {}
    for group in groups:
        by_shape.setdefault((len(group.left), len(group.right)), []).append(group)
    found: dict[Group, tuple[str, ...]] = {}
    for shape, alike in by_shape.items():
        rows = np.array([group.left.start for group in alike])
        columns = np.array([group.right.start for group in alike])
        parts = evidence.parts(rows, columns, shape)
        for place, group in enumerate(alike):
            weights = {name: float(parts[name][place]) for name in _NAMED if name in parts}
            telling = [name for name in sorted(weights, key=lambda name: -weights[name]) if weights[name] >= _LEAST_REASON]
            found[group] = tuple(telling) or ("position",)
    return found


def in_reading_order(links: Sequence[Link], left: TreatyText, right: TreatyText) -> list[Link]:
    """The links in the order of the left text, and what is only right where it stands there: behind the link of the clause
    before it; with `moved` set on those that stand in another order."""
    place = {clause.id: number for text in (left, right) for number, clause in enumerate(text.clauses)}
    ordered = sorted((link for link in links if link.left), key=lambda link: place[link.left[0]])
    only_right = sorted((link for link in links if not link.left), key=lambda link: place[link.right[0]])
    return _with_moves(_woven(ordered, only_right, right), place)


def _woven(ordered: Sequence[Link], only_right: Sequence[Link], right: TreatyText) -> list[Link]:
    """The links of the left text with those of the right alone put in, each behind the link that holds the clause before it."""
    before = {clause.id: previous.id for previous, clause in pairwise(right.clauses)}
    holders = {clause_id: link.left for link in ordered for clause_id in link.right}
    behind: dict[tuple[str, ...], list[Link]] = {}
    for link in only_right:
        holder = holders.get(before.get(link.right[0], ""), ())
        holders.update(dict.fromkeys(link.right, holder))
        behind.setdefault(holder, []).append(link)
    made = behind.get((), [])
    for link in ordered:
        made += [link, *behind.get(link.left, ())]
    return made


def _with_moves(links: Sequence[Link], place: Mapping[str, int]) -> list[Link]:
    """The links with `moved` set on those, and only those, that stand outside the longest chain in both orders."""
    pairs = [(place[link.left[0]], place[link.right[0]]) for link in links if not link.one_sided]
    chain = set(longest_chain(pairs))
    return [
        link if link.one_sided or (place[link.left[0]], place[link.right[0]]) in chain else replace(link, moved=True)
        for link in links
    ]
