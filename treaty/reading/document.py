"""What every format is read into before clauses are looked for: blocks of text in reading order, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from treaty.language.script import language_of
from treaty.model import Language, Span, Unread
from treaty.progress import Progress, SilentProgress
from treaty.reading.watching import watched

_EDGE = " \t\u00a0\u3000\ufeff\u200b"


class Role(StrEnum):
    """What a block is on the page. All but BODY, TABLE_ROW and FOOTNOTE are set aside."""

    BODY = "body"
    TABLE_ROW = "table_row"
    FOOTNOTE = "footnote"
    PAGE_HEADER = "page_header"
    PAGE_FOOTER = "page_footer"
    PAGE_NUMBER = "page_number"
    COMMENT = "comment"
    HIDDEN = "hidden_text"
    FURNITURE = "page_furniture"


CHANGES_MADE, CHANGES_UNDONE = "change_made", "change_undone"
"""What a source says besides its text of tracked changes: that it was read as they leave it, or as it was before them."""
UNKNOWN = "\ufffd"
"""Stands for a character that the file does not tell."""
READ_ROLES = frozenset({Role.BODY, Role.TABLE_ROW, Role.FOOTNOTE})


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, or one row of a table, as it is printed.

    `text` holds the words with the number in front that the format gives automatically ("제3조 …", "① …"), a space between.
    A row of a table has its paragraphs in `cells`, cell by cell, and no `text`. A line break inside a paragraph is "\\n".
    `mark` is what a footnote's `text` begins with ("1)"; empty if the note has none), None where it continues the note before.
    """

    text: str = ""
    role: Role = Role.BODY
    cells: tuple[tuple[str, ...], ...] = ()
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks of a file in reading order, a footnote behind the paragraph that cites it, what is not text, and how many
    tracked changes there are."""

    blocks: tuple[Block, ...]
    unread: tuple[Unread, ...] = ()
    changes: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read one file: its name for messages, whether tracked changes are read as the original or the final text."""

    file: str
    progress: Progress
    original: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line with words on it, without the blanks around it; `source` is its span in the source's text.

    A row of a table is one line; `cells` holds the lines in each of its cells. `mark` is that of the note which begins here.
    """

    text: str
    source: Span
    language: Language | None
    role: Role = Role.BODY
    cells: tuple[tuple[Line, ...], ...] = ()
    mark: str | None = None

    def head(self, end: int) -> Line:
        """The line up to the character `end`, without the blanks behind it."""
        kept = self.text[:end].rstrip(_EDGE)
        return replace(self, text=kept, source=Span(self.source.start, self.source.start + len(kept)))

    def tail(self, start: int) -> Line:
        """The line from the character `start` on, without the blanks before it."""
        rest = self.text[start:]
        kept = rest.lstrip(_EDGE)
        return replace(self, text=kept, source=Span(self.source.end - len(kept), self.source.end))


def laid_out(document: Document, progress: Progress = SilentProgress()) -> tuple[str, list[Line]]:
    """A document's text as one string, a line for each block, and its lines with their places in it."""
    text, lines = "", []
    for block in watched(document.blocks, progress):
        if block.cells:
            row, line = _row(block, len(text))
            lines += _alone(line) or [line] if line.text else []
            text += row + "\n"
            continue
        mark = block.mark
        for part in block.text.split("\n"):
            if words := part.strip(_EDGE):
                start = len(text) + part.index(words)
                lines.append(Line(words, Span(start, start + len(words)), language_of(words), block.role, mark=mark))
                mark = None
            text += part + "\n"
    return text, lines


def _alone(row: Line) -> list[Line]:
    """The lines of a row whose words stand in one cell: that is a frame around a paragraph, no table. Else none."""
    filled = [cell for cell in row.cells if cell]
    if len(filled) != 1 or row.role is not Role.TABLE_ROW:
        return []
    return [replace(line, role=Role.BODY) for line in filled[0]]


def _row(block: Block, start: int) -> tuple[str, Line]:
    """A table's row as text, its cells apart by tabs, and as one line."""
    text, cells = "", []
    for number, cell in enumerate(block.cells):
        text += "\t" if number else ""
        inside: list[Line] = []
        for paragraph in cell:
            if inside:
                text += " "
            if words := paragraph.replace("\n", " ").strip(_EDGE):
                place = start + len(text)
                inside.append(Line(words, Span(place, place + len(words)), language_of(words), block.role))
                text += words
        cells.append(tuple(inside))
    words = text.strip(_EDGE)
    offset = start + (text.index(words) if words else 0)
    return text, Line(words, Span(offset, offset + len(words)), language_of(words), block.role, tuple(cells))
