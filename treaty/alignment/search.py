"""The best sequence of links in reading order, what has moved out of it, and what is left between the links."""

from __future__ import annotations

from treaty.alignment.evidence import Evidence
from treaty.alignment.gaps import in_gaps
from treaty.alignment.groups import Costs, Group, completed
from treaty.alignment.lattice import in_order
from treaty.alignment.moves import with_moved

__all__ = ["CLAUSE_COSTS", "Costs", "best_groups"]

_RUNS = {2: -2.5, 3: -3.5, 4: -4.5, 5: -6.0, 6: -7.0, 7: -8.0, 8: -8.5}
CLAUSE_COSTS = Costs(
    {(1, 1): 0.0, (2, 2): -5.0}
    | {(1, size): cost for size, cost in _RUNS.items()}
    | {(size, 1): cost for size, cost in _RUNS.items()},
    unlinked=-2.0,
    least_moved=1.5,
    enclosed=3.0,
    last_ones=2.0,
)
"""One clause may face up to eight: a list that one language writes as items the other may run into one paragraph."""


def best_groups(evidence: Evidence, costs: Costs = CLAUSE_COSTS) -> list[Group]:
    """All units of both sides in groups: those in order, those that stand elsewhere, and those without a counterpart."""
    return completed(linked_groups(evidence, costs), len(evidence.left), len(evidence.right))


def linked_groups(evidence: Evidence, costs: Costs) -> list[Group]:
    """The groups that have both sides."""
    linked = [group for group in in_order(evidence, costs) if not group.one_sided]
    linked = with_moved(evidence, linked, costs)
    return linked + in_gaps(evidence, [(group.left, group.right) for group in linked], costs)
