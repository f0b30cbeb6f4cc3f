"""Findings as annotations of a PDF: a highlight on the words, which shows the note and does not print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFString

from exporters.notes import note, thread
from exporters.pdf.pen import Box
from exporters.report_words import ReportWords
from treaty.review.rows import RowFinding

COLOUR = (0.95, 0.93, 0.80)


class Annotator:
    """Writes the annotations of one report."""

    def __init__(self, words: ReportWords) -> None:
        self._words = words
        self._entries = {entry.finding.id: entry for entry in words.findings()}

    def annotate(self, canvas: Any, marked: Mapping[str, Sequence[Box]]) -> None:
        """One annotation for each finding marked on the page that is being drawn, over all its words there."""
        for finding, boxes in marked.items():
            self._annotate(canvas, self._entries[finding], boxes)

    def _annotate(self, canvas: Any, entry: RowFinding, boxes: Sequence[Box]) -> None:
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        last = thread(entry, self._words)[-1]
        canvas.highlightAnnotation(
            note(entry, self._words).text,
            (min(lefts), min(bottoms), max(rights), max(tops)),
            QuadPoints=[number for box in boxes for number in _corners(box)],
            Color=COLOUR,
            T=PDFString(last.author),
            M=PDFString(f"D:{last.at:%Y%m%d%H%M%S}"),
        )


def _corners(box: Box) -> tuple[float, ...]:
    """The upper two, then the lower two, as viewers expect them."""
    left, bottom, right, top = box
    return (left, top, right, top, left, bottom, right, bottom)
