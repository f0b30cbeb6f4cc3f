"""Which words perform which act, on which axis and how strongly: the table speech_acts.tsv."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from treaty.model import Language, Span
from treaty.rule_table import TableRow, read_table

_READING = re.compile(r"([A-Z])([1-5])")
_SUBJECTS = (
    "they|we|he|she|it|minister|president|side|party|state|participant|government|country|leader|council|assembly|conference"
    "|chancellor|secretary|both|ministers|presidents|sides|parties|states|participants|governments|countries|leaders|heads|members"
    "|delegations|authorities|chancellors|secretaries|representatives|officials|commission|committee|board|organization"
)
_BEFORE_ENGLISH = (
    rf"(?:^[\"“‘(]?|[,;:] |(?P<and>\b(?:and|but) )|\b(?:{_SUBJECTS}) )"
    r"(?:(?:also|further|again|both|each|having|being|hereby|shall|will|may|in this regard,|in this context,|[a-z]+ly) )*"
)
"""What stands before the verb of an act: the beginning, a comma, "and", or a subject; then perhaps adverbs."""
_AFTER_ENGLISH = (
    r"\b(?! (?:by|above|below|under|pursuant|herein|in (?:article|paragraph|section|accordance))\b)"
    r"(?(and)(?= (?:the|that|of|their|its|a|an|to|on|upon|for|with|this|these|those|his|her|our|each|all"
    r"|both|any|as|how|ways|continued)\b))"
)
"""What follows it: behind "and" only what an object begins with, for "free and informed consent" is no act."""
_ORDERED = re.compile(r"\b(?:shall|will|may) ")
_AFTER_KOREAN = (
    r"(?:하였|했|한|하|합니)?(?:다(?=[.\s”\"’)]|$)|고(?=[ ,]|$)|며(?=[ ,]|$)|으며(?=[ ,]|$)"
    r"|면서|으면서|였으며|였으나|으나|지만|는 한편|되(?=[ ,])|는바|여(?=,))"
)


class Axis(StrEnum):
    """What an act is about; acts on different axes are never the same."""

    AGREEMENT = "A"
    COMMITMENT = "C"
    SUPPORT = "S"
    AFFIRMATION = "F"
    EMPHASIS = "E"
    APPRAISAL = "V"
    RECOGNITION = "R"
    NOTICE = "N"
    CONCERN = "X"
    CALL = "D"
    WISH = "W"
    BELIEF = "B"


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that words can do: an axis, and a strength on it from 1 to 5."""

    axis: Axis
    strength: int


@dataclass(frozen=True, slots=True)
class Act:
    """Words that perform an act, with all their readings, the usual one first; `words` are they without the ending that a
    Korean one has behind them, `ordered` ("shall decide") is none yet."""

    readings: tuple[Reading, ...]
    span: Span
    words: Span
    ordered: bool

    def distance(self, other: Act) -> int | None:
        """How far the nearest readings on a common axis are apart, positive where this act is stronger; None without one."""
        steps = [
            mine.strength - theirs.strength for mine in self.readings for theirs in other.readings if mine.axis is theirs.axis
        ]
        return min(steps, key=abs, default=None)


@dataclass(frozen=True, slots=True)
class SpeechActs:
    """The table: for each language one expression with a group a row, and the rows' readings."""

    patterns: dict[Language, re.Pattern[str]]
    readings: dict[Language, tuple[tuple[Reading, ...], ...]]

    def acts(self, passage: str, language: Language) -> list[Act]:
        """The acts in a passage, its Latin letters small, in order."""
        rows = self.readings[language]
        found = []
        for match in self.patterns[language].finditer(passage):
            number = next(number for number in range(len(rows)) if match.group(f"r{number}") is not None)
            words = Span(*match.span(f"r{number}"))
            ordered = _ORDERED.search(passage, match.start(), words.start) is not None
            found.append(Act(rows[number], Span(words.start, match.end()), words, ordered))
        return found


def load_speech_acts(folder: Path) -> SpeechActs:
    """The rows of speech_acts.tsv in `folder`; raises RuleTableError with file and line where one is faulty."""
    rows = list(read_table(folder / "speech_acts.tsv", ("language", "readings", "pattern")))
    patterns, readings = {}, {}
    for language in Language:
        of_language = [row for row in rows if row.choice("language", Language) is language]
        readings[language] = tuple(_readings(row) for row in of_language)
        words = "|".join(f"(?P<r{number}>{row.pattern('pattern').pattern})" for number, row in enumerate(of_language))
        korean = language is Language.KOREAN
        patterns[language] = re.compile(
            f"(?:{words}){_AFTER_KOREAN}" if korean else f"{_BEFORE_ENGLISH}(?:{words}){_AFTER_ENGLISH}"
        )
    return SpeechActs(patterns, readings)


def _readings(row: TableRow) -> tuple[Reading, ...]:
    readings = []
    for word in row.words("readings"):
        match = _READING.fullmatch(word)
        if match is None or match[1] not in list(Axis):
            raise row.error("bad_choice", word=word, allowed=", ".join(f"{axis}1-5" for axis in Axis))
        readings.append(Reading(Axis(match[1]), int(match[2])))
    return tuple(readings)
