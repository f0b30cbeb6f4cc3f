"""The legal force of linked sentences (CHECKS 1.5): each kind of difference is found by a module of its own."""

from __future__ import annotations

from collections.abc import Iterator

from treaty.comparison.conjunctions import find_different_conjunctions
from treaty.comparison.counterparts import find_without_counterpart
from treaty.comparison.modality import find_different_modality
from treaty.comparison.pair import Pair
from treaty.comparison.passages import linked_passages
from treaty.comparison.speech_acts import find_different_acts
from treaty.model import Finding


def find_different_force(pair: Pair) -> Iterator[Finding]:
    """Findings on the sentences of a link that correspond to each other; none on headings."""
    if all(clause.kind.heads for side in pair.sides for clause in side.clauses):
        return
    rules = pair.rules
    for linked in linked_passages(pair):
        yield from find_different_modality(linked, rules.predicates)
        yield from find_different_acts(linked, rules.speech_acts)
        yield from find_different_conjunctions(linked, rules.conjunctions)
        yield from find_without_counterpart(linked, rules.counterparts)
