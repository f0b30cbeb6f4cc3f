"""A clause in Word: its number as text, its words with their marks, comments on the words of each finding and remark."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from exporters.docx.comments import Comments, close_range, open_range
from exporters.docx.marks import CARET, look_of
from exporters.docx.styles import CARET as CARET_STYLE
from exporters.docx.styles import COMMENT_REFERENCE, MARK_NUMBER
from exporters.docx.xml import Look, add_text
from exporters.marked_text import marks_on_words, pieces, place_of
from exporters.notes import remark, thread
from exporters.report_words import ReportWords
from treaty.review.rows import CellClause, Row, RowFinding

_Numbers = defaultdict[int, list[int]]


class ClauseWriter:
    """Writes the clauses of one report, and what is said of them."""

    def __init__(self, words: ReportWords, comments: Comments) -> None:
        self._words, self._comments = words, comments

    def write(self, paragraph: Any, clause: CellClause, findings: Sequence[RowFinding], label_style: str) -> None:
        """Writes a clause at the end of a paragraph. Its number is text: Word must not count anew."""
        if clause.label:
            add_text(paragraph, f"{clause.label} ", label_style)
        entries = {entry.finding.id: entry for entry in findings}
        opening, closing = self._ranges(clause, entries)
        for piece in pieces(clause):
            if piece.text:
                open_range(paragraph, opening.pop(piece.start, ()))
                add_text(paragraph, piece.text, look=look_of(piece.marks, piece.change))
                close_range(paragraph, closing.pop(piece.start + len(piece.text), ()), COMMENT_REFERENCE)
            for mark in piece.numbered:
                if mark.is_caret:
                    self._write_caret(paragraph, entries[mark.finding])
                _write_number(paragraph, mark.number, struck=mark.dismissed)
        # A clause without words, such as a heading that is a number alone, has its remarks behind that.
        for numbers in closing.values():
            open_range(paragraph, numbers)
            close_range(paragraph, numbers, COMMENT_REFERENCE)

    def write_unplaced(self, paragraph: Any, row: Row) -> None:
        """The numbers of the findings whose words are not marked in their row, with their comments."""
        marked = {mark.finding for _, side in self._words.shown(row) for clause in side.clauses for mark in clause.marks}
        for entry in row.findings:
            if entry.finding.id not in marked:
                numbers = self._comments.add(thread(entry, self._words))
                open_range(paragraph, numbers)
                _write_number(paragraph, entry.number, struck=entry.dismissed)
                close_range(paragraph, numbers, COMMENT_REFERENCE)

    def _write_caret(self, paragraph: Any, entry: RowFinding) -> None:
        numbers = self._comments.add(thread(entry, self._words))
        open_range(paragraph, numbers)
        add_text(paragraph, CARET, CARET_STYLE)
        close_range(paragraph, numbers, COMMENT_REFERENCE)

    def _ranges(self, clause: CellClause, entries: Mapping[str, RowFinding]) -> tuple[_Numbers, _Numbers]:
        """The numbers of the comments that begin, and of those that end, at each offset of a clause."""
        opening, closing = _Numbers(list), _Numbers(list)
        said = [(mark.span, thread(entries[mark.finding], self._words)) for mark in marks_on_words(clause) if not mark.is_caret]
        said += [(place_of(each, clause), (remark(each, self._words),)) for each in self._words.remarks(clause)]
        for span, of_span in said:
            numbers = self._comments.add(of_span)
            opening[span.start] += numbers
            closing[span.end] += numbers
        return opening, closing


def _write_number(paragraph: Any, number: int, *, struck: bool) -> None:
    add_text(paragraph, f"[{number}]", MARK_NUMBER, Look(strike=struck))
