"""The sentences inside a link: which stands where, and which has no counterpart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from treaty.alignment.evidence import Evidence, Side, Unit, Weights
from treaty.alignment.search import Costs, best_groups
from treaty.language.meaning import Encoder
from treaty.model import Language, Link, SentenceLink, SentencePlace, TreatyText

SENTENCE_WEIGHTS = Weights(bias=-5.5, cosine=14.0, margin=4.0, length=1.3)
"""Few sentences are compared at a time, so standing out among neighbours tells less than closeness itself."""
_MOST_SENTENCES = 8
SENTENCE_COSTS = Costs(
    {(1, 1): 0.0, (2, 2): -5.0}
    | {(1, size): -0.5 - 0.25 * size for size in range(2, _MOST_SENTENCES + 1)}
    | {(size, 1): -0.5 - 0.25 * size for size in range(2, _MOST_SENTENCES + 1)},
    unlinked=-2.0,
    least_moved=1.5,
)
_PROVISO = re.compile(r"\s*(?:다만|단)\s?,")
_MAKES_EXCEPTION = re.compile(r"\b(?:unless|except|save|provided|however|but|other than|with the exception|although)\b", re.I)
"""A Korean proviso is a sentence of its own; English often makes it a clause of the sentence before."""
_LEAST_GAIN_BY_PARTING, _LEAST_GAIN_BY_JOINING = 0.04, 0.01
"""What the cosine of two passages gains at least when a sentence leaves one of them that it does not belong to, or joins one
that it belongs to; chosen on the sentences of nine texts, as they are and with sentences taken out."""


def with_sentences(link: Link, left: TreatyText, right: TreatyText, encoder: Encoder) -> Link:
    """The link with its sentences linked. Where each side has but one they are simply paired, and where one side has no
    counterpart its sentences are together; a heading has none, so that nothing is said of a clause that faces one. More
    sentences than the search tries together that face one, as recitals do that the other language writes as one sentence,
    are all its counterparts, but for one that does not belong there."""
    mine, theirs = _places(link.left, left), _places(link.right, right)
    if link.one_sided or not (mine and theirs):
        return replace(link, sentences=(SentenceLink(mine, theirs),) if link.one_sided and (mine or theirs) else ())
    if len(mine) == len(theirs) == 1:
        return replace(link, sentences=(SentenceLink(mine, theirs),))
    reading = _Reading(link, left, right, encoder)
    if min(len(mine), len(theirs)) == 1 and max(len(mine), len(theirs)) > _MOST_SENTENCES:
        return replace(link, sentences=reading.settled([SentenceLink(mine, theirs)]))
    evidence = Evidence(_side(mine, left, encoder), _side(theirs, right, encoder), weights=SENTENCE_WEIGHTS)
    groups = best_groups(evidence, costs=SENTENCE_COSTS)
    pairs = [SentenceLink(tuple(mine[i] for i in group.left), tuple(theirs[j] for j in group.right)) for group in groups]
    return replace(link, sentences=reading.settled(pairs))


def _places(clause_ids: Sequence[str], text: TreatyText) -> tuple[SentencePlace, ...]:
    return tuple(SentencePlace(clause_id, span) for clause_id in clause_ids for span in text.clause(clause_id).sentences)


def _side(places: Sequence[SentencePlace], text: TreatyText, encoder: Encoder) -> Side:
    return Side([Unit(_words(place, text), text.language) for place in places], encoder)


def _words(place: SentencePlace, text: TreatyText) -> str:
    return place.span.of(text.clause(place.clause).text)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A second reading of the sentence links that were found: of each sentence at the edge between belonging to its
    neighbours' counterpart and having none, whether that counterpart is nearer with it or without it."""

    link: Link
    left: TreatyText
    right: TreatyText
    encoder: Encoder

    def settled(self, pairs: Sequence[SentenceLink]) -> tuple[SentenceLink, ...]:
        """The pairs with guests parted from their groups and with the lonely joined to where they belong."""
        parted = [part for pair in pairs for part in self._parted(pair)]
        for lonely in [pair for pair in parted if not (pair.left and pair.right)]:
            here = parted.index(lonely)
            if here and self._belongs_as_proviso(parted[here - 1], lonely):
                parted[here - 1] = self._joined(parted[here - 1], lonely)
                del parted[here]
                continue
            beside = [place for place in (here - 1, here + 1) if 0 <= place < len(parted)]
            joined = [
                (self._joined(parted[place], lonely), place) for place in beside if parted[place].left and parted[place].right
            ]
            gain, place, better = max(
                ((self._closeness(pair) - self._closeness(parted[place]), place, pair) for pair, place in joined),
                key=lambda each: each[0],
                default=(0.0, here, lonely),
            )
            if gain > _LEAST_GAIN_BY_JOINING:
                parted[place] = better
                del parted[here]
        return tuple(parted)

    def _belongs_as_proviso(self, before: SentenceLink, lonely: SentenceLink) -> bool:
        """Whether a Korean sentence that begins with 다만 stands alone because English makes its exception in the sentence
        before."""
        korean, english = (self.left, self.right) if lonely.left else (self.right, self.left)
        facing = before.right if lonely.left else before.left
        if korean.language is not Language.KOREAN or english.language is not Language.ENGLISH or not facing:
            return False
        provisos = [_words(place, korean) for place in lonely.left or lonely.right]
        return all(map(_PROVISO.match, provisos)) and any(_MAKES_EXCEPTION.search(_words(place, english)) for place in facing)

    def _parted(self, pair: SentenceLink) -> Iterator[SentenceLink]:
        """A pair of one sentence and several; that one of them parted off without which the others are most, and enough,
        nearer: it has come along only because it stands beside them."""
        options = list(self._without_one(pair))
        before = self._closeness(pair) if options else 0.0
        better, guest = max(options, key=lambda option: self._closeness(option[0]), default=(pair, None))
        if guest is None or self._closeness(better) - before <= _LEAST_GAIN_BY_PARTING:
            yield pair
        else:
            yield better
            yield guest

    def _without_one(self, pair: SentenceLink) -> Iterator[tuple[SentenceLink, SentenceLink]]:
        """What is left of a pair, and what is parted off, for each sentence of a side of several that faces one."""
        if len(pair.left) == 1 < len(pair.right):
            for guest in pair.right:
                rest = tuple(place for place in pair.right if place != guest)
                yield SentenceLink(pair.left, rest), SentenceLink((), (guest,))
        if len(pair.right) == 1 < len(pair.left):
            for guest in pair.left:
                rest = tuple(place for place in pair.left if place != guest)
                yield SentenceLink(rest, pair.right), SentenceLink((guest,), ())

    def _joined(self, pair: SentenceLink, lonely: SentenceLink) -> SentenceLink:
        """The two as one, their sentences in the order of the text."""
        order = {clause: number for number, clause in enumerate((*self.link.left, *self.link.right))}
        left, right = (
            tuple(sorted(places, key=lambda place: (order[place.clause], place.span)))
            for places in ((*pair.left, *lonely.left), (*pair.right, *lonely.right))
        )
        return SentenceLink(left, right)

    def _closeness(self, pair: SentenceLink) -> float:
        """The cosine of both sides, each read as one passage."""
        passages = ((pair.left, self.left), (pair.right, self.right))
        words = [" ".join(_words(place, text) for place in places) for places, text in passages]
        vectors = self.encoder.encode(words)
        return float(vectors[0] @ vectors[1])
