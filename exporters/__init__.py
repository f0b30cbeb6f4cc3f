"""Writes reports to files that other programs open: one module or folder a format, chosen by the file name's ending."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

from treaty.errors import WritingError
from treaty.progress import Progress
from treaty.review.report import Report


class ReportWriter(Protocol):
    """Writes a report to a file; what stood under the name before is replaced only by a whole file."""

    def __call__(self, report: Report, path: Path, *, progress: Progress) -> None: ...


REPORT_WRITERS: Mapping[str, str] = MappingProxyType(
    {
        ".docx": "exporters.docx.report:write_docx",
        ".pdf": "exporters.pdf.report:write_pdf",
        ".xlsx": "exporters.xlsx.report:write_xlsx",
        ".html": "exporters.html:write_html",
        ".tmx": "exporters.tmx:write_tmx",
        ".md": "exporters.markdown:write_markdown",
    }
)
"""The module and the function that write each format, by the ending of the file's name.

A module is loaded when a file of its format is to be written: the libraries behind some take long to load."""


def write_report(report: Report, path: Path, *, progress: Progress) -> None:
    """Writes the report in the format that the ending of the file's name asks for."""
    writer: ReportWriter = writer_for(path, REPORT_WRITERS)
    writer(report, path, progress=progress)


def writer_for(path: Path, writers: Mapping[str, str]) -> Any:
    """The function that writes files of an ending, loaded; raises WritingError where none does."""
    name = writers.get(path.suffix.lower())
    if name is None:
        raise WritingError("cannot_write_format", file=path.name, endings=", ".join(writers))
    module, _, function = name.partition(":")
    return getattr(import_module(module), function)
