"""Groups of units as links between clauses, with their reasons and a confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from treaty.alignment.evidence import Evidence
from treaty.alignment.pins import Free
from treaty.alignment.search import Group, longest_chain
from treaty.model import Link, LinkOrigin, TreatyText

_NAMED = ("number", "dates", "figures", "names", "terms", "meaning", "length")
_LEAST_REASON = 0.4
"""What a piece of evidence must add to the log-odds to be named as a reason."""
_CONFIDENCE_SLOPE, _CONFIDENCE_MIDDLE = 0.26, -10.2
"""From log-odds to the share of such links that are right; fitted on hand-linked clauses (docs/benchmarks.md)."""
_LONELY_CONFIDENCE = 0.8


def links_of(groups: Sequence[Group], evidence: Evidence, free: Free, left: TreatyText, right: TreatyText) -> list[Link]:
    """The computed groups and the pinned links together, in the order of the left text, and what is only right where it
    stands there: behind the link of the clause before it."""
    computed = [_link(group, evidence, free) for group in groups]
    pinned = [replace(link, origin=LinkOrigin.REVIEWER, confidence=1.0) for link in free.pinned]
    place = {clause.id: number for text in (left, right) for number, clause in enumerate(text.clauses)}
    links = [*computed, *pinned]
    ordered = sorted((link for link in links if link.left), key=lambda link: place[link.left[0]])
    only_right = sorted((link for link in links if not link.left), key=lambda link: place[link.right[0]])
    return _with_moves(_woven(ordered, only_right, right), place)


def _woven(ordered: list[Link], only_right: Sequence[Link], right: TreatyText) -> list[Link]:
    """The links of the left text with those of the right alone put in, each behind the link that holds the clause before it."""
    before = {clause.id: previous.id for previous, clause in pairwise(right.clauses)}
    for link in only_right:
        previous = before.get(link.right[0])
        holder = next((index for index, other in enumerate(ordered) if previous in other.right), -1)
        ordered.insert(holder + 1, link)
    return ordered


def _link(group: Group, evidence: Evidence, free: Free) -> Link:
    left = tuple(free.left[row].id for row in group.left)
    right = tuple(free.right[column].id for column in group.right)
    if group.one_sided:
        return Link(left, right, _LONELY_CONFIDENCE)
    return Link(left, right, _confidence(group.score), reasons=_reasons(group, evidence))


def _reasons(group: Group, evidence: Evidence) -> tuple[str, ...]:
    """The evidence that speaks for a group, strongest first; where none does, it was its place between its neighbours."""
    parts = evidence.parts((len(group.left), len(group.right)))
    weights = {name: float(parts[name][group.left.start, group.right.start]) for name in _NAMED}
    telling = [name for name in sorted(weights, key=lambda name: -weights[name]) if weights[name] >= _LEAST_REASON]
    return tuple(telling) or ("position",)


def _confidence(score: float) -> float:
    return round(float(1 / (1 + np.exp(-_CONFIDENCE_SLOPE * (score - _CONFIDENCE_MIDDLE)))), 2)


def _with_moves(links: Sequence[Link], place: dict[str, int]) -> list[Link]:
    """The links with `moved` set on those, and only those, that stand outside the longest chain in both orders."""
    pairs = [(place[link.left[0]], place[link.right[0]]) for link in links if not link.one_sided]
    chain = set(longest_chain(pairs))
    return [
        link if link.one_sided else replace(link, moved=(place[link.left[0]], place[link.right[0]]) not in chain)
        for link in links
    ]
