"""Where the items of an enumeration inside a sentence begin and end, in Korean and in legal English."""

from __future__ import annotations

import re

from treaty.model import Language, Span

_ENGLISH = re.compile(
    r"""\s*(?:[;:]|,(?!\d))\s*(?:(?:and|or)\b(?:\s*/\s*or\b)?\s*)?(?:\([a-z0-9]{1,4}\)\s+)?  # "; and (b) "
      | \s+(?:and|or)(?:\s*/\s*or)?\s+
      | \s*\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s+""",
    re.VERBOSE,
)
_KOREAN = re.compile(
    r"""\s*[,;:·ㆍ、](?!\d)\s*(?:(?:및|또는|그리고|혹은)\s+)?(?:\([가-하a-z0-9]{1,4}\)\s+)?
      | \s+(?:및|또는|그리고|혹은)\s+
      | (?<=[가-힣]{2}[와과고며나])\s+  # particles and endings that join; two syllables before them, or 국과 would be cut
      | \s*\((?:[가-하a-z]|\d{1,2})\)\s+""",
    re.VERBOSE,
)
_WORD = re.compile(r"[가-힣A-Za-z]{2}")


def item_spans(text: str, language: Language) -> tuple[Span, ...]:
    """The parts of a sentence that commas, semicolons, letters in brackets and joining words set apart, without those.

    The first and the last hold what stands around the enumeration too. A text without any is one item. It rather cuts once
    too often, at a comma between clauses say: what is compared by these parts must bear that.
    """
    spans, start = [], 0
    for separator in (_KOREAN if language is Language.KOREAN else _ENGLISH).finditer(text):
        spans.append(Span(start, separator.start()))
        start = separator.end()
    spans.append(Span(start, len(text)))
    return tuple(span for span in spans if _WORD.search(span.of(text)))
