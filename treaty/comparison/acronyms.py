"""Acronyms, which a translation leaves as they are: other letters, and letters that one text never explains (CHECKS C15)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from treaty.comparison.pair import Pair, Side
from treaty.model import Bilingual, Clause, Finding, Place, Span

_ACRONYM = re.compile(r"(?<![A-Za-z0-9.-])[A-Z][A-Z0-9&/-]{1,9}(?![A-Za-z0-9])")
_BRACKETED = re.compile(r"[(（][^()（）]{0,40}?(?<![A-Za-z])(?P<acronym>[A-Z][A-Z0-9&/-]{1,9})(?![A-Za-z])[^()（）]{0,20}[)）]")
_SHOUTED = re.compile(r"[A-Z]{2,}\s+[A-Z]{2,}\s+[A-Z]{2,}")
_LEAST_ALIKE = 3


@dataclass(frozen=True, slots=True)
class _Acronym:
    """An acronym in a clause; `explained` where it stands in brackets, behind the words it is made of."""

    place: Place
    explained: bool


def find_different_acronyms(pair: Pair) -> Iterator[Finding]:
    """Findings on acronyms that each side has and the other has not: both in brackets, or of nearly the same letters.

    One that only one side gives is none: translations expand acronyms and leave them out.
    """
    if pair.link.one_sided or pair.left.language is pair.right.language:
        return
    left, right = _acronyms(pair.left), _acronyms(pair.right)
    lonely_right = [found for name, found in right.items() if name not in _whole(pair.left)]
    for mine in [found for name, found in left.items() if name not in _whole(pair.right)]:
        theirs = next((other for other in lonely_right if _contradict(mine, other)), None)
        if theirs:
            lonely_right.remove(theirs)
            yield pair.finding("acronym", left=mine.place, right=theirs.place, confidence=0.9)


def find_unexplained_acronyms(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Findings on acronyms that one text uses before, or without, the words they are made of, where the other explains them."""
    if not pairs or pairs[0].left.language is pairs[0].right.language:
        return
    found_in = [pair.once(_acronyms_of) for pair in pairs]
    explained = [{name for of in found_in for name, one in of[number].items() if one.explained} for number in (0, 1)]
    for number in (0, 1):
        known: set[str] = set()
        for pair, acronyms in zip(pairs, found_in, strict=True):
            side = pair.sides[number]
            for name, found in acronyms[number].items():
                if not found.explained and name not in known and name in explained[1 - number]:
                    yield _unexplained(pair, side, found.place)
                known.add(name)


def _unexplained(pair: Pair, side: Side, place: Place) -> Finding:
    return pair.finding_on(side, place, "acronym_unexplained", confidence=0.7, doubtful=True)


def _acronyms_of(pair: Pair) -> tuple[dict[str, _Acronym], dict[str, _Acronym]]:
    return _acronyms(pair.left), _acronyms(pair.right)


def _acronyms(side: Side) -> dict[str, _Acronym]:
    """The acronyms of a side, each once, in order; words in a line of capitals are none."""
    found: dict[str, _Acronym] = {}
    for clause in side.clauses:
        if _SHOUTED.search(clause.text):
            continue
        brackets = {match.start("acronym") for match in _BRACKETED.finditer(clause.text)}
        for match in _ACRONYM.finditer(clause.text):
            found.setdefault(match.group(), _Acronym(_place(side, clause, match), match.start() in brackets))
    return found


def _contradict(mine: _Acronym, theirs: _Acronym) -> bool:
    if mine.explained and theirs.explained:
        return True
    first, second = mine.place.text, theirs.place.text
    if min(len(first), len(second)) < _LEAST_ALIKE:
        return False
    return sorted(first) == sorted(second) or DamerauLevenshtein.distance(first, second) == 1


def _place(side: Side, clause: Clause, match: re.Match[str]) -> Place:
    return side.place(clause, Span(*match.span()), Bilingual(match.group(), match.group()))


def _whole(side: Side) -> str:
    return " ".join(clause.text for clause in side.clauses)
