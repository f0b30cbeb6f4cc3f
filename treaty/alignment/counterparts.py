"""Clauses of different agreements that deal with the same subject: many to many, in any order, and only where that is clear."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from treaty.alignment.headings import Articles, bare_headings, told_by_clauses
from treaty.alignment.sentences import with_sentences
from treaty.alignment.units import Floats
from treaty.glossary import Glossary
from treaty.language.lexicon import Lexicon, Rows
from treaty.language.meaning import Encoder
from treaty.language.shared_words import rows_in, shared_words
from treaty.model import Clause, ClauseKind, Link, LinkOrigin, TreatyText
from treaty.progress import Progress, SilentProgress

_NEAREST_CLAUSES, _NEAREST_ARTICLES = 8, 4
_ACRONYM = re.compile(r"(?<![A-Za-z])[A-Z]{2,}(?![A-Za-z])")
_LONELY_CONFIDENCE, _BARE_CONFIDENCE, _MOST_CONFIDENCE = 0.8, 0.8, 0.95
"""Of the surest links by hand some nine in ten are right: what is one subject is a matter of opinion."""
_TITLE, _HEADING, _BELOW_HEADINGS = range(3)
_LEAST_REASON = 0.02
"""What a piece of evidence must add to the similarity to be named as a reason."""


@dataclass(frozen=True, slots=True)
class CounterpartWeights:
    """What counts how much in the similarity of two clauses, and where it suffices.

    `closeness` weighs the cosine against how far it stands out (which counts 1), `article` how far the articles around the
    clauses stand out as alike, `words` how much of the lexicon's words they share, `term` and `name` what is shared of the
    glossary and of acronyms by its rarity, `beside` how alike the clauses before them and those behind them are; `clauses`
    counts for two headings if clauses below them are linked, against them if none is. A pair is a link from `least` on, where
    neither clause has a partner that is better by more than `slack`. Set by hand on the hand-linked pairs of agreements in view
    (python -m tests.quality counterparts): what a random search found better on all but one did no better on that one.
    """

    closeness: float = 0.2
    article: float = 1.4
    words: float = 1.0
    term: float = 0.05
    name: float = 0.02
    most_shared: float = 0.4
    beside: float = 0.3
    clauses: float = 0.2
    least: float = 0.25
    slack: float = 0.2


def counterparts(
    left: TreatyText,
    right: TreatyText,
    *,
    glossary: Glossary = Glossary(),
    lexicon: Lexicon | None = None,
    pinned: Sequence[Link] = (),
    encoder: Encoder,
    progress: Progress = SilentProgress(),
    weights: CounterpartWeights = CounterpartWeights(),
) -> list[Link]:
    """The links between two different agreements, one for each pair of clauses on the same subject, in order of the left
    one; then what only the right one has.

    A clause may stand in several links; one that has no counterpart is alone in its own. `pinned` links are kept exactly.
    What stands out is measured against the nearest neighbours (margin: Artetxe and Schwenk 2019), so that formulas which
    are near to everything are linked to nothing but each other. Without a lexicon fewer are found.
    """
    progress.report(0, 2, "progress.align")
    mine, theirs = _Agreement(left, encoder), _Agreement(right, encoder)
    evidence = _evidence(mine, theirs, glossary, weights)
    if lexicon:
        evidence["words"] = weights.words * shared_words(mine.rows(lexicon), theirs.rows(lexicon))
    evidence["position"] = weights.beside * _beside(evidence)
    progress.report(1, 2, "progress.align")
    kept = [replace(link, origin=LinkOrigin.REVIEWER, confidence=1.0) for link in pinned]
    known = {(first, second) for link in kept for first in link.left for second in link.right}
    computed = list(_links(evidence, mine, theirs, weights))
    computed += _bare_headings_linked(computed, mine, theirs)
    links = [link for link in computed if (link.left[0], link.right[0]) not in known]
    ordered = _with_the_lonely([*kept, *links], left, right)
    found = [with_sentences(link, left, right, encoder) for link in ordered]
    progress.report(2, 2, "progress.align")
    return found


class _Agreement:
    """The clauses of a text that say something, with the articles that they stand in."""

    def __init__(self, text: TreatyText, encoder: Encoder) -> None:
        self.language = text.language
        numbers = list(_article_numbers(text.clauses))
        self.clauses = [clause for clause in text.clauses if clause.text]
        self.bare_headings = {
            number: clause.id for number, clause in zip(numbers, text.clauses, strict=True) if not clause.text
        }
        self.vectors = encoder.encode([clause.text for clause in self.clauses]).astype(np.float64).reshape(-1, 512)
        worded = [number for number, clause in zip(numbers, text.clauses, strict=True) if clause.text]
        self.ranks = np.array([_rank(clause) for clause in self.clauses], dtype=int)
        self.articles = Articles(np.array(worded, dtype=np.int64), self.ranks == _HEADING)
        self.words = [clause.text.casefold() for clause in self.clauses]

    def rows(self, lexicon: Lexicon) -> list[Rows]:
        """For each clause the lexicon's words in it."""
        return [rows_in(clause.text, self.language, lexicon) for clause in self.clauses]

    @property
    def article_of(self) -> dict[str, int]:
        """The number of the article of each clause, by its id."""
        return {clause.id: int(number) for clause, number in zip(self.clauses, self.articles.numbers, strict=True)}

    @property
    def article_vectors(self) -> Floats:
        """For each article, its heading included, the direction of the sum of its clauses."""
        numbers = self.articles.numbers
        sums = np.zeros((numbers.max(initial=-1) + 1, self.vectors.shape[1]))
        np.add.at(sums, numbers, self.vectors)
        return np.asarray(sums / np.maximum(1e-9, np.linalg.norm(sums, axis=1, keepdims=True)))


def _rank(clause: Clause) -> int:
    """What may be linked with what: titles, headings, and all that stands below them."""
    if clause.kind is ClauseKind.TITLE:
        return _TITLE
    return _HEADING if clause.kind.heads else _BELOW_HEADINGS


def _article_numbers(clauses: Sequence[Clause]) -> Iterator[int]:
    """For each clause the number of its article, counted through; a run of headings begins one."""
    number, before = 0, True
    for clause in clauses:
        heads = clause.kind.heads and clause.kind is not ClauseKind.TITLE
        number += heads and not before
        before = heads
        yield number


def _evidence(mine: _Agreement, theirs: _Agreement, glossary: Glossary, weights: CounterpartWeights) -> dict[str, Floats]:
    """What the similarity of every two clauses is the sum of, by the name of the evidence."""
    cosines = mine.vectors @ theirs.vectors.T
    articles = _margins(mine.article_vectors @ theirs.article_vectors.T, _NEAREST_ARTICLES)
    renderings = [(term.renderings(mine.language), term.renderings(theirs.language)) for term in glossary.terms]
    acronyms = sorted({name for side in (mine, theirs) for clause in side.clauses for name in _ACRONYM.findall(clause.text)})
    names = [((name.casefold(),), (name.casefold(),)) for name in acronyms]
    return {
        "meaning": _margins(cosines, _NEAREST_CLAUSES) + weights.closeness * cosines,
        "heading": weights.article * articles[mine.articles.numbers][:, theirs.articles.numbers],
        "terms": np.minimum(weights.most_shared, weights.term * _shared(mine, theirs, renderings)),
        "names": np.minimum(weights.most_shared, weights.name * _shared(mine, theirs, names)),
    }


def _beside(evidence: dict[str, Floats]) -> Floats:
    """For every two clauses how alike in meaning and words the two before them and the two behind them are, on average: one
    subject is mostly dealt with in several clauses, and in much the same order."""
    alike = evidence["meaning"] + evidence["words"] / 2 if "words" in evidence else evidence["meaning"]
    framed = np.pad(alike, 1)
    return np.asarray((framed[:-2, :-2] + framed[2:, 2:]) / 2)


def _margins(cosines: Floats, nearest: int) -> Floats:
    """How far each cosine stands out among the nearest of its row and of its column."""
    return np.asarray(cosines - (_around(cosines, nearest)[:, None] + _around(cosines.T, nearest)[None, :]) / 2)


def _around(cosines: Floats, nearest: int) -> Floats:
    count = min(nearest, cosines.shape[1])
    if not count:
        return np.zeros(len(cosines))
    return np.asarray(np.partition(cosines, -count, axis=1)[:, -count:].mean(axis=1))


def _shared(mine: _Agreement, theirs: _Agreement, terms: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Floats:
    """The rarity (in bits of information) of the terms that stand in both clauses, added up."""
    made = np.zeros((len(mine.words), len(theirs.words)))
    for renderings in terms:
        rows, columns = (
            np.array([any(one.casefold() in words for one in some) for words in side.words], dtype=bool)
            for side, some in zip((mine, theirs), renderings, strict=True)
        )
        if rows.any() and columns.any():
            made += np.log2((len(rows) + len(columns)) / (rows.sum() + columns.sum())) * (rows[:, None] & columns[None, :])
    return made


def _links(evidence: dict[str, Floats], mine: _Agreement, theirs: _Agreement, weights: CounterpartWeights) -> Iterator[Link]:
    """A link for each pair of clauses that is similar enough and, but for the slack, each other's best."""
    if not (mine.clauses and theirs.clauses):
        return
    by_clauses = told_by_clauses(_chosen(evidence, mine, theirs, weights), mine.articles, theirs.articles)
    evidence = {**evidence, "clauses": weights.clauses * by_clauses}
    similar = np.sum(list(evidence.values()), axis=0)
    for row, column in np.argwhere(_chosen(evidence, mine, theirs, weights)):
        parts = {name: float(part[row, column]) for name, part in evidence.items()}
        reasons = tuple(name for name in sorted(parts, key=lambda name: -parts[name]) if parts[name] >= _LEAST_REASON)
        confidence = _confidence(float(similar[row, column]))
        yield Link((mine.clauses[row].id,), (theirs.clauses[column].id,), confidence, reasons=reasons)


def _chosen(
    evidence: dict[str, Floats], mine: _Agreement, theirs: _Agreement, weights: CounterpartWeights
) -> npt.NDArray[np.bool_]:
    """Which pairs of clauses are links. A title has no counterpart but a title, a heading none but a heading."""
    alike = mine.ranks[:, None] == theirs.ranks[None, :]
    similar = np.where(alike, np.sum(list(evidence.values()), axis=0), -np.inf)
    best = np.maximum(similar.max(axis=1)[:, None], similar.max(axis=0)[None, :])
    return np.asarray((similar >= weights.least) & (similar >= best - weights.slack))


def _bare_headings_linked(links: Sequence[Link], mine: _Agreement, theirs: _Agreement) -> Iterator[Link]:
    """Links between headings that are numbers only, told by the links of the clauses below them."""
    of_mine, of_theirs = mine.article_of, theirs.article_of
    owners = [(of_mine[link.left[0]], of_theirs[link.right[0]]) for link in links]
    for left, right in bare_headings(owners, mine.bare_headings, theirs.bare_headings):
        yield Link((left,), (right,), _BARE_CONFIDENCE, reasons=("heading",))


def _confidence(similarity: float) -> float:
    return min(_MOST_CONFIDENCE, round(float(1 / (1 + np.exp(-_SLOPE * (similarity - _MIDDLE)))), 2))


_SLOPE, _MIDDLE = 4.2, 0.22
"""From similarity to the share of such links that are right; fitted on hand-linked agreements (python -m tests.quality)."""


def _with_the_lonely(links: Sequence[Link], left: TreatyText, right: TreatyText) -> list[Link]:
    """The links in order of the left text, the clauses that are in none alone in their place; those of the right at the end."""
    held = {clause_id for link in links for clause_id in (*link.left, *link.right)}
    lonely = [Link((clause.id,), (), _LONELY_CONFIDENCE) for clause in left.clauses if clause.id not in held]
    lonely += [Link((), (clause.id,), _LONELY_CONFIDENCE) for clause in right.clauses if clause.id not in held]
    rows = {clause.id: number for number, clause in enumerate(left.clauses)}
    columns = {clause.id: number for number, clause in enumerate(right.clauses)}
    end = len(rows), len(columns)
    return sorted(
        [*links, *lonely],
        key=lambda link: (
            min([rows[clause] for clause in link.left], default=end[0]),
            min([columns[clause] for clause in link.right], default=end[1]),
        ),
    )
