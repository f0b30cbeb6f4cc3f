"""How terms are rendered over a whole text pair: which word stands for which, and where (CHECKS C17, C19)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from treaty.comparison.renderings import LEAST_KINSHIP, LEAST_TIMES, established, kinship
from treaty.comparison.word_index import TextWords, WordIndex
from treaty.glossary import Glossary
from treaty.model import Language, Place

_MOST_RENDERINGS = 4


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


def _nearest(form: str, here: TextWords, there: TextWords) -> list[str]:
    links = here.links_of.get(form, ())
    together = Counter(word for link in links for word in there.words[link])
    scored = [
        (kinship(count, len(links), len(there.links_of[word])), len(word), word)
        for word, count in together.items()
        if count >= min(LEAST_TIMES, len(links)) and len(links) >= LEAST_TIMES
    ]
    return [word for score, _, word in sorted(scored, reverse=True) if score >= LEAST_KINSHIP][:_MOST_RENDERINGS]


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
