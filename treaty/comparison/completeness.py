"""What one side has and the other has not: clauses, sentences; and clauses that stand or are divided differently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from treaty.comparison.pair import Pair, Side
from treaty.model import Bilingual, ClauseKind, Finding, Gap, SentenceLink, SentencePlace, Severity


def find_incomplete(pair: Pair) -> Iterator[Finding]:
    """Findings of rules C31, C32, C35 and C36 on one link."""
    if pair.link.one_sided:
        yield _clause_alone(pair)
        return
    if all(clause.kind.heads for side in pair.sides for clause in side.clauses):
        return
    yield from _sentences_alone(pair)
    if pair.link.moved:
        yield _with_labels(pair, "clause_moved")
    if len(pair.left.clauses) != len(pair.right.clauses):
        yield _with_labels(pair, "clause_merged", doubtful=any(map(_is_list_with_its_opening, pair.sides)))


def _is_list_with_its_opening(side: Side) -> bool:
    """Whether a side's clauses are words that open a list and all its points, which the other language may run together."""
    opening, *points = side.clauses
    return len(points) > 1 and all(point.level > opening.level for point in points)


def _clause_alone(pair: Pair) -> Finding:
    has, lacks = (pair.left, pair.right) if pair.link.left else (pair.right, pair.left)
    clause = has.clauses[0]
    formal = clause.kind.heads or clause.kind is ClauseKind.SIGNATURE
    check = "heading_alone" if formal else _omitted_or_added("clause", has, pair)
    return _alone(pair, check, has, lacks, SentencePlace(clause.id, has.whole().span))


def _sentences_alone(pair: Pair) -> Iterator[Finding]:
    for number, sentences in enumerate(pair.link.sentences):
        if sentences.left and sentences.right:
            continue
        has, lacks = (pair.left, pair.right) if sentences.left else (pair.right, pair.left)
        gap = _gap_before(pair.link.sentences[:number], lacks, is_left=lacks is pair.left)
        for place in sentences.left or sentences.right:
            yield _alone(pair, _omitted_or_added("sentence", has, pair), has, lacks, place, gap)


def _omitted_or_added(what: str, has: Side, pair: Pair) -> str:
    return f"{what}_added" if has is pair.judged else f"{what}_omitted"


def _alone(pair: Pair, check: str, has: Side, lacks: Side, place: SentencePlace, gap: Gap | None = None) -> Finding:
    clause = has.clause(place.clause)
    spot = has.place(clause, place.span)
    left, right = (spot, None) if has is pair.left else (None, spot)
    words = {"name": has.name, "other": lacks.name}
    finding = pair.finding(check, left=left, right=right, gap=gap, confidence=0.85, words=words)
    lesser = check.startswith("clause") and clause.kind is ClauseKind.ITEM and finding.severity is Severity.CRITICAL
    return replace(finding, severity=Severity.MAJOR) if lesser else finding


def _gap_before(earlier: tuple[SentenceLink, ...], lacks: Side, *, is_left: bool) -> Gap | None:
    """Where the missing sentence would stand: behind the last sentence linked before it, else at the clause's beginning."""
    for link in reversed(earlier):
        places = link.left if is_left else link.right
        if places:
            return Gap(places[-1].clause, places[-1].span.end)
    return Gap(lacks.clauses[0].id, 0) if lacks.clauses else None


def _with_labels(pair: Pair, check: str, *, doubtful: bool = False) -> Finding:
    """A finding on the whole of both sides that names their clauses by their labels."""
    labels = [", ".join(clause.path for clause in side.clauses) for side in pair.sides]
    words = {"left": Bilingual(labels[0], labels[0]), "right": Bilingual(labels[1], labels[1])}
    return pair.finding(check, left=pair.left.whole(), right=pair.right.whole(), words=words, doubtful=doubtful)
