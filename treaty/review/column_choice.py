"""The columns of a report: which are shown, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ColumnKind(StrEnum):
    """A column of a report. What was found has a column where a format has one for it; else it stands at the words, under
    the clauses, or in comments."""

    NUMBER = "number"
    LEFT = "left"
    RIGHT = "right"
    FINDINGS = "findings"


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """The columns from left to right, at least one text, and none twice; raises ValueError otherwise.

    Without FINDINGS nothing is said of what was found, and the words bear no marks.
    """

    order: tuple[ColumnKind, ...] = tuple(ColumnKind)

    def __post_init__(self) -> None:
        if not self.texts or len(set(self.order)) != len(self.order):
            raise ValueError("no text, or a column twice")

    @property
    def texts(self) -> tuple[ColumnKind, ...]:
        """The texts shown, the first one first."""
        return tuple(kind for kind in self.order if kind in (ColumnKind.LEFT, ColumnKind.RIGHT))

    @property
    def exchanged(self) -> bool:
        """Whether the right text comes first, and the rows are in its order."""
        return self.texts[0] is ColumnKind.RIGHT

    @property
    def findings(self) -> bool:
        return ColumnKind.FINDINGS in self.order

    @property
    def cells(self) -> tuple[int | None, ...]:
        """The table of the texts from left to right: the index of a row's cell, None for the rows' numbers.

        The cells of a report's rows are in the order of its texts: that of the first is 0.
        """
        shown = (kind for kind in self.order if kind is not ColumnKind.FINDINGS)
        return tuple(None if kind is ColumnKind.NUMBER else self.texts.index(kind) for kind in shown)

    def turned(self) -> ColumnChoice:
        """The same columns with the two texts in each other's place."""
        other = {ColumnKind.LEFT: ColumnKind.RIGHT, ColumnKind.RIGHT: ColumnKind.LEFT}
        return ColumnChoice(tuple(other.get(kind, kind) for kind in self.order))
