"""Modality and negation, sentence by sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from resources import path_of
from tests.treaty.comparison.made import found
from treaty.comparison.force_rules import load_force_rules
from treaty.comparison.rules import ComparisonRules
from treaty.errors import RuleTableError

DIFFERENT = [
    ("양측은 기름을 보낼 수 있다.", "The two sides shall send oil.", "modality", "수 있다.", "shall"),
    ("양측은 기름을 보낼 수 있다.", "The two sides will send oil.", "modality", "수 있다.", "will"),
    ("양측은 기름을 보내야 한다.", "The two sides may send oil.", "modality", "야 한다.", "may"),
    ("양측은 기름을 보낼 것이다.", "The two sides may send oil.", "modality", "낼 것이다.", "may"),
    ("양측은 불을 켜야 한다.", "The two sides should keep the light burning.", "modality", "야 한다.", "should"),
    ("이 각서는 의무를 창설한다.", "This Memorandum does not create obligations.", "negation", None, "does not"),
    ("양측은 기름을 보내지 아니한다.", "The two sides shall send oil.", "negation", "지 아니한다.", None),
    ("양측은 불을 밝히도록 노력할 것이다.", "The two sides will light the sea.", "softener", "노력할 것이다.", "will"),
    ("양측은 불을 밝힌다.", "The two sides shall endeavour to light the sea.", "softener", None, "shall endeavour to"),
    ("양측은 협력을 모색할 것이다.", "The two sides will cooperate.", "softener", "모색할 것이다.", "will"),
    ("양측은 협력할 것이다.", "The two sides will explore cooperation.", "softener", None, "will explore"),
    (
        "장관들은 불을 나누는 방안을 논의하였다.",
        "The Ministers agreed to share the light.",
        "speech_act",
        "논의하였다",
        "agreed to",
    ),
    (
        "장관들은 불을 나누기로 합의하였다.",
        "The Ministers discussed sharing the light.",
        "speech_act",
        "합의하였다.",
        "discussed",
    ),
    ("장관들은 이행을 촉구하였다.", "The Ministers took note of the implementation.", "speech_act", "촉구하였다", "took note"),
    ("장관들은 의지를 재확인하였다.", "The Ministers affirmed their will.", "speech_act", "재확인하였다", "affirmed"),
    (
        "장관들은 의지를 재확인하고, 진전을 환영하였다.",
        "The Ministers affirmed their will and welcomed the progress.",
        "speech_act",
        "재확인하고",
        "affirmed",
    ),
]
FAITHFUL = [
    ("양측은 불을 밝히도록 노력하여야 한다.", "The two sides shall endeavour to light the sea."),
    ("양측은 협력을 모색할 것이다.", "The two sides will explore cooperation."),
    ("장관들은 불을 나누기로 합의하였다.", "The Ministers agreed to share the light."),
    ("장관들은 방안을 논의하였다.", "The Ministers discussed ways of doing so."),
    ("장관들은 진전에 주목하였다.", "The Ministers noted the progress."),
    ("장관들은 의지를 재확인하였다.", "The Ministers reaffirmed their will."),
    ("장관들은 진전을 환영하였다.", "The Ministers welcomed the progress."),
    ("양측은 기름을 보내야 한다.", "The two sides shall send oil."),
    ("양측은 기름을 보낸다.", "The two sides shall send oil."),
    ("양측은 기름을 보낼 것이다.", "The two sides will send oil."),
    ("양측은 기름을 보낼 수 있다.", "The two sides may send oil."),
    ("각 측은 불을 켤 수 있다.", "Each side is entitled to keep the light burning."),
    ("배는 등대에 접근할 수 있다.", "Vessels have access to the lighthouse."),
    ("불을 켜는 것이 바람직하다.", "The light should be kept burning."),
    ("양측은 정보를 공개하여서는 아니 된다.", "The two sides shall not disclose information."),
    ("회의는 6개월 이내에 열린다.", "The meeting shall be held no later than six months after that date."),
    ("무단으로 들어갈 수 없다.", "No one may enter without permission."),
    ("군함은 제외된다.", "Naval vessels are not included."),
    ("한 나라의 노력만으로는 밝힐 수 없다.", "No country can light it by its own efforts alone."),
]


@pytest.mark.parametrize(("korean", "english", "kind", "left", "right"), DIFFERENT)
def test_contradicting_force_is_found_with_its_words(
    korean: str, english: str, kind: str, left: str | None, right: str | None, rules: ComparisonRules
) -> None:
    (finding,) = found(korean, english, rules)
    assert finding.kind == kind
    assert (finding.left and finding.left.text, finding.right and finding.right.text) == (left, right)


@pytest.mark.parametrize(("korean", "english"), FAITHFUL)
def test_faithful_sentences_are_silent(korean: str, english: str, rules: ComparisonRules) -> None:
    assert found(korean, english, rules) == []


def test_a_force_that_no_row_names_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "force.tsv").write_text(path_of("rules/force.tsv").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "force_checks.tsv").write_text("# one\nnegation_lost\ten\twhispers\t-\t-\t-\t-\n", encoding="utf-8")
    with pytest.raises(RuleTableError) as caught:
        load_force_rules(tmp_path)
    assert (caught.value.code, caught.value.places["line"]) == ("bad_choice", "2")
