"""The links between the clauses of two texts: searched, then settled at their edges."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from treaty.alignment.belonging import JoinWeights
from treaty.alignment.evidence import Evidence
from treaty.alignment.gaps import in_gaps
from treaty.alignment.groups import Group, completed
from treaty.alignment.joins import Joins
from treaty.alignment.search import CLAUSE_COSTS, linked_groups
from treaty.language.meaning import Encoder

_MOST_ROUNDS = 4
Run = tuple[range, range]


def clause_groups(evidence: Evidence, encoder: Encoder, weights: JoinWeights = JoinWeights()) -> list[Group]:
    """All clauses of both sides in groups, those without a counterpart alone."""
    links = [(group.left, group.right) for group in linked_groups(evidence, CLAUSE_COSTS)]
    joins = Joins(evidence, encoder, weights)
    links = joins.without_strays(links)
    for _ in range(_MOST_ROUNDS):
        before = list(links)
        links = joins.tightened(links)
        links += [(group.left, group.right) for group in in_gaps(evidence, links, CLAUSE_COSTS)]
        links = joins.extended(links)
        if links == before:
            break
    return completed(_scored(links, evidence), len(evidence.left), len(evidence.right))


def _scored(links: Sequence[Run], evidence: Evidence) -> list[Group]:
    """The links as groups with their scores."""
    by_shape: dict[tuple[int, int], list[Run]] = {}
    for left, right in links:
        by_shape.setdefault((len(left), len(right)), []).append((left, right))
    made = []
    for shape, runs in by_shape.items():
        rows, columns = (np.array([run[side].start for run in runs]) for side in (0, 1))
        scores = np.sum(list(evidence.parts(rows, columns, shape).values()), axis=0) + CLAUSE_COSTS.shapes.get(shape, 0.0)
        made += [Group(*run, float(score)) for run, score in zip(runs, scores, strict=True)]
    return made
