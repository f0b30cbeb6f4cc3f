"""Python counts characters, Qt counts UTF-16 units: the way from one to the other."""

from __future__ import annotations

from bisect import bisect_left

from treaty.model import Span


class TextOffsets:
    """The offsets of one text. Only characters outside the basic plane make a difference: they are two units each."""

    def __init__(self, text: str) -> None:
        has_wide = bool(text) and max(text) > "\uffff"
        self._wide = [place for place, character in enumerate(text) if character > "\uffff"] if has_wide else []
        self._wide_units = [place + earlier for earlier, place in enumerate(self._wide)]

    def unit(self, character: int) -> int:
        """The UTF-16 offset of a character offset."""
        return character + bisect_left(self._wide, character)

    def units(self, span: Span) -> tuple[int, int]:
        """A span of characters as start and end in UTF-16 units."""
        return self.unit(span.start), self.unit(span.end)

    def character(self, unit: int) -> int:
        """The character offset of a UTF-16 offset; one inside a pair gives the character that the pair makes."""
        return unit - bisect_left(self._wide_units, unit)
