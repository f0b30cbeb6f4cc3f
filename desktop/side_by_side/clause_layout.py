"""Clauses laid out for painting: the lines of a cell's words, where they stand, and what is at a point."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextLine, QTextOption

from desktop.look.reading_type import ReadingType
from desktop.side_by_side.text_offsets import TextOffsets
from desktop.side_by_side.text_types import TextType, TextTypes, text_types
from treaty.model import Language, MarkFamily, Span
from treaty.review.review import Comment
from treaty.review.rows import Cell, CellClause, Mark

LABEL_X = 14.0
TEXT_X = 44.0
RIGHT = 14.0
ABOVE = BELOW = 9.0
NOTE_HEIGHT = 18.0
COMMENT_HEIGHT = 20.0
BETWEEN_CLAUSES = 19.0
HEADING_ABOVE = 5.5
LEAST_WIDTH = 60.0
CARET_REACH = 6.0
KEPT_CELLS = 600

Notes = tuple[str, ...]
"""A line above each of a cell's clauses in their order, "" for none; those behind the last have none."""


@dataclass(frozen=True, slots=True)
class LaidClause:
    """One clause's words in lines. `top_left` is where its words begin in the cell; x of the label is always LABEL_X. A note is
    a line of the program's own words above them."""

    clause: CellClause
    note: str
    type: TextType
    layout: QTextLayout
    offsets: TextOffsets
    top_left: QPointF
    width: float

    @property
    def height(self) -> float:
        """That of its words and of the remarks under them."""
        words = max(1, self.layout.lineCount()) * self.type.line_height
        return words + len(self.clause.comments) * COMMENT_HEIGHT

    @property
    def top(self) -> float:
        """Where it begins, its note included."""
        return self.top_left.y() - (NOTE_HEIGHT if self.note else 0)

    @property
    def note_box(self) -> QRectF:
        return QRectF(self.top_left.x(), self.top - 2, self.width, NOTE_HEIGHT)

    @property
    def bottom(self) -> float:
        return self.top_left.y() + self.height

    @property
    def comment_lines(self) -> list[tuple[Comment, QRectF]]:
        """The remarks with the boxes of their lines, in the cell."""
        left, first = self.top_left.x(), self.bottom - len(self.clause.comments) * COMMENT_HEIGHT
        return [
            (comment, QRectF(left, first + place * COMMENT_HEIGHT, self.width, COMMENT_HEIGHT))
            for place, comment in enumerate(self.clause.comments)
        ]

    @property
    def first_base_line(self) -> float:
        return self.top_left.y() + self.type.base_line

    @property
    def label_box(self) -> QRectF:
        width = QFontMetricsF(self.type.label).horizontalAdvance(self.clause.label)
        return QRectF(LABEL_X, self.top_left.y(), width, self.type.line_height)

    def stretches(self, span: Span) -> list[QRectF]:
        """The boxes of a span of characters, one a line, in the cell; spaces at a line's end are left out."""
        start, end = self.offsets.units(span)
        lines = (self.layout.lineAt(number) for number in range(self.layout.lineCount()))
        boxes = (self._stretch(number, line, start, end) for number, line in enumerate(lines))
        return [box for box in boxes if box is not None]

    def caret(self, offset: int) -> QPointF:
        """The point on the base line before a character."""
        unit = self.offsets.unit(offset)
        line = self.layout.lineForTextPosition(unit)
        if not line.isValid():
            return QPointF(self.top_left.x(), self.first_base_line)
        base = self.first_base_line + line.lineNumber() * self.type.line_height
        return QPointF(self.top_left.x() + _x(line, unit), base)

    def mark_at(self, point: QPointF) -> Mark | None:
        """The mark under a point of the cell; of several the shortest."""
        hit = [mark for mark in self.clause.marks if self._covers(mark, point)]
        return min(hit, key=lambda mark: mark.span.end - mark.span.start, default=None)

    def stands_at_label(self, mark: Mark) -> bool:
        """Whether a mark is about the clause's number, which is no part of its words."""
        numbering = mark.family is MarkFamily.NUMBERING_AND_REFERENCES
        return numbering and mark.is_caret and mark.span.start == 0 and bool(self.clause.label)

    def _covers(self, mark: Mark, point: QPointF) -> bool:
        if self.stands_at_label(mark):
            return self.label_box.contains(point)
        if mark.is_caret:
            distance = point - self.caret(mark.span.start)
            return abs(distance.x()) <= CARET_REACH and -self.type.line_height / 2 <= distance.y() <= 10
        return any(box.contains(point) for box in self.stretches(mark.span))

    def _stretch(self, number: int, line: QTextLine, start: int, end: int) -> QRectF | None:
        first, last = line.textStart(), line.textStart() + line.textLength()
        begins, ends = max(start, first), min(end, last)
        if begins >= ends:
            return None
        x = _x(line, begins)
        width = min(_x(line, ends), line.naturalTextWidth()) - x
        top = self.top_left.y() + number * self.type.line_height
        return QRectF(self.top_left.x() + x, top, width, self.type.line_height)


@dataclass(frozen=True, slots=True)
class LaidCell:
    """A cell's clauses one below the other."""

    clauses: tuple[LaidClause, ...]
    height: float

    def mark_at(self, point: QPointF) -> Mark | None:
        return next((mark for laid in self.clauses if (mark := laid.mark_at(point))), None)


class ClauseLayouts:
    """Lays cells out, and keeps those laid out last."""

    def __init__(self, type_: ReadingType) -> None:
        self._cells: OrderedDict[tuple[Cell, Language, float, bool, Notes], LaidCell] = OrderedDict()
        self.set_type(type_)

    def set_type(self, type_: ReadingType) -> None:
        self._cells.clear()
        self.type = type_
        self.line_height: float = type_.line_height
        self._types = {language: text_types(type_.size_of(language), self.line_height) for language in Language}

    def laid_out(self, cell: Cell, language: Language, width: float, heading: bool = False, notes: Notes = ()) -> LaidCell:
        # Taken out and put in again behind the others: a cell's hash goes through all its clauses, so it is asked for little.
        key = (cell, language, width, heading, notes)
        laid = self._cells.pop(key, None) or self._lay_out(*key)
        self._cells[key] = laid
        if len(self._cells) > KEPT_CELLS:
            self._cells.popitem(last=False)
        return laid

    def estimated_height(self, cell: Cell, width: float, heading: bool = False) -> float:
        """About the height that the cell will take, from counting characters."""
        edges = 2 * HEADING_ABOVE if heading else ABOVE + BELOW
        room = max(LEAST_WIDTH, width - TEXT_X - RIGHT) / self.type.size * 0.96
        lines = sum(_estimated_lines(clause.text, room) for clause in cell.clauses)
        comments = sum(len(clause.comments) for clause in cell.clauses) * COMMENT_HEIGHT
        return edges + max(1, lines) * self.line_height + max(0, len(cell.clauses) - 1) * BETWEEN_CLAUSES + comments

    def _lay_out(self, cell: Cell, language: Language, width: float, heading: bool, notes: Notes) -> LaidCell:
        types = self._types[language]
        above = HEADING_ABOVE if heading else ABOVE
        top = above
        placed: list[LaidClause] = []
        for clause, note in zip(cell.clauses, (*notes, *[""] * len(cell.clauses)), strict=False):
            laid = self._lay_clause(clause, note, types, top, width, heading)
            placed.append(laid)
            top = laid.bottom + BETWEEN_CLAUSES
        bottom = placed[-1].bottom if placed else top + self.line_height
        return LaidCell(tuple(placed), bottom + above)

    def _lay_clause(
        self, clause: CellClause, note: str, types: TextTypes, top: float, width: float, heading: bool
    ) -> LaidClause:
        type_ = types.clause
        if heading:
            type_ = types.heading if clause.label else types.title
        x = self._text_x(clause.label, type_, heading)
        layout = QTextLayout(clause.text, type_.words)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        room = max(LEAST_WIDTH, width - x - RIGHT)
        _break_into_lines(layout, room, type_)
        top_left = QPointF(x, top + (NOTE_HEIGHT if note else 0))
        return LaidClause(clause, note, type_, layout, TextOffsets(clause.text), top_left, room)

    def _text_x(self, label: str, type_: TextType, heading: bool) -> float:
        if heading and not label:
            return LABEL_X
        needed = LABEL_X + QFontMetricsF(type_.label).horizontalAdvance(label) + (10 if heading else 8)
        return round(needed if heading else max(TEXT_X, needed))


def _break_into_lines(layout: QTextLayout, width: float, type_: TextType) -> None:
    layout.beginLayout()
    number = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        # Every line gets the same height and base line, whatever font its characters fall back to.
        line.setPosition(QPointF(0, number * type_.line_height + type_.base_line - line.ascent()))
        number += 1
    layout.endLayout()


def _estimated_lines(text: str, room: float) -> int:
    """How many lines a text takes where a line has room for that many em."""
    # Three bytes are a wide character, two or one a narrow one: counting bytes is a hundred times quicker than characters.
    wide = (len(text.encode("utf-8", "surrogatepass")) - len(text)) // 2
    ems = wide * 0.92 + (len(text) - wide) * 0.5
    return max(1, int(ems / room + 0.95))


def _x(line: QTextLine, unit: int) -> float:
    place: tuple[float, int] = line.cursorToX(unit)  # type: ignore[assignment]  # the stubs say otherwise
    return place[0]
