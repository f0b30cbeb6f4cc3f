"""Where the files are that the texts of a review were read from."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from treaty.model import TreatyText
from treaty.review.review import Review


def set_places(review: Review, files: Sequence[Path]) -> None:
    """Writes into a review which of these files each of its texts was read from."""
    for text in review.texts:
        if file := _read_from(text, files):
            review.set_place(text.id, str(file.absolute()))


def file_of(review: Review, text: TreatyText, saved: Path | None) -> Path | None:
    """Where a text's file is: where it was read, else beside the review's own file `saved`; None where neither has it."""
    known = review.places.get(text.id)
    candidates = [Path(known)] if known else []
    candidates += [saved.parent / text.source.name] if saved else []
    return next((path for path in candidates if path.is_file()), None)


def _read_from(text: TreatyText, files: Sequence[Path]) -> Path | None:
    """The file of the name of a text's source; of several in different folders the one with its bytes."""
    named = [file for file in files if file.name == text.source.name]
    if len(named) < 2:
        return next(iter(named), None)
    return next((file for file in named if hashlib.sha256(file.read_bytes()).hexdigest() == text.source.sha256), None)
