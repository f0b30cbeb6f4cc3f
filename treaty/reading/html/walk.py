"""A page's elements in order, read into paragraphs and rows of tables, with what tells text from page furniture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from lxml import etree

from treaty.reading.document import Role
from treaty.reading.html.lists import ItemList
from treaty.reading.html.marks import marks_of
from treaty.reading.html.tables import Grid, places_text
from treaty.reading.html.writer import Buffer, Marker, Paragraph, superscript, with_markers

_CODE = frozenset("script style template noscript rp datalist".split())
_EMBEDDED = frozenset("object embed iframe video audio canvas applet".split())
_LISTS = frozenset("ol ul menu dir".split())
_DESCRIBES = frozenset("description keywords author".split())
_VALUED = frozenset(("submit", "button", "reset", "text", "search"))


class PageWalk:
    """Reads a page into `paragraphs`, in order; `hinted` holds the elements that look like page furniture by their names,
    `pictures` and `embedded` those that are no text.

    Elements come one after the other, not by recursion: pages nest as deep as they like.
    """

    def __init__(self, original: bool, reported: Callable[[int], None]) -> None:
        self.paragraphs: list[Paragraph] = []
        self.hinted: list[Any] = []
        self.pictures: list[Any] = []
        self.embedded: list[Any] = []
        self._original, self._reported = original, reported
        self._buffers = [Buffer()]
        self._later: list[Paragraph] = []
        self._inside: Counter[str] = Counter()
        self._marks: list[list[str]] = []
        self._hides: Any = None
        self._lists: list[ItemList] = []
        self._items: list[Marker] = []
        self._unprinted: list[Marker] = []
        self._grids: list[Grid | None] = []

    def read(self, root: Any) -> None:
        """Reads all elements under `root`."""
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "end":
                self._end(element)
                self._text(element.tail, element.getparent())
            elif element.tag in _CODE:
                self._marks.append([])
                walker.skip_subtree()
            else:
                self._start(element)
                if element.tag in _EMBEDDED or element.tag == "svg":
                    walker.skip_subtree()
                else:
                    self._text(element.text, element)
        self._flush()

    def _start(self, element: Any) -> None:
        marks = marks_of(element, self._original)
        if "block" in marks:
            self._flush()
        self._marks.append(marks)
        self._inside.update(marks)
        if "hint" in marks:
            self.hinted.append(element)
        if "hidden" in marks and self._inside["hidden"] == 1:
            self._hides = element
            self._buffers.append(Buffer())
        self._open(element)

    def _end(self, element: Any) -> None:
        marks = self._marks.pop()
        uncovers = "hidden" in marks and self._inside["hidden"] == 1
        if element.tag not in _CODE:
            self._close(element)
        if "block" in marks or uncovers:
            self._flush()
        if uncovers:
            self._buffers.pop()
        self._inside.subtract(marks)
        if "block" in marks:
            self._close_block(element)

    def _open(self, element: Any) -> None:
        """What an element prints by itself before its words, and what it begins."""
        tag = element.tag
        if tag in _LISTS:
            self._lists.append(ItemList(element, len(self._lists)))
        elif tag == "li":
            self._items.append(self._lists[-1].marker(element) if self._lists else Marker("•"))
            self._unprinted.append(self._items[-1])
        elif tag == "table":
            self._grids.append(None if places_text(element) else Grid())
        elif tag in ("td", "th") and self._grid:
            self._grid.open_cell()
        elif tag == "br":
            self._buffer.parts.append("\n")
        elif tag == "q":
            self._buffer.add("“" if self._inside["quoted"] == 1 else "‘", element)
        elif tag == "rt":
            self._buffer.add("(", element)
        else:
            self._open_other(element)

    def _open_other(self, element: Any) -> None:
        tag = element.tag
        if tag in ("img", "svg"):
            self.pictures.append(element)
            self._aside(element.get("alt"), element)
        elif tag in _EMBEDDED:
            self.embedded.append(element)
        elif tag == "input" and (element.get("type") or "text").lower() in _VALUED:
            self._aside(element.get("value") or element.get("placeholder"), element)
        elif tag == "meta" and (element.get("name") or "").lower() in _DESCRIBES:
            self._aside(element.get("content"), element)
        elif tag == "a":
            self._buffer.point(element)

    def _close(self, element: Any) -> None:
        """What an element prints by itself behind its words."""
        if element.tag == "q":
            self._buffer.add("”" if self._inside["quoted"] == 1 else "’", element)
        elif element.tag == "rt":
            self._buffer.add(")", element)

    def _close_block(self, element: Any) -> None:
        tag = element.tag
        if tag in _LISTS:
            self._lists.pop()
        elif tag == "li":
            item = self._items.pop()
            if self._unprinted and self._unprinted[-1] is item:
                self._unprinted.pop()
        elif tag in ("td", "th") and self._grid:
            self._grid.close_cell(element)
        elif tag == "tr" and self._grid:
            self._emit_row(self._grid, element)
        elif tag == "table":
            if self._grid:
                self._emit_row(self._grid, element)
            self._grids.pop()
            self._emit_later()

    @property
    def _buffer(self) -> Buffer:
        return self._buffers[-1]

    @property
    def _grid(self) -> Grid | None:
        """The table that is being read, unless it is there for the page's layout."""
        return self._grids[-1] if self._grids else None

    def _text(self, text: str | None, element: Any) -> None:
        if text and element is not None:
            words = superscript(text) if self._inside["raised"] else text
            self._buffer.add(words, element, linked=self._inside["link"] > 0, kept=self._inside["kept"] > 0)

    def _aside(self, text: str | None, element: Any) -> None:
        """Words that stand in an attribute: they come behind the paragraph, set aside."""
        if text and text.strip():
            self._later.append(Paragraph(" ".join(text.split()), element, Role.HIDDEN))

    def _flush(self) -> None:
        """Ends the paragraph that is being read."""
        buffer, cell = self._buffer, self._grid.cell if self._grid else None
        self._buffers[-1] = Buffer()
        if text := buffer.taken():
            paragraph = self._paragraph(with_markers(self._unprinted, text), buffer)
            self._unprinted = []
            if self._inside["hidden"]:
                self._later.append(paragraph)
            elif cell is not None:
                cell.append(paragraph)
            else:
                self._emit(paragraph)
        if not self._inside["hidden"] and cell is None:
            self._emit_later()

    def _paragraph(self, text: str, buffer: Buffer) -> Paragraph:
        return Paragraph(
            text,
            buffer.element,
            Role.FOOTNOTE if self._inside["footnote"] else Role.BODY,
            linked=buffer.linked,
            control=self._inside["control"] > 0,
            hidden=self._hides if self._inside["hidden"] else None,
            anchors=tuple(buffer.anchors),
            heading=self._inside["heading"] > 0,
        )

    def _emit_row(self, grid: Grid, element: Any) -> None:
        parts, cells = grid.taken_row()
        if parts:
            linked = sum(part.linked for part in parts)
            anchors = tuple(anchor for part in parts for anchor in part.anchors)
            self._emit(Paragraph("", element, Role.TABLE_ROW, cells, linked=linked, anchors=anchors))
        self._emit_later()

    def _emit_later(self) -> None:
        later, self._later = self._later, []
        for paragraph in later:
            self._emit(paragraph)

    def _emit(self, paragraph: Paragraph) -> None:
        self.paragraphs.append(paragraph)
        self._reported(len(self.paragraphs))
