"""HWPX, Hancom's XML format in a zip archive (KS X 6101): its sections in order, its numberings, what is locked or damaged."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from treaty.errors import ReadingError
from treaty.model import Unread
from treaty.reading.archive import Archive
from treaty.reading.document import Document, Reading, Role
from treaty.reading.hwp.hwpx_text import SectionReader, elements, local_name, whole_number
from treaty.reading.hwp.numbering import Head, HeadKind, HeadShapes, Level
from treaty.reading.hwp.paragraphs import Layout, Steps
from treaty.reading.hwp.scripts import does_something
from treaty.reading.xml.tree import parse_xml

_FORMAT = "HWPX"
_ZIP = b"PK\x03\x04"
_TYPE = b"mimetypeapplication/hwp+zip"
_SECTION = re.compile(r"(?:.*/)?section(\d{1,6})\.xml", re.I)
_MASTER_PAGE = re.compile(r"(?:.*/)?masterpage(\d{0,6})\.xml", re.I)
_SCRIPT = re.compile(r"(?:.*/)?scripts/[^/]+", re.I)
_KINDS = {"OUTLINE": HeadKind.OUTLINE, "NUMBER": HeadKind.NUMBER, "BULLET": HeadKind.BULLET}


def recognises_hwpx(content: bytes) -> bool:
    """Whether the bytes are an HWPX file, even one without its manifest or with a damaged end."""
    if not content.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return _TYPE in content[:200] or b"Contents/section0.xml" in content
    return _TYPE in content[:200] or any(name in ("Contents/content.hpf", "Contents/section0.xml") for name in names)


def read_hwpx(content: bytes, reading: Reading) -> Document:
    """An HWPX file's paragraphs as blocks. Raises ReadingError where it is locked, damaged or too large."""
    try:
        return _read(Archive(content, reading.file, _FORMAT), reading)
    except RecursionError as problem:
        raise ReadingError("too_large", file=reading.file) from problem


def _read(archive: Archive, reading: Reading) -> Document:
    _refuse_locked(archive, reading.file)
    heads, shapes = _head_shapes(archive, reading.file)
    sections = [parse_xml(archive.read(name), reading.file, _FORMAT) for name in _section_names(archive, reading.file)]
    if not sections:
        raise archive.damaged()
    pages = [parse_xml(archive.read(name), reading.file, _FORMAT) for name in _numbered(archive.names(), _MASTER_PAGE)]
    steps = Steps(reading.progress, sum(1 for root in [*sections, *pages] for _ in root.iter("{*}p")))
    layout = Layout(shapes)
    unread = Counter(macro=sum(_does_something(archive, name) for name in archive.names() if _SCRIPT.fullmatch(name)))

    def part(name: str) -> etree._Element | None:
        return parse_xml(archive.read(name), reading.file, _FORMAT) if name in archive else None

    blocks = []
    for root in sections:
        blocks += layout.blocks(SectionReader(root, heads, reading.original, steps, unread, part).paragraphs(root))
    for root in pages:
        furniture = SectionReader(root, heads, reading.original, steps, unread, part).paragraphs(root)
        blocks += layout.blocks(furniture, Role.FURNITURE)
    changes = sum(1 for root in sections for _ in root.iter("{*}insertBegin", "{*}deleteBegin"))
    return Document(tuple(blocks), tuple(Unread(what, count) for what, count in sorted(unread.items()) if count), changes)


def _refuse_locked(archive: Archive, file: str) -> None:
    name = "META-INF/manifest.xml"
    if name in archive and any(True for _ in parse_xml(archive.read(name), file, _FORMAT).iter("{*}encryption-data")):
        raise ReadingError("locked_file", file=file)


def _does_something(archive: Archive, name: str) -> bool:
    """Whether a script does something; one that cannot be read is taken for one that does. None is ever run."""
    try:
        content = archive.read(name)
    except ReadingError:
        return True
    return does_something(content.decode("utf-16-le" if b"\0" in content else "utf-8", "replace"))


def _section_names(archive: Archive, file: str) -> list[str]:
    """The files with sections: in the order that the package gives them, then those that it does not name."""
    names = _numbered(archive.names(), _SECTION)
    hpf = "Contents/content.hpf"
    if hpf not in archive:
        return names
    package = parse_xml(archive.read(hpf), file, _FORMAT)
    places = {item.get("id"): item.get("href") or "" for item in package.iter("{*}item")}
    spine = [places.get(reference.get("idref"), "") for reference in package.iter("{*}itemref")]
    by_place = {place: name for name in names for place in (name, name.rpartition("/")[2])}
    ordered = [by_place[place] for place in spine if place in by_place]
    return list(dict.fromkeys([*ordered, *names]))


def _numbered(names: Iterable[str], shape: re.Pattern[str]) -> list[str]:
    matches = [match for name in dict.fromkeys(names) if (match := shape.fullmatch(name))]
    return [match[0] for match in sorted(matches, key=lambda match: int(match[1] or 0))]


def _head_shapes(archive: Archive, file: str) -> tuple[dict[str, Head], HeadShapes]:
    """What stands in front of paragraphs by the id of their shape, and the numberings; nothing where there is no header."""
    name = next((name for name in archive.names() if name.lower().endswith("header.xml")), None)
    if name is None:
        return {}, HeadShapes()
    root = parse_xml(archive.read(name), file, _FORMAT)
    heads = {shape.get("id", ""): _head(shape) for shape in root.iter("{*}paraPr")}
    numberings = {numbering.get("id", ""): dict(_levels(numbering)) for numbering in root.iter("{*}numbering")}
    bullets = {bullet.get("id", ""): bullet.get("char", "") for bullet in root.iter("{*}bullet")}
    return heads, HeadShapes(numberings, bullets)


def _head(shape: etree._Element) -> Head:
    heading = next(shape.iter("{*}heading"), None)
    if heading is None:
        return Head()
    kind = _KINDS.get(heading.get("type", ""), HeadKind.NONE)
    return Head(kind, heading.get("idRef", ""), whole_number(heading.get("level")))


def _levels(numbering: etree._Element) -> Iterator[tuple[int, Level]]:
    for child in elements(numbering):
        if local_name(child) == "paraHead":
            level = Level(child.get("numFormat", "DIGIT"), child.text or "", whole_number(child.get("start"), 1))
            yield whole_number(child.get("level"), 1) - 1, level
