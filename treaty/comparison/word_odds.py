"""How sure it is that a word has no counterpart, and that two words have been taken for each other.

Log-odds by logistic regression on the traits of words, fitted on real and own treaties as they are and with errors planted in
them (`python -m tests.quality words` fits them anew).
"""

from __future__ import annotations

import math
from dataclasses import fields
from operator import attrgetter

from treaty.comparison.word_traits import Elsewhere, ExchangeTraits, WordTraits

_WORD = WordTraits(
    freedom=-2.78, met=0.1, part=-2.28, light=-2.23, firm=1.4, letters=0.31, korean=2.02, words=-1.32, share=-0.8,
    phrase=-0.75, beside=0.97, alone=1.4, kindred=-1.28, field=3.61, rivals=0.14, nearest=-4.99, gain=10.0,
)  # fmt: skip
_WORD_BIAS = -0.46
_EXCHANGE = ExchangeTraits(
    field=4.61, kindred=-1.94, freedom=-1.52, met=0.17, part=-1.11, light=-2.47, firm=1.44, run=-0.65, neighbours=0.67,
    words=-0.6, share=0.33, likeness=-2.11, swap=12.9,
)  # fmt: skip
_EXCHANGE_BIAS = 4.72
"""Half-way between what is fitted with `firm` and without it: which words are firm was learned from the same texts."""

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


def word_odds_elsewhere(elsewhere: Elsewhere) -> float:
    """What the rest of the texts adds to the log-odds of a word."""
    return _WORD.freedom * elsewhere.freedom + _WORD.met * elsewhere.met


def exchange_odds_elsewhere(korean: Elsewhere, english: Elsewhere) -> float:
    """What the rest of the texts adds to the log-odds of two words."""
    return _EXCHANGE.freedom * (korean.freedom + english.freedom) + _EXCHANGE.met * (korean.met + english.met)


def confidence_of(odds: float) -> float:
    """Log-odds as a probability, 0 to 1."""
    return 1 / (1 + math.exp(-odds))


def _weighed(weights: tuple[float, ...], traits: tuple[float, ...]) -> float:
    return sum(weight * trait for weight, trait in zip(weights, traits, strict=True))
