"""The paper that a report is made for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PaperSize(StrEnum):
    """A size of paper by its usual name."""

    A4 = "a4"
    LETTER = "letter"


_MILLIMETRES = {PaperSize.A4: (210.0, 297.0), PaperSize.LETTER: (215.9, 279.4)}


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet: its size, and whether it stands or lies on its side."""

    size: PaperSize = PaperSize.A4
    portrait: bool = False

    @property
    def millimetres(self) -> tuple[float, float]:
        """Width and height."""
        short, long = _MILLIMETRES[self.size]
        return (short, long) if self.portrait else (long, short)
