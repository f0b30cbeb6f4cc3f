"""Comments of a Word document and the answers to them: `comments.xml`, and `commentsExtended.xml` that says which is which."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from exporters.characters import xml_text
from exporters.docx.xml import Look, add, add_text
from exporters.notes import Note, Said

COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
EXTENDED_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
COMMENTS_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
EXTENDED_RELATION = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NAMESPACES = {"w": _W, "w14": _W14, "w15": _W15, "mc": _MC}
PARAGRAPH_ID = f"{{{_W14}}}paraId"
_IGNORABLE = f"{{{_MC}}}Ignorable"
_FIRST_PARAGRAPH_ID = 0x1000_0000


class Comments:
    """Threads of comments, in the two parts that hold them. `comments` and `extended` are parts to go on with; `taken` are the
    ids that paragraphs of the document bear already."""

    def __init__(self, comments: Any = None, extended: Any = None, taken: Sequence[str] = (), style: str = "") -> None:
        self._comments = _root("w", "comments", "w14") if comments is None else _with_namespace(comments, "w14")
        self._extended = _root("w15", "commentsEx", "w15") if extended is None else _with_namespace(extended, "w15")
        self._style = style
        used = [int(comment.get(qn("w:id"), -1)) for comment in self._comments]
        self._numbers = count(max(used, default=-1) + 1)
        known = {*taken, *self._comments.xpath("//@w14:paraId", namespaces={"w14": _W14})}
        self._paragraph_ids = (name for name in map("{:08X}".format, count(_FIRST_PARAGRAPH_ID)) if name not in known)

    def add(self, thread: Sequence[Said]) -> list[int]:
        """Adds what somebody says and the answers to it; gives the numbers to refer to them by."""
        numbers, first = [], ""
        for said in thread:
            number, paragraph_id = next(self._numbers), next(self._paragraph_ids)
            self._add_comment(number, paragraph_id, said)
            answer = {f"{{{_W15}}}paraIdParent": first} if first else {}
            named = {f"{{{_W15}}}paraId": paragraph_id, **answer, f"{{{_W15}}}done": "0"}
            etree.SubElement(self._extended, f"{{{_W15}}}commentEx", named)
            first = first or paragraph_id
            numbers.append(number)
        return numbers

    def parts(self) -> tuple[bytes, bytes]:
        """The comments, and what answers what."""
        return serialised(self._comments), serialised(self._extended)

    def _add_comment(self, number: int, paragraph_id: str, said: Said) -> None:
        author = xml_text(said.author)
        initials = "".join(word[0] for word in author.split())
        # Word takes the time as the clock on the wall, whatever zone is written.
        date = f"{said.at:%Y-%m-%dT%H:%M:%SZ}"
        comment = add(self._comments, "w:comment", id=number, author=author, date=date, initials=initials)
        paragraph = add(comment, "w:p")
        paragraph.set(PARAGRAPH_ID, paragraph_id)
        if self._style:
            add(add(paragraph, "w:pPr"), "w:pStyle", val=self._style)
        write_note(paragraph, said.note)


def write_note(paragraph: Any, said: Note) -> None:
    """A note as runs, with its bold parts."""
    for index, part in enumerate(said.parts):
        add_text(paragraph, part.text if index == 0 else f" {part.text}", look=Look(bold=part.bold or None))


def open_range(paragraph: Any, numbers: Sequence[int]) -> None:
    """Begins the words that comments are on."""
    for number in numbers:
        add(paragraph, "w:commentRangeStart", id=number)


def close_range(paragraph: Any, numbers: Sequence[int], style: str = "") -> None:
    """Ends the words that comments are on."""
    for number in numbers:
        add(paragraph, "w:commentRangeEnd", id=number)
        run = add(paragraph, "w:r")
        if style:
            add(add(run, "w:rPr"), "w:rStyle", val=style)
        add(run, "w:commentReference", id=number)


def attach(document: Document, comments: Comments) -> None:
    """Puts the parts of the comments into a new document."""
    package = document.part.package
    named = (("comments", COMMENTS_TYPE, COMMENTS_RELATION), ("commentsExtended", EXTENDED_TYPE, EXTENDED_RELATION))
    for (name, kind, relation), content in zip(named, comments.parts(), strict=True):
        document.part.relate_to(Part(PackURI(f"/word/{name}.xml"), kind, content, package), relation)


def serialised(root: Any) -> bytes:
    """A part of a Word document as the bytes that stand in it."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _root(prefix: str, name: str, ignorable: str) -> Any:
    declared = {each: _NAMESPACES[each] for each in ("w", "mc", ignorable)}
    root = etree.Element(f"{{{_NAMESPACES[prefix]}}}{name}", nsmap=declared)
    root.set(_IGNORABLE, ignorable)
    return root


def _with_namespace(root: Any, prefix: str) -> Any:
    """The root with a namespace declared, and named as one that an older Word may pass over."""
    if _NAMESPACES[prefix] in root.nsmap.values():
        return root
    made = etree.Element(root.tag, root.attrib, nsmap={**root.nsmap, "mc": _MC, prefix: _NAMESPACES[prefix]})
    made.set(_IGNORABLE, f"{root.get(_IGNORABLE, '')} {prefix}".strip())
    made.extend(list(root))
    return made
