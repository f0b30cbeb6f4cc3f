"""Linked clauses as content words, and those of them that the other language does not render."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from treaty.comparison.meaning_rules import Weight
from treaty.comparison.pair import Pair, Side
from treaty.comparison.rules import ComparisonRules
from treaty.language.content_words import ContentWord, Coverage
from treaty.language.coverage import coverage
from treaty.language.names import names_in
from treaty.model import Bilingual, Clause, Gap, Language, Place, Span


class SideWords:
    """One side of a link: its clauses in one text, their content words, and the numbers of those that lack a counterpart.

    Words in a name lack none: names are compared as names.
    """

    def __init__(self, side: Side, words: tuple[ContentWord, ...], rules: ComparisonRules) -> None:
        self.side = side
        self.text = joined(side)
        self.words = words
        self._rules = rules

    @property
    def language(self) -> Language:
        return self.side.language

    @cached_property
    def missing(self) -> tuple[int, ...]:
        numbers = [number for number, word in enumerate(self.words) if word.coverage is Coverage.MISSING]
        names = [found.span for found in names_in(self.text, self.language, self._rules.names)] if numbers else []
        return tuple(n for n in numbers if not any(self.words[n].span.overlaps(name) for name in names))

    def is_light(self, number: int) -> bool:
        return self.weight(number) is Weight.LIGHT

    def weight(self, number: int) -> Weight | None:
        return self._rules.meaning.weights.get((self.language, self.words[number].stem))

    def run(self, number: int) -> int:
        """How many words in a row, this one among them, have no counterpart."""
        first = last = number
        while first and self.words[first - 1].coverage is not Coverage.COVERED:
            first -= 1
        while last + 1 < len(self.words) and self.words[last + 1].coverage is not Coverage.COVERED:
            last += 1
        return last - first + 1

    def beside(self, number: int) -> list[ContentWord]:
        """The covered words right before and behind a word."""
        numbers = [place for place in (number - 1, number + 1) if 0 <= place < len(self.words)]
        return [self.words[place] for place in numbers if self.words[place].coverage is Coverage.COVERED]

    def printed(self, number: int) -> Span:
        """A word as it is printed: in Korean with the rest of the word that it is part of."""
        start, end = self.words[number].span.start, self.words[number].span.end
        if self.language is Language.KOREAN:
            while start and _is_hangul(self.text[start - 1]):
                start -= 1
            while end < len(self.text) and _is_hangul(self.text[end]):
                end += 1
        return Span(start, end)

    def place(self, span: Span) -> Place:
        """Words of the text as a finding's place; cut where they run over the end of a clause."""
        clause, start = self._clause_at(span.start)
        found = Span(span.start - start, min(span.end - start, len(clause.text)))
        return self.side.place(clause, found, Bilingual(found.of(clause.text), found.of(clause.text)))

    def gap_for(self, other: SideWords, number: int) -> Gap:
        """Where here a word of the other side would stand: before what renders the next word, else behind what renders the
        one before it, else at the end."""
        following, before = other.words[number + 1 : number + 2], other.words[max(0, number - 1) : number]
        if following and following[0].counterparts:
            return self.gap(following[0].counterparts[0].start)
        if before and before[0].counterparts:
            return self.gap(before[0].counterparts[0].end)
        return self.gap(len(self.text))

    def gap(self, offset: int) -> Gap:
        """A place in the text as a finding's gap."""
        clause, start = self._clause_at(offset)
        return Gap(clause.id, min(offset - start, len(clause.text)))

    def _clause_at(self, offset: int) -> tuple[Clause, int]:
        start = 0
        for clause in self.side.clauses[:-1]:
            if offset <= start + len(clause.text):
                return clause, start
            start += len(clause.text) + 1
        return self.side.clauses[-1], start


@dataclass(frozen=True, slots=True)
class LinkWords:
    """The content words of linked clauses in Korean and English."""

    pair: Pair
    korean: SideWords
    english: SideWords

    @property
    def sides(self) -> tuple[SideWords, SideWords]:
        return self.korean, self.english

    def other(self, side: SideWords) -> SideWords:
        return self.english if side is self.korean else self.korean


Word = tuple[Language, str]
"""A content word of two texts: its language and its stem."""


class WordsOfTexts:
    """How often each content word of two texts was met, and how often without a counterpart."""

    def __init__(self, linked: Iterable[LinkWords] = ()) -> None:
        self._linked: dict[int, LinkWords] = {}
        self._met: Counter[Word] = Counter()
        self._missing: Counter[Word] = Counter()
        self._lacking: defaultdict[Word, dict[int, None]] = defaultdict(dict)
        self._changes: Counter[int] = Counter()
        self.follow(linked)

    def follow(self, linked: Iterable[LinkWords]) -> None:
        """Makes these the counts of all links, one of each number; those that were counted before are not counted again."""
        now = {link.pair.index: link for link in linked}
        changed: set[Word] = set()
        for number in self._linked.keys() - now.keys():
            changed |= self._count(self._linked[number], -1)
            for word in _lacked(self._linked[number]):
                self._lacking[word].pop(number, None)
            del self._changes[number]
        for number in now.keys() - self._linked.keys():
            changed |= self._count(now[number], 1)
            for word in _lacked(now[number]):
                self._lacking[word][number] = None
        self._changes.update(number for word in changed if word in self._lacking for number in self._lacking[word])
        self._linked = now

    def _count(self, link: LinkWords, times: int) -> set[Word]:
        """Counts the words of a link so many times; they are returned."""
        counted: set[Word] = set()
        for side in link.sides:
            for found in side.words:
                word = side.language, found.stem
                self._met[word] += times
                self._missing[word] += times * (found.coverage is not Coverage.COVERED)
                counted.add(word)
        return counted

    def changes(self, link: LinkWords) -> int:
        """A number that is another after the counts of a word that the link lacks have changed."""
        return self._changes[link.pair.index]

    def elsewhere(self, language: Language, stem: str) -> tuple[int, int]:
        """How often a missing word is met elsewhere: without a counterpart, and with one."""
        missing = self._missing[language, stem]
        return max(0, missing - 1), self._met[language, stem] - missing


def _lacked(link: LinkWords) -> set[Word]:
    return {(side.language, side.words[number].stem) for side in link.sides for number in side.missing}


def joined(side: Side) -> str:
    return "\n".join(clause.text for clause in side.clauses)


def linked_words(pairs: Iterable[Pair]) -> Iterator[LinkWords]:
    """The content words of all links that hold both languages, headings apart."""
    for pair in pairs:
        if not (pair.link.one_sided or pair.left.language is pair.right.language):
            yield pair.once(_linked_words)


def _linked_words(pair: Pair) -> LinkWords:
    korean, english = (pair.left, pair.right) if pair.left.language is Language.KOREAN else (pair.right, pair.left)
    words = coverage(pair.rules.meaning.lexicon, joined(korean), joined(english))
    return LinkWords(pair, SideWords(korean, words.korean, pair.rules), SideWords(english, words.english, pair.rules))


def _is_hangul(letter: str) -> bool:
    return "가" <= letter <= "힣"
