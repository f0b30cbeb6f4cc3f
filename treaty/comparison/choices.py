"""Words of which only one can be meant, held against each other: who acts, in which role, and what the final clauses say
(CHECKS C16, C38, C39)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from treaty.comparison.choice_rules import Alone, Choice, ChoiceCheck, lowered
from treaty.comparison.pair import Pair, Side
from treaty.language.sentences import sentence_spans
from treaty.model import Bilingual, Clause, Finding, Gap, Place, Relation, Span


@dataclass(frozen=True, slots=True)
class _Item:
    """A choice with the clause it stands in and the number of the linked sentences it belongs to."""

    clause: Clause
    choice: Choice
    sentence: int


def find_different_choices(pair: Pair) -> Iterator[Finding]:
    """Findings on one link: for each check, the choices that contradict each other, then those that one side alone makes."""
    one_language = pair.left.language is pair.right.language
    if pair.link.one_sided or (one_language and pair.relation is not Relation.REVISION):
        return
    texts = {clause.id: lowered(clause.text) for side in pair.sides for clause in side.clauses}
    for check in pair.rules.choices:
        if any(check.may_choose(texts[clause.id], side.language) for side in pair.sides for clause in side.clauses):
            yield from _differences(pair, check)


def _differences(pair: Pair, check: ChoiceCheck) -> Iterator[Finding]:
    left, right = (list(_items(pair, check, side)) for side in pair.sides)
    lonely_left, lonely_right = _without_counterpart(left, right)
    for mine, theirs in zip(lonely_left, lonely_right, strict=False):
        exchanged = check.swap and len(left) == len(right)
        certain = exchanged or not (_somewhere(mine, right) or _somewhere(theirs, left))
        places = _place(pair.left, mine), _place(pair.right, theirs)
        yield pair.finding(check.check, left=places[0], right=places[1], confidence=0.85, doubtful=not certain)
    if check.alone is Alone.NEVER:
        return
    paired = min(len(lonely_left), len(lonely_right))
    for side, lonely, others in ((pair.left, lonely_left, right), (pair.right, lonely_right, left)):
        if others or check.alone is Alone.THOROUGH:
            yield from (_alone(pair, check, side, item) for item in lonely[paired:] if not _somewhere(item, others))


def _items(pair: Pair, check: ChoiceCheck, side: Side) -> Iterator[_Item]:
    for clause in side.clauses:
        for span in clause.sentences or sentence_spans(clause.text, side.language):
            for choice in check.choices(span.of(clause.text), side.language):
                moved = Choice(choice.meanings, choice.span.shifted(span.start))
                yield _Item(clause, moved, _sentence_of(pair, side, clause, moved.span))


def _sentence_of(pair: Pair, side: Side, clause: Clause, span: Span) -> int:
    for number, link in enumerate(pair.link.sentences):
        places = link.left if side is pair.left else link.right
        if any(place.clause == clause.id and place.span.overlaps(span) for place in places):
            return number
    return -1


def _without_counterpart(left: list[_Item], right: list[_Item]) -> tuple[list[_Item], list[_Item]]:
    """The items of both sides that none of the other side agrees with, each used once: within linked sentences first, and
    what says one thing before what leaves it open."""
    free_left, free_right = list(left), list(right)
    for same_sentence in (True, False):
        for open_ended in (False, True):
            for mine in list(free_left):
                for theirs in free_right:
                    near = not same_sentence or mine.sentence == theirs.sentence
                    settled = open_ended or (mine.choice.asks and theirs.choice.asks)
                    if near and settled and mine.choice.agrees_with(theirs.choice):
                        free_left.remove(mine)
                        free_right.remove(theirs)
                        break
    return [item for item in free_left if item.choice.asks], [item for item in free_right if item.choice.asks]


def _somewhere(item: _Item, others: list[_Item]) -> bool:
    return any(item.choice.meanings & other.choice.meanings for other in others)


def _place(side: Side, item: _Item) -> Place:
    words = item.choice.span.of(item.clause.text)
    return side.place(item.clause, item.choice.span, Bilingual(words, words))


def _alone(pair: Pair, check: ChoiceCheck, side: Side, item: _Item) -> Finding:
    """A choice that the other side does not make; the gap is where the linked sentence there ends."""
    gap, doubtful = _gap(pair, pair.other(side), item.sentence), check.alone is Alone.THOROUGH
    return pair.finding_on(side, _place(side, item), f"{check.check}_alone", gap=gap, confidence=0.8, doubtful=doubtful)


def _gap(pair: Pair, lacks: Side, sentence: int) -> Gap:
    if sentence >= 0:
        link = pair.link.sentences[sentence]
        if places := link.left if lacks is pair.left else link.right:
            return Gap(places[-1].clause, places[-1].span.end)
    return lacks.end()
