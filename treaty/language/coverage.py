"""Which content words of an English and a Korean clause have a rendering in the other, by the treaty lexicon."""

from __future__ import annotations

from dataclasses import dataclass

from treaty.language.content_words import ContentWord
from treaty.language.english_content import EnglishContent
from treaty.language.korean_content import KoreanContent
from treaty.language.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class PairCoverage:
    """The content words of both sides, in the order of their texts."""

    korean: tuple[ContentWord, ...]
    english: tuple[ContentWord, ...]


def coverage(lexicon: Lexicon, korean: str, english: str) -> PairCoverage:
    """Whether each content word of two texts that should say the same is rendered in the other.

    Words that the tables call stop words (articles, particles, modal verbs, conjunctions) are left to other checks, and
    figures to the readers of quantities.
    """
    in_korean, in_english = KoreanContent(lexicon, korean), EnglishContent(lexicon, english)
    return PairCoverage(
        korean=tuple(in_korean.held_against(in_english.places)),
        english=tuple(in_english.held_against(in_korean.places)),
    )
