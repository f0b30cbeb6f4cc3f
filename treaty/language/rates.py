"""How often something happens, in both languages: times a year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from treaty.language.quantities import Quantity, QuantityKind, Scanner, clues, matched
from treaty.model import Language

_A_YEAR = {
    "년": 1, "연": 1, "연도": 1, "회계연도": 1, "해": 1, "반기": 2, "분기": 4, "개월": 12, "월": 12, "달": 12, "주": 52,
    "주일": 52, "일": 365, "year": 1, "quarter": 4, "month": 12, "week": 52, "day": 365,
}  # fmt: skip
"""How many of each period a year has."""
_COUNTED = {
    "한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "once": 1, "twice": 2, "other": 2, "second": 2, "third": 3,
    "fourth": 4, "fifth": 5, "sixth": 6,
} | {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
}  # fmt: skip
_NATIVE = r"\d+|[한두세네]|다섯|여섯"
_TIMES = rf"(?P<times>{_NATIVE})\s?(?:회|차례|번)"
_LONG = r"(?P<of>year|quarter|month|week|day)"

_SPELLED = {
    Language.KOREAN: (
        (rf"(?<![가-힣\d])(?P<every>{_NATIVE})\s?(?P<period>년|개월|달|주일|주|일)\s?(?:마다|에\s?{_TIMES})", "마 회 차 번"),
        (r"(?<![가-힣])매\s?(?P<every>\d+)\s?(?P<period>년|개월|주|일)(?!간)", "매"),
        (
            rf"(?<![가-힣\d])(?:매\s?)?(?P<period>회계연도|연도|년|연|해|반기|분기|월|달|주)(?:마다|에)?\s?{_TIMES}",
            "회 차 번",
        ),
    ),
    Language.ENGLISH: (
        (
            r"\b(?:once\s+)?(?:in\s+)?every\s+(?:(?P<every>[a-z]+|\d+)\s+(?P<period>year|month|week|day)s"
            r"|(?P<nth>second|other|third|fourth|fifth|sixth)\s+(?P<one>year|quarter|month|week|day))\b",
            "every",
        ),
        (
            r"\b(?P<times>once|twice|(?:[a-z]+|\d+)\s+times)\s+(?:a|per|each|every|(?:in|during)\s+(?:a|any|each|every))\s+"
            rf"(?:calendar\s+|fiscal\s+|financial\s+)?{_LONG}\b",
            "once twice times",
        ),
        (r"\b(?P<times>twice)\s+yearly\b", "yearly"),
    ),
}
"""Rates that are counted out, times in so many periods; and the clues of each."""
_NAMED = {
    Language.KOREAN: (
        (r"격년(?:제|으로|마다)?", "격", Fraction(1, 2)),
        (r"(?<![가-힣])격월(?:제|로|마다)?", "격", Fraction(6)),
        (r"(?<![가-힣])격주(?:제|로|마다)?", "격", Fraction(26)),
        (r"(?<![가-힣])(?:반기(?:별|마다)(?:로)?|매\s?반기|(?:매\s?)?반년(?:마다|에 한 번))", "반", Fraction(2)),
        (r"(?<![가-힣])(?:분기(?:별|마다)(?:로)?|매\s?분기)", "분", Fraction(4)),
        (r"(?<![가-힣])(?:매월|매달|월례|달마다)", "월 달", Fraction(12)),
        (r"(?<![가-힣])매주", "매", Fraction(52)),
        (r"(?<![가-힣])(?:매일|날마다)", "매 날", Fraction(365)),
        (r"(?<![가-힣])(?:매년|연례|해마다|매해|연간)", "매 연 해", Fraction(1)),
    ),
    Language.ENGLISH: (
        (r"\bbiennial(?:ly)?\b", "biennial biennially", Fraction(1, 2)),
        (r"\btriennial(?:ly)?\b", "triennial triennially", Fraction(1, 3)),
        (r"\bquadrennial(?:ly)?\b", "quadrennial quadrennially", Fraction(1, 4)),
        (r"\bquinquennial(?:ly)?\b", "quinquennial quinquennially", Fraction(1, 5)),
        (
            r"\b(?:semi-?annual(?:ly)?|biannual(?:ly)?|half-yearly|every\s+half-?\s?year)\b",
            "semi semiannual semiannually biannual biannually half every",
            Fraction(2),
        ),
        (r"\bbi-?monthly\b", "bi bimonthly", Fraction(6)),
        (r"\b(?:bi-?weekly|fortnightly|every\s+fortnight)\b", "bi biweekly fortnightly fortnight", Fraction(26)),
        (r"\bquarterly\b|\b(?:every|each)\s+quarter\b", "quarterly quarter", Fraction(4)),
        (r"\bmonthly\b|\b(?:every|each)\s+month\b", "monthly month", Fraction(12)),
        (r"\bweekly\b|\b(?:every|each)\s+week\b", "weekly week", Fraction(52)),
        (r"\bdaily\b|\b(?:every|each)\s+day\b", "daily day", Fraction(365)),
        (
            r"\b(?:every|each|per|a)\s+(?:calendar\s+|fiscal\s+|financial\s+)?year\b|\bannual(?:ly)?\b|\byearly\b",
            "year annual annually yearly",
            Fraction(1),
        ),
    ),
}
"""Rates that have a name of their own; and the clues of each."""


def _compiled(language: Language) -> tuple[tuple[re.Pattern[str], frozenset[str], Fraction | None], ...]:
    spelled = [(pattern, some, None) for pattern, some in _SPELLED[language]]
    rates = [*spelled, *_NAMED[language]]
    return tuple((re.compile(pattern, re.IGNORECASE), clues(some), rate) for pattern, some, rate in rates)


_PATTERNS = {language: _compiled(language) for language in Language}


def take_rates(scanner: Scanner, language: Language) -> None:
    """Takes everything that says how often out of a text, in times a year."""
    for pattern, some, rate in _PATTERNS[language]:
        scanner.take(pattern, lambda match, rate=rate: _rates(match, rate), some)  # type: ignore[misc]


def _rates(match: re.Match[str], rate: Fraction | None) -> list[Quantity]:
    rate = rate or _counted_rate(match.groupdict())
    return [Quantity(matched(match), QuantityKind.FREQUENCY, rate)] if rate else []


def _counted_rate(groups: Mapping[str, str | None]) -> Fraction | None:
    """Times a year of "2년에 3회", "every six months", "twice a month"; None for words that are no number."""
    times = _number(groups.get("times") or "1")
    every = _number(groups.get("every") or groups.get("nth") or "1")
    period = (groups.get("period") or groups.get("of") or groups.get("one") or "year").lower()
    return Fraction(times * _A_YEAR[period], every) if times and every else None


def _number(words: str) -> int:
    word = words.lower().split()[0]
    return int(word) if word.isdigit() else _COUNTED.get(word, 0)
