"""Labels that lie: numbers that stand twice, are skipped, or go back within one text (CHECKS C35)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import TypeAlias

from treaty.comparison.pair import Pair, Side
from treaty.model import Bilingual, Clause, ClauseKind, Finding, Span, TreatyText
from treaty.reading.numbering import counted

_UNCOUNTED = frozenset({"bullet", "note"})
_INSERTED = re.compile(r"-|bis", re.IGNORECASE)
"""In numbers of articles that an amendment put between two others: 제3조의2, Article 3bis."""

_List: TypeAlias = tuple[str, str, str]
"""A list: the label it stands under, its scheme, and what its numbers begin with ("5" in 5.1)."""


class Fault(StrEnum):
    """What is wrong with a label, as checks/numbering.toml names it."""

    REPEATED = "number_repeated"
    SKIPPED = "number_skipped"
    RESTARTED = "number_restarted"


def find_numbering_faults(pair: Pair) -> Iterator[Finding]:
    """Findings on the clauses of either text that a link holds."""
    for side in pair.sides:
        faults = pair.of_text(side, _faults_by_clause)
        for clause in side.clauses:
            if fault := faults.get(clause.id):
                yield _finding(pair, side, clause, fault)


def _faults_by_clause(text: TreatyText) -> dict[str, Fault]:
    return dict(_faults(text))


def _faults(text: TreatyText) -> Iterator[tuple[str, Fault]]:
    """The clauses of a text whose number does not follow that of the clause before them in their list.

    A list begins anew at 1 behind a heading, an unnumbered paragraph or a colon; then the list before it may go on later.
    """
    last: dict[_List, int] = {}
    waiting: dict[_List, int] = {}
    may_begin: set[_List] = set()
    for clause in text.clauses:
        counts = (
            clause.label is not None and clause.label.scheme not in _UNCOUNTED and not _INSERTED.search(clause.label.number)
        )
        if clause.kind.heads or _opens_a_list(clause):
            may_begin = set(last)
        if counts:
            key, value = _place(clause)
            before = last.get(key)
            last[key] = value
            if value == 1 and key in may_begin:
                waiting[key] = before or 0
            elif before is not None and value != waiting.get(key, before) + 1 and (fault := _fault(before, value)):
                yield clause.id, fault
            may_begin.discard(key)
        if clause.text.rstrip().endswith(":"):
            may_begin = set(last)


def _opens_a_list(clause: Clause) -> bool:
    """Whether a list may begin anew behind a clause: it stands in no list itself."""
    return clause.label is None and clause.kind is not ClauseKind.NOTE


def _fault(before: int, value: int) -> Fault | None:
    if value == before + 1:
        return None
    if value == before:
        return Fault.REPEATED
    return Fault.SKIPPED if value > before else Fault.RESTARTED


def _place(clause: Clause) -> tuple[_List, int]:
    """The list that a numbered clause stands in, and its place there: 5.1 and 5.2 are a list, 6.1 begins another."""
    assert clause.label is not None
    printed, number, scheme = clause.label.printed, clause.label.number, clause.label.scheme
    parent = clause.path.removesuffix(printed).removesuffix(printed.rstrip(" ./):")).rstrip(" .")
    return (parent, scheme, number.rpartition(".")[0]), counted(number, scheme)


def _finding(pair: Pair, side: Side, clause: Clause, fault: Fault) -> Finding:
    label = clause.label.printed if clause.label else ""
    # The label is no part of the clause's text: an empty span at its beginning stands for it.
    place = side.place(clause, Span(0, 0), Bilingual(label, label))
    words = {"name": side.name, "label": Bilingual(label, label)}
    if side is pair.left:
        return pair.finding(fault, left=place, words=words)
    return pair.finding(fault, right=place, words=words)
