"""Series of items on both sides of a link, and the items that the other side's series lacks or has another in the place of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from treaty.comparison.uncovered import LinkWords, SideWords
from treaty.language.content_words import ContentWord
from treaty.language.series import Series
from treaty.model import Span

_BESIDE = 2
"""How many words next to a sign belong to the item there, where it may hold what stands around the series too."""
_LONGEST = 4
"""Words of the longest item: what is longer is mostly a clause between two commas."""

Numbers = tuple[int, ...]
"""Content words of one side, by number."""
Words = Sequence[ContentWord]


@dataclass(frozen=True, slots=True)
class LoneItem:
    """An item of a series that no word of the other side renders, by its words, between two items that are rendered.

    `gap`: where in the other side's text it would stand. `instead`: the words of the item that stands there, if one does.
    `rivals`: words of items near that place for which no item is left; they may render it, though they render others too.
    `beside`: all words of the items next to that place.
    """

    side: SideWords
    numbers: Numbers
    gap: int
    instead: Numbers = ()
    rivals: Numbers = ()
    beside: Numbers = ()


@dataclass(frozen=True, slots=True)
class _Listing:
    """A series of one side of a link, with the content words of each item."""

    side: SideWords
    spans: Series
    numbers: tuple[Numbers, ...]

    @property
    def last(self) -> int:
        return len(self.spans) - 1

    def words(self, item: int) -> Words:
        return self._of(self.numbers[item])

    def beginning(self, item: int) -> Words:
        """The words next to the sign before an item."""
        return self.words(item)[:_BESIDE]

    def ending(self, item: int) -> Words:
        """The words next to the sign behind an item."""
        return self.words(item)[-_BESIDE:]

    def core(self, item: int) -> Numbers:
        """The words that surely belong to an item."""
        numbers = self.numbers[item]
        if 0 < item < self.last:
            return numbers
        return numbers[:_BESIDE] if item else numbers[-_BESIDE:]

    def cores(self) -> list[Words]:
        return [self._of(self.core(item)) for item in range(len(self.spans))]

    def free(self, numbers: Iterable[int]) -> Numbers:
        """Those of some words that have no counterpart."""
        return tuple(number for number in numbers if not self.side.words[number].counterparts)

    def _of(self, numbers: Iterable[int]) -> Words:
        return [self.side.words[number] for number in numbers]


def lone_items(link: LinkWords) -> Iterator[LoneItem]:
    """The items of a link's series that have no counterpart beside items that have one, those in Korean first."""
    if not (link.korean.missing or link.english.missing):
        return
    korean, english = (list(_listings(link, side)) for side in link.sides)
    for listings, others in ((korean, english), (english, korean)):
        for listing in listings:
            yield from _inner(listing, others)


def _listings(link: LinkWords, side: SideWords) -> Iterator[_Listing]:
    spans = [word.span for word in side.words]
    for series in link.pair.rules.series.series(side.text, side.language, spans):
        yield _Listing(side, series, tuple(_inside(item, spans) for item in series))


def _inside(item: Span, words: Sequence[Span]) -> Numbers:
    return tuple(number for number, word in enumerate(words) if item.start <= word.start < item.end)


def _inner(listing: _Listing, others: Sequence[_Listing]) -> Iterator[LoneItem]:
    """The items that stand between two of which each is rendered, side by side or with one other item between."""
    missing = set(listing.side.missing)
    for item in range(1, listing.last):
        if len(listing.numbers[item]) <= _LONGEST and missing.issuperset(listing.numbers[item]):
            before, behind = listing.ending(item - 1), listing.beginning(item + 1)
            found = (
                _between(listing, item, other, place, steps)
                for steps in (1, 2)
                for other in others
                for place in range(len(other.spans) - steps)
                if _render(before, other.ending(place)) and _render(behind, other.beginning(place + steps))
            )
            yield from (lone for lone, _ in zip(found, range(1), strict=False))


def _between(listing: _Listing, item: int, other: _Listing, place: int, steps: int) -> LoneItem:
    """An item that would stand behind item `place` of the other series, one or two steps before the next that is rendered."""
    instead = other.numbers[place + 1] if steps > 1 else ()
    rivals = () if instead else tuple(word for rival in _left_over(listing, other, place) for word in other.core(rival))
    beside = tuple(word for around in _about(other, place) for word in other.core(around))
    return LoneItem(listing.side, listing.numbers[item], other.spans[place].end, instead, rivals, beside)


def _left_over(listing: _Listing, other: _Listing, place: int) -> Iterator[int]:
    """The items of the other series about a place for which no item of this one is left, and of which a word is free or shared:
    such an item may render one that seems alone."""
    mine, theirs = listing.cores(), other.cores()
    renders = [[number for number, words in enumerate(mine) if _render(words, core)] for core in theirs]
    answered = _one_to_one(renders)
    for item in _about(other, place):
        if item not in answered and (renders[item] or other.free(other.core(item))):
            yield item


def _about(listing: _Listing, place: int) -> range:
    """The items next to the sign behind an item, two on each side."""
    return range(max(0, place - 1), min(len(listing.spans), place + 3))


def _render(mine: Words, theirs: Words) -> bool:
    """Whether a word of one language renders one of the other, of any."""
    return any(_overlap(one.counterparts, other) or _overlap(other.counterparts, one) for one in mine for other in theirs)


def _overlap(spans: Iterable[Span], word: ContentWord) -> bool:
    return any(span.overlaps(word.span) for span in spans)


def _one_to_one(choices: Sequence[Sequence[int]]) -> set[int]:
    """Who has one of their choices where as many as possible do, none taken twice (augmenting paths, Berge 1957)."""
    holder: dict[int, int] = {}

    def settle(one: int, tried: set[int]) -> bool:
        for choice in choices[one]:
            if choice not in tried:
                tried.add(choice)
                if choice not in holder or settle(holder[choice], tried):
                    holder[choice] = one
                    return True
        return False

    for one in range(len(choices)):
        settle(one, set())
    return set(holder.values())
