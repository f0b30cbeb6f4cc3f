"""Items of a series inside a sentence that the other language lost, added or exchanged (CHECKS C32).

Who translates freely hardly ever drops an item beside those that he keeps; but he may render it by a word that the lexicon does
not know as its rendering, in its place or elsewhere. So every word of the other side that renders nothing is asked for its
likeness.
"""

from __future__ import annotations

from collections.abc import Iterator

from treaty.comparison.closeness import Closeness
from treaty.comparison.listings import LoneItem, Numbers, lone_items
from treaty.comparison.pair import Pair
from treaty.comparison.uncovered import LinkWords, SideWords, linked_words
from treaty.model import Finding, Place, Span

_UNLIKE = 0.5
"""Likeness below which a word surely renders nothing of an item. Of a hundred items of faithful clauses two lie below, the
lexicon's own renderings of them left out; of items paired at random eighty-one."""
_ALIKE = 0.78
"""Likeness from which a word of an item beside the place may render a lone one as well as its own. Where a tenth of the
lexicon's pairs of words was hidden, a third of the false alarms lay above, and one in fifteen of the items that were lost."""
_SURE = 0.9
"""Confidence of findings."""


def find_different_items(pair: Pair) -> Iterator[Finding]:
    """Findings on the items of one link's series but the first and the last: too little tells where those end."""
    for link in linked_words([pair]):
        told: set[tuple[SideWords, int]] = set()
        for lone in lone_items(link):
            words = {(lone.side, number) for number in lone.numbers}
            if told.isdisjoint(words) and _is_lost(link, lone):
                yield _exchanged(link, lone) if lone.instead else _alone(link, lone)
                told |= words | {(link.other(lone.side), number) for number in lone.instead}


def _is_lost(link: LinkWords, lone: LoneItem) -> bool:
    """Whether nothing renders an item: it says more than words that translators drop, what stands instead renders nothing else,
    and no word that may render it is like it."""
    other, encoder = link.other(lone.side), link.pair.encoder
    if all(map(lone.side.is_light, lone.numbers)) or not set(other.missing).issuperset(lone.instead):
        return False
    free = (number for number, word in enumerate(other.words) if not word.counterparts)
    asked = sorted({*free, *lone.rivals})
    if encoder is None:
        return not asked
    closeness = Closeness(encoder)
    return all(_likeness(link, lone, number, closeness) < _UNLIKE for number in asked) and all(
        _likeness(link, lone, number, closeness) < _ALIKE for number in lone.beside
    )


def _likeness(link: LinkWords, lone: LoneItem, other: int, closeness: Closeness) -> float:
    """The highest likeness of a word of an item to a word of the other side."""
    if lone.side is link.korean:
        return max(closeness.likeness(link, number, other) for number in lone.numbers)
    return max(closeness.likeness(link, other, number) for number in lone.numbers)


def _exchanged(link: LinkWords, lone: LoneItem) -> Finding:
    mine, theirs = _place(lone.side, lone.numbers), _place(link.other(lone.side), lone.instead)
    left, right = (mine, theirs) if lone.side.side is link.pair.left else (theirs, mine)
    return link.pair.finding("item_exchanged", left=left, right=right, confidence=_SURE)


def _alone(link: LinkWords, lone: LoneItem) -> Finding:
    has, lacks = lone.side, link.other(lone.side)
    check = "item_added" if has.side is link.pair.judged else "item_omitted"
    return link.pair.finding_on(has.side, _place(has, lone.numbers), check, gap=lacks.gap(lone.gap), confidence=_SURE)


def _place(side: SideWords, numbers: Numbers) -> Place:
    """From the first of some words to the last."""
    return side.place(Span(side.words[numbers[0]].span.start, side.words[numbers[-1]].span.end))
