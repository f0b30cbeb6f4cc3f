"""What was read of a link, or of two texts, kept for as long as what it was read from stays the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Facts:
    """Readings by what was asked; each is made once, or once for each `basis` where it rests on more than its owner."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[object, Any]] = {}

    def of(self, asked: Hashable, read: Callable[[], T], basis: object = None) -> T:
        """What `read` says. It is asked again only where the last answer to `asked` rests on another basis; `asked` is always
        answered by one type."""
        answer: T
        if (known := self._known.get(asked)) is not None:
            rested_on, answer = known
            if rested_on is basis or rested_on == basis:
                return answer
        answer = read()
        self._known[asked] = basis, answer
        return answer
