"""Words exchanged, lost or added: the rows of words.tsv."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.quality.planting.change import Change, Changes, ClausePair, Draw, once
from treaty.model import Language, Span

_NEVER, _OUT = "-", "0"
_WORD_END = r"(?=[은는이가을를과와의에로도만]?(?:[\s,.;·)”’]|$)|으로|에서|에게|까지|부터|하|되|를|와의|과의)"
_WHOLE_WORDS = {"meaning", "term", "party", "actor", "office", "organisation"}
_LEAST_OCCURRENCES = 3
_LITTLE_WORDS = frozenset("the a an each one both some any of in to is are shall may will with".split())
_HEDGES = re.compile(
    "필요한|가능한|적절|경우|범위|예산|원칙적|possible|appropriate|necessary|available|subject to|where |in principle", re.I
)


@dataclass(frozen=True, slots=True)
class Row:
    """One exchange of words: what both sides must say, and what one of them says instead."""

    error_class: str
    ko: re.Pattern[str]
    en: re.Pattern[str]
    ko_new: str
    en_new: str

    def pattern(self, language: Language) -> re.Pattern[str]:
        return self.ko if language is Language.KOREAN else self.en

    def new(self, language: Language) -> str:
        return self.ko_new if language is Language.KOREAN else self.en_new


@cache
def rows() -> tuple[Row, ...]:
    """The rows of words.tsv."""
    lines = Path(__file__).with_name("words.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_row(*line.split("\t")) for line in lines if line and not line.startswith("#"))


def _row(error_class: str, ko: str, en: str, ko_new: str, en_new: str) -> Row:
    korean = ko.removeprefix("~")
    if "가" <= korean[:1] <= "힣":
        korean = rf"(?<![가-힣]){korean}"
    if ko_new == _OUT:
        korean += r"(?=[\s,]|$)(?! (?:그리고|및|또는))"
    elif error_class in _WHOLE_WORDS and "가" <= korean[-1:] <= "힣" and korean[-1:] not in "은는":
        korean += _WORD_END
    after = r"(?!\w)(?! (?:and|or)\b)" if en_new == _OUT else r"(?!\w)"
    english = rf"(?<!\w)(?:{en}){after}" if not en.startswith(",") else rf"(?:{en})"
    return Row(error_class, re.compile(korean), re.compile(english, re.I), ko_new, en_new)


def changed_words(pair: ClausePair, draw: Draw) -> Changes:
    """Every exchange whose words stand once on each side."""
    for row in rows():
        if row.error_class == "hedge_added" and (_HEDGES.search(pair.ko) or _HEDGES.search(pair.en)):
            continue
        korean, english = once(row.ko, pair.ko), once(row.en, pair.en)
        if korean and english and _steady(row, korean, pair):
            yield from _exchanged(row, Language.KOREAN, korean, pair, Span(*english.span()))
            yield from _exchanged(row, Language.ENGLISH, english, pair, Span(*korean.span()))


def _steady(row: Row, korean: re.Match[str], pair: ClausePair) -> bool:
    """Whether a term is used often enough in its text for a second rendering to be a drift."""
    return row.error_class != "term" or pair.around.korean.count(korean.group()) >= _LEAST_OCCURRENCES


def _exchanged(row: Row, language: Language, match: re.Match[str], pair: ClausePair, counterpart: Span) -> Iterator[Change]:
    new = row.new(language)
    if new == _NEVER or (row.error_class == "term" and language is Language.ENGLISH):
        return
    text, old = pair.text(language), match.group()
    if new == _OUT:
        yield Change(row.error_class, language, Span(*match.span()), "", counterpart)
        return
    words = match.expand(new)
    if old[:1].isupper() and (_opens(text, match.start()) or words.partition(" ")[0] not in _LITTLE_WORDS):
        words = words[:1].upper() + words[1:]
    if words == old or (len(words) > 1 and "\\" not in new and words in text):
        return
    added = row.error_class == "hedge_added"
    span, words = _least(text, Span(*match.span()), words, language)
    yield Change(row.error_class, language, span, words, None if added else counterpart)


def _opens(text: str, place: int) -> bool:
    """Whether a sentence begins at a place."""
    return place == 0 or text[:place].endswith((". ", "“"))


def _least(text: str, span: Span, words: str, language: Language) -> tuple[Span, str]:
    """The change without the words at both ends that stay: whole words in English, syllables in Korean."""
    parts = re.compile(r"\w+|\W" if language is Language.ENGLISH else r".", re.S)
    old, new = parts.findall(span.of(text)), parts.findall(words)
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    kept = "".join(new[start : len(new) - end])
    if language is Language.KOREAN and not kept.strip():
        return span, words
    return Span(span.start + len("".join(old[:start])), span.end - len("".join(old[len(old) - end :]))), kept


def _shared(first: list[str], second: list[str]) -> int:
    """How many parts two lists have in common at their beginning."""
    pairs = zip(first, second, strict=False)
    return next((number for number, (mine, theirs) in enumerate(pairs) if mine != theirs), min(len(first), len(second)))
