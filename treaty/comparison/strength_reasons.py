"""What the reasons for a clause's strength are made of: the promise of a side, and the finding that says why."""

from __future__ import annotations

from dataclasses import dataclass

from treaty.comparison.commitment import commitments_of, status_of
from treaty.comparison.pair import Pair, Side
from treaty.model import Bilingual, Clause, Finding, Place, Span, Strength


@dataclass(frozen=True, slots=True)
class Reason:
    """What the right clause says as compared with the left, and the finding that says why."""

    strength: Strength
    finding: Finding


@dataclass(frozen=True, slots=True)
class Promise:
    """The strongest commitment of a side. `in_kind` is its level as it were in a text that binds; `denied` where it is a
    promise not to do something."""

    level: int
    in_kind: int
    denied: bool
    place: Place


def promise_of(pair: Pair, side: Side) -> Promise | None:
    """The strongest promise in the clauses of a side; None where they commit to nothing."""
    return max(promises_of(pair, side), key=lambda promise: (promise.in_kind, promise.level), default=None)


def promises_of(pair: Pair, side: Side) -> list[Promise]:
    """All promises in the clauses of a side, in order."""
    rules, predicates = pair.rules.commitment, pair.rules.predicates
    status = pair.of_text(side, lambda text: status_of(text, rules))
    return [
        Promise(
            made.level,
            rules.in_kind(made.level, status, soft=made.soft),
            made.denied,
            side.place(clause, made.span, rules.names[made.level]),
        )
        for clause in side.clauses
        for made in commitments_of(clause, side.language, status, rules, predicates)
    ]


def ranked(*, stronger: bool) -> Strength:
    return Strength.STRONGER if stronger else Strength.WEAKER


def words_at(side: Side, clause: Clause, span: Span) -> Place:
    """Words of a clause as the place of a finding that quotes them."""
    words = span.of(clause.text)
    return side.place(clause, span, Bilingual(words, words))


def one_sided(pair: Pair, check: str, place: Place, *, on_left: bool) -> Finding:
    """A finding on words that only one side has."""
    words = {"name": (pair.left if on_left else pair.right).name, "words": place.value, "value": place.value}
    left, right = (place, None) if on_left else (None, place)
    return pair.finding(check, left=left, right=right, confidence=0.7, words=words)
