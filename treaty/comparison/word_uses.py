"""Every use of the content words of two texts with the word that the lexicon finds for it in the linked clauses."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from treaty.comparison.concordance import Concordance, Occurrence, Rendering
from treaty.comparison.meaning_rules import Weight
from treaty.comparison.pair import Pair
from treaty.comparison.uncovered import LinkWords, SideWords, linked_words
from treaty.language.lexicon import Lexicon
from treaty.model import Language, Span
from treaty.progress import Progress, SilentProgress

_STEP = 50
_SHORTEST_VERB = 2
_PREFIX = re.compile(r"(?<![가-힣])[가-힣]\Z")
"""A single syllable right before a word."""


@dataclass(frozen=True, slots=True)
class WordUse:
    """One use of a word: where it stands, what renders it there, and the stem of that; "" where nothing was found."""

    occurrence: Occurrence
    rendering: str


@dataclass(frozen=True, slots=True)
class WordUses:
    """The uses by language and stem, and which stems are too light to be terms (make, 것)."""

    uses: dict[tuple[Language, str], tuple[WordUse, ...]]
    light: frozenset[tuple[Language, str]]
    lexicon: Lexicon

    def of(self, word: str, language: Language) -> tuple[WordUse, ...]:
        """The uses of a word in any of its forms (affirmed as affirm, 확인하며 as 확인)."""
        return tuple(use for stem in self._stems(word, language) for use in self.uses.get((language, stem), ()))

    def stems(self, language: Language, least: int) -> list[str]:
        """The stems that are used at least so often and carry a meaning of their own."""
        return [
            stem
            for (spoken, stem), uses in self.uses.items()
            if spoken is language and len(uses) >= least and (spoken, stem) not in self.light
        ]

    def name(self, stem: str) -> str:
        """An English stem as the texts spell it: stems are compared in one spelling (enterprize, dialog)."""
        forms = self.lexicon.english_forms
        printed = {use.occurrence.place.text.lower() for use in self.uses[Language.ENGLISH, stem]}
        headwords = {word for form in printed for word in (form, *forms.headwords(form)) if forms.spelled(word) == stem}
        return min(headwords, key=lambda word: (word == stem and word not in printed, len(word)), default=stem)

    def _stems(self, word: str, language: Language) -> tuple[str, ...]:
        asked = word.lower()
        if language is Language.ENGLISH:
            return tuple(dict.fromkeys((asked, *self.lexicon.entry(asked).headwords)))
        stems = dict.fromkeys((asked, *(each.stem for each in self.lexicon.korean_forms.words(asked))))
        return tuple(dict.fromkeys(form for stem in stems for form in (stem, f"{_bare(stem)}하")))


def word_uses(pairs: Sequence[Pair], progress: Progress = SilentProgress()) -> WordUses:
    """The uses of all content words of linked clauses; there must be a link."""
    found: defaultdict[tuple[Language, str], list[WordUse]] = defaultdict(list)
    for done, link in enumerate(linked_words(pairs)):
        if done % _STEP == 0:
            progress.report(done, len(pairs), "progress.terms")
        for side in link.sides:
            for stem, use in _uses_in(side, link):
                found[side.language, stem].append(use)
    meaning = pairs[0].rules.meaning
    light = frozenset(word for word in found if meaning.weights.get(word) is Weight.LIGHT)
    return WordUses({word: tuple(uses) for word, uses in found.items()}, light, meaning.lexicon)


def concordance_of(term: str, language: Language, uses: Sequence[WordUse]) -> Concordance:
    """Uses as a concordance."""
    by_rendering: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for use in uses:
        by_rendering[use.rendering].append(use.occurrence)
    unrendered = tuple(by_rendering.pop("", ()))
    renderings = [Rendering(word, tuple(occurrences)) for word, occurrences in by_rendering.items()]
    return Concordance(term, language, tuple(sorted(renderings, key=lambda each: -each.count)), unrendered)


def _uses_in(side: SideWords, link: LinkWords) -> Iterator[tuple[str, WordUse]]:
    """The uses in one side of a link: the first use of a word is held to be rendered by its first counterpart, and so on."""
    other, met = link.other(side), Counter[str]()
    for word in side.words:
        place, rendering, stem = side.place(word.span), None, ""
        if word.counterparts:
            span = word.counterparts[min(met[word.stem], len(word.counterparts) - 1)]
            stem, rendering = _stem_at(other, span), other.place(span)
        met[word.stem] += 1
        yield word.stem, WordUse(Occurrence(link.pair.index, place, rendering), stem)


def _bare(stem: str) -> str:
    """A Korean verb in 하다 as the noun that it is made of."""
    return stem[:-1] if len(stem) > _SHORTEST_VERB and stem.endswith("하") else stem


def _stem_at(side: SideWords, span: Span) -> str:
    """The stem of the word that stands at a span; of a part of a compound what is printed there, with a prefix of one syllable
    (재확인), which makes it another word."""
    stems = (_bare(word.stem) for word in side.words if word.span == span)
    prefix = _PREFIX.search(side.text, 0, span.start)
    return next(stems, (prefix.group() if prefix else "") + span.of(side.text).lower())
