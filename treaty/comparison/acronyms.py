"""Names that a translation leaves as they are: acronyms in brackets (CHECKS C15)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treaty.comparison.pair import Pair, Side
from treaty.model import Bilingual, Clause, Finding, Place, Span

_BRACKETED = re.compile(r"[(（][^()（）]{0,40}?(?<![A-Za-z])(?P<acronym>[A-Z][A-Z0-9&/-]{1,9})(?![A-Za-z])[^()（）]{0,20}[)）]")


def find_different_acronyms(pair: Pair) -> Iterator[Finding]:
    """Findings on acronyms that stand in brackets on both sides of a link and are not the same.

    One that only one side gives is none: translations expand acronyms and leave them out.
    """
    if pair.link.one_sided or pair.left.language is pair.right.language:
        return
    left, right = _bracketed(pair.left), _bracketed(pair.right)
    lonely_left = [found for name, found in left.items() if name not in _whole(pair.right)]
    lonely_right = [found for name, found in right.items() if name not in _whole(pair.left)]
    for mine, theirs in zip(lonely_left, lonely_right, strict=False):
        yield pair.finding("acronym", left=mine, right=theirs, confidence=0.9)


def _bracketed(side: Side) -> dict[str, Place]:
    """The acronyms in brackets with their places, each once, in order."""
    found: dict[str, Place] = {}
    for clause in side.clauses:
        for match in _BRACKETED.finditer(clause.text):
            found.setdefault(match["acronym"], _place(side, clause, match))
    return found


def _place(side: Side, clause: Clause, match: re.Match[str]) -> Place:
    name = match["acronym"]
    return side.place(clause, Span(match.start("acronym"), match.end("acronym")), Bilingual(name, name))


def _whole(side: Side) -> str:
    return " ".join(clause.text for clause in side.clauses)
