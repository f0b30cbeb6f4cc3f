"""Items of a series inside a sentence that the other language lost, added or exchanged (CHECKS C32).

Who translates freely hardly ever drops an item between two that he keeps; but he renders it by a word that the lexicon does not
know. So what stands in its place, or is left over in the other series, is asked for its likeness. The bounds of likeness are
those below which so many of the inner items of faithful clauses lie, the lexicon's own renderings of them left out: 1.2 in 100
at 0.4, 1.6 at 0.5, 8 at 0.6; of items paired at random there lie 47, 81 and 94.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from treaty.comparison.closeness import Closeness
from treaty.comparison.listings import Listing, LoneItem, lone_items
from treaty.comparison.pair import Pair
from treaty.comparison.uncovered import LinkWords, SideWords, linked_words
from treaty.model import Finding, Place, Span

_UNLIKE_ELSEWHERE, _UNLIKE_IN_PLACE, _HARDLY_LIKE = 0.4, 0.5, 0.6
"""Likeness below which an item left over elsewhere in the series, and one in the very place, surely says something else, and
below which the latter may."""
_SURE, _DOUBTFUL = 0.9, 0.6
"""Confidence of findings."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """What is said of an item: that one side lacks it, or has the item `instead` (by number) in its place."""

    lone: LoneItem
    instead: int | None
    doubtful: bool


def find_different_items(pair: Pair) -> Iterator[Finding]:
    """Findings on the items of one link's series."""
    for link in linked_words([pair]):
        exchanged: set[tuple[SideWords, int]] = set()
        for lone in lone_items(link):
            judged = _judged(link, lone)
            if judged and (lone.listing.side, _first_word(lone.listing, lone.item)) not in exchanged:
                yield _finding(link, judged)
                if judged.instead is not None:
                    exchanged.add((lone.other.side, _first_word(lone.other, judged.instead)))


def _first_word(listing: Listing, item: int) -> int:
    return listing.numbers[item][0]


def _judged(link: LinkWords, lone: LoneItem) -> _Judged | None:
    """None where the item may well be rendered freely."""
    rivals, encoder = lone.rivals(), link.pair.encoder
    if rivals and encoder is None:
        return None
    likeness = max((_likeness(link, lone, rival, Closeness(encoder)) for rival in rivals if encoder), default=0.0)
    light = all(map(lone.listing.side.is_light, lone.listing.numbers[lone.item]))
    if lone.instead is None:
        return _Judged(lone, None, doubtful=light) if likeness < _UNLIKE_ELSEWHERE else None
    if lone.other.is_missing(lone.instead):
        doubtful = light or likeness >= _UNLIKE_IN_PLACE
        return _Judged(lone, lone.instead, doubtful) if likeness < _HARDLY_LIKE else None
    return _Judged(lone, None, doubtful=True) if likeness < _UNLIKE_IN_PLACE else None


def _likeness(link: LinkWords, lone: LoneItem, rival: int, closeness: Closeness) -> float:
    """The highest likeness of a word of an item to one of another on the other side."""
    mine, theirs = lone.listing.numbers[lone.item], lone.other.core_numbers(rival)
    korean, english = (mine, theirs) if lone.listing.side is link.korean else (theirs, mine)
    return max(closeness.likeness(link, one, other) for one in korean for other in english)


def _finding(link: LinkWords, judged: _Judged) -> Finding:
    lone = judged.lone
    mine = _place(lone.listing, lone.item)
    confidence = _DOUBTFUL if judged.doubtful else _SURE
    if judged.instead is not None:
        theirs = _place(lone.other, judged.instead)
        left, right = (mine, theirs) if lone.listing.side.side is link.pair.left else (theirs, mine)
        return link.pair.finding("item_exchanged", left=left, right=right, confidence=confidence, doubtful=judged.doubtful)
    has, lacks = lone.listing.side.side, lone.other.side
    return link.pair.finding(
        "item_added" if has is link.pair.judged else "item_omitted",
        left=mine if has is link.pair.left else None,
        right=mine if has is link.pair.right else None,
        gap=lacks.gap(lone.other.spans[lone.before].end),
        confidence=confidence,
        words={"value": mine.value, "name": has.name, "other": lacks.side.name},
        doubtful=judged.doubtful,
    )


def _place(listing: Listing, item: int) -> Place:
    """An item from its first content word to its last."""
    words = listing.words(item)
    return listing.side.place(Span(words[0].span.start, words[-1].span.end))
