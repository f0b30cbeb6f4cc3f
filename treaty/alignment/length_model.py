"""What the lengths of two texts say about their belonging together (the length model of Gale and Church 1993)."""

from __future__ import annotations

from typing import Any

import numpy as np

_SPREAD, _CHANCE_SPREAD = 0.24, 0.9
_SHORT_TEXT_SPREAD = 2.0
"""Spread of the logarithm of the length ratio between counterparts (more where texts are short) and between strangers."""
_LEAST, _MOST = -6.0, 3.0


def length_evidence(left: Any, right: Any) -> Any:
    """Log-odds of a length ratio between counterparts against strangers; lengths in English characters, numbers or arrays."""
    squared = np.log(right / left) ** 2
    spread = _SPREAD**2 + _SHORT_TEXT_SPREAD / np.minimum(left, right)
    likely = -0.5 * (squared / spread + np.log(spread))
    chance = -0.5 * squared / _CHANCE_SPREAD**2 - np.float32(np.log(_CHANCE_SPREAD))
    return np.clip(likely - chance, _LEAST, _MOST)
