"""Slips that one text shows by itself, and what looks like one and is none."""

from __future__ import annotations

import pytest

from tests.treaty.comparison.made import found, link, text
from treaty.comparison import find_findings
from treaty.comparison.rules import ComparisonRules
from treaty.model import Relation

ENGLISH = "The lamp is bright."
PARTICLES = [
    ("등대의 불은 라미나을 비춘다.", "라미나을", "라미나를"),
    ("양측은 이 협정를 지킨다.", "협정를", "협정을"),
    ("이 협정와 각서를 지킨다.", "협정와", "협정과"),
    ("정부으로 보낸다.", "정부으로", "정부로"),
    ("서울으로 보낸다.", "서울으로", "서울로"),
    ("협정의 뜻은 밝다. 협정는 짧다.", "협정는", "협정은"),
    ("정부의 뜻은 밝다. 정부은 짧다.", "정부은", "정부는"),
    ("국가의 뜻은 밝다. 국가이 짧다.", "국가이", "국가가"),
    ("「등대보호협약」를 지킨다.", "등대보호협약」를", "등대보호협약」을"),
    ("이하 “양측”라 한다.", "양측”라", "양측”이라"),
    ("JWG을 둔다.", "JWG을", "JWG를"),
    ("ASEAN를 부른다.", "ASEAN를", "ASEAN을"),
    ("기름 50%을 나눈다.", "50%을", "50%를"),
]
SILENT_KOREAN = [
    "가을과 겨울에 마을을 밝히고 등을 지을 때 이을 것이다.",
    "불을 받는 배와 불이 없는 배는 찾는 이에게 묻는다. 높은 곳의 작은 등불은 밝다.",
    "국가와 전문가의 평가가 증가하고, 국가 사이에 차이가 있다. 체약국의 뜻과 체약국가의 뜻은 같다.",
    "대한민국(이하 “한국”이라 한다)은 등대를 지킨다.",
    "결과, 효과, 성과와 통로, 항로로 나아가 경로를 밝힌다.",
    "UNESCO는 APEC과 WTO를, OPEC을, NATO를 부른다. 5G를 쓴다.",
    "하나 하나 살피고 서로 서로 돕는다. 합의의 뜻, 회의의 뜻을 따른다.",
    "1을 더하고 2를 더하며 10을 더하고, 제3조를 따른다. 서울로 간다.",
    "가) 등대와 나) 기름을 둔다.",
    "등대, 배 등을 둔다... 그리고 밝힌다.",
]
ENGLISH_SLIPS = [
    ("The lamp of the the tower burns.", "the the"),
    ("The Parties keep lamps lamps burning.", "lamps lamps"),
    ("They sign a agreement on lamps.", "a agreement"),
    ("They light lamps,towers and ships.", "lamps,towers"),
    ("They light lamps,, towers and ships.", ",,"),
    (". They light lamps.", "."),
]


@pytest.mark.parametrize(("korean", "words", "right"), PARTICLES)
def test_a_particle_in_the_wrong_form_is_found(korean: str, words: str, right: str, rules: ComparisonRules) -> None:
    (finding,) = [finding for finding in found(korean, ENGLISH, rules) if finding.kind == "spelling"]
    assert finding.left
    assert finding.left.text == words
    assert right in finding.message.ko


@pytest.mark.parametrize("korean", SILENT_KOREAN)
def test_what_only_looks_like_a_slip_is_silent(korean: str, rules: ComparisonRules) -> None:
    assert [finding for finding in found(korean, ENGLISH, rules) if finding.kind == "spelling"] == []


@pytest.mark.parametrize(("english", "words"), ENGLISH_SLIPS)
def test_english_slips_are_found(english: str, words: str, rules: ComparisonRules) -> None:
    findings = [finding for finding in found("등불은 밝다.", english, rules) if finding.kind == "spelling"]
    assert [finding.right.text for finding in findings if finding.right] == [words]


@pytest.mark.parametrize("korean", ["불과 및 및 기름을 나눈다.", "등대는 등대를 를 지킨다.", "불을 켠다.또한 끈다."])
def test_korean_slips_are_found(korean: str, rules: ComparisonRules) -> None:
    assert "spelling" in {finding.kind for finding in found(korean, ENGLISH, rules)}


def test_a_mark_without_a_partner_on_one_side_alone(rules: ComparisonRules) -> None:
    (finding,) = found("「등대보호협약을 지킨다.", "They keep the Lighthouse Convention.", rules)
    assert (finding.kind, finding.left and finding.left.text) == ("spelling", "「")
    assert found("「등대보호협약을 지킨다.", "They keep the “Lighthouse Convention.", rules) == []


def test_versions_in_one_language_are_read_too(rules: ComparisonRules) -> None:
    left, right = text("t1", ["양측은 협정을 지킨다."]), text("t2", ["양측은 협정를 지킨다."])
    (finding,) = find_findings([link(left, right)], left, right, Relation.REVISION, rules=rules)
    assert (finding.kind, finding.right and finding.right.text) == ("spelling", "를")
