"""Words that are a name in one place and an ordinary word in another: Turkey, 수단, 인도."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from treaty.model import Language, Span
from treaty.rule_table import read_table

_NEAR = 40
"""How many characters before and behind a word a guard looks at."""


class Certainty(StrEnum):
    """What a guard makes of a word: no name, a doubtful name, a name."""

    DROPPED = "drop"
    DOUBTFUL = "doubt"
    SURE = "sure"


class Effect(StrEnum):
    """What follows where a guard's pattern matches; for DOUBT_UNLESS, where no guard of that effect matches."""

    DROP = "drop"
    DOUBT = "doubt"
    DOUBT_UNLESS = "doubt_unless"


class Place(StrEnum):
    """Which side of the word a guard looks at."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Guard:
    """One row of guards.tsv."""

    effect: Effect
    place: Place
    pattern: re.Pattern[str]

    def matches(self, text: str, span: Span) -> bool:
        if self.place is Place.AFTER:
            return self.pattern.match(text[span.end : span.end + _NEAR]) is not None
        return self.pattern.search(text[max(0, span.start - _NEAR) : span.start]) is not None


@dataclass(frozen=True, slots=True)
class Guards:
    """All guards, by language and word."""

    by_word: dict[tuple[Language, str], tuple[Guard, ...]]

    def judge(self, word: str, language: Language, text: str, span: Span) -> Certainty:
        """Whether `word`, as its table has it, is a name where it stands."""
        guards = self.by_word.get((language, word), ())
        matching = {guard.effect for guard in guards if guard.matches(text, span)}
        if Effect.DROP in matching:
            return Certainty.DROPPED
        needed = any(guard.effect is Effect.DOUBT_UNLESS for guard in guards)
        doubtful = Effect.DOUBT in matching or (needed and Effect.DOUBT_UNLESS not in matching)
        return Certainty.DOUBTFUL if doubtful else Certainty.SURE


def load_guards(path: Path) -> Guards:
    """The guards of a table; raises RuleTableError with file and line."""
    by_word: dict[tuple[Language, str], tuple[Guard, ...]] = {}
    for row in read_table(path, ("language", "form", "effect", "place", "pattern")):
        guard = Guard(row.choice("effect", Effect), row.choice("place", Place), row.pattern("pattern"))
        key = row.choice("language", Language), row["form"]
        by_word[key] = (*by_word.get(key, ()), guard)
    return Guards(by_word)
