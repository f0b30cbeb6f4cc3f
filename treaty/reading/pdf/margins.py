"""What stands above and below the text of a PDF's pages: headers, footers, page numbers, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from treaty.reading.document import Role
from treaty.reading.pdf.lines import TextLine, bare

_OUTER = 4
"""Headers and footers are among the first and the last four lines of a page."""
_MARGIN = 0.16
"""They stand in the upper or lower 16 % of the page."""
_MOST_PAGES = 0.4
"""They are on two pages of five: even and odd pages can have their own."""
_NUMBER = re.compile(r"[-–—\s\[(<]*(?:page|p\.|페이지|쪽)?\s*(?P<n>\d{1,4})\s*(?:쪽|면|페이지)?[-–—\s\])>]*", re.I)
_DRESSED_NUMBER = re.compile(
    r"[-–—]\s*\d{1,4}\s*[-–—]|(?:page|페이지)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s*(?:/|of)\s*\d{1,4}(?:\s*쪽)?|\d{1,4}\s*쪽",
    re.I,
)
_NOTE = re.compile(r"(?:\(?\d{1,3}\s?[).]|\d{1,3}(?=\s)|[*†‡§]{1,3}\d{0,3}\)?|주\s?\d{0,3}\s?[):.])\s*(?=\S)")
_NOTE_SIZE = 0.92


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of one page in reading order, with its height."""

    lines: tuple[TextLine, ...]
    height: float


@dataclass(frozen=True, slots=True)
class SortedSheet:
    """The lines of one page, apart: those of the text, those around it with their roles, those of each footnote."""

    body: tuple[TextLine, ...]
    around: tuple[tuple[TextLine, Role], ...]
    notes: tuple[tuple[TextLine, ...], ...]


def sorted_sheets(sheets: Sequence[Sheet]) -> list[SortedSheet]:
    """Each page of a document with its margins and footnotes apart from the text."""
    repeated = _repeated(sheets)
    numbered = _numbered(sheets)
    size = usual_size([line for sheet in sheets for line in sheet.lines])
    return [_sorted(sheet, page, repeated, numbered, size) for page, sheet in enumerate(sheets)]


def usual_size(lines: Sequence[TextLine]) -> float:
    """The size of type that most characters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _sorted(sheet: Sheet, page: int, repeated: set[tuple[str, int]], numbered: set[int], size: float) -> SortedSheet:
    around, rest = [], list(sheet.lines)
    for line, above in _outer(sheet):
        if _DRESSED_NUMBER.fullmatch(line.text) or (_NUMBER.fullmatch(line.text) and id(line) in numbered):
            around.append((line, Role.PAGE_NUMBER))
        elif not repeated.isdisjoint(_places(line, sheet, page)):
            around.append((line, Role.PAGE_HEADER if above else Role.PAGE_FOOTER))
    taken = {id(line) for line, _ in around}
    rest = [line for line in rest if id(line) not in taken]
    notes = list(_notes(rest, size))
    noted = {id(line) for note in notes for line in note}
    cited = frozenset(bare(match.group()) for note in notes if (match := _NOTE.match(note[0].text)))
    body = tuple(line.with_marks(cited) for line in rest if id(line) not in noted)
    return SortedSheet(body, tuple(around), tuple(tuple(line.with_marks(frozenset()) for line in note) for note in notes))


def _outer(sheet: Sheet) -> Iterator[tuple[TextLine, bool]]:
    """The lines that can be a header or a footer, the outermost first, with whether they stand above."""
    by_height = sorted(sheet.lines, key=lambda line: line.bottom)
    low = [line for line in by_height[:_OUTER] if line.bottom < _MARGIN * sheet.height]
    high = [line for line in by_height[-_OUTER:] if line.bottom > (1 - _MARGIN) * sheet.height and line not in low]
    yield from ((line, False) for line in low)
    yield from ((line, True) for line in reversed(high))


def _shapes(line: TextLine, page: int) -> set[str]:
    """A line as it is, and with one number counted from the page: one of these stays in a header."""
    shapes = {line.text}
    for number in re.finditer(r"\d{1,4}", line.text):
        counted = f"<{int(number.group()) - page}>"
        shapes.add(line.text[: number.start()] + counted + line.text[number.end() :])
    return shapes


def _height(line: TextLine, sheet: Sheet) -> int:
    """Where a line stands, in steps of two points from the edge that it is near to."""
    return round((line.bottom if line.bottom < sheet.height / 2 else line.bottom - sheet.height) / 2)


def _repeated(sheets: Sequence[Sheet]) -> set[tuple[str, int]]:
    """The lines that stand at the same height of most pages, but for a number that counts with the pages."""
    seen: Counter[tuple[str, int]] = Counter()
    for page, sheet in enumerate(sheets):
        seen.update({place for line, _ in _outer(sheet) for place in _places(line, sheet, page)})
    least = max(2, _MOST_PAGES * len(sheets))
    return {place for place, count in seen.items() if count >= least}


def _places(line: TextLine, sheet: Sheet, page: int) -> Iterator[tuple[str, int]]:
    """What a line says with where it stands, which may differ by some points from page to page."""
    height = _height(line, sheet)
    return ((shape, height + step) for shape in _shapes(line, page) for step in (-1, 0, 1))


def _numbered(sheets: Sequence[Sheet]) -> set[int]:
    """The lines, by id, that are bare numbers and count with the pages."""
    numbers: dict[int, list[TextLine]] = {}
    for index, sheet in enumerate(sheets):
        for line, _ in _outer(sheet):
            if match := _NUMBER.fullmatch(line.text):
                numbers.setdefault(int(match["n"]) - index, []).append(line)
    alone = len(sheets) == 1
    counting = (lines for first, lines in numbers.items() if len(lines) > 1 or (alone and first == 1))
    return {id(line) for lines in counting for line in lines}


def _notes(lines: Sequence[TextLine], size: float) -> Iterator[tuple[TextLine, ...]]:
    """The footnotes of a page: the lines in smaller type at the foot of its columns, from the first with a mark on.

    Lines above the first mark continue a footnote of the page before.
    """
    for column in dict.fromkeys(line.column for line in lines):
        own = [line for line in lines if line.column == column]
        small = list(takewhile(lambda line: not line.cells and line.size <= _NOTE_SIZE * size, reversed(own)))[::-1]
        if len(small) == len(own) or not any(_NOTE.match(line.text) for line in small):
            continue
        note: list[TextLine] = []
        for line in small:
            if note and _NOTE.match(line.text):
                yield tuple(note)
                note = []
            note.append(line)
        yield tuple(note)
