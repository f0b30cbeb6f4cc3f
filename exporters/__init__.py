"""Writes reports to files that other programs open: one module a format, chosen by the file name's ending."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from treaty.errors import WritingError
from treaty.progress import Progress
from treaty.review.report import Report


class ReportWriter(Protocol):
    """Writes a report to a file; what stood under the name before is replaced only by a whole file."""

    def __call__(self, report: Report, path: Path, *, progress: Progress) -> None: ...


REPORT_WRITERS: Mapping[str, str] = MappingProxyType(
    {
        ".docx": "exporters.docx",
        ".pdf": "exporters.pdf",
        ".xlsx": "exporters.xlsx",
        ".html": "exporters.html",
        ".tmx": "exporters.tmx",
        ".md": "exporters.markdown",
    }
)
"""The module that writes each format, by the ending of the file's name; its function is called `write_` and its own name.

It is loaded when a file of its format is to be written: the libraries behind some take long to load."""


def write_report(report: Report, path: Path, *, progress: Progress) -> None:
    """Writes the report in the format that the ending of the file's name asks for."""
    module = REPORT_WRITERS.get(path.suffix.lower())
    if module is None:
        raise WritingError("cannot_write_format", file=path.name, endings=", ".join(REPORT_WRITERS))
    writer: ReportWriter = getattr(import_module(module), f"write_{module.rpartition('.')[2]}")
    writer(report, path, progress=progress)
