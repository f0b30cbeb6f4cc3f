"""What speaks for a word having no counterpart, and for two words having been taken for each other."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from treaty.comparison.closeness import Closeness
from treaty.comparison.meaning_rules import Weight
from treaty.comparison.uncovered import LinkWords, SideWords, WordsOfTexts
from treaty.language.content_words import ContentWord
from treaty.language.items import item_spans
from treaty.language.meaning import Encoder
from treaty.model import Language

_USUAL_NEAREST, _USUAL_GAIN, _USUAL_LIKENESS, _USUAL_SWAP = 0.53, 0.0, 0.56, 0.013
"""What vectors say of a word on average."""


@dataclass(frozen=True, slots=True)
class WordTraits:
    """Of one word without a counterpart.

    `freedom`: the share of its other places in the texts that have none either; `met`: log of how often the texts render it
    elsewhere; `part`: 1 for a part of a Korean word that has another part with a counterpart; `light`, `firm`: 1 for a word of
    that weight; `letters`: of the headword or stem; `korean`: 1 for a Korean word; `words`: log of the content words of its
    side; `share`: log of its share of the characters; `phrase`: words of the headword beyond the first; `beside`: covered words
    right before and behind it; `alone`: 1 where it fills an item of a series; `kindred`: 1 where the other side has a kindred
    word without a counterpart, 0.5 where it has one with a counterpart; `field`: likewise where it has another member of one of
    the word's fields; `rivals`: log of how many words of the other side have
    none; `nearest`: cosine to the nearest word of the other side; `gain`: how much nearer (in cosine) the two sides come to
    each other when it is taken out.
    """

    freedom: float
    met: float
    part: float
    light: float
    firm: float
    letters: float
    korean: float
    words: float
    share: float
    phrase: float
    beside: float
    alone: float
    kindred: float
    field: float
    rivals: float
    nearest: float
    gain: float


@dataclass(frozen=True, slots=True)
class ExchangeTraits:
    """Of a Korean and an English word that both have no counterpart.

    `field`: 1 where they are different members of one field of words; `kindred`: 1 where the Korean word renders a kindred word
    of the English one; `freedom`, `met`, `part`, `light`, `firm`: as of single words, both together; `run`: log of the
    uncovered words in a row, both together; `neighbours`: how many words beside them belong together; `words`: log of the
    Korean content words; `share`: log of their shares of the characters, together; `likeness`: the highest cosine between one
    of them and a rendering of the other; `swap`: how much nearer the sides come to each other when one is put in the place of
    the other, both ways together.
    """

    field: float
    kindred: float
    freedom: float
    met: float
    part: float
    light: float
    firm: float
    run: float
    neighbours: float
    words: float
    share: float
    likeness: float
    swap: float


class Elsewhere(NamedTuple):
    """The traits of a word that rest on the other links of the texts."""

    freedom: float
    met: float


_NOWHERE = Elsewhere(0.0, 0.0)


class Traits:
    """Takes the traits of words in the linked clauses of two texts; without an encoder, vectors stay as they usually are."""

    def __init__(self, texts: WordsOfTexts, encoder: Encoder | None) -> None:
        self._texts = texts
        self._closeness = Closeness(encoder) if encoder else None

    def elsewhere(self, side: SideWords, number: int) -> Elsewhere:
        """What the other links tell of one word."""
        missing, covered = self._texts.elsewhere(side.language, side.words[number].stem)
        return Elsewhere((missing + 0.3) / (missing + covered + 1), math.log(1 + covered))

    def of_word(self, link: LinkWords, side: SideWords, number: int) -> WordTraits:
        """The traits of one word, those of vectors as they usually are."""
        return of_word(link, side, number, self.elsewhere(side, number))

    def with_vectors(self, traits: WordTraits, link: LinkWords, side: SideWords, number: int) -> WordTraits:
        """The traits of a word with those of vectors measured, where there is an encoder."""
        if self._closeness is None:
            return traits
        nearest, gain = self._closeness.nearest(link, side, number), self._closeness.gain(link, side, number)
        return replace(traits, nearest=nearest, gain=gain)

    def of_exchange(self, link: LinkWords, korean: int, english: int) -> ExchangeTraits:
        """The traits of two words, those of vectors as they usually are."""
        places = (link.korean, korean), (link.english, english)
        return of_exchange(link, korean, english, *(self.elsewhere(side, number) for side, number in places))

    def exchange_with_vectors(self, traits: ExchangeTraits, link: LinkWords, korean: int, english: int) -> ExchangeTraits:
        """The traits of two words with those of vectors measured, where there is an encoder."""
        if self._closeness is None:
            return traits
        likeness, swap = self._closeness.likeness(link, korean, english), self._closeness.swap(link, korean, english)
        return replace(traits, likeness=likeness, swap=swap)


def of_word(link: LinkWords, side: SideWords, number: int, elsewhere: Elsewhere = _NOWHERE) -> WordTraits:
    """The traits of one word, those of vectors as they usually are; without `elsewhere` what the link alone tells."""
    word, rules = side.words[number], link.pair.rules.meaning
    return WordTraits(
        freedom=elsewhere.freedom,
        met=elsewhere.met,
        part=float(_is_part(side, number)),
        light=float(side.is_light(number)),
        firm=float(side.weight(number) is Weight.FIRM),
        letters=len(word.stem),
        korean=float(side.language is Language.KOREAN),
        words=math.log(len(side.words)),
        share=_share(side, number),
        phrase=word.stem.count(" "),
        beside=len(side.beside(number)),
        alone=float(fills_item(side, word)),
        kindred=_like(link, side, word, rules.kindred),
        field=_like(link, side, word, rules.exclude),
        rivals=math.log(1 + len(link.other(side).missing)),
        nearest=_USUAL_NEAREST,
        gain=_USUAL_GAIN,
    )


def of_exchange(
    link: LinkWords, korean: int, english: int, mine_elsewhere: Elsewhere = _NOWHERE, theirs_elsewhere: Elsewhere = _NOWHERE
) -> ExchangeTraits:
    """The traits of two words, those of vectors as they usually are; by default what the link alone tells."""
    mine, theirs = link.korean.words[korean], link.english.words[english]
    rules = link.pair.rules.meaning
    return ExchangeTraits(
        field=float(rules.exclude(theirs, mine)),
        kindred=float(rules.kindred(theirs, mine)),
        freedom=mine_elsewhere.freedom + theirs_elsewhere.freedom,
        met=mine_elsewhere.met + theirs_elsewhere.met,
        part=float(_is_part(link.korean, korean)),
        light=float(link.korean.is_light(korean)) + float(link.english.is_light(english)),
        firm=float(link.korean.weight(korean) is Weight.FIRM) + float(link.english.weight(english) is Weight.FIRM),
        run=math.log(link.korean.run(korean) * link.english.run(english)),
        neighbours=_neighbours(link, korean, english),
        words=math.log(len(link.korean.words)),
        share=_share(link.korean, korean) + _share(link.english, english),
        likeness=_USUAL_LIKENESS,
        swap=_USUAL_SWAP,
    )


def _is_part(side: SideWords, number: int) -> bool:
    printed = side.printed(number)
    return any(word.counterparts and word.span.overlaps(printed) for word in side.words)


def _share(side: SideWords, number: int) -> float:
    span = side.printed(number)
    return math.log((span.end - span.start) / max(1, len(side.text)))


def _neighbours(link: LinkWords, korean: int, english: int) -> float:
    """How many of the words beside a Korean word render words beside an English one: whole if in the same order, half if
    not; at most two."""
    found = 0.0
    for before, there in ((-1, -1), (-1, 1), (1, -1), (1, 1)):
        mine, theirs = korean + before, english + there
        if 0 <= mine < len(link.korean.words) and 0 <= theirs < len(link.english.words):
            spans = link.korean.words[mine].counterparts
            if any(span.overlaps(link.english.words[theirs].span) for span in spans):
                found += 1 if before == there else 0.5
    return min(found, 2.0)


def _like(link: LinkWords, side: SideWords, word: ContentWord, are_so: Callable[[ContentWord, ContentWord], bool]) -> float:
    """Whether the other side has a word that goes with a word so (asked with the English one first): 1 if one without a
    counterpart of its own, 0.5 if another."""
    korean = side is link.korean
    found = [other for other in link.other(side).words if (are_so(other, word) if korean else are_so(word, other))]
    return max((0.5 if other.counterparts else 1.0 for other in found), default=0.0)


def fills_item(side: SideWords, word: ContentWord) -> bool:
    """Whether a word stands in an item of a series of which no word has a counterpart."""
    items = item_spans(side.text, side.language)
    item = next((span for span in items if span.start <= word.span.start < span.end), None)
    inside = [one for one in side.words if item and item.start <= one.span.start < item.end]
    return len(items) > 1 and not any(one.counterparts for one in inside)
