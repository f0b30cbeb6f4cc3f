"""Labels that lie: numbers that stand twice or are skipped within one text (CHECKS C35)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from treaty.comparison.pair import Pair, Side
from treaty.model import Bilingual, Clause, Finding, Span, TreatyText
from treaty.reading.numbering import counted

_UNCOUNTED = frozenset({"bullet", "note"})


class Fault(StrEnum):
    """What is wrong with a label, as checks/numbering.toml names it."""

    REPEATED = "number_repeated"
    SKIPPED = "number_skipped"


def find_numbering_faults(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Findings on both texts of a comparison, each on the link that holds the clause."""
    if not pairs:
        return
    faults = {side.text.id: dict(_faults(side.text)) for side in pairs[0].sides}
    for pair in pairs:
        for side in pair.sides:
            for clause in side.clauses:
                if fault := faults[side.text.id].get(clause.id):
                    yield _finding(pair, side, clause, fault)


def _faults(text: TreatyText) -> Iterator[tuple[str, Fault]]:
    """The clauses of a text whose number does not follow that of the clause before them in their list."""
    last: dict[tuple[str, str], int] = {}
    for clause in text.clauses:
        if clause.label is None or clause.label.scheme in _UNCOUNTED:
            continue
        value = counted(clause.label.number, clause.label.scheme)
        key = (_parent(clause), clause.label.scheme)
        before = last.get(key)
        last[key] = value
        if before is not None and value == before:
            yield clause.id, Fault.REPEATED
        elif before is not None and value > before + 1:
            yield clause.id, Fault.SKIPPED


def _parent(clause: Clause) -> str:
    """The full label of what the clause's list stands under."""
    printed = clause.label.printed if clause.label else ""
    return clause.path.removesuffix(printed).removesuffix(printed.rstrip(" ./):")).rstrip(" .")


def _finding(pair: Pair, side: Side, clause: Clause, fault: Fault) -> Finding:
    label = clause.label.printed if clause.label else ""
    # The label is no part of the clause's text: an empty span at its beginning stands for it.
    place = side.place(clause, Span(0, 0), Bilingual(label, label))
    words = {"name": side.name, "label": Bilingual(label, label)}
    if side is pair.left:
        return pair.finding(fault, left=place, words=words)
    return pair.finding(fault, right=place, words=words)
