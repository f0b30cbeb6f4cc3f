"""Comments written into a copy of the user's own Word document, at the words of the clauses concerned.

Only the parts that hold the words and the comments change; all others are copied as they are, byte for byte.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from lxml import etree

from exporters.archives import UNDATED
from exporters.docx.comments import (
    COMMENTS_RELATION,
    COMMENTS_TYPE,
    EXTENDED_RELATION,
    EXTENDED_TYPE,
    Comments,
    close_range,
    open_range,
    serialised,
)
from exporters.remarks import Remark, Remarks, remarks_on
from exporters.report_words import ReportWords
from treaty.errors import ReadingError, WritingError
from treaty.progress import Progress, SilentProgress
from treaty.reading.archive import Archive
from treaty.whole_file import whole_file

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NOT_SHOWN = frozenset(f"{{{_W}}}{name}" for name in ("del", "moveFrom"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_STEP = 100
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def annotate_docx(
    source: Path, path: Path, words: ReportWords, column: int, *, progress: Progress = SilentProgress()
) -> Remarks:
    """Writes a copy of `source`, the document of one of the report's texts, with its findings as comments.

    Raises ReadingError where it is no Word document of the usual kind, and WritingError.
    """
    progress.report(0, 1, "progress.export")
    content = source.read_bytes()
    archive = Archive(content, source.name, "DOCX")
    main = _main_part(archive, source.name)
    root = _parsed(archive.read(main), source.name)
    if root.tag != f"{{{_W}}}document":
        raise WritingError("cannot_annotate", file=source.name)
    characters = list(_characters(root))
    remarks = remarks_on(words, column, (text.text[place] for text, place in characters))
    names = _names(archive, main, source.name)
    known, extended = (_part(archive, name, source.name) for name in names)
    comments = Comments(known, extended, root.xpath("//@*[local-name()='paraId']"))
    _anchor(characters, remarks.placed, comments, progress)
    new = {name: kind for name, kind in zip(names, _PARTS, strict=True) if name not in archive}
    changed = _announced(archive, main, new, source.name) if new else {}
    changed |= dict(zip([*names, main], [*comments.parts(), serialised(root)], strict=True))
    made = _copied_archive(content, changed)
    with whole_file(path) as part:
        part.write_bytes(made)
        progress.report(len(remarks.placed), len(remarks.placed), "progress.export")
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


def _part(archive: Archive, name: str, file: str) -> Any:
    """The root of a part; None where there is none."""
    return _parsed(archive.read(name), file) if name in archive else None


def _characters(root: Any) -> Iterator[tuple[Any, int]]:
    """Every character of the document's final text: the element that holds it, and its place there."""
    for text in root.iter(f"{{{_W}}}t"):
        hidden = any(above.tag in _NOT_SHOWN or above.tag == _FALLBACK for above in text.iterancestors())
        if text.text and not hidden:
            yield from ((text, place) for place in range(len(text.text)))


def _anchor(characters: Sequence[tuple[Any, int]], remarks: Sequence[Remark], comments: Comments, progress: Progress) -> None:
    """Puts each remark's marks around its words, from the last to the first: what stands before a cut keeps its place."""
    numbers = [comments.add(remark.thread) for remark in remarks]
    marks = [(remark.end, 0, said) for remark, said in zip(remarks, numbers, strict=True)]
    marks += [(remark.start, 1, said) for remark, said in zip(remarks, numbers, strict=True)]
    for done, (place, opens, said) in enumerate(sorted(marks, reverse=True)):
        if done % _STEP == 0:
            progress.report(done, len(marks), "progress.export")
        text, offset = characters[place] if opens else characters[place - 1]
        around = etree.Element(f"{{{_W}}}p")
        if opens:
            open_range(around, said)
            run = _cut(text, offset)
            for mark in list(around):
                run.addprevious(mark)
        else:
            close_range(around, said)
            run = _cut(text, offset + 1, after=True)
            for mark in list(reversed(around)):
                run.addnext(mark)


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


@dataclass(frozen=True, slots=True)
class _Kind:
    """A part that comments need: its name beside the words, its type, and how the words refer to it."""

    name: str
    type: str
    relation: str


_PARTS = (
    _Kind("comments.xml", COMMENTS_TYPE, COMMENTS_RELATION),
    _Kind("commentsExtended.xml", EXTENDED_TYPE, EXTENDED_RELATION),
)


def _relations_name(main: str) -> str:
    place = PurePosixPath(main)
    return str(place.parent / "_rels" / f"{place.name}.rels")


def _names(archive: Archive, main: str, file: str) -> list[str]:
    """The names of the parts of `_PARTS`: those that are there, else new ones beside the words."""
    folder, name = PurePosixPath(main).parent, _relations_name(main)
    known = {}
    for relation in _parsed(archive.read(name), file) if name in archive else ():
        target = str(relation.get("Target"))
        known[relation.get("Type")] = target.lstrip("/") if target.startswith("/") else str(folder / target)
    return [known.get(kind.relation, str(folder / kind.name)) for kind in _PARTS]


def _announced(archive: Archive, main: str, names: Mapping[str, _Kind], file: str) -> dict[str, bytes]:
    """The package's list of types and the document's list of relations, with new parts in them."""
    types = _parsed(archive.read("[Content_Types].xml"), file)
    relations_name = _relations_name(main)
    empty = etree.Element(f"{{{_PACKAGE}/relationships}}Relationships", nsmap={None: f"{_PACKAGE}/relationships"})
    relations = _parsed(archive.read(relations_name), file) if relations_name in archive else empty
    for name, kind in names.items():
        part = {"PartName": f"/{name}", "ContentType": kind.type}
        etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override", part)
        target = PurePosixPath(name).name
        relation = {"Id": f"rIdDaejo.{target}", "Type": kind.relation, "Target": target}
        etree.SubElement(relations, f"{{{_PACKAGE}/relationships}}Relationship", relation)
    return {"[Content_Types].xml": serialised(types), relations_name: serialised(relations)}


def _copied_archive(content: bytes, changed: dict[str, bytes]) -> bytes:
    """The archive again, with some of its files in place of those before and new ones behind them."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, changed.pop(entry.filename) if entry.filename in changed else old.read(entry))
        for name, part in changed.items():
            entry = zipfile.ZipInfo(name, UNDATED.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, part)
    return made.getvalue()
