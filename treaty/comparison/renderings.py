"""Which word renders which, learned from a whole text pair: words that stand together and hardly elsewhere (C17, C19)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain
from typing import NamedTuple

from treaty.comparison.word_index import COMMON, TextWords, WordIndex
from treaty.model import Language

LEAST_TIMES = 3
"""How often a word must stand, and stand together with a word of the other text, for the two to be taken for renderings."""
LEAST_KINSHIP = 0.6
"""The least share of clauses that hold both words among those that hold either (Dice 1945, doubled intersection)."""
_LEAST_TOGETHER = 0.42
"""In a smaller share of a word's links no word can stand that is as near to it as that; nor can one that stands in fewer links
than this share of them, or of which they are a smaller share."""

Renderings = Mapping[str, tuple[str, int]]
"""English words with the Korean word that renders each, and in how many links both stand."""


class _Nearest(NamedTuple):
    """The word nearest to another; of equally near ones the longest."""

    kinship: float
    length: int
    word: str
    together: int


def kinship(both: int, first: int, second: int) -> float:
    """Dice's coefficient of two words: 1 where each stands in exactly the clauses of the other."""
    return 2 * both / (first + second)


def established(index: WordIndex, *, least: int = LEAST_TIMES) -> Renderings:
    """English words with the Korean word that renders them: pairs that are each other's nearest and stand together at least
    `least` times."""
    learned = LearnedRenderings(least)
    learned.learn(index, {text.language: text.links_of.keys() for text in (index.left, index.right)})
    return learned.mutual()


class LearnedRenderings:
    """Of each word that stands in at least `least` links, the nearest word of the other text; learned anew only of words that
    stand in other links than before, and of those to which they were or now are the nearest."""

    def __init__(self, least: int) -> None:
        self._least = least
        self._nearest: dict[Language, dict[str, _Nearest]] = {language: {} for language in Language}

    def mutual(self) -> Renderings:
        """The English words that are nearest to the Korean word nearest to them."""
        english, korean = self._nearest[Language.ENGLISH], self._nearest[Language.KOREAN]
        return {
            word: (found.word, found.together)
            for word, found in english.items()
            if found.together >= self._least and found.word in korean and korean[found.word].word == word
        }

    def learn(self, index: WordIndex, changed: Mapping[Language, Set[str]]) -> None:
        """Brings what is known up to an index in which `changed` forms stand in other links than when it was learned last."""
        texts = {language: index.text(language) for language in changed}
        others = {language: index.other(language) for language in changed}
        again = {
            language: changed[language]
            | {form for form, found in self._nearest[language].items() if found.word in changed[others[language].language]}
            for language in changed
        }
        for language, forms in again.items():
            other = others[language]
            together = _Together(texts[language], other, self._least)
            for form in forms:
                near = list(together.near(form))
                self._set(language, form, near)
                if form in changed[language]:
                    self._offer(form, other.language, [one for one in near if one.word not in again[other.language]])

    def _set(self, language: Language, form: str, near: list[_Nearest]) -> None:
        if near:
            self._nearest[language][form] = max(near)
        else:
            self._nearest[language].pop(form, None)

    def _offer(self, form: str, language: Language, words: list[_Nearest]) -> None:
        """Makes a form the nearest of words of the other language to which none has been as near."""
        known = self._nearest[language]
        for kin, _, word, together in words:
            offered = _Nearest(kin, len(form), form, together)
            if word not in known or offered > known[word]:
                known[word] = offered


class _Together:
    """Counts the words of one text that stand in the links of a word of the other."""

    def __init__(self, here: TextWords, there: TextWords, least: int) -> None:
        self._here, self._there, self._least = here, there, least
        self._frequent: dict[int, list[str]] = {}

    def near(self, form: str) -> Iterator[_Nearest]:
        """The words of the other text that are near enough to a form to render it."""
        links = self._here.links_of.get(form, {})
        if len(links) < self._least:
            return
        least_together = _LEAST_TOGETHER * len(links)
        together = self._with_common(links) if least_together >= COMMON else self._counted(links)
        for word, count in together:
            if count >= least_together:
                near = kinship(count, len(links), len(self._there.links_of[word]))
                if near >= LEAST_KINSHIP:
                    yield _Nearest(near, len(word), word, count)

    def _counted(self, links: Mapping[int, None]) -> Iterable[tuple[str, int]]:
        """The words of some links, and in how many of them each stands."""
        return Counter(chain.from_iterable(map(self._words, links))).items()

    def _with_common(self, links: Mapping[int, None]) -> Iterator[tuple[str, int]]:
        """The same of words in about as many links, which are few: where the links are many, none other can be near."""
        least, most = _LEAST_TOGETHER * len(links), len(links) / _LEAST_TOGETHER
        for word in self._there.common:
            of_word = self._there.links_of[word]
            if least <= len(of_word) <= most:
                yield word, len(links.keys() & of_word.keys())

    def _words(self, link: int) -> list[str]:
        """The words of a link that stand often enough to render any."""
        if link not in self._frequent:
            of_link, links_of = self._there.words[link], self._there.links_of
            self._frequent[link] = [word for word in of_link if len(links_of[word]) >= self._least]
        return self._frequent[link]
