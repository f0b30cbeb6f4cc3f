"""Gale and Church's aligner, as a yardstick: it knows nothing but the lengths of clauses, and everybody knows it.

Written from W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics
19 (1993), with their figures; only a band around the diagonal is searched, which they leave open.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

_PRIORS = {(1, 1): 0.89, (1, 0): 0.0099, (0, 1): 0.0099, (2, 1): 0.089, (1, 2): 0.089, (2, 2): 0.011}
_VARIANCE = 6.8
_BAND = 50
_ROOT = math.sqrt(2)
_LEAST = 1e-30


def gale_church(left: Sequence[int], right: Sequence[int]) -> list[tuple[range, range]]:
    """Groups of clauses, given how many characters each has."""
    ratio = sum(right) / max(1, sum(left))
    slope = len(right) / max(1, len(left))
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(left) + 1):
        middle = round(i * slope)
        for j in range(max(0, middle - _BAND), min(len(right), middle + _BAND) + 1):
            options = [
                (best[i - a, j - b][0] + _cost(sum(left[i - a : i]), sum(right[j - b : j]), ratio, prior), (a, b))
                for (a, b), prior in _PRIORS.items()
                if (i - a, j - b) in best
            ]
            if options:
                best[i, j] = min(options)
    groups, place = [], (len(left), len(right))
    while place != (0, 0):
        a, b = best[place][1]
        groups.append((range(place[0] - a, place[0]), range(place[1] - b, place[1])))
        place = place[0] - a, place[1] - b
    return groups[::-1]


def _cost(left: int, right: int, ratio: float, prior: float) -> float:
    """Minus the logarithm of the probability of a group: how likely the difference of lengths is, and the kind of group."""
    mean = (left + right / ratio) / 2
    distance = abs(right - left * ratio) / math.sqrt(max(1.0, mean) * _VARIANCE)
    return -math.log(max(_LEAST, 1 - math.erf(distance / _ROOT))) - math.log(prior)
