"""The correction table (정오표) as a Word document and as a workbook; the ending of the file's name says which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from exporters import writer_for
from exporters.phrases import dated, on_one_line
from resources.wording_table import load_wording
from treaty.progress import Progress, SilentProgress
from treaty.review.corrections import Correction, CorrectionTable, Passage

STEP = 50
"""After so many corrections the writers tell how far they are."""


class CorrectionWriter(Protocol):
    """Writes a correction table to a file; what stood under the name before is replaced only by a whole file."""

    def __call__(self, table: CorrectionTable, path: Path, *, progress: Progress) -> None: ...


CORRECTION_WRITERS: Mapping[str, str] = MappingProxyType(
    {
        ".docx": "exporters.docx.corrections:write_corrections_docx",
        ".xlsx": "exporters.xlsx.corrections:write_corrections_xlsx",
    }
)
"""The module and the function that write each format, by the ending of the file's name."""


def write_corrections(table: CorrectionTable, path: Path, *, progress: Progress = SilentProgress()) -> None:
    """Writes the table in the format that the ending of the file's name asks for; raises WritingError."""
    writer: CorrectionWriter = writer_for(path, CORRECTION_WRITERS)
    writer(table, path, progress=progress)


@dataclass(frozen=True, slots=True)
class CorrectionColumn:
    """A column: its name in the wording table (corrections.…), and its share of the table's width in hundredths."""

    name: str
    share: int


COLUMNS = tuple(
    CorrectionColumn(*column)
    for column in (("clause", 9), ("followed", 24), ("present", 23), ("corrected", 23), ("class", 7), ("reason", 14))
)


class CorrectionWords:
    """The sentences of one correction table."""

    def __init__(self, table: CorrectionTable) -> None:
        self.table = table
        self._wording = load_wording(table.options.language)

    def title(self) -> str:
        return self._wording("corrections.title", title=self.table.title)

    def summary(self) -> Iterator[str]:
        """How many corrections there are, who made them, and the date of what is shown."""
        yield self._wording("corrections.count", count=len(self.table.corrections))
        if self.table.options.reviewer:
            yield self._wording("report.reviewer", name=self.table.options.reviewer)
        if at := dated(self.table.as_of, self._wording):
            yield at

    def status(self) -> str:
        return on_one_line(self.table.options.status_lines)

    def heads(self) -> list[str]:
        followed, corrected = (
            self._wording(f"language.{language}") for language in (self.table.followed, self.table.corrected)
        )
        return [self._wording(f"corrections.{column.name}", followed=followed, corrected=corrected) for column in COLUMNS]

    def cells(self, correction: Correction) -> list[Passage]:
        """A line of the table, a cell each column."""
        missing = Passage(self._wording("corrections.no_suggestion"))
        nothing = Passage(self._wording("corrections.nothing"))
        return [
            Passage(correction.clause),
            correction.other if correction.other.text else nothing,
            correction.present if correction.present.text else nothing,
            correction.corrected or missing,
            Passage(self._wording(f"ministry_class.{correction.ministry_class}")),
            Passage(correction.reason.in_language(self.table.options.language)),
        ]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a cell that are, or are not, those spoken of."""

    text: str
    marked: bool


def stretches(passage: Passage) -> list[Stretch]:
    """A passage cut where the words spoken of begin and end."""
    if passage.words is None:
        return [Stretch(passage.text, marked=False)]
    start, end = passage.words.start, passage.words.end
    cut = [(passage.text[:start], False), (passage.text[start:end], True), (passage.text[end:], False)]
    return [Stretch(text, marked) for text, marked in cut if text]
