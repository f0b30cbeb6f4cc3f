"""Taking up work after a crash, reading sources again, saving what is left of a damaged review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from desktop.keeping.recorder import Recorder
from desktop.operations.changing import change
from desktop.operations.desk import Desk
from treaty.progress import Progress
from treaty.review.edits import Together
from treaty.review.recovery import Unfinished, recovered
from treaty.review.review import Edit, Review
from treaty.review.salvage import Salvaged


def offer_recovery(desk: Desk, recorder: Recorder) -> bool:
    """Asks what to do with the latest work that a crashed program left behind; the rest is offered at the next start. Returns
    whether it is taken up."""
    work = next(iter(recorder.unfinished()), None)
    if work is None:
        return False
    wanted = desk.questions.may_recover(work)
    if wanted:
        desk.jobs.run(lambda progress: recovered(work), partial(_take_up, desk, recorder, work), desk.tell_error)
    elif wanted is False:
        recorder.forget(work)
    return bool(wanted)


def _take_up(desk: Desk, recorder: Recorder, work: Unfinished, review: Review) -> None:
    path = Path(work.path) if work.path else None
    desk.controller.open(review, path, unsaved=True)
    recorder.wait()
    recorder.forget(work)
    desk.say(desk.words("message.recovered"))


def read_again(desk: Desk, texts: Sequence[str], path: Path) -> None:
    """Puts a file in place of what texts were read from: the same file after a change, or another draft."""
    read_all_again(desk, {path: texts})


def read_all_again(desk: Desk, texts_of: Mapping[Path, Sequence[str]]) -> None:
    """Puts files in place of what texts were read from, as one edit."""

    def work(review: Review, progress: Progress) -> Edit:
        steps: list[Edit] = []
        for path, texts in texts_of.items():
            steps.append(desk.comparer.read_again(review, texts, path, progress))
            review = review.copy()
            review.apply(steps[-1])
        return Together(tuple(steps), "edit.reread")

    change(desk, work, desk.words("message.read_again"), tells_states=True)


def offer_salvage(desk: Desk, path: Path) -> None:
    """Says that a review is damaged, and offers to open what can still be read of it."""
    open_rest = partial(_salvage, desk, path)
    desk.notices.tell(desk.words("errors.damaged_review", file=path.name), desk.words("window.open_rest"), open_rest)


def _salvage(desk: Desk, path: Path) -> None:
    desk.jobs.run(lambda progress: desk.comparer.salvage(path, progress), partial(_show_rest, desk), desk.tell_error)


def _show_rest(desk: Desk, salvaged: Salvaged) -> None:
    """Opens it without its file's name: what is left must not take the place of the damaged file unasked."""
    desk.controller.open(salvaged.review, None, unsaved=True)
    entries = [(desk.words(f"loss.{loss.table}"), loss.key or desk.words("window.unreadable")) for loss in salvaged.losses]
    title = desk.words("window.losses")
    sentence = desk.words("message.salvaged", count=len(entries))
    desk.notices.tell(sentence, desk.words("window.show"), lambda: desk.questions.show_list(title, entries))
