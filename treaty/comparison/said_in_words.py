"""Whether a table's words that the other side seems to lack are said there after all, in words that no table foresees."""

from __future__ import annotations

from treaty.comparison.meaning_rules import MeaningRules, Weight
from treaty.language.content_words import Coverage
from treaty.language.coverage import coverage
from treaty.language.lexicon import Lexicon
from treaty.language.names import Names, names_in
from treaty.model import Language, Span

_MOSTLY = 0.5
"""What share of the letters content words must be."""


def is_said_in_words(span: Span, language: Language, *, korean: str, english: str, lexicon: Lexicon) -> bool:
    """Whether the lexicon finds a rendering of every content word in a span of one text in the other: "specialized agencies"
    as 전문 기구. A span that is hardly more than function words is not said."""
    found = coverage(lexicon, korean, english)
    words = [word for word in (found.korean if language is Language.KOREAN else found.english) if word.span.overlaps(span)]
    letters = sum(min(word.span.end, span.end) - max(word.span.start, span.start) for word in words)
    mostly = letters >= _MOSTLY * (span.end - span.start)
    return mostly and all(word.coverage is Coverage.COVERED for word in words)


def may_be_said_freely(language: Language, *, korean: str, english: str, meaning: MeaningRules, names: Names) -> bool:
    """Whether the text in a language has a word of weight that renders nothing in the other text: it may say there, in words
    that no table foresees, what the table's words do not say. Names render nothing else."""
    found = coverage(meaning.lexicon, korean, english)
    text, words = (korean, found.korean) if language is Language.KOREAN else (english, found.english)
    free = [
        word
        for word in words
        if word.coverage is Coverage.MISSING and meaning.weights.get((language, word.stem)) is not Weight.LIGHT
    ]
    named = [name.span for name in names_in(text, language, names)] if free else []
    return any(not any(word.span.overlaps(name) for name in named) for word in free)
