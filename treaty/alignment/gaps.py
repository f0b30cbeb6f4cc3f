"""What is left between links: units that say too little to be told by their words are told by their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from treaty.alignment.evidence import Evidence
from treaty.alignment.groups import Costs, Group
from treaty.alignment.lattice import in_order

_NEAR = 8
"""So many units beside a link are tried where the gap is closed on one side only."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Units left over on both sides that stand beside the same link; `closed` where they stand between the same two."""

    left: range
    right: range
    closed: bool


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbours left over, and the numbers of the links before and behind them."""

    units: range
    before: int
    behind: int


def in_gaps(evidence: Evidence, linked: Sequence[tuple[range, range]], costs: Costs) -> list[Group]:
    """Links among the units left over that stand beside the same link, or between the same two, on both sides."""
    left = _runs(len(evidence.left), [run for run, _ in linked])
    right = _runs(len(evidence.right), [run for _, run in linked])
    found: list[Group] = []
    for gap in _gaps(left, right):
        if not any(group.left.start in gap.left or group.right.start in gap.right for group in found):
            found += _filled(gap, evidence, costs)
    return found


def _filled(gap: Gap, evidence: Evidence, costs: Costs) -> list[Group]:
    worth = costs.enclosed if gap.closed else 0.0
    if gap.closed and len(gap.left) == len(gap.right) == 1:
        worth += costs.last_ones
    local = evidence.restricted(np.array(gap.left), np.array(gap.right))
    groups = in_order(local, replace(costs, unlinked=costs.unlinked - worth / 2))
    return [_placed(group, gap) for group in groups if not group.one_sided]


def _placed(group: Group, gap: Gap) -> Group:
    left, right = gap.left[group.left.start : group.left.stop], gap.right[group.right.start : group.right.stop]
    return Group(left, right, group.score)


def _gaps(left: Sequence[_Run], right: Sequence[_Run]) -> Iterator[Gap]:
    """The closed gaps, then those that are closed on one side only, of which no more than the next few units are tried."""
    before, behind = {run.before: run for run in left}, {run.behind: run for run in left}
    for run in right:
        if (other := before.get(run.before)) and other.behind == run.behind:
            yield Gap(other.units, run.units, closed=True)
    for run in right:
        if other := before.get(run.before):
            yield Gap(other.units[:_NEAR], run.units[:_NEAR], closed=False)
        if other := behind.get(run.behind):
            yield Gap(other.units[-_NEAR:], run.units[-_NEAR:], closed=False)


def _runs(count: int, linked: Sequence[range]) -> list[_Run]:
    """The runs of units that no link holds, in order; the ends of the text count as links."""
    bounds = sorted((run.start, run.stop, number) for number, run in enumerate(linked))
    edges = [(0, 0, -1), *bounds, (count, count, -2)]
    return [
        _Run(range(stop, start), before, behind) for (_, stop, before), (start, _, behind) in pairwise(edges) if stop < start
    ]
