"""The findings of a report as remarks in the user's own document: where its clauses stand there, letter by letter.

A file is laid out otherwise than it is compared: lines end elsewhere, numbers are not text, words are hyphenated. So clauses
are looked for by their letters alone, in the order in which they were read.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exporters.marked_text import place_of
from exporters.notes import Said, remark, thread
from exporters.report_words import ReportWords
from treaty.model import Span
from treaty.review.rows import CellClause, RowKind

_UNSTEADY = frozenset("-\u2010\u2011\u2043\u00ad\ufffe\x02")
"""Hyphens: one at the end of a line may or may not be of the word."""
_CONTEXT = 24
"""So many letters around the words of a finding tell them from others where the clause is not found as a whole."""


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a text without what layout changes, and the place in the text that each comes from."""

    text: str
    places: tuple[int, ...]

    def within(self, span: Span) -> tuple[int, int]:
        """The letters of a span, from the first to behind the last."""
        return bisect_left(self.places, span.start), bisect_left(self.places, span.end)


def letters_of(characters: Iterable[str]) -> Letters:
    """The letters of a text, which may be given character by character."""
    text: list[str] = []
    places: list[int] = []
    for place, character in enumerate(characters):
        for letter in unicodedata.normalize("NFKC", character):
            if not letter.isspace() and letter not in _UNSTEADY and unicodedata.category(letter)[0] != "C":
                text.append(letter)
                places.append(place)
    return Letters("".join(text), tuple(places))


@dataclass(frozen=True, slots=True)
class Remark:
    """What to say of some words of a document, from one character of it to behind another: a comment and the answers."""

    start: int
    end: int
    thread: tuple[Said, ...]

    @property
    def text(self) -> str:
        """All that is said, for where it cannot be said by turns."""
        return " ".join(said.note.text for said in self.thread)


@dataclass(frozen=True, slots=True)
class Remarks:
    """The remarks on a document, and those whose words were not found in it: the numbers of findings, and the clauses of what
    reviewers remarked."""

    placed: tuple[Remark, ...]
    missed: tuple[str, ...]


def remarks_on(words: ReportWords, column: int, characters: Iterable[str]) -> Remarks:
    """The remarks of one text of a report on its document, given as the characters of its words in reading order."""
    finder = _Finder(letters_of(characters))
    placed: list[Remark] = []
    missed: list[str] = []
    for clause, span, number, said in _said(words, column):
        found = finder.find(clause, span)
        if found is not None:
            placed.append(Remark(found.start, found.end, said))
        else:
            missed.append(f"[{number}]" if number else clause.path)
    return Remarks(tuple(sorted(placed, key=lambda remark: remark.start)), tuple(missed))


def _said(words: ReportWords, column: int) -> Iterator[tuple[CellClause, Span, int, tuple[Said, ...]]]:
    """What is said of one text: its clause, the words there, the number of the finding (0 for a reviewer's remark), and who
    says what."""
    for row in words.report.rows:
        if row.kind is RowKind.POINTER:
            continue
        entries = {entry.finding.id: entry for entry in row.findings}
        for clause in row.cells[column].clauses:
            for mark in clause.marks:
                yield clause, mark.span, mark.number, thread(entries[mark.finding], words)
            for comment in words.remarks(clause):
                yield clause, place_of(comment, clause), 0, (remark(comment, words),)


class _Finder:
    """Looks clauses up in a document's letters, each behind the one before it if it stands there."""

    def __init__(self, document: Letters) -> None:
        self._document = document
        self._starts: dict[str, int] = {}
        self._reached = 0

    def find(self, clause: CellClause, span: Span) -> Span | None:
        """The characters of the document that hold a span of a clause; of an empty span, the one before it."""
        letters = letters_of(clause.text)
        start, end = letters.within(span)
        if start == end:
            start, end = (start - 1, start) if start else (0, 1)
        origin = self._start(clause, letters)
        if origin is None:
            origin = self._start_by_context(letters.text, start, end)
        if origin is None or origin + end > len(self._document.places):
            return None
        places = self._document.places
        return Span(places[origin + start], places[origin + end - 1] + 1)

    def _start(self, clause: CellClause, letters: Letters) -> int | None:
        """Where the first letter of the clause stands; None where the clause does not stand there as a whole."""
        if clause.clause not in self._starts:
            found = self._document.text.find(letters.text, self._reached)
            found = found if found >= 0 else self._document.text.find(letters.text)
            self._starts[clause.clause] = found
            self._reached = found + len(letters.text) if found >= 0 else self._reached
        return self._starts[clause.clause] if letters.text and self._starts[clause.clause] >= 0 else None

    def _start_by_context(self, clause: str, start: int, end: int) -> int | None:
        """Where the clause would begin by the words around the span, if they stand in the document once."""
        first = max(0, start - _CONTEXT)
        context = clause[first : end + _CONTEXT]
        found = self._document.text.find(context)
        if not context or found < 0 or self._document.text.find(context, found + 1) >= 0:
            return None
        return found - first
