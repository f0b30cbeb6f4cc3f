"""The straight lines drawn on a PDF page: the rules of its tables."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_STRAIGHT = 0.8
"""A line that leaves its direction by less than this many points is straight; the edges of a thin box are one rule."""
_LEAST = 6.0
"""Shorter lines, in points, are dashes and parts of drawings."""
_MOST = 1_500
"""Pages with more lines are maps and drawings, whose lines are no rules of tables."""


class Rule(NamedTuple):
    """A horizontal or vertical line: where it lies, and from where to where it goes, in points."""

    horizontal: bool
    place: float
    start: float
    end: float


def rules_of(paths: list[Any]) -> tuple[Rule, ...]:
    """The rules among the path objects of a page; none where the page is a drawing."""
    rules: list[Rule] = []
    for path in paths:
        rules += _rules(path)
        if len(rules) > _MOST:
            return ()
    return tuple(rules)


def _rules(path: Any) -> Iterator[Rule]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path.raw, fill, stroke)
    if not (fill.value or stroke.value):
        return
    count = pdfium.FPDFPath_CountSegments(path.raw)
    if count > _MOST:
        return
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path.raw, matrix)
    first = last = (0.0, 0.0)
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path.raw, index)
        point = _point(segment, matrix)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _between(last, point)
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from _between(last, first)
            last = first


def _point(segment: Any, matrix: Any) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, x, y)
    return (
        matrix.a * x.value + matrix.c * y.value + matrix.e,
        matrix.b * x.value + matrix.d * y.value + matrix.f,
    )


def _between(start: tuple[float, float], end: tuple[float, float]) -> Iterator[Rule]:
    width, height = abs(start[0] - end[0]), abs(start[1] - end[1])
    if height < _STRAIGHT and width >= _LEAST:
        yield Rule(True, (start[1] + end[1]) / 2, min(start[0], end[0]), max(start[0], end[0]))
    elif width < _STRAIGHT and height >= _LEAST:
        yield Rule(False, (start[0] + end[0]) / 2, min(start[1], end[1]), max(start[1], end[1]))
