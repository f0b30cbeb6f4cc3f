"""Names: those of the tables, those known by their sound, and words that the rest of the text renders otherwise."""

from __future__ import annotations

import pytest

from tests.treaty.comparison.made import clause, found, link, text
from treaty.comparison import find_findings
from treaty.comparison.rules import ComparisonRules
from treaty.language.spellings import same_name
from treaty.model import ClauseKind, Finding, Language, Relation

KOREAN = [
    "페르다에서 만난다.",
    "페르다는 밝다.",
    "등대는 소호진에 있다.",
    "소호진은 어둡다.",
    "배가 페르다에 온다.",
    "소호진에서 잔다.",
]
ENGLISH = [
    "They meet in Ferda.",
    "The town of Ferda is bright.",
    "The lighthouse stands in Sohojin.",
    "The town of Sohojin is dark.",
    "Ships come to Ferda.",
    "They sleep in Sohojin.",
]


def of_names(korean: list[str], english: list[str], rules: ComparisonRules) -> list[Finding]:
    left, right = text("t1", korean), text("t2", english)
    links = [link(left, right, [number], [number]) for number in range(1, len(korean) + 1)]
    return [one for one in find_findings(links, left, right, Relation.TRANSLATION, rules=rules) if one.kind == "name"]


@pytest.mark.parametrize(
    ("korean", "english", "left", "right"),
    [
        ("덴마크와 협력한다.", "They cooperate with Norway.", "덴마크", "Norway"),
        ("인권이사회에 보고한다.", "They report to the Security Council.", "인권이사회", "Security Council"),
        ("리마에서 서명한다.", "They sign in Ottawa.", "리마", "Ottawa"),
    ],
)
def test_names_of_the_tables_that_differ(korean: str, english: str, left: str, right: str, rules: ComparisonRules) -> None:
    findings = [one for one in found(korean, english, rules) if one.potential is None]
    assert (left, right) in {(one.left and one.left.text, one.right and one.right.text) for one in findings}


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("덴마크와 노르웨이가 협력한다.", "Norway and Denmark cooperate."),
        ("한미 양국은 협력한다.", "The Republic of Korea and the United States cooperate."),
        ("유엔에 보고한다.", "They report to the United Nations."),
        ("국제연합은 이를 받는다.", "The Organization receives it."),
    ],
)
def test_names_in_another_form_are_silent(korean: str, english: str, rules: ComparisonRules) -> None:
    assert [one for one in found(korean, english, rules) if one.kind == "name" and one.potential is None] == []


def test_a_name_that_one_side_alone_has_deserves_a_look(rules: ComparisonRules) -> None:
    (finding,) = [one for one in found("덴마크와 협력한다.", "They cooperate.", rules) if one.kind == "name"]
    assert finding.potential is not None
    assert finding.gap is not None


def test_an_official_name_and_a_short_one_in_a_title(rules: ComparisonRules) -> None:
    left = text("t1", [clause("t1.c1", "대한민국과 덴마크 간의 협정", ClauseKind.TITLE, 0)])
    right = text(
        "t2", [clause("t2.c1", "Agreement between the Republic of Korea and the Kingdom of Denmark", ClauseKind.TITLE, 0)]
    )
    findings = find_findings([link(left, right)], left, right, Relation.TRANSLATION, rules=rules)
    assert [(one.rule, one.left and one.left.text) for one in findings] == [("C11", "덴마크")]


def test_names_that_no_table_has_are_silent_where_they_agree(rules: ComparisonRules) -> None:
    assert of_names(KOREAN, ENGLISH, rules) == []


def test_a_name_in_the_place_of_another(rules: ComparisonRules) -> None:
    (finding,) = of_names([*KOREAN[:4], "배가 소호진에 온다.", KOREAN[5]], ENGLISH, rules)
    assert (finding.left and finding.left.text, finding.right and finding.right.text) == ("소호진", "Ferda")


def test_a_name_spelt_in_two_ways(rules: ComparisonRules) -> None:
    (finding,) = of_names([*KOREAN[:4], "배가 페르더에 온다.", KOREAN[5]], ENGLISH, rules)
    assert finding.left
    assert finding.left.text.startswith("페르더")
    assert "페르다" in finding.message.ko
    (finding,) = of_names(KOREAN, [*ENGLISH[:4], "Ships come to Farda.", ENGLISH[5]], rules)
    assert finding.right
    assert finding.right.text == "Farda"


def test_a_party_in_the_place_of_another(rules: ComparisonRules) -> None:
    korean = [
        "공급자는 온다.",
        "조달기관은 본다.",
        "공급자는 간다.",
        "조달기관은 잔다.",
        "공급자는 운다.",
        "조달기관은 쓴다.",
        "공급자는 읽는다.",
    ]
    english = [
        f"The {who} is here."
        for who in ("supplier", "procuring entity", "supplier", "procuring entity", "supplier", "procuring entity")
    ]
    assert of_names(korean, [*english, "The supplier is here."], rules) == []
    (finding,) = of_names(korean, [*english, "The procuring entity is here."], rules)
    assert (finding.left and finding.left.text, finding.right and finding.right.text) == ("공급자", "procuring entity")


@pytest.mark.parametrize(
    ("first", "second", "language", "same"),
    [
        ("페르다", "페르더", Language.KOREAN, True),
        ("위원회", "위원장", Language.KOREAN, False),
        ("비용", "이용", Language.KOREAN, False),
        ("Ferda", "Farda", Language.ENGLISH, True),
        ("Secretary-General", "Secretary General", Language.ENGLISH, False),
        ("Ferda", "Sohojin", Language.ENGLISH, False),
    ],
)
def test_spellings_of_one_name(first: str, second: str, language: Language, same: bool) -> None:
    assert same_name(first, second, language) is same
