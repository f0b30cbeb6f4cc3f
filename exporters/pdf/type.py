"""Type for the PDF writer: bundled fonts that stand in for each other, and words broken into lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from exporters.characters import code_point
from exporters.styles import Type
from resources import path_of

SERIF = "NotoSerifKR-Regular"
SERIF_BOLD = "NotoSerifKR-Bold"
SANS = "NotoSansKR-Regular"
SANS_MEDIUM = "NotoSansKR-Medium"
SANS_BOLD = "NotoSansKR-Bold"
# Each font with the one that stands in for it where it lacks a character.
STAND_INS: Mapping[str, str] = {
    SERIF: SANS,
    SERIF_BOLD: SANS_BOLD,
    SANS: SERIF,
    SANS_MEDIUM: SERIF,
    SANS_BOLD: SERIF_BOLD,
}
# Hangul written as separate letters, as macOS does, and letters with combining accents.
_IN_PARTS = re.compile("[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|\\w[\u0300-\u036f]+")
ASCENT = 0.76
"""How far below the top of a line its base line lies, as a part of the line's height."""
_SPACES = {"\t": " ", "\n": " ", "\r": " "}


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character (or the number of one that no font has) as it will be drawn. `offset` is its place in a clause."""

    shown: str
    font: str
    size: float
    width: float
    rise: float = 0.0
    offset: int | None = None
    breaks: bool = False
    ends_line: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Glyphs set on one base line, with the left edge of each."""

    glyphs: tuple[Glyph, ...]
    edges: tuple[float, ...]

    @property
    def width(self) -> float:
        return self.edges[-1]

    def left_of(self, offset: int) -> float | None:
        """The left edge of the character at `offset` of the clause, if it stands on this line."""
        return next((x for glyph, x in zip(self.glyphs, self.edges, strict=False) if glyph.offset == offset), None)

    def right_of(self, offset: int) -> float | None:
        """The right edge of the character at `offset` of the clause, if it stands on this line."""
        return next((x for glyph, x in zip(self.glyphs, self.edges[1:], strict=True) if glyph.offset == offset), None)

    def stretch(self, start: int, end: int) -> tuple[float, float] | None:
        """From where to where the characters start..end of the clause stand on this line; None if none do."""
        inside = [
            index
            for index, glyph in enumerate(self.glyphs)
            if glyph.offset is not None and start <= glyph.offset < end and not glyph.breaks
        ]
        return (self.edges[inside[0]], self.edges[inside[-1] + 1]) if inside else None

    def runs(self) -> Iterator[tuple[float, list[Glyph]]]:
        """Stretches in one font, size and rise, each with its left edge."""
        indexed = zip(self.edges, self.glyphs, strict=False)
        for _, run in groupby(indexed, key=lambda entry: (entry[1].font, entry[1].size, entry[1].rise)):
            glyphs = list(run)
            yield glyphs[0][0], [glyph for _, glyph in glyphs]


@dataclass
class TypeCase:
    """The five bundled fonts, loaded for one document, with the widths of the characters asked for so far."""

    fonts: Mapping[str, TTFont]
    replaced: set[str] = field(default_factory=set)
    """The characters that no font has, which were drawn as their numbers."""
    _known: dict[tuple[str, str], tuple[str, str, float]] = field(default_factory=dict)

    def set(self, text: str, font: str, use: Type, offset: int | None = None, rise: float = 0.0) -> list[Glyph]:
        """The glyphs of a text; with an offset they know their places in the clause, counted from it."""
        glyphs = []
        for index, character in enumerate(_composed(text)):
            shown, name, width = self._drawn(character, font)
            place = None if offset is None else offset + index
            ends_line = character == "\n"
            glyphs.append(Glyph(shown, name, use.size, width * use.size, rise, place, shown == " ", ends_line))
        return glyphs

    def width(self, text: str, font: str, size: float) -> float:
        return sum(self._drawn(character, font)[2] for character in text) * size

    def _drawn(self, character: str, font: str) -> tuple[str, str, float]:
        key = (character, font)
        if key not in self._known:
            self._known[key] = self._look_up(_SPACES.get(character, character), font)
        return self._known[key]

    def _look_up(self, character: str, font: str) -> tuple[str, str, float]:
        if not character or unicodedata.category(character) == "Cf":
            return "", font, 0.0
        for name in (font, STAND_INS[font]):
            if self._has(character, name):
                return character, name, self._advance(character, name)
        self.replaced.add(character)
        shown = code_point(character)
        return shown, SANS, sum(self._advance(part, SANS) for part in shown)

    def _has(self, character: str, font: str) -> bool:
        visible = not unicodedata.category(character).startswith("C")
        return visible and ord(character) in self.fonts[font].face.charToGlyph

    def _advance(self, character: str, font: str) -> float:
        return float(self.fonts[font].stringWidth(character, 1))


def _composed(text: str) -> list[str]:
    """What to draw for each character: letters written in parts are drawn as one in the place of the first."""
    drawn = list(text)
    for found in _IN_PARTS.finditer(text):
        whole = unicodedata.normalize("NFC", found.group())
        if len(whole) == 1:
            drawn[found.start() : found.end()] = [whole, *[""] * (len(found.group()) - 1)]
    return drawn


def load_type() -> TypeCase:
    """Loads the bundled fonts and makes them known to reportlab under their file names."""
    fonts = {name: TTFont(name, str(path_of(f"fonts/{name}.ttf"))) for name in STAND_INS}
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    return TypeCase(fonts)


def broken(glyphs: Sequence[Glyph], width: float) -> list[Line]:
    """Lines no wider than `width`, broken at spaces; inside a word only where the word alone is wider than a line."""
    lines: list[Line] = []
    current: list[Glyph] = []
    used = 0.0
    for word in _words(glyphs):
        solid = sum(glyph.width for glyph in word if not glyph.breaks)
        if current and used + solid > width:
            lines.append(_line(current))
            current, used = [], 0.0
        for part in _fitting(word, width) if solid > width else [word]:
            if current and used + sum(glyph.width for glyph in part if not glyph.breaks) > width:
                lines.append(_line(current))
                current, used = [], 0.0
            current.extend(part)
            used += sum(glyph.width for glyph in part)
        if word[-1].ends_line:
            lines.append(_line(current))
            current, used = [], 0.0
    return [*lines, _line(current)] if current or not lines else lines


def _words(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Words, each with the spaces that follow it."""
    word: list[Glyph] = []
    for glyph in glyphs:
        if word and word[-1].breaks and (not glyph.breaks or word[-1].ends_line):
            yield word
            word = []
        word.append(glyph)
    if word:
        yield word


def _fitting(word: Iterable[Glyph], width: float) -> Iterator[list[Glyph]]:
    part: list[Glyph] = []
    used = 0.0
    for glyph in word:
        if part and not glyph.breaks and used + glyph.width > width:
            yield part
            part, used = [], 0.0
        part.append(glyph)
        used += glyph.width
    yield part


def _line(glyphs: Sequence[Glyph]) -> Line:
    edges = [0.0]
    for glyph in glyphs:
        edges.append(edges[-1] + glyph.width)
    return Line(tuple(glyphs), tuple(edges))
