"""What was written into a workbook comes back into the review it was exported from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from exporters.xlsx.reading import Conflict, ReadBack, read_back
from resources.wording_table import Wording
from treaty.errors import ReadingError
from treaty.review.edits import Signature, Together
from treaty.review.review import Judgement, Review


def judgements_of(path: Path, review: Review, reviewer: str) -> ReadBack:
    """What a workbook changes in a review, said by `reviewer` when the file was last written.

    Raises ReadingError where it is no workbook that was exported here.
    """
    if not path.is_file():
        raise ReadingError("missing_file", file=path)
    at = datetime.fromtimestamp(path.stat().st_mtime).isoformat(timespec="seconds")
    return read_back(path, review, Signature(reviewer, at))


def as_one_edit(back: ReadBack) -> Together:
    """All that a workbook changes as one step, which can be undone as one."""
    return Together(back.edits, "edit.read_back")


def lines_of(back: ReadBack, words: Wording) -> Iterator[str]:
    """How much was taken over, and each line that was not, with what stands in its place."""
    yield words("message.read_back", count=len(back.edits), conflicts=len(back.conflicts))
    for conflict in back.conflicts:
        yield _told_conflict(conflict, words)


def _told_conflict(conflict: Conflict, words: Wording) -> str:
    said = _said(conflict.said, words)
    if conflict.kept is None:
        return words("message.read_back_gone", number=conflict.number, said=said)
    return words("message.read_back_kept", number=conflict.number, said=said, kept=_said(conflict.kept, words))


def _said(judgement: Judgement, words: Wording) -> str:
    parts = [words(f"verdict.{judgement.verdict or 'open'}"), judgement.note, judgement.suggestion]
    return " / ".join(part for part in parts if part)
