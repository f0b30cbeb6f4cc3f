"""Clauses of which one promises more by its predicate: levels of commitment, texts that bind or not, acts, mere statements."""

from __future__ import annotations

from collections.abc import Iterator

from treaty.comparison.commitment_rules import DUTY
from treaty.comparison.pair import Pair, Side
from treaty.comparison.phrases import lowered
from treaty.comparison.speech_act_rules import Act, Axis
from treaty.comparison.strength_reasons import Promise, Reason, promise_of, promises_of, ranked, words_at
from treaty.model import Place, Span, Strength

_PROMISING = frozenset({Axis.AGREEMENT, Axis.COMMITMENT})
"""The axes of acts that do more than state something."""


def different_levels(pair: Pair) -> Iterator[Reason]:
    """Clauses whose strongest predicates stand on different levels, by more than because one of the texts alone binds."""
    if (both := _promises(pair)) and both[0].in_kind != both[1].in_kind:
        yield _level_reason(pair, *both, stronger=both[1].in_kind > both[0].in_kind)


def different_status(pair: Pair) -> Iterator[Reason]:
    """Clauses that differ because one stands in a text that binds and the other in one that does not ("shall", "will"): where
    something definite is promised, for to encourage each other binds nobody either way."""
    if (both := _promises(pair)) and both[0].in_kind == DUTY:
        mine, theirs = (min(promise.level, DUTY) for promise in both)
        if mine != theirs:
            yield _level_reason(pair, *both, stronger=theirs > mine)


def opposite_promises(pair: Pair) -> Iterator[Reason]:
    """Clauses of which one promises only to do things and the other only not to do things."""
    mine, theirs = (promises_of(pair, side) for side in pair.sides)
    denied = [{promise.denied for promise in promises} for promises in (mine, theirs)]
    if (both := _promises(pair)) and both[0].in_kind == DUTY and denied in ([{True}, {False}], [{False}, {True}]):
        finding = pair.finding("other_content", left=both[0].place, right=both[1].place, confidence=0.6)
        yield Reason(Strength.DIFFERENT, finding)


def only_stated(pair: Pair) -> Iterator[Reason]:
    """Clauses of which only one promises something; the other states a purpose or performs an act (welcomes, recognises …) that
    the first does not."""
    if _share_an_act(pair):
        return
    mine, theirs = (promise_of(pair, side) for side in pair.sides)
    if mine and theirs is None and (stated := _stated(pair, pair.right)):
        yield Reason(Strength.WEAKER, pair.finding("only_stated_right", left=mine.place, right=stated, confidence=0.7))
    if theirs and mine is None and (stated := _stated(pair, pair.left)):
        yield Reason(Strength.STRONGER, pair.finding("only_stated_left", left=stated, right=theirs.place, confidence=0.7))


def different_acts(pair: Pair) -> Iterator[Reason]:
    """Clauses that promise nothing and have no act (noted, welcomed, condemned …) in common: their first ones differ in
    strength or kind. What promises something is told apart by that."""
    if _promises(pair):
        return
    mine, theirs = (_acts(pair, side) for side in pair.sides)
    if not (mine and theirs) or _share_an_act(pair):
        return
    distance = theirs[0][0].distance(mine[0][0])
    check, strength = (
        ("act_other", Strength.DIFFERENT)
        if distance is None
        else ("act_more", Strength.STRONGER)
        if distance > 0
        else ("act_less", Strength.WEAKER)
    )
    yield Reason(strength, pair.finding(check, left=mine[0][1], right=theirs[0][1], confidence=0.8))


def _share_an_act(pair: Pair) -> bool:
    mine, theirs = (_acts(pair, side) for side in pair.sides)
    return any(one.distance(other) == 0 for one, _ in mine for other, _ in theirs)


def _promises(pair: Pair) -> tuple[Promise, Promise] | None:
    mine, theirs = (promise_of(pair, side) for side in pair.sides)
    return (mine, theirs) if mine and theirs else None


def _level_reason(pair: Pair, mine: Promise, theirs: Promise, *, stronger: bool) -> Reason:
    check = "modality_stronger" if stronger else "modality_weaker"
    return Reason(ranked(stronger=stronger), pair.finding(check, left=mine.place, right=theirs.place, confidence=0.85))


def _stated(pair: Pair, side: Side) -> Place | None:
    """The words with which a side that promises nothing states something."""
    for clause in side.clauses:
        if match := pair.rules.commitment.nothing[side.language].search(lowered(clause.text)):
            return words_at(side, clause, Span(*match.span()))
    return next((place for act, place in _acts(pair, side) if act.readings[0].axis not in _PROMISING), None)


def _acts(pair: Pair, side: Side) -> list[tuple[Act, Place]]:
    return [
        (act, words_at(side, clause, act.span))
        for clause in side.clauses
        for act in pair.rules.speech_acts.acts(lowered(clause.text), side.language)
        if act.span.of(clause.text)
    ]
