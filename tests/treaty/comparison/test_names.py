"""Acronyms."""

from __future__ import annotations

import pytest

from tests.treaty.comparison.made import found, link, text
from treaty.comparison import find_findings
from treaty.comparison.rules import ComparisonRules
from treaty.model import Relation


@pytest.mark.parametrize(
    ("korean", "english", "left", "right"),
    [
        ("등대 자료 허브(LHD)를 둔다.", "A Lighthouse Data Hub (LDH) is set up.", "LHD", "LDH"),
        ("양국은 LHD를 쓴다.", "They use the LDH.", "LHD", "LDH"),
        ("국제등대협회(ILS)와 일한다.", "They work with the International Lamp Union (ILU).", "ILS", "ILU"),
    ],
)
def test_different_acronyms_are_found(korean: str, english: str, left: str, right: str, rules: ComparisonRules) -> None:
    (finding,) = found(korean, english, rules)
    assert (finding.kind, finding.rule) == ("acronym", "C15")
    assert (finding.left and finding.left.text, finding.right and finding.right.text) == (left, right)


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("등대 자료 허브(LDH)를 둔다.", "A Lighthouse Data Hub (LDH) is set up."),
        ("국제등대협회(ILU)와 일한다.", "They work with the ILU."),
        ("국제등대협회와 일한다.", "They work with the International Lamp Union (ILU)."),
        ("유럽연합과 WTO에 알린다.", "They inform the EU and the World Trade Organization."),
        ("공동작업반(JWG)은 LDH를 쓴다.", "The Joint Working Group (JWG) uses the hub (LDH)."),
    ],
)
def test_faithful_acronyms_are_silent(korean: str, english: str, rules: ComparisonRules) -> None:
    findings = [finding for finding in found(korean, english, rules) if finding.kind == "acronym"]
    assert [finding for finding in findings if finding.potential is None] == []


def test_an_acronym_that_one_text_never_explains_deserves_a_look(rules: ComparisonRules) -> None:
    korean, english = ["공동작업반을 둔다.", "JWG는 만난다."], ["A Joint Working Group (JWG) is set up.", "The JWG meets."]
    left, right = text("t1", korean), text("t2", english)
    links = [link(left, right, [number], [number]) for number in (1, 2)]
    findings = find_findings(links, left, right, Relation.TRANSLATION, rules=rules)
    (finding,) = [finding for finding in findings if finding.kind == "acronym"]
    assert (finding.left and finding.left.text, finding.link) == ("JWG", 1)
    assert finding.potential is not None
