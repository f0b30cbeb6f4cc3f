"""The form of linked clauses: rows of tables with cells missing, titles in quotation marks that are rendered in two ways
(CHECKS C36, C37)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from treaty.comparison.pair import Pair, Side
from treaty.model import Bilingual, ClauseKind, Finding, Place, Span

_QUOTED = re.compile(r"[“\"‘「『<〈《](?P<title>[^“”\"‘’「」『』<>〈〉《》]{4,80})[”\"’」』>〉》]")
_CELL = "\t"


def find_different_rows(pair: Pair) -> Iterator[Finding]:
    """Findings on rows of tables that are linked one to one and have not equally many filled cells."""
    clauses = [clause for side in pair.sides for clause in side.clauses]
    if len(clauses) != len(pair.sides) or any(clause.kind is not ClauseKind.TABLE_ROW for clause in clauses):
        return
    counts = [sum(bool(cell.strip()) for cell in clause.text.split(_CELL)) for clause in clauses]
    if counts[0] != counts[1]:
        left, right = (str(count) for count in counts)
        words = {"left": Bilingual(left, left), "right": Bilingual(right, right)}
        yield pair.finding("cells", left=pair.left.whole(), right=pair.right.whole(), words=words)


def find_varying_titles(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Findings on titles in quotation marks that stand in several clauses of one text, and in the other are not the same."""
    if not pairs or pairs[0].left.language is pairs[0].right.language:
        return
    first: dict[tuple[bool, str], str] = {}
    for pair in pairs:
        if (titles := pair.once(_titles_of)) is None:
            continue
        left, right = titles
        for on_left, kept, varying in ((True, left, right), (False, right, left)):
            usual = first.setdefault((on_left, _folded(kept.text)), varying.text)
            if _folded(usual) != _folded(varying.text):
                words = {"value": varying.value, "label": Bilingual(usual, usual)}
                yield pair.finding("title", left=left, right=right, confidence=0.85, words=words)


def _titles_of(pair: Pair) -> tuple[Place, Place] | None:
    """The title on either side, where each has one and no more."""
    left, right = _titles(pair.left), _titles(pair.right)
    return (left[0], right[0]) if len(left) == len(right) == 1 else None


def _titles(side: Side) -> list[Place]:
    return [
        side.place(clause, Span(*match.span("title")), Bilingual(match["title"], match["title"]))
        for clause in side.clauses
        for match in _QUOTED.finditer(clause.text)
    ]


def _folded(title: str) -> str:
    return re.sub(r"[\s·,.-]", "", title).casefold()
