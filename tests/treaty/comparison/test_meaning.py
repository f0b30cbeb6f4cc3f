"""Words that say something else than the other side, words that it lacks; and free translations, which must stay silent."""

from __future__ import annotations

import pytest

from tests.treaty.comparison.made import found, link, text
from treaty.comparison import find_findings
from treaty.comparison.pair import pairs_of
from treaty.comparison.rules import ComparisonRules
from treaty.comparison.uncovered import WordsOfTexts, linked_words
from treaty.comparison.word_traits import Traits
from treaty.language.meaning import SentenceEncoder
from treaty.model import Finding, Gap, Relation, Severity


def said(finding: Finding) -> tuple[str, str, str]:
    """The kind of a finding and the words on both sides, "" where there are none."""
    return finding.kind, *(place.text if place else "" for place in (finding.left, finding.right))


def findings(korean: str, english: str, rules: ComparisonRules, encoder: SentenceEncoder) -> list[Finding]:
    """The findings on one clause in each language, by vectors too."""
    left, right = text("t1", [korean]), text("t2", [english])
    return find_findings([link(left, right)], left, right, Relation.TRANSLATION, rules=rules, encoder=encoder)


@pytest.mark.parametrize(
    ("korean", "english", "words"),
    [
        ("당사국은 군사 협력을 증진한다.", "The Parties shall promote economic cooperation.", ("군사", "economic")),
        (
            "당사국은 어업 분야의 공동연구를 수행한다.",
            "The Parties shall conduct joint research in forestry.",
            ("어업", "forestry"),
        ),
        ("각 당사국은 원유의 수출을 허가한다.", "Each Party shall license the import of crude oil.", ("수출", "import")),
        ("위원회는 기술자를 파견한다.", "The Committee shall dispatch students.", ("기술자", "students")),
        ("분쟁은 중재에 회부된다.", "The dispute shall be referred to litigation.", ("중재", "litigation")),
    ],
)
def test_a_word_of_the_same_field(korean: str, english: str, words: tuple[str, str], rules: ComparisonRules) -> None:
    assert ("meaning", *words) in [said(finding) for finding in found(korean, english, rules)]


@pytest.mark.parametrize(
    ("korean", "english", "expected"),
    [
        (
            "당사국은 등대와 관련된 통계 및 지도를 교환한다.",
            "The Parties shall exchange maps related to lighthouses.",
            ("list", "통계", ""),
        ),
        (
            "당사국은 등대 지도를 교환한다.",
            "The Parties shall exchange maps and photographs of lighthouses.",
            ("omission", "", "photographs"),
        ),
    ],
)
def test_words_that_one_side_lacks(
    korean: str, english: str, expected: tuple[str, str, str], rules: ComparisonRules, encoder: SentenceEncoder
) -> None:
    (finding,) = [finding for finding in findings(korean, english, rules, encoder) if said(finding) == expected]
    assert finding.gap is not None
    assert expected[1] + expected[2] in finding.message.ko
    assert expected[1] + expected[2] in finding.message.en


@pytest.mark.parametrize(("english", "field"), [("provide seeds to farmers", 0.5), ("deliver food to farmers", 0.0)])
def test_another_word_of_its_field_speaks_against_a_word(english: str, field: float, rules: ComparisonRules) -> None:
    texts = text("t1", ["당사국은 주민에게 식량을 제공하고 종자를 판매한다."]), text("t2", [f"The Parties shall {english}."])
    (words,) = linked_words(pairs_of([link(*texts)], *texts, Relation.TRANSLATION, rules))
    sold = next(number for number in words.korean.missing if words.korean.words[number].stem == "판매")
    assert Traits(WordsOfTexts([words]), None).of_word(words, words.korean, sold).field == field


def test_the_gap_stands_before_what_renders_the_next_word(rules: ComparisonRules, encoder: SentenceEncoder) -> None:
    korean, english = "당사국은 등대 지도를 교환한다.", "The Parties shall exchange maps and photographs of lighthouses."
    (finding,) = [one for one in findings(korean, english, rules, encoder) if one.kind == "omission"]
    assert finding.gap == Gap("t1.c1", korean.index("등대"))


def test_texts_in_one_language_are_not_compared_by_words(rules: ComparisonRules) -> None:
    findings = found("당사국은 등대 협력을 증진한다.", "당사국은 항로 협력을 증진한다.", rules)
    assert [finding for finding in findings if finding.kind in ("meaning", "omission", "addition")] == []


def test_words_that_the_texts_often_leave_unrendered_are_silent(rules: ComparisonRules) -> None:
    korean = [
        "각 당사국은 수산 자료를 교환한다.",
        "수산 자료는 비밀이다.",
        "수산 회의는 매년 열린다.",
        "수산 조사는 공동으로 한다.",
    ]
    english = [
        "Each Party shall exchange blue data.",
        "Blue data are confidential.",
        "A blue meeting shall be held annually.",
        "Blue surveys shall be joint.",
    ]
    left, right = text("t1", korean), text("t2", english)
    links = [link(left, right, [number], [number]) for number in range(1, 5)]
    judged = find_findings(links, left, right, Relation.TRANSLATION, rules=rules)
    assert [said(one) for one in judged if one.severity is not Severity.INFO] == []


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("양측은 등대 건설을 위하여 협력하기로 하였다.", "The two sides decided to cooperate in building lighthouses."),
        ("이 협정은 서명일에 발효한다.", "This Agreement shall enter into force on the date of its signature."),
        (
            "당사국은 상호주의의 원칙에 입각하여 등대를 관리한다.",
            "The Parties shall manage lighthouses on the basis of reciprocity.",
        ),
        ("위원회의 회의는 매년 개최된다.", "The Committee shall meet annually."),
        (
            "각 당사국은 자국의 법령에 따라 필요한 조치를 취한다.",
            "Each Party shall take the necessary measures in accordance with its laws.",
        ),
        ("비용은 활동을 수행하는 당사국이 부담한다.", "Costs shall be borne by the Party that carries out the activity."),
        (
            "양 장관은 등대 분야의 진전을 환영하였다.",
            "The two Ministers welcomed the progress made in the field of lighthouses.",
        ),
        (
            "정보는 상대 당사국의 서면 동의 없이 공개되지 아니한다.",
            "Information shall not be disclosed without the written consent of the other Party.",
        ),
        ("이 협정은 5년간 유효하다.", "This Agreement shall remain in force for five years."),
        (
            "당사국은 등대의 유지와 보수에 관한 경험을 나눈다.",
            "The Parties shall share their experience in maintaining and repairing lighthouses.",
        ),
        ("위원회는 이 협정의 이행 상황을 점검한다.", "The Committee shall review the implementation of this Agreement."),
        ("항만에는 안전과 관련된 사항을 담당하는 공무원을 둔다.", "Ports shall have officials in charge of safety matters."),
        (
            "신청서에는 선박의 명칭과 소유자의 주소를 기재한다.",
            "The application shall state the name of the ship and the address of its owner.",
        ),
        ("분쟁은 협의를 통하여 우호적으로 해결한다.", "Disputes shall be settled amicably through consultations."),
        ("당사국은 불법 어업을 근절하기 위하여 노력한다.", "The Parties shall endeavour to eliminate illegal fishing."),
        ("이 장은 공공조달에 적용되지 아니한다.", "This Chapter does not apply to government procurement."),
        ("어느 한쪽 당사국은 이 협정을 종료시킬 수 있다.", "Either Party may terminate this Agreement."),
        (
            "연안국의 항만에서 선원은 의료 지원을 받는다.",
            "Seafarers shall receive medical care in the ports of the coastal State.",
        ),
        ("당사국은 학생과 연구자의 교류를 장려한다.", "The Parties shall encourage exchanges of students and researchers."),
        (
            "선장은 사고를 지체 없이 관계 당국에 알린다.",
            "The master shall report the accident to the competent authorities without delay.",
        ),
        ("모든 어린이는 교육을 받을 권리를 가진다.", "Every child has the right to education."),
        ("당사국은 오염을 방지하고 줄이며 통제한다.", "The Parties shall prevent, reduce and control pollution."),
    ],
)
def test_free_translations_are_silent(korean: str, english: str, rules: ComparisonRules, encoder: SentenceEncoder) -> None:
    assert [
        said(finding) for finding in findings(korean, english, rules, encoder) if finding.severity is not Severity.INFO
    ] == []
