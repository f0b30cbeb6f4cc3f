"""Footnotes and endnotes: the marks that they begin with, and their blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from treaty.reading.document import Block, Role

_MARK = re.compile(
    r"주?\s?(?:[(\[<]\s?(?:\d{1,3}|[ivxlcIVXLC]{1,6}|[a-zA-Z]|[*†‡§]{1,4})\s?[)\]>][.:]?"
    r"|(?:\d{1,3}|[ivxlc]{1,6}|[a-z])\)|\d{1,3}[.:](?!\d)|[*†‡§]{1,4}\d{0,3}\)?|[①-⑳]|[⁰¹²³⁴-⁹]{1,3}|\d{1,3}(?=\s|$))"
)


def mark_of(text: str) -> str:
    """The mark at the beginning of a note as it is printed: "1", "1)", "[3]", "*"; empty where there is none."""
    match = _MARK.match(text.lstrip())
    return match.group() if match else ""


def bare_mark(mark: str) -> str:
    """A mark without what stands around it."""
    return mark.strip("()[]<>.:주 ") or mark


def one_note(blocks: Iterable[Block], mark: str | None = None) -> Iterator[Block]:
    """The blocks of one note, of which the first says that the note begins with it; `mark` None: found out from its words."""
    begun = False
    for block in blocks:
        if block.role is Role.FOOTNOTE and not begun:
            begun = True
            yield replace(block, mark=mark_of(block.text) if mark is None else mark)
        else:
            yield block


def marked_notes(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks among which each footnote with a mark begins a note, and one without continues the note before it."""
    for block in blocks:
        mark = mark_of(block.text) if block.role is Role.FOOTNOTE else ""
        yield replace(block, mark=mark) if mark else block
