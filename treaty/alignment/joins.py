"""Clauses at the edges of links, and those left over beside them, put where they belong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np

from treaty.alignment.belonging import Belonging, JoinWeights, Question
from treaty.alignment.evidence import Evidence
from treaty.alignment.order import longest_chain
from treaty.language.meaning import Encoder

_LONGEST_RUN = 3
"""So many neighbours left over are tried together, and all of them."""
_LARGEST = 24
"""So many clauses on one side of a link at most: a preamble that one language has as one paragraph."""


class Joins:
    """Decides for the clauses at the edges of links, and those left over beside them, where they belong."""

    def __init__(self, evidence: Evidence, encoder: Encoder, weights: JoinWeights = JoinWeights()) -> None:
        self._counts = len(evidence.left), len(evidence.right)
        self._belonging = Belonging((evidence.left.units, evidence.right.units), encoder, weights)
        self._links: list[tuple[range, range]] = []

    def without_strays(self, links: Sequence[tuple[range, range]]) -> list[tuple[range, range]]:
        """The links without those of single clauses out of order of which one rather belongs to a link beside it."""
        chain = set(longest_chain(sorted((left.start, right.start) for left, right in links)))
        holders = [{unit: link for link in links for unit in link[side]} for side in (0, 1)]
        return [
            link
            for link in links
            if (link[0].start, link[1].start) in chain or len(link[0]) + len(link[1]) > 2 or not self._is_stray(link, holders)
        ]

    def _is_stray(self, link: tuple[range, range], holders: Sequence[Mapping[int, tuple[range, range]]]) -> bool:
        for side in (0, 1):
            beside = [holders[side][unit] for unit in (link[side].start - 1, link[side].stop) if unit in holders[side]]
            if any(self._belonging.odds(side, link[side], other[side], other[1 - side]) > 0 for other in beside):
                return True
        return False

    def tightened(self, links: Sequence[tuple[range, range]]) -> list[tuple[range, range]]:
        """The links without the clauses at their edges that belong to the next link, or rather to none."""
        self._links = list(links)
        for side in (0, 1):
            self._loosen(side)
            self._exchange(side)
        return self._links

    def extended(self, links: Sequence[tuple[range, range]]) -> list[tuple[range, range]]:
        """The links with the clauses left over that belong to the link beside them."""
        self._links = list(links)
        for side in (0, 1):
            self._attach(side)
        return self._links

    def _loosen(self, side: int) -> None:
        """Takes off the edges of links what belongs rather nowhere, or to the neighbour."""
        for place, link in enumerate(self._links):
            run, other = link[side], link[1 - side]
            while len(run) > 1:
                edges = [(run[:1], run[1:]), (run[-1:], run[:-1])]
                odds = [self._belonging.odds(side, edge, rest, other) for edge, rest in edges]
                weakest = int(np.argmin(odds))
                if odds[weakest] >= 0:
                    break
                run = edges[weakest][1]
            self._links[place] = _link(side, run, other)

    def _exchange(self, side: int) -> None:
        """Gives the clause at the edge of a link to the link beside it where it belongs rather there."""
        holders = {unit: place for place, link in enumerate(self._links) for unit in link[side]}
        for place in range(len(self._links)):
            run, other = self._links[place][side], self._links[place][1 - side]
            for edge, rest, beside in ((run[:1], run[1:], run.start - 1), (run[-1:], run[:-1], run.stop)):
                taker = holders.get(beside)
                if not rest or taker is None or len(self._links[taker][side]) == _LARGEST:
                    continue
                theirs = self._links[taker]
                if self._belonging.odds(side, edge, theirs[side], theirs[1 - side]) > self._belonging.odds(
                    side, edge, rest, other
                ):
                    self._links[place] = _link(side, rest, other)
                    self._links[taker] = _link(side, _joined(edge, theirs[side]), theirs[1 - side])
                    holders[edge.start] = taker
                    break

    def _attach(self, side: int) -> None:
        """Gives clauses left over to the link beside them that they belong to."""
        holders = {unit: place for place, link in enumerate(self._links) for unit in link[side]}
        runs = list(_runs_left_over(self._counts[side], holders))
        self._belonging.foresee(question for run in runs for question, _ in self._questions(side, run, holders))
        for run in runs:
            offers = [
                (self._belonging.odds(*question), place, question[1]) for question, place in self._questions(side, run, holders)
            ]
            odds, place, taken = max(offers, key=lambda offer: offer[0], default=(0.0, 0, run))
            if odds > 0:
                link = self._links[place]
                self._links[place] = _link(side, _joined(taken, link[side]), link[1 - side])

    def _questions(self, side: int, run: range, holders: Mapping[int, int]) -> Iterator[tuple[Question, int]]:
        """Whether a run left over, or how much of it, belongs to the links beside it, each question with its link's place."""
        for place, taken in _offers(run, holders):
            link = self._links[place]
            if len(link[side]) + len(taken) <= _LARGEST:
                yield (side, taken, link[side], link[1 - side]), place


def _link(side: int, mine: range, other: range) -> tuple[range, range]:
    return (mine, other) if side == 0 else (other, mine)


def _joined(first: range, second: range) -> range:
    return range(min(first.start, second.start), max(first.stop, second.stop))


def _runs_left_over(count: int, holders: Mapping[int, int]) -> Iterator[range]:
    bounds = [-1, *sorted(holders), count]
    for before, behind in pairwise(bounds):
        if before + 1 < behind:
            yield range(before + 1, behind)


def _offers(run: range, holders: Mapping[int, int]) -> Iterator[tuple[int, range]]:
    """The links before and behind a run left over, each with how much of the run it may take."""
    for size in sorted({*range(1, min(len(run), _LONGEST_RUN) + 1), len(run)}):
        if run.start - 1 in holders:
            yield holders[run.start - 1], run[:size]
        if run.stop in holders:
            yield holders[run.stop], run[-size:]
