"""The words of charts and diagrams (SmartArt), which Office and Hancom keep in a part of their own beside the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

_MOST_POINTS = 10_000
"""The most points of one series that are read; a chart that anybody can look at has some dozens."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a chart or diagram says: its paragraphs (titles, the words in shapes), and a chart's figures as rows of a table,
    the names of its series in the first."""

    paragraphs: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.paragraphs or self.rows)


def drawn_words(root: etree._Element) -> Drawn:
    """The words in the part of a chart or a diagram; none where it is neither."""
    name = etree.QName(root).localname
    if name == "dataModel":
        points = (point for point in root.iter("{*}pt") if point.get("type", "node") in ("node", "asst", "doc"))
        return Drawn(tuple(_filled(_content(paragraph) for point in points for paragraph in point.iter("{*}p"))))
    if name != "chartSpace":
        return Drawn()
    rich = (_content(paragraph) for place in root.iter("{*}rich") for paragraph in place.iter("{*}p"))
    titles = (point.text or "" for title in root.iter("{*}title") for point in title.iter("{*}v"))
    return Drawn(tuple(_filled([*rich, *titles])), tuple(_rows(root)))


def _rows(root: etree._Element) -> Iterator[tuple[str, ...]]:
    """A row for each category with a cell for each series; first the names of the series, if they have any."""
    series = list(root.iter("{*}ser"))
    names = [" ".join(_points(one, "tx").values()) for one in series]
    values = [_points(one, "val") or _points(one, "yVal") for one in series]
    categories = [_points(one, "cat") or _points(one, "xVal") for one in series]
    if any(names):
        yield ("", *names)
    for place in sorted({place for points in (*values, *categories) for place in points}):
        category = next((points[place] for points in categories if place in points), "")
        yield (category, *(points.get(place, "") for points in values))
    for dimension in root.iter("{*}strDim", "{*}numDim"):
        yield tuple(_filled(point.text or "" for point in dimension.iter("{*}pt")))[:_MOST_POINTS]


def _points(series: etree._Element, name: str) -> dict[int, str]:
    """The points in one part of a series by their places; of categories in several levels the innermost come first."""
    part = series.find(f"{{*}}{name}")
    found: dict[int, str] = {}
    for number, point in enumerate(part.iter("{*}pt") if part is not None else ()):
        index = point.get("idx", "")
        place = int(index) if index.isascii() and index.isdigit() and len(index) < 7 else number
        if number < _MOST_POINTS and (words := _content(point).strip()):
            found.setdefault(place, words)
    if part is not None and not found and (words := _content(part).strip()) and name == "tx":
        found[0] = words
    return found


def _content(element: etree._Element) -> str:
    return "".join(part.text or "" for part in element.iter("{*}t", "{*}v"))


def _filled(texts: Iterable[str]) -> Iterator[str]:
    return (text.strip() for text in texts if text.strip())
