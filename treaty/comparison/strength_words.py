"""Words beside the predicate by which one clause promises more: steps of a ladder that both have, qualifiers of one alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from treaty.comparison.commitment_rules import Effect
from treaty.comparison.counterpart_rules import Concept
from treaty.comparison.pair import Pair, Side
from treaty.comparison.phrases import lowered
from treaty.comparison.strength_reasons import Reason, one_sided, promise_of, ranked, words_at
from treaty.model import Clause, Place, Span


def other_step(ladder: str) -> Callable[[Pair], Iterator[Reason]]:
    """What finds clauses that both have words of a ladder of ladders.tsv, one of them higher ones."""

    def differ(pair: Pair) -> Iterator[Reason]:
        mine, theirs = (_step(pair, side, ladder) for side in pair.sides)
        if mine and theirs and mine[0] != theirs[0]:
            stronger = theirs[0] > mine[0]
            check = "step_higher" if stronger else "step_lower"
            yield Reason(ranked(stronger=stronger), pair.finding(check, left=mine[1], right=theirs[1], confidence=0.75))

    return differ


def different_qualifiers(pair: Pair) -> Iterator[Reason]:
    """Clauses of which only one has a condition or another word that changes how strong a promise is; where none promises
    anything they change nothing."""
    if all(promise_of(pair, side) is None for side in pair.sides):
        return
    for concept in pair.rules.counterparts.concepts:
        effect = pair.rules.commitment.qualifiers.get(concept.name)
        if effect is None:
            continue
        for side, other in ((pair.left, pair.right), (pair.right, pair.left)):
            place = _qualifier(concept, side)
            if place and not _answered(concept, other):
                stronger = (effect is Effect.STRONGER) == (side is pair.right)
                found = one_sided(pair, "qualifier_only", place, on_left=side is pair.left)
                yield Reason(ranked(stronger=stronger), found)


def _step(pair: Pair, side: Side, ladder: str) -> tuple[int, Place] | None:
    """The height of the highest step that a side has on a ladder, and its words."""
    ladders = pair.rules.commitment.ladders
    steps = [
        (found[0], words_at(side, clause, found[1]))
        for clause in side.clauses
        if (found := ladders.highest(ladder, lowered(clause.text), side.language))
    ]
    return max(steps, key=lambda step: step[0], default=None)


def _qualifier(concept: Concept, side: Side) -> Place | None:
    for clause in side.clauses:
        if match := concept.asks[side.language].search(lowered(clause.text)):
            return words_at(side, clause, Span(*match.span()))
    return None


def _answered(concept: Concept, side: Side) -> bool:
    return any(_answers(concept, side, clause) for clause in side.clauses)


def _answers(concept: Concept, side: Side, clause: Clause) -> bool:
    said = lowered(clause.text)
    return concept.usual[side.language].occur(said) or concept.answers[side.language].occur(said)
