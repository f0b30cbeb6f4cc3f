"""Changing what of a text is compared. Comparing anew takes long, so it is a job; what it yields is one edit."""

from __future__ import annotations

from collections.abc import Callable

from desktop.desk import Desk
from treaty.model import SetAside
from treaty.progress import Progress
from treaty.review.review import Edit, Review


def take_back(desk: Desk, text_id: str, part: SetAside) -> None:
    """Takes a part that was set aside back into the comparison."""

    def work(review: Review, progress: Progress) -> Edit:
        return desk.comparer.take_back(review, text_id, part, progress)

    _change(desk, work, desk.words("message.taken_back"))


def set_clause_aside(desk: Desk, text_id: str, clause_id: str) -> None:
    """Sets a clause aside, unless it is all that its text has."""
    assert desk.controller.review is not None
    if len(desk.controller.review.text(text_id).clauses) == 1:
        desk.say(desk.words("message.only_clause"))
        return

    def work(review: Review, progress: Progress) -> Edit:
        return desk.comparer.set_clause_aside(review, text_id, clause_id, progress)

    _change(desk, work, desk.words("message.clause_set_aside"))


def read_as(desk: Desk, text_id: str, original: bool) -> None:
    """Reads a text as it was before its tracked changes, or as they leave it. A file that is not known is asked for."""
    assert desk.controller.review is not None
    known = desk.controller.file_of(text_id)
    file = known if known and known.exists() else next(iter(desk.questions.files_to_open()), None)
    if file is None:
        return

    def work(review: Review, progress: Progress) -> Edit:
        return desk.comparer.read_as(review, text_id, file, original, progress)

    _change(desk, work, desk.words("message.read_original" if original else "message.read_final"))


def _change(desk: Desk, work: Callable[[Review, Progress], Edit], said: str) -> None:
    """Runs the work on a copy of the review, which the reviewer may go on changing, and applies the edit it yields."""
    review = desk.controller.review
    assert review is not None
    comparisons = review.comparisons
    copy = review.copy()

    def apply(edit: Edit) -> None:
        if desk.controller.review is review and review.comparisons is comparisons:
            desk.controller.do(edit)
            desk.say(said)
        else:
            desk.notices.tell(desk.words("message.changed_meanwhile"))

    desk.notices.clear()
    desk.jobs.run(lambda progress: work(copy, progress), apply, desk.tell_error)
