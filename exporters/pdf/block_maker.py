"""Makes blocks of lines of a report's rows, and of the paragraphs of its last part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporters.marked_text import marks_on_words, numbers_at
from exporters.notes import Note, notes_of
from exporters.pdf.blocks import Band, Block, PlacedLine
from exporters.pdf.columns import Columns
from exporters.pdf.type import SANS, SANS_BOLD, SANS_MEDIUM, SERIF, Glyph, TypeCase, broken
from exporters.report_words import ReportWords
from exporters.styles import BODY, GRAVITIES, HEADING, LEGEND, NOTE, NUMBER, RAISED, SHAPES, SHAPES_AROUND, Type
from treaty.review.rows import Cell, CellClause, Mark, Row, RowKind

RAISED_BY = 3.4
SPACE_BEFORE_NUMBER = 1.2
SPACE_AFTER_FRAME = 2.6
SPACE_ABOVE_NOTES = 2.0


class BlockMaker:
    """Turns rows into blocks for given columns."""

    def __init__(self, words: ReportWords, case: TypeCase, columns: Columns) -> None:
        self._words = words
        self._case = case
        self._columns = columns

    def row(self, row: Row, index: int, again: Block | None = None) -> Block:
        """The row of an index as a block, with the anchor "row<index>"; `again` repeats a heading on the next sheet."""
        if row.kind is RowKind.POINTER:
            return self._pointer(row)
        block = replace(self._heading(row), again=again) if row.kind is RowKind.HEADING else self._clauses(row)
        place = self._words.place(row)
        goes_on = self._aside(self._words.wording("report.goes_on"), divided=False)
        goes_on_here = self._aside(self._words.continued(place, 0), divided=True)
        return replace(block, anchor=f"row{index}", goes_on=goes_on, goes_on_here=goes_on_here)

    def continued(self, row: Row) -> Block:
        """The heading as it is repeated at the head of the next sheet."""
        lines = []
        for column, cell in self._words.shown(row):
            heading = " ".join(_heading_words(clause) for clause in cell.clauses)
            said = self._words.continued(heading, column) if heading else ""
            glyphs = self._case.set(said, SANS_BOLD, HEADING)
            lines.append(self.lines(self._columns.texts[column], self._columns.width, glyphs))
        return Block(_side_by_side(lines, HEADING), is_heading=True, is_repeated=True)

    def text(self, text: str, use: Type, font: str = SANS, indent: float = 0.0) -> Block:
        """A paragraph over the whole width, for the last part."""
        x = self._columns.left + indent
        lines = self.lines(x, self._columns.right - x, self._case.set(text, font, use))
        return Block(tuple(Band(use.leading, (line,)) for line in lines), ruled=False, padding=1.2)

    def title(self, text: str) -> Block:
        """A heading of the last part."""
        block = self.text(text, HEADING, SANS_BOLD)
        return replace(block, is_heading=True, bookmark=text, anchor=text, padding=5)

    def link(self, text: str, use: Type, target: str) -> Block:
        """A paragraph over the whole width that leads to an anchor."""
        block = self.text(text, use)
        bands = (replace(band, lines=tuple(replace(line, target=target) for line in band.lines)) for band in block.bands)
        return replace(block, bands=tuple(bands))

    def cell_line(self, left: float, text: str, use: Type, font: str) -> PlacedLine:
        """One line, `left` points from the left margin."""
        x = self._columns.left + left
        return self.lines(x, self._columns.right - x, self._case.set(text, font, use))[0]

    def lines(self, x: float, width: float, glyphs: Sequence[Glyph], marks: tuple[Mark, ...] = ()) -> list[PlacedLine]:
        return [PlacedLine(x, line, marks) for line in broken(glyphs, width)]

    def _clauses(self, row: Row) -> Block:
        gravity = GRAVITIES[row.gravest] if row.gravest else None
        bands = (*self._bands(row), *self._notes(row))
        return Block(bands, bar=gravity.bar if gravity else None, bookmark=self._words.beginning(row), rank=1)

    def _aside(self, words: str, *, divided: bool) -> tuple[Band, ...]:
        lines = self.lines(self._columns.texts[0], self._columns.width, self._case.set(words, SANS, NOTE))
        return tuple(Band(NOTE.leading, (line,), divided=divided) for line in lines)

    def _pointer(self, row: Row) -> Block:
        x = self._columns.texts[0]
        glyphs = self._case.set(self._words.pointer(row), SANS, NOTE)
        lines = self.lines(x, self._columns.right - x, glyphs)
        return Block(tuple(Band(NOTE.leading, (line,)) for line in lines))

    def _heading(self, row: Row) -> Block:
        gravity = GRAVITIES[row.gravest] if row.gravest else None
        lines = [self._heading_cell(cell, column) for column, cell in self._words.shown(row)]
        first = next(cell for cell in row.cells if cell.clauses)
        bookmark = " ".join(_heading_words(clause) for clause in first.clauses)
        bands = (*_side_by_side(lines, HEADING), *self._notes(row))
        return Block(bands, bar=gravity.bar if gravity else None, is_heading=True, bookmark=bookmark)

    def _heading_cell(self, cell: Cell, column: int) -> list[PlacedLine]:
        if not cell.clauses:
            return self._void(column)
        return [line for clause in cell.clauses for line in self._clause(column, clause, SANS_BOLD, HEADING)]

    def _bands(self, row: Row) -> tuple[Band, ...]:
        columns = [self._cell(row, cell, column) for column, cell in self._words.shown(row)]
        return _side_by_side([self._number(row), *columns], BODY)

    def _number(self, row: Row) -> list[PlacedLine]:
        """The number of a row, and what became of it between two versions."""
        x, width = self._columns.number, self._columns.number_width
        if x is None:
            return []
        number = self._case.set(self._words.number(row), SANS_MEDIUM, NUMBER)
        change = self._words.change(row)
        said = self.lines(x, width, self._case.set(change, SANS, LEGEND)) if change else []
        return [*self.lines(x, width, number), *said]

    def _cell(self, row: Row, cell: Cell, column: int) -> list[PlacedLine]:
        if not cell.clauses:
            return self._void(column)
        moved = row.moved and column > 0
        lead = self._case.set(self._words.moved(cell, column) + "  ", SANS, NOTE) if moved else []
        lines: list[PlacedLine] = []
        for index, clause in enumerate(cell.clauses):
            own = self._clause(column, clause, SERIF, BODY, lead if index == 0 else [])
            lines += [replace(own[0], ruled_above=index > 0), *own[1:]]
        return lines

    def _void(self, column: int) -> list[PlacedLine]:
        glyphs = self._case.set(self._words.void(column), SANS, NOTE)
        lines = self.lines(self._columns.texts[column] + 6, self._columns.width - 12, glyphs)
        return [replace(line, boxed=True) for line in lines]

    def _clause(self, column: int, clause: CellClause, font: str, use: Type, lead: Sequence[Glyph] = ()) -> list[PlacedLine]:
        label_font = SANS_BOLD if font == SANS_BOLD else SANS_MEDIUM
        label = self._case.set(f"{clause.label} " if clause.label else "", label_font, NUMBER if font == SERIF else use)
        marks = marks_on_words(clause)
        glyphs = [*lead, *label, *self._numbered_words(clause.text, marks, font, use)]
        lines = self.lines(self._columns.texts[column], self._columns.width, glyphs, marks)
        return [replace(line, changes=clause.changes) for line in lines]

    def _numbered_words(self, text: str, marks: Sequence[Mark], font: str, use: Type) -> Iterator[Glyph]:
        numbered = numbers_at(marks)
        yield from self._raised(numbered.get(0, ()))
        for glyph in self._case.set(text, font, use, offset=0):
            yield glyph
            yield from self._raised(numbered.get((glyph.offset or 0) + 1, ()))

    def _raised(self, marks: Sequence[Mark]) -> Iterator[Glyph]:
        for mark in marks:
            around = SHAPES[mark.family] in SHAPES_AROUND and not (mark.is_caret or mark.changed)
            yield Glyph("", SANS_MEDIUM, RAISED.size, SPACE_AFTER_FRAME if around else SPACE_BEFORE_NUMBER)
            yield from self._case.set(f"[{mark.number}]", SANS_MEDIUM, RAISED, rise=RAISED_BY)

    def _notes(self, row: Row) -> Iterator[Band]:
        for index, said in enumerate(notes_of(row, self._words)):
            bands = self._note(said)
            yield replace(next(bands), above=SPACE_ABOVE_NOTES if index == 0 else 0.0)
            yield from bands

    def _note(self, said: Note) -> Iterator[Band]:
        """A finding's note, set across both texts with its number hanging; that of a reviewer's remark has a sign."""
        number = self._case.set(f"{said.parts[0].text} ", SANS, NOTE)
        hang = sum(glyph.width for glyph in number) + 3
        words: list[Glyph] = []
        for part in said.parts[1:]:
            words += self._case.set(f"{part.text} ", SANS_BOLD if part.bold else SANS, NOTE)
        x = self._columns.texts[0]
        lines = self.lines(x + hang, self._columns.right - x - hang, words)
        head = self.lines(x, hang, number)[0]
        yield Band(NOTE.leading, (head, lines[0]))
        for line in lines[1:]:
            yield Band(NOTE.leading, (line,))


def _heading_words(clause: CellClause) -> str:
    return f"{clause.label} {clause.text}".strip()


def _side_by_side(columns: Sequence[Sequence[PlacedLine]], use: Type) -> tuple[Band, ...]:
    height = max(len(lines) for lines in columns)
    return tuple(
        Band(use.leading, tuple(lines[index] for lines in columns if index < len(lines)), divided=True)
        for index in range(height)
    )
