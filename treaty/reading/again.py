"""A text read again from its file: as it was before tracked changes, or as they left it."""

from __future__ import annotations

from pathlib import Path

from treaty.errors import ReadingError
from treaty.model import TreatyText
from treaty.progress import Progress, SilentProgress
from treaty.reading import read_treaty
from treaty.reading.rules import ReadingRules


def read_again(
    text: TreatyText,
    file: Path,
    *,
    original: bool,
    rules: ReadingRules = ReadingRules(),
    progress: Progress = SilentProgress(),
) -> TreatyText:
    """The text as `file` has it before its tracked changes (`original`), or as they leave it: of those in the file the one in
    the text's language that has most in common with it.

    Raises ReadingError where the file cannot be read, or is not the one that the text was read from.
    """
    read = read_treaty(file, rules=rules, original=original, progress=progress)
    if read[0].source.sha256 != text.source.sha256:
        raise ReadingError("other_file", file=file.name, expected=text.source.name)
    return max(read, key=lambda other: (other.language is text.language, _common(text, other)))


def _common(text: TreatyText, other: TreatyText) -> int:
    """How many clauses two texts have in common."""
    return len({clause.text for clause in text.clauses} & {clause.text for clause in other.clauses})
