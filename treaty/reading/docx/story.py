"""Paragraphs and tables in the order of a page, as blocks: the body, text boxes, notes, page headers, comments."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from treaty.reading.document import Block, Role
from treaty.reading.docx.changes import Changes
from treaty.reading.docx.embedded import Embedded
from treaty.reading.docx.notes import AllNotes, Note
from treaty.reading.docx.numbering import Counters, Numbering
from treaty.reading.docx.package import W, number, relation_of, switched, value
from treaty.reading.docx.words import Citation, WordReader, chosen, is_alternative
from treaty.reading.xml.drawn import Drawn

_MARGINS = frozenset({Role.PAGE_HEADER, Role.PAGE_FOOTER})
_BLANKS = " \t"
_MOST_COLUMNS = 63
"""The most columns that a table in Word has; keeps a forged width short."""


@dataclass(frozen=True, slots=True)
class Story:
    """A part of the document that is read from beginning to end: what it is on the page, and how far its lists have counted."""

    role: Role
    counters: Counters


class StoryReader:
    """Reads the blocks of a document's stories. `told` is called after each paragraph.

    `changes_within` counts the tracked changes of the documents within the document that were read so far.
    """

    def __init__(
        self,
        words: WordReader,
        numbering: Numbering,
        changes: Changes,
        notes: AllNotes,
        embedded: Embedded,
        told: Callable[[], None],
    ) -> None:
        self._words, self._numbering, self._changes, self._notes, self._told = words, numbering, changes, notes, told
        self._embedded = embedded
        self.changes_within = 0
        self._skipped = changes.dropped | {f"{W}{name}" for name in ("sdtPr", "sectPr", "tblPr", "trPr", "tcPr")}
        self._in_boxes = Counters(numbering)
        self._in_notes = Counters(numbering)

    def story(self, content: etree._Element, role: Role) -> Iterator[Block]:
        """The blocks of a whole story, whose lists count on their own."""
        return self._blocks(content, Story(role, Counters(self._numbering)))

    def _blocks(self, container: etree._Element, story: Story) -> Iterator[Block]:
        joined: list[etree._Element] = []
        for element in self._nearest(container, f"{W}p", f"{W}tbl", f"{W}altChunk"):
            if element.tag == f"{W}p":
                joined.append(element)
                if self._changes.joins_next(element):
                    continue
            yield from self._paragraph(joined, story)
            joined = []
            if element.tag == f"{W}tbl":
                for row in self._nearest(element, f"{W}tr"):
                    yield from self._row(row, story)
            elif element.tag == f"{W}altChunk":
                yield from self._embedded_in(element)
        yield from self._paragraph(joined, story)

    def _embedded_in(self, element: etree._Element) -> Iterator[Block]:
        """The blocks of a document that stands whole in this one."""
        document = self._embedded.document(relation_of(element))
        if document is None:
            self._words.unread["embedded_object"] += 1
            return
        self._words.unread.update({part.what: part.count for part in document.unread})
        self.changes_within += document.changes
        yield from document.blocks

    def _nearest(self, container: etree._Element, *wanted: str) -> Iterator[etree._Element]:
        """The nearest elements of these names, through whatever wraps them: content controls, tags, alternatives."""
        for child in container.iterchildren("*"):
            if child.tag in wanted:
                yield child
            elif is_alternative(child):
                branch = chosen(child)
                yield from () if branch is None else self._nearest(branch, *wanted)
            elif child.tag not in self._skipped:
                yield from self._nearest(child, *wanted)

    def _paragraph(self, joined: Sequence[etree._Element], story: Story) -> Iterator[Block]:
        """One paragraph with all that hangs on it; several elements where a tracked change removed the ends between them."""
        if not joined:
            return
        words = [self._words.read(element) for element in joined]
        text = "".join(part.text for part in words)
        numbers_page = story.role in _MARGINS and bool(text.strip()) and any(part.is_page_number for part in words)
        if text.strip() or not self._changes.joins_next(joined[-1]):
            label = self._label(joined[-1], text, story)
            yield Block(_labelled(label, text), Role.PAGE_NUMBER if numbers_page else story.role)
        for part in words:
            for citation in part.citations:
                yield from self._note(citation)
            for box in part.boxes:
                yield from self._blocks(box, replace(story, counters=self._in_boxes))
            yield from (Block(shape, story.role) for shape in part.shapes if shape.strip())
            yield from (block for drawn in part.drawn for block in _drawn(drawn, story))
            yield from (Block(hidden, Role.HIDDEN) for hidden in part.hidden_parts() if hidden.strip())
        for _ in range(sum(element.find(f"{W}pPr/{W}sectPr") is not None for element in joined)):
            self._notes.next_section()
        self._told()

    def _label(self, paragraph: etree._Element, text: str, story: Story) -> str:
        """The automatic number; none is printed or counted where the whole paragraph with its end is hidden."""
        properties = self._changes.properties(paragraph, "pPr")
        if not text.strip() and properties is not None:
            style = self._words.style_of(properties)
            if self._words.hides(properties.find(f"{W}rPr"), style):
                return ""
        return story.counters.label(properties)

    def _note(self, citation: Citation) -> Iterator[Block]:
        note = self._notes.cited(citation)
        if note is None:
            return
        blocks = [block for block in self._blocks(note.content, Story(Role.FOOTNOTE, self._in_notes)) if block.text.strip()]
        first = next((place for place, block in enumerate(blocks) if block.role is Role.FOOTNOTE), None)
        if first is None:
            yield Block(note.mark, Role.FOOTNOTE, mark=note.mark)
        for place, block in enumerate(blocks):
            yield replace(block, text=_marked(note, block.text), mark=note.mark) if place == first else block

    def _row(self, row: etree._Element, story: Story) -> Iterator[Block]:
        if self._changes.drops_row(row):
            return
        cells = [cell for cell in self._nearest(row, f"{W}tc") if not self._changes.drops_cell(cell)]
        if switched(row.find(f"{W}trPr"), "hidden"):
            yield from (_hidden(block) for cell in cells for block in self._blocks(cell, story))
        elif len(cells) == 1 and not _goes_on(cells[0]):
            # A frame around paragraphs, or a line across the whole table: read as what is in it.
            yield from self._blocks(cells[0], story)
        else:
            yield from self._cells(row, cells, story)

    def _cells(self, row: etree._Element, cells: Sequence[etree._Element], story: Story) -> Iterator[Block]:
        """A row as one block, and behind it what does not stand in its cells: notes, hidden words."""
        columns: list[tuple[str, ...]] = [()] * _columns(row.find(f"{W}trPr"), "gridBefore", 0)
        behind: list[Block] = []
        for cell in cells:
            blocks = [_hidden(block) if _goes_on(cell) else block for block in self._blocks(cell, story)]
            inside = [block for block in blocks if block.role in (story.role, Role.TABLE_ROW)]
            behind += [block for block in blocks if block.role not in (story.role, Role.TABLE_ROW)]
            lines = (line for block in inside for line in _flat(block).split("\n"))
            columns.append(tuple(line for line in lines if line.strip()))
            columns += [()] * (_columns(cell.find(f"{W}tcPr"), "gridSpan", 1) - 1)
        block = Block(role=Role.TABLE_ROW, cells=tuple(columns))
        if columns:
            yield block if story.role is Role.BODY else Block(_flat(block), story.role)
        yield from behind


def _columns(properties: etree._Element | None, name: str, usual: int) -> int:
    return min(number(value(properties, name), usual), _MOST_COLUMNS)


def _goes_on(cell: etree._Element) -> bool:
    """Whether a cell only continues the cell above it or before it."""
    properties = cell.find(f"{W}tcPr")
    merges = (properties.find(W + name) for name in ("vMerge", "hMerge")) if properties is not None else ()
    return any(merge is not None and merge.get(f"{W}val") != "restart" for merge in merges)


def _flat(block: Block) -> str:
    """A block as one text: a row inside another table's cell, or in a note, becomes a line with tabs."""
    return "\t".join(" ".join(cell) for cell in block.cells) if block.cells else block.text


def _drawn(drawn: Drawn, story: Story) -> Iterator[Block]:
    """A chart or diagram as its paragraphs and the rows of its figures."""
    yield from (Block(paragraph, story.role) for paragraph in drawn.paragraphs)
    for row in drawn.rows:
        block = Block(role=Role.TABLE_ROW, cells=tuple((cell,) if cell else () for cell in row))
        yield block if story.role is Role.BODY else Block(_flat(block), story.role)


def _hidden(block: Block) -> Block:
    return Block(_flat(block), Role.HIDDEN) if _flat(block).strip() else Block()


def _labelled(label: str, text: str) -> str:
    if not (label and text.strip()):
        return label or text
    return f"{label} {text.lstrip(_BLANKS)}"


def _marked(note: Note, text: str) -> str:
    """A note's text with its mark in front, unless the writer typed that there."""
    if note.own_mark and text.lstrip().startswith(note.mark):
        return text
    return f"{note.mark} {text.lstrip(_BLANKS)}"
