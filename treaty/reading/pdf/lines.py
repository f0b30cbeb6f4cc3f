"""The lines of a PDF page in reading order, with their words apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from treaty.reading.pdf.columns import Run, gutter_of, in_order, runs_of
from treaty.reading.pdf.page import Glyph
from treaty.reading.pdf.rules import Rule
from treaty.reading.pdf.tables import with_columns, without_tables

_WORD_GAP = 0.13
"""A gap of this many type sizes more than between letters parts words."""
_CELLS = 2.5
_MARK = re.compile(r"\(?\d{1,3}\)?|[*†‡§]+\)?|\*\d{1,3}\)?|주\d{0,3}\)?")
_POWER = re.compile(r"(?:^|[\s\d(/·])(?:[kcmd]?m|10)$")


@dataclass(frozen=True, slots=True)
class Mark:
    """A raised number or star: it stands before the character `place` of its line's text and cites a footnote."""

    place: int
    text: str


@dataclass(frozen=True, slots=True)
class TextLine:
    """One printed line of one column. `column` is "" for the full width, else the way to it: "l", "r", "rl" …

    `first_word` is the width of the first word; `space_behind` says that the file has a space after the last word, `has_cells`
    that wide gaps part the line as those between the cells of a table do. `page` counts from 0; `bottom` is the distance of
    the baseline from the page's lower edge. `cells` are the lines in each cell where this is a row of a table.
    """

    text: str
    left: float
    right: float
    bottom: float
    size: float
    column: str
    page: int
    first_word: float
    space_behind: bool
    has_cells: bool = False
    marks: tuple[Mark, ...] = ()
    cells: tuple[tuple[TextLine, ...], ...] = ()

    @property
    def width(self) -> float:
        return self.right - self.left

    def with_marks(self, cited: frozenset[str]) -> TextLine:
        """The line with its marks in its text, apart by a space, but for those whose footnotes stand on the page."""
        text, shift = self.text, 0
        for mark in self.marks:
            if bare(mark.text) not in cited:
                place = mark.place + shift
                apart = f" {mark.text} " if text[place : place + 1].isalnum() else f" {mark.text}"
                text, shift = text[:place] + apart + text[place:], shift + len(apart)
        cells = tuple(tuple(line.with_marks(cited) for line in cell) for cell in self.cells)
        return replace(self, text=text, marks=(), cells=cells)


@dataclass(frozen=True, slots=True)
class Spacing:
    """How a page sets words apart: whether the file has spaces, and the gap, in type sizes, between 제 and 3 where it has none.

    Many programs put a quarter of a space there.
    """

    spaced: bool
    between_scripts: float


def bare(mark: str) -> str:
    """A footnote's mark without what stands around it."""
    return mark.strip("().[] 주") or mark


def lines_of(
    glyphs: Sequence[Glyph], page: int, gutter: float | None = None, rules: Sequence[Rule] = ()
) -> tuple[list[TextLine], float | None]:
    """The lines of a page in reading order, and where the gap between its columns is, None if it has but one.

    `gutter` is where it was on the page before: then fewer lines are enough to see it.
    """
    rest, table_rows = without_tables(glyphs, rules)
    runs = runs_of(rest)
    spacing = _spacing(runs, glyphs)
    found = gutter_of(runs, gutter)
    rows = with_columns(in_order([*runs, *table_rows], "", found))
    return [_line(row, column, page, spacing) for column, row in rows], found


def _line(row: list[Run], column: str, page: int, spacing: Spacing) -> TextLine:
    if row[0].cells:
        return _row_of_table(row[0], column, page, spacing)
    glyphs = sorted((glyph for run in row for glyph in run.glyphs), key=lambda glyph: glyph.left)
    raised = sorted((glyph for run in row for glyph in run.raised), key=lambda glyph: glyph.left)
    size, base = median(glyph.size for glyph in glyphs), median(run.base for run in row)
    text, places = _text(glyphs, raised, size, spacing)
    text, marks = _with_raised(text, places, glyphs, raised)
    end = next((index for index, place in enumerate(places) if index and place > places[index - 1] + 1), len(glyphs))
    return TextLine(
        text=text,
        left=glyphs[0].left,
        right=max(glyph.right for glyph in glyphs[-3:]),
        bottom=base,
        size=size,
        column=column,
        page=page,
        first_word=glyphs[end - 1].right - glyphs[0].left,
        space_behind=glyphs[-1].before_space,
        has_cells=any(right.left - left.right > _CELLS * size for left, right in pairwise(glyphs)),
        marks=marks,
    )


def _row_of_table(run: Run, column: str, page: int, spacing: Spacing) -> TextLine:
    cells = tuple(
        tuple(_line(row, column, page, spacing) for _, row in in_order(runs_of(cell), column, None)) for cell in run.cells
    )
    text = " ".join(line.text for cell in cells for line in cell)
    return TextLine(text, run.left, run.right, run.base, run.size, column, page, 0.0, False, cells=cells)


def _text(glyphs: Sequence[Glyph], raised: Sequence[Glyph], size: float, spacing: Spacing) -> tuple[str, list[int]]:
    """The words of a line, and where each glyph stands in them. Where the file has no spaces, gaps tell the words apart."""
    gaps = [right.left - left.right for left, right in pairwise(glyphs)]
    own = sum(glyph.after_space for glyph in glyphs[1:])
    # Letters of a line that is spread or narrowed have a gap of their own.
    inside = [gap for gap, glyph in zip(gaps, glyphs[1:], strict=True) if not (glyph.after_space or glyph.after_gap)]
    usual = max(-0.1 * size, median(inside if 3 * len(inside) > len(gaps) else gaps)) if gaps else 0.0
    least = (0.45 if own or (spacing.spaced and len(glyphs) < 20) else _WORD_GAP) * size
    text, places = glyphs[0].character, [0]
    for (before, glyph), gap in zip(pairwise(glyphs), gaps, strict=True):
        gap -= sum(one.right - one.left for one in raised if before.left < one.left < glyph.left)
        gap -= usual + (spacing.between_scripts * size if _meet(before, glyph) else 0)
        text += " " if glyph.after_space or gap > (_WORD_GAP * size if glyph.after_gap else least) else ""
        places.append(len(text))
        text += glyph.character
    return text, places


def _meet(left: Glyph, right: Glyph) -> bool:
    """Whether a Korean character and a letter or digit stand side by side."""
    one, other = left.character, right.character
    if ("가" <= one <= "힣") is ("가" <= other <= "힣"):
        return False
    letter = other if "가" <= one <= "힣" else one
    return letter.isascii() and letter.isalnum()


def _spacing(runs: Sequence[Run], glyphs: Sequence[Glyph]) -> Spacing:
    gaps = [
        (right.left - left.right) / right.size
        for run in runs
        for left, right in pairwise(run.glyphs)
        if not right.after_space and _meet(left, right)
    ]
    between = max(0.0, median(gaps)) if gaps else 0.0
    return Spacing(sum(glyph.after_space for glyph in glyphs) * 25 > len(glyphs), min(between, 0.35))


def _with_raised(
    text: str, places: Sequence[int], glyphs: Sequence[Glyph], raised: Sequence[Glyph]
) -> tuple[str, tuple[Mark, ...]]:
    """A line's text with what is raised or lowered in it, and the marks of footnotes apart from it."""
    marks: list[Mark] = []
    shift = 0
    for group in _groups(raised):
        words = "".join(glyph.character for glyph in group)
        before = sum(glyph.left < group[0].left for glyph in glyphs)
        place = (places[before - 1] + 1 if before else 0) + shift
        if before and _MARK.fullmatch(words) and group[0].base > glyphs[0].base and not _POWER.search(text[:place]):
            marks.append(Mark(place, words))
            continue
        words += "" if before else " "
        text, shift = text[:place] + words + text[place:], shift + len(words)
    return text, tuple(marks)


def _groups(raised: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    group: list[Glyph] = []
    for glyph in raised:
        if group and glyph.left - group[-1].right > 0.5 * glyph.size:
            yield group
            group = []
        group.append(glyph)
    if group:
        yield group
