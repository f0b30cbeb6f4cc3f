"""Whether two texts have anything to do with each other: whoever chose the wrong file is told so."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from treaty.alignment.units import Floats
from treaty.language.meaning import Encoder
from treaty.model import Relation, TreatyText

_LEAST_CLAUSES = 4
"""Of fewer clauses nothing can be said."""
_MOST_LOOKED_AT = 400
"""A share of a longer text is as telling as the whole and takes no time."""
_NEAREST = 8
_LEAST_COSINE, _LEAST_MARGIN = 0.5, 0.15
_LEAST_LIKENESS = {Relation.TRANSLATION: 0.3, Relation.REVISION: 0.3, Relation.COUNTERPART: 0.05}
"""Likeness below which texts are called hardly alike. Learned on all pairings of nine Korean and English texts: right ones
have 0.83 to 1, those with half or more of one side missing 0.56 to 1, those that share one third 0.37 to 0.59; wrong ones
0 to 0.26, most of them under 0.02. Agreements of one kind with different partners have 0.15 to 0.9."""


def likeness(left: TreatyText, right: TreatyText, encoder: Encoder) -> float:
    """The share of the shorter text's clauses, 0 to 1, that mean the same as one of the other text: each is the other's
    nearest, is near, and stands out among its neighbours. 1 where a text is too short to say."""
    shorter, longer = sorted((_worded(left), _worded(right)), key=len)
    if len(shorter) < _LEAST_CLAUSES:
        return 1.0
    all_shorter, all_longer = encoder.encode(shorter).astype(np.float64), encoder.encode(longer).astype(np.float64)
    some = all_shorter[np.linspace(0, len(shorter) - 1, min(len(shorter), _MOST_LOOKED_AT)).astype(int)]
    there = some @ all_longer.T
    nearest = there.argmax(axis=1)
    back = all_longer[nearest] @ all_shorter.T
    cosines = there.max(axis=1)
    mutual = cosines >= back.max(axis=1) - 1e-9
    margins = cosines - (_around(there) + _around(back)) / 2
    return float(np.mean(mutual & (cosines > _LEAST_COSINE) & (margins > _LEAST_MARGIN)))


def hardly_alike(measured: float, relation: Relation) -> bool:
    """Whether texts of this likeness hardly share anything, for what they are said to be to each other."""
    return measured < _LEAST_LIKENESS[relation]


def _worded(text: TreatyText) -> Sequence[str]:
    return [clause.text for clause in text.clauses if clause.text]


def _around(cosines: Floats) -> Floats:
    """How near the nearest are on average, the very nearest apart."""
    count = min(_NEAREST + 1, cosines.shape[1])
    return np.asarray(np.sort(np.partition(cosines, -count, axis=1)[:, -count:], axis=1)[:, :-1].mean(axis=1))
