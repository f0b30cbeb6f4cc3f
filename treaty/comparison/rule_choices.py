"""Which checks run and how grave their findings are, where a reviewer wants it otherwise than the bundled tables have it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from treaty.comparison.rules import Check, ComparisonRules
from treaty.errors import ReadingError, WritingError
from treaty.model import Bilingual, Severity
from treaty.rule_table import read_table
from treaty.whole_file import whole_file

_COLUMNS = ("rule", "on", "severity")
_USUAL = "-"
_HEADER = """\
# The reviewer's own choices of checks; rules that are not listed stay as the bundled tables have them.
# rule      the rule's number, as findings show it
# on        yes or no
# severity  critical, major, minor, info; "-" for the severity of the bundled table
"""


class _Switch(StrEnum):
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """What is chosen for one rule: whether it runs, and the severity of its findings; None as the bundled table has it."""

    on: bool = True
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class RuleOffered:
    """A rule as the bundled tables have it: its number, the kind and severity of its findings, and what they say."""

    rule: str
    kind: str
    severity: Severity
    explanation: Bilingual


def rules_offered(rules: ComparisonRules) -> list[RuleOffered]:
    """Every rule once, in the order of the numbers; of the checks of one rule the first in the tables stands for it."""
    first: dict[str, Check] = {}
    for check in rules.checks.values():
        first.setdefault(check.rule, check)
    return [RuleOffered(rule, first[rule].kind, first[rule].severity, first[rule].explanation) for rule in sorted(first)]


Choices = Mapping[str, RuleChoice]
"""Choices by the rule's number."""


def load_choices(path: Path) -> dict[str, RuleChoice]:
    """The choices in a table; none where there is no file. Raises RuleTableError with file and line, ReadingError."""
    try:
        rows = list(read_table(path, _COLUMNS)) if path.exists() else []
    except OSError as problem:
        raise ReadingError("unreadable_file", file=path.name, reason=problem.strerror or problem) from problem
    except UnicodeError as problem:
        raise ReadingError("not_text", file=path.name) from problem
    return {
        row["rule"]: RuleChoice(
            row.choice("on", _Switch) is _Switch.YES,
            None if row["severity"] == _USUAL else row.choice("severity", Severity),
        )
        for row in rows
    }


def save_choices(choices: Choices, path: Path) -> None:
    """Writes what differs from the bundled tables. Raises WritingError."""
    lines = [
        f"{rule}\t{_Switch.YES if choice.on else _Switch.NO}\t{choice.severity or _USUAL}\n"
        for rule, choice in sorted(choices.items())
        if choice != RuleChoice()
    ]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(path) as part:
            part.write_text(_HEADER + "".join(lines), encoding="utf-8")
    except OSError as problem:
        raise WritingError("cannot_write", file=path.name, reason=problem.strerror or problem) from problem


def with_choices(rules: ComparisonRules, choices: Choices) -> ComparisonRules:
    """The rules as the reviewer wants them; choices of rules that are not known have no effect."""
    off = frozenset(rule for rule, choice in choices.items() if not choice.on)
    checks = {name: _weighed(check, choices.get(check.rule, RuleChoice())) for name, check in rules.checks.items()}
    return replace(rules, checks=checks, off=off)


def _weighed(check: Check, choice: RuleChoice) -> Check:
    if choice.severity is None:
        return check
    potential = check.potential if choice.severity is Severity.INFO else None
    return replace(check, severity=choice.severity, potential=potential)
