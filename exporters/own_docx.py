"""Comments written into a copy of the user's own Word document, at the words of the clauses concerned.

Only the parts that hold the words and the comments change; all others are copied as they are, byte for byte.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from lxml import etree

from exporters.archives import UNDATED
from exporters.characters import xml_text
from exporters.remarks import Remark, Remarks, remarks_on
from exporters.report_words import ReportWords
from treaty.errors import ReadingError, WritingError
from treaty.reading.archive import Archive
from treaty.whole_file import whole_file

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NOT_SHOWN = frozenset(f"{{{_W}}}{name}" for name in ("del", "moveFrom"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def annotate_docx(source: Path, path: Path, words: ReportWords, column: int) -> Remarks:
    """Writes a copy of `source`, the document of one of the report's texts, with its findings as comments.

    Raises ReadingError where it is no Word document of the usual kind, and WritingError.
    """
    content = source.read_bytes()
    archive = Archive(content, source.name, "DOCX")
    main = _main_part(archive, source.name)
    root = _parsed(archive.read(main), source.name)
    if root.tag != f"{{{_W}}}document":
        raise WritingError("cannot_annotate", file=source.name)
    characters = list(_characters(root))
    remarks = remarks_on(words, column, (text.text[place] for text, place in characters))
    first, changed = _with_comments(archive, main, source.name, remarks.placed)
    _anchor(characters, remarks.placed, first)
    changed[main] = _serialised(root)
    _write_copy(content, path, changed)
    return remarks


def _main_part(archive: Archive, file: str) -> str:
    """The name of the part that holds the words."""
    for relation in _parsed(archive.read("_rels/.rels"), file):
        if relation.get("Type", "").endswith("/officeDocument"):
            return str(relation.get("Target", "")).lstrip("/")
    raise ReadingError("damaged_file", file=file, format="DOCX")


def _parsed(content: bytes, file: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise ReadingError("damaged_file", file=file, format="DOCX") from problem


def _serialised(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _characters(root: Any) -> Iterator[tuple[Any, int]]:
    """Every character of the document's final text: the element that holds it, and its place there."""
    for text in root.iter(f"{{{_W}}}t"):
        hidden = any(above.tag in _NOT_SHOWN or above.tag == _FALLBACK for above in text.iterancestors())
        if text.text and not hidden:
            yield from ((text, place) for place in range(len(text.text)))


def _anchor(characters: Sequence[tuple[Any, int]], remarks: Sequence[Remark], first: int) -> None:
    """Puts each remark's marks around its words, from the last to the first: what stands before a cut keeps its place."""
    marks = [(remark.end, 0, number) for number, remark in enumerate(remarks, start=first)]
    marks += [(remark.start, 1, number) for number, remark in enumerate(remarks, start=first)]
    for place, opens, number in sorted(marks, reverse=True):
        text, offset = characters[place] if opens else characters[place - 1]
        if opens:
            _cut(text, offset).addprevious(_element("commentRangeStart", id=number))
        else:
            run = _cut(text, offset + 1, after=True)
            reference = _element("r")
            reference.append(_element("commentReference", id=number))
            run.addnext(reference)
            run.addnext(_element("commentRangeEnd", id=number))


def _cut(text: Any, offset: int, *, after: bool = False) -> Any:
    """Cuts a run before a character; gives the run that begins there, or with `after` the one that ends there."""
    run = text.getparent()
    parts = [part for part in run if part.tag != f"{{{_W}}}rPr"]
    at = parts.index(text)
    if offset == 0 and at == 0:
        return run
    if offset == len(text.text) and at == len(parts) - 1:
        return run
    rest = _element("r")
    for name, value in run.attrib.items():
        rest.set(name, value)
    rest.extend([_copied(part) for part in run if part.tag == f"{{{_W}}}rPr"])
    if offset < len(text.text):
        rest.append(_text(text.text[offset:]))
    rest.extend(parts[at + 1 :])
    text.text = text.text[:offset]
    text.set(_SPACE, "preserve")
    run.addnext(rest)
    return run if after else rest


def _copied(part: Any) -> Any:
    return etree.fromstring(etree.tostring(part))


def _text(words: str) -> Any:
    made = _element("t")
    made.text = words
    made.set(_SPACE, "preserve")
    return made


def _element(name: str, **attributes: object) -> Any:
    made = etree.Element(f"{{{_W}}}{name}", nsmap={"w": _W})
    for key, value in attributes.items():
        made.set(f"{{{_W}}}{key}", str(value))
    return made


def _comments_name(archive: Archive, main: str) -> str:
    """The part with the comments: the one that is there, else a new one beside the words."""
    folder = PurePosixPath(main).parent
    if (names := _relations_name(main)) in archive:
        for relation in _parsed(archive.read(names), main):
            if relation.get("Type", "").endswith("/relationships/comments"):
                target = str(relation.get("Target"))
                return target.lstrip("/") if target.startswith("/") else str(folder / target)
    return str(folder / "comments.xml")


def _relations_name(main: str) -> str:
    place = PurePosixPath(main)
    return str(place.parent / "_rels" / f"{place.name}.rels")


def _with_comments(archive: Archive, main: str, file: str, remarks: Sequence[Remark]) -> tuple[int, dict[str, bytes]]:
    """The number of the first comment, and the parts that comments need, by name: their own and, where there was none, those
    that tell of it."""
    name = _comments_name(archive, main)
    changed = {} if name in archive else _announced(archive, main, name, file)
    root = _parsed(archive.read(name), file) if name in archive else etree.Element(f"{{{_W}}}comments", nsmap={"w": _W})
    first = 1 + max((int(comment.get(f"{{{_W}}}id", -1)) for comment in root), default=-1)
    for number, remark in enumerate(remarks, start=first):
        root.append(_comment(number, remark))
    changed[name] = _serialised(root)
    return first, changed


def _comment(number: int, remark: Remark) -> Any:
    author = xml_text(remark.author)
    initials = "".join(word[0] for word in author.split())
    comment = _element("comment", id=number, author=author, date=f"{remark.at:%Y-%m-%dT%H:%M:%SZ}", initials=initials)
    paragraph, run = _element("p"), _element("r")
    run.append(_text(xml_text(remark.text)))
    paragraph.append(run)
    comment.append(paragraph)
    return comment


def _announced(archive: Archive, main: str, name: str, file: str) -> dict[str, bytes]:
    """The package's list of types and the document's list of relations, with the new part in them."""
    types = _parsed(archive.read("[Content_Types].xml"), file)
    override = etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override")
    override.set("PartName", f"/{name}")
    override.set("ContentType", _COMMENTS_TYPE)
    relations_name = _relations_name(main)
    empty = etree.Element(f"{{{_PACKAGE}/relationships}}Relationships", nsmap={None: f"{_PACKAGE}/relationships"})
    relations = _parsed(archive.read(relations_name), file) if relations_name in archive else empty
    relation = etree.SubElement(relations, f"{{{_PACKAGE}/relationships}}Relationship")
    relation.set("Id", "rIdDaejoComments")
    relation.set("Type", f"{_RELATION}/comments")
    relation.set("Target", PurePosixPath(name).name)
    return {"[Content_Types].xml": _serialised(types), relations_name: _serialised(relations)}


def _write_copy(content: bytes, path: Path, changed: dict[str, bytes]) -> None:
    """The archive again, with some of its files in place of those before and new ones behind them."""
    with whole_file(path) as part, zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(part, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, changed.pop(entry.filename) if entry.filename in changed else old.read(entry))
        for name, made in changed.items():
            entry = zipfile.ZipInfo(name, UNDATED.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, made)
