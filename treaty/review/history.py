"""Undo and redo without limit, and the journal of both."""

from __future__ import annotations

from treaty.review.edits import UNSIGNED, Signature
from treaty.review.journal import JournalEntry, Step, clauses_of, paths_of
from treaty.review.review import Changes, Edit, Review, clauses_of_row


class History:
    """The edits done on one review, in order, with their inverses. Every step is written into the review's journal, too."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._undoable: list[tuple[Edit, Edit]] = []
        self._redoable: list[Edit] = []
        self._saved_at: int | None = 0

    def do(self, edit: Edit, by: Signature = UNSIGNED) -> Changes:
        """Carries out a new edit; what had been undone can no longer be redone."""
        if self._saved_at is not None and self._saved_at > len(self._undoable):
            self._saved_at = None
        self._redoable.clear()
        return self._carry_out(edit, Step.DONE, by)

    def undo(self, by: Signature = UNSIGNED) -> Changes:
        """Takes the last edit back. Changes nothing if there is none."""
        if not self._undoable:
            return Changes()
        edit, inverse = self._undoable.pop()
        self._redoable.append(edit)
        return self._applied(inverse, Step.UNDONE, edit.name, by)

    def redo(self, by: Signature = UNSIGNED) -> Changes:
        """Carries the edit last undone out again. Changes nothing if there is none."""
        return self._carry_out(self._redoable.pop(), Step.REDONE, by) if self._redoable else Changes()

    @property
    def next_undo(self) -> str | None:
        """The name of the edit that `undo` would take back."""
        return self._undoable[-1][0].name if self._undoable else None

    @property
    def next_redo(self) -> str | None:
        """The name of the edit that `redo` would carry out."""
        return self._redoable[-1].name if self._redoable else None

    @property
    def unsaved(self) -> bool:
        return self._saved_at != len(self._undoable)

    def mark_saved(self) -> None:
        self._saved_at = len(self._undoable)

    def mark_unsaved(self) -> None:
        """Says that the review is in no file as it is, whatever is undone."""
        self._saved_at = None

    def _carry_out(self, edit: Edit, step: Step, by: Signature) -> Changes:
        self._undoable.append((edit, edit.inverse(self._review)))
        return self._applied(edit, step, edit.name, by)

    def _applied(self, edit: Edit, step: Step, name: str, by: Signature) -> Changes:
        """Applies an edit and writes it down. What it takes away has a name only before, what it brings only after."""
        before = Review(self._review.texts, self._review.comparisons)
        changes = self._review.apply(edit)
        touched = {clause for row in changes.rows for clause in clauses_of_row(row)} | changes.clauses
        touched |= clauses_of([each for review in (before, self._review) for each in review.findings_of(changes.findings)])
        texts = self._review.texts if self._review.texts is before.texts else (*self._review.texts, *before.texts)
        paths = paths_of(touched, texts) if touched else []
        place, more = (paths[0], len(paths) - 1) if paths else ("", 0)
        self._review.record(JournalEntry(step, name, place, more, by.author, by.at))
        return changes
