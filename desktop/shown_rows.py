"""The rows of the review that are shown, with where each finding, row and clause stands among them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from treaty.review.review import Changes, Comment, Review
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
    """All rows of one comparison. `found` holds its findings in reading order, by id.

    What is looked up in all rows is looked up when it is first asked for: an edit of a link among ten thousand must be quick.
    """

    def __init__(
        self, review: Review | None = None, options: RowOptions = RowOptions(), before: ShownRows | None = None
    ) -> None:
        self._review, self._options = review, options
        self._comparison = review.comparisons[0] if review else None
        self._read_with = (review.texts, dict(review.comments)) if review else None
        self.rows: list[Row] = rows(review, options, known=self._known(before)) if review else []
        self.found = {
            entry.finding.id: FoundPlace(index, entry)
            for index, row in enumerate(self.rows)
            if row.findings
            for entry in row.findings
        }

    def _known(self, before: ShownRows | None) -> dict[int, Row]:
        """The rows of the same texts that were read before, by their links."""
        if before is None or before._comparison is None or before._options != self._options:
            return {}
        if before._read_with is None or self._read_with is None or not self._reads_as(before):
            return {}
        links = before._comparison.links
        return {id(links[row.link]): row for row in before.rows if row.kind is not RowKind.POINTER}

    def _reads_as(self, before: ShownRows) -> bool:
        """Whether the texts are the same objects, in the same columns, with the same comments as before."""
        assert self._read_with and before._read_with and self._comparison and before._comparison
        texts, comments = self._read_with
        texts_before, _ = before._read_with
        same_texts = all(text is old for text, old in zip(texts, texts_before, strict=True))
        columns, columns_before = ((each.left, each.right) for each in (self._comparison, before._comparison))
        return same_texts and columns == columns_before and comments == before._comments

    @property
    def _comments(self) -> dict[str, Comment]:
        """The comments that the rows show by now."""
        assert self._read_with is not None
        return self._read_with[1]

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

    def read_again(self, changes: Changes) -> list[int]:
        """Brings the rows that an edit touched up to date: reading all would be felt at ten thousand. Returns them."""
        assert self._review is not None
        places = [self.found[finding].row for finding in changes.findings if finding in self.found]
        for keys, row_of in ((changes.rows, "_row_of_key"), (changes.clauses, "_row_of_clause")):
            places += [row for key in keys if (row := getattr(self, row_of).get(key)) is not None]
        touched = sorted(set(places))
        for index in touched:
            self.rows[index] = row_again(self.rows[index], self._review)
            self.found.update((entry.finding.id, FoundPlace(index, entry)) for entry in self.rows[index].findings)
        self._read_with = (self._review.texts, dict(self._review.comments))
        return touched

    @property
    def to_read(self) -> int:
        """How many rows say something: headings and pointers are not counted."""
        return sum(1 for row in self.rows if row.kind is RowKind.CLAUSES)

    @property
    def read(self) -> int:
        """How many of them are no longer unread."""
        return sum(1 for row in self.rows if row.kind is RowKind.CLAUSES and row.state)
