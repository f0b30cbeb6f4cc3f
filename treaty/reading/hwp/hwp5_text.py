"""The text of HWP 5 sections: paragraphs with what is anchored in them, tracked changes decided."""

from __future__ import annotations

import re
import struct
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treaty.reading.document import Role
from treaty.reading.hwp.hwp5_records import (
    CHART,
    CONTROL,
    EQUATION,
    LIST,
    MEMOS,
    OLE,
    PARAGRAPH,
    PICTURE,
    RANGES,
    TABLE,
    TEXT,
    VIDEO,
    Damaged,
    Record,
    TooLarge,
    characters,
)
from treaty.reading.hwp.hwp5_words import has_number, note_number, script_of_equation, words_in_line, words_of_object
from treaty.reading.hwp.numbering import Head
from treaty.reading.hwp.paragraphs import Apart, Cell, Draft, Paragraph, Steps, Table
from treaty.reading.limits import MOST_CHARACTERS

_CONTROL_CHARACTER = re.compile("[\x00-\x1f]")
_SINGLE = {0: "", 10: "\n", 13: "", 24: "\u00ad", 25: "", 26: "", 27: "", 28: "", 29: "", 30: "\u00a0", 31: " "}
"""Control characters that are one unit long, as characters; all others are eight units long."""
_EXTENDED = frozenset({1, 2, 3, 11, 12, 14, 15, 16, 17, 18, 21, 22, 23})
"""Control characters that stand for a control record, the next one under the paragraph."""
_TAB, _PARAGRAPH_END, _LENGTH = 9, 13, 8
_APART = {
    b"head": Role.PAGE_HEADER,
    b"foot": Role.PAGE_FOOTER,
    b"fn  ": Role.FOOTNOTE,
    b"en  ": Role.FOOTNOTE,
    b"tcmt": Role.HIDDEN,
}
_UNREAD = {PICTURE: "picture", OLE: "embedded_object", VIDEO: "embedded_object", CHART: "embedded_object", EQUATION: "equation"}
_INSERTED, _DELETED = 0x10, 0x11
_ABOVE = (0, 2)


class SectionReader:
    """Reads the paragraphs of sections. `unread` counts what is met that is not text, `changes` the tracked changes."""

    def __init__(self, heads: Sequence[Head], original: bool, steps: Steps, unread: Counter[str]) -> None:
        self._heads, self._steps, self._unread = heads, steps, unread
        self.changes = 0
        self._dropped = _INSERTED if original else _DELETED

    def section(self, records: Sequence[Record]) -> list[Paragraph]:
        """The paragraphs of a section; behind the last one, memos that do not stand under it."""
        body, memos = _before_memos(records)
        anchored = self._lists(memos, Role.COMMENT)
        return [*self._listed(body), *([Paragraph(anchored=tuple(anchored))] if anchored else [])]

    def _paragraph(self, record: Record) -> Paragraph:
        self._steps.one()
        shape = record.number(8)
        draft = Draft(self._heads[shape] if shape < len(self._heads) else Head())
        own, memos = _before_memos(record.children)
        controls = iter([child for child in own if child.tag == CONTROL])
        self._text(record, own, controls, draft)
        for control in controls:
            self._control(control, draft)
        draft.anchored += self._lists(own, Role.BODY) + self._lists(memos, Role.COMMENT)
        return draft.paragraph()

    def _text(self, record: Record, children: Sequence[Record], controls: Iterator[Record], draft: Draft) -> None:
        units = _units(record, children)
        dropped = self._dropped_units(children, len(units))
        position = 0
        for start, code in _control_characters(units):
            draft.words.append(_kept(units, position, start, dropped))
            position = start + (1 if code in _SINGLE else _LENGTH)
            control = _next(controls) if code in _EXTENDED else None
            if start in dropped:
                draft.ends = draft.ends and code != _PARAGRAPH_END
                self._skip(control)
            elif control:
                self._control(control, draft)
            else:
                draft.words.append("\t" if code == _TAB else _SINGLE.get(code, ""))
        draft.words.append(_kept(units, position, len(units), dropped))
        draft.words = [_whole_characters("".join(draft.words))]

    def _dropped_units(self, children: Sequence[Record], length: int) -> frozenset[int]:
        """The places of the units that a tracked change took away, or in the original had not yet brought."""
        dropped: set[int] = set()
        reached = 0
        for start, end, kind in sorted(_ranges(children)):
            self.changes += kind in (_INSERTED, _DELETED)
            if kind == self._dropped:
                dropped.update(range(max(start, reached), min(end, length)))
                reached = max(reached, end)
        return frozenset(dropped)

    def _skip(self, record: Record | None) -> None:
        for child in record.children if record else ():
            if child.tag == PARAGRAPH:
                self._steps.one()
            self._skip(child)

    def _control(self, control: Record, draft: Draft) -> None:
        kind = control.data[3::-1]
        if kind == b"secd":
            draft.outline = str(control.number(18))
            draft.anchored += self._lists(control.children, Role.FURNITURE)
        elif kind in _APART:
            number = note_number(control) if _APART[kind] is Role.FOOTNOTE else ""
            draft.anchored += self._lists(control.children, _APART[kind], number)
        elif kind == b"tbl ":
            draft.anchored += self._table(control)
        elif kind == b"eqed":
            draft.words.append(script_of_equation(control))
            draft.anchored += self._parts(control)
        elif words := words_in_line(control, kind):
            draft.words.append(words)
        else:
            draft.anchored += self._parts(control)

    def _parts(self, record: Record) -> list[Apart | Table]:
        """What stands apart in a drawing object: captions, text boxes, words drawn as pictures, forms."""
        parts = self._lists(record.children, Role.BODY)
        for child in record.children:
            if child.tag in _UNREAD:
                self._unread[_UNREAD[child.tag]] += 1
            if words := words_of_object(child):
                parts.append(Apart(Role.BODY, (Paragraph(text=words),)))
            if child.tag not in (LIST, PARAGRAPH):
                parts += self._parts(child)
        return parts

    def _lists(self, records: Sequence[Record], role: Role, number: str = "") -> list[Apart | Table]:
        """The lists of paragraphs among `records`: each begins with its own record, its paragraphs beside or under that."""
        paragraphs = self._listed(records)
        if number and paragraphs and not has_number(records):
            paragraphs[0] = replace(paragraphs[0], text=f"{number}) {paragraphs[0].text}")
        return [Apart(role, tuple(paragraphs))] if paragraphs else []

    def _listed(self, records: Sequence[Record]) -> list[Paragraph]:
        paragraphs: list[Paragraph] = []
        for record in records:
            if record.tag == PARAGRAPH:
                paragraphs.append(self._paragraph(record))
            elif record.tag == LIST:
                paragraphs += [self._paragraph(child) for child in record.children if child.tag == PARAGRAPH]
        return paragraphs

    def _table(self, control: Record) -> list[Apart | Table]:
        above: list[Apart | Table] = []
        below: list[Apart | Table] = []
        rows: dict[int, list[Cell]] = {}
        in_caption = True
        for list_ in _split_lists(control.children):
            in_caption = in_caption and list_[0].tag != TABLE
            if list_[0].tag != LIST:
                below += self._parts(list_[0])
                continue
            if in_caption:
                captions = above if list_[0].number(8, "<I") & 3 in _ABOVE else below
                captions += self._lists(list_, Role.BODY)
                continue
            rows.setdefault(list_[0].number(10), []).append(Cell(list_[0].number(8), tuple(self._listed(list_))))
        return [*above, Table(tuple(tuple(rows[row]) for row in sorted(rows))), *below]


def _before_memos(records: Sequence[Record]) -> tuple[Sequence[Record], Sequence[Record]]:
    """The records before the list of memos, and those behind it, which hold the memos' words."""
    place = next((place for place, record in enumerate(records) if record.tag == MEMOS), len(records))
    return records[:place], records[place:]


def _units(record: Record, children: Sequence[Record]) -> str:
    """A paragraph's UTF-16 units, one character each. An empty paragraph has no text of its own, only its end."""
    data = b"".join(child.data for child in children if child.tag == TEXT)
    length = record.number(0, "<I") & 0x7FFFFFFF
    if len(data) > 2 * MOST_CHARACTERS:
        raise TooLarge
    if len(data) % 2 or (length > 1 and len(data) < 2 * length):
        raise Damaged
    return "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data))) or chr(_PARAGRAPH_END)


def _ranges(children: Sequence[Record]) -> Iterator[tuple[int, int, int]]:
    """The marked ranges of a paragraph: first unit, the one behind the last, and the kind of mark."""
    for child in children:
        if child.tag == RANGES:
            whole = child.data[: len(child.data) // 12 * 12]
            yield from ((start, end, mark >> 24) for start, end, mark in struct.iter_unpack("<III", whole))


def _split_lists(records: Sequence[Record]) -> Iterator[list[Record]]:
    """The records in groups: a list's own record with the paragraphs behind it, any other record alone."""
    group: list[Record] = []
    for record in records:
        if record.tag != PARAGRAPH and group:
            yield group
            group = []
        group.append(record)
    if group:
        yield group


def _control_characters(units: str) -> Iterator[tuple[int, int]]:
    """The places of the control characters with their codes. Raises Damaged where one is cut off."""
    position = 0
    while match := _CONTROL_CHARACTER.search(units, position):
        code = ord(match[0])
        position = match.start() + (1 if code in _SINGLE else _LENGTH)
        if position > len(units):
            raise Damaged
        yield match.start(), code


def _next(controls: Iterator[Record]) -> Record:
    control = next(controls, None)
    if control is None:
        raise Damaged
    return control


def _kept(units: str, start: int, end: int, dropped: frozenset[int]) -> str:
    if not dropped:
        return units[start:end]
    return "".join(units[place] for place in range(start, end) if place not in dropped)


def _whole_characters(units: str) -> str:
    """Text whose characters beyond U+FFFF are still two units, put together."""
    return characters(units.encode("utf-16-le", "surrogatepass"))
