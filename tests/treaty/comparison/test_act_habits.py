"""Verbs of a statement that are rendered in two ways in the same text."""

from __future__ import annotations

from tests.treaty.comparison.made import link, text
from treaty.comparison import find_findings
from treaty.comparison.rules import ComparisonRules
from treaty.model import Finding, Relation, Severity

AGREED = [("양측은 등대를 세우기로 합의하였다.", "The two sides agreed to build a lighthouse.")] * 3
DECIDED = [("양측은 회의를 열기로 결정하였다.", "The two sides decided to hold a meeting.")] * 2
ACKNOWLEDGED = [("양측은 진전을 인정하였다.", "The two sides acknowledged the progress.")] * 3


def varying(clauses: list[tuple[str, str]], rules: ComparisonRules) -> list[Finding]:
    left, right = (text(f"t{side}", [clause[side] for clause in clauses]) for side in (0, 1))
    links = [link(left, right, [number], [number]) for number in range(1, len(clauses) + 1)]
    found = find_findings(links, left, right, Relation.TRANSLATION, rules=rules)
    return [finding for finding in found if finding.rule == "C19"]


def test_a_rendering_that_belongs_to_another_verb(rules: ComparisonRules) -> None:
    odd = ("양측은 기름을 나누기로 결정하였다.", "The two sides agreed to share the oil.")
    (finding,) = varying([*AGREED, *DECIDED, odd], rules)
    assert (finding.link, finding.severity) == (5, Severity.MINOR)
    assert (finding.left and finding.left.text, finding.right and finding.right.text) == ("결정하였다", "agreed")
    assert "‘합의하였다’" in finding.message.ko


def test_a_rendering_of_another_kind(rules: ComparisonRules) -> None:
    odd = ("양측은 노력을 평가하였다.", "The two sides acknowledged the efforts.")
    (finding,) = varying([*ACKNOWLEDGED, odd], rules)
    assert (finding.link, finding.severity) == (3, Severity.MINOR)


def test_a_rendering_that_only_differs_in_strength_deserves_a_look(rules: ComparisonRules) -> None:
    odd = ("양측은 기름을 나누기로 결정하였다.", "The two sides agreed to share the oil.")
    (finding,) = varying([*AGREED, odd], rules)
    assert (finding.severity, finding.potential) == (Severity.INFO, Severity.MINOR)


def test_free_renderings_are_silent(rules: ComparisonRules) -> None:
    same_act = [("양측은 원칙을 인식하고 회의를 열었다.", "The two sides, recognizing the principle, met.")]
    recognized = [("양측은 원칙을 인정하였다.", "The two sides recognized the principle.")] * 3
    assert varying([*recognized, *same_act], rules) == []
    assert varying([*AGREED[:2], *DECIDED, ("양측은 기름을 나누기로 결정하였다.", "They agreed to share it.")], rules) == []
    assert varying([*AGREED, *DECIDED], rules) == []


def test_the_rendering_that_says_what_the_verb_says_is_silent(rules: ComparisonRules) -> None:
    loose = [("양측은 등대를 세우기로 하였다.", "The two sides decided to build a lighthouse.")] * 3
    assert varying([*loose, DECIDED[0]], rules) == []
