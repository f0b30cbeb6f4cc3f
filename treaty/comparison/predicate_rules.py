"""What force predicates have and which forces contradict each other: predicates.tsv, predicate_checks.tsv, excuses.tsv."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from treaty.comparison.counterpart_rules import Alone
from treaty.model import Language, Span
from treaty.rule_table import TableRow, read_table

_KOREAN_END = r"(?P<end>다(?=\.|[”\"’)\]]*$)|며(?=[ ,])|고(?=[ ,])|되(?=[ ,])|나(?=[ ,])|지만(?=[ ,]))"
_KOREAN_REPORT_END = r"(?P<end>다)(?=(?:는|고)(?:\s|$))"
"""Behind what somebody said, recognised or stressed: 켜야 한다고 강조하였다, 켜야 한다는 점."""
_SYLLABLES = {
    final: "[" + "".join(chr(code) for code in range(0xAC00, 0xD7A4) if (code - 0xAC00) % 28 == place) + "]"
    for final, place in (("ㄴ", 4), ("ㄹ", 8), ("ㅆ", 20))
}
"""What the final consonants that patterns name stand for: all Korean syllables that end in them."""
_CHECK_COLUMNS = ("check", "korean", "english", "unless_korean", "unless_english", "level")


class Force(StrEnum):
    """What a predicate does to what it speaks of."""

    PERMISSION = "permission"
    RIGHT = "right"
    DUTY = "duty"
    WILL = "will"
    PROMISE = "promise"
    ADVICE = "advice"
    INTENT = "intent"
    EFFORT = "effort"
    EXPLORATION = "exploration"
    PERFECT = "perfect"
    PAST = "past"
    PLAIN = "plain"


class Denied(StrEnum):
    """Whether a predicate is negative."""

    YES = "yes"
    NO = "no"


_UNMARKED = frozenset({Force.PLAIN, Force.PAST})
"""What a Korean predicate in the middle of a sentence says of itself while the last one may give its force to all."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A force, or its denial."""

    force: Force
    denied: bool


@dataclass(frozen=True, slots=True)
class Predicate:
    """Words of a sentence that carry its force; `last` says that a Korean sentence ends in them."""

    meaning: Meaning
    span: Span
    last: bool


@dataclass(frozen=True, slots=True)
class PredicateCheck:
    """One row of predicate_checks.tsv."""

    check: str
    korean: frozenset[Meaning]
    english: frozenset[Meaning]
    unless: dict[Language, re.Pattern[str] | None]
    level: Alone


@dataclass(frozen=True, slots=True)
class PredicateRules:
    """The three tables. `patterns` holds for each language one expression with a group a row, and `meanings` what they mean;
    `reported` finds the same predicates where they end what a Korean sentence reports."""

    patterns: dict[Language, re.Pattern[str]]
    reported: re.Pattern[str]
    meanings: dict[Language, tuple[Meaning, ...]]
    checks: tuple[PredicateCheck, ...]

    def predicates(self, sentence: str, language: Language, *, reported: bool = False) -> list[Predicate]:
        """The predicates of a sentence, its Latin letters small, in order; of a Korean one perhaps those of what it reports."""
        meanings, found = self.meanings[language], []
        for match in (self.reported if reported else self.patterns[language]).finditer(sentence):
            number = next(number for number in range(len(meanings)) if match.group(f"r{number}") is not None)
            last = language is Language.KOREAN and match["end"] == "다"
            if last or language is Language.ENGLISH or meanings[number].force not in _UNMARKED:
                found.append(Predicate(meanings[number], Span(*match.span()), last))
        return found


def load_predicate_rules(folder: Path) -> PredicateRules:
    """The rules of the three tables in `folder`; raises RuleTableError with file and line where one is faulty."""
    rows = list(read_table(folder / "predicates.tsv", ("language", "force", "denied", "pattern")))
    patterns, meanings, words = {}, {}, {}
    for language in Language:
        of_language = [row for row in rows if row.choice("language", Language) is language]
        meanings[language] = tuple(_meaning(row) for row in of_language)
        words[language] = "|".join(f"(?P<r{number}>{_spelled(row)})" for number, row in enumerate(of_language))
        patterns[language] = re.compile(
            f"(?:{words[language]}){_KOREAN_END}" if language is Language.KOREAN else words[language]
        )
    reported = re.compile(f"(?:{words[Language.KOREAN]}){_KOREAN_REPORT_END}")
    excuses = _load_excuses(folder)
    checks = [_check(row, excuses) for row in read_table(folder / "predicate_checks.tsv", _CHECK_COLUMNS)]
    return PredicateRules(patterns, reported, meanings, tuple(checks))


def _spelled(row: TableRow) -> str:
    """A row's pattern with the syllables that its final consonants stand for."""
    pattern = row.pattern("pattern").pattern
    for final, syllables in _SYLLABLES.items():
        pattern = pattern.replace(final, syllables)
    return pattern


def _meaning(row: TableRow) -> Meaning:
    return Meaning(row.choice("force", Force), row.choice("denied", Denied) is Denied.YES)


def _load_excuses(folder: Path) -> dict[tuple[Language, str], re.Pattern[str]]:
    """The excuses by language and name; lines of one name are alternatives."""
    patterns: dict[tuple[Language, str], list[str]] = {}
    for row in read_table(folder / "excuses.tsv", ("language", "name", "pattern")):
        patterns.setdefault((row.choice("language", Language), row["name"]), []).append(row.pattern("pattern").pattern)
    return {key: re.compile("|".join(alternatives)) for key, alternatives in patterns.items()}


def _check(row: TableRow, excuses: dict[tuple[Language, str], re.Pattern[str]]) -> PredicateCheck:
    unless: dict[Language, re.Pattern[str] | None] = {}
    for language, column in ((Language.KOREAN, "unless_korean"), (Language.ENGLISH, "unless_english")):
        if row[column] != "-" and (language, row[column]) not in excuses:
            allowed = ", ".join(name for spoken, name in excuses if spoken is language)
            raise row.error("bad_choice", word=row[column], allowed=allowed)
        unless[language] = excuses.get((language, row[column]))
    return PredicateCheck(row["check"], _meanings(row, "korean"), _meanings(row, "english"), unless, row.choice("level", Alone))


def _meanings(row: TableRow, column: str) -> frozenset[Meaning]:
    """The meanings that a cell names: forces, denied ones with "not " before them, "*" all that are not denied."""
    named: set[Meaning] = set()
    for word in row.words(column):
        denied, name = word.startswith("not "), word.removeprefix("not ")
        if name != "*" and name not in list(Force):
            raise row.error("bad_choice", word=word, allowed=", ".join(("*", *Force)))
        named |= {Meaning(force, denied) for force in Force if name in ("*", force)}
    return frozenset(named)
