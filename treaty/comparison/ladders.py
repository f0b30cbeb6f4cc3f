"""Words of which some promise more than others on the same matter (consultation, arbitration): the table ladders.tsv."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from treaty.model import Language, Span
from treaty.rule_table import read_table


@dataclass(frozen=True, slots=True)
class Step:
    """One row: words that stand so high on a ladder."""

    ladder: str
    height: int
    language: Language
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Ladders:
    """The rows; `names` are the ladders in the order of the table."""

    steps: tuple[Step, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(step.ladder for step in self.steps))

    def highest(self, ladder: str, passage: str, language: Language) -> tuple[int, Span] | None:
        """The height of the highest step of a ladder in a passage in small letters, and its words."""
        found = [
            (step.height, Span(*match.span()))
            for step in self.steps
            if step.ladder == ladder and step.language is language and (match := step.pattern.search(passage))
        ]
        return max(found, key=lambda one: one[0], default=None)


def load_ladders(folder: Path) -> Ladders:
    """The rows of ladders.tsv in `folder`; raises RuleTableError with file and line where one is faulty."""
    steps = []
    for row in read_table(folder / "ladders.tsv", ("ladder", "step", "language", "pattern")):
        if not row["step"].isdigit():
            raise row.error("bad_number", word=row["step"])
        steps.append(Step(row["ladder"], int(row["step"]), row.choice("language", Language), row.pattern("pattern")))
    return Ladders(tuple(steps))
