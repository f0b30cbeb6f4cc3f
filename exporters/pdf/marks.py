"""The marks as lines on paper: each shape drawn at a stretch of a base line, the caret at a point."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from exporters.styles import MarkShape
from treaty.review.changes import ChangeShape

UNDERLINE_DEPTH = 2.6
LEVEL_DEPTH = 2.0
FRAME_TOP = 8.6
FRAME_BOTTOM = 2.7
FRAME_OVERHANG = 0.5
CORNER_ARM = 4.2
CARET_DEPTH = 1.4
STRIKE, STRIKE_HEIGHT = 0.7, 3.1
NEW_BAR, NEW_BAR_LEFT = 2.0, 3.5


def draw_mark(canvas: Any, shape: MarkShape, left: float, right: float, base: float, width: float, level: int = 0) -> None:
    """Draws one mark; `level` counts from 0 the marks on the same words, so that lines do not lie on one another."""
    canvas.saveState()
    canvas.setLineWidth(width)
    _DRAWN_AS[shape](canvas, left, right, base - level * LEVEL_DEPTH, width)
    canvas.restoreState()


def draw_caret(canvas: Any, x: float, base: float, width: float) -> None:
    """Draws ‸ under the base line: words of the other side are missing here."""
    top = base - CARET_DEPTH
    canvas.saveState()
    canvas.setLineWidth(max(width, 1.0))
    canvas.setLineJoin(0)
    path = canvas.beginPath()
    path.moveTo(x - 2.8, top - 3.2)
    path.lineTo(x, top)
    path.lineTo(x + 2.8, top - 3.2)
    canvas.drawPath(path)
    canvas.restoreState()


def draw_change(canvas: Any, shape: ChangeShape, left: float, right: float, base: float) -> None:
    """Draws what became of words between two versions: a line through or under them, dots, or a bar beside a new clause."""
    canvas.saveState()
    if shape is ChangeShape.DELETED:
        canvas.setLineWidth(STRIKE)
        canvas.line(left, base + STRIKE_HEIGHT, right, base + STRIKE_HEIGHT)
    elif shape is ChangeShape.NEW:
        canvas.setLineWidth(NEW_BAR)
        canvas.line(left - NEW_BAR_LEFT, base - FRAME_BOTTOM, left - NEW_BAR_LEFT, base + FRAME_TOP)
    else:
        light = shape is ChangeShape.LIGHT
        canvas.setLineWidth(0.6 if light else 1.2)
        canvas.setDash([0.9, 1.2] if light else [])
        canvas.line(left, base - UNDERLINE_DEPTH, right, base - UNDERLINE_DEPTH)
    canvas.restoreState()


def _frame(canvas: Any, left: float, right: float, base: float, width: float) -> None:
    height = FRAME_TOP + FRAME_BOTTOM
    canvas.roundRect(left - FRAME_OVERHANG, base - FRAME_BOTTOM, right - left + 2 * FRAME_OVERHANG, height, 1.5)


def _single(canvas: Any, left: float, right: float, base: float, width: float) -> None:
    canvas.line(left, base - UNDERLINE_DEPTH, right, base - UNDERLINE_DEPTH)


def _double(canvas: Any, left: float, right: float, base: float, width: float) -> None:
    line = width * 0.7
    canvas.setLineWidth(line)
    for depth in (UNDERLINE_DEPTH - 0.4, UNDERLINE_DEPTH + line + 0.8):
        canvas.line(left, base - depth, right, base - depth)


def _dashed(canvas: Any, left: float, right: float, base: float, width: float) -> None:
    canvas.setDash(3.2, 1.8)
    _single(canvas, left, right, base, width)


def _dotted(canvas: Any, left: float, right: float, base: float, width: float) -> None:
    dot = max(1.5 * width, 0.9)
    canvas.setLineWidth(dot)
    canvas.setLineCap(1)
    canvas.setDash([0.01, dot * 1.9])
    canvas.line(left + dot / 2, base - UNDERLINE_DEPTH, right, base - UNDERLINE_DEPTH)


def _corners(canvas: Any, left: float, right: float, base: float, width: float) -> None:
    top, bottom = base + FRAME_TOP, base - FRAME_BOTTOM
    left, right = left - FRAME_OVERHANG, right + FRAME_OVERHANG
    canvas.lines([(left, top, left + CORNER_ARM, top), (left, top, left, top - CORNER_ARM)])
    canvas.lines([(right, bottom, right - CORNER_ARM, bottom), (right, bottom, right, bottom + CORNER_ARM)])


def _wave(canvas: Any, left: float, right: float, base: float, width: float) -> None:
    step, height = 1.9, 1.5
    path = canvas.beginPath()
    x, y, rising = left, base - UNDERLINE_DEPTH - height / 2, True
    path.moveTo(x, y)
    while x < right:
        peak = y + height if rising else y - height
        path.curveTo(x + step / 3, peak, x + 2 * step / 3, peak, x + step, y)
        x, rising = x + step, not rising
    canvas.drawPath(path)


_DRAWN_AS: Mapping[MarkShape, Callable[[Any, float, float, float, float], None]] = MappingProxyType(
    {
        MarkShape.FRAME: _frame,
        MarkShape.DOUBLE: _double,
        MarkShape.DASHED: _dashed,
        MarkShape.DOTTED: _dotted,
        MarkShape.SINGLE: _single,
        MarkShape.CORNERS: _corners,
        MarkShape.WAVE: _wave,
    }
)
