"""Rows that linked texts suggest: words that stand on both sides of the same links far oftener than chance would have them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lexicography.linked_texts import LinkedClauses
from treaty.language.lexicon import Lexicon

_LONGEST_LINK = 60  # words: in longer links everything stands beside everything


@dataclass(frozen=True, slots=True)
class Candidate:
    """An English headword and a Korean stem that seem to render each other; `likelihood` is Dunning's log-likelihood ratio."""

    english: str
    korean: str
    together: int
    dice: float
    likelihood: float


@dataclass(frozen=True, slots=True)
class _Counts:
    """In how many links a word, or a pair of words, stands."""

    links: int
    english: Counter[str]
    korean: Counter[str]
    pairs: Counter[tuple[str, str]]


def candidates(lexicon: Lexicon, links: Iterable[LinkedClauses], *, least: int = 3) -> Iterator[Candidate]:
    """Pairs that are together in at least `least` links and that the lexicon does not have, best first.

    Each word is given to one partner only, the best that is left (competitive linking, Melamed 2000).
    """
    counts = _counted(lexicon, links)
    scored = [_scored(counts, *pair) for pair, together in counts.pairs.items() if together >= least]
    taken_english: set[str] = set()
    taken_korean: set[str] = set()
    for found in sorted(scored, key=lambda one: (-one.likelihood, one.english, one.korean)):
        if found.dice >= 0.2 and found.english not in taken_english and found.korean not in taken_korean:
            taken_english.add(found.english)
            taken_korean.add(found.korean)
            if not _known(lexicon, found):
                yield found


def english_stems(lexicon: Lexicon, text: str) -> set[str]:
    """The content words of an English text, each as the shortest headword that the lexicon or the endings give."""
    forms = lexicon.english_forms
    words = [word for word in forms.words(text) if word.form not in forms.stop_words and len(word.form) > 2]
    return {min(_in_lexicon(lexicon, word.form) or forms.headwords(word.form), key=len) for word in words}


def korean_stems(lexicon: Lexicon, text: str) -> set[str]:
    """The content words of a Korean text without particles and endings."""
    forms = lexicon.korean_forms
    stems = {word.stem for word in forms.words(text) if word.form not in forms.stop_words}
    return {stem for stem in stems if len(stem) > 1 and stem not in forms.stop_words}


def _counted(lexicon: Lexicon, links: Iterable[LinkedClauses]) -> _Counts:
    counts = _Counts(0, Counter(), Counter(), Counter())
    number = 0
    for link in links:
        english, korean = english_stems(lexicon, link.english), korean_stems(lexicon, link.korean)
        if len(english) > _LONGEST_LINK:
            continue
        number += 1
        counts.english.update(english)
        counts.korean.update(korean)
        counts.pairs.update((one, other) for one in english for other in korean)
    return _Counts(number, counts.english, counts.korean, counts.pairs)


def _scored(counts: _Counts, english: str, korean: str) -> Candidate:
    both, one, other = counts.pairs[english, korean], counts.english[english], counts.korean[korean]
    table = (both, one - both, other - both, counts.links - one - other + both)
    likelihood = 2 * (_plogp(*table) - _plogp(one, counts.links - one) - _plogp(other, counts.links - other))
    return Candidate(english, korean, both, 2 * both / (one + other), likelihood + 2 * _plogp(counts.links))


def _plogp(*counts: int) -> float:
    return sum(count * math.log(count) for count in counts if count > 0)


def _in_lexicon(lexicon: Lexicon, form: str) -> list[str]:
    return [headword for headword in lexicon.english_forms.headwords(form) if (headword,) in lexicon.english]


def _known(lexicon: Lexicon, candidate: Candidate) -> bool:
    rows = lexicon.rows_of(lexicon.english_forms.headwords(candidate.english))
    return any(rendering.replace(" ", "") in candidate.korean for rendering in lexicon.korean_renderings(rows))
