"""How much of linked texts the lexicon covers, and how well that tells the right clause from a wrong one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lexicography.linked_texts import LinkedClauses, LinkedText
from treaty.language.content_words import ContentWord, Coverage
from treaty.language.coverage import coverage
from treaty.language.lexicon import Lexicon
from treaty.model import Language


@dataclass(frozen=True, slots=True)
class CoverageShares:
    """The content words of one language in some links, and how many of them are in each state."""

    words: int
    states: Counter[Coverage]

    def share(self, state: Coverage) -> float:
        return self.states[state] / max(1, self.words)


@dataclass(frozen=True, slots=True)
class UncoveredWord:
    """A word in one state, how often it is so in faithful links, and the first link where it is."""

    stem: str
    times: int
    example: LinkedClauses


def wrong_links(links: Sequence[LinkedClauses]) -> list[LinkedClauses]:
    """Every Korean clause with an English one from half a text away, which says something else about the same matter."""
    half = len(links) // 2
    return [LinkedClauses(link.korean, links[(place + half) % len(links)].english) for place, link in enumerate(links)]


def shares(lexicon: Lexicon, links: Sequence[LinkedClauses], language: Language) -> CoverageShares:
    """How many content words of one language are covered, missing and unknown in these links."""
    states = Counter(word.coverage for link in links for word in _words(lexicon, link, language))
    return CoverageShares(sum(states.values()), states)


def uncovered_words(
    lexicon: Lexicon, texts: Sequence[LinkedText], language: Language, state: Coverage
) -> Iterator[UncoveredWord]:
    """The words in a state, those that are so in most links first."""
    times: Counter[str] = Counter()
    examples: dict[str, LinkedClauses] = {}
    for text in texts:
        for link in text.links:
            for stem in {word.stem for word in _words(lexicon, link, language) if word.coverage is state}:
                times[stem] += 1
                examples.setdefault(stem, link)
    for stem, count in times.most_common():
        yield UncoveredWord(stem, count, examples[stem])


def _words(lexicon: Lexicon, link: LinkedClauses, language: Language) -> tuple[ContentWord, ...]:
    found = coverage(lexicon, link.korean, link.english)
    return found.korean if language is Language.KOREAN else found.english
