"""Reading glossaries that people keep in other programs: tables (TSV, CSV, XLSX) and TBX."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from treaty.errors import ReadingError
from treaty.glossary_files.columns import entries_of
from treaty.glossary_files.delimited import delimited_rows
from treaty.glossary_files.entry import Entry
from treaty.glossary_files.tbx import tbx_entries
from treaty.glossary_files.xlsx import xlsx_rows

__all__ = ["Entry", "read_entries"]


def read_entries(path: Path) -> Iterator[Entry]:
    """The terms of a glossary file, in order; what kind of file it is, its ending says, and any other is a table with tabs.

    Raises ReadingError where the file cannot be read, RuleTableError with file and line where a row is faulty.
    """
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise ReadingError("unreadable_file", file=path.name, reason=problem.strerror or problem) from problem
    ending = path.suffix.lower()
    if ending in (".tbx", ".xml"):
        return tbx_entries(content, path.name)
    rows = xlsx_rows(content, path.name) if ending == ".xlsx" else delimited_rows(content, path.name)
    return entries_of(rows, path.name)
