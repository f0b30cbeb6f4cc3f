"""What has moved: runs of links that stand in another order, among what the search in order left over or linked poorly."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from treaty.alignment.evidence import Evidence
from treaty.alignment.groups import Costs, Group, Shape
from treaty.alignment.lattice import Lattice
from treaty.alignment.unit_pairs import Values
from treaty.alignment.units import Floats, Places, run_sums

_EACH_MOVED = -1.0
"""What each link of a moved run pays: without its place between its neighbours it must say more for itself."""
_WEAK = 4.0
"""A link in order with less in its favour may be given up for a moved one."""
_KEPT = 2.0
"""What a link in order has in its favour besides its score: the moved one must be so much better."""
_CLOSED = 1e5
"""The loss of a unit that no moved link may take."""


def with_moved(evidence: Evidence, linked: Sequence[Group], costs: Costs) -> list[Group]:
    """The links and those that moved: run against run, the strongest first, until none is sure. Weak links in their way go."""
    left_losses = _losses(len(evidence.left), [(group.left, group) for group in linked])
    right_losses = _losses(len(evidence.right), [(group.right, group) for group in linked])
    open_ones = _Open(evidence, (left_losses, right_losses), linked, costs)
    found = open_ones.moved()
    taken = {row for group in found for row in group.left}, {column for group in found for column in group.right}
    kept = [group for group in linked if not (taken[0].intersection(group.left) or taken[1].intersection(group.right))]
    return kept + [group for group in found if group.score > 0]


def moved_among(evidence: Evidence, rows: Sequence[int], columns: Sequence[int], costs: Costs) -> list[Group]:
    """The links that moved among these units alone, which no link holds."""
    losses = np.full(len(evidence.left), _CLOSED), np.full(len(evidence.right), _CLOSED)
    losses[0][rows], losses[1][columns] = 0.0, 0.0
    return [group for group in _Open(evidence, losses, [], costs).moved() if group.score > 0]


def _losses(count: int, linked: Sequence[tuple[range, Group]]) -> Floats:
    """What giving up each unit's link would lose: nothing where it has none, more than anything gains where it is not weak."""
    losses = np.zeros(count)
    for run, group in linked:
        losses[run.start : run.stop] = _CLOSED if group.score >= _WEAK else max(0.0, group.score + _KEPT) / len(run)
    return losses


class _Open:
    """The units that moved links may take: those left over, and those of weak links, with what giving each up would lose."""

    def __init__(self, evidence: Evidence, losses: tuple[Floats, Floats], linked: Sequence[Group], costs: Costs) -> None:
        self._places = [np.flatnonzero(side < _CLOSED) for side in losses]
        self._losses = [side[places] for side, places in zip(losses, self._places, strict=True)]
        runs = [group.left for group in linked], [group.right for group in linked]
        self._links = [_numbers(side, places) for side, places in zip(runs, self._places, strict=True)]
        self._evidence, self._costs = evidence.restricted(*self._places), costs
        scores = self._evidence.scores(list(costs.shapes))
        self._scores = {shape: values + np.float32(costs.shapes[shape]) for shape, values in scores.items()}

    def moved(self) -> list[Group]:
        """Run after run; what a run takes is closed to the others, and what shared a link with it is left over."""
        found: list[Group] = []
        closed = [np.zeros(len(places), dtype=bool) for places in self._places]
        while runs := self._runs():
            taken = [i for group in runs for i in group.left], [j for group in runs for j in group.right]
            given_up = np.union1d(self._links[0][taken[0]], self._links[1][taken[1]])
            for side in (0, 1):
                closed[side][taken[side]] = True
                self._losses[side][np.isin(self._links[side], given_up[given_up >= 0])] = 0.0
                self._losses[side][closed[side]] = _CLOSED
            found += [self._in_whole(group) for group in runs]
        return found

    def _runs(self) -> list[Group]:
        """The groups of the best runs that share no unit."""
        if not all(len(places) for places in self._places):
            return []
        lattice = Lattice(self._evidence.band, len(self._evidence.right), self._gains(), self._costs.unlinked, anywhere=True)
        rows: set[int] = set()
        columns: set[int] = set()
        found: list[Group] = []
        for row, column in lattice.ends(self._costs.least_moved):
            if row - 1 in rows or column - 1 in columns:
                continue
            run: list[Group] = []
            for group in lattice.way_to(row, column):
                if not (rows.isdisjoint(group.left) and columns.isdisjoint(group.right)):
                    break
                if not group.one_sided:
                    run.append(group)
            else:
                found += run
                rows.update(i for group in run for i in group.left)
                columns.update(j for group in run for j in group.right)
        return found

    def _gains(self) -> dict[Shape, Values]:
        """What each group would add: its score, less the links it breaks up."""
        band, made = self._evidence.band, {}
        together = (self._links[0][band.rows] == self._links[1][band.columns]) & (self._links[0][band.rows] >= 0)
        for (a, b), values in self._scores.items():
            lost = run_sums(self._losses[0], a)[band.rows] + run_sums(self._losses[1], b)[band.columns]
            made[a, b] = np.where(together, -np.inf, values + _EACH_MOVED - lost).astype(np.float32)
        return made

    def _in_whole(self, group: Group) -> Group:
        """A group with the places of its units in the whole text, and its own score."""
        band, row, column = self._evidence.band, group.left.start, group.right.start
        score = float(self._scores[len(group.left), len(group.right)][band.offsets[row] + column - band.low[row]])
        left, right = int(self._places[0][row]), int(self._places[1][column])
        return Group(range(left, left + len(group.left)), range(right, right + len(group.right)), score)


def _numbers(runs: Sequence[range], places: Places) -> Places:
    """For each unit the number of the link that holds it; -1 where none does."""
    numbers = {place: number for number, run in enumerate(runs) for place in run}
    return np.array([numbers.get(place, -1) for place in places.tolist()])
