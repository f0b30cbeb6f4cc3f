"""The text of one HWPX section: its paragraphs with what is anchored in them, tracked changes decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import TypeAlias

from lxml import etree

from treaty.reading.document import Role
from treaty.reading.hwp.numbering import Head, number_in_format
from treaty.reading.hwp.paragraphs import Apart, Cell, Draft, Paragraph, Steps, Table
from treaty.reading.xml.drawn import Drawn, drawn_words

_CHARACTERS = {"tab": "\t", "lineBreak": "\n", "nbSpace": "\u00a0", "fwSpace": " ", "hyphen": "\u00ad"}
_APART = {
    "header": Role.PAGE_HEADER,
    "footer": Role.PAGE_FOOTER,
    "footNote": Role.FOOTNOTE,
    "endNote": Role.FOOTNOTE,
    "hiddenComment": Role.HIDDEN,
    "memo": Role.COMMENT,
    "fieldBegin": Role.COMMENT,
}
"""Elements whose paragraphs stand apart, with their roles; a field holds paragraphs only where it is a memo."""
_UNREAD = {
    "pic": "picture",
    "equation": "equation",
    "ole": "embedded_object",
    "chart": "embedded_object",
    "video": "embedded_object",
}
_PAGE_NUMBERS = ("PAGE", "TOTAL_PAGE")
_WORDS_IN_ATTRIBUTES = {
    "compose": "composeText",
    "btn": "caption",
    "checkBtn": "caption",
    "radioBtn": "caption",
    "comboBox": "selectedValue",
}
"""Elements in a line whose words stand in an attribute: overlaid characters and the fields of forms."""


def elements(parent: etree._Element) -> Iterator[etree._Element]:
    """The elements in `parent`, without XML comments."""
    return (child for child in parent if isinstance(child.tag, str))


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace, which differs between the editions of the standard."""
    return str(element.tag).rpartition("}")[2]


def whole_number(text: str | None, default: int = 0) -> int:
    """A number as attributes hold it; `default` where it is missing or no number below a thousand million."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else default


Parts: TypeAlias = Callable[[str], etree._Element | None]
"""Gives the root of a file in the archive by its name; None where there is none of that name."""


class SectionReader:
    """Reads the paragraphs of one section. `unread` counts what is met that is not text; `part` gives a file of the archive."""

    def __init__(
        self, root: etree._Element, heads: Mapping[str, Head], original: bool, steps: Steps, unread: Counter[str], part: Parts
    ) -> None:
        self._heads, self._steps, self._unread, self._part = heads, steps, unread, part
        self._dropped = "insert" if original else "delete"
        self._to_close = Counter(_change(mark) for mark in root.iter(f"{{*}}{self._dropped}End"))
        self._open: set[str] = set()
        self._memos = _memos_in_fields(root)

    def paragraphs(self, parent: etree._Element) -> tuple[Paragraph, ...]:
        """The paragraphs that stand in `parent`, a section or a list."""
        drafts: list[Draft] = []
        for child in elements(parent):
            if local_name(child) == "p":
                drafts.append(self._paragraph(child))
            elif parts := self._parts(child):
                drafts = drafts or [Draft()]
                drafts[-1].anchored += parts
        return tuple(draft.paragraph() for draft in drafts)

    def _paragraph(self, element: etree._Element) -> Draft:
        self._steps.one()
        draft = Draft(self._heads.get(element.get("paraPrIDRef", ""), Head()))
        for run in elements(element):
            items = elements(run) if local_name(run) == "run" else (run,)
            for item in items:
                self._item(item, draft)
        draft.ends = draft.ends and not self._open
        return draft

    def _item(self, item: etree._Element, draft: Draft) -> None:
        name = local_name(item)
        if name == "t":
            self._text(item, draft)
        elif name == "secPr":
            draft.outline = item.get("outlineShapeIDRef", "")
        elif self._open:
            return
        elif name == "ctrl":
            for control in elements(item):
                self._item(control, draft)
        elif name == "equation":
            draft.words.append("".join(_part(item, "script").itertext()).strip())
            draft.anchored += self._parts(item)
        elif words := _words_in_line(item, name):
            draft.words.append(words)
        elif name != "autoNum":
            draft.anchored += self._parts(item)

    def _text(self, element: etree._Element, draft: Draft) -> None:
        """The words of a run. What follows a mark inside it is the mark's tail."""
        self._add(element.text, draft)
        for child in element:
            name = local_name(child) if isinstance(child.tag, str) else ""
            if name == f"{self._dropped}Begin":
                self._begin(_change(child))
            elif name == f"{self._dropped}End":
                self._end(child, draft)
            elif name:
                self._add(_CHARACTERS.get(name) or "".join(child.itertext()), draft)
            self._add(child.tail, draft)

    def _add(self, words: str | None, draft: Draft) -> None:
        if words and not self._open:
            draft.words.append(words)
            draft.ends = True

    def _begin(self, change: str) -> None:
        # A change without an end would swallow the rest of the section.
        if self._to_close[change] > 0:
            self._open.add(change)

    def _end(self, mark: etree._Element, draft: Draft) -> None:
        self._to_close[_change(mark)] -= 1
        self._open.discard(_change(mark))
        draft.ends = mark.get("paraend", "0") not in ("1", "true")

    def _parts(self, element: etree._Element) -> list[Apart | Table]:
        """What stands apart in an element: its tables, text boxes, notes and captions, in order."""
        name = local_name(element)
        if name == "chart" and (chart := self._chart(element)):
            return chart
        if name in _UNREAD:
            self._unread[_UNREAD[name]] += 1
        if name == "tbl":
            return self._table(element)
        if name == "p":
            return [Apart(Role.BODY, (self._paragraph(element).paragraph(),))]
        if name == "textart":
            return [Apart(Role.BODY, (Paragraph(text=element.get("text", "")),))]
        if name == "switch":
            return self._parts(chosen) if (chosen := _chosen(element)) is not None else []
        if name == "memo" and element.get("id") in self._memos:
            return []
        if name in _APART:
            return self._apart(element, _APART[name])
        return [part for child in elements(element) for part in self._parts(child)]

    def _chart(self, element: etree._Element) -> list[Apart | Table]:
        """A chart's words, and its figures as a table; empty where they cannot be read."""
        root = self._part(element.get("chartIDRef") or "")
        drawn = Drawn() if root is None else drawn_words(root)
        words = [Apart(Role.BODY, tuple(Paragraph(text=words) for words in drawn.paragraphs))] if drawn.paragraphs else []
        rows = tuple(
            tuple(Cell(column, (Paragraph(text=words),)) for column, words in enumerate(row)) for row in drawn.rows if row
        )
        return [*words, *([Table(rows)] if rows else [])]

    def _apart(self, element: etree._Element, role: Role) -> list[Apart | Table]:
        lists = [self.paragraphs(child) for child in elements(element) if local_name(child) not in ("parameters", "metaTag")]
        paragraphs = [paragraph for list_ in lists for paragraph in list_]
        if role is Role.FOOTNOTE and paragraphs and next(element.iter("{*}autoNum"), None) is None:
            mark = element.get("number", "")
            paragraphs[0] = replace(paragraphs[0], text=f"{mark}) {paragraphs[0].text}" if mark else paragraphs[0].text)
        return [Apart(role, tuple(paragraphs))] if paragraphs else []

    def _table(self, element: etree._Element) -> list[Apart | Table]:
        above: list[Apart | Table] = []
        below: list[Apart | Table] = []
        rows = []
        for child in elements(element):
            if local_name(child) == "tr":
                rows.append(tuple(self._cell(cell, place) for place, cell in enumerate(elements(child))))
            elif local_name(child) == "caption":
                captions = above if child.get("side") in ("TOP", "LEFT") else below
                captions += self._parts(child)
            else:
                below += self._parts(child)
        return [*above, Table(tuple(rows)), *below]

    def _cell(self, element: etree._Element, place: int) -> Cell:
        address = element.find("{*}cellAddr")
        column = place if address is None else whole_number(address.get("colAddr"), place)
        lists = [self.paragraphs(list_) for list_ in element.findall("{*}subList")]
        return Cell(column, tuple(paragraph for list_ in lists for paragraph in list_))


def _memos_in_fields(root: etree._Element) -> frozenset[str | None]:
    """The ids of memos whose words stand in their fields; the lists of memos at the end of sections hold them again."""
    memos = (field for field in root.iter("{*}fieldBegin") if field.get("type") == "MEMO")
    fields = (field for field in memos if next(field.iter("{*}t"), None) is not None)
    return frozenset(part.text for field in fields for part in field.iter("{*}stringParam") if part.get("name") == "ID")


def _change(mark: etree._Element) -> str:
    return mark.get("Id") or mark.get("TcId") or ""


def _chosen(switch: etree._Element) -> etree._Element | None:
    """The one of several forms of an object that has its words, a chart's own, else the one that every reader understands."""
    forms = list(elements(switch))
    charts = (form for form in forms if form.find("{*}chart") is not None)
    usual = (form for form in forms if local_name(form) == "default")
    return next(chain(charts, usual, forms), None)


def _words_in_line(element: etree._Element, name: str) -> str:
    """The words of an element that stands in the line like a character; empty for others."""
    if name == "autoNum":
        return _automatic_number(element)
    if name == "dutmal":
        base, ruby = ("".join(part.itertext()) for part in (_part(element, "mainText"), _part(element, "subText")))
        return f"{base}({ruby})" if ruby else base
    if name == "edit":
        return "".join(_part(element, "text").itertext())
    return element.get(_WORDS_IN_ATTRIBUTES[name], "") if name in _WORDS_IN_ATTRIBUTES else ""


def _part(element: etree._Element, name: str) -> etree._Element:
    part = element.find(f"{{*}}{name}")
    return etree.Element(name) if part is None else part


def _automatic_number(element: etree._Element) -> str:
    """The number of a note, table or picture. Page numbers have none before the pages are laid out."""
    if element.get("numType", "") in _PAGE_NUMBERS:
        return ""
    shape = _part(element, "autoNumFormat")
    number = number_in_format(whole_number(element.get("num"), 1), shape.get("type", "DIGIT"))
    own = shape.get("userChar", "") if shape.get("type") in ("USER_CHAR", "SYMBOL") else ""
    return f"{shape.get('prefixChar', '')}{own or number}{shape.get('suffixChar', '')}"
