"""What the program doubts about a review as a whole, in sentences for the user."""

from __future__ import annotations

from collections.abc import Iterator

from resources.wording_table import Wording
from treaty.review.review import Review


def doubts(review: Review, words: Wording) -> Iterator[str]:
    """A sentence for each pair of texts that hardly share anything: one of the files may be the wrong one."""
    for comparison in review.comparisons:
        if comparison.hardly_alike:
            left, right = review.text(comparison.left), review.text(comparison.right)
            yield words("message.hardly_alike", left=left.source.name, right=right.source.name)
