"""Values that differ are found with both places; what is faithful stays silent."""

from __future__ import annotations

import re

import pytest

from tests.treaty.comparison.made import clause, found, link, text
from treaty.comparison import find_findings
from treaty.comparison.rules import ComparisonRules
from treaty.model import Relation, Severity

FIRING = [
    # check, Korean, English, kind, words left, words right
    ("number", "등대지기 45명이 만난다.", "There meet 54 keepers.", "number", "45명", "54"),
    ("magnitude", "등대지기 4만 명이 만난다.", "There meet 4,000 keepers.", "number", "4만 명", "4,000"),
    ("magnitude", "미화 32억 달러를 낸다.", "They pay USD 320 million.", "number", "미화 32억 달러", "USD 320 million"),
    ("ordinal", "제2차 회의를 연다.", "They hold the third meeting.", "number", "제2차", "third"),
    ("percentage", "기름의 40%를 낸다.", "They give 50 per cent of the oil.", "percentage", "40%", "50 per cent"),
    (
        "percentage_points",
        "2퍼센트포인트를 올린다.",
        "They raise it by 2 per cent.",
        "percentage",
        "2퍼센트포인트",
        "2 per cent",
    ),
    ("currency", "150만 유로를 낸다.", "They pay USD 1.5 million.", "unit", "150만 유로", "USD 1.5 million"),
    ("currency", "60만 캐나다달러를 낸다.", "They pay USD 600,000.", "unit", "60만 캐나다달러", "USD 600,000"),
    ("amount", "미화 70만 달러를 낸다.", "They pay USD 600,000.", "number", "미화 70만 달러", "USD 600,000"),
    ("unit", "4주 안에 알린다.", "They notify within four months.", "unit", "4주", "four months"),
    ("unit", "20근무일 안에 알린다.", "They notify within 20 days.", "unit", "20근무일", "20 days"),
    ("unit", "12마일 안에 켠다.", "It is lit within 12 nautical miles.", "unit", "12마일", "12 nautical miles"),
    ("number", "30킬로미터를 비춘다.", "It shines for 31 kilometres.", "number", "30킬로미터", "31 kilometres"),
    ("code", "결의 제2397호를 따른다.", "They follow resolution 2379.", "number", "제2397호", "2379"),
    ("date", "2031년 3월 4일에 만난다.", "They meet on 14 March 2031.", "date", "2031년 3월 4일", "14 March 2031"),
    ("date", "2031년에 만난다.", "They meet in 2032.", "date", "2031년", "2032"),
    (
        "weekday",
        "2026년 6월 4일(금)에 만난다.",
        "They meet on Thursday, 4 June 2026.",
        "date",
        "2026년 6월 4일(금)",
        "Thursday, 4 June 2026",
    ),
    ("weekday", "6월 4일(목)에 만난다.", "They meet on Friday, 4 June 2026.", "date", "6월 4일(목)", "Friday, 4 June 2026"),
    ("period", "90일 안에 알린다.", "They notify within 60 days.", "deadline", "90일", "60 days"),
    ("period", "12개월 전에 알린다.", "Six months’ notice is given.", "deadline", "12개월", "Six months"),
    ("frequency", "매년 만난다.", "They meet every two years.", "frequency", "매년", "every two years"),
    ("frequency", "연 2회 만난다.", "They meet quarterly.", "frequency", "연 2회", "quarterly"),
    ("reference", "제2항에 따른다.", "They follow paragraph 1.", "cross_reference", "제2항", "paragraph 1"),
    ("reference", "제1부속서를 따른다.", "They follow Annex II.", "cross_reference", "제1부속서", "Annex II"),
    ("reference", "별표 1을 따른다.", "They follow Schedule 2.", "cross_reference", "별표 1", "Schedule 2"),
    ("neighbour", "전항을 따른다.", "They follow the following paragraph.", "cross_reference", "전항", "following paragraph"),
    ("date", "제2분기에 만난다.", "They meet in the first quarter.", "date", "제2분기", "first quarter"),
    ("date", "2031년 4/4분기", "the third quarter of 2031", "date", "2031년 4/4분기", "third quarter of 2031"),
    ("time", "2031년 초에 만난다.", "They meet in late 2031.", "date", "2031년 초", "late 2031"),
    ("time", "오후 3시에 켠다.", "It is lit at 3 a.m.", "date", "오후", "3 a.m."),
    ("time", "회계연도마다 센다.", "They count it by calendar year.", "date", "회계연도", "calendar year"),
    ("event_side", "발효 이전의 등", "lamps lit after entry into force", "deadline", "발효 이전", "after entry into force"),
    ("rough_number", "수천 명이 만난다.", "There meet hundreds of keepers.", "number", "수천", "hundreds of keepers"),
    ("rough_number", "과반수로 정한다.", "They decide by a two-thirds majority.", "number", "과반수", "two-thirds majority"),
    ("number_of_states", "3개국은 만난다.", "The two States meet.", "number", "3개국", "The two States"),
    ("rate_of", "1인당 5달러를 낸다.", "They pay 5 dollars per household.", "unit", "1인당", "per household"),
    ("bearing", "남위 38도에 있다.", "It lies at 38 degrees north.", "number", "남위", "degrees north"),
]


@pytest.mark.parametrize(("check", "korean", "english", "kind", "mine", "theirs"), FIRING)
def test_a_difference_is_found_with_both_places(
    check: str, korean: str, english: str, kind: str, mine: str, theirs: str, rules: ComparisonRules
) -> None:
    (finding,) = found(korean, english, rules)
    assert (finding.kind, finding.rule, finding.severity) == (kind, rules.checks[check].rule, rules.checks[check].severity)
    assert finding.left is not None
    assert finding.right is not None
    assert (finding.left.text.strip(), finding.right.text.strip()) == (mine, theirs)
    assert finding.left.span.of(korean) == finding.left.text
    assert finding.right.span.of(english) == finding.right.text
    assert finding.left.value.ko != finding.right.value.ko or check == "weekday"
    assert re.search("[가-힣]", finding.message.ko)
    assert re.search("[A-Za-z]", finding.message.en)
    assert "{" not in finding.message.ko + finding.message.en
    assert 0.5 < finding.confidence <= 1


ALONE = [
    ("figure_alone", "등대지기 45명이 만난다.", "The keepers meet.", "left", "45명"),
    ("figure_alone", "등대지기가 만난다.", "There meet 45 keepers.", "right", "45"),
    ("figure_alone", "30일 안에 알린다. 다시 켠다.", "They notify soon. It is lit again.", "left", "30일"),
    ("date_alone", "등대지기가 만난다.", "The keepers meet on 4 March 2031.", "right", "4 March 2031"),
]


@pytest.mark.parametrize(("check", "korean", "english", "side", "words"), ALONE)
def test_a_value_that_one_side_alone_has(
    check: str, korean: str, english: str, side: str, words: str, rules: ComparisonRules
) -> None:
    (finding,) = found(korean, english, rules)
    assert finding.rule == rules.checks[check].rule
    assert finding.severity is Severity.MAJOR
    has, lacks = (finding.left, finding.right) if side == "left" else (finding.right, finding.left)
    assert lacks is None
    assert has is not None
    assert has.text.strip() == words
    name = {"left": ("국문", "Korean"), "right": ("영문", "English")}[side]
    assert name[0] in finding.message.ko
    assert name[1] in finding.message.en


FAITHFUL = [
    ("미화 12억 5천만 달러를 낸다.", "They pay USD 1.25 billion."),
    ("1,000만 달러를 낸다.", "They pay USD 10 million."),
    ("등대지기 1,500명이 만난다.", "There meet fifteen hundred keepers."),
    ("두 개의 작업반을 둔다.", "Two working groups are set up."),
    ("양측은 제1차 회의를 연다.", "The two sides hold the inaugural meeting."),
    ("제3국의 배를 돕는다.", "They help vessels of third countries."),
    ("2026년 6월 4일(목)에 만난다.", "They meet on Thursday, 4 June 2026."),
    ("6.4.(목)에 만난다.", "They meet on June 4."),
    ("60(육십)일 안에 알린다.", "They notify within sixty (60) days."),
    ("2주 안에 알린다.", "They notify within 14 days."),
    ("2년 동안 켠다.", "It burns for 24 months."),
    ("격년으로 만난다.", "They meet every other year."),
    ("매년 1회 만난다.", "They meet once a year."),
    ("연 2회 만난다.", "They meet twice a year."),
    ("제4조제1항제6호에 따른다.", "They follow paragraph 1(f) of Article 4."),
    ("제6조, 제7조 및 제8조를 따른다.", "They follow Articles 6, 7 and 8."),
    ("결의 제2397호(2017)를 따른다.", "They follow resolution 2397 (2017)."),
    ("기름의 55%를 낸다.", "They give 55 per cent of the oil."),
    ("3분의 2가 찬성한다.", "Two thirds are in favour."),
    ("1.5 트랙 대화를 연다.", "They hold a Track 1.5 dialogue."),
    ("2028년부터 2032년까지 켠다.", "It burns from 2028 to 2032."),
    ("각 측은 한 사람을 보낸다.", "Each side sends one person."),
    ("환경과 천연자원을 지킨다.", "The environment and natural resources are kept."),
    ("백만 달러를 낸다.", "They pay one million dollars."),
    ("일주일 안에 알린다.", "They notify within one week."),
    ("삼십 일 안에 알린다.", "They notify within thirty days."),
    ("제75차 회기에 만난다.", "They meet at the seventy-fifth session."),
    ("제115차 회의를 연다.", "They hold the one hundred and fifteenth meeting."),
    ("6개월마다 만난다.", "They meet every six months."),
    ("격주로 만난다.", "They meet every two weeks."),
    ("월 2회 만난다.", "They meet twice a month."),
    ("1년 6개월 동안 켠다.", "It burns for eighteen months."),
    ("지난 10년간 켰다.", "It has burnt over the past decade."),
    ("제3조제2항나호를 따른다.", "They follow Article 3(2)(b)."),
    ("제1호부터 제3호까지를 따른다.", "They follow subparagraphs (a) to (c)."),
    ("부속서 II를 따른다.", "They follow Annex II."),
    ("결의 제60/147호를 따른다.", "They follow resolution 60/147."),
    ("3월 3-5일에 만난다.", "They meet on March 3-5."),
    ("2031년 3분기 말까지 알린다.", "They notify by the end of the third quarter of 2031."),
    ("각 분기 후 30일 안에 알린다.", "They notify within 30 days after each quarter."),
    ("2031년 말까지 켠다.", "It burns until the end of 2031."),
    ("수만 명이 만난다.", "There meet tens of thousands of keepers."),
    ("백여 명이 만난다.", "There meet more than one hundred keepers."),
    ("발효일 전에 켠다.", "It is lit before the date of entry into force."),
    ("세 나라는 과반수로 정한다.", "The three States decide by majority."),
    ("오전 9시부터 오후 6시까지 켠다.", "It burns from 9 a.m. to 6 p.m."),
    ("제1부속서와 별표 2를 따른다.", "They follow Annex I and Schedule 2."),
    ("한편 만일 조건이 바뀌면 알린다.", "They shall notify it if conditions change."),
]


@pytest.mark.parametrize(("korean", "english"), FAITHFUL)
def test_faithful_clauses_are_silent(korean: str, english: str, rules: ComparisonRules) -> None:
    assert found(korean, english, rules) == []


CROSSED = [
    ("한빛은 45퍼센트, 가온은 55퍼센트를 낸다.", "Hanbit gives 55 per cent, Gaon 45 per cent.", "45퍼센트"),
    ("등대에 40억 원, 항구에 60억 원을 쓴다.", "KRW 6 billion is spent on lighthouses and KRW 4 billion on ports.", "40억 원"),
    ("제2조제3항을 따른다.", "They follow paragraph 2 of Article 3.", "제2조"),
]


@pytest.mark.parametrize(("korean", "english", "left"), CROSSED)
def test_values_given_to_the_wrong_owners_are_found(korean: str, english: str, left: str, rules: ComparisonRules) -> None:
    assert left in [finding.left.text for finding in found(korean, english, rules) if finding.left]


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("한빛은 45퍼센트, 가온은 55퍼센트를 낸다.", "Gaon gives 55 per cent, Hanbit 45 per cent."),
        ("등대에 40억 원, 항구에 60억 원을 쓴다.", "KRW 6 billion is spent on ports and KRW 4 billion on lighthouses."),
        ("30일 안에 답하고 10일 전에 부른다.", "They call ten days before, and answer within 30 days."),
    ],
)
def test_values_told_in_another_order_are_not_crossed(korean: str, english: str, rules: ComparisonRules) -> None:
    assert [finding for finding in found(korean, english, rules) if finding.kind == "number"] == []


def test_halves_of_a_year_are_compared(rules: ComparisonRules) -> None:
    (finding,) = found("2029년 상반기에 만난다.", "They meet in the second half of 2029.", rules)
    assert finding.kind == "date"
    assert finding.left is not None
    assert finding.left.value.en == "first half of 2029"
    assert found("2029년 상반기에 만난다.", "They meet in the first half of 2029.", rules) == []


def test_several_differences_in_one_clause_are_all_found(rules: ComparisonRules) -> None:
    findings = found(
        "2031년 3월 4일에 등대지기 45명이 90일 동안 만난다.", "On 5 March 2031, 54 keepers meet for 60 days.", rules
    )
    assert [finding.kind for finding in findings] == ["date", "number", "deadline"]


def test_values_are_sought_first_in_the_linked_sentence(rules: ComparisonRules) -> None:
    """Both clauses name 30 and 60 days; the sentences that belong together do not."""
    left = text("t1", ["북쪽은 30일 안에 알린다. 남쪽은 60일 안에 알린다."])
    right = text("t2", ["The north notifies within 30 days. The south notifies within 90 days."])
    (finding,) = find_findings([link(left, right)], left, right, Relation.TRANSLATION, rules=rules)
    assert finding.left is not None
    assert finding.right is not None
    assert (finding.left.text, finding.right.text) == ("60일", "90 days")


def test_two_versions_in_one_language_are_compared_too(rules: ComparisonRules) -> None:
    left = text("t1", ["They notify within 60 days."])
    right = text("t2", ["They notify within 90 days."])
    (finding,) = find_findings([link(left, right)], left, right, Relation.REVISION, rules=rules)
    assert finding.kind == "deadline"


def test_the_english_text_may_stand_left(rules: ComparisonRules) -> None:
    left, right = text("t1", ["They notify within 60 days."]), text("t2", ["90일 안에 알린다."])
    (finding,) = find_findings([link(left, right)], left, right, Relation.TRANSLATION, rules=rules)
    assert finding.left is not None
    assert finding.right is not None
    assert (finding.left.text, finding.right.text) == ("60 days", "90일")


def test_ids_stay_the_same_when_compared_anew_and_differ_from_each_other(rules: ComparisonRules) -> None:
    korean = "2031년 3월 4일에 45명이 90일 동안, 매년 만난다."
    english = "On 5 March 2031, 54 keepers meet for 60 days, every two years."
    first, again = found(korean, english, rules), found(korean, english, rules)
    assert [finding.id for finding in first] == [finding.id for finding in again]
    assert len({finding.id for finding in first}) == 4


def test_an_id_does_not_depend_on_the_clauses_before(rules: ComparisonRules) -> None:
    korean, english = "90일 안에 알린다.", "They notify within 60 days."
    (alone,) = found(korean, english, rules)
    left = text("t1", [clause("t1.c1", "등대는 밝다.", number=0), clause("t1.c2", korean, number=1)])
    right = text("t2", [clause("t2.c1", "The lamp is bright.", number=0), clause("t2.c2", english, number=1)])
    links = [link(left, right), link(left, right, [2], [2])]
    (later,) = find_findings(links, left, right, Relation.TRANSLATION, rules=rules)
    assert later.id == alone.id
    assert (alone.link, later.link) == (0, 1)
