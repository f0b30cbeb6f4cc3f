"""The XML of the corpus "Texts of Trade Agreements" (ToTA): agreements in chapters and articles, as plain lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from treaty.errors import ReadingError
from treaty.reading.document import Block, Document, Reading, Role
from treaty.reading.xml.events import events_of
from treaty.reading.xml.prolog import PROLOG
from treaty.reading.xml.tree import parse_xml

_LOOKED_AT = 8192
_ROOT = re.compile(rf"\A(?>[^<]*){PROLOG}<treaty[\s>]".encode(), re.S)
_PARTS = re.compile(rb"<(?:meta|body|chapter|article)[\s/>]")
_LINE_END = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_REPORTED_EACH = 500


def recognises_tota(content: bytes) -> bool:
    """Whether a file is of the ToTA schema: a treaty with its data, or with its chapters."""
    head = content[:_LOOKED_AT].replace(b"\x00", b"")
    return bool(_ROOT.match(head) and _PARTS.search(head))


def read_tota(content: bytes, reading: Reading) -> Document:
    """The agreement's lines; its name and data, which the corpus adds, are set aside."""
    reading.progress.report(0, 1, "progress.read")
    root = parse_xml(content, reading.file, "XML")
    if root.tag != "treaty":
        raise ReadingError("damaged_file", file=reading.file, format="XML")
    return Document(tuple(_blocks(root, reading)))


def _blocks(root: Any, reading: Reading) -> Iterator[Block]:
    """Headings in the printed form and the lines under them, element by element."""
    in_meta = 0
    for number, (event, element, text) in enumerate(events_of(root)):
        if number % _REPORTED_EACH == 0:
            reading.progress.report(number, number + 1, "progress.read")
        if event == "text":
            yield from _lines(text, Role.HIDDEN if in_meta else Role.BODY)
            continue
        in_meta += (element.tag == "meta") * (1 if event == "start" else -1)
        if event == "start" and (heading := _heading(element)):
            yield Block(heading)


def _heading(element: Any) -> str:
    """A chapter's or an article's line: "CHAPTER ONE — Initial Provisions", "ARTICLE 1.1 Establishment"."""
    if element.tag not in ("chapter", "article"):
        return ""
    number, name = (" ".join((element.get(key) or "").split()) for key in ("number", "name"))
    if not (number and name):
        return number or name
    return f"{number} — {name}" if element.tag == "chapter" else f"{number} {name}"


def _lines(text: str, role: Role) -> Iterator[Block]:
    return (Block(line, role) for line in _LINE_END.split(text) if line.strip())
