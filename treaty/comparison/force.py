"""The force of linked sentences: what one language allows and the other requires, what one denies and the other does not
(CHECKS C20, C23). The words, and what contradicts what, stand in force.tsv and force_checks.tsv."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treaty.comparison.force_rules import ForceCheck
from treaty.comparison.pair import Pair, Side
from treaty.model import Bilingual, Finding, Place, SentencePlace, Span


def find_different_force(pair: Pair) -> Iterator[Finding]:
    """Findings on sentences linked one to one. At most one for each pair of sentences: the first check that applies."""
    if pair.left.language is pair.right.language:
        return
    for sentences in pair.link.sentences:
        if len(sentences.left) == len(sentences.right) == 1:
            found = (_contradiction(pair, check, sentences.left[0], sentences.right[0]) for check in pair.rules.force.checks)
            yield from [finding for finding in found if finding][:1]


def _contradiction(pair: Pair, check: ForceCheck, left: SentencePlace, right: SentencePlace) -> Finding | None:
    rules = pair.rules.force
    asks_left = pair.left.language is check.language
    side, other = (pair.left, pair.right) if asks_left else (pair.right, pair.left)
    here, there = (left, right) if asks_left else (right, left)
    words, other_words = _words(side, here), _words(other, there)
    trigger = rules.find(check.has, side.language, words)
    if trigger is None or any(rules.find(force, side.language, words) for force in check.lacks):
        return None
    if check.other_has and not any(rules.find(force, other.language, other_words) for force in check.other_has):
        return None
    if any(rules.find(force, other.language, other_words) for force in check.other_lacks):
        return None
    place = _place(side, here, trigger)
    shown = next((match for force in check.shown if (match := rules.find(force, other.language, other_words))), None)
    answer = _place(other, there, shown) if shown else None
    places = (place, answer) if asks_left else (answer, place)
    return pair.finding(check.check, left=places[0], right=places[1], confidence=0.85)


def _words(side: Side, place: SentencePlace) -> str:
    return place.span.of(side.clause(place.clause).text)


def _place(side: Side, sentence: SentencePlace, match: re.Match[str]) -> Place:
    clause = side.clause(sentence.clause)
    span = Span(match.start(), match.start() + len(match.group().rstrip())).shifted(sentence.span.start)
    return side.place(clause, span, Bilingual(span.of(clause.text), span.of(clause.text)))
