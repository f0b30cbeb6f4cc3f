"""Why one clause promises more or less than another: levels of commitment, acts, time limits and figures, qualifying words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from treaty.comparison.commitment import commitment_of, status_of
from treaty.comparison.commitment_rules import Effect
from treaty.comparison.counterpart_rules import Concept
from treaty.comparison.pair import Pair, Side
from treaty.comparison.phrases import lowered
from treaty.comparison.quantities import find_different_quantities
from treaty.comparison.speech_act_rules import Act
from treaty.language.quantities import Quantity, QuantityKind
from treaty.language.quantity_readers import quantities_of
from treaty.model import Bilingual, Clause, Finding, Place, Span, Strength

_PERIODS = frozenset({"duration", "duration_days", "working_days", "duration_hours"})
_PROMISED_FIGURES = frozenset({"number", "unit", "percentage", "deadline", "frequency", "boundary"})
"""The kinds of different figures that make a promise another one; references and dates differ between agreements anyway."""
_OF_EFFECT = {Effect.WEAKER: Strength.WEAKER, Effect.STRONGER: Strength.STRONGER}
_OPPOSITE = {Strength.WEAKER: Strength.STRONGER, Strength.STRONGER: Strength.WEAKER}


@dataclass(frozen=True, slots=True)
class Reason:
    """What the right clause says as compared with the left, and the finding that says why."""

    strength: Strength
    finding: Finding


def different_levels(pair: Pair) -> Iterator[Reason]:
    """Clauses whose strongest predicates stand on different levels, by more than because one of the texts alone binds."""
    levels = [_commitment(pair, side) for side in pair.sides]
    if (mine := levels[0]) and (theirs := levels[1]) and mine.in_kind != theirs.in_kind:
        yield _level_reason(pair, mine, theirs, theirs.in_kind > mine.in_kind)


def different_status(pair: Pair) -> Iterator[Reason]:
    """Clauses that differ because one stands in a text that binds and the other in one that does not ("shall", "will")."""
    levels = [_commitment(pair, side) for side in pair.sides]
    if (mine := levels[0]) and (theirs := levels[1]) and mine.level != theirs.level:
        yield _level_reason(pair, mine, theirs, theirs.level > mine.level)


def _level_reason(pair: Pair, mine: _Promise, theirs: _Promise, stronger: bool) -> Reason:
    check = "modality_stronger" if stronger else "modality_weaker"
    strength = Strength.STRONGER if stronger else Strength.WEAKER
    return Reason(strength, pair.finding(check, left=mine.place, right=theirs.place, confidence=0.85))


def different_acts(pair: Pair) -> Iterator[Reason]:
    """Clauses that have no act (agreed, noted, welcomed …) in common: their first ones differ in strength or kind."""
    mine, theirs = (_acts(pair, side) for side in pair.sides)
    if not (mine and theirs) or any(one.distance(other) == 0 for one, _ in mine for other, _ in theirs):
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


def different_figures(pair: Pair) -> Iterator[Reason]:
    """Clauses that promise something by another time, as often, or as much; or where only one names a time or figure."""
    if all(_commitment(pair, side) is None for side in pair.sides):
        return
    for found in find_different_quantities(pair):
        if found.kind not in _PROMISED_FIGURES:
            continue
        if found.left and found.right:
            yield _other_figure(pair, found.left, found.right)
        elif place := found.left or found.right:
            yield _lonely_figure(pair, place, on_left=found.left is not None)


def different_qualifiers(pair: Pair) -> Iterator[Reason]:
    """Clauses of which only one has a condition or another word that changes how strong a promise is."""
    for concept in pair.rules.counterparts.concepts:
        effect = pair.rules.commitment.qualifiers.get(concept.name)
        if effect is None:
            continue
        for side, other in ((pair.left, pair.right), (pair.right, pair.left)):
            place = _qualifier(concept, side)
            if place and not _answered(concept, other):
                strength = _OF_EFFECT[effect] if side is pair.right else _OPPOSITE[_OF_EFFECT[effect]]
                yield Reason(strength, _one_sided(pair, "qualifier_only", place, on_left=side is pair.left))


OF_CONTENT: tuple[Callable[[Pair], Iterator[Reason]], ...] = (
    different_levels,
    different_acts,
    different_figures,
    different_qualifiers,
)
"""What can tell two clauses apart by what they say, the gravest first."""


@dataclass(frozen=True, slots=True)
class _Promise:
    """The strongest commitment of a side. `in_kind` is its level as it were in a text that binds."""

    level: int
    in_kind: int
    place: Place


def _commitment(pair: Pair, side: Side) -> _Promise | None:
    rules, predicates = pair.rules.commitment, pair.rules.predicates
    status = status_of(side.text, rules)
    found = [(clause, commitment_of(clause, side.language, status, rules, predicates)) for clause in side.clauses]
    promises = [
        _Promise(made.level, rules.in_kind(made.level, status), side.place(clause, made.span, rules.names[made.level]))
        for clause, made in found
        if made
    ]
    return max(promises, key=lambda promise: promise.level, default=None)


def _acts(pair: Pair, side: Side) -> list[tuple[Act, Place]]:
    return [
        (act, side.place(clause, act.span, Bilingual(words, words)))
        for clause in side.clauses
        for act in pair.rules.speech_acts.acts(lowered(clause.text), side.language)
        if (words := act.span.of(clause.text))
    ]


def _other_figure(pair: Pair, mine: Place, theirs: Place) -> Reason:
    strength = _strength_of_figures(_read(pair, pair.left, mine), _read(pair, pair.right, theirs))
    check = {Strength.STRONGER: "figure_stronger", Strength.WEAKER: "figure_weaker"}.get(strength, "figure_other")
    return Reason(strength, pair.finding(check, left=mine, right=theirs, confidence=0.75))


@dataclass(frozen=True, slots=True)
class _Figure:
    """A quantity, and whether it is a period that promises more where it is shorter ("within", "every")."""

    quantity: Quantity
    strict: bool

    @property
    def value(self) -> Fraction:
        return self.quantity.value

    @property
    def is_period(self) -> bool:
        return self.quantity.dimension in _PERIODS


def _read(pair: Pair, side: Side, place: Place) -> _Figure | None:
    text = side.clause(place.clause).text
    quantities = quantities_of(text, side.language, pair.rules.units)
    quantity = next((one for one in quantities if one.span.overlaps(place.span)), None)
    if quantity is None:
        return None
    return _Figure(quantity, pair.rules.commitment.shorter_promises_more(text, quantity.span, side.language))


def _strength_of_figures(mine: _Figure | None, theirs: _Figure | None) -> Strength:
    """A shorter time limit, a higher frequency, amount or number promises more; other periods are only different."""
    if mine is None or theirs is None or mine.value == theirs.value:
        return Strength.DIFFERENT
    larger = theirs.value > mine.value
    if mine.is_period or theirs.is_period:
        if mine.strict and theirs.strict:
            return Strength.WEAKER if larger else Strength.STRONGER
        return Strength.DIFFERENT
    comparable = mine.quantity.kind is theirs.quantity.kind and _same_measure(mine.quantity, theirs.quantity)
    if not comparable or mine.quantity.kind not in (QuantityKind.FREQUENCY, QuantityKind.COUNT, QuantityKind.MEASURE):
        return Strength.DIFFERENT
    return Strength.STRONGER if larger else Strength.WEAKER


def _same_measure(mine: Quantity, theirs: Quantity) -> bool:
    return mine.dimension == theirs.dimension or {mine.dimension, theirs.dimension} == {"USD", "dollar"}


def _lonely_figure(pair: Pair, place: Place, *, on_left: bool) -> Reason:
    return Reason(Strength.WEAKER if on_left else Strength.STRONGER, _one_sided(pair, "figure_only", place, on_left=on_left))


def _qualifier(concept: Concept, side: Side) -> Place | None:
    for clause in side.clauses:
        if match := concept.asks[side.language].search(lowered(clause.text)):
            words = match.group()
            return side.place(clause, Span(*match.span()), Bilingual(words, words))
    return None


def _answered(concept: Concept, side: Side) -> bool:
    return any(_answers(concept, side, clause) for clause in side.clauses)


def _answers(concept: Concept, side: Side, clause: Clause) -> bool:
    said = lowered(clause.text)
    return concept.usual[side.language].occur(said) or concept.answers[side.language].occur(said)


def _one_sided(pair: Pair, check: str, place: Place, *, on_left: bool) -> Finding:
    words = {"name": (pair.left if on_left else pair.right).name, "words": place.value, "value": place.value}
    left, right = (place, None) if on_left else (None, place)
    return pair.finding(check, left=left, right=right, confidence=0.7, words=words)
