"""The sentences inside a link: which stands where, and which has no counterpart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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


def with_sentences(link: Link, left: TreatyText, right: TreatyText, encoder: Encoder) -> Link:
    """The link with its sentences linked. Where each side has but one, or one side has none, they are simply paired."""
    mine, theirs = _places(link.left, left), _places(link.right, right)
    if link.one_sided or not (mine and theirs) or len(mine) == len(theirs) == 1:
        return replace(link, sentences=(SentenceLink(mine, theirs),) if mine or theirs else ())
    evidence = Evidence(_side(mine, left, encoder), _side(theirs, right, encoder), weights=SENTENCE_WEIGHTS)
    groups = best_groups(evidence, costs=SENTENCE_COSTS)
    pairs = [SentenceLink(tuple(mine[i] for i in group.left), tuple(theirs[j] for j in group.right)) for group in groups]
    return replace(link, sentences=tuple(pairs))


def _places(clause_ids: Sequence[str], text: TreatyText) -> tuple[SentencePlace, ...]:
    return tuple(SentencePlace(clause_id, span) for clause_id in clause_ids for span in text.clause(clause_id).sentences)


def _side(places: Sequence[SentencePlace], text: TreatyText, encoder: Encoder) -> Side:
    return Side([Unit(_words(place, text), text.language) for place in places], encoder)


def _words(place: SentencePlace, text: TreatyText) -> str:
    return place.span.of(text.clause(place.clause).text)
