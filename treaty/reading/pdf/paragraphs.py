"""Where a line of a PDF begins a paragraph, and where it goes on with the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from treaty.reading.numbering import Rank, label_readings
from treaty.reading.pdf.lines import TextLine
from treaty.reading.pdf.margins import usual_size

_ENDS = re.compile(r"(?:[.;:!?。…]|[.;,]\s*(?:and|or)|다|것|경우)[\"'”’」』)\]]*$")
_GOES_ON = re.compile(
    r"\s*(?:[.,;)](?=$|\s+[a-z])|,|(?:및|또는|내지|and|or|of|above|below|shall|may|to|through)\b)|(?:이|가)\s|[은는을를의에과와로]"
)
"""What stands behind a number that the sentence before cites. Korean particles follow it at once, unlike in "제21조 의사"."""
_HEADS = ("(", "[", "【", "-", "–", "—", ":", ".")
_SHORT = 30
_RECITAL_END = re.compile(r"(?:하며|하고|하여|[으이]며|[으이]고|[는여]|바탕으로),$")
_RECITAL = re.compile(r"(?:[A-Z][a-z]+ing|Convinced|Aware|Mindful|Have agreed|HAVE AGREED|[A-Z]{3,}ING)\b")
_OTHER_SIZE = 0.08
_SPACE = 0.3
_EM = 0.7


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document is set: where the lines of each column begin and end, how far apart lines of each size stand, and whether
    paragraphs begin with an indent; `size` is that of most of its type."""

    left: dict[str, float]
    right: dict[str, float]
    pitch: dict[float, float]
    indents: bool
    size: float

    def room(self, line: TextLine) -> float:
        """How much wider a line could be."""
        if self.is_centred(line):
            return self.right[line.column] - self.left[line.column] - line.width
        return self.right[line.column] - line.right

    def is_centred(self, line: TextLine) -> bool:
        left, right = line.left - self.left[line.column], self.right[line.column] - line.right
        return left > line.size and abs(left - right) < 0.5 * line.size

    def usual_step(self, line: TextLine) -> float:
        return self.pitch.get(round(line.size), 1.6 * line.size)


def layout_of(lines: Sequence[TextLine]) -> Layout:
    """The layout of a document's lines in reading order."""
    columns: dict[str, list[TextLine]] = {}
    lines = [line for line in lines if not line.cells]
    for line in lines:
        columns.setdefault(line.column, []).append(line)
    left = {column: _edge([-line.left for line in own]) for column, own in columns.items()}
    right = {column: _edge([line.right for line in own]) for column, own in columns.items()}
    steps: dict[float, list[float]] = {}
    for before, line in pairwise(lines):
        step = before.bottom - line.bottom
        if _side_by_side(before, line) and 0.8 * line.size < step < 3.5 * line.size:
            steps.setdefault(round(line.size), []).append(step)
    pitch = {size: _smallest(found) for size, found in steps.items()}
    layout = Layout({column: -edge for column, edge in left.items()}, right, pitch, False, usual_size(lines))
    return replace(layout, indents=_indents(lines, layout))


def _indents(lines: Sequence[TextLine], layout: Layout) -> bool:
    """Whether the line after a full indented one mostly goes back to the column's edge."""
    back = stays = 0
    for before, line in pairwise(lines):
        indent = before.left - layout.left[before.column]
        if _EM * line.size < indent < 4 * line.size and layout.room(before) < 3 * line.size and _side_by_side(before, line):
            back += line.left - layout.left[line.column] < 0.5 * indent
            stays += abs(line.left - before.left) < 0.5 * line.size
    return back > stays


def _edge(edges: Sequence[float]) -> float:
    """The outermost edge that more than a stray line reaches."""
    ordered = sorted(edges, reverse=True)
    enough = 1 if len(ordered) < 8 else max(2, len(ordered) // 25)
    return next(edge for edge in ordered if edge - 6 <= ordered[enough - 1])


def _smallest(steps: list[float]) -> float:
    """The step inside paragraphs: the smallest that is no rarity."""
    ordered = sorted(steps)
    near = [step for step in ordered if step <= 1.08 * ordered[len(ordered) // 10]]
    return median(near)


def _side_by_side(before: TextLine, line: TextLine) -> bool:
    return before.page == line.page and before.column == line.column and abs(before.size - line.size) < 0.5


def paragraphs_of(lines: Sequence[TextLine], layout: Layout) -> list[list[TextLine]]:
    """The lines of each paragraph, in order, over the ends of columns and pages."""
    paragraphs: list[list[TextLine]] = []
    in_preamble = True
    for line in lines:
        in_preamble = in_preamble and not _heads(line.text)
        recital = in_preamble and paragraphs and _RECITAL_END.search(paragraphs[-1][-1].text)
        if not paragraphs or recital or _begins(paragraphs[-1], line, layout):
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)
    return paragraphs


def _heads(text: str) -> bool:
    """Whether a line begins with the number of an article or a chapter."""
    return any(reading.scheme.heads for reading in label_readings(text))


def _begins(paragraph: Sequence[TextLine], line: TextLine, layout: Layout) -> bool:
    before = paragraph[-1]
    if before.cells or line.cells:
        return True
    if abs(before.size - line.size) > _OTHER_SIZE * max(before.size, line.size):
        return True
    if before.has_cells and line.has_cells:
        return True
    # Whoever ends a line where the next word would still have fitted in ends the paragraph.
    if layout.room(before) > line.first_word + _SPACE * before.size + 0.2 * before.size:
        return True
    ends = bool(_ENDS.search(before.text))
    if _has_label(paragraph, line.text, ends) or _is_recital(before.text, line.text):
        return True
    if _is_further(before, line, layout, ends):
        return True
    return _is_indented(paragraph, line, layout)


def _has_label(paragraph: Sequence[TextLine], text: str, ends: bool) -> bool:
    """Whether a line begins with a number of its own, not with one that the sentence before it cites."""
    reading = next(label_readings(text), None)
    if reading is None:
        return False
    rest = text[reading.end :]
    if reading.scheme.rank is Rank.BULLET:
        # A dash at a line's beginning can stand in the middle of a sentence; ○ and • cannot.
        return ends or not text.startswith(("-", "–", "—", "·", "*"))
    if ends or reading.scheme.name == "①":
        return not _GOES_ON.match(rest) or reading.scheme.name == "①"
    if reading.label.number == "다" and not paragraph[0].text.startswith(("나.", "나)", "(나)")):
        return False
    if reading.scheme.heads:
        named = text[:1].isupper() or "가" <= text[:1] <= "힣"
        return named and not _GOES_ON.match(rest) and (not rest or rest.lstrip().startswith(_HEADS) or len(rest) <= _SHORT)
    return not _GOES_ON.match(rest)


def _is_further(before: TextLine, line: TextLine, layout: Layout, ends: bool) -> bool:
    """Whether a line stands further below the line before than the lines of a paragraph do."""
    if before.page != line.page or before.column != line.column:
        return False
    return before.bottom - line.bottom > (1.15 if ends else 1.5) * layout.usual_step(line)


def _is_indented(paragraph: Sequence[TextLine], line: TextLine, layout: Layout) -> bool:
    before = paragraph[-1]
    if line.size > (1 + _OTHER_SIZE) * layout.size:
        return False
    if layout.is_centred(before) or layout.is_centred(line):
        return layout.is_centred(before) is not layout.is_centred(line) and bool(_ENDS.search(before.text))
    indent = line.left - layout.left[line.column]
    if layout.indents and _EM * line.size < indent < 4 * line.size and not next(label_readings(before.text), None):
        return True
    shift = (line.left - layout.left[line.column]) - (before.left - layout.left[before.column])
    hangs = len(paragraph) == 1 and next(label_readings(before.text), None) is not None
    if shift > _EM * line.size:
        return not hangs
    return shift < -_EM * line.size and len(paragraph) > 1


def _is_recital(before: str, line: str) -> bool:
    """Whether a line begins the next recital of a preamble, by its words: "…,", "Recalling …"."""
    return before.endswith((",", ";")) and bool(_RECITAL.match(line))
