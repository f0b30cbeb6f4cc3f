"""The items of an enumeration inside linked sentences: which stands where, and which has no counterpart."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import cached_property

import numpy as np

from treaty.alignment.units import Floats
from treaty.language.items import item_spans
from treaty.language.meaning import Encoder
from treaty.model import Language, SentenceLink, SentencePlace, TreatyText

_LEAST_CLOSENESS = 0.5
"""Cosine from which two items that are each other's nearest are linked."""
_SURE_CLOSENESS = 0.55
"""Cosine from which an item surely has a counterpart; it is not looked at more closely."""
LEAST_CONFIDENCE = 0.93
"""Confidence from which an item is said to have no counterpart, where nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class ItemLink:
    """Items left and right that mean the same, or one item that has no counterpart: the other side is None.

    `confidence` is 0 to 1: the cosine of linked items; for an item alone the probability, where one was left out of each
    second sentence, that it is that one.
    """

    left: SentencePlace | None
    right: SentencePlace | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Traits:
    """What speaks for an item having no counterpart.

    `gain`: how much nearer its sentence comes to the other one (in cosine) when the item is taken out; `sentences`: cosine of
    the two sentences; `more`: 1 where this side has more items; `rivalry`: how much nearer the item is to its nearest than
    that one's other items are; `share`: of its sentence's characters; `korean`: 1 for an item in Korean.
    """

    gain: float
    sentences: float
    more: float
    rivalry: float
    share: float
    korean: float


_WEIGHTS = Traits(gain=23.0, sentences=-4.5, more=1.2, rivalry=-0.9, share=6.0, korean=1.2)
_BIAS = 0.0
"""Log-odds, fitted by logistic regression on sentences of seven treaties as they are and with items taken out
(python -m tests.quality items)."""


def item_links(
    sentences: SentenceLink, left: TreatyText, right: TreatyText, encoder: Encoder, *, least: float = LEAST_CONFIDENCE
) -> list[ItemLink]:
    """The items of linked sentences that belong together, and those that have no counterpart, in order of the left.

    `least` is the confidence from which an item is said to be alone: of a hundred faithful sentences that is wrong in one at
    the default, in four at 0.8. Precise before complete: an item of which neither is sure is in no link. Items are found by
    `item_spans`; the span of the first and of the last may hold more than the item.
    """
    passages = _Passage(sentences.left, left, encoder), _Passage(sentences.right, right, encoder)
    if not all(passage.items for passage in passages):
        return []
    cosines = passages[0].vectors @ passages[1].vectors.T
    found = list(_together(cosines, passages))
    found += [ItemLink(place, None, sure) for place, sure in _alone(passages[0], passages[1], cosines, least)]
    found += [ItemLink(None, place, sure) for place, sure in _alone(passages[1], passages[0], cosines.T, least)]
    order = {place: number for passage in passages for number, place in enumerate(passage.items)}
    return sorted(found, key=lambda link: (link.left is None, order[link.left or link.right or passages[0].items[0]]))


def doubtful_items(
    sentences: SentenceLink, left: TreatyText, right: TreatyText, encoder: Encoder
) -> Iterator[tuple[SentencePlace, Traits]]:
    """Every item of either side that is not surely near to one of the other side, with its traits."""
    passages = _Passage(sentences.left, left, encoder), _Passage(sentences.right, right, encoder)
    if all(passage.items for passage in passages):
        cosines = passages[0].vectors @ passages[1].vectors.T
        yield from _doubtful(passages[0], passages[1], cosines)
        yield from _doubtful(passages[1], passages[0], cosines.T)


def confidence_of(traits: Traits) -> float:
    """How sure it is, 0 to 1, that an item of these traits has no counterpart."""
    score = _BIAS + sum(weight * value for weight, value in zip(astuple(_WEIGHTS), astuple(traits), strict=True))
    return 1 / (1 + math.exp(-score))


class _Passage:
    """The sentences of one side of a link, with their items."""

    def __init__(self, places: Sequence[SentencePlace], text: TreatyText, encoder: Encoder) -> None:
        self.language = text.language
        self._encoder = encoder
        self._words = [(place, place.span.of(text.clause(place.clause).text)) for place in places]
        self.items = [
            SentencePlace(place.clause, span.shifted(place.span.start))
            for place, words in self._words
            for span in item_spans(words, text.language)
        ]
        self._text = text

    @cached_property
    def vectors(self) -> Floats:
        """One row an item."""
        words = [item.span.of(self._text.clause(item.clause).text) for item in self.items]
        return self._encoder.encode(words).astype(np.float64)

    @cached_property
    def vector(self) -> Floats:
        """That of all sentences together."""
        return self._vector(" ".join(words for _, words in self._words))

    def share(self, number: int) -> float:
        """What part of the characters an item has."""
        span = self.items[number].span
        return (span.end - span.start) / max(1, sum(len(words) for _, words in self._words))

    def vector_without(self, number: int) -> Floats:
        """That of the sentences when an item is taken out, with what joins it to the next, or if it is the last to the one
        before."""
        item = self.items[number]
        kept = [self._cut(place, words, number) if _holds(place, item) else words for place, words in self._words]
        return self._vector(" ".join(filter(None, kept)))

    def _cut(self, place: SentencePlace, words: str, number: int) -> str:
        around = [item.span for item in self.items if _holds(place, item)]
        here = around.index(self.items[number].span)
        start, end = around[here].start, around[here].end
        if here + 1 < len(around):
            end = around[here + 1].start
        elif here:
            start = around[here - 1].end
        return words[: start - place.span.start] + words[end - place.span.start :]

    def _vector(self, words: str) -> Floats:
        return np.asarray(self._encoder.encode([words])[0], dtype=np.float64)


def _holds(sentence: SentencePlace, item: SentencePlace) -> bool:
    return sentence.clause == item.clause and sentence.span.start <= item.span.start < sentence.span.end


def _together(cosines: Floats, passages: tuple[_Passage, _Passage]) -> Iterator[ItemLink]:
    """Items that are each other's nearest."""
    for row, column in _mutual(cosines):
        yield ItemLink(passages[0].items[row], passages[1].items[column], round(float(cosines[row, column]), 2))


def _mutual(cosines: Floats) -> list[tuple[int, int]]:
    """Rows and columns that are each other's nearest, and near."""
    nearest, back = cosines.argmax(axis=1), cosines.argmax(axis=0)
    near = [(row, int(column)) for row, column in enumerate(nearest) if back[column] == row]
    return [pair for pair in near if cosines[pair] >= _LEAST_CLOSENESS]


def _alone(mine: _Passage, theirs: _Passage, cosines: Floats, least: float) -> Iterator[tuple[SentencePlace, float]]:
    """The items of one side that have no counterpart, and how sure that is."""
    for item, traits in _doubtful(mine, theirs, cosines):
        confidence = confidence_of(traits)
        if confidence >= least:
            yield item, round(confidence, 2)


def _doubtful(mine: _Passage, theirs: _Passage, cosines: Floats) -> Iterator[tuple[SentencePlace, Traits]]:
    if len(mine.items) == 1 or len(mine.items) < len(theirs.items) - 1:
        return
    for number, item in enumerate(mine.items):
        nearest = int(cosines[number].argmax())
        closeness = float(cosines[number, nearest])
        if closeness < _SURE_CLOSENESS:
            sentences = float(mine.vector @ theirs.vector)
            yield (
                item,
                Traits(
                    gain=float(mine.vector_without(number) @ theirs.vector) - sentences,
                    sentences=sentences,
                    more=float(len(mine.items) > len(theirs.items)),
                    rivalry=closeness - float(np.delete(cosines[:, nearest], number).max()),
                    share=mine.share(number),
                    korean=float(mine.language is Language.KOREAN),
                ),
            )
