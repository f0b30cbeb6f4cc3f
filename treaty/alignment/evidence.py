"""What speaks for and against two groups of clauses saying the same: meaning, length, figures and names, numbers, place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from treaty.alignment.band import Band, band_of
from treaty.alignment.groups import Shape
from treaty.alignment.length_model import length_evidence
from treaty.alignment.unit_pairs import UnitPairs, Values
from treaty.alignment.units import Floats, Places, Side, Unit

__all__ = ["Evidence", "Side", "Unit", "Weights"]

_NEAREST = 8
_NEIGHBOURHOOD = 256
"""How near to all a unit lies is measured on the units up to so many places from where its counterpart should stand."""
_MOST_ANCHORS, _MOST_TERMS = 6.0, 3.0
_JOINED = {"number": np.maximum, "heading": np.minimum}
"""Of the pairs of units in a group the best number counts and the worst heading; everything else is added up."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds per unit of evidence, set by hand in round figures; docs/benchmarks.md says what a quarter more or less does."""

    bias: float = -4.0
    margin: float = 14.0
    cosine: float = 8.0
    length: float = 0.9
    shared: float = 0.3
    unshared: float = -0.3
    same_label: float = 1.0
    other_label: float = -0.4
    glossary: float = 0.8
    both_heading: float = 2.5
    heading_against_text: float = -6.0


class Evidence:
    """Scores any two groups of units, one from each side; a group is a run, given by its first unit and its size."""

    def __init__(self, left: Side, right: Side, terms: Sequence[tuple[str, str]] = (), weights: Weights = Weights()) -> None:
        self.left, self.right, self.weights = left, right, weights
        self.band = band_of(left, right)
        self._pairs = UnitPairs(left, right, terms)
        self._hubs = _hubs(left, right, self.band)
        self._units = self._pairs.in_band(self.band)
        self._trust = _trust(self._units, self.band, left, right)

    def restricted(self, rows: Places, columns: Places) -> Evidence:
        """The evidence on only these units; what was measured against the whole texts stays as it was."""
        made = object.__new__(Evidence)
        made._pairs = self._pairs.restricted(rows, columns)
        made.left, made.right, made.weights = made._pairs.left, made._pairs.right, self.weights
        made.band = band_of(made.left, made.right)
        made._hubs = self._hubs[0][rows], self._hubs[1][columns]
        made._units, made._trust = made._pairs.in_band(made.band), self._trust
        return made

    def scores(self, shapes: Sequence[Shape]) -> dict[Shape, Values]:
        """For groups of each size (1:n, n:1 or 2:2) the log-odds that they belong together, for every cell of the band at
        which such a group can begin; -inf at the others."""
        units = self._units
        found: dict[Shape, Values] = {}
        sums: dict[Shape, dict[str, Values]] = {(1, 1): units}
        for a, b in sorted(set(shapes) | {(1, 1)}):
            if a > len(self.left) or b > len(self.right):
                continue
            if (a, b) != (1, 1):
                sums[a, b] = self._grown(sums[(a, b - 1) if b > a else (a - 1, b)], units, (a, b))
            first, *others = self._parts(self.band.rows, self.band.columns, (a, b), sums[a, b]).values()
            for part in others:
                first += part
            found[a, b] = first
        return found

    def parts(self, rows: Places, columns: Places, shape: Shape) -> dict[str, Values]:
        """What the scores of groups of one size that begin at these units are the sum of, by the name of the evidence."""
        pairs = [self._pairs.of(rows + down, columns + right) for down in range(shape[0]) for right in range(shape[1])]
        sums = {name: _JOINED.get(name, np.add).reduce([values[name] for values in pairs]) for name in pairs[0]}
        return self._parts(rows, columns, shape, sums)

    def _grown(self, smaller: Mapping[str, Values], units: Mapping[str, Values], shape: Shape) -> dict[str, Values]:
        """The values of groups of a shape, from those of groups with one unit less and the values of single pairs."""
        a, b = shape
        added = [(a - 1, right) for right in range(b)] if a > 1 else [(0, b - 1)]
        made = dict(smaller)
        for beside in (self.band.beside(down, right) for down, right in added):
            for name, values in units.items():
                outside = np.float32(-np.inf if name == "product" else 0.0)
                made[name] = _JOINED.get(name, np.add)(made[name], np.append(values, outside)[beside])
        return made

    def _parts(self, rows: Places, columns: Places, shape: Shape, sums: Mapping[str, Values]) -> dict[str, Values]:
        return {
            "meaning": self._meaning(rows, columns, shape, sums["product"]),
            "length": self._length(rows, columns, shape),
            **self._anchors(rows, columns, shape, sums),
            **self._numbering(sums),
        }

    def _meaning(self, rows: Places, columns: Places, shape: Shape, products: Values) -> Values:
        """Cosine of the groups' vectors, and how far it stands out among the neighbours (margin: Artetxe and Schwenk 2019).

        The vector of a group is the sum of its units', longer ones weighing more.
        """
        mine = np.where(self.left.unbroken(shape[0]), 1 / self.left.norms(shape[0]), np.nan)
        theirs = np.where(self.right.unbroken(shape[1]), 1 / self.right.norms(shape[1]), np.nan)
        cosines = products * _taken(mine, rows) * _taken(theirs, columns)
        hubs = [_run_maxima(hub, size) for hub, size in zip(self._hubs, shape, strict=True)]
        margins = cosines - _taken(hubs[0], rows) / 2 - _taken(hubs[1], columns) / 2
        weights = self.weights
        scores = weights.bias + weights.margin * margins + weights.cosine * cosines
        return np.nan_to_num(scores, nan=-np.inf, neginf=-np.inf)

    def _length(self, rows: Places, columns: Places, shape: Shape) -> Values:
        """How likely the ratio of the lengths is."""
        left, right = _taken(self.left.lengths(shape[0]), rows), _taken(self.right.lengths(shape[1]), columns)
        return np.asarray(self.weights.length * length_evidence(left, right))

    def _anchors(self, rows: Places, columns: Places, shape: Shape, sums: Mapping[str, Values]) -> dict[str, Values]:
        """How much two groups share in figures, dates and names, and how much stands on one side only; rarer weighs more."""
        mine = _taken(self._pairs.weights(0, shape[0]), rows)
        theirs = _taken(self._pairs.weights(1, shape[1]), columns)
        kinds = {name: sums[name] for name in ("shared", "dates", "figures", "names") if name in sums}
        shared = sum(kinds.values(), start=np.zeros(len(rows), dtype=np.float32))
        both = np.minimum(shared, np.minimum(mine, theirs))
        capped = self.weights.shared * np.minimum(both, _MOST_ANCHORS) / np.maximum(1e-6, shared)
        found = {name: part * capped for name, part in kinds.items()}
        if "terms" in sums:
            found["terms"] = self.weights.glossary * np.minimum(_MOST_TERMS, sums["terms"])
        return {**found, "unshared": self.weights.unshared * np.minimum(_MOST_ANCHORS, mine + theirs - 2 * both)}

    def _numbering(self, sums: Mapping[str, Values]) -> dict[str, Values]:
        """Numbers speak as far as they can be trusted, after a renumbering they lie; a heading does not stand for a clause."""
        weights, found = self.weights, {}
        if "number" in sums:
            by_sign = np.where(sums["number"] > 0, weights.same_label, -weights.other_label) * np.float32(self._trust)
            found["number"] = by_sign * sums["number"]
        if "heading" in sums:
            by_sign = np.where(sums["heading"] > 0, weights.both_heading, -weights.heading_against_text)
            found["heading"] = by_sign * sums["heading"]
        return found


def _trust(units: Mapping[str, Values], band: Band, left: Side, right: Side) -> float:
    """How far the numbers can be trusted: 1 where all units that are nearest to each other in meaning have one number, 0 where
    not more than half of those that have numbers do."""
    if "number" not in units:
        return 0.0
    cosines = units["product"] / (_taken(left.norms(1), band.rows) * _taken(right.norms(1), band.columns))
    by_row = np.lexsort((-cosines, band.rows))
    nearest = set(by_row[np.unique(band.rows[by_row], return_index=True)[1]].tolist())
    by_column = np.lexsort((-cosines, band.columns))
    nearest &= set(by_column[np.unique(band.columns[by_column], return_index=True)[1]].tolist())
    told = units["number"][sorted(nearest)]
    same, other = float((told > 0).sum()), float((told < 0).sum())
    return max(0.0, (same - other) / max(1.0, same + other))


def _taken(values: Floats, places: Places) -> Values:
    return values.astype(np.float32)[places]


def _run_maxima(values: Floats, size: int) -> Floats:
    """For each place the largest of `size` values from there on."""
    padded = np.concatenate([values, np.full(size - 1, -np.inf)])
    return np.asarray(np.lib.stride_tricks.sliding_window_view(padded, size).max(axis=1)) if len(values) else values


def _hubs(left: Side, right: Side, band: Band) -> tuple[Floats, Floats]:
    """How near each unit lies to its nearest neighbours on the other side: what is near to all tells little."""
    if not (len(left) and len(right)):
        return np.zeros(len(left)), np.zeros(len(right))
    middles = band.middles(len(right))
    places = np.interp(np.arange(len(right)), middles, np.arange(len(left))) if len(left) > 1 else np.zeros(len(right))
    return _nearness(left, right, middles), _nearness(right, left, places)


def _nearness(mine: Side, theirs: Side, middles: Floats) -> Floats:
    """For each of mine the mean cosine with its eight nearest among theirs around its middle."""
    first, second = (side.vectors / side.norms(1).astype(np.float32)[:, None] for side in (mine, theirs))
    made = np.zeros(len(mine))
    rows_at_once = 64
    for start in range(0, len(mine), rows_at_once):
        rows = slice(start, start + rows_at_once)
        low = max(0, min(int(middles[rows].min()), len(theirs) - _NEIGHBOURHOOD) - _NEIGHBOURHOOD)
        high = max(int(middles[rows].max()), _NEIGHBOURHOOD) + _NEIGHBOURHOOD
        cosines = first[rows] @ second[low:high].T
        count = min(_NEAREST, cosines.shape[1])
        made[rows] = np.partition(cosines, -count, axis=1)[:, -count:].mean(axis=1)
    return made
