"""Tracked changes: what belongs to the final text, and what to the text before them."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from treaty.reading.docx.package import W

_ADDED = frozenset({f"{W}ins", f"{W}moveTo"})
_REMOVED = frozenset({f"{W}del", f"{W}moveFrom"})
_CELLS = (f"{W}cellIns", f"{W}cellDel")


@dataclass(frozen=True, slots=True)
class Changes:
    """Which text is read of a document with tracked changes: the final one, or the original."""

    original: bool
    dropped: frozenset[str] = field(init=False)
    """The elements whose content does not belong to that text."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "dropped", _ADDED if self.original else _REMOVED)

    @staticmethod
    def count_in(root: etree._Element | None) -> int:
        """How many tracked changes of words stand in a part."""
        return 0 if root is None else sum(1 for _ in root.iter(*_ADDED, *_REMOVED, *_CELLS))

    def drops_row(self, row: etree._Element) -> bool:
        return self._marked(row.find(f"{W}trPr"))

    def drops_cell(self, cell: etree._Element) -> bool:
        properties = cell.find(f"{W}tcPr")
        mark = f"{W}cellIns" if self.original else f"{W}cellDel"
        return properties is not None and properties.find(mark) is not None

    def joins_next(self, paragraph: etree._Element) -> bool:
        """Whether the paragraph's end is not there, so that the next paragraph goes on with its words."""
        return self._marked(paragraph.find(f"{W}pPr/{W}rPr"))

    def drops_numbering(self, numbering: etree._Element) -> bool:
        return self._marked(numbering)

    def properties(self, element: etree._Element, name: str) -> etree._Element | None:
        """The element's properties ("pPr", "rPr") as they are in the text that is read."""
        properties = element.find(W + name)
        if properties is None or not self.original:
            return properties
        changed = properties.find(f"{W}{name}Change/{W}{name}")
        return properties if changed is None else changed

    def _marked(self, properties: etree._Element | None) -> bool:
        return properties is not None and any(child.tag in self.dropped for child in properties)
