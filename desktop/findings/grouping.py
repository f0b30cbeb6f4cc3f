"""What the list of findings can be grouped and filtered by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from treaty.model import MarkFamily, MinistryClass, Severity
from treaty.review.review import Verdict
from treaty.review.rows import RowFinding

OPEN = "open"
"""Stands for the verdict of findings that have none yet, as in the wording table."""
VERDICTS = (OPEN, *(verdict.value for verdict in Verdict))


class Grouping(StrEnum):
    """How findings are put together in the list. The values but the last are the names of wording tables."""

    SEVERITY = "severity"
    FAMILY = "family"
    CLASS = "ministry_class"
    VERDICT = "verdict"
    NONE = "none"

    @property
    def groups(self) -> Sequence[str]:
        """The groups in their order."""
        match self:
            case Grouping.SEVERITY:
                return [*Severity]
            case Grouping.FAMILY:
                return [*MarkFamily]
            case Grouping.CLASS:
                return [*MinistryClass]
            case Grouping.VERDICT:
                return VERDICTS
            case Grouping.NONE:
                return [""]

    def group_of(self, entry: RowFinding) -> str:
        match self:
            case Grouping.SEVERITY:
                return entry.severity
            case Grouping.FAMILY:
                return entry.finding.family
            case Grouping.CLASS:
                return entry.ministry_class
            case Grouping.VERDICT:
                return entry.judgement.verdict or OPEN
            case Grouping.NONE:
                return ""


FILTERED_BY = (Grouping.FAMILY, Grouping.CLASS, Grouping.VERDICT)
"""What findings are filtered by besides severity, which has its own buttons."""


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """Which findings the list shows. `left_out` holds groups, each with what it is a group of."""

    severities: frozenset[Severity] = frozenset({Severity.CRITICAL, Severity.MAJOR, Severity.MINOR})
    open_only: bool = False
    text: str = ""
    left_out: frozenset[tuple[Grouping, str]] = frozenset()

    def lets_through(self, entry: RowFinding, words: str) -> bool:
        """Whether a finding is shown; `words` is all that the list says of it."""
        return (
            entry.severity in self.severities
            and (entry.judgement.verdict is None or not self.open_only)
            and not any((grouping, grouping.group_of(entry)) in self.left_out for grouping in FILTERED_BY)
            and self.text.casefold().strip() in words.casefold()
        )
