"""What speaks for and against two groups of clauses saying the same: meaning, length, figures and names, numbers, place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from treaty.language.meaning import Encoder
from treaty.language.quantities import Quantity, QuantityKind, UnitTable
from treaty.language.quantity_readers import quantities_of
from treaty.model import Language

Matrix = npt.NDArray[np.float64]

_LATIN_NAME = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?![A-Za-z])")
_SMALLEST_TELLING = 3
"""Numbers up to 3 stand in too many clauses, as words or articles, to tell one from another."""
_NEAREST = 8

_KOREAN_CHARACTERS = 2.64
"""English text has 2.64 characters for each Korean one (median of hand-linked clauses of seven treaties)."""
_LENGTH_SPREAD, _CHANCE_SPREAD = 0.24, 0.9
_SHORT_TEXT_SPREAD = 2.0
"""Spread of the logarithm of the length ratio between counterparts (more where texts are short) and between strangers."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds per unit of evidence, fitted by logistic regression on hand-linked clauses (docs/benchmarks.md)."""

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


@dataclass(frozen=True, slots=True)
class Unit:
    """What is aligned: the words of a clause or a sentence. `number` is its place in the numbering, (3, 2) for 제3조 2."""

    text: str
    language: Language
    number: tuple[int, ...] | None = None
    heads: bool = False


class Side:
    """The units of one text with what is computed of each run of them once."""

    def __init__(self, units: Sequence[Unit], encoder: Encoder) -> None:
        self.units = units
        self._vectors = encoder.encode([unit.text for unit in units]).astype(np.float64)
        self._lengths = np.array([_length(unit) for unit in units])
        self.anchors = [_anchors(unit) for unit in units]

    def __len__(self) -> int:
        return len(self.units)

    def vectors(self, size: int) -> Matrix:
        """One row for each run of `size` units: the direction of the sum of their vectors, longer texts weighing more."""
        sums = _run_sums(self._vectors * np.sqrt(self._lengths)[:, None], size)
        return np.asarray(sums / np.maximum(1e-9, np.linalg.norm(sums, axis=1, keepdims=True)))

    def lengths(self, size: int) -> Matrix:
        """The length of each run of `size` units, in English characters."""
        return _run_sums(self._lengths[:, None], size)[:, 0]

    def incidence(self, size: int, index: Mapping[str, int]) -> Matrix:
        """Which anchors stand in each run of `size` units: one column an anchor, 1 or 0."""
        made = np.zeros((len(self.units), len(index)))
        for row, anchors in enumerate(self.anchors):
            made[row, [index[anchor] for anchor in anchors]] = 1.0
        return np.minimum(1.0, _run_sums(made, size))


class Evidence:
    """Scores any two groups of units, one from each side; a group is a run, given by its start and its size.

    For every pair of sizes all groups are scored at once: `scores((1, 2))[i, j]` is that of unit i with units j and j + 1.
    """

    def __init__(self, left: Side, right: Side, terms: Sequence[tuple[str, str]] = (), weights: Weights = Weights()) -> None:
        self.left, self.right = left, right
        self._terms = terms
        self._weights = weights
        self._rarity = _rarity([*left.anchors, *right.anchors])
        self._parts: dict[tuple[int, int], dict[str, Matrix]] = {}
        self._scores: dict[tuple[int, int], Matrix] = {}

    @property
    def single(self) -> Matrix:
        """The score of every unit left with every unit right."""
        return self.scores((1, 1))

    def scores(self, sizes: tuple[int, int]) -> Matrix:
        """The log-odds that groups of these sizes belong together."""
        if sizes not in self._scores:
            self._scores[sizes] = np.sum(list(self.parts(sizes).values()), axis=0)
        return self._scores[sizes]

    def parts(self, sizes: tuple[int, int]) -> dict[str, Matrix]:
        """What the scores are the sum of, by the name of the evidence."""
        if sizes not in self._parts:
            self._parts[sizes] = {
                "meaning": self._meaning(sizes),
                "length": self._weights.length * _length_evidence(
                    self.left.lengths(sizes[0])[:, None], self.right.lengths(sizes[1])[None, :]
                ),
                **self._shared_anchors(sizes),
                "number": self._blocks(self._labels, sizes, np.max),
                "terms": self._blocks(self._glossary, sizes, np.max),
                "heading": self._blocks(self._headings, sizes, np.min),
            }  # fmt: skip
        return self._parts[sizes]

    def _meaning(self, sizes: tuple[int, int]) -> Matrix:
        """Cosine of the groups' vectors, and how far it stands out among the neighbours (margin: Artetxe and Schwenk 2019)."""
        cosines = self.left.vectors(sizes[0]) @ self.right.vectors(sizes[1]).T
        left_hub, right_hub = self._hubs
        rows = _run_extremes(left_hub, sizes[0])
        columns = _run_extremes(right_hub, sizes[1])
        margins = cosines - (rows[:, None] + columns[None, :]) / 2
        weights = self._weights
        return np.asarray(weights.bias + weights.margin * margins + weights.cosine * cosines)

    @cached_property
    def _hubs(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """How near each unit lies to its nearest neighbours on the other side: what is near to all tells little."""
        cosines = self.left.vectors(1) @ self.right.vectors(1).T
        return _nearest_mean(cosines), _nearest_mean(cosines.T)

    def _shared_anchors(self, sizes: tuple[int, int]) -> dict[str, Matrix]:
        """How much two groups share in figures, dates and names, and how much stands on one side only; rarer weighs more."""
        index = {anchor: place for place, anchor in enumerate(sorted(self._rarity))}
        rarity = np.array([self._rarity[anchor] for anchor in index])
        mine, theirs = self.left.incidence(sizes[0], index), self.right.incidence(sizes[1], index)
        both = {name: np.zeros((len(mine), len(theirs))) for name in _ANCHOR_NAMES.values()}
        for initial, name in _ANCHOR_NAMES.items():
            columns = [place for anchor, place in index.items() if anchor.startswith(initial)]
            both[name] = (mine[:, columns] * rarity[columns]) @ theirs[:, columns].T
        shared = np.sum(list(both.values()), axis=0)
        lonely = (mine @ rarity)[:, None] + (theirs @ rarity)[None, :] - 2 * shared
        capped = self._weights.shared * np.minimum(1.0, _MOST_ANCHORS / np.maximum(1e-9, shared))
        found = {name: part * capped for name, part in both.items()}
        return {**found, "unshared": self._weights.unshared * np.minimum(_MOST_ANCHORS, lonely)}

    def _blocks(self, matrix: Matrix, sizes: tuple[int, int], reduce: Callable[..., Matrix]) -> Matrix:
        """A matrix over units reduced to one over groups: each value that of the best, or worst, pair in its block."""
        if sizes == (1, 1) or not matrix.any():
            return matrix[: len(matrix) - sizes[0] + 1, : matrix.shape[1] - sizes[1] + 1]
        windows = np.lib.stride_tricks.sliding_window_view(matrix, sizes)
        return np.asarray(reduce(windows, axis=(2, 3)))

    @cached_property
    def _labels(self) -> Matrix:
        """Labels speak weakly: after a renumbering they lie. Two that agree, or differ, count; a missing one does not."""
        numbers = _indexed(unit.number for unit in (*self.left.units, *self.right.units))
        left, right = (np.array([numbers[unit.number] for unit in side.units]) for side in (self.left, self.right))
        same = np.where(left[:, None] == right[None, :], self._weights.same_label, self._weights.other_label)
        none = numbers.get(None, -1)
        return np.where((left[:, None] == none) | (right[None, :] == none), 0.0, same)

    @cached_property
    def _headings(self) -> Matrix:
        left, right = (np.array([unit.heads for unit in side.units], dtype=bool) for side in (self.left, self.right))
        both = np.where(left[:, None] & right[None, :], self._weights.both_heading, 0.0)
        return np.where(left[:, None] != right[None, :], self._weights.heading_against_text, both)

    @cached_property
    def _glossary(self) -> Matrix:
        """Terms of the glossary that stand in both units, up to three."""
        made = np.zeros((len(self.left), len(self.right)))
        for first, second in self._terms:
            rows = np.array([first in unit.text.casefold() for unit in self.left.units], dtype=bool)
            columns = np.array([second in unit.text.casefold() for unit in self.right.units], dtype=bool)
            made += rows[:, None] & columns[None, :]
        return self._weights.glossary * np.minimum(3.0, made)


def _indexed(numbers: Iterable[tuple[int, ...] | None]) -> dict[tuple[int, ...] | None, int]:
    return {number: place for place, number in enumerate(dict.fromkeys(numbers))}


def _run_sums(values: Matrix, size: int) -> Matrix:
    """For each run of `size` rows their sum."""
    totals = np.concatenate([np.zeros((1, values.shape[1])), np.cumsum(values, axis=0)])
    return np.asarray(totals[size:] - totals[:-size]) if len(values) >= size else np.zeros((0, values.shape[1]))


def _run_extremes(values: npt.NDArray[np.float64], size: int) -> npt.NDArray[np.float64]:
    """For each run of `size` values the largest."""
    if len(values) < size:
        return np.zeros(0)
    return np.asarray(np.lib.stride_tricks.sliding_window_view(values, size).max(axis=1))


_MOST_ANCHORS = 6.0
_ANCHOR_NAMES = {"d": "dates", "f": "figures", "n": "names"}


def _length(unit: Unit) -> float:
    characters = max(1, len(unit.text))
    return characters * (_KOREAN_CHARACTERS if unit.language is Language.KOREAN else 1.0)


def _length_evidence(left: Matrix, right: Matrix) -> Matrix:
    """Log-odds of a length ratio between counterparts against strangers (the length model of Gale and Church 1993)."""
    distance = np.abs(np.log(right / left))
    spread = np.sqrt(_LENGTH_SPREAD**2 + _SHORT_TEXT_SPREAD / np.minimum(left, right))
    likely = -0.5 * (distance / spread) ** 2 - np.log(spread)
    chance = -0.5 * (distance / _CHANCE_SPREAD) ** 2 - np.log(_CHANCE_SPREAD)
    return np.asarray(np.clip(likely - chance, -6.0, 3.0))


def _nearest_mean(cosines: Matrix) -> npt.NDArray[np.float64]:
    count = min(_NEAREST, cosines.shape[1])
    if not count:
        return np.zeros(cosines.shape[0])
    return np.asarray(np.partition(cosines, -count, axis=1)[:, -count:].mean(axis=1))


def _anchors(unit: Unit) -> Counter[str]:
    """What a translation leaves as it is: dates ("d…"), figures ("f…"), names in Latin capitals ("n…")."""
    found: Counter[str] = Counter()
    for quantity in quantities_of(unit.text, unit.language, _NO_UNITS):
        found.update(_anchor(quantity))
    found.update(f"n{name.upper()}" for name in _LATIN_NAME.findall(unit.text))
    return Counter(dict.fromkeys(found, 1))


_NO_UNITS = UnitTable()


def _anchor(quantity: Quantity) -> list[str]:
    if quantity.date:
        date = quantity.date
        return [f"d{part}" for part in (date.year, f"{date.month}/{date.day}" if date.day else date.month) if part]
    if quantity.code:
        return [f"n{quantity.code}"]
    telling = quantity.figure > _SMALLEST_TELLING or quantity.figure.denominator > 1
    if quantity.kind is QuantityKind.REFERENCE:
        return [f"fr{quantity.figure}"]
    return [f"f{quantity.figure}"] if telling else []


def _rarity(anchors: Sequence[Counter[str]]) -> dict[str, float]:
    """How much an anchor tells: the logarithm of how few units have it."""
    counts = Counter(anchor for unit in anchors for anchor in unit)
    return {anchor: float(np.log((len(anchors) + 1) / count)) / 2 for anchor, count in counts.items()}
