"""Who said something and when, as the reviewer reads it."""

from __future__ import annotations

_TO_THE_MINUTE = 16
"""So many letters of an ISO time."""


def signed(author: str, at: str) -> str:
    """A name and a time, which is in ISO form, or one of them where the other is not known."""
    return " · ".join(filter(None, (author, at[:_TO_THE_MINUTE].replace("T", " "))))
