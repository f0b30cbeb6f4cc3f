"""What is aligned: clauses or sentences as units, and a text's units with what is computed of each run of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from treaty.language.meaning import Encoder
from treaty.language.quantities import Quantity, QuantityKind, UnitTable
from treaty.language.quantity_readers import quantities_of
from treaty.model import Language

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]

_LATIN_NAME = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?![A-Za-z])")
_SMALLEST_TELLING = 3
"""Numbers up to 3 stand in too many clauses, as words or articles, to tell one from another."""
_KOREAN_CHARACTERS = 2.64
"""English text has 2.64 characters for each Korean one (median of hand-linked clauses of seven treaties)."""
_NO_UNITS = UnitTable()


@dataclass(frozen=True, slots=True)
class Unit:
    """What is aligned: the words of a clause or a sentence. `number` is its place in the numbering, (3, 2) for 제3조 2."""

    text: str
    language: Language
    number: tuple[int, ...] | None = None
    heads: bool = False


class Side:
    """The units of one text, in order, with what is computed of each run of them.

    Of a restricted side some units stand apart: `places` are their places in the whole text, and no run reaches over a gap.
    """

    def __init__(self, units: Sequence[Unit], encoder: Encoder) -> None:
        self.units = units
        self.places: Places = np.arange(len(units))
        self.unit_lengths = np.array([length(unit) for unit in units])
        vectors = encoder.encode([unit.text for unit in units])
        self.vectors = (vectors * np.sqrt(self.unit_lengths)[:, None]).astype(np.float32)
        self.anchors = [anchors(unit.text, unit.language) for unit in units]

    def __len__(self) -> int:
        return len(self.units)

    def restricted(self, kept: Places) -> Side:
        """The side with only the units at these places."""
        made = object.__new__(Side)
        made.units = [self.units[place] for place in kept]
        made.places, made.unit_lengths, made.vectors = self.places[kept], self.unit_lengths[kept], self.vectors[kept]
        made.anchors = [self.anchors[place] for place in kept]
        return made

    def unbroken(self, size: int) -> npt.NDArray[np.bool_]:
        """For each unit whether a run of `size` units begins there: one that does not reach over the end or a gap."""
        found = np.zeros(len(self), dtype=bool)
        if len(self) >= size:
            found[: len(self) - size + 1] = self.places[size - 1 :] - self.places[: len(self) - size + 1] == size - 1
        return found

    def lengths(self, size: int) -> Floats:
        """The length of the run of `size` units from each unit on, in English characters."""
        return run_sums(self.unit_lengths, size)

    def norms(self, size: int) -> Floats:
        """The length of the sum of the vectors of each run: longer texts weigh more in it."""
        squares = run_sums(np.einsum("ij,ij->i", self.vectors, self.vectors).astype(np.float64), size)
        for distance in range(1, size):
            near = np.zeros(len(self))
            if len(self) > distance:
                near[:-distance] = np.einsum("ij,ij->i", self.vectors[:-distance], self.vectors[distance:])
            squares += 2 * run_sums(near, size - distance)
        return np.asarray(np.sqrt(np.maximum(1e-9, squares)))


def run_sums(values: Floats, size: int) -> Floats:
    """For each place the sum of `size` values from there on; at the end the sum of those that are left."""
    totals = np.concatenate([[0.0], np.cumsum(values)])
    ends = np.minimum(np.arange(len(values)) + size, len(values))
    return np.asarray(totals[ends] - totals[:-1])


def length(unit: Unit) -> float:
    """Length in English characters."""
    characters = max(1, len(unit.text))
    return characters * (_KOREAN_CHARACTERS if unit.language is Language.KOREAN else 1.0)


@lru_cache(maxsize=50_000)
def anchors(text: str, language: Language) -> frozenset[str]:
    """What a translation leaves as it is: dates ("d…"), figures ("f…"), names in Latin capitals ("n…").

    Remembered for clauses that are aligned again: reading the figures takes as long as all the rest.
    """
    found = {anchor for quantity in quantities_of(text, language, _NO_UNITS) for anchor in _anchors_of(quantity)}
    return frozenset(found | {f"n{name.upper()}" for name in _LATIN_NAME.findall(text)})


def _anchors_of(quantity: Quantity) -> list[str]:
    if quantity.date:
        date = quantity.date
        return [f"d{part}" for part in (date.year, f"{date.month}/{date.day}" if date.day else date.month) if part]
    if quantity.code:
        return [f"n{quantity.code}"]
    telling = quantity.figure > _SMALLEST_TELLING or quantity.figure.denominator > 1
    if quantity.kind is QuantityKind.REFERENCE:
        return [f"fr{quantity.figure}"]
    return [f"f{quantity.figure}"] if telling else []
