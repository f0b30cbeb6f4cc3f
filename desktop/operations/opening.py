"""Opening documents, pasted texts and reviews."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from desktop.headless.doubts import doubts
from desktop.operations.desk import Desk
from desktop.operations.keeping import offer_salvage
from treaty.errors import TreatyError
from treaty.reading import Pasted
from treaty.review.review import Review
from treaty.review.review_file import is_review


def open_files(desk: Desk, files: Sequence[Path]) -> None:
    """Opens a review, or compares documents. What was open stays open until that is done."""
    if not files:
        return
    if path := review_among(files):
        desk.notices.clear()
        desk.jobs.run(
            lambda progress: desk.comparer.open_review(path), partial(show, desk, path), partial(_tell_unopened, desk, path)
        )
    else:
        compare(desk, files)


def compare(desk: Desk, sources: Sequence[Path | Pasted]) -> None:
    """Compares documents and pasted texts."""
    desk.notices.clear()
    work = partial(desk.comparer.compare_files, list(sources), None)
    desk.jobs.run(work, partial(show, desk, None), desk.tell_error)


def review_among(files: Sequence[Path]) -> Path | None:
    """The first of the files that is a review."""
    return next((file for file in files if is_review(file)), None)


def show(desk: Desk, path: Path | None, review: Review) -> None:
    """Shows a review. Unsaved work on the one before is not asked about: the way back to it is offered."""
    shelved = desk.controller.shelve() if desk.controller.unsaved else None
    desk.controller.open(review, path)
    sentences = list(doubts(review, desk.words))
    if shelved:
        back = partial(desk.controller.take_up, shelved)
        sentences.append(desk.words("message.unsaved_behind", title=shelved.title))
        desk.notices.tell(" ".join(sentences), desk.words("window.go_back"), back)
    elif sentences:
        desk.notices.tell(" ".join(sentences))


def _tell_unopened(desk: Desk, path: Path, error: Exception) -> None:
    if isinstance(error, TreatyError) and error.code == "damaged_review":
        offer_salvage(desk, path)
    else:
        desk.tell_error(error)
