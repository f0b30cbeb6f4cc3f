"""What a draft left behind."""

from __future__ import annotations

import pytest

from tests.treaty.comparison.made import found
from treaty.comparison.rules import ComparisonRules

LEFT = [
    ("양측은 [ ]까지 불을 켠다.", "The two sides burn the light until [ ].", ["[ ]", "[ ]"]),
    ("양측은 TBC까지 불을 켠다.", "The two sides burn the light until that day.", ["TBC"]),
    ("기름 XX통을 나눈다.", "They share the oil.", ["XX"]),
    ("불을 켠다. 〔한측 제안〕", "They burn the light.", ["〔한측 제안〕"]),
    ("불을 켠다???", "They burn the light.", ["???"]),
    ("양측은 [즉시] 불을 켠다.", "The two sides burn the light at once.", ["[즉시]"]),
    (
        "양측은 lighthouse keepers and sailors 간의 교류를 지원한다.",
        "They support exchanges.",
        ["lighthouse keepers and sailors"],
    ),
    ("지기의 교류를 지원한다.", "The two sides support the 교류 of keepers.", ["교류"]),
    ("양측은 기름을 나눈다.", "The Parties share оil in every port.", ["оil"]),
]
SILENT = [
    ("양측은 해양영역인식(maritime domain awareness) 정보를 나눈다.", "They share maritime domain awareness."),
    ("‘푸른파도(Blue Wave)’ 훈련을 한다.", "They conduct the exercise ‘Blue Wave’."),
    ("NATO와 Blue Wave Initiative를 논의한다.", "They discuss the Initiative with NATO."),
    ("각주[1]을 따른다.", "They follow the note [1]."),
    ("등대의 제안에 따라 국제안보(예: 국제안보회의)를 논의한다.", "They discuss security as the lighthouse proposed."),
]


@pytest.mark.parametrize(("korean", "english", "words"), LEFT)
def test_leftovers_are_found(korean: str, english: str, words: list[str], rules: ComparisonRules) -> None:
    findings = [finding for finding in found(korean, english, rules) if finding.kind == "leftover"]
    assert [place.text for finding in findings if (place := finding.left or finding.right)] == words
    assert all(finding.potential is None for finding in findings)


@pytest.mark.parametrize(("korean", "english"), SILENT)
def test_foreign_words_in_their_place_are_silent(korean: str, english: str, rules: ComparisonRules) -> None:
    assert [finding for finding in found(korean, english, rules) if finding.kind == "leftover"] == []


def test_brackets_in_both_texts_only_deserve_a_look(rules: ComparisonRules) -> None:
    (finding,) = [finding for finding in found("[즉시] 켠다.", "They burn it [at once].", rules) if finding.kind == "leftover"]
    assert finding.potential is not None
