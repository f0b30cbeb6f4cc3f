"""What two versions in one language promise differently: predicates, acts and conjunctions that a hunk touches, and words of
reserve that only one version has (the tables of force, read on both versions)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treaty.comparison.conjunction_rules import Joins
from treaty.comparison.counterpart_rules import Alone, Concept
from treaty.comparison.hunks import Hunk, Spot
from treaty.comparison.pair import Pair, Side
from treaty.comparison.phrases import lowered
from treaty.comparison.predicate_rules import Force, Meaning
from treaty.comparison.speech_act_rules import Act
from treaty.model import Bilingual, Clause, Finding, Place, Span

_SOFTENING = frozenset({Force.EFFORT, Force.EXPLORATION})
_NOTHING_SAID = Meaning(Force.PLAIN, denied=False)


def find_changed_force(pair: Pair, hunk: Hunk) -> Iterator[Finding]:
    """Findings on the words of a hunk: a promise, an act or a conjunction that is another in the new version."""
    places = hunk.old.place(pair.left), hunk.new.place(pair.right)
    old, new = (_meanings(pair, spot) for spot in (hunk.old, hunk.new))
    lost, gained = ([meaning for meaning in mine if meaning not in others] for mine, others in ((old, new), (new, old)))
    if lost and gained:
        yield _changed_promise(pair, lost[-1], gained[-1], places)
    acts = [_acts(pair, spot) for spot in (hunk.old, hunk.new)]
    if all(acts) and (check := _changed_act(acts[0][0], acts[1][0])):
        yield pair.finding(check, left=places[0], right=places[1], confidence=0.8)
    joined = [_joins(pair, spot) for spot in (hunk.old, hunk.new)]
    if {Joins.AND, Joins.OR} == joined[0] ^ joined[1] and all(joined):
        yield pair.finding("conjunction_changed", left=places[0], right=places[1], confidence=0.8)


def find_changed_reserves(pair: Pair) -> Iterator[Finding]:
    """Conditions, exceptions, quantifiers and the like that stand in one version of a link and not in the other."""
    texts = [lowered(" ".join(clause.text for clause in side.clauses)) for side in pair.sides]
    language = pair.left.language
    for concept in pair.rules.counterparts.concepts:
        if concept.alone[language] is Alone.NOTHING:
            continue
        said = [concept.asks[language].occur(text) for text in texts]
        if said[0] != said[1]:
            yield from _reserve(pair, concept, pair.left if said[0] else pair.right)


def _meanings(pair: Pair, spot: Spot) -> list[Meaning]:
    """The force of the predicates that a spot touches; a sentence without any that the table knows just states something."""
    sentences = [sentence for sentence in spot.clause.sentences if _touch(sentence, spot.span)]
    found: list[tuple[Span, Meaning]] = []
    for sentence in sentences:
        words = lowered(sentence.of(spot.clause.text))
        predicates = pair.rules.predicates.predicates(words, pair.left.language)
        found += [(predicate.span.shifted(sentence.start), predicate.meaning) for predicate in predicates]
    if not found and sentences:
        return [_NOTHING_SAID]
    return [meaning for span, meaning in found if _touch(span, spot.span)]


def _touch(span: Span, other: Span) -> bool:
    """Whether two spans overlap or only a blank is between them."""
    return span.start <= other.end + 1 and other.start <= span.end + 1


def _changed_promise(pair: Pair, old: Meaning, new: Meaning, places: tuple[Place | None, Place | None]) -> Finding:
    order = pair.rules.force_order
    if old.denied != new.denied:
        check = "negation_put_in" if new.denied else "negation_taken_out"
    elif new.force in _SOFTENING and old.force not in _SOFTENING and order.binding[old.force] > order.binding[new.force]:
        check = "softener_put_in"
    elif old.force in _SOFTENING and new.force not in _SOFTENING and order.binding[new.force] > order.binding[old.force]:
        check = "softener_taken_out"
    elif order.binding[old.force] == order.binding[new.force]:
        check = "commitment_changed"
    else:
        check = "commitment_weaker" if order.binding[new.force] < order.binding[old.force] else "commitment_stronger"
    words = {"left": order.names[old.force], "right": order.names[new.force]}
    return pair.finding(check, left=places[0], right=places[1], confidence=0.85, words=words)


def _acts(pair: Pair, spot: Spot) -> list[Act]:
    acts = pair.rules.speech_acts.acts(lowered(spot.clause.text), pair.left.language)
    return [act for act in acts if act.span.overlaps(spot.span)]


def _changed_act(old: Act, new: Act) -> str | None:
    if old.readings == new.readings:
        return None
    distance = old.distance(new)
    if distance is None:
        return "act_exchanged"
    return None if distance == 0 else "act_softened" if distance > 0 else "act_hardened"


def _joins(pair: Pair, spot: Spot) -> set[Joins]:
    conjunctions = pair.rules.conjunctions.conjunctions(lowered(spot.clause.text), pair.left.language)
    return {one.joins for one in conjunctions if one.span.overlaps(spot.span) and one.joins is not Joins.EITHER}


def _reserve(pair: Pair, concept: Concept, side: Side) -> Iterator[Finding]:
    """A finding on the words of a concept that only one side has."""
    doubtful = concept.alone[side.language] is Alone.LOOK
    check = f"{concept.family}_{'added' if side is pair.right else 'omitted'}"
    names = {"name": side.name, "other": (pair.left if side is pair.right else pair.right).name}
    for clause, span in _said_at(concept, side):
        place = side.place(clause, span)
        words = {**names, "words": Bilingual(place.text.strip(), place.text.strip())}
        left, right = (None, place) if side is pair.right else (place, None)
        yield pair.finding(check, left=left, right=right, confidence=0.7, words=words, doubtful=doubtful)


def _said_at(concept: Concept, side: Side) -> Sequence[tuple[Clause, Span]]:
    found = [(clause, concept.asks[side.language].search(lowered(clause.text))) for clause in side.clauses]
    return [(clause, Span(*match.span())) for clause, match in found if match]
