"""Several agreements side by side along one of them: its clauses in their order, with those of each other one that they are
linked with, and what those say as compared with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from treaty.model import Clause, Finding, Link, Strength, TreatyText
from treaty.review.rows import Cell, CellClause, Row, RowKind


@dataclass(frozen=True, slots=True)
class Beside:
    """An agreement beside the pivot: its links with it, and why what it says is stronger, weaker or different, by the clause of
    the pivot and its own."""

    text: TreatyText
    links: tuple[Link, ...]
    reasons: Mapping[tuple[str, str], Finding] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SaidBeside:
    """What a clause beside a pivot's says as compared with it, and why; without a reason where nothing tells them apart."""

    clause: CellClause
    strength: Strength
    reason: Finding | None


def said_beside(rows: Sequence[Row], others: Sequence[Beside]) -> Iterator[tuple[Row, int, list[SaidBeside]]]:
    """For the rows with clauses and the columns beside the pivot's, counted from 1, what the clauses there say as compared with
    the pivot's."""
    for column, beside in enumerate(others, start=1):
        strengths = {
            (mine, theirs): link.strength
            for link in beside.links
            if link.strength
            for mine in link.left
            for theirs in link.right
        }
        for row in rows:
            said = [
                SaidBeside(theirs, strength, beside.reasons.get((mine.clause, theirs.clause)))
                for mine in row.cells[0].clauses
                for theirs in row.cells[column].clauses
                if (strength := strengths.get((mine.clause, theirs.clause)))
            ]
            if said and row.kind is not RowKind.HEADING:
                yield row, column, said


def pivot_rows(pivot: TreatyText, others: Sequence[Beside]) -> list[Row]:
    """A row for each clause of `pivot`, with a cell a text; clauses of it that stand in one link with any text share a row.
    Behind them come the clauses that only another text has, text by text. A row's `link` is its number."""
    linked = [_linked(other.links) for other in others]
    rows = [_row(group, others, linked) for group in _groups(pivot, [other.links for other in others])]
    for column, other in enumerate(others, start=1):
        held = {clause for counterparts in linked[column - 1].values() for clause in counterparts}
        lonely = [clause for clause in other.text.clauses if clause.id not in held]
        rows += [_lonely_row(clause, column, len(others) + 1) for clause in lonely]
    return [Row(kind, cells, number) for number, (kind, cells) in enumerate(rows)]


def _linked(links: Sequence[Link]) -> dict[str, tuple[str, ...]]:
    """For each clause of the pivot the clauses that it is linked with, each once."""
    found: dict[str, dict[str, None]] = {}
    for link in links:
        for clause in link.left:
            found.setdefault(clause, {}).update(dict.fromkeys(link.right))
    return {clause: tuple(counterparts) for clause, counterparts in found.items()}


def _groups(pivot: TreatyText, all_links: Sequence[Sequence[Link]]) -> Iterator[list[Clause]]:
    """The clauses of the pivot in order, neighbours that stand in one link together."""
    together = {pair for links in all_links for link in links for pair in zip(link.left, link.left[1:], strict=False)}
    group: list[Clause] = []
    for clause in pivot.clauses:
        if group and (group[-1].id, clause.id) not in together:
            yield group
            group = []
        group.append(clause)
    if group:
        yield group


def _row(
    group: Sequence[Clause], others: Sequence[Beside], linked: Sequence[dict[str, tuple[str, ...]]]
) -> tuple[RowKind, tuple[Cell, ...]]:
    cells = [_cell(group)]
    heads = all(clause.kind.heads for clause in group)
    for other, counterparts in zip(others, linked, strict=True):
        ids = dict.fromkeys(found for clause in group for found in counterparts.get(clause.id, ()))
        beside = [other.text.clause(found) for found in ids]
        heads = heads and all(clause.kind.heads for clause in beside)
        cells.append(_cell(beside))
    return RowKind.HEADING if heads else RowKind.CLAUSES, tuple(cells)


def _lonely_row(clause: Clause, column: int, width: int) -> tuple[RowKind, tuple[Cell, ...]]:
    cells = tuple(_cell([clause]) if place == column else Cell(()) for place in range(width))
    return RowKind.HEADING if clause.kind.heads else RowKind.CLAUSES, cells


def _cell(clauses: Sequence[Clause]) -> Cell:
    return Cell(
        tuple(CellClause(each.id, each.label.printed if each.label else "", each.path, each.text, ()) for each in clauses)
    )
