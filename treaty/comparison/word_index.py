"""The words of both texts of a comparison by link, brought up to date where links have changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from treaty.comparison.pair import Pair, Side
from treaty.comparison.term_words import TermWord, TermWords
from treaty.model import Bilingual, Language, Place

Words = Mapping[str, tuple[tuple[Side, str, TermWord], ...]]
"""The words of one side of a link by form: each place with its clause's id."""

COMMON = 20
"""In how many links a form that is common stands at least."""


class TextWords:
    """One side of all links: the words of each link by form, and the links in which each form stands."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.words: dict[int, Words] = {}
        self.links_of: dict[str, dict[int, None]] = {}
        self.common: set[str] = set()
        """The forms that stand in many links."""

    def places(self, link: int, form: str) -> list[Place]:
        return [_place(side, clause, word) for side, clause, word in self.words[link].get(form, ())]

    def seldom(self, link: int, most: int) -> list[str]:
        """The words of a link that stand in at most so many links."""
        return [word for word in self.words[link] if len(self.links_of[word]) <= most]

    def add(self, link: int, words: Words) -> None:
        self.words[link] = words
        for form in words:
            links = self.links_of.setdefault(form, {})
            links[link] = None
            if len(links) == COMMON:
                self.common.add(form)

    def remove(self, link: int) -> Words:
        """The words that the link had."""
        words = self.words.pop(link)
        for form in words:
            links = self.links_of[form]
            if len(links) == COMMON:
                self.common.discard(form)
            del links[link]
            if not links:
                del self.links_of[form]
        return words


class WordIndex:
    """The words of both texts of a comparison by link, from which concordances are made."""

    def __init__(self, left: Language, right: Language, words: TermWords) -> None:
        self.left, self.right, self.words = TextWords(left), TextWords(right), words

    def text(self, language: Language) -> TextWords:
        return self.left if self.left.language is language else self.right

    def other(self, language: Language) -> TextWords:
        return self.right if self.left.language is language else self.left

    def follow(self, pairs: Sequence[Pair]) -> dict[Language, Set[str]]:
        """Makes this the index of all pairs that have two sides; the forms, by language, that stand in other links than
        before."""
        now = {pair.index: pair for pair in pairs if not pair.link.one_sided}
        changed: dict[Language, Set[str]] = {}
        for number, text in enumerate((self.left, self.right)):
            forms: set[str] = set()
            for link in text.words.keys() - now.keys():
                forms.update(text.remove(link))
            for link, pair in now.items():
                if link not in text.words:
                    text.add(link, _words(pair.sides[number], self.words))
                    forms.update(text.words[link])
            changed[text.language] = forms
        return changed


def word_index(pairs: Sequence[Pair]) -> WordIndex:
    """The index of all links that have two sides; there must be a link."""
    index = WordIndex(pairs[0].left.language, pairs[0].right.language, pairs[0].rules.term_words)
    index.follow(pairs)
    return index


def _words(side: Side, terms: TermWords) -> Words:
    found: defaultdict[str, list[tuple[Side, str, TermWord]]] = defaultdict(list)
    for clause in side.clauses:
        for word in terms.of(clause.text, side.language):
            found[word.form].append((side, clause.id, word))
    return {form: tuple(places) for form, places in found.items()}


def _place(side: Side, clause_id: str, word: TermWord) -> Place:
    clause = side.clause(clause_id)
    words = word.span.of(clause.text)
    return side.place(clause, word.span, Bilingual(words, words))
