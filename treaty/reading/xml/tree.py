"""XML parsed with care: no entities are resolved, nothing is fetched, depth and size are bounded."""

from __future__ import annotations

from lxml import etree

from treaty.errors import ReadingError
from treaty.reading.limits import DEEPEST, MOST_CHARACTERS, MOST_ELEMENTS, MOST_ENTRY

_ENTITY = b"<!ENTITY"


def parse_xml(content: bytes, file: str, format_name: str) -> etree._Element:
    """The root of an XML document. Raises ReadingError where it is not well-formed, declares entities, is too large or deep."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_pis=True, remove_comments=True
    )
    if len(content) > MOST_ENTRY:
        raise ReadingError("too_large", file=file)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        code = "declares_entities" if _ENTITY in content else "damaged_file"
        raise ReadingError(code, file=file, format=format_name) from problem
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise ReadingError("declares_entities", file=file, format=format_name)
    if _too_large(root):
        raise ReadingError("too_large", file=file)
    return root


def _too_large(root: etree._Element) -> bool:
    """Whether a tree has more levels, elements or characters than are read."""
    depth = elements = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > DEEPEST or elements > MOST_ELEMENTS:
            return True
    return sum(map(len, root.itertext())) > MOST_CHARACTERS
