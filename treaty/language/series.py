"""Series of items inside a sentence ("fish, crabs and shells"), in Korean and English, by the signs of series.tsv."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from treaty.language.sentences import sentence_spans
from treaty.model import Language, Span
from treaty.rule_table import read_table

Series = tuple[Span, ...]
"""The items of a series, two or more. The first and the last hold what stands before and behind the series too."""


class Sign(StrEnum):
    """What a sign says of the words around it; series.tsv explains each."""

    NEXT = "next"
    LAST = "last"
    ANY = "any"
    END = "end"


@dataclass(frozen=True, slots=True)
class _Cut:
    """A sign in a text; the end of a sentence is one without letters."""

    span: Span
    sign: Sign


@dataclass(frozen=True, slots=True)
class SeriesSigns:
    """The table: for each language one expression with a group a row, and what the rows mean."""

    patterns: dict[Language, re.Pattern[str]]
    signs: dict[Language, tuple[Sign, ...]]

    def series(self, text: str, language: Language, words: Sequence[Span]) -> list[Series]:
        """The series of a text. `words` are its content words in order: none is cut, and what holds none is no item."""
        pieces = _pieces(text, self._cuts(text, language, words), words)
        return [series for run in _runs(pieces) for series in _series_of(run) if len(series) > 1]

    def _cuts(self, text: str, language: Language, words: Sequence[Span]) -> list[_Cut]:
        """The signs of a text, but those inside a phrase that is one word (privileges and immunities)."""
        phrases = [word for word in words if " " in word.of(text)]
        cuts = [_Cut(Span(end, end), Sign.END) for end in {span.end for span in sentence_spans(text, language)} | {len(text)}]
        for match in self.patterns[language].finditer(text):
            start, end = match.span()
            if not any(phrase.start < start and end < phrase.end for phrase in phrases):
                cuts.append(_Cut(Span(start, end), self.signs[language][int((match.lastgroup or "r0")[1:])]))
        return sorted(cuts, key=lambda cut: (cut.span.start, cut.span.end))


def load_series_signs(folder: Path) -> SeriesSigns:
    """The rows of series.tsv in `folder`; raises RuleTableError with file and line where one is faulty."""
    rows = list(read_table(folder / "series.tsv", ("language", "sign", "pattern")))
    patterns, signs = {}, {}
    for language in Language:
        of_language = [row for row in rows if row.choice("language", Language) is language]
        signs[language] = tuple(row.choice("sign", Sign) for row in of_language)
        groups = "|".join(f"(?P<r{number}>{row.pattern('pattern').pattern})" for number, row in enumerate(of_language))
        patterns[language] = re.compile(groups, re.IGNORECASE)
    return SeriesSigns(patterns, signs)


def _pieces(text: str, cuts: Iterable[_Cut], words: Sequence[Span]) -> Iterator[tuple[Span, Sign]]:
    """What stands between two signs and holds words, with the sign behind it; of several signs in a row the weightiest."""
    starts = [word.start for word in words]
    start, piece, behind = 0, None, Sign.END
    for cut in cuts:
        if bisect_left(starts, start) < bisect_left(starts, cut.span.start):
            if piece:
                yield piece, behind
            piece, behind = _trimmed(text, Span(start, cut.span.start)), cut.sign
        elif behind is not Sign.END and cut.sign in (Sign.LAST, Sign.END):
            behind = cut.sign
        start = cut.span.end
    if piece:
        yield piece, Sign.END


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.end - len(words.lstrip()), span.start + len(words.rstrip()))


def _runs(pieces: Iterable[tuple[Span, Sign]]) -> Iterator[list[tuple[Span, Sign]]]:
    """The pieces up to each end."""
    run = []
    for piece in pieces:
        run.append(piece)
        if piece[1] is Sign.END:
            yield run
            run = []


def _series_of(run: Sequence[tuple[Span, Sign]]) -> Iterator[Series]:
    """A run cut behind each last item, which may open the next series."""
    spans, signs = [span for span, _ in run], [sign for _, sign in run]
    start = 0
    for number in range(1, len(run) - 1):
        if signs[number - 1] is Sign.LAST and signs[number] is Sign.NEXT:
            yield tuple(spans[start : number + 1])
            start = number
    yield tuple(spans[start:])
