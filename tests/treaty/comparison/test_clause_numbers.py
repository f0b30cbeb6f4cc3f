"""Where the numbers of linked clauses begin to differ; texts that number in their own ways are left alone."""

from __future__ import annotations

from collections.abc import Sequence

from tests.treaty.comparison.made import clause, link, text
from treaty.comparison import find_findings
from treaty.comparison.rules import ComparisonRules
from treaty.model import Relation

WORDS = [("등대는 밝다.", "The lamp is bright."), ("배는 빠르다.", "The ship is fast."), ("길은 멀다.", "The way is far.")]


def numbers_found(left: Sequence[int], right: Sequence[int], rules: ComparisonRules) -> list[tuple[str, str]]:
    """The labels that are reported on texts whose clauses bear these numbers."""
    korean = text("t1", [clause(f"t1.c{n}", WORDS[n % 3][0], number=number) for n, number in enumerate(left, start=1)])
    english = text("t2", [clause(f"t2.c{n}", WORDS[n % 3][1], number=number) for n, number in enumerate(right, start=1)])
    links = [link(korean, english, [n], [n]) for n in range(1, len(left) + 1)]
    findings = find_findings(links, korean, english, Relation.TRANSLATION, rules=rules)
    found = [finding for finding in findings if finding.kind == "clause_number"]
    return [(finding.left.value.ko, finding.right.value.en) for finding in found if finding.left and finding.right]


def test_one_number_that_differs_is_found(rules: ComparisonRules) -> None:
    same = list(range(1, 13))
    assert numbers_found(same, [*same[:4], 8, *same[5:]], rules) == [("5.", "8.")]


def test_numbers_that_are_off_from_a_clause_on_are_reported_once(rules: ComparisonRules) -> None:
    left = list(range(1, 31))
    assert numbers_found(left, [*left[:28], 30, 31], rules) == [("29.", "30.")]


def test_texts_that_number_in_their_own_ways_are_left_alone(rules: ComparisonRules) -> None:
    left = list(range(1, 11))
    assert numbers_found(left, [number + 3 for number in left], rules) == []


def test_few_numbers_prove_nothing(rules: ComparisonRules) -> None:
    assert numbers_found([1, 2, 3, 4], [1, 2, 3, 5], rules) == []
