"""A clause's words cut where marks begin, end, or point between words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from treaty.model import Span
from treaty.review.changes import ChangeShape
from treaty.review.review import Comment
from treaty.review.rows import CellClause, Mark


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a clause over which the same marks hold. `numbered`: marks with their number right after it; `change`: what
    became of the words between two versions."""

    text: str
    start: int
    marks: tuple[Mark, ...]
    numbered: tuple[Mark, ...]
    change: ChangeShape | None = None


def pieces(clause: CellClause) -> list[Piece]:
    """The clause from its first character to its last; a piece is empty only where a number stands before any word."""
    marks = marks_on_words(clause)
    numbered = numbers_at(marks)
    spans = [*(mark.span for mark in marks), *(change.span for change in clause.changes)]
    spans += [place_of(comment, clause) for comment in clause.comments]
    cuts = sorted({0, len(clause.text), *(edge for span in spans for edge in (span.start, span.end))})
    made = [Piece("", 0, (), numbered[0])] if 0 in numbered else []
    for start, end in pairwise(cuts):
        held = tuple(mark for mark in marks if mark.span.start <= start and end <= mark.span.end and not mark.changed)
        change = next((one.shape for one in clause.changes if one.span.start <= start and end <= one.span.end), None)
        made.append(Piece(clause.text[start:end], start, held, numbered.get(end, ()), change))
    return made


def marks_on_words(clause: CellClause) -> tuple[Mark, ...]:
    """The clause's marks drawn back to the word they end on: no line and no number follows a space.

    A change between two versions is numbered where its words are, not where they are missing too.
    """
    shown = (mark for mark in clause.marks if not (mark.changed and mark.is_caret))
    return tuple(replace(mark, span=_without_end_space(mark.span, clause.text)) for mark in shown)


def place_of(comment: Comment, clause: CellClause) -> Span:
    """The words that a remark is on: the whole clause where it names none, or words that are no longer there."""
    whole = Span(0, len(clause.text))
    span = comment.span or whole
    return span if span.start < span.end <= whole.end else whole


def numbers_at(marks: Sequence[Mark]) -> dict[int, tuple[Mark, ...]]:
    """The marks whose raised number stands at an offset, in the order of their numbers."""
    found: dict[int, tuple[Mark, ...]] = {}
    for mark in sorted(marks, key=lambda mark: mark.number):
        found[mark.span.end] = (*found.get(mark.span.end, ()), mark)
    return found


def _without_end_space(span: Span, text: str) -> Span:
    end = len(text[: span.end].rstrip())
    return Span(min(span.start, end), end)
