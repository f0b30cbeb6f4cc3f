"""Words that need a counterpart in the other language: conditions, exceptions, quantifiers, intensifiers, words of degree, open
and closed lists (CHECKS C21-C24, C26, C28, C30). The tables in counterparts/ say which words render each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from treaty.comparison.counterpart_rules import ANY_OTHER, Alone, Concept, Counterparts
from treaty.comparison.passages import Linked
from treaty.comparison.said_in_words import is_said_in_words, may_be_said_freely
from treaty.model import Finding, Language, Span

_CONFIDENCE = {True: 0.55, False: 0.8}


@dataclass(frozen=True, slots=True)
class _Asked:
    """Words of a concept that the other language does not usually render so; `near`: it has words that may answer."""

    concept: Concept
    language: Language
    words: Span
    near: bool

    @property
    def level(self) -> Alone:
        alone = self.concept.alone[self.language]
        if not self.near:
            return alone
        return Alone.LOOK if alone is Alone.SURE else Alone.NOTHING


def find_without_counterpart(linked: Linked, counterparts: Counterparts) -> Iterator[Finding]:
    """Findings on words whose concept the other language has not: two-sided where it has a rival concept instead."""
    english, korean = (list(_asked(linked, counterparts, language)) for language in (Language.ENGLISH, Language.KOREAN))
    rivals = [(mine, theirs) for mine in english for theirs in korean if _are_rivals(mine, theirs)]
    for mine, theirs in rivals:
        yield linked.finding(f"{mine.concept.family}_changed", english=mine.words, korean=theirs.words, confidence=0.85)
    contradicted = {asked.concept.name for rival in rivals for asked in rival}
    for asked in (*_widest(english), *_widest(korean)):
        if asked.concept.name not in contradicted and (level := _level(linked, asked)) is not Alone.NOTHING:
            yield _one_sided(linked, asked, doubtful=level is Alone.LOOK)


def _level(linked: Linked, asked: _Asked) -> Alone:
    """How sure a finding is: less so where the lexicon finds a single word said in others (of phrases the tables know more),
    and where the other language has a word left that may say it freely."""
    if asked.level is Alone.NOTHING:
        return asked.level
    rules, texts = linked.pair.rules, {"korean": linked.korean.text, "english": linked.english.text}
    phrase = " " in asked.words.of(linked.passage(asked.language).text).strip()
    if not phrase and is_said_in_words(asked.words, asked.language, **texts, lexicon=rules.meaning.lexicon):
        return Alone.NOTHING if asked.level is Alone.LOOK else Alone.LOOK
    if asked.level is Alone.LOOK:
        return asked.level
    other = Language.KOREAN if asked.language is Language.ENGLISH else Language.ENGLISH
    return Alone.LOOK if may_be_said_freely(other, **texts, meaning=rules.meaning, names=rules.names) else asked.level


def _widest(asked: Sequence[_Asked]) -> list[_Asked]:
    """Those whose words are not part of another's: "subject to the availability of" speaks for its "subject to"."""
    return [one for one in asked if not any(_within(one.words, other.words) for other in asked)]


def _within(part: Span, whole: Span) -> bool:
    return part != whole and whole.start <= part.start and part.end <= whole.end


def _asked(linked: Linked, counterparts: Counterparts, language: Language) -> Iterator[_Asked]:
    other = Language.KOREAN if language is Language.ENGLISH else Language.ENGLISH
    here, there = linked.passage(language), linked.passage(other)
    for concept in counterparts.concepts:
        asks = concept.asks[language]
        match = asks.search(here.lowered) if asks.worth_searching(here.beginnings) else None
        if match and not concept.usual[other].occur(there.lowered):
            near = concept.answers[other].occur(there.lowered) or concept.usual[other].occur(there.around)
            yield _Asked(concept, language, Span(*match.span()), near)


def _are_rivals(mine: _Asked, theirs: _Asked) -> bool:
    first, second = mine.concept, theirs.concept
    one_family = first.family == second.family and first.name != second.name and _opposed(first, second)
    return one_family and not (mine.near or theirs.near)


def _opposed(first: Concept, second: Concept) -> bool:
    return bool({second.name, ANY_OTHER} & first.rivals or {first.name, ANY_OTHER} & second.rivals)


def _one_sided(linked: Linked, asked: _Asked, *, doubtful: bool) -> Finding:
    passage = linked.passage(asked.language)
    check = f"{asked.concept.family}_{'added' if passage.side is linked.pair.judged else 'omitted'}"
    korean, english = (asked.words if asked.language is spoken else None for spoken in (Language.KOREAN, Language.ENGLISH))
    words = {
        "name": passage.side.name,
        "other": next(one.name for one in linked.pair.sides if one is not passage.side),
        "words": passage.place(asked.words).value,
    }
    confidence = _CONFIDENCE[doubtful]
    return linked.finding(check, korean=korean, english=english, confidence=confidence, doubtful=doubtful, words=words)
