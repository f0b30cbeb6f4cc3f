"""Periods that agree, and lie within, after or before an event."""

from __future__ import annotations

import pytest

from tests.treaty.comparison.made import found
from treaty.comparison.rules import ComparisonRules

DIFFERENT = [
    ("통보를 받은 후 30일 후에 답한다.", "They answer within 30 days after the notice.", "30일 후에", "within 30 days"),
    ("접수일부터 1년 이내에 발효한다.", "It takes effect one year after the date of receipt.", "1년 이내", "one year after"),
    ("회의 3개월 전에 초청한다.", "They invite three months after the meeting.", "3개월 전에", "three months after"),
    ("만료 6개월 후에 통보한다.", "They notify six months before its expiry.", "6개월 후에", "six months before"),
]
FAITHFUL = [
    ("통보를 받은 후 30일 이내에 답한다.", "They answer within 30 days after the notice."),
    ("통보를 받은 날부터 30일 이내에 답한다.", "They answer not later than 30 days after the notice."),
    ("회의 3개월 전까지 초청한다.", "They invite no later than three months before the meeting."),
    ("회의 전 7일 이내에 답한다.", "They answer within seven days before the meeting."),
    ("3개월 전에 서면으로 통보하여 종료할 수 있다.", "They may end it by giving three months’ written notice."),
    ("1년이 경과한 후에 발효한다.", "It takes effect one year after that date."),
    ("5년간 유효하다.", "It remains in force for five years."),
]


@pytest.mark.parametrize(("korean", "english", "left", "right"), DIFFERENT)
def test_a_period_on_another_side_of_the_event(
    korean: str, english: str, left: str, right: str, rules: ComparisonRules
) -> None:
    (finding,) = [finding for finding in found(korean, english, rules) if finding.kind == "deadline"]
    assert finding.left is not None
    assert finding.right is not None
    assert finding.left.text.strip() == left
    assert finding.right.text.strip() == right
    assert finding.left.value != finding.right.value


@pytest.mark.parametrize(("korean", "english"), FAITHFUL)
def test_faithful_periods_stay_silent(korean: str, english: str, rules: ComparisonRules) -> None:
    assert [finding for finding in found(korean, english, rules) if finding.kind == "deadline"] == []
