"""Draws what changed between two versions: deleted words struck, new ones underlined, endings and signs dotted, and a bar
beside a clause that is new as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextLayout

from desktop.look.palette import Tokens
from desktop.side_by_side.clause_layout import LaidClause
from desktop.side_by_side.marks import BELOW_BASE_LINE, coloured_words
from treaty.model import Span
from treaty.review.changes import ChangeShape

UNDERLINE = 2.0
STRIKE = 1.25
BAR_WIDTH, BAR_LEFT = 3.0, 10.0
DOTS = (1.5, 2.0)


def draw_grounds(painter: QPainter, laid: LaidClause, tokens: Tokens) -> None:
    """The pale grounds under deleted and inserted words, drawn before the words; and the bar beside a new clause."""
    grounds = {ChangeShape.DELETED: tokens.gone, ChangeShape.INSERTED: tokens.accent_tint}
    for change in laid.clause.changes:
        if change.shape is ChangeShape.NEW:
            bar = QRectF(laid.top_left.x() - BAR_LEFT, laid.top_left.y() + 2, BAR_WIDTH, laid.height - 4)
            painter.fillRect(bar, tokens.accent)
        elif change.shape in grounds:
            for box in laid.stretches(change.span):
                painter.fillRect(box.adjusted(-1, 1.5, 1, -1), grounds[change.shape])


def quiet_words(laid: LaidClause, tokens: Tokens, inked: Sequence[Span]) -> list[QTextLayout.FormatRange]:
    """Deleted words and changed endings in the colours of lesser text; inked words have a colour of their own."""
    colours = {ChangeShape.DELETED: tokens.ink2, ChangeShape.LIGHT: tokens.ink3}
    return [
        coloured_words(laid, change.span, colours[change.shape])
        for change in laid.clause.changes
        if change.shape in colours
        and change.span.start < change.span.end
        and not any(change.span.overlaps(span) for span in inked)
    ]


def draw_strokes(painter: QPainter, laid: LaidClause, tokens: Tokens, inked: Sequence[Span]) -> None:
    """The lines through and under the words, drawn over them; inked words have none, so that they can be read."""
    painter.save()
    for change in laid.clause.changes:
        if any(change.span.overlaps(span) for span in inked):
            continue
        for box in laid.stretches(change.span):
            base = box.top() + laid.type.base_line
            if change.shape is ChangeShape.DELETED:
                _line(painter, box, base - laid.type.line_height * 0.21, QPen(tokens.ink2, STRIKE))
            elif change.shape is ChangeShape.INSERTED:
                _line(painter, box, base + BELOW_BASE_LINE, QPen(tokens.accent, UNDERLINE))
            elif change.shape is ChangeShape.LIGHT:
                pen = QPen(tokens.ink3, 1, Qt.PenStyle.CustomDashLine)
                pen.setDashPattern(list(DOTS))
                _line(painter, box, base + BELOW_BASE_LINE, pen)
    painter.restore()


def _line(painter: QPainter, box: QRectF, y: float, pen: QPen) -> None:
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
