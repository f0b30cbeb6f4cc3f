"""What a draft left behind: square brackets, words that were not translated, look-alike letters (CHECKS C42)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from treaty.comparison.pair import Pair, Side
from treaty.language.script import language_of
from treaty.model import Bilingual, Clause, Finding, Language, Place, Span

_BRACKETED = re.compile(r"\[(?![\d*†]{1,3}\]|\s*\])[^\[\]]{1,200}\]|〔(?!\s*〕)[^〔〕]{1,200}〕")
_ASIDE = re.compile(
    r"[(（\[][^()（）\[\]]*[)）\]]|[“\"‘「『<〈《][^“”\"‘’「」『』<>〈〉《》]*[”\"’」』>〉》]|https?://\S+|\S+@\S+"
)
_ENGLISH_RUN = re.compile(
    r"(?<![A-Za-z0-9.])[A-Za-z][A-Za-z'’-]*(?:[ ,]+[A-Za-z][A-Za-z'’-]*)*\s[a-z]{3,}(?:[ ,]+[A-Za-z][A-Za-z'’-]*)*"
)
_ENGLISH_WORD = re.compile(r"(?<![A-Za-z0-9.’'-])[a-z]{4,}(?=[가-힣\s,.])(?!\.[a-z])")
_KOREAN_RUN = re.compile(r"[가-힣]+(?:[ ·,]+[가-힣]+)*")
_MIXED = re.compile(
    r"(?=[A-Za-z]*[\u0370-\u03ff\u0400-\u04ff])(?=[\u0370-\u03ff\u0400-\u04ff]*[A-Za-z])[A-Za-z\u0370-\u03ff\u0400-\u04ff]{3,}"
)
_LEAST_LENGTH = 12
"""A clause shorter than this is a name or a heading, which may be in any language."""


def find_leftovers(pair: Pair) -> Iterator[Finding]:
    """Findings on what is left of drafting in either text of a link."""
    yield from _brackets(pair)
    for side in pair.sides:
        for clause in side.clauses:
            for span in _matches(_MIXED, clause.text):
                yield pair.finding_on(side, _place(side, clause, span), "mixed_script")
            if pair.left.language is not pair.right.language:
                yield from _untranslated(pair, side, clause)


def _brackets(pair: Pair) -> Iterator[Finding]:
    """Words in square brackets: nearly certain where the linked text has none, worth a look where it has them too."""
    if pair.link.one_sided or pair.left.language is pair.right.language:
        return
    left, right = (
        [_place(side, clause, span) for clause in side.clauses for span in _matches(_BRACKETED, clause.text)]
        for side in pair.sides
    )
    for mine, theirs in zip_longest(left, right):
        if mine and theirs:
            yield pair.finding("brackets_both", left=mine, right=theirs)
        else:
            side = pair.left if mine else pair.right
            yield pair.finding_on(side, mine or theirs, "brackets_alone", doubtful=bool(left and right))


def _untranslated(pair: Pair, side: Side, clause: Clause) -> Iterator[Finding]:
    """Words in the other language outside brackets and quotation marks; a single English word is only worth a look."""
    if len(clause.text) < _LEAST_LENGTH or language_of(clause.text) is not side.language:
        return
    outside = _ASIDE.sub(lambda match: " " * len(match.group()), clause.text)
    runs = _ENGLISH_RUN if side.language is Language.KOREAN else _KOREAN_RUN
    taken = list(_matches(runs, outside))
    for span in taken:
        yield pair.finding_on(side, _place(side, clause, span), "untranslated")
    if side.language is Language.KOREAN:
        for span in _matches(_ENGLISH_WORD, outside):
            if not any(span.overlaps(other) for other in taken):
                yield pair.finding_on(side, _place(side, clause, span), "untranslated", doubtful=True)


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    return (Span(match.start(), match.end()) for match in pattern.finditer(text))


def _place(side: Side, clause: Clause, span: Span) -> Place:
    words = span.of(clause.text)
    return side.place(clause, span, Bilingual(words, words))
