"""One difference, one finding: which of several findings on the same words is kept, read from precedence.tsv."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from treaty.errors import RuleTableError
from treaty.model import FAMILY_OF_KIND, Finding, Place
from treaty.rule_table import TableRow, read_table


class _Merges(StrEnum):
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Precedence:
    """The order of the kinds of finding, the most specific first, and those that never give way to another."""

    order: dict[str, int]
    kept: frozenset[str]

    def distinct(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings of one link without those that speak of words which a more specific one already speaks of.

        Of equals the default level goes before what is only worth a look, and the surer one before the other.
        """
        chosen: list[Finding] = []
        for finding in sorted(findings, key=self._rank):
            if finding.kind in self.kept or not any(self._covers(other, finding) for other in chosen):
                chosen.append(finding)
        return chosen

    def _rank(self, finding: Finding) -> tuple[bool, int, float, str]:
        return finding.potential is not None, self.order[finding.kind], -finding.confidence, finding.id

    def _covers(self, chosen: Finding, finding: Finding) -> bool:
        if chosen.kind in self.kept:
            return False
        left, right = _overlap(chosen.left, finding.left), _overlap(chosen.right, finding.right)
        both_sides = all((chosen.left, chosen.right, finding.left, finding.right))
        return (left and right) if both_sides else (left or right)


def load_precedence(folder: Path) -> Precedence:
    """The rows of precedence.tsv in `folder`; raises RuleTableError where a kind is unknown, missing, or stands twice."""
    rows = list(read_table(folder / "precedence.tsv", ("kind", "merges")))
    order: dict[str, int] = {}
    for row in rows:
        if row["kind"] in order or row["kind"] not in FAMILY_OF_KIND:
            raise row.error("bad_choice", word=row["kind"], allowed=", ".join(FAMILY_OF_KIND.keys() - order.keys()))
        order[row["kind"]] = len(order)
    if missing := sorted(FAMILY_OF_KIND.keys() - order.keys()):
        raise RuleTableError("missing_rows", file="precedence.tsv", rows=", ".join(missing))
    return Precedence(order, frozenset(row["kind"] for row in rows if _is_kept(row)))


def _is_kept(row: TableRow) -> bool:
    return row.choice("merges", _Merges) is _Merges.NO


def _overlap(first: Place | None, second: Place | None) -> bool:
    """Whether two places share characters, or are the same point."""
    if first is None or second is None or first.clause != second.clause:
        return False
    return first.span.overlaps(second.span) or first.span == second.span
