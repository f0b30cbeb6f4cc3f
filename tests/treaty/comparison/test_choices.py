"""Who acts, in which role, and what final clauses choose."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from resources import path_of
from tests.treaty.comparison.made import found
from treaty.comparison.choice_rules import load_choice_checks
from treaty.comparison.rules import ComparisonRules
from treaty.errors import RuleTableError
from treaty.model import Finding

KINDS = frozenset({"party", "actor", "name", "final_clause", "status"})
DIFFERENT = [
    ("위원회는 보고서를 받는다.", "The States Parties shall receive the report.", "party", "위원회", "States Parties"),
    ("사무총장은 통보한다.", "The President shall notify it.", "party", "사무총장", "President"),
    ("제3국에 넘기지 아니한다.", "It shall not be passed to a State Party.", "party", "제3국", "State Party"),
    ("공관장은 신임장을 낸다.", "The consul presents his letter.", "name", "공관장", "consul"),
    ("이 협정의 뜻은 밝다.", "The purpose of this Memorandum is clear.", "status", "이 협정의", "this Memorandum"),
    ("참여자는 불을 켠다.", "The Parties will burn lamps.", "status", "참여자", "Parties"),
    ("비준서는 공개된다.", "The instruments of ratification shall be deposited.", "final_clause", "공개된다", "deposited"),
    ("언제든지 종료할 수 있다.", "It may be terminated upon expiry.", "final_clause", "언제든지", "upon expiry"),
    (
        "제공국의 동의 없이 옮기지 아니한다.",
        "It shall not be moved without consent of the recipient country.",
        "party",
        "제공국",
        "recipient country",
    ),
    ("요청국의 법에 따른다.", "It follows the law of the requested State.", "party", "요청국", "requested State"),
    ("피요청국은 거절할 수 있다.", "The requesting Party may refuse.", "party", "피요청국", "requesting Party"),
    ("파견국은 비용을 부담한다.", "The receiving State shall bear the cost.", "party", "파견국", "receiving State"),
    ("수출국은 증명서를 발급한다.", "The importing Party shall issue a certificate.", "party", "수출국", "importing Party"),
    ("연안국은 허가한다.", "The flag State shall permit it.", "party", "연안국", "flag State"),
    ("개발도상국을 돕는다.", "They help least developed countries.", "party", "개발도상국", "least developed countries"),
    ("양 당사국은 기관을 지정한다.", "Each Party shall designate an authority.", "actor", "양 당사국은", "Each Party"),
    ("각 당사국은 기관을 지정한다.", "The Parties shall designate an authority.", "actor", "각 당사국은", "The Parties"),
    ("양 당사국은 종료할 수 있다.", "Either Party may terminate it.", "actor", "양 당사국은", "Either Party"),
    ("양측은 등대를 설명하였다.", "The Gaon side explained the lighthouse.", "actor", "양측은", "The Gaon side"),
    ("가온 측은 등대를 설명하였다.", "Both sides explained the lighthouse.", "actor", "가온 측은", "Both sides"),
    ("타방 당사국은 답한다.", "Each Party shall answer.", "actor", "타방 당사국은", "Each Party"),
    (
        "피요청국의 중앙당국은 결과를 요청국에 통지한다.",
        "The Central Authority of the requesting Party shall inform the requested Party of the outcome.",
        "party",
        "피요청국",
        "requesting Party",
    ),
    (
        "이 협정은 두 통보 중 앞선 통보를 받은 날에 발효한다.",
        "It shall enter into force on the date of receipt of the later of the two notifications.",
        "final_clause",
        "앞선",
        "later",
    ),
    (
        "종료는 통보가 발송된 날부터 효력을 가진다.",
        "Termination shall take effect on the date of receipt of the notification.",
        "final_clause",
        "발송된 날",
        "date of receipt",
    ),
    ("두 정상은 사의를 표하였다.", "President Yoon thanked her.", "actor", "두 정상은", "President Yoon"),
    ("양국 정상은 환영하였다.", "The two Ministers welcomed it.", "actor", "양국 정상은", "The two Ministers"),
    (
        "이 협정은 서명일에 발효한다.",
        "This Agreement shall enter into force on the date of the later notification.",
        "final_clause",
        "서명일에",
        "the later notification",
    ),
    (
        "이 협정은 자동으로 연장된다.",
        "This Agreement shall be extended by mutual consent of the Parties.",
        "final_clause",
        None,
        None,
    ),
    (
        "해석상 차이가 있으면 영어본이 우선한다.",
        "In case of divergence the Korean text shall prevail.",
        "final_clause",
        "영어본",
        "Korean text",
    ),
    (
        "한국어와 영어로 각 2부씩 작성하였다.",
        "Done in triplicate in the Korean and English languages.",
        "final_clause",
        "각 2부",
        "in triplicate",
    ),
    ("분쟁은 중재로 해결한다.", "Disputes shall be settled by negotiations.", "final_clause", "중재로", "negotiations"),
]
FAITHFUL = [
    ("당사국은 이를 위원회에 알리고, 위원회는 답한다.", "States shall inform the Committee, which shall answer."),
    ("공동위원회는 매년 열린다.", "The Committee shall meet every year."),
    ("양국은 위원회를 두고, 위원회는 보고한다.", "The Parties establish a committee, which reports."),
    ("이 협정 및 이 의정서는 함께 읽는다.", "This Agreement and its Protocol are read together."),
    ("당사자들은 분쟁을 해결한다.", "The Parties shall settle disputes."),
    ("당사국은 기관을 지정한다.", "Each Party shall designate an authority."),
    ("당사국은 기관을 지정한다.", "The Parties shall designate an authority."),
    ("각 당사국은 종료할 수 있다.", "Either Party may terminate it."),
    ("일방 당사국은 타방 당사국에 알린다.", "Either Party shall inform the other Party."),
    ("양측은 등대를 설명하였다.", "The two sides explained the lighthouse."),
    ("가온 측은 등대를 설명하였다.", "The Gaon side explained the lighthouse."),
    ("접수국은 파견국의 사절을 받는다.", "The receiving State receives the envoys of the sending State."),
    ("접수국은 장소를 제공한다.", "The host State shall provide premises."),
    ("요청국은 피요청국에 문서를 보낸다.", "The requesting State shall send the document to the requested State."),
    ("해상 안보를 위하여 군 간에 협력한다.", "The navies cooperate for maritime security."),
    ("수출입 절차를 간소화한다.", "Procedures for exporters are simplified."),
    ("양국은 서로 돕는다.", "The Parties shall help each other."),
    ("이 협정은 서명일에 발효한다.", "This Agreement shall enter into force on the date of signature."),
    (
        "이 협정은 나중의 통보가 접수된 날부터 30일 후에 발효한다.",
        "This Agreement shall enter into force 30 days after the date of the later notification.",
    ),
    (
        "동등하게 정본인 한국어·영어로 2부씩 작성하였다.",
        "Done in duplicate in the Korean and English languages, both texts being equally authentic.",
    ),
    ("분쟁은 외교 경로를 통하여 협의로 해결한다.", "Disputes shall be settled by negotiations through diplomatic channels."),
]


def of_family(korean: str, english: str, rules: ComparisonRules) -> list[Finding]:
    """The findings of these checks that are nearly certain."""
    return [one for one in found(korean, english, rules) if one.kind in KINDS and one.potential is None]


@pytest.mark.parametrize(("korean", "english", "kind", "left", "right"), DIFFERENT)
def test_different_choices_are_found_with_their_words(
    korean: str, english: str, kind: str, left: str | None, right: str | None, rules: ComparisonRules
) -> None:
    (finding,) = of_family(korean, english, rules)
    assert finding.kind == kind
    if left:
        assert (finding.left and finding.left.text, finding.right and finding.right.text) == (left, right)
        assert left in finding.message.ko


@pytest.mark.parametrize(("korean", "english"), FAITHFUL)
def test_faithful_choices_are_silent(korean: str, english: str, rules: ComparisonRules) -> None:
    assert of_family(korean, english, rules) == []


def test_a_language_that_one_list_lacks_is_found_with_its_gap(rules: ComparisonRules) -> None:
    korean = "동등하게 정본인 한국어와 영어로 2부씩 작성하였다."
    english = "Done in duplicate in the Korean, Spanish and English languages, all texts being equally authentic."
    (finding,) = of_family(korean, english, rules)
    assert (finding.left, finding.right and finding.right.text) == (None, "Spanish")
    assert finding.gap is not None


def test_a_role_that_is_named_more_often_only_deserves_a_look(rules: ComparisonRules) -> None:
    korean = "제공국은 수령국에 알리고, 수령국은 제공국에 답한다."
    english = "The providing Party informs the recipient, and the recipient answers."
    assert of_family(korean, english, rules) == []


@pytest.mark.parametrize(
    ("name", "line", "code"),
    [
        ("choices.tsv", "nothing\tx\ty\tz", "bad_choice"),
        ("choices.tsv", "role\tx\t(\tz", "bad_pattern"),
        ("choice_checks.tsv", "role\trole\tsometimes\tno\t-\t-", "bad_choice"),
    ],
)
def test_a_faulty_line_is_named(name: str, line: str, code: str, tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(path_of("rules"), folder)
    good = (folder / name).read_text(encoding="utf-8").rstrip("\n")
    (folder / name).write_text(f"{good}\n{line}\n", encoding="utf-8")
    with pytest.raises(RuleTableError) as caught:
        load_choice_checks(folder)
    assert (caught.value.code, caught.value.places["line"]) == (code, str(good.count("\n") + 2))
