"""Undo and redo without limit."""

from __future__ import annotations

from treaty.review.review import Changes, Edit, Review


class History:
    """The edits done on one review, in order, with their inverses."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._undoable: list[tuple[Edit, Edit]] = []
        self._redoable: list[Edit] = []
        self._saved_at: int | None = 0

    def do(self, edit: Edit) -> Changes:
        """Carries out a new edit; what had been undone can no longer be redone."""
        if self._saved_at is not None and self._saved_at > len(self._undoable):
            self._saved_at = None
        self._redoable.clear()
        return self._carry_out(edit)

    def undo(self) -> Changes:
        """Takes the last edit back. Changes nothing if there is none."""
        if not self._undoable:
            return Changes()
        edit, inverse = self._undoable.pop()
        self._redoable.append(edit)
        return self._review.apply(inverse)

    def redo(self) -> Changes:
        """Carries the edit last undone out again. Changes nothing if there is none."""
        return self._carry_out(self._redoable.pop()) if self._redoable else Changes()

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

    def _carry_out(self, edit: Edit) -> Changes:
        self._undoable.append((edit, edit.inverse(self._review)))
        return self._review.apply(edit)
