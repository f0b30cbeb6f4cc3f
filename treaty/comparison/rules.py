"""The tables that the checks are made of, read and proved once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any

from treaty.comparison.choice_rules import ChoiceCheck, load_choice_checks
from treaty.comparison.commitment_rules import CommitmentRules, load_commitment_rules
from treaty.comparison.concept_rules import Concepts, load_concepts
from treaty.comparison.conjunction_rules import Conjunctions, load_conjunctions
from treaty.comparison.counterpart_rules import Counterparts, load_counterparts
from treaty.comparison.figure_words import FigureWords, load_boundaries, load_time_sides
from treaty.comparison.force_order import ForceOrder, load_force_order
from treaty.comparison.function_words import FunctionWords, load_function_words
from treaty.comparison.label_rules import LabelWords, load_label_words
from treaty.comparison.meaning_rules import MeaningRules, load_meaning_rules
from treaty.comparison.party_rules import PartyWords, load_party_words
from treaty.comparison.precedence import Precedence, load_precedence
from treaty.comparison.predicate_rules import PredicateRules, load_predicate_rules
from treaty.comparison.slip_rules import SlipRules, load_slip_rules
from treaty.comparison.speech_act_rules import SpeechActs, load_speech_acts
from treaty.comparison.term_words import TermWords, load_term_words
from treaty.errors import RuleTableError
from treaty.language.lexicon import Lexicon, load_lexicon
from treaty.language.name_tables import load_names
from treaty.language.names import Names
from treaty.language.quantities import UnitTable, load_units
from treaty.language.series import SeriesSigns, load_series_signs
from treaty.language.tokens import Tokenizer
from treaty.language.transliteration import Sounds, load_sounds
from treaty.model import FAMILY_OF_KIND, Bilingual, Language, MinistryClass, MqmClass, Severity

_FIELDS = {"rule", "kind", "severity", "class", "mqm", "ko", "en"}
_TEXT_FIELDS = (*sorted(_FIELDS), "potential")
_KNOWN_GAPS = {
    "left_name",
    "right_name",
    "left",
    "right",
    "name",
    "other",
    "value",
    "ratio",
    "parts",
    "weekday",
    "label",
    "words",
    "korean",
    "english",
    "left_bound",
    "right_bound",
}
"""What an explanation can be filled with; each check fills some of them."""


@dataclass(frozen=True, slots=True)
class Check:
    """One table of checks/*.toml: what findings of a check are called, how grave they are, how they explain themselves."""

    rule: str
    kind: str
    severity: Severity
    potential: Severity | None
    ministry_class: MinistryClass
    mqm: MqmClass
    explanation: Bilingual


@dataclass(frozen=True, slots=True)
class ComparisonRules:
    """Everything the comparison knows that a lawyer or a diplomat might want to change. `off` are the numbers of the
    rules whose findings are not wanted."""

    checks: dict[str, Check]
    precedence: Precedence
    units: UnitTable
    predicates: PredicateRules
    boundaries: FigureWords
    concepts: Concepts
    time_sides: FigureWords
    counterparts: Counterparts
    speech_acts: SpeechActs
    conjunctions: Conjunctions
    series: SeriesSigns
    slips: SlipRules
    choices: tuple[ChoiceCheck, ...]
    party_words: dict[Language, PartyWords]
    label_words: dict[Language, LabelWords]
    term_words: TermWords
    names: Names
    sounds: Sounds
    meaning: MeaningRules
    force_order: ForceOrder
    function_words: FunctionWords
    lexicon: Lexicon
    commitment: CommitmentRules
    off: frozenset[str] = frozenset()

    @property
    def tokenizer(self) -> Tokenizer:
        """Cuts texts where two versions may differ."""
        return Tokenizer(self.units, self.lexicon.korean_forms.stem)


def load_comparison_rules(folder: Path) -> ComparisonRules:
    """The comparison's rules from the tables in `folder`, and names and lexicon from the folders beside it.

    Raises RuleTableError with the file and the place of a fault.
    """
    lexicon = load_lexicon(folder.parent / "lexicon", folder.parent / "language")
    counterparts = load_counterparts(folder / "counterparts")
    return ComparisonRules(
        checks=_load_checks(folder / "checks"),
        precedence=load_precedence(folder),
        units=load_units(folder),
        predicates=load_predicate_rules(folder),
        boundaries=load_boundaries(folder),
        concepts=load_concepts(folder),
        time_sides=load_time_sides(folder),
        counterparts=counterparts,
        speech_acts=load_speech_acts(folder),
        conjunctions=load_conjunctions(folder),
        series=load_series_signs(folder),
        slips=load_slip_rules(folder),
        choices=load_choice_checks(folder),
        party_words=load_party_words(folder),
        label_words=load_label_words(folder),
        term_words=load_term_words(folder),
        names=load_names(folder.parent / "names"),
        sounds=load_sounds(folder.parent / "names" / "transliteration.tsv"),
        force_order=load_force_order(folder),
        function_words=load_function_words(folder),
        lexicon=lexicon,
        meaning=load_meaning_rules(folder, lexicon),
        commitment=load_commitment_rules(folder / "commitment", {concept.name for concept in counterparts.concepts}),
    )


def _load_checks(folder: Path) -> dict[str, Check]:
    """The checks of all files in a folder, by name; raises RuleTableError where two files name one check."""
    checks: dict[str, Check] = {}
    for path in sorted(folder.glob("*.toml")):
        of_file = _load_checks_of(path)
        if twice := sorted(of_file.keys() & checks.keys()):
            raise RuleTableError("check_twice", file=path.name, check=twice[0])
        checks |= of_file
    return checks


def _load_checks_of(path: Path) -> dict[str, Check]:
    source = path.read_text(encoding="utf-8")
    try:
        tables = tomllib.loads(source)
    except tomllib.TOMLDecodeError as problem:
        raise RuleTableError("bad_toml", file=path.name, problem=problem) from problem
    lines = source.splitlines()
    return {name: _check(name, table, path.name, _line_of(name, lines)) for name, table in tables.items()}


def _line_of(name: str, lines: list[str]) -> int:
    return next((number for number, line in enumerate(lines, start=1) if line.strip() == f"[{name}]"), 1)


def _gaps(sentence: str) -> set[str]:
    """The names of the gaps in a sentence; a brace that is no gap counts as one of that name."""
    try:
        return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
    except ValueError:
        return {"{ }"}


def _check(name: str, table: dict[str, Any], file: str, line: int) -> Check:
    if missing := sorted(_FIELDS - table.keys()):
        raise RuleTableError("missing_fields", file=file, line=line, check=name, fields=", ".join(missing))
    if strange := sorted(field for field in _TEXT_FIELDS if not isinstance(table.get(field, ""), str)):
        raise RuleTableError("not_a_text", file=file, line=line, check=name, fields=", ".join(strange))
    if gaps := sorted(_gaps(table["ko"] + table["en"]) - _KNOWN_GAPS):
        raise RuleTableError("unknown_gap", file=file, line=line, check=name, gaps=", ".join(gaps))
    if table["kind"] not in FAMILY_OF_KIND:
        allowed = ", ".join(FAMILY_OF_KIND)
        raise RuleTableError("bad_choice", file=file, line=line, word=table["kind"], allowed=allowed)
    try:
        severity, ministry_class = Severity(table["severity"]), MinistryClass(table["class"])
        mqm = MqmClass(table["mqm"])
        potential = Severity(table["potential"]) if "potential" in table else None
    except ValueError as problem:
        allowed = ", ".join([*Severity, *MinistryClass, *MqmClass])
        raise RuleTableError("bad_choice", file=file, line=line, word=problem, allowed=allowed) from problem
    explanation = Bilingual(table["ko"], table["en"])
    return Check(table["rule"], table["kind"], severity, potential, ministry_class, mqm, explanation)
