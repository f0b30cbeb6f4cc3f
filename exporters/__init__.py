"""Writes reports to files that other programs open: one module a format, chosen by the file name's ending."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from exporters.docx import write_docx
from exporters.html import write_html
from exporters.markdown import write_markdown
from exporters.pdf import write_pdf
from exporters.tmx import write_tmx
from exporters.xlsx import write_xlsx
from treaty.errors import WritingError
from treaty.progress import Progress
from treaty.review.report import Report


class ReportWriter(Protocol):
    """Writes a report to a file; what stood under the name before is replaced only by a whole file."""

    def __call__(self, report: Report, path: Path, *, progress: Progress) -> None: ...


REPORT_WRITERS: Mapping[str, ReportWriter] = MappingProxyType(
    {
        ".docx": write_docx,
        ".pdf": write_pdf,
        ".xlsx": write_xlsx,
        ".html": write_html,
        ".tmx": write_tmx,
        ".md": write_markdown,
    }
)


def write_report(report: Report, path: Path, *, progress: Progress) -> None:
    """Writes the report in the format that the ending of the file's name asks for."""
    writer = REPORT_WRITERS.get(path.suffix.lower())
    if writer is None:
        raise WritingError("cannot_write_format", file=path.name, endings=", ".join(REPORT_WRITERS))
    writer(report, path, progress=progress)
