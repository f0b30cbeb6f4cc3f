"""The rows of the review that are shown, with where each finding, row and clause stands among them."""

from __future__ import annotations

from dataclasses import dataclass

from treaty.review.review import Changes, Review
from treaty.review.rows import Row, RowFinding, RowKind, RowOptions, key_of, row_again, rows


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A finding as the views list it: the row it stands in, and its entry there."""

    row: int
    entry: RowFinding

    @property
    def open(self) -> bool:
        return self.entry.judgement.verdict is None


class ShownRows:
    """All rows of one comparison. `found` holds its findings in reading order, by id."""

    def __init__(self, review: Review | None = None, options: RowOptions = RowOptions()) -> None:
        self._review = review
        self.rows: list[Row] = rows(review, options) if review else []
        self.found = {
            entry.finding.id: FoundPlace(index, entry) for index, row in enumerate(self.rows) for entry in row.findings
        }
        self._row_of_key: dict[str, int] = {}
        self._row_of_clause: dict[str, int] = {}
        for index, row in enumerate(self.rows):
            if row.kind is not RowKind.POINTER:
                self._row_of_key[key_of(row)] = index
                self._row_of_clause.update((clause.clause, index) for cell in row.cells for clause in cell.clauses)

    def row_of_clause(self, clause: str) -> int | None:
        """The row that shows a clause beside its counterpart; None where no row has it."""
        return self._row_of_clause.get(clause)

    def read_again(self, changes: Changes) -> list[int]:
        """Brings the rows that an edit touched up to date: reading all would be felt at ten thousand. Returns them."""
        assert self._review is not None
        places = [
            *(self.found[finding].row for finding in changes.findings if finding in self.found),
            *(self._row_of_key[key] for key in changes.rows if key in self._row_of_key),
            *(self._row_of_clause[clause] for clause in changes.clauses if clause in self._row_of_clause),
        ]
        touched = sorted(set(places))
        for index in touched:
            self.rows[index] = row_again(self.rows[index], self._review)
            self.found.update((entry.finding.id, FoundPlace(index, entry)) for entry in self.rows[index].findings)
        return touched

    @property
    def to_read(self) -> int:
        """How many rows say something: headings and pointers are not counted."""
        return sum(1 for row in self.rows if row.kind is RowKind.CLAUSES)

    @property
    def read(self) -> int:
        """How many of them are no longer unread."""
        return sum(1 for row in self.rows if row.kind is RowKind.CLAUSES and row.state)
