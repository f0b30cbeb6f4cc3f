"""Clauses and sentences that one side lacks, and clauses that stand or are divided differently."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.treaty.comparison.made import clause, link, text
from treaty.comparison import find_findings
from treaty.comparison.rules import ComparisonRules
from treaty.model import ClauseKind, Finding, Gap, Link, Relation, Severity, TreatyText

LEFT = ["등대는 밝다. 지기는 잔다.", "기름을 나눈다."]
RIGHT = ["The lamp is bright. The keeper sleeps.", "Oil is shared."]


def findings(links: list[Link], left: TreatyText, right: TreatyText, rules: ComparisonRules) -> list[Finding]:
    return find_findings(links, left, right, Relation.TRANSLATION, rules=rules)


def test_texts_that_correspond_are_silent(rules: ComparisonRules) -> None:
    left, right = text("t1", LEFT), text("t2", RIGHT)
    assert findings([link(left, right), link(left, right, [2], [2])], left, right, rules) == []


@pytest.mark.parametrize(
    ("mine", "theirs", "kind", "names"),
    [([2], [], "clause_added", ("국문", "Korean")), ([], [2], "clause_omitted", ("영문", "English"))],
)
def test_a_clause_on_one_side_alone(
    mine: list[int], theirs: list[int], kind: str, names: tuple[str, str], rules: ComparisonRules
) -> None:
    left, right = text("t1", LEFT), text("t2", RIGHT)
    (finding,) = findings([link(left, right), link(left, right, mine, theirs)], left, right, rules)
    assert (finding.kind, finding.severity, finding.link) == (kind, Severity.CRITICAL, 1)
    place = finding.left or finding.right
    assert place is not None
    assert place.text == (LEFT if mine else RIGHT)[1]
    assert (finding.left is None) == (not mine)
    assert (finding.right is None) == (not theirs)
    assert finding.message.ko.startswith(names[0])
    assert names[1] in finding.message.en


def test_an_item_on_one_side_alone_is_less_grave(rules: ComparisonRules) -> None:
    left = text("t1", [LEFT[0], clause("t1.c2", "기름과 심지", ClauseKind.ITEM, 2)])
    right = text("t2", RIGHT[:1])
    (finding,) = findings([link(left, right), link(left, right, [2], [])], left, right, rules)
    assert (finding.kind, finding.severity) == ("clause_added", Severity.MAJOR)


@pytest.mark.parametrize("kind", [ClauseKind.TITLE, ClauseKind.HEADING, ClauseKind.ARTICLE, ClauseKind.SIGNATURE])
def test_a_heading_or_signature_on_one_side_alone_only_deserves_a_look(kind: ClauseKind, rules: ComparisonRules) -> None:
    left = text("t1", [LEFT[0], clause("t1.c2", "비용", kind, 2)])
    right = text("t2", RIGHT[:1])
    (finding,) = findings([link(left, right), link(left, right, [2], [])], left, right, rules)
    assert (finding.severity, finding.potential) == (Severity.INFO, Severity.MINOR)


@pytest.mark.parametrize(
    ("korean", "english", "kind", "words", "gap"),
    [
        ("등대는 밝다.", RIGHT[0], "sentence_omitted", "The keeper sleeps.", Gap("t1.c1", 7)),
        (LEFT[0], "The lamp is bright.", "sentence_added", "지기는 잔다.", Gap("t2.c1", 19)),
    ],
)
def test_a_sentence_on_one_side_alone_and_where_it_would_stand(
    korean: str, english: str, kind: str, words: str, gap: Gap, rules: ComparisonRules
) -> None:
    left, right = text("t1", [korean]), text("t2", [english])
    (finding,) = findings([link(left, right)], left, right, rules)
    assert (finding.kind, finding.severity, finding.gap) == (kind, Severity.MAJOR, gap)
    place = finding.left or finding.right
    assert place is not None
    assert place.text == words
    assert re.search("[가-힣]", finding.message.ko)
    assert "sentence" in finding.message.en


def test_a_moved_clause_is_said_to_stand_elsewhere(rules: ComparisonRules) -> None:
    left, right = text("t1", LEFT), text("t2", RIGHT[::-1])
    links = [link(left, right, [1], [2]), link(left, right, [2], [1], moved=True)]
    (finding,) = findings(links, left, right, rules)
    assert (finding.kind, finding.severity, finding.link) == ("clause_moved", Severity.MINOR, 1)
    assert finding.left is not None
    assert finding.right is not None
    assert (finding.left.text, finding.right.text) == (LEFT[1], RIGHT[1])
    assert "2" in finding.message.en
    assert "1" in finding.message.en


def test_clauses_divided_differently_are_named(rules: ComparisonRules) -> None:
    left = text("t1", ["등대는 밝다. 기름을 나눈다."])
    right = text("t2", ["The lamp is bright.", "Oil is shared."])
    (finding,) = findings([link(left, right, [1], [1, 2])], left, right, rules)
    assert (finding.kind, finding.severity) == ("clause_merged", Severity.MINOR)
    assert "1, 2" in finding.message.en
    assert "1, 2" in finding.message.ko


def test_points_run_into_the_words_that_open_them_only_deserve_a_look(rules: ComparisonRules) -> None:
    opening, *points = text("t1", ["양측은 다음을 나눈다.", "기름", "등대의 지도"]).clauses
    left = text("t1", [opening, *(replace(point, level=1) for point in points)])
    right = text("t2", ["The two sides share oil; and maps of the lighthouses."])
    merged = [each for each in findings([link(left, right, [1, 2, 3], [1])], left, right, rules) if each.rule == "C35"]
    assert [(each.severity, each.potential) for each in merged] == [(Severity.INFO, Severity.MINOR)]


def test_moved_headings_are_not_reported(rules: ComparisonRules) -> None:
    left = text("t1", [clause("t1.c1", "비용", ClauseKind.ARTICLE)])
    right = text("t2", [clause("t2.c1", "Costs", ClauseKind.ARTICLE)])
    assert findings([link(left, right, moved=True)], left, right, rules) == []


def test_the_newer_of_two_versions_is_the_one_that_is_judged(rules: ComparisonRules) -> None:
    left, right = text("t1", RIGHT[:1]), text("t2", RIGHT)
    links = [link(left, right), link(left, right, [], [2])]
    (finding,) = find_findings(links, left, right, Relation.REVISION, rules=rules)
    assert finding.kind == "clause_added"
    assert "clause is new" in finding.message.en


def test_findings_come_in_reading_order_and_know_their_link(rules: ComparisonRules) -> None:
    left = text("t1", ["90일 안에 45명이 알린다.", "매년 만난다."])
    right = text("t2", ["Within 60 days 54 keepers notify.", "They meet every two years."])
    found = findings([link(left, right), link(left, right, [2], [2])], left, right, rules)
    assert [(finding.link, finding.kind) for finding in found] == [(0, "deadline"), (0, "number"), (1, "frequency")]
