"""How well the parts of linked clauses are linked: sentences and items that stand on one side only."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, replace

import numpy as np
import numpy.typing as npt

from tests.quality.gold import Gold, text_of
from treaty.alignment.items import LEAST_CONFIDENCE, doubtful_items, item_links
from treaty.alignment.sentences import with_sentences
from treaty.language.items import item_spans
from treaty.language.meaning import Encoder
from treaty.model import Language, Link, SentenceLink, SentencePlace, Span, TreatyText

Matrix = npt.NDArray[np.float64]
LONGEST = 600
"""English sentences longer than this are lists of whole clauses."""
MOST_SENTENCES = 70
"""How many sentences of a text are looked at."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Of `faithful` links so many were said to lack a part that is there; of parts `taken_out` so many were missed."""

    faithful: int
    false_alarms: int
    taken_out: int
    found: int


def sentences_tally(gold: Gold, encoder: Encoder) -> Tally:
    """Links with several sentences as they are, and with a sentence of the Korean taken out."""
    chance = random.Random(gold.name)
    faithful = false_alarms = taken_out = found = 0
    for link in gold.two_sided:
        linked = with_sentences(link, gold.left, gold.right, encoder).sentences
        if sum(len(pair.left) for pair in linked) < 2 and sum(len(pair.right) for pair in linked) < 2:
            continue
        faithful += 1
        false_alarms += any(not (pair.left and pair.right) for pair in linked)
        pairs = [pair for pair in linked if len(pair.left) == len(pair.right) == 1]
        if len(linked) > 1 and pairs:
            pair = chance.choice(pairs)
            shorter = with_sentences(link, _without(gold.left, pair.left[0]), gold.right, encoder).sentences
            taken_out += 1
            found += SentenceLink((), pair.right) in shorter
    return Tally(faithful, false_alarms, taken_out, found)


def _without(text: TreatyText, place: SentencePlace) -> TreatyText:
    """The text as if a sentence were not there; the others keep their places."""
    clauses = (
        replace(clause, sentences=tuple(span for span in clause.sentences if (clause.id, span) != (place.clause, place.span)))
        for clause in text.clauses
    )
    return replace(text, clauses=tuple(clauses))


@dataclass(frozen=True, slots=True)
class Passage:
    """A Korean and an English sentence that belong together, each as a text of its own."""

    texts: tuple[TreatyText, TreatyText]

    @property
    def link(self) -> SentenceLink:
        left, right = ((SentencePlace(text.clauses[0].id, Span(0, len(text.clauses[0].text))),) for text in self.texts)
        return SentenceLink(left, right)

    def words(self, side: int) -> str:
        return self.texts[side].clauses[0].text

    def items(self, side: int) -> list[Span]:
        return list(item_spans(self.words(side), self.texts[side].language))

    def without(self, side: int, item: Span) -> Passage:
        """The passage with an item of one side taken out."""
        spans, words = self.items(side), self.words(side)
        here = spans.index(item)
        start, end = (item.start, spans[here + 1].start) if here + 1 < len(spans) else (spans[here - 1].end, item.end)
        cut = text_of("cut", self.texts[side].language, [words[:start] + words[end:]])
        return Passage((cut, self.texts[1]) if side == 0 else (self.texts[0], cut))


def passages(gold: Gold) -> list[Passage]:
    """Linked passages of a text in which one side at least enumerates something."""
    made = (_passage(gold, link) for link in gold.two_sided)
    fit = [one for one in made if len(one.words(1)) <= LONGEST and max(len(one.items(0)), len(one.items(1))) > 1]
    random.Random(gold.name).shuffle(fit)
    return fit[:MOST_SENTENCES]


def _passage(gold: Gold, link: Link) -> Passage:
    left = " ".join(gold.left.clause(clause).text for clause in link.left)
    right = " ".join(gold.right.clause(clause).text for clause in link.right)
    return Passage((text_of("ko", Language.KOREAN, [left]), text_of("en", Language.ENGLISH, [right])))


def damaged(passage: Passage, encoder: Encoder, chance: random.Random) -> Iterator[tuple[Passage, SentencePlace]]:
    """The passage with an item of one side taken out, and the item of the other side that then stands alone."""
    linked = item_links(passage.link, *passage.texts, encoder)
    pairs = [(pair.left, pair.right) for pair in linked if pair.left and pair.right]
    for side in (0, 1):
        if pairs and len(passage.items(1 - side)) > 1:
            pair = chance.choice(pairs)
            yield passage.without(1 - side, pair[1 - side].span), pair[side]


def items_tally(gold: Gold, encoder: Encoder) -> Tally:
    """Passages as they are, and with one item of one side taken out."""
    chance = random.Random(gold.name)
    faithful = false_alarms = taken_out = found = 0
    for passage in passages(gold):
        faithful += 1
        false_alarms += bool(_alone(passage, encoder))
        for cut, wanted in damaged(passage, encoder, chance):
            taken_out += 1
            found += wanted in _alone(cut, encoder)
    return Tally(faithful, false_alarms, taken_out, found)


def _alone(passage: Passage, encoder: Encoder) -> list[SentencePlace]:
    linked = item_links(passage.link, *passage.texts, encoder)
    return [pair.left or pair.right for pair in linked if not (pair.left and pair.right)]


def traits_of(gold: Gold, encoder: Encoder) -> tuple[Matrix, Matrix]:
    """The traits of doubtful items that have a counterpart, and of those whose counterpart was taken out; a row an item."""
    chance = random.Random(gold.name)
    present, missing = [], []
    for passage in passages(gold):
        present += [astuple(traits) for _, traits in doubtful_items(passage.link, *passage.texts, encoder)]
        for cut, wanted in damaged(passage, encoder, chance):
            missing += [astuple(traits) for place, traits in doubtful_items(cut.link, *cut.texts, encoder) if place == wanted]
    return np.array(present).reshape(-1, 6), np.array(missing).reshape(-1, 6)


def left_out(of: Sequence[tuple[Matrix, Matrix]], number: int) -> tuple[int, int]:
    """How many items of one text are called missing, wrongly and rightly, by weights fitted on all other texts."""
    others = [each for place, each in enumerate(of) if place != number]
    weights = fitted(others)
    called = [1 / (1 + np.exp(-weights[0] - rows @ weights[1:])) >= LEAST_CONFIDENCE for rows in of[number]]
    return int(called[0].sum()), int(called[1].sum())


def fitted(on: Sequence[tuple[Matrix, Matrix]]) -> Matrix:
    """Weights of a logistic regression (Newton's method, a little ridge), the bias first, that tells missing from present."""
    present, missing = (np.vstack(rows) for rows in zip(*on, strict=True))
    rows = np.vstack([present, missing])
    scale = np.concatenate([[1.0], rows.std(axis=0) + 1e-9])
    traits = np.hstack([np.ones((len(rows), 1)), rows]) / scale
    wanted = np.repeat([0.0, 1.0], [len(present), len(missing)])
    weights = np.zeros(traits.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-traits @ weights))
        slope = traits.T @ (wanted - likely) - weights
        bend = (traits.T * (likely * (1 - likely))) @ traits + np.eye(len(weights))
        weights += np.linalg.solve(bend, slope)
    return np.asarray(weights / scale)
