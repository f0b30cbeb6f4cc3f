"""A text cut into the smallest pieces that a comparison of versions may mark: words, endings, figures, signs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from treaty.language.quantities import UnitTable
from treaty.language.quantity_readers import quantities_of
from treaty.model import Language, Span


class TokenKind(StrEnum):
    """What a piece of text is. A Korean word is two pieces, its stem (WORD) and its particles or endings (ENDING)."""

    WORD = "word"
    ENDING = "ending"
    FIGURE = "figure"
    SIGN = "sign"
    SPACE = "space"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text by its span."""

    span: Span
    kind: TokenKind


_PIECES = re.compile(
    r"(?P<space>\s+)|(?P<korean>[가-힣]+)|(?P<figure>\d+(?:[.,]\d+)*)|(?P<word>[^\W\d_가-힣][^\W_가-힣]*(?:['’-][^\W_가-힣]+)*)|(?P<sign>.)",
    re.DOTALL,
)


_LONGEST_PARTICLE = 2


@dataclass(frozen=True, slots=True)
class Tokenizer:
    """Cuts texts into tokens. `stem` gives a Korean word without its particles and endings."""

    units: UnitTable
    stem: Callable[[str], str]

    def tokens(self, text: str, language: Language) -> tuple[Token, ...]:
        """The tokens of a text, in order; together they hold every character. A quantity with its unit is one token."""
        return tuple(self._tokens(text, language))

    def _tokens(self, text: str, language: Language) -> Iterator[Token]:
        start = 0
        for span in _apart(quantity.span for quantity in quantities_of(text, language, self.units)):
            yield from self._between(text, start, span.start)
            yield Token(span, TokenKind.FIGURE)
            start = span.end
        yield from self._between(text, start, len(text))

    def _between(self, text: str, start: int, end: int) -> Iterator[Token]:
        for match in _PIECES.finditer(text, start, end):
            span = Span(*match.span())
            if match.lastgroup == "korean":
                yield from self._korean(match.group(), span, behind_figure=span.start == start > 0)
            else:
                yield Token(span, TokenKind(match.lastgroup or TokenKind.SIGN))

    def _korean(self, word: str, span: Span, *, behind_figure: bool) -> Iterator[Token]:
        """The stem and the ending of a word; a syllable or two that hang on a figure (30일부터) are its particle."""
        cut = span.start + (0 if behind_figure and len(word) <= _LONGEST_PARTICLE else len(self.stem(word)))
        if cut > span.start:
            yield Token(Span(span.start, cut), TokenKind.WORD)
        if cut < span.end:
            yield Token(Span(cut, span.end), TokenKind.ENDING)


def _apart(spans: Iterator[Span]) -> Iterator[Span]:
    """The spans without those that begin inside one before."""
    end = 0
    for span in spans:
        if span.start >= end and span.end > span.start:
            yield span
            end = span.end
