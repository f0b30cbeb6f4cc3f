"""References to articles, paragraphs, letters and annexes, in both languages: the number, and the level it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from treaty.language.quantities import DIGIT, DIGITS, Quantity, QuantityKind, Scanner, alternatives, clues, matched
from treaty.model import Span

LETTER = "letter"
"""The level of a reference by a letter: 나호, (b)."""
ITEM = "item"
"""The level of a numbered item, which the other language may give a letter: 제2호."""
_LEVELS = {"조": "article", "항": "paragraph", "호": ITEM, "목": ITEM, "article": "article", "art": "article",
           "paragraph": "paragraph", "para": "paragraph", "subparagraph": ITEM, "sub-paragraph": ITEM, "item": ITEM}  # fmt: skip
_LETTERS = "가나다라마바사아자차카타파하"

_KOREAN_REFERENCE = re.compile(
    r"(?:제\s?)?(?P<n>\d{1,3}(?:\.\d{1,3})*)\s?(?P<level>조|항|절|장|편|부(?=[는은의에와과및를을 ]|$)|호(?=[의에와과를을및는은가,) ]|$)|목)(?:의\s?\d+(?!\d))?"
    r"(?!\s?(?:원|달러|유로|[\d,]*[천백]?\s?[억만]))"
)
_KOREAN_LETTER = re.compile(
    rf"(?:(?<![가-힣(])(?P<letter>[{_LETTERS}])|(?<![A-Za-z])\(?(?P<latin>[a-hj-n])\)?)\s?(?:호|목)(?=[의에와과를을및는은가,)·\s]|부터|까지|내지|$)"
    r"|(?<=\x00)\s?\((?P<behind>[a-hj-n])\)"
)
_ANNEXES = "부속서|부록|별표|별지|첨부|붙임"
_KOREAN_ANNEX = re.compile(
    rf"제\s?(?P<before>\d{{1,3}}|[IVX]{{1,4}})\s?(?:{_ANNEXES})"
    rf"|(?:{_ANNEXES})\s?제?\s?(?P<n>\d{{1,3}}|[IVX]{{1,4}}(?![A-Za-z]))(?:호)?(?![\d.,])"
)
_KOREAN_SERIES = re.compile(
    r"(?P<list>(?:제?\s?\d{1,3}(?:\.\d+)?\s?(?:,|및|또는|내지|와|과|부터|에서)\s?)+)(?=제?\s?\d{1,3}(?:\.\d+)?\s?(?:조|항|호|장))"
)

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen".split()
_REFERRED = (
    r"articles?|arts?\.|paragraphs?|paras?\.?|sub-?paragraphs?|sections?|chapters?|parts?|annex(?:es)?|items?|clauses?|rules?"
    r"|protocols?|appendix|appendices|schedules?(?=\s(?:\d|[IVX]+\b))"
)
_LISTED_NUMBER = (
    r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]+|[ivxlc]+|\([a-z]{1,4}\)|"
    + alternatives(_ONES)
    + rf")(?:\s?\([a-z0-9]{{1,4}}\))*(?:\s?\((?:{_REFERRED})\s[^()]{{1,40}}\))?(?![A-Za-z\d-])"
)
_ENGLISH_REFERENCE = re.compile(
    rf"\b(?P<level>{_REFERRED})\s+(?P<list>{_LISTED_NUMBER}(?:(?:\s?,\s?|\s?,?\s?(?:and|or|to|through)\s+|\s?[-–]\s?)(?:{_REFERRED}\s+)?{_LISTED_NUMBER})*)",
    re.IGNORECASE,
)  # fmt: skip
_ENGLISH_NUMBER = re.compile(
    r"(?<![\w(.])(?:\d+|[IVXLC]+\b|[ivxlc]+\b|[A-Za-z]{3,}\b)|(?<=\.)\d+|(?<=\()(?:\d+|[a-hj-n]|[ivx]{2,4})(?=\))"
)
_LETTER_CLUES = clues(f"호 목 반 {DIGIT}")
"""A letter in parentheses may stand behind a number, or behind 상반기, that was taken before."""
_ANNEX_CLUES = clues("부 별 붙")
_ENGLISH_CLUES = clues(
    "article articles art arts paragraph paragraphs para paras sub subparagraph subparagraphs section sections chapter chapters"
    " part parts annex annexes item items clause clauses rule rules protocol protocols"
    " appendix appendices schedule schedules"
)
_ROMAN = re.compile(r"c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


def take_korean_references(scanner: Scanner) -> None:
    """제3조제2항나호, 제1항 및 제3항, 부속서 II."""
    scanner.take(_KOREAN_SERIES, _series, DIGITS)
    scanner.take(_KOREAN_REFERENCE, _korean, DIGITS)
    scanner.take(_KOREAN_LETTER, lambda match: [_korean_letter(match)], _LETTER_CLUES)
    scanner.take(_KOREAN_ANNEX, lambda match: [_reference(matched(match), _value(match["n"] or match["before"]))], _ANNEX_CLUES)


def take_english_references(scanner: Scanner) -> None:
    """Article 3(2)(b), paragraphs 1 and 3, Annex II."""
    scanner.take(_ENGLISH_REFERENCE, _english, _ENGLISH_CLUES)


def _reference(span: Span, value: int, level: str = "") -> Quantity:
    return Quantity(span, QuantityKind.REFERENCE, Fraction(value), level=level)


def _series(match: re.Match[str]) -> Iterator[Quantity]:
    for number in re.finditer(r"\d+", match["list"]):
        yield _reference(matched(number).shifted(match.start("list")), int(number.group()))


def _korean(match: re.Match[str]) -> Iterator[Quantity]:
    """The level is known where there is one number: 제3.2조 may be an article of a chapter."""
    numbers = match["n"].split(".")
    for number in numbers:
        yield _reference(matched(match), int(number), _LEVELS.get(match["level"], "") if len(numbers) == 1 else "")


def _korean_letter(match: re.Match[str]) -> Quantity:
    latin = match["latin"] or match["behind"]
    value = ord(latin) - ord("a") if latin else _LETTERS.index(match["letter"])
    return _reference(matched(match), value + 1, LETTER)


def _english(match: re.Match[str]) -> Iterator[Quantity]:
    """Every number of a reference: "Article 3.2(a)" refers to 3, 2 and the letter a, "articles 6, 7 and 8" to three."""
    offset, level = match.start("list"), _LEVELS.get(match["level"].lower().rstrip("s."), "")
    for number in _ENGLISH_NUMBER.finditer(match["list"]):
        span = matched(number).shifted(offset)
        word, inner = number.group(), match["list"][number.start() - 1 : number.start()] in ("(", ".")
        if inner and len(word) == 1 and word.isalpha():
            yield _reference(span, ord(word.lower()) - ord("a") + 1, LETTER)
        elif value := _value(word):
            from_word = Span(match.start(), span.end) if number.start() == 0 else span
            yield _reference(from_word, value, "" if inner else level)


def _value(word: str) -> int:
    """The number that digits, a number word or a Roman numeral stand for; 0 for other words."""
    if word.isdigit():
        return int(word)
    if word.lower() in _ONES:
        return _ONES.index(word.lower()) + 1
    if not _ROMAN.fullmatch(word.lower()):
        return 0
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[letter] for letter in word.lower()]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
