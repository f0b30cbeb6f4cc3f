"""Many agreements side by side: how alike each two are, and for a clause the nearest clauses of all the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from treaty.language.meaning import Encoder
from treaty.model import Clause, TreatyText


@dataclass(frozen=True, slots=True)
class NearClause:
    """A clause of another agreement, by the ids of its text and its own, and how near it is in meaning (a cosine)."""

    text: str
    clause: str
    similarity: float


def agreement_similarities(texts: Sequence[TreatyText], encoder: Encoder) -> npt.NDArray[np.float64]:
    """How alike each two agreements are, 0 to 1, in a symmetric matrix with one row and one column a text.

    Each clause is held against its nearest one in the other agreement; the mean of those cosines over the clauses of both is
    the similarity (greedy matching, as in BERTScore: Zhang et al. 2020).
    """
    vectors = [encoder.encode([clause.text for clause in _speaking(text)]) for text in texts]
    made = np.eye(len(texts))
    for row, mine in enumerate(vectors):
        for column in range(row):
            made[row, column] = made[column, row] = _similarity(np.asarray(mine @ vectors[column].T, dtype=np.float64))
    return made


def nearest_clauses(
    asked: str, others: Sequence[TreatyText], encoder: Encoder, *, count: int = 3, least: float = 0.3
) -> list[NearClause]:
    """The clauses of other agreements nearest to the words of one, at most `count` of each and none below `least`, the nearest
    of all first."""
    (vector,) = encoder.encode([asked])
    found: list[NearClause] = []
    for text in others:
        speaking = _speaking(text)
        cosines = encoder.encode([other.text for other in speaking]) @ vector
        best = np.argsort(-cosines)[:count]
        found += [NearClause(text.id, speaking[place].id, float(cosines[place])) for place in best if cosines[place] >= least]
    return sorted(found, key=lambda near: -near.similarity)


def _speaking(text: TreatyText) -> list[Clause]:
    return [clause for clause in text.clauses if clause.text and not clause.kind.heads]


def _similarity(cosines: npt.NDArray[np.float64]) -> float:
    if not cosines.size:
        return 0.0
    nearest = np.concatenate([cosines.max(axis=1), cosines.max(axis=0)])
    return float(np.clip(nearest.mean(), 0.0, 1.0))
