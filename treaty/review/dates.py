"""The date a report bears: that of what it shows, not of the moment of writing, so that the same review gives the same file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from treaty.review.review import Review


def as_of(review: Review) -> datetime | None:
    """When the newest of the compared files and of the reviewer's words was written (local time); None where none is dated."""
    return max((moment for moment in map(moment_of, _dates(review)) if moment), default=None)


def moment_of(text: str) -> datetime | None:
    """An ISO 8601 date as it stands on the clock that wrote it; None where it is empty or none."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None, microsecond=0)
    except ValueError:
        return None


def _dates(review: Review) -> Iterator[str]:
    for text in review.texts:
        yield text.source.modified
    for said in (review.judgements, review.comments, review.dismissals):
        for value in said.values():
            yield value.at
