"""Changing what of a text is compared, and how it is cut into clauses."""

from __future__ import annotations

from collections.abc import Callable

from desktop.operations.changing import change
from desktop.operations.desk import Desk
from treaty.model import ClauseKind, SetAside, TreatyText
from treaty.progress import Progress
from treaty.review.review import Edit, Review
from treaty.review.text_changes import with_clause_split, with_clauses_joined, with_kind, with_label


def take_back(desk: Desk, text_id: str, part: SetAside) -> None:
    """Takes a part that was set aside back into the comparison."""
    said = desk.words("message.taken_back")
    change(desk, lambda review, progress: desk.comparer.take_back(review, text_id, part, progress), said)


def set_clause_aside(desk: Desk, text_id: str, clause_id: str) -> None:
    """Sets a clause aside, unless it is all that its text has."""
    if len(_text(desk, text_id).clauses) == 1:
        desk.say(desk.words("message.only_clause"))
        return
    said = desk.words("message.clause_set_aside")
    change(desk, lambda review, progress: desk.comparer.set_clause_aside(review, text_id, clause_id, progress), said)


def split_clause(desk: Desk, text_id: str, clause_id: str, at: int) -> None:
    """Makes a clause two at an offset of its words."""
    _change_text(
        desk, text_id, lambda text: with_clause_split(text, clause_id, at), "edit.split_clause", "message.clause_split"
    )


def join_clauses(desk: Desk, text_id: str, clause_id: str) -> None:
    """Makes a clause and the one behind it one."""
    if _text(desk, text_id).clauses[-1].id == clause_id:
        desk.say(desk.words("message.last_clause"))
        return
    _change_text(
        desk, text_id, lambda text: with_clauses_joined(text, clause_id), "edit.join_clauses", "message.clauses_joined"
    )


def read_as(desk: Desk, text_id: str, original: bool) -> None:
    """Reads a text as it was before its tracked changes, or as they leave it. A file that is not known is asked for."""
    if desk.controller.read_only:
        desk.controller.refused.emit()
        return
    file = desk.controller.file_of(_text(desk, text_id)) or next(iter(desk.questions.files_to_open()), None)
    if file is None:
        return

    def work(review: Review, progress: Progress) -> Edit:
        return desk.comparer.read_as(review, text_id, file, original, progress)

    change(desk, work, desk.words("message.read_original" if original else "message.read_final"))


def set_label(desk: Desk, text_id: str, clause_id: str) -> None:
    """Asks for a clause's number and changes it."""
    label = _text(desk, text_id).clause(clause_id).label
    before = label.printed if label else ""
    title, hint = desk.words("menu.set_label").rstrip("…"), desk.words("message.label_hint")
    printed = desk.questions.words(title, hint, before, one_line=True)
    if printed is not None and printed.strip() != before:
        _change_text(desk, text_id, lambda text: with_label(text, clause_id, printed), "edit.label", "message.label_changed")


def set_kind(desk: Desk, text_id: str, clause_id: str, kind: ClauseKind) -> None:
    """Says of what kind a clause is."""
    if _text(desk, text_id).clause(clause_id).kind is not kind:
        _change_text(desk, text_id, lambda text: with_kind(text, clause_id, kind), "edit.clause_kind", "message.kind_changed")


def _change_text(desk: Desk, text_id: str, changed: Callable[[TreatyText], TreatyText], name: str, said: str) -> None:
    text = changed(_text(desk, text_id))
    change(desk, lambda review, progress: desk.comparer.change_text(review, text, name, progress), desk.words(said))


def _text(desk: Desk, text_id: str) -> TreatyText:
    assert desk.controller.review is not None
    return desk.controller.review.text(text_id)
