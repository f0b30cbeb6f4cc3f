"""The marks of findings and changes as Word can draw them: lines under words, and frames around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from exporters.docx.xml import PLAIN, Look
from exporters.styles import DISMISSED_LINE_WIDTH, GRAVITIES, SHAPES, MarkShape, SideBar
from treaty.model import Severity
from treaty.review.changes import ChangeShape
from treaty.review.rows import Mark, Row

CARET = "∧"
# Word's name for each underline: as a rule, and where the finding is critical.
UNDERLINES: Mapping[MarkShape, tuple[str, str]] = MappingProxyType(
    {
        MarkShape.DOUBLE: ("double", "double"),
        MarkShape.DASHED: ("dash", "dashedHeavy"),
        MarkShape.DOTTED: ("dotted", "dottedHeavy"),
        MarkShape.SINGLE: ("single", "thick"),
        MarkShape.WAVE: ("wave", "wavyHeavy"),
    }
)
# Word can draw no corners; a dashed frame stands for them.
FRAMES: Mapping[MarkShape, str] = MappingProxyType({MarkShape.FRAME: "single", MarkShape.CORNERS: "dashed"})
# The bar at the left of a row: Word's line and its width in eighths of a point.
SIDE_BARS: Mapping[SideBar, tuple[str, int]] = MappingProxyType(
    {SideBar.SOLID: ("single", 36), SideBar.DOUBLE: ("double", 8), SideBar.THIN: ("single", 8)}
)


def look_of(marks: Iterable[Mark], change: ChangeShape | None = None) -> Look:
    """How words look that bear these marks and that changed so between two versions. Where two underlines meet, the first
    stays: a run has only one."""
    look = _changed(change) if change else PLAIN
    for mark in marks:
        shape = SHAPES[mark.family]
        if shape in FRAMES:
            width = DISMISSED_LINE_WIDTH if mark.dismissed else GRAVITIES[mark.severity].line_width
            look = replace(look, frame=(FRAMES[shape], max(2, round(width * 8))))
        elif not look.underline:
            heavy = mark.severity is Severity.CRITICAL and not mark.dismissed
            look = replace(look, underline=UNDERLINES[shape][heavy])
    return look


def side_bar(row: Row) -> dict[str, tuple[str, int]]:
    """The line at the left of a row that says how grave its gravest open finding is."""
    bar = GRAVITIES[row.gravest].bar if row.gravest else None
    return {"left": SIDE_BARS[bar]} if bar else {}


def _changed(change: ChangeShape) -> Look:
    """Struck words are those that the new version leaves out, underlined ones those that it puts in."""
    if change is ChangeShape.DELETED:
        return Look(strike=True)
    return Look(underline="dotted" if change is ChangeShape.LIGHT else "single")
