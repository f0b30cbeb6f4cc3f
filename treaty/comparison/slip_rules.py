"""What one text shows to be wrong by itself: the tables slips.tsv and particles.tsv."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from treaty.language.particles import Ending
from treaty.language.quantities import alternatives
from treaty.model import Language, Span
from treaty.rule_table import TableRow, read_table


class Level(StrEnum):
    """Whether a finding is nearly certain or only deserves a look."""

    DEFAULT = "default"
    THOROUGH = "thorough"


class Proof(StrEnum):
    """What proves that syllables behind a word are a particle."""

    NONE = "none"
    NOUN = "noun"
    MARK = "mark"


class _Anyone(StrEnum):
    KOREAN = "ko"
    ENGLISH = "en"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Slip:
    """One row of slips.tsv."""

    languages: frozenset[Language]
    check: str
    doubtful: bool
    pattern: re.Pattern[str]

    def spans(self, text: str) -> Iterator[Span]:
        """Where a text has the fault."""
        group = "slip" if "slip" in self.pattern.groupindex else 0
        return (Span(match.start(group), match.end(group)) for match in self.pattern.finditer(text))


@dataclass(frozen=True, slots=True)
class ParticleRow:
    """One row of particles.tsv: `form` behind a word that ends so is wrong; `instead` belongs there."""

    form: str
    behind: frozenset[Ending]
    instead: str
    proof: Proof
    doubtful: bool
    exceptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SlipRules:
    """The rows of both tables."""

    slips: tuple[Slip, ...]
    particles: dict[str, tuple[ParticleRow, ...]]
    """The rows of each form."""
    particle_pattern: re.Pattern[str]
    """Any of the forms at the end of a word, the longest that fits."""


def load_slip_rules(folder: Path) -> SlipRules:
    """The rows of slips.tsv and particles.tsv in `folder`; raises RuleTableError with file and line where one is faulty."""
    slips = read_table(folder / "slips.tsv", ("language", "check", "level", "pattern"))
    particles = read_table(folder / "particles.tsv", ("form", "behind", "instead", "proof", "level", "exceptions"))
    by_form: dict[str, tuple[ParticleRow, ...]] = {}
    for row in map(_particle, particles):
        by_form[row.form] = (*by_form.get(row.form, ()), row)
    return SlipRules(tuple(map(_slip, slips)), by_form, re.compile(rf"(?<=\S)(?:{alternatives(by_form)})(?=$|[\s,.;:)])"))


def _slip(row: TableRow) -> Slip:
    spoken = row.choice("language", _Anyone)
    languages = frozenset(Language) if spoken is _Anyone.ANY else frozenset({Language(spoken.value)})
    return Slip(languages, row["check"], row.choice("level", Level) is Level.THOROUGH, row.pattern("pattern"))


def _particle(row: TableRow) -> ParticleRow:
    try:
        behind = frozenset(Ending(word) for word in row.words("behind"))
    except ValueError as problem:
        raise row.error("bad_choice", word=row["behind"], allowed=", ".join(Ending)) from problem
    exceptions = tuple(word for word in row.words("exceptions") if word != "-")
    doubtful = row.choice("level", Level) is Level.THOROUGH
    return ParticleRow(row["form"], behind, row["instead"], row.choice("proof", Proof), doubtful, exceptions)
