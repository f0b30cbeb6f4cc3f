"""Legal force: what is allowed, owed, tried, denied, reserved, joined, said and counted, sentence by sentence."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from resources import path_of
from tests.treaty.comparison.made import found, link, text
from treaty.comparison import find_findings
from treaty.comparison.conjunction_rules import load_conjunctions
from treaty.comparison.counterpart_rules import load_counterparts
from treaty.comparison.predicate_rules import load_predicate_rules
from treaty.comparison.rules import ComparisonRules
from treaty.comparison.speech_act_rules import load_speech_acts
from treaty.errors import RuleTableError
from treaty.model import Finding, Relation, Severity

MODALITY = [
    ("양측은 기름을 보낼 수 있다.", "The two sides shall send oil.", "modality", "수 있다", "shall"),
    ("양측은 기름을 보낼 수 있다.", "The two sides will send oil.", "modality", "수 있다", "will"),
    ("양측은 기름을 보낼 수 있습니다.", "The two sides must send oil.", "modality", "수 있습니다", "must"),
    ("양측은 기름을 보내야 한다.", "The two sides may send oil.", "modality", "야 한다", "may"),
    ("양측은 기름을 보낼 것이다.", "The two sides may send oil.", "modality", "낼 것이다", "may"),
    ("등대장은 기름을 요청한다.", "The Keeper may request oil.", "modality", "한다", "may"),
    ("양측은 불을 켜야 한다.", "The two sides should keep the light burning.", "modality", "야 한다", "should"),
    ("불을 켜는 것이 바람직하다.", "The light shall be kept burning.", "modality", "것이 바람직하다", "shall"),
    ("양측은 등대를 세우고자 한다.", "The two sides shall build a lighthouse.", "modality", "고자 한다", "shall"),
    ("양측은 등대를 세워 왔다.", "The two sides will build lighthouses.", "modality", "왔다", "will"),
    (
        "양측은 협력을 강화할 것이다.",
        "The two sides have strengthened cooperation.",
        "modality",
        "할 것이다",
        "have strengthened",
    ),
    ("이 각서는 의무를 창설한다.", "This Memorandum does not create obligations.", "negation", "한다", "does not"),
    ("양측은 기름을 보내지 아니한다.", "The two sides shall send oil.", "negation", "지 아니한다", "shall"),
    ("등대에 들어갈 수 없다.", "Vessels may enter the lighthouse.", "negation", "수 없다", "may"),
    ("불을 꺼야 한다.", "The light shall not be put out.", "negation", "야 한다", "shall not"),
    ("양측은 불을 밝히도록 노력할 것이다.", "The two sides will light the sea.", "softener", "노력할 것이다", "will"),
    ("양측은 불을 밝힌다.", "The two sides shall endeavour to light the sea.", "softener", "힌다", "shall endeavour"),
    ("양측은 협력을 모색할 것이다.", "The two sides will cooperate.", "softener", "모색할 것이다", "will"),
    ("양측은 협력할 것이다.", "The two sides will explore cooperation.", "softener", "할 것이다", "will explore"),
    ("등대에 들어갈 수 없다.", "Vessels should not enter the lighthouse.", "modality", "수 없다", "should not"),
    (
        "배를 막지 아니하도록 노력하여야 한다.",
        "Neither Party shall block vessels.",
        "softener",
        "노력하여야 한다",
        "Neither Party shall",
    ),
    (
        "양측은 불이 과학에 기초하는 것이 바람직하다고 강조하였다.",
        "The two sides stressed that the light must be based on science.",
        "modality",
        "것이 바람직하다",
        "must",
    ),
    (
        "양측은 법을 유지하여야 하며, 절차를 마련하여야 한다.",
        "The two sides shall maintain laws and shall endeavour to put in place procedures.",
        "softener",
        "야 한다",
        "shall endeavour",
    ),
]
ACTS = [
    ("장관들은 불을 나누는 방안을 논의하였다.", "The Ministers agreed to share the light.", "논의하였다", "agreed"),
    ("장관들은 불을 나누는 데 합의하였다.", "The Ministers discussed sharing the light.", "합의하였다", "discussed"),
    ("장관들은 이행을 촉구하였다.", "The Ministers took note of the implementation.", "촉구하였다", "took note"),
    ("장관들은 의지를 규탄하였다.", "The Ministers welcomed the will.", "규탄하였다", "welcomed"),
    ("장관들은 원칙을 재확인하였다.", "The Ministers affirmed the principle.", "재확인하였다", "affirmed"),
    (
        "장관들은 원칙을 재확인하고, 진전을 환영하였다.",
        "The Ministers affirmed it and welcomed the progress.",
        "재확인하고",
        "affirmed",
    ),
    (
        "장관들은 깊은 우려를 표명하고, 연락망을 가동하기로 하였다.",
        "The Ministers welcomed it, and decided to put the network into operation.",
        "깊은 우려를 표명하고",
        "welcomed",
    ),
    ("등대의 가치를 환영하며,", "Recalling the worth of the lighthouse,", "환영하며", "recalling"),
]
TWO_SIDED = [
    ("양측은 상품 및 서비스를 교환한다.", "The two sides shall exchange goods or services.", "and_or", "및", "or"),
    ("양측은 상품 또는 서비스를 교환한다.", "The two sides shall exchange goods and services.", "and_or", "또는", "and"),
    (
        "자료를 우선적으로 제공한다.",
        "Data shall be provided on a non-discriminatory basis.",
        "hedge",
        "우선적으로",
        "on a non-discriminatory basis",
    ),
    ("양측은 단계적으로 등을 끈다.", "The two sides shall put out the lamps with immediate effect.", "hedge", None, None),
    ("일부 등대를 점검한다.", "All lighthouses shall be checked.", "scope", "일부", "All"),
]
ENGLISH_ALONE = [
    ("자료를 공유한다.", "Data shall be shared to the extent possible.", "hedge", "to the extent possible"),
    ("양측은 자료를 나눈다.", "Unless otherwise agreed, the two sides shall share data.", "hedge", "Unless otherwise agreed"),
    ("조약 규정에 따라 자료를 준다.", "Data are given without prejudice to the treaty rules.", "hedge", "without prejudice to"),
    ("비용은 양측이 낸다.", "Costs are borne subject to the availability of funds.", "hedge", "subject to the availability of"),
    (
        "자료를 제3자에게 넘기지 아니한다.",
        "Data shall not be passed on without the prior written consent of its owner.",
        "hedge",
        None,
    ),
    ("양측은 각 측의 법을 지킨다.", "The two sides keep the law, inter alia on lamps.", "hedge", "inter alia"),
    ("장관들은 공격을 규탄하였다.", "The Ministers strongly condemned the attack.", "intensifier", "strongly"),
    ("등대를 이용한다.", "Lighthouses are used solely at night.", "scope", "solely"),
    ("배는 등대에 들어간다.", "Vessels enter the lighthouse, except for naval vessels.", "negation", "except for"),
    ("어느 나라나 보호할 수 있는 바다이다.", "It is a sea that no country can protect.", "negation", "no country can"),
    (
        "양측은 기름과 석유를 쓴다.",
        "The two sides use oil and petroleum, including but not limited to lamp oil.",
        "list",
        None,
    ),
]
KOREAN_ALONE = [
    ("가능한 한 자료를 공유한다.", "Data shall be shared.", "hedge", "가능한 한"),
    ("달리 합의하지 아니하는 한 자료를 공유한다.", "Data shall be shared.", "hedge", None),
    ("국내법이 허용하는 범위에서 자료를 공유한다.", "Data shall be shared.", "hedge", None),
    ("장관들은 공격을 강력히 규탄하였다.", "The Ministers condemned the attack.", "intensifier", "강력히"),
    ("기름, 등유 등 연료를 보낸다.", "Oil and kerosene shall be sent as fuel.", "list", "등"),
    ("양측은 자발적으로 기름을 보낸다.", "The two sides shall send oil.", "hedge", None),
]
FAITHFUL = [
    ("모든 아동이나 부모 또는 후견인과 교사를 돕는다.", "They help every child, parent or guardian and teacher."),
    (
        "장관들은 깊은 우려를 표명하고, 등대를 세우기로 하였다.",
        "The Ministers voiced deep concern and decided to build a lighthouse.",
    ),
    ("양측은 등대를 세울 의향을 확인하였다.", "The two sides confirmed their intention to build a lighthouse."),
    ("등대는 이미지를 보낸다.", "The lighthouse sends images."),
    ("양측은 기름을 줄 수 있으며, 불을 켜야 한다.", "The two sides shall burn the light and may give oil."),
    ("양측은 배가 방해받아서는 아니 된다는 점을 천명하였다.", "The two sides declared that vessels must not be hindered."),
    (
        "양측은 불을 켜야 하며, 꺼서는 안 된다는 원칙에 합의한다.",
        "They agree on the principle that the light must burn and must not be put out.",
    ),
    ("양측은 불을 밝히도록 노력하여야 한다.", "The two sides shall endeavour to light the sea."),
    ("양측은 불을 밝히는 데 최선을 다한다.", "The two sides shall make every effort to light the sea."),
    ("양측은 협력을 모색할 것이다.", "The two sides will explore cooperation."),
    ("양측은 협력을 강화해 왔다.", "The two sides have strengthened cooperation."),
    ("양측은 등대를 세우기로 하였다.", "The two sides decided to build a lighthouse."),
    ("양측은 등대를 세울 의향이 있다.", "The two sides intend to build a lighthouse."),
    ("장관들은 불을 나누기로 합의하였다.", "The Ministers agreed to share the light."),
    ("장관들은 불을 나누기로 하였다.", "The Ministers agreed to share the light."),
    ("장관들은 방안을 논의하였다.", "The Ministers discussed ways of doing so."),
    ("장관들은 진전에 주목하였다.", "The Ministers noted the progress."),
    ("장관들은 원칙을 재확인하였다.", "The Ministers reaffirmed the principle."),
    ("장관들은 진전을 환영하였다.", "The Ministers welcomed the progress."),
    ("장관들은 등대의 중요성을 강조하였다.", "The Ministers underscored the importance of lighthouses."),
    ("등대의 가치를 상기하며,", "Recalling the worth of the lighthouse,"),
    ("이 원칙에 유념하고,", "Bearing in mind this principle,"),
    ("양측은 기름을 보내야 한다.", "The two sides shall send oil."),
    ("양측은 기름을 보낸다.", "The two sides shall send oil."),
    ("양측은 기름을 보낼 것이다.", "The two sides will send oil."),
    ("양측은 기름을 보낼 수 있다.", "The two sides may send oil."),
    ("각 측은 불을 켤 수 있다.", "Each side is entitled to keep the light burning."),
    (
        "각 당사국은 이 협정을 종료할 수 있으며, 상대국은 이를 확인한다.",
        "Each Party may terminate this Agreement and the other shall confirm it.",
    ),
    ("필요하다고 인정되는 조치를 취한다.", "It shall take such measures as may be necessary."),
    ("이 협정은 서명을 위하여 개방된다.", "This Agreement shall be open for signature."),
    ("이의를 제기할 권리를 가진다.", "It shall have the right to object."),
    ("불을 켜는 것이 바람직하다.", "The light should be kept burning."),
    ("양측은 정보를 공개하여서는 아니 된다.", "The two sides shall not disclose information."),
    ("양측은 정보를 공개하지 못한다.", "The two sides may not disclose information."),
    ("회의는 6개월 이내에 열린다.", "The meeting shall be held no later than six months after that date."),
    ("무단으로 들어갈 수 없다.", "No one may enter without permission."),
    ("군함은 제외된다.", "Naval vessels are not included."),
    ("한 나라의 노력만으로는 밝힐 수 없다.", "No country can light it by its own efforts alone."),
    ("동의를 얻은 경우에만 들어갈 수 있다.", "No one may enter except with consent."),
    ("배뿐만 아니라 사람도 구한다.", "Not only vessels but also persons shall be saved."),
    ("가능한 범위 내에서 자료를 공유한다.", "Data shall be shared where possible."),
    ("적절한 경우 자료를 공유한다.", "Data shall be shared as appropriate."),
    ("달리 합의하지 아니하는 한 자료를 공유한다.", "Unless otherwise agreed, data shall be shared."),
    ("예산과 인력이 허용하는 범위에서 협력한다.", "Cooperation is subject to the availability of funds and personnel."),
    ("이 규정에 영향을 미치지 아니하고 자료를 준다.", "Data are given without prejudice to this rule."),
    ("서면으로 통보한다.", "It shall be notified in writing."),
    ("기름, 등유 등 연료를 보낸다.", "Fuels such as oil and kerosene shall be sent."),
    ("상품 및 서비스를 교환한다.", "Goods and services shall be exchanged."),
    ("상품이나 서비스를 교환한다.", "Goods or services shall be exchanged."),
    ("등대와 항구의 사용에는 세금을 매기지 아니한다.", "No tax shall be levied on the use of lighthouses or ports."),
    ("항만을 밝힌다.", "The port shall be lit."),
    ("일을 차질 없이 이행한다.", "The work shall be carried out smoothly."),
    ("양측은 계속 협력해 나가기로 하였다.", "The two sides agreed to continue to cooperate."),
    ("모든 선박과 항공기를 점검한다.", "Any ship or aircraft shall be checked."),
    ("하나 또는 그 이상의 등대를 세운다.", "One or more lighthouses shall be built."),
    (
        "신체적·정신적 건강을 회복하고 교육 및 훈련을 받는다.",
        "They recover physical or mental health, with education, training.",
    ),
    ("모든 등대를 점검한다.", "All lighthouses shall be checked."),
    ("참여자는 의견을 나눈다.", "The Participants exchange views."),
    (
        "양해각서의 목적은 협력의 틀을 마련하는 데 있다.",
        "The purpose of the memorandum is to provide a framework for cooperation.",
    ),
    ("등대장의 공동체와 매체가 미리내에 있다.", "The Keeper’s community and its media are in Mirinae."),
]

ONLY_A_LOOK = [
    # kind, the words of the one side that the other may say in a word that the lexicon does not know
    ("등대 규정에 따라 자료를 준다.", "Data are given without prejudice to the Lamp Rules.", "hedge", "without prejudice to"),
    ("조치를 취한다.", "Appropriate measures shall be taken.", "omission", "Appropriate"),
    ("명시적으로 동의한다.", "They agree.", "addition", "명시적으로"),
]


@pytest.mark.parametrize(("korean", "english", "kind", "left", "right"), MODALITY)
def test_contradicting_predicates_are_found_with_their_words(
    korean: str, english: str, kind: str, left: str, right: str, rules: ComparisonRules
) -> None:
    (finding,) = sure(found(korean, english, rules))
    assert (finding.kind, words(finding)) == (kind, (left, right))


@pytest.mark.parametrize(("korean", "english", "left", "right"), ACTS)
def test_one_act_in_place_of_another_is_found(korean: str, english: str, left: str, right: str, rules: ComparisonRules) -> None:
    (finding,) = sure(found(korean, english, rules))
    assert finding.kind == "speech_act"
    assert (finding.left and finding.left.text, finding.right and finding.right.text.lower()) == (left, right)


@pytest.mark.parametrize(("korean", "english", "kind", "left", "right"), TWO_SIDED)
def test_rivals_make_one_finding_on_both_sides(
    korean: str, english: str, kind: str, left: str | None, right: str | None, rules: ComparisonRules
) -> None:
    (finding,) = [finding for finding in sure(found(korean, english, rules)) if finding.kind == kind]
    assert finding.left
    assert finding.right
    assert left in (None, finding.left.text)
    assert right in (None, finding.right.text)


@pytest.mark.parametrize(("korean", "english", "kind", "said"), ENGLISH_ALONE)
def test_english_words_without_counterpart_are_found_and_the_gap_shown(
    korean: str, english: str, kind: str, said: str | None, rules: ComparisonRules
) -> None:
    (finding,) = [finding for finding in sure(found(korean, english, rules)) if finding.kind == kind]
    assert finding.left is None
    assert finding.right
    assert said in (None, finding.right.text)
    assert finding.gap
    assert finding.gap.offset == len(korean)


@pytest.mark.parametrize(("korean", "english", "kind", "said"), KOREAN_ALONE)
def test_korean_words_without_counterpart_are_found_and_the_gap_shown(
    korean: str, english: str, kind: str, said: str | None, rules: ComparisonRules
) -> None:
    (finding,) = [finding for finding in sure(found(korean, english, rules)) if finding.kind == kind]
    assert finding.right is None
    assert finding.left
    assert said in (None, finding.left.text)
    assert finding.gap
    assert finding.gap.offset == len(english)


@pytest.mark.parametrize(("korean", "english"), FAITHFUL)
def test_faithful_sentences_are_silent(korean: str, english: str, rules: ComparisonRules) -> None:
    assert [(finding.rule, words(finding)) for finding in found(korean, english, rules)] == []


@pytest.mark.parametrize(("korean", "english", "kind", "said"), ONLY_A_LOOK)
def test_what_may_be_said_in_other_words_only_deserves_a_look(
    korean: str, english: str, kind: str, said: str, rules: ComparisonRules
) -> None:
    (finding,) = [finding for finding in found(korean, english, rules) if finding.kind == kind]
    assert finding.severity is Severity.INFO
    assert said in [place.text for place in (finding.left, finding.right) if place]


def test_a_duty_within_a_text_that_only_announces_is_found(rules: ComparisonRules) -> None:
    announced = [f"양측은 등대 {number}호를 켤 것이다." for number in range(1, 10)]
    english = [f"The sides will light lighthouse {number}." for number in range(1, 9)] + ["The sides shall light lighthouse 9."]
    left, right = text("t1", announced), text("t2", english)
    links = [link(left, right, (number,), (number,)) for number in range(1, 10)]
    findings = find_findings(links, left, right, Relation.TRANSLATION, rules=rules)
    assert [(finding.link, words(finding)) for finding in findings if finding.kind == "status"] == [(8, (None, "shall"))]


def test_a_treaty_may_say_shall(rules: ComparisonRules) -> None:
    left, right = text("t1", ["양측은 불을 켜야 한다."] * 9), text("t2", ["The sides shall keep the light."] * 9)
    links = [link(left, right, (number,), (number,)) for number in range(1, 10)]
    assert find_findings(links, left, right, Relation.TRANSLATION, rules=rules) == []


FAULTS: list[tuple[Callable[[Path], object], str, str, str]] = [
    (load_predicate_rules, "predicate_checks.tsv", "negation_lost\tduty\twhispers\t-\t-\tsure", "bad_choice"),
    (load_predicate_rules, "predicate_checks.tsv", "negation_lost\tduty\tduty\twhispers\t-\tsure", "bad_choice"),
    (load_predicate_rules, "predicates.tsv", "ko\tduty\tno\t(", "bad_pattern"),
    (load_predicate_rules, "excuses.tsv", "en\teffort", "bad_row"),
    (load_speech_acts, "speech_acts.tsv", "en\tQ9\tsings?", "bad_choice"),
    (load_conjunctions, "conjunctions.tsv", "en\tbut\tyes\t\\bbut\\b", "bad_choice"),
]


@pytest.mark.parametrize(("load", "name", "line", "code"), FAULTS)
def test_a_faulty_line_is_named(load: Callable[[Path], object], name: str, line: str, code: str, tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(path_of("rules"), folder)
    path = folder / name
    good = path.read_text(encoding="utf-8").rstrip("\n").splitlines()
    path.write_text("\n".join([*good, line, ""]), encoding="utf-8")
    with pytest.raises(RuleTableError) as caught:
        load(folder)
    assert (caught.value.code, caught.value.places["line"]) == (code, str(len(good) + 1))


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (("lamp", "sure", "sure", "lamp", "등", "-", "-", "whispers"), "bad_choice"),
        (("lamp", "sure", "sure", "lamp", "등", "-", "@whispers", "-"), "bad_choice"),
        (("lamp", "loud", "sure", "lamp", "등", "-", "-", "-"), "bad_choice"),
        (("lamp", "sure", "sure", "/(lamp/", "등", "-", "-", "-"), "bad_pattern"),
    ],
)
def test_a_concept_that_cannot_be_read_is_named(cells: tuple[str, ...], code: str, tmp_path: Path) -> None:
    (tmp_path / "lamps.tsv").write_text("# lamps\n" + "\t".join(cells) + "\n", encoding="utf-8")
    with pytest.raises(RuleTableError) as caught:
        load_counterparts(tmp_path)
    assert (caught.value.code, caught.value.places["line"]) == (code, "2")


def sure(findings: list[Finding]) -> list[Finding]:
    """Those of the default level."""
    return [finding for finding in findings if finding.severity is not Severity.INFO]


def words(finding: Finding) -> tuple[str | None, str | None]:
    return finding.left and finding.left.text, finding.right and finding.right.text
