"""Values that both sides have, given to the wrong owners: 45 and 55 exchanged, 제2조제3항 for paragraph 2 of Article 3."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from treaty.comparison.figures import Match
from treaty.comparison.pair import Pair
from treaty.language.content_words import Coverage
from treaty.language.coverage import coverage
from treaty.language.names import names_in
from treaty.language.quantities import QuantityKind
from treaty.language.transliteration import SOUNDS_ALIKE, Sounds
from treaty.model import Finding, Language, Span

_HANGUL_WORD = re.compile(r"[가-힣]{2,}")
_LATIN_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
_LONGEST_PARTICLE = 2
_OWNED = (QuantityKind.COUNT, QuantityKind.MEASURE)


@dataclass(frozen=True, slots=True)
class _Answer:
    """A word on the left, and the words on the right that render it."""

    left: Span
    right: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A sentence of one side with two values in it: the words before the first, between them, and behind the second."""

    before: Span
    between: Span
    behind: Span

    def owners(self, *, first: bool) -> tuple[Span, Span]:
        """Where the owners of the two values stand: each `first`, or each behind its value."""
        return (self.before, self.between) if first else (self.between, self.behind)


def find_crossed_values(pair: Pair, matched: Sequence[Match]) -> Iterator[Finding]:
    """Findings on values and references that agree as a whole, but not with what they stand beside."""
    yield from _crossed_levels(pair, matched)
    if pair.left.language is pair.right.language:
        return
    owned = [match for match in matched if all(figure.kind in _OWNED and figure.sentence >= 0 for figure in match)]
    for _, group in groupby(sorted(owned, key=_sentence_and_dimension), key=_sentence_and_dimension):
        twins = sorted(group, key=lambda match: match[0].quantity.span)
        if len(twins) == 2 and twins[0][0].quantity.value != twins[1][0].quantity.value and _are_crossed(pair, twins):
            yield _finding(pair, "crossed_values", twins[0])


def _crossed_levels(pair: Pair, matched: Sequence[Match]) -> Iterator[Finding]:
    """References whose article is the other side's paragraph, and the other way round."""
    levels = [(match, tuple(figure.quantity.level for figure in match)) for match in matched]
    for (match, (mine, theirs)), (_, (other_mine, other_theirs)) in combinations(levels, 2):
        if mine != theirs and (mine, theirs) == (other_theirs, other_mine) and {mine, theirs} == {"article", "paragraph"}:
            yield _finding(pair, "reference", match)


def _finding(pair: Pair, check: str, match: Match) -> Finding:
    return pair.finding(check, left=match[0].place(pair.left), right=match[1].place(pair.right), confidence=0.85)


def _sentence_and_dimension(match: Match) -> tuple[int, str, str, str]:
    mine, theirs = match
    return mine.sentence, mine.clause.id, theirs.clause.id, mine.quantity.dimension


def _are_crossed(pair: Pair, twins: Sequence[Match]) -> bool:
    """Whether the words beside either of two values on the left stand beside the other value on the right, and none stays."""
    left = _stretch(pair, [match[0].quantity.span for match in twins], twins[0], place=0)
    right = _stretch(pair, sorted(match[1].quantity.span for match in twins), twins[0], place=1)
    answers = _answers(pair, *(figure.clause.text for figure in twins[0]))
    votes = _votes(left, right, answers)
    kept_order = twins[0][1].quantity.span < twins[1][1].quantity.span
    crossed = {(0, 1), (1, 0)} if kept_order else {(0, 0), (1, 1)}
    return votes == crossed


def _stretch(pair: Pair, values: Sequence[Span], match: Match, *, place: int) -> _Stretch:
    sentences = pair.link.sentences[match[place].sentence]
    parts = [part.span for part in (sentences.left, sentences.right)[place] if part.clause == match[place].clause.id]
    first, second = values
    return _Stretch(
        Span(parts[0].start, max(parts[0].start, first.start)),
        Span(first.end, max(first.end, second.start)),
        Span(second.end, max(second.end, parts[-1].end)),
    )


def _votes(left: _Stretch, right: _Stretch, answers: Sequence[_Answer]) -> set[tuple[int, int]]:
    """Which owners' places of the left are answered in which of the right, by their order; empty where it is not clear
    whether owners stand before or behind their values."""
    owners_first = any(_within(answer.left, left.before) for answer in answers)
    mine = left.owners(first=owners_first)
    telling = [answer for answer in answers if sum(_within(answer.left, part) for part in mine) == 1]
    before, behind = (
        any(_within(span, part) for answer in telling for span in answer.right) for part in (right.before, right.behind)
    )
    if before == behind:
        return set()
    theirs = right.owners(first=before)
    return {
        (number, other)
        for answer in telling
        for number, part in enumerate(mine)
        if _within(answer.left, part)
        for other, there in enumerate(theirs)
        if any(_within(span, there) for span in answer.right)
    }


def _within(span: Span, whole: Span) -> bool:
    return whole.start <= span.start and span.end <= whole.end


def _answers(pair: Pair, left: str, right: str) -> list[_Answer]:
    """The words of two clauses that render each other: names, words that sound alike, words of the lexicon."""
    korean, english = (left, right) if pair.left.language is Language.KOREAN else (right, left)
    found = [*_names(pair, korean, english), *_heard(pair.rules.sounds, korean, english)]
    covered = coverage(pair.rules.meaning.lexicon, korean, english).korean
    found += [(word.span, word.counterparts) for word in covered if word.coverage is Coverage.COVERED]
    if pair.left.language is Language.KOREAN:
        return [_Answer(*one) for one in found]
    return [_Answer(span, (mine,)) for mine, theirs in found for span in theirs]


def _names(pair: Pair, korean: str, english: str) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    theirs = names_in(english, Language.ENGLISH, pair.rules.names)
    for name in names_in(korean, Language.KOREAN, pair.rules.names):
        if spans := tuple(other.span for other in theirs if other.row == name.row):
            yield name.span, spans


def _heard(sounds: Sounds, korean: str, english: str) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    latin = list(_LATIN_NAME.finditer(english))
    for word in _HANGUL_WORD.finditer(korean):
        stems = [word.group()[: len(word.group()) - cut] for cut in range(_LONGEST_PARTICLE + 1)]
        heard = [name for name in latin if any(len(stem) > 1 and _alike(sounds, stem, name.group()) for stem in stems)]
        if heard:
            yield Span(*word.span()), tuple(Span(*name.span()) for name in heard)


def _alike(sounds: Sounds, hangul: str, latin: str) -> bool:
    return sounds.sounds_like(hangul, latin) >= SOUNDS_ALIKE
