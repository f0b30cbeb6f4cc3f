"""Zip archives (DOCX, HWPX) opened with care: bounded in size, read in memory, their names never used as paths."""

from __future__ import annotations

import io
import zipfile
import zlib

from treaty.errors import ReadingError
from treaty.reading.limits import MOST_ENTRIES, MOST_ENTRY, MOST_RATIO, MOST_UNPACKED

_LEAST_CHECKED = 1024 * 1024


class Archive:
    """The files in an archive, by name. Raises ReadingError where it is damaged, locked, or unpacks to more than the limits."""

    def __init__(self, content: bytes, file: str, format_name: str) -> None:
        self._file, self._format = file, format_name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as problem:
            raise self.damaged() from problem
        entries = self._zip.infolist()
        if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise ReadingError("too_large", file=file)

    def names(self) -> list[str]:
        return self._zip.namelist()

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """The content of one file of the archive; raises KeyError where there is none of that name."""
        entry = self._zip.getinfo(name)
        if entry.flag_bits & 1:
            raise ReadingError("locked_file", file=self._file)
        packed_well = entry.file_size > max(_LEAST_CHECKED, MOST_RATIO * max(1, entry.compress_size))
        if entry.file_size > MOST_ENTRY or packed_well:
            raise ReadingError("too_large", file=self._file)
        try:
            with self._zip.open(entry) as stream:
                content = stream.read(entry.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as problem:
            raise self.damaged() from problem
        if len(content) > entry.file_size:
            raise self.damaged()
        return content

    def damaged(self) -> ReadingError:
        return ReadingError("damaged_file", file=self._file, format=self._format)
