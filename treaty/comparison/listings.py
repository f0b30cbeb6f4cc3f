"""Series of items on both sides of a link, and the items that the other side's series lacks or has another in the place of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from treaty.comparison.uncovered import LinkWords, SideWords
from treaty.language.content_words import ContentWord, Coverage
from treaty.language.series import Series
from treaty.model import Span

_BESIDE = 2
"""How many words next to a sign belong to the item there, where it may hold what stands around the series too."""
_LONGEST = 4
"""Words of the longest item: what is longer is mostly a clause between two commas."""

Words = Sequence[ContentWord]


@dataclass(frozen=True, slots=True)
class Listing:
    """A series of one side of a link; `numbers` are those of the content words of each item."""

    side: SideWords
    spans: Series
    numbers: tuple[tuple[int, ...], ...]

    @property
    def inner(self) -> range:
        """The items that have another on both sides."""
        return range(1, len(self.spans) - 1)

    def words(self, item: int) -> Words:
        return self._of(self.numbers[item])

    def beginning(self, item: int) -> Words:
        """The words next to the sign before an item."""
        return self.words(item)[:_BESIDE]

    def ending(self, item: int) -> Words:
        """The words next to the sign behind an item."""
        return self.words(item)[-_BESIDE:]

    def core(self, item: int) -> Words:
        """The words that surely belong to an item."""
        return self._of(self.core_numbers(item))

    def core_numbers(self, item: int) -> tuple[int, ...]:
        numbers = self.numbers[item]
        if item in self.inner:
            return numbers
        return numbers[:_BESIDE] if item else numbers[-_BESIDE:]

    def _of(self, numbers: Iterable[int]) -> Words:
        return [self.side.words[number] for number in numbers]

    def is_missing(self, item: int) -> bool:
        """Whether the lexicon knows every word of an item, and none has a counterpart."""
        return set(self.side.missing).issuperset(self.numbers[item])


@dataclass(frozen=True, slots=True)
class LoneItem:
    """An item that no word of the other side renders, while the items before and behind it are rendered by item `before` of
    the other side's series and by the next one, or by the next but one: then `instead` stands between them."""

    listing: Listing
    item: int
    other: Listing
    before: int
    instead: int | None

    def rivals(self) -> list[int]:
        """The items of the other series that may render it freely: the one that stands instead; where none does, those next to
        its place for which no item of its own series is left, and of which a word is free or shared."""
        if self.instead is not None:
            return [self.instead]
        mine = [self.listing.core(item) for item in range(len(self.listing.spans))]
        theirs = [self.other.core(item) for item in range(len(self.other.spans))]
        renders = [[number for number, words in enumerate(mine) if render(words, core)] for core in theirs]
        answered = set(_one_to_one(renders).values())
        free = [any(word.coverage is not Coverage.COVERED for word in core) for core in theirs]
        near = range(max(0, self.before - 1), min(len(theirs), self.before + 3))
        return [item for item in near if item not in answered and (renders[item] or free[item])]


def lone_items(link: LinkWords) -> Iterator[LoneItem]:
    """The items of a link's series that have no counterpart between two items that have one, those in Korean first."""
    korean, english = (list(_listings(link, side)) for side in link.sides)
    for listings, others in ((korean, english), (english, korean)):
        for listing in listings:
            for item in listing.inner:
                if len(listing.numbers[item]) <= _LONGEST and listing.is_missing(item):
                    yield from _place(listing, item, others)


def render(mine: Words, theirs: Words) -> bool:
    """Whether a word of one language renders one of the other, of any."""
    return any(
        _overlap(one.counterparts, other.span) or _overlap(other.counterparts, one.span) for one in mine for other in theirs
    )


def _overlap(spans: Iterable[Span], other: Span) -> bool:
    return any(span.overlaps(other) for span in spans)


def _listings(link: LinkWords, side: SideWords) -> Iterator[Listing]:
    spans = [word.span for word in side.words]
    for series in link.pair.rules.series.series(side.text, side.language, spans):
        numbers = tuple(
            tuple(number for number, word in enumerate(spans) if item.start <= word.start < item.end) for item in series
        )
        yield Listing(side, series, numbers)


def _place(listing: Listing, item: int, others: Iterable[Listing]) -> Iterator[LoneItem]:
    """Where an item would stand in the other side's series, if anywhere: better where nothing stands than where one does."""
    before, behind = listing.ending(item - 1), listing.beginning(item + 1)
    found = [
        LoneItem(listing, item, other, place, None if steps == 1 else place + 1)
        for steps in (1, 2)
        for other in others
        for place in range(len(other.spans) - steps)
        if render(before, other.ending(place)) and render(behind, other.beginning(place + steps))
    ]
    yield from found[:1]


def _one_to_one(choices: Sequence[Sequence[int]]) -> dict[int, int]:
    """The choices that are taken where as many as possible have one of theirs, none twice (augmenting paths, Berge 1957): each
    with the number of who has it."""
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
    return holder
