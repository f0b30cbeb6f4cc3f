"""Text gathered from a tree of elements, paragraph by paragraph: blanks as they are printed, automatic numbers in front."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from treaty.reading.document import Role
from treaty.reading.numbering import Rank, label_readings

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_SEVERAL = re.compile(r" {2,}")
_SUPERSCRIPT = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
_MARK = re.compile(r"\s*\(?\d+\)?(?:\s*,\s*\d+\)?)*\s*")


@dataclass(frozen=True, slots=True)
class Marker:
    """The number or bullet that a list prints in front of an item; `sure` if the page says that it prints one."""

    text: str
    number: int = 0
    sure: bool = False


@dataclass(slots=True)
class Paragraph:
    """A paragraph, or the row of a table, with the element that it stands in and what that tells about it.

    `linked` counts its characters that are links; `control` says that it is a button or a choice; `hidden` is the outermost
    element that hides it; `anchors` are the places on the page that it points to ("#note1") or is ("note1").
    """

    text: str
    element: Any
    role: Role = Role.BODY
    cells: tuple[tuple[str, ...], ...] = ()
    linked: int = 0
    control: bool = False
    hidden: Any = None
    anchors: tuple[str, ...] = ()
    heading: bool = False

    @property
    def words(self) -> str:
        return self.text or " ".join(part for cell in self.cells for part in cell)


@dataclass(slots=True)
class Buffer:
    """The words of the paragraph that is being read, piece by piece."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    kept: bool = False
    anchors: list[str] = field(default_factory=list)
    element: Any = None

    def add(self, text: str, element: Any, *, linked: bool = False, kept: bool = False) -> None:
        """Takes words as the file has them; `kept` says that its line breaks and blanks are printed."""
        words = text.replace("\r\n", "\n").replace("\r", "\n") if kept else _BLANKS.sub(" ", text)
        if words.strip() and self.element is None:
            self.element = element
        self.kept = self.kept or (kept and bool(words.strip()))
        self.linked += len(words.strip()) if linked else 0
        self.parts.append(words)

    def point(self, link: Any) -> None:
        """Takes the places that a link on the page points to or is."""
        target = link.get("href") or ""
        places = (target if target.startswith("#") else "", link.get("name"), link.get("id"))
        self.anchors += [place for place in places if place]

    def taken(self) -> str:
        """The paragraph's text; empty where it has no words."""
        text = "".join(self.parts)
        if self.kept:
            return text.strip("\n") if text.strip() else ""
        return _AROUND_BREAK.sub("\n", _SEVERAL.sub(" ", text)).strip(" \n")


def superscript(text: str) -> str:
    """Raised digits as the characters that print them: else the mark of a footnote would read as a part of a number."""
    return text.translate(_SUPERSCRIPT) if _MARK.fullmatch(text) else text


def with_markers(markers: list[Marker], text: str) -> str:
    """A paragraph with the numbers in front that the lists around it print, unless it has them in its words already."""
    printed = [marker.text for marker in markers if marker.text and not _typed(marker, text)]
    return " ".join([*printed, text])


def _typed(marker: Marker, text: str) -> bool:
    """Whether the words begin with the number themselves: style sheets, which are not read, then switch the list's own off."""
    if marker.sure:
        return False
    readings = list(label_readings(text))
    if not marker.number:
        return bool(readings)
    return any(reading.value == marker.number for reading in readings if reading.scheme.rank is not Rank.BULLET)
