"""Fits the weights of treaty/comparison/word_odds.py anew: on faithful clauses, and on the same with errors planted in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np
import numpy.typing as npt

from desktop.toolkit import Toolkit
from tests.quality.planted import ROUNDS, excluded_links, texts_of
from tests.quality.planting.linked_text import LinkedText
from tests.quality.planting.planter import Plant, Planter
from treaty.comparison.pair import pairs_of
from treaty.comparison.uncovered import LinkWords, WordsOfTexts, linked_words
from treaty.comparison.word_traits import ExchangeTraits, Traits, WordTraits
from treaty.language.content_words import Coverage
from treaty.model import Language, Relation, Span

HALF = "development"
EXCHANGES = frozenset({"meaning", "office", "actor", "list_item_replaced", "speech_act"})
"""The classes of planted errors in which one word was written for another."""
LOSSES = frozenset(
    {"qualifier_lost", "list_item_lost", "list_item_added", "hedge_lost", "hedge_added", "intensifier", "meaning"}
) | {"list_item_replaced"}
"""The classes that leave a word without a counterpart."""
FAITHFUL = "faithful"
"""What stands in the place of a class for clauses without an error."""
_STEPS, _RIDGE = 40, 1.0
_ALARMS = (0.3, 0.6, 1.0, 1.5, 2.0, 3.0, 4.0)

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """A word or a pair of words: its traits, whether it is wrong, its text, and the clause or the planted error it is of."""

    traits: WordTraits | ExchangeTraits
    wrong: bool
    text: str
    place: tuple[str, object]


@dataclass(slots=True)
class Samples:
    """What the weights are fitted on; `clauses` counts the faithful clauses, `planted` the errors by class."""

    words: list[Sample]
    exchanges: list[Sample]
    clauses: int = 0


def samples(gold: Path, toolkit: Toolkit) -> Samples:
    """The words without a counterpart of the development half, right as they are and wrong where errors are planted."""
    found, planter = Samples([], []), Planter(HALF)
    for text in texts_of(HALF, gold):
        unfaithful = excluded_links(text)
        faithful = _links(text, toolkit)
        traits = Traits(WordsOfTexts(faithful.values()), toolkit.instruments.encoder)
        for number, link in faithful.items():
            if number not in unfaithful:
                found.clauses += 1
                _add(found, link, traits, lambda *_: False, text.name, (FAITHFUL, (text.name, number)), EXCHANGES | LOSSES)
        for round_number in range(ROUNDS[HALF]):
            planted = planter.plant(text, round_number, frozenset(unfaithful))
            links = _links(planted.text, toolkit)
            traits = Traits(WordsOfTexts(links.values()), toolkit.instruments.encoder)
            for plant in planted.plants:
                if plant.link in links and plant.error_class in EXCHANGES | LOSSES:
                    wrong = _wrong(plant, faithful[plant.link])
                    _add(found, links[plant.link], traits, wrong, text.name, (plant.error_class, plant), {plant.error_class})
    return found


def _links(text: LinkedText, toolkit: Toolkit) -> dict[int, LinkWords]:
    tools = toolkit.instruments
    pairs = pairs_of(text.links, text.korean, text.english, Relation.TRANSLATION, tools.rules)
    return {link.pair.index: link for link in linked_words(pairs)}


def _wrong(plant: Plant, faithful: LinkWords) -> Callable[[Language, Span], bool]:
    """Whether a word without a counterpart is part of a planted error: it was written there, or lost its counterpart by it."""
    other = faithful.english if plant.language is Language.KOREAN else faithful.korean
    covered = {word.span for word in other.words if word.coverage is Coverage.COVERED}

    def wrong(language: Language, span: Span) -> bool:
        if language is plant.language:
            return plant.span.start < plant.span.end and span.overlaps(plant.span)
        return span in covered or bool(plant.counterpart and span.overlaps(plant.counterpart))

    return wrong


def _add(
    found: Samples,
    link: LinkWords,
    traits: Traits,
    wrong: Callable[[Language, Span], bool],
    text: str,
    place: tuple[str, object],
    classes: frozenset[str] | set[str],
) -> None:
    """The words of a link as samples: of a faithful one all, of one with an error those that are part of it."""
    faithful = place[0] == FAITHFUL
    bad = {(side, n): wrong(side.language, side.words[n].span) for side in link.sides for n in side.missing}
    if classes & LOSSES:
        for side, number in bad:
            if faithful or bad[side, number]:
                measured = traits.with_vectors(traits.of_word(link, side, number), link, side, number)
                found.words.append(Sample(measured, not faithful, text, place))
    if classes & EXCHANGES:
        for korean, english in _both_missing(link):
            if faithful or (bad[link.korean, korean] and bad[link.english, english]):
                plain = traits.of_exchange(link, korean, english)
                measured_pair = traits.exchange_with_vectors(plain, link, korean, english)
                found.exchanges.append(Sample(measured_pair, not faithful, text, place))


def _both_missing(link: LinkWords) -> Iterator[tuple[int, int]]:
    for korean in link.korean.missing:
        for english in link.english.missing:
            if not (link.korean.is_light(korean) and link.english.is_light(english)):
                yield korean, english


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights by trait with their bias, the log-odds of each sample when its own text is left out of the fit, and the average
    of each trait over right words."""

    weights: dict[str, float]
    bias: float
    odds: Numbers
    usual: dict[str, float]


def fit(of: list[Sample]) -> Fit:
    """Logistic regression with a small ridge, by Newton's method."""
    names = [field.name for field in fields(of[0].traits)]
    rows = np.array([astuple(sample.traits) for sample in of])
    wrong = np.array([sample.wrong for sample in of], dtype=np.float64)
    centre, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    scaled = np.c_[(rows - centre) / spread, np.ones(len(rows))]
    texts = np.array([sample.text for sample in of])
    odds = np.zeros(len(rows))
    for text in sorted(set(texts)):
        others = texts != text
        odds[~others] = scaled[~others] @ _weights(scaled[others], wrong[others])
    whole = _weights(scaled, wrong)
    plain = whole[:-1] / spread
    bias = float(whole[-1] - plain @ centre)
    usual = rows[wrong == 0].mean(axis=0)
    return Fit(dict(zip(names, map(float, plain), strict=True)), bias, odds, dict(zip(names, map(float, usual), strict=True)))


def _weights(rows: Numbers, wrong: Numbers) -> Numbers:
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (wrong - likely) - _RIDGE * weights
        bend = (rows * (likely * (1 - likely))[:, None]).T @ rows + _RIDGE * np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def trade_off(of: list[Sample], made: Fit, clauses: int) -> Iterator[tuple[float, float, str]]:
    """False alarms per 100 clauses, the log-odds from which there are so many, and the planted errors found there by class;
    of each clause its surest word counts."""
    best: dict[tuple[str, object], float] = {}
    for sample, odds in zip(of, made.odds, strict=True):
        best[sample.place] = max(float(odds), best.get(sample.place, -np.inf))
    alarms = sorted((odds for (kind, _), odds in best.items() if kind == FAITHFUL), reverse=True)
    for per_hundred in _ALARMS:
        least = alarms[min(len(alarms) - 1, round(per_hundred * clauses / 100))]
        caught = Counter(kind for (kind, _), odds in best.items() if kind != FAITHFUL and odds > least)
        yield per_hundred, least, ", ".join(f"{kind} {count}" for kind, count in sorted(caught.items()))
