"""Saving the review, and exporting it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from textwrap import shorten

from desktop.headless.file_endings import EXPORTS, REVIEW
from desktop.operations.desk import Desk
from exporters.json import write_json
from treaty.model import Language
from treaty.progress import Progress
from treaty.review.report import Report, ReportOptions, build_report
from treaty.review.review import Review
from treaty.review.rows import RowOptions

USUAL_EXPORT = EXPORTS[0]
LONGEST_NAME = 60
"""Characters of a file's name that is made of a title."""


def save(desk: Desk) -> bool:
    """Saves the review where it was saved before, or where the user says. Returns whether it was saved."""
    return save_in(desk, desk.controller.path) if desk.controller.path else save_as(desk)


def save_as(desk: Desk) -> bool:
    """Saves the review where the user says."""
    path = desk.questions.file_to_save(proposed_name(desk, REVIEW))
    return save_in(desk, path) if path else False


def save_in(desk: Desk, path: Path) -> bool:
    """Saves the review in a file, unless another program has it open. Returns whether it was saved."""
    assert desk.controller.review is not None
    if holder := desk.other_holder(path):
        desk.notices.tell(desk.words("message.held_by", file=path.name, user=holder.user or holder.host, host=holder.host))
        return False
    try:
        desk.comparer.save_review(desk.controller.review, path)
    except Exception as error:
        desk.tell_error(error)
        return False
    desk.controller.mark_saved(path)
    desk.say(desk.words("message.saved", file=path.name))
    return True


def export(desk: Desk, options: ReportOptions | None = None) -> None:
    """Writes a report into a file of the user's choice; without options, what is on the screen."""
    path = desk.questions.file_to_export(proposed_name(desk, USUAL_EXPORT))
    if not path:
        return
    assert desk.controller.review is not None
    shown = ReportOptions(Language(desk.words.language), rows=RowOptions(info=desk.controller.shows_info))
    if path.suffix.lower() == ".json":
        work = partial(_write_json, desk, desk.controller.review.copy(), path)
    else:
        work = partial(_write, desk, build_report(desk.controller.review, options or shown), path)
    done = desk.words("message.exported", file=path.name)
    desk.jobs.run(work, lambda _: desk.say(done), desk.tell_error)


def _write(desk: Desk, report: Report, path: Path, progress: Progress) -> None:
    desk.write_report(report, path, progress=progress)


def _write_json(desk: Desk, review: Review, path: Path, progress: Progress) -> None:
    write_json(review, path, themes=desk.comparer.find_themes(review.texts, progress), progress=progress)


def proposed_name(desk: Desk, ending: str) -> str:
    """A file name made of the review's title, without what file systems refuse."""
    if desk.controller.path:
        return desk.controller.path.with_suffix(f".{ending}").name
    kept = "".join(" " if character in '\\/:*?"<>|\n\t' else character for character in desk.controller.title)
    return f"{shorten(kept, LONGEST_NAME, placeholder='') or 'daejo'}.{ending}"
