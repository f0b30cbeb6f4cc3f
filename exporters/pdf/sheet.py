"""What is drawn on every sheet: titles, status, the table's head, legend, files, page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exporters.pdf.blocks import PlacedLine
from exporters.pdf.columns import Columns
from exporters.pdf.pen import Pen
from exporters.pdf.tags import Element
from exporters.pdf.type import ASCENT, SANS, SANS_BOLD, SERIF, SERIF_BOLD, Glyph, TypeCase, broken
from exporters.phrases import shortened
from exporters.report_words import NO_BREAK, ReportWords
from exporters.styles import FILES, GRAVITIES, HEAD, LEGEND, MOVED_GLYPH, PAGE_NUMBER, STATUS, SUBTITLE, TITLE, Type
from treaty.model import MarkFamily, Severity, Span
from treaty.review.changes import ChangedWords, ChangeShape
from treaty.review.rows import Mark

STATUS_BOX_WIDTH = 150.0
ROOM_FOR_PAGE_NUMBER = 60.0
# Longer ones stand in full on the last sheet.
LONGEST_TITLE = 280
LONGEST_LABEL = 34
ITEM_GAP = "\u2002\u2002 "


class Sheet:
    """The parts that all sheets of a report share, set once."""

    def __init__(self, words: ReportWords, case: TypeCase, columns: Columns, top: float, bottom: float) -> None:
        self._words = words
        self._case = case
        self._columns = columns
        self._top = top
        self._bottom = bottom
        self._titles = self._title_lines()
        self._summary = self._summary_lines()
        self._legend = self._legend_lines()
        self._files = self._file_lines()

    @property
    def title_bottom(self) -> float:
        return self._top + max(sum(use.leading for use, _ in self._titles), self._status_height()) + 5

    @property
    def head_top(self) -> float:
        return self.title_bottom + len(self._summary) * STATUS.leading + 8

    @property
    def body_top(self) -> float:
        return self.head_top + HEAD.leading + 5

    @property
    def body_bottom(self) -> float:
        return self._foot_top - 6

    @property
    def _foot_top(self) -> float:
        return self._bottom - len(self._legend) * LEGEND.leading - len(self._files) * FILES.leading - 7

    def draw_frame(self, pen: Pen, page: int, pages: int) -> None:
        """Everything but the rows. To those who have it read to them it is said once, on the first sheet."""
        root = pen.tags.root
        with pen.tags.content(root.add("H1") if page == 1 else None):
            self._draw_titles(pen)
        with pen.tags.content(root.add("P") if page == 1 else None):
            self._draw_status_box(pen)
            self._draw_column(pen, self._summary, STATUS, self.title_bottom + 3)
            self._draw_right(pen, self._words.as_of(), SANS, STATUS, self.title_bottom + 3)
        with pen.tags.content(None):
            pen.rule(self._columns.left, self._columns.right, self.title_bottom, 1.0)
            self._draw_foot(pen, self._words.wording("report.page", page=page, pages=pages))

    def draw_table_head(self, pen: Pen, table: Element | None) -> None:
        """The head of the columns; `table` is what it is read as the head of, None where it is said again."""
        base = self.head_top + HEAD.leading * ASCENT + 1
        row = table.add("TR") if table else None
        for x, head in zip(self._columns.starts, self._words.table_heads(), strict=True):
            label = shortened(head.label, LONGEST_LABEL)
            glyphs = [*self._case.set(f"{head.side}  ", SANS_BOLD, HEAD), *self._case.set(label, SANS, STATUS)]
            with pen.tags.content(row.add("TH") if row else None):
                pen.line(PlacedLine(x, broken(glyphs, self._columns.width)[0]), base)
        with pen.tags.content(None):
            pen.rule(self._columns.left, self._columns.right, self.body_top)
            for x in self._columns.dividers:
                pen.upright(x, self.head_top, self.body_top)

    def _title_lines(self) -> list[tuple[Type, PlacedLine]]:
        taken = STATUS_BOX_WIDTH + 20 if self._words.report.options.status_lines else 0
        width = self._columns.right - self._columns.left - taken
        made = []
        for index, title in enumerate(self._words.report.titles):
            font, use = (SERIF_BOLD, TITLE) if index == 0 else (SERIF, SUBTITLE)
            for line in broken(self._case.set(shortened(title, LONGEST_TITLE), font, use), width):
                made.append((use, PlacedLine(self._columns.left, line)))
        return made

    def _draw_titles(self, pen: Pen) -> None:
        y = self._top
        for use, line in self._titles:
            pen.line(line, y + use.leading * ASCENT)
            y += use.leading

    def _status_lines(self) -> list[PlacedLine]:
        status = "\n".join(self._words.report.options.status_lines)
        glyphs = self._case.set(status, SANS_BOLD, STATUS)
        return self._placed(glyphs, 0, STATUS_BOX_WIDTH - 16) if status else []

    def _status_height(self) -> float:
        lines = self._status_lines()
        return len(lines) * STATUS.leading + 10 if lines else 0

    def _draw_status_box(self, pen: Pen) -> None:
        lines = self._status_lines()
        if not lines:
            return
        width = max(line.line.width for line in lines) + 20
        left = self._columns.right - width
        pen.box(left, self._top, self._columns.right, self._top + self._status_height(), 1.0)
        for index, line in enumerate(lines):
            base = self._top + 5 + (index + ASCENT) * STATUS.leading
            pen.line(PlacedLine(left + (width - line.line.width) / 2, line.line), base)

    def _summary_lines(self) -> list[PlacedLine]:
        glyphs = self._case.set(_joined(self._words.summary()), SANS, STATUS)
        taken = self._case.width(self._words.as_of(), SANS, STATUS.size) + 20
        return self._placed(glyphs, self._columns.left, self._columns.right - self._columns.left - taken)

    def _legend_lines(self) -> list[PlacedLine]:
        """The legend as lines of type whose samples carry real marks."""
        glyphs = self._case.set(f"{self._words.wording('report.legend')}{ITEM_GAP}", SANS_BOLD, LEGEND)
        changes = self._change_samples(glyphs) if self._words.versions else []
        tells = self._words.tells_findings
        marks = self._mark_samples(glyphs) if tells and not self._words.versions else []
        for glyph, name in self._glyph_names():
            glyphs += self._item(f"{glyph}{NO_BREAK}{name}")
        lines = self._placed(glyphs, self._columns.left, self._columns.right - self._columns.left, tuple(marks))
        return [replace(line, changes=tuple(changes)) for line in lines]

    def _change_samples(self, glyphs: list[Glyph]) -> list[ChangedWords]:
        """Adds a sample of each kind of change to the glyphs of the legend."""
        changes = []
        for shape in ChangeShape:
            start, sample = len(glyphs), self._words.change_sample(shape).replace(" ", NO_BREAK)
            glyphs += self._case.set(sample, SERIF, LEGEND, offset=start)
            changes.append(ChangedWords(Span(start, start + len(sample)), shape))
            glyphs += self._item("")
        return changes

    def _mark_samples(self, glyphs: list[Glyph]) -> list[Mark]:
        """Adds a sample of each mark to the glyphs of the legend."""
        marks: list[Mark] = []
        for family in MarkFamily:
            start = len(glyphs)
            sample = self._words.sample(family)
            glyphs += self._case.set(sample, SERIF, LEGEND, offset=start)
            marks.append(_sample_mark(Span(start, start + len(sample)), family))
            glyphs += self._item(f"{NO_BREAK}{NO_BREAK}{self._words.family(family)}")
        start = len(glyphs)
        glyphs += self._case.set(NO_BREAK * 3, SERIF, LEGEND, offset=start)
        marks.append(_sample_mark(Span(start + 2, start + 2), MarkFamily.MISSING_AND_ADDED))
        glyphs += self._item(f"{NO_BREAK}{NO_BREAK}{self._words.wording('report.missing_here')}")
        return marks

    def _glyph_names(self) -> list[tuple[str, str]]:
        moved = (MOVED_GLYPH, self._words.wording("report.legend_moved"))
        grave = [(GRAVITIES[severity].glyph, self._words.severity(severity)) for severity in self._words.severities()]
        return [moved, *(grave if self._words.tells_findings else ())]

    def _item(self, text: str) -> list[Glyph]:
        return self._case.set(text.replace(" ", NO_BREAK) + ITEM_GAP, SANS, LEGEND)

    def _file_lines(self) -> list[PlacedLine]:
        said = [*self._words.file_lines(), self._words.wording("report.see_the_end")]
        glyphs = self._case.set(_joined(said), SANS, FILES)
        return self._placed(glyphs, self._columns.left, self._columns.right - self._columns.left - ROOM_FOR_PAGE_NUMBER)

    def _draw_foot(self, pen: Pen, page_number: str) -> None:
        pen.rule(self._columns.left, self._columns.right, self._foot_top)
        y = self._draw_column(pen, self._legend, LEGEND, self._foot_top + 3)
        self._draw_column(pen, self._files, FILES, y + 3)
        self._draw_right(pen, page_number, SANS_BOLD, PAGE_NUMBER, self._bottom - PAGE_NUMBER.leading)

    def _draw_column(self, pen: Pen, lines: Sequence[PlacedLine], use: Type, top: float) -> float:
        for index, line in enumerate(lines):
            pen.line(line, top + (index + ASCENT) * use.leading)
        return top + len(lines) * use.leading

    def _draw_right(self, pen: Pen, text: str, font: str, use: Type, top: float) -> None:
        x = self._columns.right - self._case.width(text, font, use.size)
        self._set(pen, text, font, use, x, top + use.leading * ASCENT)

    def _set(self, pen: Pen, text: str, font: str, use: Type, x: float, base: float) -> None:
        pen.line(PlacedLine(x, broken(self._case.set(text, font, use), self._columns.right)[0]), base)

    def _placed(self, glyphs: Sequence[Glyph], x: float, width: float, marks: tuple[Mark, ...] = ()) -> list[PlacedLine]:
        return [PlacedLine(x, line, marks) for line in broken(glyphs, width)]


def _sample_mark(span: Span, family: MarkFamily) -> Mark:
    return Mark(span, "", 0, family, Severity.MAJOR, dismissed=False)


def _joined(items: Sequence[str]) -> str:
    return ITEM_GAP.join(items)
