"""The concordances of a text pair, its words indexed once and then asked many times."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from treaty.comparison.concordance import Concordance, WordIndex, all_terms, concordance, word_index
from treaty.comparison.pair import Pair
from treaty.glossary import Glossary
from treaty.model import Language

_HANGUL = re.compile(r"[가-힣]")


@dataclass(frozen=True, slots=True)
class TermBook:
    """The words of two texts in two languages; without an index there are no such texts, and it knows no term."""

    index: WordIndex | None = None
    glossary: Glossary = Glossary()

    def all(self) -> list[Concordance]:
        """All terms that have an established rendering or stand in the glossary, the most frequent first."""
        return all_terms(self.index, self.glossary) if self.index else []

    def of(self, term: str) -> list[Concordance]:
        """The concordance of one term, in whichever language it is written; empty where it stands in neither text."""
        asked = " ".join(term.split())
        if not self.index or not asked:
            return []
        language = Language.KOREAN if _HANGUL.search(asked) else Language.ENGLISH
        found = concordance(asked, language, self.index, self.glossary)
        return [found] if found.count else []


def term_book(pairs: Sequence[Pair], glossary: Glossary = Glossary()) -> TermBook:
    """The book of the links of two texts; an empty one where both are in one language."""
    two_sided = any(not pair.link.one_sided for pair in pairs)
    if not two_sided or pairs[0].left.language is pairs[0].right.language:
        return TermBook()
    return TermBook(word_index(pairs), glossary)
