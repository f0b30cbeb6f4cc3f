"""The tables that tell the reader what announces a version, what is set aside, and how a signature block begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from treaty.model import Language, SetAsideReason
from treaty.rule_table import read_table

_ORNAMENT = re.compile(r"^[\W_]*?(?=[\w가-힣])|(?<![\W_])[\W_]+$")


class Extent(StrEnum):
    """How much a line that matches a rule sets aside: itself, all up to it, or all from it on."""

    LINE = "line"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class SetAsideRule:
    """Lines of this shape set aside this much for this reason."""

    extent: Extent
    reason: SetAsideReason
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class ReadingRules:
    """What the reader knows about the world outside numbering. Empty rules read any text and set nothing aside by its words."""

    version_markers: tuple[tuple[Language, re.Pattern[str]], ...] = ()
    set_aside: tuple[SetAsideRule, ...] = ()
    signatures: tuple[tuple[Language, re.Pattern[str]], ...] = ()

    def announces_version(self, line: str) -> Language | None:
        """The language of the version that a line announces, if it is such a line."""
        bare = _ORNAMENT.sub("", line)
        announced = (language for language, pattern in self.version_markers if pattern.fullmatch(bare))
        return next(announced, None)

    def is_signature(self, line: str, language: Language) -> bool:
        """Whether a line begins the closing words or the signature block of an agreement."""
        return any(pattern.match(line) for of_language, pattern in self.signatures if of_language is language)


def load_reading_rules(folder: Path) -> ReadingRules:
    """The reader's rules from the tables in `folder`; raises RuleTableError with file and line where one is faulty."""
    markers = read_table(folder / "version_markers.tsv", ("language", "pattern"))
    aside = read_table(folder / "set_aside.tsv", ("extent", "reason", "pattern"))
    signatures = read_table(folder / "signature.tsv", ("language", "pattern"))
    return ReadingRules(
        version_markers=tuple((row.choice("language", Language), _any_case(row.pattern("pattern"))) for row in markers),
        set_aside=tuple(
            SetAsideRule(row.choice("extent", Extent), row.choice("reason", SetAsideReason), row.pattern("pattern"))
            for row in aside
        ),
        signatures=tuple((row.choice("language", Language), _any_case(row.pattern("pattern"))) for row in signatures),
    )


def _any_case(pattern: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(pattern.pattern, re.IGNORECASE)
