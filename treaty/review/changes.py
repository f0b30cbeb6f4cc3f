"""What rows show of two versions: the words that changed in each clause, and what to call the change of a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from treaty.comparison.revisions import LIGHT_RULES, STRUCTURE_KINDS, RevisionRule
from treaty.model import Finding, Relation, Severity, Span
from treaty.review.review import OWN_RULE, Comparison

UNMARKED_KINDS = frozenset({"clause_moved", "clause_merged", "clause_number"})
"""Changes of a clause's place or number; no words of it changed."""
_DIRECTIONS: Mapping[str, str] = {
    RevisionRule.WEAKER: "change.weaker",
    RevisionRule.SOFTER: "change.weaker",
    RevisionRule.STRONGER: "change.stronger",
    RevisionRule.FIRMER: "change.stronger",
    RevisionRule.ENDINGS: "change.endings",
    RevisionRule.SIGNS: "change.signs",
}
_STRUCTURE = {
    "clause_added": "change.added",
    "clause_omitted": "change.deleted",
    "clause_moved": "change.moved",
    "clause_merged": "change.divided",
    "clause_number": "change.renumbered",
}


class ChangeShape(StrEnum):
    """How changed words look: taken out, put in, only an ending or a sign, or a clause that is new as a whole."""

    DELETED = "deleted"
    INSERTED = "inserted"
    LIGHT = "light"
    NEW = "new"


@dataclass(frozen=True, slots=True, order=True)
class ChangedWords:
    """A span of a clause that changed between two versions."""

    span: Span
    shape: ChangeShape


def changes_of_links(comparison: Comparison) -> Mapping[int, Sequence[Finding]]:
    """The changes of two versions by link, those included that are hidden by default; none where the texts are no versions."""
    changes: dict[int, list[Finding]] = {}
    if comparison.relation is Relation.REVISION:
        for finding in comparison.findings:
            if finding.rule != OWN_RULE:
                changes.setdefault(finding.link, []).append(finding)
    return changes


def changed_words(clause_id: str, change: Finding) -> Iterator[ChangedWords]:
    """The words of a clause that one change touches."""
    if change.kind in UNMARKED_KINDS:
        return
    light = change.rule in LIGHT_RULES
    whole = change.kind == "clause_added"
    for place, usual in ((change.left, ChangeShape.DELETED), (change.right, ChangeShape.INSERTED)):
        if place is not None and place.clause == clause_id:
            yield ChangedWords(place.span, ChangeShape.NEW if whole else ChangeShape.LIGHT if light else usual)


def class_of_change(changes: Sequence[Finding]) -> str:
    """The wording table's key for what changed most in a row: its gravest change, and of equals the first."""
    structure = [change for change in changes if change.kind in STRUCTURE_KINDS]
    words = [change for change in changes if change.kind not in STRUCTURE_KINDS]
    if one_sided := [change for change in structure if change.kind in ("clause_added", "clause_omitted")]:
        return _STRUCTURE[one_sided[0].kind]
    grave = sorted(words, key=lambda change: list(Severity).index(change.severity))
    if not grave:
        return _STRUCTURE[structure[0].kind] if structure else "change.same"
    directed = next((change for change in grave if change.rule in _DIRECTIONS), grave[0])
    first = directed if directed.severity is grave[0].severity else grave[0]
    return _DIRECTIONS.get(first.rule, f"kind.{first.kind}")
