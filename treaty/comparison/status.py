"""Words of obligation in an English text that otherwise takes none on: a stray "shall" among "will" (CHECKS C40)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from treaty.comparison.pair import Pair, Side
from treaty.model import Bilingual, Clause, Finding, Language, Span

_ANNOUNCES, _OBLIGES = re.compile(r"\bwill\b"), re.compile(r"\bshall\b")
_LEAST_ANNOUNCEMENTS = 8
_MOST_OBLIGATIONS = 0.15
"""A text speaks as one that does not bind if it says "will" at least so often, and "shall" at most so often for each "will"."""


def find_words_that_bind(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Findings on each "shall" of a translated text that says "will" nearly everywhere else."""
    counted = [pair.once(_announced_and_obliged) for pair in pairs]
    announced, obliged = (sum(of_pair[word] for of_pair in counted) for word in (0, 1))
    if announced < _LEAST_ANNOUNCEMENTS or obliged > _MOST_OBLIGATIONS * announced:
        return
    for pair in pairs:
        for side, clause in _english(pair):
            for match in _OBLIGES.finditer(clause.text):
                yield _stray(pair, side, clause, Span(*match.span()))


def _announced_and_obliged(pair: Pair) -> tuple[int, int]:
    """How often a pair says "will", and how often "shall"."""
    texts = [clause.text for _, clause in _english(pair)]
    announced, obliged = (sum(len(word.findall(text)) for text in texts) for word in (_ANNOUNCES, _OBLIGES))
    return announced, obliged


def _english(pair: Pair) -> list[tuple[Side, Clause]]:
    return [(side, clause) for side in pair.sides for clause in side.clauses if _is_english(pair, side)]


def _is_english(pair: Pair, side: Side) -> bool:
    return side.language is Language.ENGLISH and pair.left.language is not pair.right.language


def _stray(pair: Pair, side: Side, clause: Clause, span: Span) -> Finding:
    said = span.of(clause.text)
    place = side.place(clause, span, Bilingual(said, said))
    return pair.finding_on(side, place, "binding_word", confidence=0.7, words=place.value)
