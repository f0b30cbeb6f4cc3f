"""Items of a series inside a sentence that the other language lost, added or exchanged (CHECKS C32).

Who translates freely hardly ever drops an item beside those that he keeps; but he may render it by a word that the lexicon does
not know. So what stands in its place, or is left over near it, is asked for its likeness. The bounds of likeness are those
below which so many of the inner items of faithful clauses lie, the lexicon's own renderings of them left out: 1.2 in 100
at 0.4, 1.6 at 0.5, 8 at 0.6; of items paired at random there lie 47, 81 and 94.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from treaty.comparison.closeness import Closeness
from treaty.comparison.listings import LoneItem, Numbers, lone_items
from treaty.comparison.pair import Pair
from treaty.comparison.uncovered import LinkWords, SideWords, linked_words
from treaty.language.meaning import Encoder
from treaty.model import Finding, Place, Span

_UNLIKE_NEARBY, _UNLIKE_IN_PLACE, _HARDLY_LIKE = 0.4, 0.5, 0.6
"""Likeness below which words left over nearby, and those of the item in the very place, surely say something else, and below
which the latter may."""
_SURE, _DOUBTFUL = 0.9, 0.6
"""Confidence of findings."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """What is said of an item: that one side lacks it, or (`exchanged`) has another in its place."""

    lone: LoneItem
    exchanged: bool
    doubtful: bool


def find_different_items(pair: Pair) -> Iterator[Finding]:
    """Findings on the items of one link's series."""
    for link in linked_words([pair]):
        told: set[tuple[SideWords, int]] = set()
        for judged in filter(None, (_judged(link, lone) for lone in lone_items(link))):
            lone, other = judged.lone, link.other(judged.lone.side)
            words = {(lone.side, number) for number in lone.numbers}
            if told.isdisjoint(words):
                yield _exchanged(link, judged) if judged.exchanged else _alone(link, judged)
            told |= words | {(other, number) for number in lone.instead if judged.exchanged}


def _judged(link: LinkWords, lone: LoneItem) -> _Judged | None:
    """None where the item may well be rendered freely."""
    encoder, asked = link.pair.encoder, lone.instead or lone.rivals
    if asked and encoder is None:
        return None
    likeness = _likeness(link, lone, asked, encoder) if encoder else 0.0
    light = all(map(lone.side.is_light, lone.numbers))
    if not lone.instead:
        return _Judged(lone, exchanged=False, doubtful=light) if likeness < _UNLIKE_NEARBY else None
    if set(link.other(lone.side).missing).issuperset(lone.instead):
        doubtful = light or likeness >= _UNLIKE_IN_PLACE
        return _Judged(lone, exchanged=True, doubtful=doubtful) if likeness < _HARDLY_LIKE else None
    return _Judged(lone, exchanged=False, doubtful=True) if likeness < _UNLIKE_IN_PLACE else None


def _likeness(link: LinkWords, lone: LoneItem, others: Numbers, encoder: Encoder) -> float:
    """The highest likeness of a word of the item to one of some others; 0 where there are none."""
    closeness = Closeness(encoder)
    korean, english = (lone.numbers, others) if lone.side is link.korean else (others, lone.numbers)
    return max((closeness.likeness(link, one, other) for one in korean for other in english), default=0.0)


def _exchanged(link: LinkWords, judged: _Judged) -> Finding:
    lone = judged.lone
    mine, theirs = _place(lone.side, lone.numbers), _place(link.other(lone.side), lone.instead)
    left, right = (mine, theirs) if lone.side.side is link.pair.left else (theirs, mine)
    confidence = _DOUBTFUL if judged.doubtful else _SURE
    return link.pair.finding("item_exchanged", left=left, right=right, confidence=confidence, doubtful=judged.doubtful)


def _alone(link: LinkWords, judged: _Judged) -> Finding:
    has, lacks = judged.lone.side, link.other(judged.lone.side)
    place = _place(has, judged.lone.numbers)
    return link.pair.finding(
        "item_added" if has.side is link.pair.judged else "item_omitted",
        left=place if has.side is link.pair.left else None,
        right=place if has.side is link.pair.right else None,
        gap=lacks.gap(judged.lone.gap),
        confidence=_DOUBTFUL if judged.doubtful else _SURE,
        words={"value": place.value, "name": has.side.name, "other": lacks.side.name},
        doubtful=judged.doubtful,
    )


def _place(side: SideWords, numbers: Numbers) -> Place:
    """From the first of some words to the last."""
    return side.place(Span(side.words[numbers[0]].span.start, side.words[numbers[-1]].span.end))
