"""A Korean clause as the lexicon sees it: words, members of compounds, and expressions of several words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from treaty.language.content_words import ContentWord, Coverage, RowPlaces
from treaty.language.korean_words import KoreanWord
from treaty.language.lexicon import Lexicon, Rows
from treaty.model import Span

_LONGEST_EXPRESSION = 3  # words
# What a division is worth by the syllable: known, covered in addition, of an ending; and the price of a piece.
_KNOWN, _COVERED, _ENDING, _PIECE = 10, 4, 9, 2


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a word that is a form of the lexicon."""

    start: int
    end: int
    rows: Rows

    def of(self, word: KoreanWord) -> str:
        return word.form[self.start : self.end]


@dataclass(frozen=True, slots=True)
class _Division:
    """A word divided into pieces; `whole` where nothing but endings is left over."""

    worth: int
    pieces: tuple[_Piece, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class _Expression:
    """A form of the lexicon that reaches over several words; a blank may stand where the table has none."""

    words: int
    form: str
    rows: Rows
    span: Span


class KoreanContent:
    """The content words of a Korean text. `places` says where each row of the lexicon stands in it.

    A single syllable, an ending, and a piece of a word that the lexicon knows in part only may be something else than it
    seems: without a counterpart they are unknown, not missing.
    """

    def __init__(self, lexicon: Lexicon, text: str) -> None:
        self._lexicon = lexicon
        self._text = text
        self._words = lexicon.korean_forms.words(text)
        self._pieces = [self._pieces_of(word) for word in self._words]
        self._expressions = [list(self._expressions_at(first)) for first in range(len(self._words))]
        self.places = RowPlaces()
        for word, pieces in zip(self._words, self._pieces, strict=True):
            for piece in pieces:
                self.places.note(piece.rows, _span_of(word, piece.start, piece.end))
        for expressions in self._expressions:
            for expression in expressions:
                self.places.note(expression.rows, expression.span)

    def held_against(self, english: RowPlaces) -> Iterator[ContentWord]:
        """The content words, judged by the rows that stand in the English text."""
        start = 0
        while start < len(self._words):
            expression = next((found for found in self._expressions[start] if english.any_of(found.rows)), None)
            if expression:
                yield self._content(expression.span, expression.form, expression.rows, english)
            else:
                yield from self._judged(self._words[start], self._pieces[start], english)
            start += expression.words if expression else 1

    def _pieces_of(self, word: KoreanWord) -> list[_Piece]:
        """Every form of the lexicon that the word may hold, wherever in it."""
        size, longest = len(word.form), self._lexicon.longest_korean
        spans = [(start, end) for start in range(size) for end in range(start + 1, min(size, start + longest) + 1)]
        found = [(start, end, self._lexicon.korean.get(word.form[start:end])) for start, end in spans]
        return [
            _Piece(start, end, form.rows)
            for start, end, form in found
            if form and not (form.verb and start) and (end - start > 1 or self._may_be_one_syllable(word.form, start))
        ]

    def _may_be_one_syllable(self, form: str, start: int) -> bool:
        """Whether the syllable at `start` can be a word of its own: all the rest is endings, and one known noun beside it."""
        before, after, known = form[:start], form[start + 1 :], self._lexicon.korean
        ends = self._lexicon.korean_forms.is_ending
        if start:
            return len(before) > 1 and before in known and ends(after) and not ends(form[start:])
        return ends(after) or any(after[:end] in known and ends(after[end:]) for end in range(2, len(after) + 1))

    def _expressions_at(self, first: int) -> Iterator[_Expression]:
        """Forms that begin with this word and reach into the next ones, longest first; particles may stand between."""
        for count in range(_LONGEST_EXPRESSION, 1, -1):
            words = self._words[first : first + count]
            if len(words) < count or not all(map(self._adjoin, words, words[1:])):
                continue
            for before in product(*((word.form, word.stem) for word in words[:-1])):
                start = "".join(before)
                if start not in self._lexicon.korean_beginnings:
                    continue
                for end in range(len(words[-1].form), 0, -1):
                    form = self._lexicon.korean.get(start + words[-1].form[:end])
                    if form and len(start) + end > 2:
                        span = Span(words[0].span.start, words[-1].span.start + end)
                        yield _Expression(count, start + words[-1].form[:end], form.rows, span)

    def _adjoin(self, word: KoreanWord, following: KoreanWord) -> bool:
        """Whether nothing but a blank stands between two words: 도로, 교통 is no 도로교통."""
        return self._text[word.span.end : following.span.start] == " "

    def _judged(self, word: KoreanWord, pieces: list[_Piece], english: RowPlaces) -> Iterator[ContentWord]:
        forms = self._lexicon.korean_forms
        if word.counts or word.form in forms.stop_words or word.stem in forms.stop_words:
            return
        division = self._divided(word.form, pieces, english)
        after = 0
        for piece in division.pieces:
            yield from self._unknown(word, after, piece.start)
            content = self._content(_span_of(word, piece.start, piece.end), piece.of(word), piece.rows, english)
            clear = division.whole and piece.end - piece.start > 1 and piece.of(word) not in forms.endings
            yield content if clear or content.counterparts else replace(content, coverage=Coverage.UNKNOWN)
            after = piece.end
        yield from self._unknown(word, after, len(word.form))

    def _divided(self, form: str, pieces: list[_Piece], english: RowPlaces) -> _Division:
        """The division that explains most syllables, by forms that the English text renders if it can, in fewest pieces."""
        best = _Division(0, (), whole=True)
        divisions = {len(form): best}
        for start in range(len(form) - 1, -1, -1):
            rest = divisions[start + 1]
            best = _Division(rest.worth, rest.pieces, whole=False)
            if start and self._lexicon.korean_forms.is_ending(form[start:]):
                best = _Division(_ENDING * (len(form) - start), (), whole=True)
            for piece in pieces:
                if piece.start == start:
                    each = _KNOWN + (_COVERED if english.any_of(piece.rows) else 0)
                    rest = divisions[piece.end]
                    worth = each * (piece.end - start) - _PIECE + rest.worth
                    if (worth, rest.whole) > (best.worth, best.whole):
                        best = _Division(worth, (piece, *rest.pieces), rest.whole)
            divisions[start] = best
        return best

    def _unknown(self, word: KoreanWord, start: int, end: int) -> Iterator[ContentWord]:
        """What the lexicon does not know of a word, if it is more than endings and single syllables."""
        forms = self._lexicon.korean_forms
        if end - start > 1 and not (start and forms.is_ending(word.form[start:end])):
            stem = forms.stem(word.form[start:end])
            yield ContentWord(_span_of(word, start, start + len(stem)), stem, Coverage.UNKNOWN)

    def _content(self, span: Span, stem: str, rows: Rows, english: RowPlaces) -> ContentWord:
        places = english.of(rows)
        return ContentWord(
            span, stem, Coverage.COVERED if places else Coverage.MISSING, self._lexicon.english_renderings(rows), places
        )


def _span_of(word: KoreanWord, start: int, end: int) -> Span:
    return Span(word.span.start + start, word.span.start + end)
