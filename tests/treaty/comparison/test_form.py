"""Rows of tables and titles in quotation marks."""

from __future__ import annotations

from tests.treaty.comparison.made import clause, link, text
from treaty.comparison import find_findings
from treaty.comparison.rules import ComparisonRules
from treaty.model import ClauseKind, Finding, Relation


def findings(korean: list[str], english: list[str], rules: ComparisonRules, kind: ClauseKind) -> list[Finding]:
    left = text("t1", [clause(f"t1.c{number}", words, kind, number) for number, words in enumerate(korean, start=1)])
    right = text("t2", [clause(f"t2.c{number}", words, kind, number) for number, words in enumerate(english, start=1)])
    links = [link(left, right, [number], [number]) for number in range(1, len(korean) + 1)]
    found = find_findings(links, left, right, Relation.TRANSLATION, rules=rules)
    return [finding for finding in found if finding.rule in ("C36", "C37")]


def test_a_row_with_a_cell_missing(rules: ComparisonRules) -> None:
    (finding,) = findings(["등대\t기름\t심지"], ["lighthouse\toil"], rules, ClauseKind.TABLE_ROW)
    assert finding.kind == "list"
    assert "3칸" in finding.message.ko
    assert findings(["등대\t기름"], ["lighthouse\toil"], rules, ClauseKind.TABLE_ROW) == []


def test_a_title_rendered_in_two_ways(rules: ComparisonRules) -> None:
    english = ["They start the “Blue Lamp Initiative”.", "The “Blue Lamp Initiative” grows."]
    (finding,) = findings(["‘블루 램프 구상’을 시작한다.", "‘푸른 등불 구상’은 자란다."], english, rules, ClauseKind.PARAGRAPH)
    assert (finding.left and finding.left.text, finding.link) == ("푸른 등불 구상", 1)
    assert findings(["‘블루 램프 구상’을 시작한다.", "‘블루램프 구상’은 자란다."], english, rules, ClauseKind.PARAGRAPH) == []
