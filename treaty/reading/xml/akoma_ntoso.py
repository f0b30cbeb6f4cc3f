"""Akoma Ntoso, the XML of parliaments and of international bodies: articles with numbers, headings and notes of their own."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from treaty.errors import ReadingError
from treaty.model import Unread
from treaty.reading.document import Block, Document, Reading, Role
from treaty.reading.html.tables import Grid
from treaty.reading.html.writer import Buffer, Paragraph, superscript
from treaty.reading.numbering import label_readings
from treaty.reading.xml.events import events_of
from treaty.reading.xml.prolog import PROLOG
from treaty.reading.xml.tree import parse_xml

_LOOKED_AT = 65_536
_ROOT = re.compile(rf"\A(?>[^<]*){PROLOG}<(?:[\w.-]+:)?akomaNtoso[\s/>]".encode(), re.S | re.I)
_INLINE = frozenset(
    "a abbr affectedDocument b br change concept courtType date decoration def del docAuthority docCommittee"
    " docDate docIntroducer docJurisdiction docNumber docProponent docPurpose docStage docStatus docTitle docType"
    " docketNumber em embeddedText entity eol eop event extractText fillIn i img inline ins judge lawyer legislature"
    " lineBreak location marker mmod mref neutralCitation noteRef object omissis opinion organization outcome party"
    " person placeholder process quantity quotedText recordedTime ref relatedDocument remark rmod role rref session"
    " shortTitle signature span std sub sup term time u vote".split()
)
"""Elements within a paragraph; all others begin a new one."""
_SUBDIVISIONS = frozenset(
    "paragraph subparagraph point indent item alinea clause subclause list sublist level transitional".split()
)
"""Elements whose number stands in front of their words; that of an article stands on a line of its own."""
_LEADING = frozenset("num heading subheading".split())
"""Elements behind which numbers go on waiting for words."""
_ROLES = {
    "meta": Role.HIDDEN,
    "authorialNote": Role.FOOTNOTE,
    "note": Role.FOOTNOTE,
    "toc": Role.FURNITURE,
    "remark": Role.COMMENT,
}
"""What is no running text: it comes behind the paragraph that it stands in."""
_REPORTED_EACH = 500


def recognises_akoma_ntoso(content: bytes) -> bool:
    """Whether a file's root element is akomaNtoso, in any of its namespaces."""
    return bool(_ROOT.match(content[:_LOOKED_AT].replace(b"\x00", b"")))


def read_akoma_ntoso(content: bytes, reading: Reading) -> Document:
    """The text of all documents in the file: numbers in front of their words, notes behind the paragraphs they belong to."""
    reading.progress.report(0, 1, "progress.read")
    root = parse_xml(content, reading.file, "XML")
    if _name(root).lower() != "akomantoso":
        raise ReadingError("damaged_file", file=reading.file, format="XML")
    walk = _Walk(reading)
    for number, (event, element, text) in enumerate(events_of(root)):
        if number % _REPORTED_EACH == 0:
            reading.progress.report(number, number + 1, "progress.read")
        walk.take(event, element, text)
    changes = sum(1 for _ in root.iter("{*}ins", "{*}del"))
    return Document(walk.finished(), tuple(Unread(what, count) for what, count in walk.unread.items()), changes)


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


@dataclass(slots=True)
class _Context:
    """A run of paragraphs with one role: the text itself, or a note in it; `numbers` wait for the words they belong to.

    `mark` is that of a note none of whose paragraphs has been put yet.
    """

    role: Role
    buffer: Buffer = field(default_factory=Buffer)
    numbers: list[str] = field(default_factory=list)
    quotes: str = ""
    mark: str | None = None


class _Walk:
    """Takes the elements one after the other and makes blocks of them."""

    def __init__(self, reading: Reading) -> None:
        self.unread: Counter[str] = Counter()
        self._removed = "ins" if reading.original else "del"
        self._blocks: list[Block] = []
        self._later: list[Block] = []
        self._notes: dict[str, list[Block]] = {}
        self._contexts = [_Context(Role.BODY)]
        self._grids: list[Grid] = []
        self._raised = 0

    def take(self, event: str, element: Any, text: str) -> None:
        if event == "text":
            self._context.buffer.add(superscript(text) if self._raised else text, element)
        elif event == "start":
            self._start(element, _name(element))
        else:
            self._end(element, _name(element))

    def finished(self) -> tuple[Block, ...]:
        """All blocks; notes that nothing refers to stand at the end."""
        self._flush(last=True)
        return (*self._blocks, *self._later, *(note for notes in self._notes.values() for note in notes))

    @property
    def _context(self) -> _Context:
        return self._contexts[-1]

    @property
    def _grid(self) -> Grid | None:
        return self._grids[-1] if self._grids else None

    def _start(self, element: Any, name: str) -> None:
        if name not in _INLINE and name != "authorialNote":
            self._flush()
        if role := self._role_of(element, name):
            self._contexts.append(_Context(role, mark=(element.get("marker") or "").strip() if role is Role.FOOTNOTE else None))
            self._number(element.get("marker"))
        if name in ("td", "th") and self._grid:
            self._grid.open_cell()
        elif name == "table":
            self._grids.append(Grid())
        elif name in ("eol", "lineBreak", "br"):
            self._context.buffer.parts.append("\n")
        elif name in ("img", "noteRef"):
            self._refer(element, name)
        self._raised += name == "sup"
        self._open_quote(element, name)

    def _end(self, element: Any, name: str) -> None:
        self._raised -= name == "sup"
        if name == "num":
            self._end_number(element)
        elif name in _INLINE:
            self._context.buffer.add(element.get("endQuote") or "", element)
        else:
            self._flush(last=name not in _LEADING)
            self._close_quote(element)
        if self._role_of(element, name):
            self._flush(last=True)
            self._contexts.pop()
        self._end_of_table(element, name)

    def _role_of(self, element: Any, name: str) -> Role | None:
        """The role of an element's words where it is no running text; what a change took away is hidden."""
        removed = name == self._removed or element.get("status") == "removed"
        return Role.HIDDEN if removed else _ROLES.get(name)

    def _number(self, number: str | None) -> None:
        self._context.numbers += [number] if number and number.strip() else []

    def _end_number(self, element: Any) -> None:
        """A number waits for its heading or its words; an article's without a heading stands alone."""
        number = self._context.buffer.taken()
        self._context.buffer = Buffer()
        self._number(number)
        following = next((_name(sibling) for sibling in element.itersiblings() if isinstance(sibling.tag, str)), "")
        reading = next(label_readings(number), None)
        divides = reading is not None and reading.scheme.heads and _name(element.getparent()) not in _SUBDIVISIONS
        if divides and following not in ("heading", "subheading"):
            self._flush(last=True)

    def _open_quote(self, element: Any, name: str) -> None:
        quote = element.get("startQuote") or ""
        if name in _INLINE:
            self._context.buffer.add(quote, element)
        else:
            self._context.quotes += quote

    def _close_quote(self, element: Any) -> None:
        """Puts the closing mark of a quoted structure behind its last words."""
        quote = element.get("endQuote")
        blocks = self._later if len(self._contexts) > 1 else self._blocks
        if not quote:
            return
        if blocks and not blocks[-1].cells:
            blocks[-1] = replace(blocks[-1], text=blocks[-1].text + quote)
        else:
            blocks.append(Block(quote))

    def _refer(self, element: Any, name: str) -> None:
        if name == "img":
            self.unread["picture"] += 1
            self._later += [Block(element.get("alt"), Role.HIDDEN)] if (element.get("alt") or "").strip() else []
        else:
            self._later += self._notes.pop((element.get("href") or "").lstrip("#"), [])

    def _flush(self, last: bool = False) -> None:
        """Ends the paragraph that is being read; if it is the last of its element, numbers stop waiting for words."""
        context = self._context
        words = context.buffer.taken()
        context.buffer = Buffer()
        if words or (last and context.numbers):
            text = context.quotes + " ".join([*context.numbers, *([words] if words else [])])
            context.numbers, context.quotes = [], ""
            self._put(text)
        if len(self._contexts) == 1 and not (self._grid and self._grid.cell is not None):
            self._blocks += self._later
            self._later = []

    def _put(self, text: str) -> None:
        cell = self._grid.cell if self._grid else None
        if len(self._contexts) > 1:
            self._later.append(Block(text, self._context.role, mark=self._context.mark))
            self._context.mark = None
        elif cell is not None:
            cell.append(Paragraph(text, None))
        else:
            self._blocks.append(Block(text))

    def _end_of_table(self, element: Any, name: str) -> None:
        if name in ("td", "th") and self._grid:
            self._grid.close_cell(element)
        elif name == "tr" and self._grid:
            parts, cells = self._grid.taken_row()
            row = Block(role=Role.TABLE_ROW, cells=cells)
            (self._later if len(self._contexts) > 1 else self._blocks).extend([row] if parts else [])
        elif name == "table":
            self._grids.pop()
        elif name == "note":
            self._notes.setdefault(_id(element), []).extend(self._later)
            self._later = []


def _id(element: Any) -> str:
    """The name that references to an element use; versions of the format call it differently."""
    return next((element.get(key) for key in ("eId", "id", "wId") if element.get(key)), "")
