"""Headings of different agreements: what the clauses below them tell about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from treaty.alignment.units import Floats

Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Articles:
    """For each clause of a text the number of its article, and whether it is a heading."""

    numbers: Places
    heads: npt.NDArray[np.bool_]

    @property
    def lengths(self) -> Places:
        """For each article how many clauses stand below its headings."""
        return np.bincount(self.numbers[~self.heads], minlength=int(self.numbers.max(initial=-1)) + 1)


def told_by_clauses(linked: npt.NDArray[np.bool_], mine: Articles, theirs: Articles) -> Floats:
    """For every two headings 1 where any clauses of their articles are linked, -1 where none is; 0 for other clauses, and where
    nothing stands below a heading. `linked` says of every two clauses whether they are."""
    below = linked & ~mine.heads[:, None] & ~theirs.heads[None, :]
    counts = np.zeros((len(mine.lengths), len(theirs.lengths)))
    rows, columns = np.nonzero(below)
    np.add.at(counts, (mine.numbers[rows], theirs.numbers[columns]), 1)
    told = np.where(counts > 0, 1.0, -1.0) * ((mine.lengths > 0)[:, None] & (theirs.lengths > 0)[None, :])
    both_head = mine.heads[:, None] & theirs.heads[None, :]
    return np.asarray(told[mine.numbers][:, theirs.numbers] * both_head)


def bare_headings(
    links: Iterable[tuple[int, int]], mine: Mapping[int, str], theirs: Mapping[int, str]
) -> Iterator[tuple[str, str]]:
    """The ids of headings that are numbers only ("제3조"), of articles most of whose links are with each other: `links` are
    those of clauses as the numbers of their articles, `mine` and `theirs` the headings by these."""
    counts = Counter(links)
    most = [Counter[int](), Counter[int]()]
    for pair, count in counts.items():
        for side in (0, 1):
            most[side][pair[side]] = max(most[side][pair[side]], count)
    for (left, right), count in counts.items():
        if left in mine and right in theirs and count == most[0][left] == most[1][right]:
            yield mine[left], theirs[right]
