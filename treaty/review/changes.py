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
_DIRECTIONS = frozenset({RevisionRule.WEAKER, RevisionRule.SOFTER, RevisionRule.STRONGER, RevisionRule.FIRMER})
_NAMED: Mapping[str, str] = {
    RevisionRule.WEAKER: "change.weaker",
    RevisionRule.SOFTER: "change.weaker",
    RevisionRule.STRONGER: "change.stronger",
    RevisionRule.FIRMER: "change.stronger",
    RevisionRule.ENDINGS: "change.endings",
    RevisionRule.SIGNS: "change.signs",
    RevisionRule.PUT_IN: "change.put_in",
    RevisionRule.LEFT_OUT: "change.left_out",
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
            yield ChangedWords(
                without_end_blanks(place.span, place.text), ChangeShape.NEW if whole else ChangeShape.LIGHT if light else usual
            )


def without_end_blanks(span: Span, words: str) -> Span:
    """The span of words without the blanks at either end, so that no line hangs over; of blanks alone as it is."""
    if not words.strip():
        return span
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def class_of_change(changes: Sequence[Finding]) -> str:
    """The wording table's key for what changed most in a row: its gravest change; of equals one that tells a direction."""
    structure = [change for change in changes if change.kind in STRUCTURE_KINDS]
    words = [change for change in changes if change.kind not in STRUCTURE_KINDS]
    if one_sided := [change for change in structure if change.kind in ("clause_added", "clause_omitted")]:
        return _STRUCTURE[one_sided[0].kind]
    grave = sorted(words, key=lambda change: list(Severity).index(change.severity))
    if not grave:
        return _STRUCTURE[structure[0].kind] if structure else "change.same"
    gravest = [change for change in words if change.severity is grave[0].severity]
    first = next((change for change in gravest if change.rule in _DIRECTIONS), gravest[0])
    return _NAMED.get(first.rule, f"kind.{first.kind}")
