"""Figures that agree and are bounded differently."""

from __future__ import annotations

import pytest

from tests.treaty.comparison.made import found
from treaty.comparison.rules import ComparisonRules

DIFFERENT = [
    (
        "등대의 50퍼센트 이상이 켜진다.",
        "More than 50 per cent of the lighthouses burn.",
        "50퍼센트 이상",
        "More than 50 per cent",
    ),
    (
        "기름의 1.2퍼센트 이하가 남는다.",
        "Less than 1.2 per cent of the oil is left.",
        "1.2퍼센트 이하",
        "Less than 1.2 per cent",
    ),
    ("10명 미만의 참관인이 온다.", "Up to ten observers come.", "10명 미만", "Up to ten"),
    (
        "기름 30톤을 초과하는 배가 온다.",
        "A vessel with at least 30 tonnes of oil comes.",
        "30톤을 초과하는",
        "at least 30 tonnes",
    ),
]
FAITHFUL = [
    ("15일 이상 켠다.", "It burns for at least 15 days."),
    ("50퍼센트를 초과하는 몫을 낸다.", "They give a share exceeding 50 per cent."),
    ("40퍼센트를 초과하지 아니하는 몫을 낸다.", "They give a share not exceeding 40 per cent."),
    ("18세 미만의 사람은 들어가지 못한다.", "No person below the age of eighteen years may enter."),
    ("12개월 이내에 알린다.", "They notify not later than twelve months after that date."),
    ("최소 1개월 전에 알린다.", "They notify no later than one month before that date."),
    ("65세 이상의 사람이 온다.", "Persons aged 65 or over come."),
    ("60일 이내에 알린다.", "They notify within 60 days."),
    ("10일 미만이 되지 아니하도록 줄인다.", "They reduce it so that it is not less than ten days."),
]


@pytest.mark.parametrize(("korean", "english", "left", "right"), DIFFERENT)
def test_different_bounds_are_found_with_their_words(
    korean: str, english: str, left: str, right: str, rules: ComparisonRules
) -> None:
    (finding,) = found(korean, english, rules)
    assert finding.kind == "boundary"
    assert (finding.left and finding.left.text, finding.right and finding.right.text) == (left, right)


@pytest.mark.parametrize(("korean", "english"), FAITHFUL)
def test_faithful_bounds_are_silent(korean: str, english: str, rules: ComparisonRules) -> None:
    assert found(korean, english, rules) == []
