"""What a paragraph or a run takes from its style: a place in a numbering, being hidden, its font."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from treaty.reading.docx.package import W, switched, value


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it takes from those that it is based on.

    `names` are its own name and theirs, nearest first; `numbering` and `level` as <w:numPr> has them.
    """

    names: tuple[str, ...] = ()
    numbering: str | None = None
    level: str | None = None
    hidden: bool = False
    font: str = ""


class Styles:
    """The styles of a document, by name."""

    def __init__(self, root: etree._Element | None) -> None:
        elements = root.findall(f"{W}style") if root is not None else []
        self._elements = {element.get(f"{W}styleId"): element for element in elements}
        self._styles: dict[str, Style] = {}
        self._default = next((name for name, element in self._elements.items() if _is_default(element)), None)

    def of_paragraph(self, properties: etree._Element | None) -> Style:
        return self._style(value(properties, "pStyle") or self._default)

    def of_run(self, properties: etree._Element | None) -> Style:
        return self._style(value(properties, "rStyle"))

    def of_name(self, name: str | None) -> Style:
        return self._style(name)

    def _style(self, name: str | None) -> Style:
        if name is None:
            return Style()
        if name not in self._styles:
            self._styles[name] = self._read(name)
        return self._styles[name]

    def _read(self, name: str) -> Style:
        chain = dict(self._chain(name))
        places = [element.find(f"{W}pPr/{W}numPr") for element in chain.values()]
        switches = [switched(element.find(f"{W}rPr"), "vanish") for element in chain.values()]
        return Style(
            names=tuple(chain),
            numbering=next(filter(None, (value(place, "numId") for place in places)), None),
            level=next(filter(None, (value(place, "ilvl") for place in places)), None),
            hidden=next((switch for switch in switches if switch is not None), False),
            font=next((font for element in chain.values() if (font := _font(element))), ""),
        )

    def _chain(self, name: str | None) -> Iterator[tuple[str, etree._Element]]:
        """The style and those it is based on; a circle ends where it closes."""
        seen: set[str] = set()
        while name is not None and name in self._elements and name not in seen:
            seen.add(name)
            yield name, self._elements[name]
            name = value(self._elements[name], "basedOn")


def _font(style: etree._Element) -> str:
    fonts = style.find(f"{W}rPr/{W}rFonts")
    return "" if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""


def _is_default(style: etree._Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on")
