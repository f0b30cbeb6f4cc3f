"""What changed inside linked clauses of two versions: hunks, each within one clause of either version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, zip_longest

from treaty.comparison.pair import Pair, Side
from treaty.language.word_changes import ChangeWeight, word_changes
from treaty.model import Clause, Gap, Place, Span

BREAK = "\n"
"""What stands between the clauses of one side while they are compared as one passage."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A span of a clause; empty where the version has no words."""

    clause: Clause
    span: Span

    @property
    def words(self) -> str:
        return self.span.of(self.clause.text)

    def place(self, side: Side) -> Place | None:
        """The spot as a finding's place on its side; None where there are no words."""
        return side.place(self.clause, self.span) if self.words else None

    def holds(self, place: Place | None) -> bool:
        """Whether a finding's place shares characters with this spot."""
        return place is not None and place.clause == self.clause.id and place.span.overlaps(self.span)


@dataclass(frozen=True, slots=True)
class Hunk:
    """Words of the earlier version and those that stand in their place in the new one; never both empty."""

    old: Spot
    new: Spot
    weight: ChangeWeight

    @property
    def gap(self) -> Gap | None:
        """Where words stand in one version only, the point of the other where they would stand."""
        bare = next((spot for spot in (self.old, self.new) if not spot.words), None)
        return Gap(bare.clause.id, bare.span.start) if bare else None


@dataclass(frozen=True, slots=True)
class _Passage:
    """The clauses of one side in one piece."""

    clauses: tuple[Clause, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, side: Side) -> _Passage:
        lengths = [len(clause.text) + len(BREAK) for clause in side.clauses]
        return cls(side.clauses, (0, *accumulate(lengths[:-1])))

    @property
    def text(self) -> str:
        return BREAK.join(clause.text for clause in self.clauses)

    def spots(self, span: Span) -> list[Spot]:
        """The parts of a span of the passage, one for each clause that it reaches."""
        found = []
        for clause, start in zip(self.clauses, self.starts, strict=True):
            first, last = max(span.start - start, 0), min(span.end - start, len(clause.text))
            if first <= last:
                found.append(Spot(clause, Span(first, last)))
        return found


def hunks_of(pair: Pair) -> list[Hunk]:
    """The hunks of a link, in order. What only divides the clauses otherwise is none: the link itself shows that."""
    old, new = (_Passage.of(side) for side in pair.sides)
    tokenizer = pair.rules.tokenizer
    return [
        hunk
        for change in word_changes(old.text, new.text, pair.left.language, tokenizer)
        for hunk in _within_clauses(old.spots(change.old), new.spots(change.new), change.weight)
    ]


def _within_clauses(old: list[Spot], new: list[Spot], weight: ChangeWeight) -> Iterator[Hunk]:
    """A change cut where clauses end; the parts of both versions are paired in order."""
    if len(old) == len(new) == 1:
        yield Hunk(old[0], new[0], weight)
        return
    mine, theirs = (_said(spots) for spots in (old, new))
    for left, right in zip_longest(mine, theirs):
        if left or right:
            yield Hunk(left or _end(mine, old), right or _end(theirs, new), weight)


def _said(spots: list[Spot]) -> list[Spot]:
    return [spot for spot in spots if spot.words.strip()]


def _end(said: list[Spot], spots: list[Spot]) -> Spot:
    """The point behind the last words of a change."""
    last = said[-1] if said else spots[0]
    return Spot(last.clause, Span(last.span.end, last.span.end))
