"""Draws the marks of findings: fills under the words, lines over them. Shape says what kind, colour says how grave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextCharFormat, QTextLayout

from desktop.look.palette import Tokens
from desktop.side_by_side.clause_layout import LaidClause
from treaty.model import MarkFamily, Severity, Span
from treaty.review.rows import Mark

LINE_WIDTHS = {Severity.CRITICAL: 2.0, Severity.MAJOR: 1.75, Severity.MINOR: 1.5, Severity.INFO: 1.0}
BELOW_BASE_LINE = 4.0
ARM = 7.0
INNER_STEP = 1.5
LINES_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Attention:
    """Which findings stand out: the current one is inked, the one under the pointer is lit."""

    current: str = ""
    lit: str = ""


def draw_fills(painter: QPainter, laid: LaidClause, tokens: Tokens, attention: Attention) -> None:
    """The pale or solid grounds, drawn before the words."""
    for mark in laid.clause.marks:
        ground = _ground(mark, tokens, attention)
        if ground and not mark.is_caret:
            for box in laid.stretches(mark.span):
                painter.fillRect(_overhung(box, laid, mark.span), ground)


def inked_words(laid: LaidClause, tokens: Tokens, attention: Attention) -> list[QTextLayout.FormatRange]:
    """The words of the current finding, which are painted in the colour of paper."""
    return [coloured_words(laid, span, tokens.paper) for span in inked_spans(laid, attention)]


def inked_spans(laid: LaidClause, attention: Attention) -> list[Span]:
    """Where the words of the current finding stand."""
    return [mark.span for mark in laid.clause.marks if mark.finding == attention.current and not mark.is_caret]


def coloured_words(laid: LaidClause, span: Span, colour: QColor) -> QTextLayout.FormatRange:
    """Words of a clause in a colour of their own."""
    piece = QTextLayout.FormatRange()
    piece.start, end = laid.offsets.units(span)
    piece.length = end - piece.start
    piece.format = QTextCharFormat()
    piece.format.setForeground(colour)
    return piece


def draw_lines(painter: QPainter, laid: LaidClause, tokens: Tokens, attention: Attention) -> None:
    """The lines, frames and carets, drawn over the words."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    earlier: list[Span] = []
    for mark in laid.clause.marks:
        depth = sum(1 for span in earlier if span.overlaps(mark.span))
        if depth < LINES_SHOWN:
            _draw_mark(painter, laid, mark, tokens, attention, depth)
        earlier.append(mark.span)
    painter.restore()


def _draw_mark(painter: QPainter, laid: LaidClause, mark: Mark, tokens: Tokens, attention: Attention, depth: int) -> None:
    if mark.changed and mark.finding not in (attention.current, attention.lit):
        return
    colour = tokens.ink3 if mark.dismissed else tokens.of(mark.severity)
    width = 1.0 if mark.dismissed else LINE_WIDTHS[mark.severity]
    if laid.stands_at_label(mark):
        label = laid.label_box.adjusted(-4, 1, 3, -1)
        _corners(painter, label, label, colour, width)
    elif mark.is_caret:
        _caret(painter, laid.caret(mark.span.start), colour, width + (1 if mark.finding == attention.current else 0))
    elif mark.finding != attention.current:
        boxes = laid.stretches(mark.span)
        draw = _dotted_hair if mark.dismissed else SHAPES.get(mark.family)
        if boxes and draw is None and mark.finding != attention.lit:
            _corners(painter, boxes[0].adjusted(-2, 1, 0, 0), boxes[-1].adjusted(0, 0, 2, -1), colour, width)
        for box in boxes:
            if mark.finding == attention.lit:
                _underline(painter, box, _base(box, laid, 0), QPen(tokens.accent, 2))
            elif draw is not None:
                draw(painter, box, _base(box, laid, depth), colour, width)


def _base(box: QRectF, laid: LaidClause, depth: int) -> float:
    """Where an underline of these words begins."""
    return box.top() + laid.type.base_line + BELOW_BASE_LINE - depth * INNER_STEP


def _ground(mark: Mark, tokens: Tokens, attention: Attention) -> QColor | None:
    if mark.finding == attention.current:
        return tokens.ink3 if mark.dismissed else tokens.of(mark.severity)
    if mark.finding == attention.lit:
        return tokens.pair
    return None if mark.dismissed or mark.changed else tokens.tint(mark.severity)


def _overhung(box: QRectF, laid: LaidClause, span: Span) -> QRectF:
    """The box of a ground or frame: it reaches a little into a space, less onto a letter that follows."""
    text = laid.clause.text
    left = 2 if text[span.start - 1 : span.start].isspace() or span.start == 0 else 1
    right = 2 if text[span.end : span.end + 1].isspace() or span.end >= len(text) else 1
    return box.adjusted(-left, 1, right, -0.5)


def _frame(painter: QPainter, box: QRectF, base: float, colour: QColor, width: float) -> None:
    painter.setPen(QPen(colour, min(width, 1.5)))
    painter.drawRoundedRect(box.adjusted(-1.25, 1.25, 1.25, -1.25), 2, 2)


def _double(painter: QPainter, box: QRectF, base: float, colour: QColor, width: float) -> None:
    for y in (base - 0.5, base + 2.25):
        _underline(painter, box, y, QPen(colour, 1.25))


def _dashed(painter: QPainter, box: QRectF, base: float, colour: QColor, width: float) -> None:
    pen = QPen(colour, width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([5 / width, 3 / width])
    _underline(painter, box, base, pen)


def _round_dots(painter: QPainter, box: QRectF, base: float, colour: QColor, width: float) -> None:
    pen = QPen(colour, 2.5, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 2.0])
    _underline(painter, box.adjusted(1.25, 0, -1.25, 0), base + 0.5, pen)


def _single(painter: QPainter, box: QRectF, base: float, colour: QColor, width: float) -> None:
    _underline(painter, box, base, QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))


def _corners(painter: QPainter, first: QRectF, last: QRectF, colour: QColor, width: float) -> None:
    """A corner where words begin and one where they end, however many lines lie between."""
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin))
    arm = min(ARM, first.width() / 2, first.height() / 2)
    for corner, x, y in ((first.topLeft(), arm, arm), (last.bottomRight(), -arm, -arm)):
        painter.drawPolyline([corner + QPointF(0, y), corner, corner + QPointF(x, 0)])


def _wave(painter: QPainter, box: QRectF, base: float, colour: QColor, width: float) -> None:
    painter.setPen(QPen(colour, 1.25))
    path = QPainterPath(QPointF(box.left(), base))
    x, up = box.left(), True
    while x < box.right():
        path.quadTo(x + 1.75, base + (-2.2 if up else 2.2), x + 3.5, base)
        x, up = x + 3.5, not up
    painter.drawPath(path)


def _dotted_hair(painter: QPainter, box: QRectF, base: float, colour: QColor, width: float) -> None:
    pen = QPen(colour, 1, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.5, 2])
    _underline(painter, box, base, pen)


def _caret(painter: QPainter, foot: QPointF, colour: QColor, width: float) -> None:
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawPolyline([foot + QPointF(-4, 7), foot + QPointF(0, 2.5), foot + QPointF(4, 7)])


def _underline(painter: QPainter, box: QRectF, y: float, pen: QPen) -> None:
    pen.setCapStyle(pen.capStyle() if pen.style() is not Qt.PenStyle.SolidLine else Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))


Shape = Callable[[QPainter, QRectF, float, QColor, float], None]
SHAPES: dict[MarkFamily, Shape] = {
    MarkFamily.NUMBERS_AND_TIME: _frame,
    MarkFamily.FORCE_AND_SCOPE: _double,
    MarkFamily.MISSING_AND_ADDED: _dashed,
    MarkFamily.TERMS_AND_MEANING: _round_dots,
    MarkFamily.NAMES_AND_ACTORS: _single,
    MarkFamily.SPELLING: _wave,
}
"""What is drawn along each line of a finding's words; numbering and references have corners around all of them instead."""
