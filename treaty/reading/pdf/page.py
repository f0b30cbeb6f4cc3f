"""One page of a PDF as the characters on it, with their places, and what else it holds."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from treaty.reading.document import UNKNOWN
from treaty.reading.pdf.characters import GAP, characters_of
from treaty.reading.pdf.rules import Rule, rules_of

_ONE_QUARTER = math.pi / 2
_LEAST_PICTURE = 8
"""Pictures less than 8 points wide or high are rules and dots."""
_INVISIBLE = 3
"""The render mode of text that is not drawn."""
_SKEWED = -1


class Glyph(NamedTuple):
    """One character: its box, baseline and type size in points, turned upright; `owner` is the text object that draws it.

    `after_space` and `before_space` say that the file itself has a space there, `after_gap` that PDFium takes a gap for one.
    """

    character: str
    left: float
    right: float
    base: float
    size: float
    owner: int
    after_space: bool
    before_space: bool
    after_gap: bool


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page.

    `text` is what is to be read, `sideways` what stands at a right angle to it, `slanted` what lies across the page like a
    watermark, `hidden` what nobody sees in print. `is_recognised` says that the text is the text layer of a scan. `rules` are
    the lines drawn on it, where the text is upright.
    """

    width: float
    height: float
    text: tuple[Glyph, ...]
    sideways: tuple[tuple[Glyph, ...], ...]
    slanted: tuple[Glyph, ...]
    hidden: tuple[Glyph, ...]
    unmapped: int
    pictures: int
    drawings: int
    is_recognised: bool
    rules: tuple[Rule, ...] = ()

    @property
    def count(self) -> int:
        """How many characters the page shows."""
        return len(self.text) + sum(map(len, self.sideways)) + len(self.slanted)


class _Object(NamedTuple):
    """A text object: what tells it from others, the size and the turn of its type, and whether it is drawn."""

    number: int
    size: float
    turn: int
    visible: bool


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A glyph as it lies on the page, before it is turned upright."""

    glyph: Glyph
    turn: int
    seen: bool


def page_of(page: Any) -> Page:
    """Reads a page of pypdfium2."""
    bounds = page.get_bbox()
    drawn = list(_drawn(page, bounds))
    # Text that is not drawn over most of a page is the text layer of a scan: then it is the text.
    visible = [one for one in drawn if one.seen]
    scan = len(visible) < len(drawn) / 2
    shown = drawn if scan else visible
    turns = {turn: [one.glyph for one in shown if one.turn == turn] for turn in range(_SKEWED, 4)}
    main = max(range(4), key=lambda turn: len(turns[turn]))
    pictures, drawings, rules = _objects(page)
    upright = main % 2 == 0
    return Page(
        width=bounds[2] - bounds[0] if upright else bounds[3] - bounds[1],
        height=bounds[3] - bounds[1] if upright else bounds[2] - bounds[0],
        text=tuple(turns[main]),
        sideways=tuple(tuple(turns[turn]) for turn in range(4) if turn != main and turns[turn]),
        slanted=tuple(turns[_SKEWED]),
        hidden=() if scan else tuple(one.glyph for one in drawn if not one.seen),
        unmapped=sum(one.glyph.character == UNKNOWN or _private(one.glyph.character) for one in shown),
        pictures=pictures,
        drawings=drawings,
        is_recognised=scan,
        rules=rules if main == 0 else (),
    )


def _private(character: str) -> bool:
    return unicodedata.category(character) == "Co"


def _objects(page: Any) -> tuple[int, int, tuple[Rule, ...]]:
    """How many pictures a page shows, how many pictures and drawings together, and the rules among these."""
    pictures = drawings = 0
    paths = []
    for one in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING)):
        drawings += 1
        if one.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = one.get_bounds()
            pictures += right - left >= _LEAST_PICTURE and top - bottom >= _LEAST_PICTURE
        elif one.type == pdfium.FPDF_PAGEOBJ_PATH and one.level == 0:
            paths.append(one)
    return pictures, drawings, rules_of(paths)


def _drawn(page: Any, bounds: tuple[float, float, float, float]) -> Iterator[_Drawn]:
    """The glyphs of a page in the order in which they are drawn."""
    text_page = page.get_textpage()
    try:
        objects: dict[int, _Object] = {}
        characters = [(-1, ""), *characters_of(text_page), (-1, "")]
        for before, (index, character), after in zip(characters, characters[1:], characters[2:], strict=False):
            if not character.isspace():
                spaces = _is_space(before), _is_space(after), before == (GAP, " ")
                yield _placed(text_page, index, character, objects, bounds, spaces)
    finally:
        text_page.close()


def _is_space(character: tuple[int, str]) -> bool:
    return character[0] != GAP and character[1].isspace()


def _placed(
    text_page: Any,
    index: int,
    character: str,
    objects: dict[int, _Object],
    bounds: tuple[float, float, float, float],
    spaces: tuple[bool, bool, bool],
) -> _Drawn:
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
    pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
    owner = _object(text_page, index, objects)
    left, bottom, right, top = _upright(owner.turn, box.left, box.bottom, box.right, box.top)
    base = _upright(owner.turn, x.value, y.value, x.value, y.value)[1]
    height = abs(top - bottom)
    # Type 3 fonts, which Hangul makes, have sizes that say nothing about their glyphs.
    size = owner.size if 0.5 * height <= owner.size <= 1.7 * height else height
    inside = _inside((box.left + box.right) / 2, (box.bottom + box.top) / 2, bounds)
    glyph = Glyph(character, min(left, right), max(left, right), base, max(size, 0.5), owner.number, *spaces)
    return _Drawn(glyph, owner.turn, inside and owner.visible)


def _inside(x: float, y: float, bounds: tuple[float, float, float, float]) -> bool:
    return bounds[0] - 1 <= x <= bounds[2] + 1 and bounds[1] - 1 <= y <= bounds[3] + 1


def _object(text_page: Any, index: int, objects: dict[int, _Object]) -> _Object:
    """The text object that draws a character."""
    handle = pdfium.FPDFText_GetTextObject(text_page, index)
    address = ctypes.addressof(handle.contents) if handle else 0
    if address not in objects:
        objects[address] = _Object(len(objects) + 1 if handle else 0, *_type(text_page, index), _is_drawn(handle))
    return objects[address]


def _type(text_page: Any, index: int) -> tuple[float, int]:
    """The size and the turn of a character's type, which are those of all that its text object draws."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text_page, index, matrix)
    size = pdfium.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
    return size, _turn(pdfium.FPDFText_GetCharAngle(text_page, index))


def _is_drawn(handle: Any) -> bool:
    return not handle or pdfium.FPDFTextObj_GetTextRenderMode(handle) != _INVISIBLE


def _turn(angle: float) -> int:
    """By how many quarters a character is turned clockwise; _SKEWED if by no whole number of them."""
    quarters = angle / _ONE_QUARTER
    return round(quarters) % 4 if abs(quarters - round(quarters)) < 0.05 else _SKEWED


def _upright(turn: int, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
    """A box as it lies once the text in it is turned upright."""
    if turn == 1:
        return -top, left, -bottom, right
    if turn == 2:
        return -right, -top, -left, -bottom
    if turn == 3:
        return bottom, -right, top, -left
    return left, bottom, right, top
