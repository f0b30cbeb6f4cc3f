"""Automatic numbers: the lists that a document defines, and the labels that Word prints from them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from treaty.reading.docx.changes import Changes
from treaty.reading.docx.labels import printed
from treaty.reading.docx.package import W, number, switched, value
from treaty.reading.docx.styles import Style, Styles

_DEEPEST_LEVEL = 8
_PLACE = re.compile(r"%([1-9])")
_OWN_BULLETS = {"o": "◦", "§": "▪", "\u00b7": "•"}
"""Letters that print as bullets in the fonts that Word's lists set them in (Courier New, Wingdings, Symbol)."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: the number it begins with, its format, and the label with %1 … %9 for the levels' numbers.

    `restarts` is the level (counted from 1) whose numbers make it begin anew: None any above it, 0 none.
    """

    start: int
    format: str
    text: str
    legal: bool
    restarts: int | None

    def restarts_after(self, level: int) -> bool:
        return self.restarts is None or level < self.restarts


_NO_LEVEL = Level(1, "none", "", False, None)


@dataclass(frozen=True, slots=True)
class List_:
    """A list as a paragraph refers to it. Lists of one `family` count on from one another, but where one starts anew."""

    family: str
    levels: dict[int, Level]
    overridden: frozenset[int]
    of_style: dict[str, int]

    def level(self, level: int) -> Level:
        return self.levels.get(level, _NO_LEVEL)


class Numbering:
    """The lists that a document defines, and where its paragraphs stand in them."""

    def __init__(self, root: etree._Element | None, styles: Styles, changes: Changes) -> None:
        self._styles, self._changes = styles, changes
        families = root.findall(f"{W}abstractNum") if root is not None else []
        numbers = root.findall(f"{W}num") if root is not None else []
        self._families = {family.get(f"{W}abstractNumId"): family for family in families}
        self._numbers = {entry.get(f"{W}numId"): entry for entry in numbers}
        self._of_style = {value(family, "styleLink"): name for name, family in self._families.items()}
        self._lists: dict[str, List_ | None] = {}

    def place(self, properties: etree._Element | None) -> tuple[str, List_, int] | None:
        """The list's name, the list, and the level at which a paragraph with these properties stands; None if it is in none."""
        style = self._styles.of_paragraph(properties)
        own = properties.find(f"{W}numPr") if properties is not None else None
        if own is not None and self._changes.drops_numbering(own):
            return None
        name = value(own, "numId") or style.numbering
        list_ = self.list_of(name)
        if name is None or list_ is None:
            return None
        return name, list_, _level_in(list_, own, style)

    def list_of(self, name: str | None) -> List_ | None:
        """The list called `name`; None where there is none, as for "0", which takes a paragraph out of its style's list."""
        if name is None or name == "0" or name not in self._numbers:
            return None
        if name not in self._lists:
            self._lists[name] = self._read(self._numbers[name])
        return self._lists[name]

    def _read(self, entry: etree._Element) -> List_ | None:
        family = self._family(value(entry, "abstractNumId"))
        if family is None:
            return None
        elements = {number(level.get(f"{W}ilvl"), 0): level for level in family.findall(f"{W}lvl")}
        starts: dict[int, int] = {}
        for override in entry.findall(f"{W}lvlOverride"):
            level = number(override.get(f"{W}ilvl"), 0)
            if (own := override.find(f"{W}lvl")) is not None:
                elements[level] = own
            if (start := value(override, "startOverride")) is not None:
                starts[level] = number(start, 1)
        return List_(
            family=family.get(f"{W}abstractNumId") or "",
            levels={level: _level(element, starts.get(level)) for level, element in elements.items()},
            overridden=frozenset(starts),
            of_style={style: level for level, element in elements.items() if (style := value(element, "pStyle"))},
        )

    def _family(self, name: str | None) -> etree._Element | None:
        """The definition called `name`, or the one that it borrows from a style of lists."""
        family = self._families.get(name)
        link = value(family, "numStyleLink")
        if link is None:
            return family
        if link in self._of_style:
            return self._families[self._of_style[link]]
        borrowed = self._numbers.get(self._styles.of_name(link).numbering)
        return self._families.get(value(borrowed, "abstractNumId"), family)


class Counters:
    """How far the lists have counted in one story of a document: the body, its text boxes, its footnotes …"""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counted: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, properties: etree._Element | None) -> str:
        """The label that Word prints before the next paragraph with these properties; empty where it has none."""
        place = self._numbering.place(properties)
        if place is None:
            return ""
        name, list_, level = place
        counted = self._counted.setdefault(list_.family, {})
        if level in list_.overridden and (name, level) not in self._begun:
            counted.pop(level, None)
        self._begun.add((name, level))
        for above in range(level):
            # A level that was passed over counts as begun: "4." and two levels below it is "4.1.1".
            counted.setdefault(above, list_.level(above).start)
        counted[level] = counted[level] + 1 if level in counted else list_.level(level).start
        for below in [below for below in counted if below > level and list_.level(below).restarts_after(level)]:
            del counted[below]
        return _label(list_, level, counted)


def _label(list_: List_, level: int, counted: dict[int, int]) -> str:
    own = list_.level(level)
    if own.format == "bullet":
        return "".join(map(_bullet, own.text.strip()))

    def counted_at(match: re.Match[str]) -> str:
        at = int(match.group(1)) - 1
        form = "decimal" if own.legal else list_.level(at).format
        return printed(counted.get(at, list_.level(at).start), form)

    return _PLACE.sub(counted_at, own.text).strip()


def _bullet(sign: str) -> str:
    """A bullet that any font has: those of Symbol and Wingdings stand in the private use area."""
    return "•" if "\ue000" <= sign <= "\uf8ff" else _OWN_BULLETS.get(sign, sign)


def _level_in(list_: List_, own: etree._Element | None, style: Style) -> int:
    """The paragraph's own level, else the one that its style is tied to, else the one that its style names."""
    given = value(own, "ilvl")
    if given is None and (value(own, "numId") is None or style.numbering == value(own, "numId")):
        tied = next((list_.of_style[name] for name in style.names if name in list_.of_style), None)
        if tied is not None:
            return tied
        given = style.level
    return min(number(given, 0), _DEEPEST_LEVEL)


def _level(element: etree._Element, start: int | None) -> Level:
    restarts = value(element, "lvlRestart")
    picture = element.find(f"{W}lvlPicBulletId") is not None
    return Level(
        # Word counts from 0 where a list does not say from what.
        start=number(value(element, "start"), 0) if start is None else start,
        format=_format(element),
        text="•" if picture else value(element, "lvlText") or "",
        legal=bool(switched(element, "isLgl")),
        restarts=None if restarts is None else number(restarts, 0),
    )


def _format(level: etree._Element) -> str:
    """The level's number format; a newer one stands in an alternative, with a fallback beside it."""
    found = next(level.iter(f"{W}numFmt"), None)
    return "decimal" if found is None else found.get(f"{W}val") or "decimal"
