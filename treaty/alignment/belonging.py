"""Whether a clause beside a link belongs to it: was it run into the clause on the other side? Asked by cutting that in two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log

import numpy as np

from treaty.alignment.length_model import length_evidence
from treaty.alignment.units import Unit, length
from treaty.language.meaning import Encoder
from treaty.language.sentences import sentence_spans
from treaty.language.vector_cache import Vector
from treaty.model import Language

_AT_A_TIME = 256
"""So many questions are answered together; each takes about ten vectors."""
Question = tuple[int, range, range, range]
"""A side; a run of its clauses; the rest of its clauses in a link beside that run; and the other side of the link."""
_SENTENCES_WITHIN = 0.25
"""The cut is looked for at ends of sentences up to a quarter of the text from where the lengths put it."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a clause fits into a link beside it, by the best cut of the other side.

    `piece`: cosine of the clause and the piece cut off for it; `rest`: what the cut adds to the cosine of the rest of the link;
    `covered`: cosine of the piece with what stands at its place in the rest of the link; `length`: what the clause adds to the
    evidence of length; `size`: natural logarithm of its length in English characters, since the vector of a short one says
    little.
    """

    piece: float
    rest: float
    covered: float
    length: float
    size: float


@dataclass(frozen=True, slots=True)
class JoinWeights:
    """From a fit to the log-odds that the clause belongs to the link; fitted by logistic regression (docs/benchmarks.md)."""

    bias: float = -4.2
    piece: float = 11.1
    rest: float = 5.65
    covered: float = -6.05
    length: float = 0.55
    size: float = 0.26

    def odds(self, fit: Fit) -> float:
        told = self.piece * fit.piece + self.rest * fit.rest + self.covered * fit.covered
        return self.bias + told + self.length * fit.length + self.size * fit.size


class Belonging:
    """Answers for two texts whether a run of clauses belongs to a link beside it; remembers its answers."""

    def __init__(self, sides: tuple[Sequence[Unit], Sequence[Unit]], encoder: Encoder, weights: JoinWeights) -> None:
        self._sides, self._encoder, self._weights = sides, encoder, weights
        self._known: dict[Question, float] = {}

    def odds(self, side: int, run: range, rest: range, other: range) -> float:
        """Log-odds that a run of clauses belongs, with the rest of a link beside it, to the other side of that link."""
        self.foresee([(side, run, rest, other)])
        return self._known[side, run, rest, other]

    def foresee(self, questions: Iterable[Question]) -> None:
        """Answers questions that will be asked; the vectors for many are found at once much sooner than one by one."""
        new = [question for question in dict.fromkeys(questions) if question not in self._known]
        for some in (new[start : start + _AT_A_TIME] for start in range(0, len(new), _AT_A_TIME)):
            for question, fit in zip(some, self._best_fits(some), strict=True):
                self._known[question] = self._weights.odds(fit) if fit else -np.inf

    def best_fit(self, side: int, run: range, rest: range, other: range) -> Fit | None:
        """The best of the fits that the cuts of the other side give; None where it cannot be cut."""
        return next(self._best_fits([(side, run, rest, other)]))

    def _best_fits(self, questions: Sequence[Question]) -> Iterator[Fit | None]:
        trials = [self._trial(question) for question in questions]
        vectors = iter(self._encoder.encode([text for trial in trials for text in trial.texts]))
        for trial in trials:
            yield max(trial.fits(list(islice(vectors, len(trial.texts)))), key=self._weights.odds, default=None)

    def _trial(self, question: Question) -> _Trial:
        side, run, rest, other = question
        mine, others, whole = (
            self._sides[place][units.start : units.stop] for place, units in ((side, run), (side, rest), (1 - side, other))
        )
        sizes = [sum(map(length, units)) for units in (mine, others, whole)]
        gain = float(length_evidence(sizes[0] + sizes[1], sizes[2]) - length_evidence(sizes[1], sizes[2]))
        cuts = _Cuts(_text(mine), _text(others), _text(whole), whole[0].language, run.start < rest.start)
        found = cuts.near(sizes[0] / (sizes[0] + sizes[1]))
        return _Trial([cuts.own, cuts.rest, cuts.whole, *(text for cut in found for text in cut)], gain, log(sizes[0]))


@dataclass(frozen=True, slots=True)
class _Trial:
    """What is to be encoded for one question: the clause, the rest of its side, the whole other side, and what each cut makes
    of that; with the gain in length and the size that all its fits have."""

    texts: Sequence[str]
    gain: float
    size: float

    def fits(self, vectors: Sequence[Vector]) -> Iterator[Fit]:
        """The fit of each cut, from the vectors of the texts."""
        own, left, both, *parts = (vector.astype(np.float64) for vector in vectors)
        for piece, remaining, there in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
            yield Fit(float(own @ piece), float(left @ (remaining - both)), float(there @ piece), self.gain, self.size)


def _text(units: Sequence[Unit]) -> str:
    return " ".join(unit.text for unit in units)


@dataclass(frozen=True, slots=True)
class _Cuts:
    """A clause (`own`), the `rest` of its side of a link, and the `whole` other side, which is to be cut in two for them."""

    own: str
    rest: str
    whole: str
    language: Language
    first: bool

    def near(self, share: float) -> Iterator[tuple[str, str, str]]:
        """The ways to cut off about this share: the piece, what remains, and what stands in the piece's place in the rest.

        Tried are the two ends of words and the two ends of sentences that are nearest to where the lengths put the cut.
        """
        goal = (share if self.first else 1 - share) * len(self.whole)
        within = max(20.0, _SENTENCES_WITHIN * len(self.whole))
        ends = [span.start for span in sentence_spans(self.whole, self.language)[1:] if abs(span.start - goal) < within]
        words = _word_starts(self.whole)
        nearest = [sorted(places, key=lambda place: abs(place - goal))[:2] for places in (words, ends)]
        for cut in sorted({*nearest[0], *nearest[1]}):
            piece, remaining = self._parted(self.whole, cut)
            yield piece, remaining, self._place_of(len(piece) / len(self.whole))

    def _parted(self, text: str, cut: int) -> tuple[str, str]:
        before, behind = text[:cut].strip(), text[cut:].strip()
        return (before, behind) if self.first else (behind, before)

    def _place_of(self, share: float) -> str:
        """As much of the rest as the piece is of the whole, from the same end."""
        goal = (share if self.first else 1 - share) * len(self.rest)
        words = _word_starts(self.rest)
        return self._parted(self.rest, min(words, key=lambda place: abs(place - goal)))[0] if words else self.rest


def _word_starts(text: str) -> list[int]:
    return [match.end() for match in re.finditer(r"(?<=\S)\s+(?=\S)", text)]
