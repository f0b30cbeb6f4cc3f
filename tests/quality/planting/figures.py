"""Figures as they are written in Korean and English, with their values: read only as far as planting errors needs it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from treaty.model import Language, Span

_SMALL = {"십": 10, "백": 100, "천": 1000}
_BIG = {"만": 10**4, "억": 10**8, "조": 10**12}
_NATIVE = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}
NATIVE_OF = {value: word for word, value in _NATIVE.items()}
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_DIGITS = r"(?<![\d.,/-])\d[\d,]*(?:\.\d+)?(?![\d/])"
_KOREAN = rf"{_DIGITS}(?:[천백십]?[만억조]|[천백](?!분))?(?:\s?\d[\d,]*(?:[천백십]?[만억]|[천백]))*"
_SPELLED = rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES[1:10])}))?|{'|'.join(reversed(_ONES[1:]))})"
_ENGLISH = rf"(?:{_DIGITS}|\b{_SPELLED}\b)(?:\s(?:{'|'.join(SCALES)}))*"
_PERIOD_KO = (
    r"(?:근무일|시간|개월|주간?|일|년|월)(?=\s?(?:이내|전|후|간|동안|이상|이하|미만|안|마다|씩|으로|을|의|이|에|까지)|[\s,.]|$)"
)

_SHAPES: dict[Language, tuple[tuple[str, str], ...]] = {
    Language.KOREAN: (
        ("date", r"\d{4}\s*년(?:\s*\d{1,2}\s*월)?(?:\s*\d{1,2}\s*일)?|\d{1,2}월(?:\s*\d{1,2}일)?(?!\s?(?:이내|전|간))"),
        ("reference", r"제(?P<n>\d+(?:\.\d+)?)(?:조|항|호|장|편)|부속서\s?(?P<m>\d+)"),
        ("ordinal", r"제(?P<n>\d+)(?:차|회|기)"),
        ("fraction", r"\d+분의\s?\d+"),
        ("percentage", rf"(?P<n>{_KOREAN})\s?(?:퍼센트|%)"),
        ("money", rf"(?:달러|유로)?(?P<n>{_KOREAN})\s?(?:달러|유로|원|특별인출권)"),
        ("period", rf"(?P<n>{_KOREAN})\s?{_PERIOD_KO}"),
        ("count", rf"(?P<n>{_KOREAN})(?!\s?(?:조|항|호))"),
        ("count", rf"(?<![가-힣])(?P<n>{'|'.join(_NATIVE)})(?=\s(?:개|명|차례|가지|사람|번|나라|국가))"),
    ),
    Language.ENGLISH: (
        ("date", r"\b\d{1,2}(?:st|nd|rd|th)?(?: day of)? [A-Z][a-z]+,? \d{4}|\b[A-Z][a-z]{2,8} \d{4}\b|\b(?:19|20)\d\d\b"
                 r"|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"),
        ("reference", r"\b(?:[Aa]rticles?|[Pp]aragraphs?|Chapter|Section|Annex) (?P<n>\d+(?:\.\d+)?)"),
        ("ordinal", rf"\b(?P<n>{'|'.join(_ORDINALS[1:])})\b(?! (?:State|part|half|Part|countr))"),
        ("fraction", r"\b(?:one|two|three)[- ](?:half|thirds?|quarters?|fourths?)\b"),
        ("percentage", rf"(?P<n>{_ENGLISH})\s?(?:per\s?cent|%|percentage)"),
        ("money", rf"(?:USD|EUR|KRW|SDR)\s?(?P<n>{_ENGLISH})|(?P<m>{_ENGLISH}) (?:dollars|euros)"),
        ("period", rf"(?P<n>{_ENGLISH})[ -](?:working |calendar )?(?:hour|day|week|month|year)s?\b"),
        ("count", rf"(?P<n>{_ENGLISH})"),
    ),
}  # fmt: skip
_PATTERNS = {
    language: [
        (
            kind,
            re.compile(
                shape, re.I if language is Language.ENGLISH and kind in ("ordinal", "percentage", "period", "count") else 0
            ),
        )
        for kind, shape in shapes
    ]
    for language, shapes in _SHAPES.items()
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: what kind of thing it counts, its value, and the span of the numeral alone."""

    kind: str
    value: float
    span: Span


def figures(text: str, language: Language) -> list[Figure]:
    """The figures of a text that can be exchanged: dates and fractions are left out, and so are lone units (one, 한)."""
    found: list[Figure] = []
    taken: list[Span] = []
    for kind, pattern in _PATTERNS[language]:
        for match in pattern.finditer(text):
            whole = Span(*match.span())
            if any(whole.overlaps(other) for other in taken):
                continue
            taken.append(whole)
            found.extend(_figure(kind, match, language))
    return sorted(found, key=lambda figure: figure.span)


def _figure(kind: str, match: re.Match[str], language: Language) -> Iterator[Figure]:
    groups = match.groupdict()
    for name in ("n", "m"):
        if groups.get(name):
            value = numeral_value(groups[name], language)
            if value is not None and value != 1:
                yield Figure(kind, value, Span(*match.span(name)))


def numeral_value(numeral: str, language: Language) -> float | None:
    """The value of a numeral as it is written; None for what cannot be read."""
    return _korean_value(numeral) if language is Language.KOREAN else _english_value(numeral.lower())


def _korean_value(numeral: str) -> float | None:
    if numeral in _NATIVE:
        return float(_NATIVE[numeral])
    total = section = 0.0
    for digits, small, big in re.findall(r"(\d[\d,]*(?:\.\d+)?)([천백십]?)([만억조]?)", numeral):
        section += float(digits.replace(",", "")) * _SMALL.get(small, 1)
        if big:
            total, section = total + section * _BIG[big], 0.0
    return round(total + section, 6)


def _english_value(numeral: str) -> float | None:
    head, *scales = numeral.split(" ")
    value = _word_value(head)
    for scale in scales:
        value = None if value is None else value * SCALES[scale]
    return None if value is None else round(value, 6)


def _word_value(word: str) -> float | None:
    if word[:1].isdigit():
        return float(word.rstrip(",").replace(",", ""))
    if word in _ORDINALS:
        return float(_ORDINALS.index(word))
    if word in _ONES:
        return float(_ONES.index(word))
    ten, _, one = word.partition("-")
    return float(20 + 10 * _TENS.index(ten) + (_ONES.index(one) if one else 0)) if ten in _TENS else None


def spelled(value: int, like: str) -> str:
    """An English number as a word in the way of another, whose capital it keeps: "fifteen" for 15."""
    if like.lower() in _ORDINALS:
        word = _ORDINALS[value % len(_ORDINALS)]
    elif value < len(_ONES):
        word = _ONES[value]
    else:
        word = _TENS[value // 10 - 2] + (f"-{_ONES[value % 10]}" if value % 10 else "")
    return word.capitalize() if like[:1].isupper() else word


def shared_figures(ko: str, en: str) -> Iterator[tuple[Figure, Figure]]:
    """The figures that stand once on each side with the same value and kind."""
    sides = figures(ko, Language.KOREAN), figures(en, Language.ENGLISH)
    counts = [Counter(figure.value for figure in side) for side in sides]
    for mine in sides[0]:
        for theirs in sides[1]:
            same = mine.value == theirs.value and mine.kind == theirs.kind
            if same and counts[0][mine.value] == counts[1][theirs.value] == 1:
                yield mine, theirs
