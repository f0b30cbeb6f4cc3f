"""Persons' names of two words of which one is another's."""

from __future__ import annotations

import pytest

from tests.treaty.comparison.made import found
from treaty.comparison.rules import ComparisonRules
from treaty.model import Finding

ANOTHER = [
    (
        "노르벨왕국을 대표하여 외교부장관 루카 베르홀트",
        "For the Kingdom of Norvel: Magnus Verholt, Minister of Foreign Affairs",
        "루카 베르홀트",
        "Magnus Verholt",
    ),
    ("소호를 대표하여 엘레나 카르디니 대통령", "For Soho: Elena Martisi, President", "엘레나 카르디니", "Elena Martisi"),
]
THE_SAME = [
    ("산타 루이스 항만을 연다.", "The harbour of Santa Corrado shall be opened."),
    (
        "노르벨왕국을 대표하여 외교부장관 마그누스 베르홀트",
        "For the Kingdom of Norvel: Magnus Verholt, Minister of Foreign Affairs",
    ),
    ("소호를 대표하여 엘레나 마르티시 대통령이 서명하였다.", "Signed for Soho by President Elena Martisi."),
    ("노르벨 등대의 불", "The Light of Norvel Beacon"),
    ("베르홀트와 마그누스가 서명하였다.", "Signed by Magnus Verholt."),
]


def names(korean: str, english: str, rules: ComparisonRules) -> list[Finding]:
    return [finding for finding in found(korean, english, rules) if finding.kind == "name"]


@pytest.mark.parametrize(("korean", "english", "left", "right"), ANOTHER)
def test_a_name_of_which_one_word_is_anothers_is_found(
    korean: str, english: str, left: str, right: str, rules: ComparisonRules
) -> None:
    (finding,) = names(korean, english, rules)
    assert finding.left
    assert finding.right
    assert (finding.left.text, finding.right.text) == (left, right)


@pytest.mark.parametrize(("korean", "english"), THE_SAME)
def test_a_name_that_sounds_the_same_is_silent(korean: str, english: str, rules: ComparisonRules) -> None:
    assert names(korean, english, rules) == []
