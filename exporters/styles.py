"""The one table of marks and type that every exporter follows: shape says what kind, weight and glyph say how grave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from treaty.model import MarkFamily, Severity


class MarkShape(StrEnum):
    """The line drawn at marked words. All survive print in pure black."""

    FRAME = "frame"
    DOUBLE = "double"
    DASHED = "dashed"
    DOTTED = "dotted"
    SINGLE = "single"
    CORNERS = "corners"
    WAVE = "wave"


class SideBar(StrEnum):
    """The bar at the left of a row that has open findings."""

    SOLID = "solid"
    DOUBLE = "double"
    THIN = "thin"


SHAPES_AROUND = frozenset({MarkShape.FRAME, MarkShape.CORNERS})


@dataclass(frozen=True, slots=True)
class Gravity:
    """How a severity looks: its glyph, the width of its marks in points, and its rows' side bar."""

    glyph: str
    line_width: float
    bar: SideBar | None


@dataclass(frozen=True, slots=True)
class Type:
    """A use of type: size and line height in points."""

    size: float
    leading: float


SHAPES: Mapping[MarkFamily, MarkShape] = MappingProxyType(
    {
        MarkFamily.NUMBERS_AND_TIME: MarkShape.FRAME,
        MarkFamily.FORCE_AND_SCOPE: MarkShape.DOUBLE,
        MarkFamily.MISSING_AND_ADDED: MarkShape.DASHED,
        MarkFamily.TERMS_AND_MEANING: MarkShape.DOTTED,
        MarkFamily.NAMES_AND_ACTORS: MarkShape.SINGLE,
        MarkFamily.NUMBERING_AND_REFERENCES: MarkShape.CORNERS,
        MarkFamily.SPELLING: MarkShape.WAVE,
    }
)
GRAVITIES: Mapping[Severity, Gravity] = MappingProxyType(
    {
        Severity.CRITICAL: Gravity("◆", 1.4, SideBar.SOLID),
        Severity.MAJOR: Gravity("▲", 1.1, SideBar.DOUBLE),
        Severity.MINOR: Gravity("○", 0.85, SideBar.THIN),
        Severity.INFO: Gravity("·", 0.6, None),
    }
)
DISMISSED_LINE_WIDTH = 0.4
MOVED_GLYPH = "↕"

SERIF = "Noto Serif KR"
SANS = "Noto Sans KR"
FONT_SUBSTITUTES: Mapping[str, str] = MappingProxyType({SERIF: "바탕", SANS: "맑은 고딕"})

TITLE = Type(12, 16)
SUBTITLE = Type(10, 14)
STATUS = Type(8.2, 11)
HEAD = Type(8.2, 12)
HEADING = Type(9.2, 13.8)
BODY = Type(9.4, 13.8)
NUMBER = Type(8.2, 13.8)
NOTE = Type(8, 11.6)
LEGEND = Type(7.5, 14)
FILES = Type(7, 10)
PAGE_NUMBER = Type(9, 11)
RAISED = Type(6.5, 6.5)
