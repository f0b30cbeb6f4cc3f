"""What stands out in the clauses besides findings: words that were searched for, and values that answer each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.look.palette import Tokens
from desktop.side_by_side.clause_layout import LaidClause
from treaty.model import Span

Spans = Mapping[str, tuple[Span, ...]]
"""Places in clauses, by the clause's id."""
REACH = 1.0


def by_clause(places: Iterable[tuple[str, Span]]) -> Spans:
    """Places, each with the id of its clause, put together clause by clause."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for clause, span in places:
        found[clause].append(span)
    return {clause: tuple(spans) for clause, spans in found.items()}


@dataclass(frozen=True, slots=True)
class Highlights:
    """`found` are the words searched for, of which `chosen` is the clause and place gone to; `answering` the values under
    the pointer with their counterparts."""

    found: Spans = field(default_factory=dict)
    chosen: tuple[str, Span] | None = None
    answering: Spans = field(default_factory=dict)


def draw_highlights(painter: QPainter, laid: LaidClause, tokens: Tokens, highlights: Highlights, inked: str) -> None:
    """The grounds under the words, drawn before them. What was gone to has a frame too, so that shape tells it; the words
    of the `inked` finding keep their solid ground."""
    clause = laid.clause.clause
    solid = [mark.span for mark in laid.clause.marks if mark.finding == inked]
    for span in highlights.found.get(clause, ()):
        for box in laid.stretches(span):
            if not any(span.overlaps(other) for other in solid):
                painter.fillRect(box.adjusted(-REACH, 1, REACH, -1), tokens.pair)
    for span in highlights.answering.get(clause, ()):
        for box in laid.stretches(span):
            under_ink = any(span.overlaps(other) for other in solid)
            if not under_ink:
                painter.fillRect(box.adjusted(-REACH, 1, REACH, -0.5), tokens.pair)
            base = box.bottom() - 0.5 if under_ink else box.top() + laid.type.base_line + 4
            painter.setPen(QPen(tokens.accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(QPointF(box.left(), base), QPointF(box.right(), base))
    if highlights.chosen and highlights.chosen[0] == clause:
        for box in laid.stretches(highlights.chosen[1]):
            _draw_frame(painter, box.adjusted(-2, 1, 2, -1), tokens)


def _draw_frame(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tokens.accent, 2))
    painter.drawRoundedRect(box, 2, 2)
    painter.restore()
