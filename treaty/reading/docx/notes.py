"""Footnotes and endnotes: which note a citation means, and the number that Word prints for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from treaty.reading.docx.labels import printed
from treaty.reading.docx.package import W, number, value
from treaty.reading.docx.words import Citation


@dataclass(frozen=True, slots=True)
class Note:
    """A note that is cited: its mark as printed, whether the writer set that mark, and its content."""

    mark: str
    own_mark: bool
    content: etree._Element


class Notes:
    """The notes of one kind ("footnote", "endnote"), numbered as they are cited."""

    def __init__(self, kind: str, root: etree._Element | None, settings: etree._Element | None, usual_format: str) -> None:
        elements = root.findall(W + kind) if root is not None else []
        self._kind, self._settings, self._usual_format = kind, settings, usual_format
        self._waiting = {element.get(f"{W}id"): element for element in elements}
        self._section: etree._Element | None = None
        self._counted: int | None = None

    def enter(self, section: etree._Element | None) -> None:
        """Takes up a section of the document, which may number its notes in its own way."""
        self._section = section
        if self._setting("numRestart") == "eachSect":
            self._counted = None

    def cited(self, citation: Citation) -> Note | None:
        """The note that is cited; None if it has been cited before or there is none."""
        content = self._waiting.pop(citation.name, None)
        if content is None:
            return None
        if citation.mark is not None:
            return Note(citation.mark.strip(), True, content)
        first = number(self._setting("numStart"), 1)
        self._counted = first if self._counted is None else self._counted + 1
        return Note(printed(self._counted, self._setting("numFmt") or self._usual_format), False, content)

    def _setting(self, name: str) -> str | None:
        places = (element.find(f"{W}{self._kind}Pr") for element in (self._section, self._settings) if element is not None)
        return next(filter(None, (value(place, name) for place in places)), None)


class AllNotes:
    """The footnotes and the endnotes of a document, and the section in which notes are being cited."""

    def __init__(self, footnotes: Notes, endnotes: Notes, sections: Sequence[etree._Element]) -> None:
        self._kinds = (footnotes, endnotes)
        self._sections = list(sections)
        self.next_section()

    def next_section(self) -> None:
        section = self._sections.pop(0) if self._sections else None
        for notes in self._kinds:
            notes.enter(section)

    def cited(self, citation: Citation) -> Note | None:
        return self._kinds[citation.is_endnote].cited(citation)
