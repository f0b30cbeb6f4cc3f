"""The outline: the headings of the left text, nested by level, with what was found under each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from treaty.model import Severity, TreatyText
from treaty.review.rows import CellClause, Row, RowFinding, RowKind

LONGEST = 80
"""Characters of an entry."""


@dataclass(slots=True)
class OutlineEntry:
    """A heading, or a clause where a text has no headings: its row, and the findings from there to the next."""

    clause: CellClause
    row: int
    level: int
    findings: list[RowFinding] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Its number and its first words on one line."""
        return " ".join(f"{self.clause.label} {self.clause.text[:LONGEST]}".split())[:LONGEST]

    def reads_as(self, other: OutlineEntry) -> bool:
        """Whether both have the same words at the same level."""
        mine, theirs = self.clause, other.clause
        return (mine.label, mine.text, self.level) == (theirs.label, theirs.text, other.level)

    @property
    def gravest(self) -> Severity | None:
        grades = [entry.severity for entry in self.findings if not entry.dismissed]
        return min(grades, key=list(Severity).index, default=None)

    @property
    def open(self) -> int:
        return sum(1 for entry in self.findings if entry.judgement.verdict is None)


def outline(rows: Sequence[Row], texts: Sequence[TreatyText]) -> list[OutlineEntry]:
    """The entries of the outline in reading order."""
    levels = {clause.id: clause.level for text in texts for clause in text.clauses}
    has_headings = sum(1 for row in rows if row.kind is RowKind.HEADING) > 1
    entries: list[OutlineEntry] = []
    for index, row in enumerate(rows):
        if row.kind is RowKind.HEADING or (not has_headings and row.kind is RowKind.CLAUSES):
            entries.append(_entry(index, row, levels))
        if entries:
            entries[-1].findings.extend(row.findings)
    return entries


def _entry(index: int, row: Row, levels: dict[str, int]) -> OutlineEntry:
    clause = next(clause for cell in row.cells for clause in cell.clauses)
    return OutlineEntry(clause, index, levels[clause.clause])
