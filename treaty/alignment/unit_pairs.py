"""What is known of single pairs of units, one left and one right: products of their vectors, what both name, their numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from functools import cached_property

import numpy as np
import numpy.typing as npt

from treaty.alignment.band import Band
from treaty.alignment.units import Floats, Places, Side

Values = npt.NDArray[np.float32]

KINDS = {"d": "dates", "f": "figures", "n": "names", "t": "terms"}
"""The kinds of things that a translation carries over, by the first letter of their anchors."""
SAME, OTHER = 1.0, -1.0
_ROWS_AT_ONCE = 64
_LONGEST_RUN = 24


class UnitPairs:
    """The units of two texts and what any two of them share.

    `named` are the anchors of each unit of each side, terms of the glossary among them; `rarity` what an anchor tells.
    """

    def __init__(self, left: Side, right: Side, terms: Sequence[tuple[str, str]]) -> None:
        self.left, self.right = left, right
        self.named = _with_terms(left, [mine for mine, _ in terms]), _with_terms(right, [theirs for _, theirs in terms])
        self.rarity = _rarity([*self.named[0], *self.named[1]])
        index: dict[tuple[int, ...] | None, int] = {None: 0}
        self._numbered = [np.array([index.setdefault(u.number, len(index)) for u in side.units], int) for side in (left, right)]
        self._heading = [np.array([unit.heads for unit in side.units], dtype=bool) for side in (left, right)]

    def restricted(self, rows: Places, columns: Places) -> UnitPairs:
        """Only these units; how rare an anchor is was counted in the whole texts."""
        made = object.__new__(UnitPairs)
        made.left, made.right, made.rarity = self.left.restricted(rows), self.right.restricted(columns), self.rarity
        made.named = [self.named[0][row] for row in rows], [self.named[1][column] for column in columns]
        made._numbered = [values[places] for values, places in zip(self._numbered, (rows, columns), strict=True)]
        made._heading = [values[places] for values, places in zip(self._heading, (rows, columns), strict=True)]
        return made

    def in_band(self, band: Band) -> dict[str, Values]:
        """Every value by its name for every cell of the band; what no cell has is left out."""
        values = {"product": self._products(band)} | self._shared_in_band(band)
        return values | self._numbers(band.rows, band.columns) | self._headings(band.rows, band.columns)

    def of(self, rows: Places, columns: Places) -> dict[str, Values]:
        """Every value for these pairs."""
        values = {"product": np.einsum("ij,ij->i", self.left.vectors[rows], self.right.vectors[columns])}
        both = [sorted(self.named[0][i] & self.named[1][j]) for i, j in zip(rows.tolist(), columns.tolist(), strict=True)]
        for initial, name in KINDS.items():
            told = [sum(self.rarity[anchor] for anchor in anchors if anchor[0] == initial) for anchors in both]
            values[name] = np.array(told, dtype=np.float32)
        return values | self._numbers(rows, columns) | self._headings(rows, columns)

    def weights(self, side: int, size: int) -> Floats:
        """For the run of `size` units from each unit on what its figures, dates and names tell together, each counted once."""
        fresh = self._fresh[side]
        total = np.zeros(len(fresh))
        for distance in range(min(size, len(fresh))):
            total[: len(fresh) - distance] += fresh[distance:, distance]
        return total

    @cached_property
    def _fresh(self) -> tuple[Floats, Floats]:
        """For the units of each side what those anchors tell that stand in none of the 0, 1, 2 … units before."""
        made = np.zeros((len(self.left), _LONGEST_RUN)), np.zeros((len(self.right), _LONGEST_RUN))
        for table, named in zip(made, self.named, strict=True):
            last: dict[str, int] = {}
            for place, anchors in enumerate(named):
                for anchor in sorted(anchors):
                    if anchor[0] != "t":
                        table[place, : place - last.get(anchor, place - _LONGEST_RUN)] += self.rarity[anchor]
                    last[anchor] = place
        return made

    def _products(self, band: Band) -> Values:
        made = np.empty(len(band), dtype=np.float32)
        for start in range(0, len(band.low), _ROWS_AT_ONCE):
            stop = min(start + _ROWS_AT_ONCE, len(band.low))
            first, last = int(band.low[start]), int(band.high[stop - 1])
            block = self.left.vectors[start:stop] @ self.right.vectors[first:last].T
            cells = slice(int(band.offsets[start]), int(band.offsets[stop]))
            made[cells] = block[band.rows[cells] - start, band.columns[cells] - first]
        return made

    def _shared_in_band(self, band: Band) -> dict[str, Values]:
        """What the figures, dates and names that both units of a cell have tell together, and what the terms."""
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for column, anchors in enumerate(self.named[1]):
            for anchor in anchors:
                holders[anchor].append(column)
        columns_of = {anchor: np.array(columns) for anchor, columns in holders.items()}
        made: dict[str, Values] = {}
        for row, anchor in self._carried(columns_of.keys()):
            columns = columns_of[anchor]
            first, last = np.searchsorted(columns, (band.low[row], band.high[row]))
            if first < last:
                values = made.setdefault("terms" if anchor[0] == "t" else "shared", np.zeros(len(band), dtype=np.float32))
                values[band.offsets[row] + columns[first:last] - band.low[row]] += np.float32(self.rarity[anchor])
        return made

    def _carried(self, known: Set[str]) -> Iterator[tuple[int, str]]:
        """The anchors of each unit left that are known on the right, in a fixed order."""
        for row, anchors in enumerate(self.named[0]):
            for anchor in sorted(anchors & known):
                yield row, anchor

    def _numbers(self, rows: Places, columns: Places) -> dict[str, Values]:
        """Whether two units have the same number, or different ones; nothing where one has none."""
        if not (self._numbered[0].any() and self._numbered[1].any()):
            return {}
        left, right = self._numbered[0][rows], self._numbered[1][columns]
        told = np.where(left == right, SAME, OTHER)
        return {"number": np.where((left == 0) | (right == 0), 0.0, told).astype(np.float32)}

    def _headings(self, rows: Places, columns: Places) -> dict[str, Values]:
        """Whether both units are headings, or but one of them."""
        if not (self._heading[0].any() or self._heading[1].any()):
            return {}
        left, right = self._heading[0][rows], self._heading[1][columns]
        return {"heading": np.where(left != right, OTHER, np.where(left, SAME, 0.0)).astype(np.float32)}


def _with_terms(side: Side, terms: Sequence[str]) -> list[frozenset[str]]:
    """The anchors of each unit and the terms of the glossary that stand in it; a term is known by its place in the glossary."""
    words = [unit.text.casefold() for unit in side.units]
    return [
        anchors | {f"t{place}" for place, term in enumerate(terms) if term in text}
        for anchors, text in zip(side.anchors, words, strict=True)
    ]


def _rarity(named: Sequence[frozenset[str]]) -> dict[str, float]:
    """How much an anchor tells: the logarithm of how few units have it; a term of the glossary counts 1."""
    counts = Counter(anchor for anchors in named for anchor in anchors)
    return {
        anchor: 1.0 if anchor[0] == "t" else float(np.log((len(named) + 1) / count)) / 2 for anchor, count in counts.items()
    }
