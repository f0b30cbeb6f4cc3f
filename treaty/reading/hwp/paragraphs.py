"""Paragraphs as HWP and HWPX both hold them, with what is anchored in them, laid out as blocks in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from treaty.progress import Progress
from treaty.reading.document import READ_ROLES, Block, Role
from treaty.reading.hwp.numbering import Head, HeadCounter, HeadShapes
from treaty.reading.notes import one_note

_STEP = 200
_MOST_PLACES = 50
"""How many places of a table's grid there may be to each of its cells: forms with many merged cells have ten."""
_ONCE = frozenset({Role.PAGE_HEADER, Role.PAGE_FOOTER, Role.FURNITURE})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without its automatic number, and what is anchored in it.

    `outline` is the id of the outline's numbering where a section begins with this paragraph. `ends` is False where a tracked
    change took the paragraph's end away, so that the next one continues it.
    """

    head: Head = Head()
    text: str = ""
    anchored: tuple[Apart | Table, ...] = ()
    outline: str | None = None
    ends: bool = True


@dataclass(frozen=True, slots=True)
class Apart:
    """Paragraphs that stand apart from the one that anchors them: a note, a text box, a caption, a page header."""

    role: Role
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table at the column where it begins."""

    column: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table's cells row by row; a cell merged over several rows or columns stands only where it begins."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(slots=True)
class Draft:
    """A paragraph while it is being read."""

    head: Head = Head()
    words: list[str] = field(default_factory=list)
    anchored: list[Apart | Table] = field(default_factory=list)
    outline: str | None = None
    ends: bool = True

    def paragraph(self) -> Paragraph:
        return Paragraph(self.head, "".join(self.words), tuple(self.anchored), self.outline, self.ends)


class Steps:
    """Tells the progress of reading paragraph by paragraph."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._done, self._total = progress, 0, total
        progress.report(0, max(1, total), "progress.read")

    @property
    def all_done(self) -> bool:
        return self._done == self._total

    def one(self) -> None:
        self._done += 1
        if self._done % _STEP == 0:
            self._progress.report(min(self._done, self._total), self._total, "progress.read")


class Layout:
    """Lays paragraphs out as blocks, with their automatic numbers; page headers and the like once for each text."""

    def __init__(self, shapes: HeadShapes) -> None:
        self._counter = HeadCounter(shapes)
        self._seen: set[tuple[Role, str]] = set()

    def blocks(self, paragraphs: Iterable[Paragraph], role: Role = Role.BODY) -> list[Block]:
        blocks = []
        for paragraph in _whole(paragraphs):
            text = self._printed(paragraph)
            if self._is_wanted(role, text):
                blocks.append(Block(text, role))
            for part in paragraph.anchored:
                blocks += self._part(part, role)
        return blocks

    def _is_wanted(self, role: Role, text: str) -> bool:
        if role not in _ONCE:
            # An empty line tells paragraphs of the body apart; elsewhere it is nothing.
            return bool(text) or role is Role.BODY
        known = (role, text) in self._seen
        self._seen.add((role, text))
        return bool(text) and not known

    def _printed(self, paragraph: Paragraph) -> str:
        if paragraph.outline is not None:
            self._counter.start_section(paragraph.outline)
        label = self._counter.label(paragraph.head)
        return f"{label} {paragraph.text}" if label and paragraph.text else label or paragraph.text

    def _part(self, part: Apart | Table, role: Role) -> list[Block]:
        if isinstance(part, Table):
            return self._rows(part, role)
        # What stands inside a comment or a page header belongs to it, whatever it is.
        own = part.role is not Role.BODY and role in READ_ROLES
        blocks = self.blocks(part.paragraphs, part.role if own else role)
        return list(one_note(blocks)) if own and part.role is Role.FOOTNOTE else blocks

    def _rows(self, table: Table, role: Role) -> list[Block]:
        columns = {column: place for place, column in enumerate(sorted({cell.column for row in table.rows for cell in row}))}
        aligned = len(columns) * len(table.rows) <= _MOST_PLACES * sum(map(len, table.rows))
        blocks = []
        for row in table.rows:
            if len(row) == 1 and columns[row[0].column] == 0:
                blocks += self._frame(row[0], role)
            else:
                blocks += self._row(row, columns if aligned else {}, role)
        return blocks

    def _row(self, row: tuple[Cell, ...], columns: dict[int, int], role: Role) -> list[Block]:
        """A row as one block, and behind it the notes and tables in its cells. Places that merged cells cover are empty."""
        cells: list[tuple[str, ...]] = [()] * len(columns)
        following = []
        for number, cell in enumerate(row):
            texts, blocks = self._cell(cell.paragraphs, role)
            following += blocks
            if columns:
                cells[columns[cell.column]] += tuple(texts)
            else:
                cells.insert(number, tuple(texts))
        return [*self._row_block(tuple(cells), role), *following]

    def _frame(self, cell: Cell, role: Role) -> list[Block]:
        """A row of one cell, cut where notes and tables stand in it: such cells frame whole pages."""
        blocks: list[Block] = []
        texts: list[str] = []
        for paragraph in _whole(cell.paragraphs):
            more, following = self._cell((paragraph,), role)
            texts += more
            if following:
                blocks += [*self._row_block((tuple(texts),), role), *following]
                texts = []
        return [*blocks, *self._row_block((tuple(texts),), role)]

    def _cell(self, paragraphs: Iterable[Paragraph], role: Role) -> tuple[list[str], list[Block]]:
        """The paragraphs printed in a cell, text boxes among them, and the blocks that must follow its row."""
        texts: list[str] = []
        following: list[Block] = []
        for paragraph in _whole(paragraphs):
            if text := self._printed(paragraph):
                texts.append(text)
            for part in paragraph.anchored:
                if isinstance(part, Apart) and part.role is Role.BODY:
                    more, blocks = self._cell(part.paragraphs, role)
                    texts += more
                    following += blocks
                else:
                    following += self._part(part, role)
        return texts, following

    def _row_block(self, cells: tuple[tuple[str, ...], ...], role: Role) -> list[Block]:
        if not any(cells):
            return []
        if role is Role.BODY:
            return [Block(cells=cells, role=Role.TABLE_ROW)]
        text = "\t".join(" ".join(cell) for cell in cells)
        return [Block(text, role)] if self._is_wanted(role, text) else []


def _whole(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, those joined whose end was taken away; of those that nothing is left of, none."""
    held: list[Paragraph] = []
    for paragraph in paragraphs:
        held.append(paragraph)
        if paragraph.ends:
            yield _joined(held)
            held = []
    if any(paragraph.text or paragraph.anchored for paragraph in held):
        yield _joined(held)


def _joined(parts: Sequence[Paragraph]) -> Paragraph:
    """One paragraph out of several, numbered as the first of them that has anything left."""
    if len(parts) == 1:
        return parts[0]
    first = next((part for part in parts if part.text or part.anchored), parts[-1])
    outline = next((part.outline for part in parts if part.outline is not None), None)
    anchored = tuple(thing for part in parts for thing in part.anchored)
    return Paragraph(first.head, "".join(part.text for part in parts), anchored, outline)
