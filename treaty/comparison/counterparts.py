"""Words that need a counterpart in the other language: conditions, exceptions, quantifiers, intensifiers, words of degree, open
and closed lists (CHECKS C21-C24, C26, C28, C30). The tables in counterparts/ say which words render each other."""

from __future__ import annotations

from collections.abc import Iterator

from treaty.comparison.counterpart_rules import Alone, Concept, Counterparts
from treaty.comparison.passages import Linked
from treaty.model import Finding, Language, Span

_CONFIDENCE = {True: 0.55, False: 0.8}


def find_without_counterpart(linked: Linked, counterparts: Counterparts) -> Iterator[Finding]:
    """Findings on words whose concept the other language has not: two-sided where it has a rival concept instead."""
    english, korean = (list(_alone(linked, counterparts, language)) for language in (Language.ENGLISH, Language.KOREAN))
    rivals = [(mine, theirs) for mine in english for theirs in korean if _are_rivals(mine[0], theirs[0])]
    for (concept, words), (_, other) in rivals:
        yield linked.finding(f"{concept.family}_changed", english=words, korean=other, confidence=0.85)
    contradicted = {concept.name for rival in rivals for concept, _ in rival}
    for language, found in ((Language.ENGLISH, english), (Language.KOREAN, korean)):
        for concept, words in found:
            if concept.name not in contradicted and concept.alone[language] is not Alone.NOTHING:
                yield _one_sided(linked, concept, language, words)


def _alone(linked: Linked, counterparts: Counterparts, language: Language) -> Iterator[tuple[Concept, Span]]:
    """The concepts of which one language has words and the other none, with the words."""
    other = Language.KOREAN if language is Language.ENGLISH else Language.ENGLISH
    here, there = linked.passage(language).lowered, linked.passage(other).lowered
    for concept in counterparts.concepts:
        match = concept.asks[language].search(here)
        if match and not concept.answers[other].occur(there):
            yield concept, Span(*match.span())


def _are_rivals(first: Concept, second: Concept) -> bool:
    return first.family == second.family and (second.name in first.rivals or first.name in second.rivals)


def _one_sided(linked: Linked, concept: Concept, language: Language, words: Span) -> Finding:
    side = linked.passage(language).side
    check = f"{concept.family}_{'added' if side is linked.pair.judged else 'omitted'}"
    doubtful = concept.alone[language] is Alone.LOOK
    told = {"name": side.name, "other": next(one.name for one in linked.pair.sides if one is not side)}
    korean, english = (words if spoken is language else None for spoken in (Language.KOREAN, Language.ENGLISH))
    value = linked.passage(language).place(words).value
    return linked.finding(
        check,
        korean=korean,
        english=english,
        confidence=_CONFIDENCE[doubtful],
        doubtful=doubtful,
        words={**told, "words": value},
    )
