"""Footnotes of a page, which stand at its end, put behind the paragraphs that cite them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treaty.reading.document import Role
from treaty.reading.html.writer import Paragraph

_LEVELS = 4
"""How far above its words the element of a footnote may bear its name: li, section and what style sheets need between."""


def footnotes_placed(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs with each footnote behind the one that cites it; those that none cites stay where they are."""
    citing = _citing(paragraphs)
    behind: dict[int, list[int]] = {}
    for index, paragraph in enumerate(paragraphs):
        owner = next((citing[name] for name in _names(paragraph) if name in citing), None)
        if paragraph.role is Role.FOOTNOTE and owner is not None:
            behind.setdefault(owner, []).append(index)
    moved = {index for notes in behind.values() for index in notes}
    for index, paragraph in enumerate(paragraphs):
        if index not in moved:
            yield paragraph
            yield from (paragraphs[note] for note in behind.get(index, ()))


def _citing(paragraphs: Sequence[Paragraph]) -> dict[str, int]:
    """The paragraph that first points to each place of the page; footnotes point back and do not count."""
    citing: dict[str, int] = {}
    for index, paragraph in enumerate(paragraphs):
        if paragraph.role in (Role.BODY, Role.TABLE_ROW):
            for anchor in paragraph.anchors:
                if anchor.startswith("#"):
                    citing.setdefault(anchor[1:], index)
    return citing


def _names(paragraph: Paragraph) -> Iterator[str]:
    """The names of the places that a footnote is, innermost first."""
    if paragraph.role is not Role.FOOTNOTE:
        return
    yield from (anchor for anchor in paragraph.anchors if not anchor.startswith("#"))
    element = paragraph.element
    for _ in range(_LEVELS):
        if element is None:
            return
        yield element.get("id") or ""
        element = element.getparent()
