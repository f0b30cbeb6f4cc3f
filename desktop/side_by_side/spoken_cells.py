"""What a screen reader says of the cells of a row."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.side_by_side.doubtful_links import is_unsure
from resources.wording_table import Wording
from treaty.review.rows import Cell, Row, RowFinding


def spoken_link(row: Row, words: Wording) -> str:
    """The link cell of a row: what changed, how sure the link is, how far the reviewer is, and all findings."""
    change = [words(row.change)] if row.change else []
    unsure = [words("window.unsure")] if is_unsure(row) else []
    findings = (_spoken_finding(entry, words) for entry in row.findings)
    return ", ".join([*change, f"{row.confidence:.2f}", *unsure, words(f"state.{row.state or 'unread'}"), *findings])


def spoken_text(row: Row, cell: Cell, name: str, void: str, notes: Sequence[str], words: Wording) -> str:
    """A text cell of a row: what the text is called, its clauses or else `void`, notes, findings in them, and remarks."""
    clauses = " ".join(f"{clause.path} {clause.text}" for clause in cell.clauses)
    marked = {mark.finding for clause in cell.clauses for mark in clause.marks}
    findings = (_spoken_finding(entry, words) for entry in row.findings if entry.finding.id in marked)
    comments = (f"{words('window.comment')}: {each.text}" for clause in cell.clauses for each in clause.comments)
    return ". ".join([f"{name} {clauses or void}", *filter(None, notes), *findings, *comments])


def _spoken_finding(entry: RowFinding, words: Wording) -> str:
    return words(
        "window.spoken_finding",
        number=entry.number,
        severity=words(f"severity.{entry.severity}"),
        kind=words(f"kind.{entry.finding.kind}"),
        verdict=words(f"verdict.{entry.judgement.verdict or 'open'}"),
    )
