"""The rows of the review that are shown, with where each finding, row and clause stands among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from treaty.model import TreatyText
from treaty.review.review import Changes, Comment, Comparison, Review, RowState
from treaty.review.rows import Row, RowFinding, RowKind, RowOptions, key_of, row_again, rows


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A finding as the views list it: the row it stands in, and its entry there."""

    row: int
    entry: RowFinding

    @property
    def open(self) -> bool:
        return self.entry.judgement.verdict is None


@dataclass(frozen=True, slots=True)
class _Basis:
    """What rows were read from."""

    texts: tuple[TreatyText, ...]
    comparison: Comparison
    comments: Mapping[str, Comment]
    states: Mapping[str, RowState]
    options: RowOptions

    def reads_as(self, other: _Basis) -> bool:
        """Whether a link that both have, of clauses that both have, makes the same row, but for its findings."""
        columns, others = ((each.comparison.left, each.comparison.right) for each in (self, other))
        return (columns, self.comments, self.states, self.options) == (others, other.comments, other.states, other.options)

    def changed_clauses(self, before: _Basis) -> set[str]:
        """The clauses that are new or others than before, by id."""
        changed: set[str] = set()
        for text, old in zip(self.texts, before.texts, strict=True):
            if text is not old:
                known = {clause.id: clause for clause in old.clauses}
                changed.update(clause.id for clause in text.clauses if known.get(clause.id) != clause)
        return changed


class ShownRows:
    """All rows of one comparison. `found` holds its findings in reading order, by id.

    What is looked up in all rows is looked up when it is first asked for: an edit of a link among ten thousand must be quick.
    """

    def __init__(
        self, review: Review | None = None, options: RowOptions = RowOptions(), before: ShownRows | None = None
    ) -> None:
        self._review = review
        self._basis = _basis(review, options) if review else None
        self.rows: list[Row] = rows(review, options, known=self._known(before)) if review else []
        self.found = {
            entry.finding.id: FoundPlace(index, entry)
            for index, row in enumerate(self.rows)
            if row.findings
            for entry in row.findings
        }

    def _known(self, before: ShownRows | None) -> dict[int, Row]:
        """The rows that were read before and show the same clauses, by their links."""
        if before is None or before._basis is None or self._basis is None or not self._basis.reads_as(before._basis):
            return {}
        links, changed = before._basis.comparison.links, self._basis.changed_clauses(before._basis)
        return {
            id(links[row.link]): row
            for row in before.rows
            if row.kind is not RowKind.POINTER and not (changed and changed.intersection(_clauses_of(row)))
        }

    @cached_property
    def _row_of_key(self) -> dict[str, int]:
        return {key_of(row): index for index, row in enumerate(self.rows) if row.kind is not RowKind.POINTER}

    @cached_property
    def _row_of_clause(self) -> dict[str, int]:
        return {
            clause.clause: index
            for index, row in enumerate(self.rows)
            if row.kind is not RowKind.POINTER
            for cell in row.cells
            for clause in cell.clauses
        }

    def shows(self, review: Review) -> bool:
        """Whether these are rows of a review."""
        return self._review is review

    def row_of_clause(self, clause: str) -> int | None:
        """The row that shows a clause beside its counterpart; None where no row has it."""
        return self._row_of_clause.get(clause)

    def paths_of(self, finding: str) -> list[str]:
        """The full labels of the clauses that a finding is about, a side each; "" where a side has none."""
        place = self.found[finding]
        found = place.entry.finding
        named = {side.clause for side in (found.left, found.right, found.gap) if side}
        sides = (cell.clauses for cell in self.rows[place.row].cells)
        return [next((clause.path for clause in side if clause.clause in named), "") for side in sides]

    def next_open(self, step: int, current: str, row: int) -> str:
        """The open finding after (step 1) or before (step -1) the current one, or after `row` where none is current.

        Starts again at the other end; "" where every finding is decided.
        """
        order = list(self.found)
        if current:
            start = order.index(current)
        else:
            before = sum(1 for place in self.found.values() if place.row < row)
            start = before - 1 if step > 0 else before
        turn = (order[(start + step * distance) % len(order)] for distance in range(1, len(order) + 1))
        return next((finding for finding in turn if self.found[finding].open), "")

    def read_again(self, changes: Changes) -> list[int]:
        """Brings the rows that an edit touched up to date: reading all would be felt at ten thousand. Returns them."""
        assert self._review is not None
        places = [self.found[finding].row for finding in changes.findings if finding in self.found]
        places += [row for key in changes.rows if (row := self._row_of_key.get(key)) is not None]
        places += [row for clause in changes.clauses if (row := self.row_of_clause(clause)) is not None]
        touched = sorted(set(places))
        for index in touched:
            self.rows[index] = row_again(self.rows[index], self._review)
            self.found.update((entry.finding.id, FoundPlace(index, entry)) for entry in self.rows[index].findings)
        if self._basis and (changes.clauses or changes.rows):
            self._basis = _basis(self._review, self._basis.options)
        return touched

    @property
    def to_read(self) -> int:
        """How many rows say something: headings and pointers are not counted."""
        return sum(1 for row in self.rows if row.kind is RowKind.CLAUSES)

    @property
    def read(self) -> int:
        """How many of them are no longer unread."""
        return sum(1 for row in self.rows if row.kind is RowKind.CLAUSES and row.state)


def _clauses_of(row: Row) -> Iterator[str]:
    return (clause.clause for cell in row.cells for clause in cell.clauses)


def _basis(review: Review, options: RowOptions) -> _Basis:
    return _Basis(review.texts, review.comparisons[0], dict(review.comments), dict(review.states), options)
