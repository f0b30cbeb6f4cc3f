"""Acronyms in brackets."""

from __future__ import annotations

import pytest

from tests.treaty.comparison.made import found
from treaty.comparison.rules import ComparisonRules


@pytest.mark.parametrize(
    ("korean", "english", "left", "right"),
    [
        ("등대 자료 허브(LHD)를 둔다.", "A Lighthouse Data Hub (LDH) is set up.", "LHD", "LDH"),
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
        ("공동작업반(JWG)은 LDH를 쓴다.", "The Joint Working Group (JWG) uses the hub (LDH)."),
    ],
)
def test_faithful_acronyms_are_silent(korean: str, english: str, rules: ComparisonRules) -> None:
    assert found(korean, english, rules) == []
