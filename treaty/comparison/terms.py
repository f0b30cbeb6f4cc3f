"""Terms that are not kept to: what the user's glossary asks for (CHECKS C17)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from treaty.comparison.pair import Pair, Side
from treaty.glossary import GlossaryTerm
from treaty.model import Bilingual, Finding, Language, Place, Span


def find_term_faults(pair: Pair) -> Iterator[Finding]:
    """Findings on one link between two languages."""
    if not pair.link.one_sided and pair.left.language is not pair.right.language:
        for term in pair.glossary.terms:
            if term.binding:
                yield from _against_glossary(pair, term)


def _alone(pair: Pair, side: Side, place: Place, check: str, label: Bilingual) -> Finding:
    return pair.finding_on(side, place, check, gap=pair.other(side).end(), confidence=0.8, label=label)


def _against_glossary(pair: Pair, term: GlossaryTerm) -> Iterator[Finding]:
    """Renderings that the user's glossary forbids, and clauses that have a term in one language and no rendering of it."""
    allowed = [_places(side, term.renderings(side.language)) for side in pair.sides]
    forbidden = [
        [place for place in _places(side, term.forbidden(side.language)) if not _inside(place, allowed[number])]
        for number, side in enumerate(pair.sides)
    ]
    for number, side in enumerate(pair.sides):
        preferred = term.renderings(side.language)[0]
        wanted = Bilingual(preferred, preferred)
        others = allowed[1 - number]
        if forbidden[number]:
            yield _on_both(pair, side, forbidden[number][0], others[0] if others else None, "glossary_forbidden", wanted)
        elif allowed[number] and not others and not forbidden[1 - number]:
            other = pair.sides[1 - number]
            missing = term.renderings(other.language)[0]
            yield _alone(pair, side, allowed[number][0], "glossary_missing", Bilingual(missing, missing))


def _on_both(pair: Pair, side: Side, mine: Place, theirs: Place | None, check: str, label: Bilingual) -> Finding:
    if theirs is None:
        return _alone(pair, side, mine, check, label)
    left, right = (mine, theirs) if side is pair.left else (theirs, mine)
    words = {"name": side.name, "value": mine.value, "label": label}
    return pair.finding(check, left=left, right=right, confidence=0.9, words=words)


def _places(side: Side, words: Sequence[str]) -> list[Place]:
    """Where a side has one of these words: English with any capitals and in the plural, Korean with any blanks."""
    if not words:
        return []
    pattern = _korean_pattern(words) if side.language is Language.KOREAN else _english_pattern(words)
    return [
        side.place(clause, Span(*match.span()), Bilingual(match.group(), match.group()))
        for clause in side.clauses
        for match in pattern.finditer(clause.text)
    ]


def _english_pattern(words: Sequence[str]) -> re.Pattern[str]:
    forms = "|".join(r"[\s-]+".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"\b(?:{forms})(?:e?s)?\b", re.IGNORECASE)


def _korean_pattern(words: Sequence[str]) -> re.Pattern[str]:
    joined = [word.replace(" ", "") for word in sorted(words, key=len, reverse=True)]
    return re.compile("|".join(r"\s?".join(map(re.escape, word)) for word in joined))


def _inside(place: Place, others: Sequence[Place]) -> bool:
    return any(place.clause == other.clause and place.span.overlaps(other.span) for other in others)
