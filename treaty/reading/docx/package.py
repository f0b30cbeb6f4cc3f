"""A DOCX as a package: its main part, the parts that belong to it by what they are, and the names in their XML."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from treaty.errors import ReadingError
from treaty.reading.archive import Archive
from treaty.reading.xml.tree import parse_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TRANSITIONAL = {
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}": W,
    "{http://purl.oclc.org/ooxml/officeDocument/math}": M,
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}": _R,
    "{http://purl.oclc.org/ooxml/drawingml/main}": A,
    "{http://purl.oclc.org/ooxml/drawingml/chart}": CHART,
    "{http://purl.oclc.org/ooxml/drawingml/diagram}": DIAGRAM,
}
"""The namespaces of Strict OOXML with those that Word writes otherwise. The names in them are the same."""
_CONTENT_TYPES = "[content_types].xml"
_USUAL_MAIN = "word/document.xml"
_PACKED_PART = re.compile(rb"PK\x03\x04.{26}word/", re.S)
_MAIN_TYPE = re.compile(rb"(?:wordprocessingml|ms-word)\.[\w.]+\.main\+xml", re.I)
_MOST_COUNTED = 32_767
"""The largest number that Word takes for a list; also keeps "aaaa…" of a forged start value short."""


class Package:
    """The parts of a DOCX. Raises ReadingError where there is no main part or a part that is there cannot be read."""

    def __init__(self, content: bytes, file: str) -> None:
        self._file = file
        self._archive = Archive(content, file, "DOCX")
        self._names = {_part_name(name): name for name in self._archive.names()}
        name = self._main()
        if name is None:
            raise self._archive.damaged()
        self._relations = self._relations_of(name)
        self.main = self._root(name)

    @property
    def macros(self) -> int:
        """How many projects of macros are packed in. They are only counted."""
        return sum(posixpath.basename(name) == "vbaproject.bin" for name in self._names)

    def part(self, kind: str) -> etree._Element | None:
        """The root of the part that stands in the relation `kind` ("styles", "footnotes" …) to the main part."""
        target = next((target for _, is_a, target in self._relations if is_a == kind), None)
        return self._root(target) if target in self._names else None

    def related(self, relation: str | None) -> etree._Element | None:
        """The root of the part that the main part calls `relation` ("rId7")."""
        target = self._target(relation)
        return self._root(target) if target in self._names else None

    def content(self, relation: str | None) -> bytes:
        """The bytes of the part that the main part calls `relation`; none where there is no such part."""
        target = self._target(relation)
        return self._archive.read(self._names[target]) if target in self._names else b""

    def _target(self, relation: str | None) -> str | None:
        return next((target for name, _, target in self._relations if name == relation), None)

    def _main(self) -> str | None:
        targets = [target for _, kind, target in self._relations_of("") if kind == "officeDocument"]
        return next((name for name in (*targets, _USUAL_MAIN) if name in self._names), None)

    def _relations_of(self, part: str) -> list[tuple[str, str, str]]:
        """Name, kind and target of each relation of a part; "" is the package itself."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self._names:
            return []
        relations = (element for element in self._root(name) if element.get("TargetMode") != "External")
        return [
            (
                element.get("Id") or "",
                posixpath.basename(element.get("Type") or ""),
                _part_name(posixpath.join("/", folder, unquote(element.get("Target") or ""))),
            )
            for element in relations
        ]

    def _root(self, name: str) -> etree._Element:
        root = parse_xml(self._archive.read(self._names[name]), self._file, "DOCX")
        if any(namespace.strip("{}") in root.nsmap.values() for namespace in _TRANSITIONAL):
            _rename(root)
        return root


def is_word(content: bytes) -> bool:
    """Whether a file is a zip that holds a text document of Office, whole or not."""
    if not content.startswith(b"PK\x03\x04"):
        return False
    try:
        archive = Archive(content, "", "DOCX")
        names = {_part_name(name): name for name in archive.names()}
        if _CONTENT_TYPES not in names:
            return False
        return _USUAL_MAIN in names or bool(_MAIN_TYPE.search(archive.read(names[_CONTENT_TYPES])))
    except ReadingError:
        # Damaged or locked: the names of parts stand before them even where the table of contents is cut off.
        return bool(_PACKED_PART.search(content))


def relation_of(element: etree._Element) -> str | None:
    """The name of the relation that an element refers to; a diagram refers to several, of which this is the one with words."""
    name: str | None = element.get(f"{_R}id") or element.get(f"{_R}dm")
    return name


def value(parent: etree._Element | None, name: str) -> str | None:
    """The value of the element `name` directly in `parent`: <w:name w:val="value"/>."""
    child = parent.find(W + name) if parent is not None else None
    found: str | None = child.get(f"{W}val") if child is not None else None
    return found


def number(words: str | None, default: int) -> int:
    """A number as Word writes it, within the bounds of what it counts to."""
    try:
        return min(max(int(words or ""), 0), _MOST_COUNTED)
    except ValueError:
        return default


def switched(parent: etree._Element | None, name: str) -> bool | None:
    """Whether the property `name` is on or off; None where nothing is said of it."""
    child = parent.find(W + name) if parent is not None else None
    return None if child is None else child.get(f"{W}val") not in ("0", "false", "off")


def _part_name(name: str) -> str:
    """The name of a part as all spellings of it are compared: without the first slash, in small letters."""
    return posixpath.normpath(name.replace("\\", "/")).lstrip("/").lower()


def _rename(root: etree._Element) -> None:
    """Gives the elements and attributes of Strict OOXML the names that Word writes otherwise."""
    for element in root.iter("*"):
        element.tag = _renamed(element.tag)
        for name, content in _strict_attributes(element):
            del element.attrib[name]
            element.set(_renamed(name), content)


def _strict_attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    yield from [(name, content) for name, content in element.attrib.items() if name.startswith("{http://purl")]


def _renamed(name: str) -> str:
    namespace, brace, local = name.rpartition("}")
    return _TRANSITIONAL.get(namespace + brace, namespace + brace) + local
