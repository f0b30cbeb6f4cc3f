"""A review of ten thousand rows."""

from __future__ import annotations

from dataclasses import replace

from tests.example_review import example_review
from treaty.review.review import Review

COPIES = 1120


def long_review() -> Review:
    """The example's texts and links over and over, without findings but in the first copy."""
    example = example_review()
    comparison = example.comparisons[0]
    texts = tuple(
        replace(text, clauses=tuple(replace(c, id=f"{c.id}#{n}" if n else c.id) for n in range(COPIES) for c in text.clauses))
        for text in example.texts
    )
    links = tuple(
        replace(
            link,
            left=tuple(f"{each}#{n}" if n else each for each in link.left),
            right=tuple(f"{each}#{n}" if n else each for each in link.right),
        )
        for n in range(COPIES)
        for link in comparison.links
    )
    return Review(texts, (replace(comparison, links=links),))
