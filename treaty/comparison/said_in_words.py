"""Whether a table's words that the other side seems to lack are said there after all, in words that no table foresees."""

from __future__ import annotations

from treaty.language.content_words import Coverage
from treaty.language.coverage import coverage
from treaty.language.lexicon import Lexicon
from treaty.model import Language, Span

_MOSTLY = 0.7
"""What share of the letters content words must be: "no country can" is not said where only the country is."""


def is_said_in_words(span: Span, language: Language, *, korean: str, english: str, lexicon: Lexicon) -> bool:
    """Whether the lexicon finds a rendering of every content word in a span of one text in the other: "specialized agencies"
    as 전문 기구. A span that is hardly more than function words is not said."""
    found = coverage(lexicon, korean, english)
    words = [word for word in (found.korean if language is Language.KOREAN else found.english) if word.span.overlaps(span)]
    letters = sum(min(word.span.end, span.end) - max(word.span.start, span.start) for word in words)
    mostly = letters >= _MOSTLY * (span.end - span.start)
    return mostly and all(word.coverage is Coverage.COVERED for word in words)
