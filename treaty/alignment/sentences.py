"""The sentences inside a link: which stands where, and which has no counterpart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from treaty.alignment.evidence import Evidence, Side, Unit, Weights
from treaty.alignment.search import Costs, best_groups
from treaty.language.meaning import Encoder
from treaty.model import Link, SentenceLink, SentencePlace, TreatyText

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
_LEAST_GAIN = 0.04
"""What the cosine gains at least when a sentence leaves a group that it does not belong to."""


def with_sentences(link: Link, left: TreatyText, right: TreatyText, encoder: Encoder) -> Link:
    """The link with its sentences linked. Where each side has but one, or one side has none, they are simply paired."""
    mine, theirs = _places(link.left, left), _places(link.right, right)
    if link.one_sided or not (mine and theirs) or len(mine) == len(theirs) == 1:
        return replace(link, sentences=(SentenceLink(mine, theirs),) if mine or theirs else ())
    evidence = Evidence(_side(mine, left, encoder), _side(theirs, right, encoder), weights=SENTENCE_WEIGHTS)
    groups = best_groups(evidence, costs=SENTENCE_COSTS)
    pairs = [SentenceLink(tuple(mine[i] for i in group.left), tuple(theirs[j] for j in group.right)) for group in groups]
    parted = (part for pair in pairs for part in _parted(pair, left, right, encoder))
    return replace(link, sentences=tuple(parted))


def _parted(pair: SentenceLink, left: TreatyText, right: TreatyText, encoder: Encoder) -> Iterator[SentenceLink]:
    """A pair of one sentence and several; the one without which the others are nearer to it has come along only because
    it stands beside them: it is parted from them."""
    if len(pair.left) == 1 < len(pair.right):
        guest = _guest(_vector_of(pair.left, left, encoder), pair.right, right, encoder)
        yield replace(pair, right=tuple(place for place in pair.right if place != guest))
        if guest:
            yield SentenceLink((), (guest,))
    elif len(pair.right) == 1 < len(pair.left):
        guest = _guest(_vector_of(pair.right, right, encoder), pair.left, left, encoder)
        yield replace(pair, left=tuple(place for place in pair.left if place != guest))
        if guest:
            yield SentenceLink((guest,), ())
    else:
        yield pair


def _guest(
    one: npt.NDArray[np.float32], several: Sequence[SentencePlace], text: TreatyText, encoder: Encoder
) -> SentencePlace | None:
    """The sentence whose leaving brings the others most, and enough, nearer to the one."""
    before = float(_vector_of(several, text, encoder) @ one)
    gains = [
        (float(_vector_of([other for other in several if other != place], text, encoder) @ one) - before, place)
        for place in several
    ]
    gain, place = max(gains, key=lambda each: each[0])
    return place if gain > _LEAST_GAIN else None


def _vector_of(places: Sequence[SentencePlace], text: TreatyText, encoder: Encoder) -> npt.NDArray[np.float32]:
    """That of sentences read as one passage."""
    vector: npt.NDArray[np.float32] = encoder.encode([" ".join(_words(place, text) for place in places)])[0]
    return vector


def _places(clause_ids: Sequence[str], text: TreatyText) -> tuple[SentencePlace, ...]:
    return tuple(SentencePlace(clause_id, span) for clause_id in clause_ids for span in text.clause(clause_id).sentences)


def _side(places: Sequence[SentencePlace], text: TreatyText, encoder: Encoder) -> Side:
    return Side([Unit(_words(place, text), text.language) for place in places], encoder)


def _words(place: SentencePlace, text: TreatyText) -> str:
    return place.span.of(text.clause(place.clause).text)
