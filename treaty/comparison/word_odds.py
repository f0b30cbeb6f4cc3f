"""How sure it is that a word has no counterpart, and that two words have been taken for each other.

Log-odds by logistic regression on the traits of words, fitted on real and own treaties as they are and with errors planted in
them (`python -m tests.quality words` fits them anew).
"""

from __future__ import annotations

import math
from dataclasses import fields
from operator import attrgetter

from treaty.comparison.word_traits import ExchangeTraits, WordTraits

_WORD = WordTraits(
    freedom=-1.61, met=0.26, part=-2.48, light=-2.31, firm=1.4, letters=0.28, korean=1.71, words=-1.22, share=-0.48,
    phrase=-0.9, beside=0.77, alone=1.34, kindred=-1.26, rivals=0.79, nearest=-5.03, gain=9.99,
)  # fmt: skip
_WORD_BIAS = 0.64
_EXCHANGE = ExchangeTraits(
    field=5.97, kindred=-1.96, freedom=-2.64, met=0.02, part=-1.99, light=-2.26, firm=2.3, run=-0.68, neighbours=0.81,
    words=-0.83, share=0.28, likeness=-4.24, swap=16.4,
)  # fmt: skip
_EXCHANGE_BIAS = 6.47
"""Fitted, but for those of `firm`, which are half of what is fitted: which words are firm was learned from the same texts."""

_of_word = attrgetter(*(field.name for field in fields(WordTraits)))
_of_exchange = attrgetter(*(field.name for field in fields(ExchangeTraits)))
_WORD_WEIGHTS, _EXCHANGE_WEIGHTS = _of_word(_WORD), _of_exchange(_EXCHANGE)
"""The values in the order of the fields; `dataclasses.astuple` would copy each."""


def word_odds(traits: WordTraits) -> float:
    """Log-odds that a word of these traits lacks its counterpart."""
    return _WORD_BIAS + _weighed(_WORD_WEIGHTS, _of_word(traits))


def exchange_odds(traits: ExchangeTraits) -> float:
    """Log-odds that of two words of these traits one was written for the other."""
    return _EXCHANGE_BIAS + _weighed(_EXCHANGE_WEIGHTS, _of_exchange(traits))


def confidence_of(odds: float) -> float:
    """Log-odds as a probability, 0 to 1."""
    return 1 / (1 + math.exp(-odds))


def _weighed(weights: tuple[float, ...], traits: tuple[float, ...]) -> float:
    return sum(weight * trait for weight, trait in zip(weights, traits, strict=True))
