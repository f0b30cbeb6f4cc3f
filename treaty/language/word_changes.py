"""Differences between two versions of one passage, as people read them: whole words, Korean stems apart from their endings.

The longest common runs of tokens are kept (Ratcliff and Obershelp, 1988, as in difflib); changes that are parted only by a
blank, a sign or one syllable are one change. Outside the changes both passages are the same character by character, so taking
all changes gives the new passage, and refusing all gives the old.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from treaty.language.tokens import Token, Tokenizer, TokenKind
from treaty.model import Language, Span

_ISLAND = re.compile(r"[\W_]*[가-힣]?[\W_]*")
_LONG_PASSAGE = 1_000
"""From so many tokens on the common subsequence is looked for instead of common runs, whose cost grows with the square."""


class ChangeWeight(StrEnum):
    """How much of a change meets the eye."""

    WORDS = "words"
    ENDINGS = "endings"
    SIGNS = "signs"


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words of the old passage and those that stand in their place in the new one; either span may be empty.

    `weight` is ENDINGS where only Korean particles or endings differ, SIGNS where only blanks, punctuation or capitals do.
    """

    old: Span
    new: Span
    weight: ChangeWeight


@dataclass(frozen=True, slots=True)
class _Passage:
    text: str
    tokens: tuple[Token, ...]

    def keys(self) -> list[str]:
        return [token.span.of(self.text) for token in self.tokens]

    def within(self, span: Span) -> list[Token]:
        return [token for token in self.tokens if token.span.start >= span.start and token.span.end <= span.end]

    def boundary(self, index: int, *, end: bool) -> int:
        if not 0 <= index < len(self.tokens):
            return 0 if index < 0 else len(self.text)
        return self.tokens[index].span.end if end else self.tokens[index].span.start


def word_changes(old: str, new: str, language: Language, tokenizer: Tokenizer) -> tuple[WordChange, ...]:
    """The changes that lead from one passage to the other, in order."""
    if old == new:
        return ()
    passages = tuple(_Passage(text, _without_spaces(tokenizer.tokens(text, language))) for text in (old, new))
    regions = _joined(list(_regions(*passages)), old)
    return tuple(WordChange(mine, theirs, _weight(mine, theirs, *passages)) for mine, theirs in regions)


def _without_spaces(tokens: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(token for token in tokens if token.kind is not TokenKind.SPACE)


_Region = tuple[Span, Span]


def _regions(old: _Passage, new: _Passage) -> Iterator[_Region]:
    """What lies between tokens that both passages have in common, where it is not the same."""
    common = [(-1, -1), *_common(old.keys(), new.keys()), (len(old.tokens), len(new.tokens))]
    for (i, j), (next_i, next_j) in pairwise(common):
        mine = Span(old.boundary(i, end=True), old.boundary(next_i, end=False))
        theirs = Span(new.boundary(j, end=True), new.boundary(next_j, end=False))
        if mine.of(old.text) != theirs.of(new.text):
            yield _without_common_blanks(mine, theirs, old.text, new.text)


def _common(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of indices of the tokens that both passages share, in order."""
    if max(len(old), len(new)) >= _LONG_PASSAGE:
        blocks = [(block.a, block.b, block.size) for block in LCSseq.editops(old, new).as_matching_blocks()]
    else:
        blocks = [(a, b, size) for a, b, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()]
    for i, j, size in blocks:
        yield from ((i + step, j + step) for step in range(size))


def _without_common_blanks(mine: Span, theirs: Span, old: str, new: str) -> _Region:
    """The region without the blanks that both sides begin or end with."""
    while (
        mine.start < mine.end
        and theirs.start < theirs.end
        and old[mine.start] == new[theirs.start]
        and old[mine.start].isspace()
    ):
        mine, theirs = Span(mine.start + 1, mine.end), Span(theirs.start + 1, theirs.end)
    while (
        mine.start < mine.end
        and theirs.start < theirs.end
        and old[mine.end - 1] == new[theirs.end - 1]
        and old[mine.end - 1].isspace()
    ):
        mine, theirs = Span(mine.start, mine.end - 1), Span(theirs.start, theirs.end - 1)
    return mine, theirs


def _joined(regions: Sequence[_Region], old: str) -> list[_Region]:
    """The regions, with those that only an island parts made one."""
    joined: list[_Region] = []
    for mine, theirs in regions:
        if joined and _ISLAND.fullmatch(old, joined[-1][0].end, mine.start):
            before = joined.pop()
            mine, theirs = Span(before[0].start, mine.end), Span(before[1].start, theirs.end)
        joined.append((mine, theirs))
    return joined


def _weight(mine: Span, theirs: Span, old: _Passage, new: _Passage) -> ChangeWeight:
    if _letters(mine.of(old.text)) == _letters(theirs.of(new.text)):
        return ChangeWeight.SIGNS
    return ChangeWeight.ENDINGS if _stems(old, mine) == _stems(new, theirs) else ChangeWeight.WORDS


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", words).casefold()


def _stems(passage: _Passage, span: Span) -> list[str]:
    """What a region says apart from endings and signs."""
    kinds = (TokenKind.WORD, TokenKind.FIGURE)
    return [token.span.of(passage.text) for token in passage.within(span) if token.kind in kinds]
