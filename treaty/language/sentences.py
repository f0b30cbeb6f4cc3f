"""Where sentences end, in Korean and in legal English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treaty.model import Language, Span

_KOREAN_END = re.compile(r"(?<=[가-힣)\]」』”’\"'])[.?!]+[\"'”’)\]」』]*(?=\s)")
_LIST_LETTER = re.compile(r"(?:^|\s)[가-힣]$")
_ENGLISH_END = re.compile(r"[.?!]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9가-힣])")
_WORD_BEFORE = re.compile(r"[A-Za-z.]+$")
_SPACE = re.compile(r"\s*")

ABBREVIATIONS = frozenset(
    "art arts al ann approx cap cf ch chap co col corp dept dr e.g ed eds esp est et etc ext fig figs ft gen gov hon i.e ibid"
    " inc jr lt ltd m mr mrs ms mt n no nos op p para paras pp prof reg res rev s sec sect sgt sr ss st sub subpara u.k u.n"
    " u.s v viz vol vols vs".split()
)
"""Words of legal English after which a full stop ends no sentence."""
_LOOKED_BACK = max(map(len, ABBREVIATIONS)) + 1
"""How many characters before a full stop tell what it ends: one more than the longest abbreviation has."""


def sentence_spans(text: str, language: Language) -> tuple[Span, ...]:
    """The sentences of a clause's text as spans without surrounding blanks; together they hold every other character."""
    ends = _korean_ends(text) if language is Language.KOREAN else _english_ends(text)
    spans, start = [], _after_blanks(text, 0)
    for end in (*ends, len(text.rstrip())):
        if end > start:
            spans.append(Span(start, end))
            start = _after_blanks(text, end)
    return tuple(spans)


def _korean_ends(text: str) -> Iterator[int]:
    return (match.end() for match in _KOREAN_END.finditer(text) if not _before(_LIST_LETTER, text, match.start()))


def _english_ends(text: str) -> Iterator[int]:
    for match in _ENGLISH_END.finditer(text):
        word = _before(_WORD_BEFORE, text, match.start())
        if word is None or not _abbreviated(word.group()):
            yield match.end()


def _before(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    return pattern.search(text, max(0, end - _LOOKED_BACK), end)


def _abbreviated(word: str) -> bool:
    """Whether the letters before a full stop are an abbreviation or an initial rather than a sentence's last word."""
    return word.lower() in ABBREVIATIONS or (len(word) == 1 and word.isupper())


def _after_blanks(text: str, position: int) -> int:
    blanks = _SPACE.match(text, position)
    return blanks.end() if blanks else position
