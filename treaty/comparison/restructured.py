"""How the clauses of a new version stand to those of the earlier one: put in, taken out, moved, divided, joined, renumbered."""

from __future__ import annotations

from collections.abc import Iterator

from treaty.comparison.pair import Pair, Side
from treaty.model import Bilingual, Clause, ClauseKind, Finding, Span


def find_restructured(pair: Pair) -> Iterator[Finding]:
    """Findings on the clauses of a link as wholes; none on what they say."""
    if pair.link.one_sided:
        yield _put_in_or_taken_out(pair)
        return
    if pair.link.moved:
        yield _with_paths(pair, "clause_elsewhere", pair.left.whole().span, pair.right.whole().span)
    if len(pair.left.clauses) != len(pair.right.clauses):
        check = "clause_divided" if len(pair.left.clauses) < len(pair.right.clauses) else "clauses_joined"
        yield _with_paths(pair, check, pair.left.whole().span, pair.right.whole().span)
    elif not pair.link.moved and _printed(pair.left.clauses[0]) != _printed(pair.right.clauses[0]):
        # The label is no part of the clause's text: an empty span at its beginning stands for it.
        yield _with_paths(pair, "clause_renumbered", Span(0, 0), Span(0, 0))


def _put_in_or_taken_out(pair: Pair) -> Finding:
    side = pair.right if pair.link.right else pair.left
    formal = side.clauses[0].kind.heads or side.clauses[0].kind is ClauseKind.SIGNATURE
    check = f"{'heading' if formal else 'clause'}_{'new' if side is pair.right else 'gone'}"
    if side is pair.right:
        return pair.finding(check, right=side.whole(), confidence=0.85)
    return pair.finding(check, left=side.whole(), confidence=0.85)


def _with_paths(pair: Pair, check: str, left: Span, right: Span) -> Finding:
    """A finding that names the clauses of both sides by their labels."""
    words = {"left": _paths(pair.left), "right": _paths(pair.right)}
    places = [
        side.place(side.clauses[0], span, words[name])
        for side, span, name in zip(pair.sides, (left, right), ("left", "right"), strict=True)
    ]
    return pair.finding(check, left=places[0], right=places[1], words=words)


def _paths(side: Side) -> Bilingual:
    paths = ", ".join(clause.path for clause in side.clauses)
    return Bilingual(paths, paths)


def _printed(clause: Clause) -> str:
    return clause.label.printed if clause.label else ""
