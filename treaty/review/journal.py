"""What was done on a review: each step with the clauses that it touched, by whom and when. It is kept with the review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from treaty.model import Finding, TreatyText


class Step(StrEnum):
    """What was done with an edit."""

    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One step. `name` is the edit's key in the wording table, `place` the path of the first clause that it touched, in
    reading order ("": none), `more` how many others it touched; `at` is ISO 8601, to the second."""

    step: Step
    name: str
    place: str = ""
    more: int = 0
    author: str = ""
    at: str = ""


def clauses_of(findings: Sequence[Finding]) -> set[str]:
    """The ids of the clauses that findings are about."""
    sides = (side for finding in findings for side in (finding.left, finding.right, finding.gap) if side)
    return {side.clause for side in sides}


def paths_of(clauses: set[str], texts: Sequence[TreatyText]) -> list[str]:
    """What clauses are called, by id, in reading order: a path that two languages share stands once."""
    named = (clause.path for text in texts for clause in text.clauses if clause.id in clauses)
    return list(dict.fromkeys(named))
