"""How the words of a text pair are rendered: indexed once and then asked many times.

What the lexicon knows tells it of single words, verbs among them; of terms of several words, and of words that it does not
know, which word stands where the term stands and hardly elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from treaty.comparison.concordance import (
    Concordance,
    Occurrence,
    all_terms,
    concordance,
)
from treaty.comparison.pair import Pair
from treaty.comparison.renderings import Renderings, established
from treaty.comparison.word_index import WordIndex, word_index
from treaty.comparison.word_uses import WordUse, WordUses, concordance_of, word_uses
from treaty.glossary import Glossary
from treaty.model import Language
from treaty.progress import Progress, SilentProgress

_HANGUL = re.compile(r"[가-힣]")
_LEAST_USES = 3
"""A word is listed that is used so often and rendered at least once."""


@dataclass(frozen=True, slots=True)
class TermBook:
    """The words of two texts in two languages; without an index there are no such texts, and it knows no term."""

    index: WordIndex | None = None
    uses: WordUses | None = None
    habits: Renderings = field(default_factory=dict)
    glossary: Glossary = Glossary()

    def all(self) -> list[Concordance]:
        """The English words that are used often and rendered, and the terms that have an established rendering or stand in the
        glossary, the most frequent first."""
        if not self.index or not self.uses:
            return []
        learned = [each.term for each in all_terms(self.index, self.glossary)]
        told = [term for term in learned if term in self.habits or not self.uses.of(term, Language.ENGLISH)]
        names = [self.uses.name(stem) for stem in self.uses.stems(Language.ENGLISH, _LEAST_USES)]
        found: dict[str, Concordance] = {}
        for each in (self._concordance(term, Language.ENGLISH) for term in (*names, *told)):
            form = self.index.words.form(each.term, Language.ENGLISH)
            if each.renderings and (form not in found or each.count > found[form].count):
                found[form] = each
        return sorted(found.values(), key=lambda each: (-each.count, each.term))

    def of(self, term: str) -> list[Concordance]:
        """The concordance of one term, in whichever language it is written; empty where it stands in neither text."""
        asked = " ".join(term.split())
        if not asked:
            return []
        found = self._concordance(asked, Language.KOREAN if _HANGUL.search(asked) else Language.ENGLISH)
        return [found] if found.count else []

    def _concordance(self, term: str, language: Language) -> Concordance:
        if not self.index or not self.uses:
            return Concordance(term, language, (), ())
        learned = concordance(term, language, self.index, self.glossary)
        uses = self.uses.of(term, language) if " " not in term else ()
        if not uses:
            return learned
        by_place = {(one.place.clause, one.place.span.start): one for one in self._established(learned)}
        return concordance_of(term, language, [use if use.rendering else _filled(use, by_place) for use in uses])

    def _established(self, learned: Concordance) -> list[Occurrence]:
        """The places with the rendering that goes with the term and with no other, if there is one."""
        assert self.index
        form = self.index.words.form(learned.term, learned.language)
        usual = {self.habits[form][0]} if form in self.habits else set()
        usual |= {english for english, (korean, _) in self.habits.items() if korean == form}
        return [one for rendering in learned.renderings if rendering.word in usual for one in rendering.occurrences]


def term_book(pairs: Sequence[Pair], glossary: Glossary = Glossary(), progress: Progress = SilentProgress()) -> TermBook:
    """The book of the links of two texts; an empty one where both are in one language."""
    two_sided = any(not pair.link.one_sided for pair in pairs)
    if not two_sided or pairs[0].left.language is pairs[0].right.language:
        return TermBook()
    index = word_index(pairs)
    return TermBook(index, word_uses(pairs, progress), established(index), glossary)


def _filled(use: WordUse, by_place: dict[tuple[str, int], Occurrence]) -> WordUse:
    """A use that the lexicon has no rendering for, with the one that was learned, if there is one."""
    here = use.occurrence.place
    learned = by_place.get((here.clause, here.span.start))
    if learned is None or learned.rendering is None:
        return use
    return WordUse(replace(use.occurrence, rendering=learned.rendering), learned.rendering.text.lower())
