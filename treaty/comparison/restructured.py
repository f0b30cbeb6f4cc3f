"""How the clauses of a new version stand to those of the earlier one: put in, taken out, moved, divided, joined, renumbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from treaty.comparison.pair import Pair, Side
from treaty.model import Bilingual, Clause, ClauseKind, Finding, Span


def moved_along(pairs: Sequence[Pair]) -> frozenset[int]:
    """The pairs, by index, that moved together with the clause before them: the paragraphs of an article that moved."""
    if not pairs:
        return frozenset()
    places = [{clause.id: number for number, clause in enumerate(side.text.clauses)} for side in pairs[0].sides]
    return frozenset(
        pair.index
        for before, pair in pairwise(pairs)
        if before.link.moved
        and pair.link.moved
        and all(
            place[side.clauses[0].id] == place[earlier.clauses[-1].id] + 1
            for place, earlier, side in zip(places, before.sides, pair.sides, strict=True)
        )
    )


def find_restructured(pair: Pair, *, moved_along: bool = False) -> Iterator[Finding]:
    """Findings on the clauses of a link as wholes; none on what they say. `moved_along`: another finding tells of the move."""
    if pair.link.one_sided:
        yield _put_in_or_taken_out(pair)
        return
    if pair.link.moved and not moved_along:
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
