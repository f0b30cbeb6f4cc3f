"""Findings written into a copy of a document that was compared."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Protocol

from exporters.remarks import Remarks
from exporters.report_words import ReportWords
from resources.wording_table import Wording
from treaty.errors import ReadingError, WritingError
from treaty.progress import Progress, SilentProgress
from treaty.review.column_choice import ColumnChoice
from treaty.review.report import Report, ReportOptions, build_report
from treaty.review.review import Review

ANNOTATABLE = ("docx", "pdf")


class Annotate(Protocol):
    """Writes a copy of `source` with the findings of one text of a report in it."""

    def __call__(self, source: Path, path: Path, words: ReportWords, column: int, *, progress: Progress) -> Remarks: ...


def annotate(
    review: Review, source: Path, path: Path, options: ReportOptions, progress: Progress = SilentProgress()
) -> Remarks:
    """Writes a copy of `source`, one of the compared documents, with the findings at its words.

    Raises ReadingError where `source` is not a document of this review, and WritingError.
    """
    # A copy has no columns: all that was found goes into it.
    report = build_report(review, replace(options, columns=ColumnChoice()))
    column = _column_of(source, report)
    if path.exists() and path.samefile(source):
        raise WritingError("copy_over_original", file=path.name)
    ending = source.suffix.lower().lstrip(".")
    if ending not in ANNOTATABLE or path.suffix.lower() != source.suffix.lower():
        raise WritingError("cannot_annotate", file=source.name)
    write: Annotate = getattr(import_module(f"exporters.{ending}.own"), f"annotate_{ending}")
    return write(source, path, ReportWords(report), column, progress=progress)


def told(remarks: Remarks, path: Path, words: Wording) -> str:
    """How many findings stand in the copy, and what could not be placed."""
    if not remarks.missed:
        return words("message.annotated", file=path.name, count=len(remarks.placed))
    return words("message.annotated_but", file=path.name, count=len(remarks.placed), missed=", ".join(remarks.missed))


def _column_of(source: Path, report: Report) -> int:
    """The column whose text was read from a file; the first of two."""
    if not source.is_file():
        raise ReadingError("missing_file", file=source)
    sha256 = hashlib.sha256(source.read_bytes()).hexdigest()
    for index, column in enumerate(report.columns):
        if column.sha256 == sha256:
            return index
    raise ReadingError("other_file", file=source.name, expected=", ".join(column.file for column in report.columns))
