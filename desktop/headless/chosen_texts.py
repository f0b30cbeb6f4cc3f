"""Which two texts a report is on, where a review compares more than two."""

from __future__ import annotations

from collections.abc import Sequence

from treaty.errors import WritingError
from treaty.review.review import Review


def compared_texts(review: Review) -> list[tuple[int, int]]:
    """The texts of each comparison of a review, left and right, by their places in it from 1."""
    places = {text.id: place for place, text in enumerate(review.texts, start=1)}
    return [(places[one.left], places[one.right]) for one in review.comparisons]


def comparison_of(review: Review, asked: Sequence[int]) -> int:
    """The index of the comparison of two texts, asked for in any order; raises WritingError where they are not compared."""
    pairs = compared_texts(review)
    for index, pair in enumerate(pairs):
        if set(pair) == set(asked):
            return index
    known = ", ".join(f"{left} {right}" for left, right in pairs)
    raise WritingError("texts_not_compared", texts=" ".join(map(str, asked)), known=known)


def compared_names(review: Review) -> list[str]:
    """What to call each comparison of a review: the labels of its texts, else the names of their files."""
    names = [text.label or text.source.name for text in review.texts]
    return [f"{left}. {names[left - 1]} – {right}. {names[right - 1]}" for left, right in compared_texts(review)]
