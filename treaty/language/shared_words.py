"""Which words clauses share, in one language or across: a word is a row of the lexicon, whatever language it is found in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from treaty.language.english_content import EnglishContent
from treaty.language.korean_content import KoreanContent
from treaty.language.lexicon import Lexicon, Rows
from treaty.model import Language


def rows_in(text: str, language: Language, lexicon: Lexicon) -> Rows:
    """The rows of the lexicon whose words stand in a text."""
    content = KoreanContent(lexicon, text) if language is Language.KOREAN else EnglishContent(lexicon, text)
    return content.places.rows


def shared_words(mine: Sequence[Rows], theirs: Sequence[Rows]) -> npt.NDArray[np.float64]:
    """How much of their words every two clauses share, 0 to 1: the cosine of their rows, each weighing its rarity (idf, Spärck
    Jones 1972) in all clauses of both sides. One row a clause of `mine`, one column a clause of `theirs`."""
    counts = Counter(chain.from_iterable((*mine, *theirs)))
    places = {row: place for place, row in enumerate(sorted(counts))}
    total = len(mine) + len(theirs) + 1
    weights = np.array([np.log(total / counts[row]) for row in sorted(counts)])
    return np.asarray(_directions(mine, places, weights) @ _directions(theirs, places, weights).T)


def _directions(clauses: Sequence[Rows], places: dict[int, int], weights: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    made = np.zeros((len(clauses), len(places)))
    for number, rows in enumerate(clauses):
        known = [places[row] for row in rows]
        made[number, known] = weights[known]
    return np.asarray(made / np.maximum(1e-9, np.linalg.norm(made, axis=1, keepdims=True)))
