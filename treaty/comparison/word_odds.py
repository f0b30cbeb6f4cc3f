"""How sure it is that a word has no counterpart, and that two words have been taken for each other.

Log-odds by logistic regression on the traits of words, fitted on real and own treaties as they are and with errors planted in
them (`python -m tests.quality words` fits them anew).
"""

from __future__ import annotations

import math
from dataclasses import astuple

from treaty.comparison.word_traits import ExchangeTraits, WordTraits

_WORD = WordTraits(
    freedom=-1.69, met=-0.69, part=-2.29, light=-2.37, letters=0.21, korean=1.36, words=-0.96, share=-0.24, phrase=-0.87,
    beside=0.83, alone=1.3, kindred=-1.31, rivals=0.75, nearest=-5.2, gain=11.3,
)  # fmt: skip
_WORD_BIAS = -1.24
_EXCHANGE = ExchangeTraits(
    field=4.33, kindred=-1.63, freedom=-1.11, met=-0.32, part=-1.94, light=-2.24, run=-0.82, neighbours=0.81, words=-0.33,
    share=0.48, likeness=-4.05, swap=17.1,
)  # fmt: skip
_EXCHANGE_BIAS = 2.02


def word_odds(traits: WordTraits) -> float:
    """Log-odds that a word of these traits lacks its counterpart."""
    return _WORD_BIAS + _weighed(astuple(_WORD), astuple(traits))


def exchange_odds(traits: ExchangeTraits) -> float:
    """Log-odds that of two words of these traits one was written for the other."""
    return _EXCHANGE_BIAS + _weighed(astuple(_EXCHANGE), astuple(traits))


def confidence_of(odds: float) -> float:
    """Log-odds as a probability, 0 to 1."""
    return 1 / (1 + math.exp(-odds))


def _weighed(weights: tuple[float, ...], traits: tuple[float, ...]) -> float:
    return sum(weight * trait for weight, trait in zip(weights, traits, strict=True))
