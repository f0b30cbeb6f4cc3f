"""The reviewer's own choices of rules, beside the bundled tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.treaty.comparison.made import found
from treaty.comparison.rule_choices import RuleChoice, load_choices, save_choices, with_choices
from treaty.comparison.rules import ComparisonRules
from treaty.errors import RuleTableError
from treaty.model import Severity

KOREAN, ENGLISH = "양측은 등대 48개를 고친다.", "The sides shall repair 84 lighthouses."


def test_a_rule_that_is_off_finds_nothing(rules: ComparisonRules) -> None:
    assert [finding.rule for finding in found(KOREAN, ENGLISH, rules)] == ["C01"]
    assert found(KOREAN, ENGLISH, with_choices(rules, {"C01": RuleChoice(on=False)})) == []


def test_another_severity_is_that_of_the_findings(rules: ComparisonRules) -> None:
    chosen = with_choices(rules, {"C01": RuleChoice(severity=Severity.MINOR)})
    assert [finding.severity for finding in found(KOREAN, ENGLISH, chosen)] == [Severity.MINOR]


def test_choices_are_kept_in_a_table_that_people_can_read(tmp_path: Path) -> None:
    path = tmp_path / "new" / "checks.tsv"
    choices = {"C01": RuleChoice(on=False), "C15": RuleChoice(severity=Severity.MAJOR), "C34": RuleChoice()}
    save_choices(choices, path)
    assert load_choices(path) == {"C01": choices["C01"], "C15": choices["C15"]}
    assert path.read_text(encoding="utf-8").startswith("#")


def test_no_table_means_no_choices(tmp_path: Path) -> None:
    assert load_choices(tmp_path / "checks.tsv") == {}


@pytest.mark.parametrize("line", ["C01\tperhaps\t-", "C01\tyes\tawful", "C01\tyes"])
def test_a_faulty_line_is_named(line: str, tmp_path: Path) -> None:
    path = tmp_path / "checks.tsv"
    path.write_text(f"# mine\n{line}\n", encoding="utf-8")
    with pytest.raises(RuleTableError) as fault:
        load_choices(path)
    assert fault.value.places["line"] == "2"
