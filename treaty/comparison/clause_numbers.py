"""Linked clauses whose numbers differ, in texts that otherwise number alike (CHECKS C35)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treaty.comparison.pair import Pair, Side
from treaty.model import Bilingual, Finding, Place, Span
from treaty.reading.numbering import counted

_LEAST_PAIRS = 5
_LEAST_AGREEMENT = 0.7
"""Texts number alike where so many of their linked clauses, of five or more, have the same number."""


def find_different_numbers(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Findings where the numbers of two texts begin to differ, or differ once. Silent where texts number in their own ways.

    Where clauses follow whose numbers are off by as much, the first of them is reported; none is where a clause that moved, or
    that one side lacks, has shifted them: that is a finding of its own.
    """
    if pairs and pairs[0].left.language is pairs[0].right.language:
        return
    numbered = {pair.index: ahead for pair in pairs if (ahead := pair.once(_ahead)) is not None}
    agreeing = sum(1 for ahead in numbered.values() if ahead == 0)
    if len(numbered) < _LEAST_PAIRS or agreeing < _LEAST_AGREEMENT * len(numbered):
        return
    before, shifted = 0, False
    for pair in pairs:
        shifted |= pair.link.one_sided or pair.link.moved or len(pair.left.clauses) != len(pair.right.clauses)
        if (ahead := numbered.get(pair.index)) is not None:
            if ahead not in (0, before) and not shifted:
                yield _finding(pair)
            before, shifted = ahead, False


def _ahead(pair: Pair) -> int | None:
    """How far the right number is ahead of the left one in a link of one numbered clause a side; None in others."""
    values = [_value(side) for side in pair.sides]
    if pair.link.moved or None in values:
        return None
    left, right = (value or 0 for value in values)
    return right - left


def _value(side: Side) -> int | None:
    """The place of a side's only clause in its list; None where it has no number that counts."""
    if len(side.clauses) != 1 or (label := side.clauses[0].label) is None:
        return None
    return counted(label.number, label.scheme) or None


def _finding(pair: Pair) -> Finding:
    return pair.finding("clause_number", left=_place(pair.left), right=_place(pair.right), confidence=0.9)


def _place(side: Side) -> Place:
    """The label is no part of the clause's text: an empty span at its beginning stands for it."""
    clause = side.clauses[0]
    printed = clause.label.printed if clause.label else ""
    return side.place(clause, Span(0, 0), Bilingual(printed, printed))
