"""How strongly predicates commit, which texts bind, and which words weaken: the tables in commitment/ (CHECKS 2.1)."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from treaty.comparison.figure_words import Side, around_figure
from treaty.comparison.instrument_clauses import InstrumentClauses, load_instrument_clauses
from treaty.comparison.ladders import Ladders, load_ladders
from treaty.comparison.predicate_rules import Force, Meaning
from treaty.comparison.soft_verbs import SoftVerbs, load_soft_verbs
from treaty.language.quantities import Quantity
from treaty.model import Bilingual, Language
from treaty.rule_table import TableRow, read_table

LEVELS = range(7)
"""The scale: 0 explores, 1 allows, 2 recommends, 3 announces, 4 obliges to try, 5 obliges, 6 forbids."""
OBLIGING = range(4, 7)
"""The levels above the line of obligation."""
EFFORT, DUTY = 4, 5
"""The highest levels, as promises are compared, of one whose verb is soft and of any other."""


class Status(StrEnum):
    """Whether a text binds its parties in law."""

    BINDING = "binding"
    POLITICAL = "political"


class Effect(StrEnum):
    """What a clause is that has certain qualifying words, beside one that has none."""

    WEAKER = "weaker"
    STRONGER = "stronger"


@dataclass(frozen=True, slots=True)
class Instrument:
    """One row of instruments.tsv."""

    language: Language
    status: Status
    pattern: re.Pattern[str]


class Limited(StrEnum):
    """What words make a time limit of."""

    PERIOD = "period"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Limit:
    """One row of limits.tsv."""

    language: Language
    of: Limited
    side: Side
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class CommitmentRules:
    """The tables. `levels` has no entry where a predicate commits to nothing."""

    levels: dict[tuple[Language, Meaning, Status], int]
    names: dict[int, Bilingual]
    instruments: tuple[Instrument, ...]
    nothing: dict[Language, re.Pattern[str]]
    qualifiers: dict[str, Effect]
    as_binding: dict[int, int]
    limits: tuple[Limit, ...]
    soft_verbs: SoftVerbs
    instrument_clauses: InstrumentClauses
    ladders: Ladders

    def in_kind(self, level: int, status: Status, *, soft: bool) -> int:
        """The level that the same promise would have in a text that binds: "will" there is "shall" here. To forbid is no more
        than to oblige, and whoever shall encourage owes an effort."""
        as_binding = self.as_binding[level] if status is Status.POLITICAL else level
        return min(as_binding, EFFORT if soft else DUTY)

    def is_limit(self, text: str, quantity: Quantity, language: Language) -> bool:
        """Whether a period or date is a time limit or an interval: one that promises more where it is shorter or sooner."""
        of = Limited.DATE if quantity.date else Limited.PERIOD
        return any(
            limit.of is of and limit.language is language and around_figure(limit.pattern, limit.side, text, quantity.span)
            for limit in self.limits
        )


def load_commitment_rules(folder: Path, concepts: Container[str]) -> CommitmentRules:
    """The rules from the tables in `folder`; `concepts` are the names that qualifiers.tsv may use. Raises RuleTableError with
    file and line where a row is faulty."""
    levels: dict[tuple[Language, Meaning, Status], int] = {}
    for row in read_table(folder / "levels.tsv", ("language", "force", *Status)):
        for status in Status:
            if row[status] != "-":
                levels[row.choice("language", Language), _meaning(row), status] = _level(row, status)
    scale = list(read_table(folder / "level_names.tsv", ("level", "as_binding", "ko", "en")))
    names = {_level(row, "level"): Bilingual(row["ko"], row["en"]) for row in scale}
    as_binding = {_level(row, "level"): _level(row, "as_binding") for row in scale}
    instruments = tuple(
        Instrument(row.choice("language", Language), row.choice("status", Status), row.pattern("pattern"))
        for row in read_table(folder / "instruments.tsv", ("language", "status", "pattern"))
    )
    return CommitmentRules(
        levels,
        names,
        instruments,
        _nothing(folder),
        _qualifiers(folder, concepts),
        as_binding,
        tuple(_limits(folder)),
        load_soft_verbs(folder),
        load_instrument_clauses(folder),
        load_ladders(folder),
    )


def _nothing(folder: Path) -> dict[Language, re.Pattern[str]]:
    words: dict[Language, list[str]] = {language: [] for language in Language}
    for row in read_table(folder / "no_commitment.tsv", ("language", "pattern")):
        words[row.choice("language", Language)].append(row.pattern("pattern").pattern)
    return {language: re.compile("|".join(patterns)) for language, patterns in words.items()}


def _limits(folder: Path) -> Iterator[Limit]:
    for row in read_table(folder / "limits.tsv", ("language", "of", "place", "pattern")):
        side, words = row.choice("place", Side), row.pattern("pattern").pattern
        shape = rf"(?:{words})\s+(?:[a-z]+\s+){{0,3}}$" if side is Side.BEFORE else rf"\s?(?:{words})"
        yield Limit(row.choice("language", Language), row.choice("of", Limited), side, re.compile(shape, re.IGNORECASE))


def _meaning(row: TableRow) -> Meaning:
    denied, name = row["force"].startswith("not "), row["force"].removeprefix("not ")
    if name not in list(Force):
        raise row.error("bad_choice", word=name, allowed=", ".join(Force))
    return Meaning(Force(name), denied)


def _level(row: TableRow, column: str) -> int:
    if row[column] not in map(str, LEVELS):
        raise row.error("bad_choice", word=row[column], allowed=", ".join(map(str, LEVELS)))
    return int(row[column])


def _qualifiers(folder: Path, concepts: Container[str]) -> dict[str, Effect]:
    effects: dict[str, Effect] = {}
    for row in read_table(folder / "qualifiers.tsv", ("concept", "effect")):
        if row["concept"] not in concepts:
            raise row.error("bad_choice", word=row["concept"], allowed="counterparts/*.tsv")
        effects[row["concept"]] = row.choice("effect", Effect)
    return effects
