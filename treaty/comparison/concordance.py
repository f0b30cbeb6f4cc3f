"""How terms are rendered over a whole text pair: which word stands for which, and where (CHECKS C17, C19)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from treaty.comparison.pair import Pair, Side
from treaty.comparison.term_words import TermWord, TermWords
from treaty.glossary import Glossary
from treaty.model import Bilingual, Language, Place

_LEAST_TIMES = 3
"""How often a word must stand, and stand together with a word of the other text, for the two to be taken for renderings."""
_LEAST_KINSHIP = 0.6
"""The least share of clauses that hold both words among those that hold either (Dice 1945, doubled intersection)."""
_MOST_RENDERINGS = 4


Renderings = Mapping[str, tuple[str, int]]
"""English words with the Korean word that renders each, and in how many links both stand."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place of a term, and where the word stands that renders it in the linked clause, if one was found."""

    link: int
    place: Place
    rendering: Place | None


@dataclass(frozen=True, slots=True)
class Rendering:
    """A word of the other text that stands for a term, with the places of the term where it does."""

    word: str
    occurrences: tuple[Occurrence, ...]

    @property
    def count(self) -> int:
        return len(self.occurrences)


@dataclass(frozen=True, slots=True)
class Concordance:
    """Every place of a term: by rendering, the most frequent first, and those for which none was found."""

    term: str
    language: Language
    renderings: tuple[Rendering, ...]
    unrendered: tuple[Occurrence, ...]

    @property
    def count(self) -> int:
        return sum(rendering.count for rendering in self.renderings) + len(self.unrendered)


@dataclass(frozen=True, slots=True)
class _Text:
    """One side of all links: the words of each link by form, and in how many links each form stands."""

    language: Language
    words: tuple[Mapping[str, tuple[tuple[Side, str, TermWord], ...]], ...]
    links_of: Mapping[str, tuple[int, ...]]

    def places(self, link: int, form: str) -> list[Place]:
        return [_place(side, clause, word) for side, clause, word in self.words[link].get(form, ())]


@dataclass(frozen=True, slots=True)
class WordIndex:
    """The words of both texts of a comparison by link, from which concordances are made."""

    left: _Text
    right: _Text
    words: TermWords

    def text(self, language: Language) -> _Text:
        return self.left if self.left.language is language else self.right

    def other(self, language: Language) -> _Text:
        return self.right if self.left.language is language else self.left


def word_index(pairs: Sequence[Pair]) -> WordIndex:
    """The index of all links that have two sides; there must be a link."""
    two_sided = [pair for pair in pairs if not pair.link.one_sided]
    words = pairs[0].rules.term_words
    texts = [_text([(pair.index, pair.sides[number]) for pair in two_sided], len(pairs), words) for number in (0, 1)]
    return WordIndex(texts[0], texts[1], words)


def _text(sides: Sequence[tuple[int, Side]], count: int, terms: TermWords) -> _Text:
    words: list[dict[str, tuple[tuple[Side, str, TermWord], ...]]] = [{} for _ in range(count)]
    links_of: defaultdict[str, list[int]] = defaultdict(list)
    for link, side in sides:
        found: defaultdict[str, list[tuple[Side, str, TermWord]]] = defaultdict(list)
        for clause in side.clauses:
            for word in terms.of(clause.text, side.language):
                found[word.form].append((side, clause.id, word))
        words[link] = {form: tuple(places) for form, places in found.items()}
        for form in found:
            links_of[form].append(link)
    language = sides[0][1].language if sides else Language.KOREAN
    return _Text(language, tuple(words), {form: tuple(links) for form, links in links_of.items()})


def _place(side: Side, clause_id: str, word: TermWord) -> Place:
    clause = side.clause(clause_id)
    words = word.span.of(clause.text)
    return side.place(clause, word.span, Bilingual(words, words))


def concordance(term: str, language: Language, index: WordIndex, glossary: Glossary = Glossary()) -> Concordance:
    """Every place of a term of one text with its rendering in the other: words that the glossary knows, and words that stand
    where the term stands and hardly elsewhere."""
    form = index.words.form(term, language)
    here, there = index.text(language), index.other(language)
    free = {link: here.places(link, form) for link in here.links_of.get(form, ())}
    renderings: list[Rendering] = []
    for word in _candidates(form, index, language, glossary):
        took = [
            Occurrence(link, place, rendering)
            for link in list(free)
            if there.words[link].get(word)
            for place, rendering in zip(free[link], there.places(link, word), strict=False)
        ]
        for occurrence in took:
            free[occurrence.link].remove(occurrence.place)
        if took:
            renderings.append(Rendering(word, tuple(took)))
        if len(renderings) == _MOST_RENDERINGS:
            break
    left_over = tuple(Occurrence(link, place, None) for link, places in free.items() for place in places)
    ordered = sorted(renderings, key=lambda rendering: -rendering.count)
    return Concordance(term, language, tuple(ordered), left_over)


def _candidates(form: str, index: WordIndex, language: Language, glossary: Glossary) -> list[str]:
    """The words that can render a term: the nearest by Dice, what the glossary has, then the next nearest."""
    here, there = index.text(language), index.other(language)
    known = [
        index.words.form(rendering, there.language)
        for term in glossary.terms
        if form in {index.words.form(word, language) for word in term.renderings(language)}
        for rendering in term.renderings(there.language)
    ]
    near = _nearest(form, here, there)
    return list(dict.fromkeys([*near[:1], *known, *near[1:]]))


def _nearest(form: str, here: _Text, there: _Text) -> list[str]:
    links = here.links_of.get(form, ())
    together = Counter(word for link in links for word in there.words[link])
    scored = [
        (kinship(count, len(links), len(there.links_of[word])), len(word), word)
        for word, count in together.items()
        if count >= min(_LEAST_TIMES, len(links)) and len(links) >= _LEAST_TIMES
    ]
    return [word for score, _, word in sorted(scored, reverse=True) if score >= _LEAST_KINSHIP][:_MOST_RENDERINGS]


def kinship(both: int, first: int, second: int) -> float:
    """Dice's coefficient of two words: 1 where each stands in exactly the clauses of the other."""
    return 2 * both / (first + second)


def established(index: WordIndex, *, least: int = _LEAST_TIMES) -> dict[str, tuple[str, int]]:
    """English words with the Korean word that renders them, and in how many links both stand: pairs that are each other's
    nearest and stand together at least `least` times."""
    english, korean = index.text(Language.ENGLISH), index.text(Language.KOREAN)
    forward = _nearest_of_all(english, korean, least)
    backward = _nearest_of_all(korean, english, least)
    return {word: found for word, found in forward.items() if backward.get(found[0], ("", 0))[0] == word}


def _nearest_of_all(here: _Text, there: _Text, least: int) -> dict[str, tuple[str, int]]:
    frequent = {form for form, links in there.links_of.items() if len(links) >= least}
    words = [[word for word in of_link if word in frequent] for of_link in there.words]
    found: dict[str, tuple[str, int]] = {}
    for form, links in here.links_of.items():
        if len(links) < least:
            continue
        together = Counter(chain.from_iterable(words[link] for link in links))
        best = max(
            ((kinship(count, len(links), len(there.links_of[word])), len(word), word) for word, count in together.items()),
            default=(0.0, 0, ""),
        )
        if best[0] >= _LEAST_KINSHIP and together[best[2]] >= least:
            found[form] = best[2], together[best[2]]
    return found


def all_terms(index: WordIndex, glossary: Glossary = Glossary()) -> list[Concordance]:
    """The concordances of all English terms of a text pair that have an established rendering or stand in the glossary,
    the most frequent first."""
    known = {index.words.form(word, Language.ENGLISH) for term in glossary.terms for word in term.en}
    english = index.text(Language.ENGLISH)
    forms = {form for form in known if form in english.links_of} | set(established(index))
    made = [concordance(form, Language.ENGLISH, index, glossary) for form in sorted(forms)]
    whole = [entry for entry in made if entry.renderings and not any(_is_part(entry, other) for other in made)]
    return sorted(whole, key=lambda entry: (-entry.count, entry.term))


def _is_part(entry: Concordance, other: Concordance) -> bool:
    """Whether a term stands only inside a longer one."""
    return len(entry.term) < len(other.term) and entry.count == other.count and f" {entry.term} " in f" {other.term} "
