"""XML parsed with care: no entities are resolved, nothing is fetched, depth and size are bounded."""

from __future__ import annotations

from lxml import etree

from treaty.errors import ReadingError
from treaty.reading.limits import DEEPEST

_ENTITY = b"<!ENTITY"


def parse_xml(content: bytes, file: str, format_name: str) -> etree._Element:
    """The root of an XML document. Raises ReadingError where it is not well-formed, declares entities, or is too deep."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_pis=True, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        code = "declares_entities" if _ENTITY in content else "damaged_file"
        raise ReadingError(code, file=file, format=format_name) from problem
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise ReadingError("declares_entities", file=file, format=format_name)
    if _too_deep(root):
        raise ReadingError("too_large", file=file)
    return root


def _too_deep(root: etree._Element) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            return True
    return False
