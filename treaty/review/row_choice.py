"""The rows of a comparison that a report shows: all, or those with findings, changes, open findings, or certain clauses."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from treaty.model import ClauseKind, TreatyText
from treaty.review.column_choice import ColumnChoice
from treaty.review.extent import Extent
from treaty.review.rows import Cell, CellClause, Row, RowFinding, RowKind


@dataclass(frozen=True, slots=True)
class RowChoice:
    """The rows of a report. `clauses` (by id) leaves only rows that hold one of them; `name` is what they are called, such as
    a theme, empty for rows that the reviewer picked."""

    extent: Extent = Extent.WHOLE
    clauses: frozenset[str] | None = None
    name: str = ""

    @property
    def is_whole(self) -> bool:
        return self.extent is Extent.WHOLE and self.clauses is None


@dataclass(frozen=True, slots=True)
class ComparedTexts:
    """What choosing rows needs of the two texts."""

    left: TreatyText
    right: TreatyText

    @property
    def in_one_language(self) -> bool:
        return self.left.language is self.right.language

    def kinds(self, row: Row) -> Iterator[ClauseKind]:
        """The kinds of the clauses in a row."""
        for cell, text in zip(row.cells, (self.left, self.right), strict=True):
            yield from (text.clause(clause.clause).kind for clause in cell.clauses)


def chosen_rows(rows: Sequence[Row], choice: RowChoice, texts: ComparedTexts) -> list[Row]:
    """The rows of a choice in their order, each under the headings it stands under."""
    if choice.is_whole:
        return list(rows)
    wanted = {index for index, row in enumerate(rows) if _is_wanted(row, choice, texts)}
    return _kept(rows, wanted | _headings_over(rows, wanted, texts))


def in_columns(rows: Sequence[Row], columns: ColumnChoice) -> list[Row]:
    """The rows that have something to show in some columns; without the column of findings, without these and their marks.

    What a text lacks is a row of that text alone where the findings say so.
    """
    shown = len(columns.texts)
    told = [row if columns.findings else _with_findings(row, ()) for row in rows]
    return _kept(told, [index for index, row in enumerate(told) if row.findings or any(c.clauses for c in row.cells[:shown])])


def _kept(rows: Sequence[Row], indexes: Collection[int]) -> list[Row]:
    """Some of the rows in their order, pointers leading to where their clauses stand now."""
    kept = sorted(indexes)
    place = {old: new for new, old in enumerate(kept)}
    return [replace(rows[old], target=place[target] if (target := rows[old].target) is not None else None) for old in kept]


def without_dismissed(row: Row) -> Row:
    """The row without the findings that the reviewer dismissed, and without their marks."""
    return _with_findings(row, [entry for entry in row.findings if not entry.dismissed])


def without_remarks(row: Row) -> Row:
    """The row without what the reviewer noted on its findings; verdicts stay."""
    silent = [replace(entry, judgement=replace(entry.judgement, note="")) for entry in row.findings]
    return replace(row, findings=tuple(silent))


def _with_findings(row: Row, findings: Sequence[RowFinding]) -> Row:
    kept = {entry.finding.id for entry in findings}
    cells = tuple(Cell(tuple(_with_marks(clause, kept) for clause in cell.clauses)) for cell in row.cells)
    return replace(row, cells=cells, findings=tuple(findings))


def _with_marks(clause: CellClause, kept: Collection[str]) -> CellClause:
    return replace(clause, marks=tuple(mark for mark in clause.marks if mark.finding in kept))


def _is_wanted(row: Row, choice: RowChoice, texts: ComparedTexts) -> bool:
    shown = {clause.clause for cell in row.cells for clause in cell.clauses}
    if row.kind is RowKind.POINTER or (choice.clauses is not None and not shown & choice.clauses):
        return False
    if choice.extent is Extent.OPEN:
        return any(entry.judgement.verdict is None for entry in row.findings)
    if choice.extent is Extent.FINDINGS:
        return bool(row.findings)
    return choice.extent is Extent.WHOLE or _is_changed(row, in_one_language=texts.in_one_language)


def _is_changed(row: Row, *, in_one_language: bool) -> bool:
    """Whether the two sides are not the same: one lacks, stands elsewhere, is found to differ or, in one language, reads
    otherwise."""
    if row.findings or row.moved or not all(cell.clauses for cell in row.cells):
        return True
    said = {" ".join(f"{clause.label} {clause.text}" for clause in cell.clauses) for cell in row.cells}
    return in_one_language and len(said) > 1


def _headings_over(rows: Sequence[Row], wanted: Collection[int], texts: ComparedTexts) -> set[int]:
    """The heading rows that stand over wanted rows: the last before them of each rank that no higher one has ended."""
    over: dict[int, int] = {}
    found: set[int] = set()
    for index, row in enumerate(rows):
        if row.kind is RowKind.HEADING:
            rank = _rank(row, texts)
            over = {other: heading for other, heading in over.items() if other < rank} | {rank: index}
        if index in wanted:
            found |= set(over.values())
    return found


_RANKS = {ClauseKind.TITLE: 0, ClauseKind.ANNEX: 1, ClauseKind.HEADING: 2, ClauseKind.ARTICLE: 3}


def _rank(row: Row, texts: ComparedTexts) -> int:
    return min((_RANKS[kind] for kind in texts.kinds(row) if kind in _RANKS), default=len(_RANKS))
