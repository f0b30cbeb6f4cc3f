"""Two versions in one language: one finding for each change, classed by what it changes; and the proof that none is missed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources import path_of
from tests.treaty.comparison.made import clause, link, text
from treaty.comparison import find_findings
from treaty.comparison.revisions import LIGHT_RULES, RevisionRule
from treaty.comparison.rule_choices import RuleChoice, with_choices
from treaty.comparison.rules import load_comparison_rules
from treaty.comparison.tracked import Run, Tracking, accepted, plain_lines, rejected, tracked_changes
from treaty.model import ClauseKind, Finding, Gap, Link, Relation, Severity, Span, TreatyText

RULES = load_comparison_rules(path_of("rules"))


def changes(old: TreatyText, new: TreatyText, links: Sequence[Link]) -> list[Finding]:
    return find_findings(links, old, new, Relation.REVISION, rules=RULES)


def changed(old: str, new: str) -> list[Finding]:
    """The findings on one clause in two versions."""
    texts = text("t1", [old]), text("t2", [new])
    return changes(*texts, [link(*texts)])


def said(finding: Finding) -> tuple[str, str, str]:
    return finding.kind, finding.left.text.strip() if finding.left else "", finding.right.text.strip() if finding.right else ""


CLASSED = [
    ("양측은 7일 이내에 답한다.", "양측은 15일 이내에 답한다.", "deadline", Severity.CRITICAL),
    ("이 각서는 2031년 3월 2일 발효한다.", "이 각서는 2031년 3월 9일 발효한다.", "date", Severity.CRITICAL),
    ("관세는 5%로 한다.", "관세는 7%로 한다.", "percentage", Severity.CRITICAL),
    ("제3조에 따라 협의한다.", "제4조에 따라 협의한다.", "cross_reference", Severity.CRITICAL),
    ("자료를 제공하여야 한다.", "자료를 제공할 수 있다.", "modality", Severity.CRITICAL),
    ("자료를 제공하여야 한다.", "자료를 제공하도록 노력한다.", "softener", Severity.CRITICAL),
    ("자료를 제3자에게 제공한다.", "자료를 제3자에게 제공하지 아니한다.", "negation", Severity.CRITICAL),
    ("등대 및 부표를 고친다.", "등대 또는 부표를 고친다.", "and_or", Severity.CRITICAL),
    ("대한민국 외교부에 알린다.", "일본 외무성에 알린다.", "name", Severity.CRITICAL),
    ("양측은 정보를 교환한다.", "양측은 가능한 범위에서 정보를 교환한다.", "hedge", Severity.MAJOR),
    ("양측은 등대를 고친다.", "양측은 낡은 등대를 고친다.", "addition", Severity.MAJOR),
    ("양측은 낡은 등대를 고친다.", "양측은 등대를 고친다.", "omission", Severity.MAJOR),
    ("비공개 정보를 보호한다.", "비밀 정보를 보호한다.", "wording", Severity.MINOR),
    ("등대를 지원한다.", "창고를 지원한다.", "wording", Severity.MAJOR),
    ("품목은 위원회가 정한다.", "품목은 위원회에서 정한다.", "wording", Severity.INFO),
    ("공동 위원회가 정한다.", "공동위원회가 정한다.", "wording", Severity.INFO),
    ("통보 이전에 협의한다.", "통보 이후에 협의한다.", "deadline", Severity.CRITICAL),
    ("당사자는 협의한다.", "당사자만 협의한다.", "addition", Severity.MAJOR),
    ("등대의 관리에 관하여 협력한다.", "등대의 관리에서 협력한다.", "wording", Severity.INFO),
    ("It is done before the meeting.", "It is done after the meeting.", "wording", Severity.MAJOR),
    ("He is the keeper of lamps.", "He is a keeper for lamps.", "wording", Severity.MINOR),
    ("The lender pays the borrower.", "The borrower pays the lender.", "wording", Severity.CRITICAL),
    ("It is paid by the trainer.", "It is paid by the trainee.", "wording", Severity.MAJOR),
    ("파견국은 비용을 부담한다.", "접수국은 비용을 부담한다.", "party", Severity.CRITICAL),
    ("The Parties shall meet.", "The Parties may meet.", "modality", Severity.CRITICAL),
    ("The Parties shall notify it.", "The Parties shall endeavour to notify it.", "softener", Severity.CRITICAL),
    ("The Party shall use the data.", "The Party shall not use the data.", "negation", Severity.CRITICAL),
    ("The Parties agreed to share lamps.", "The Parties discussed to share lamps.", "speech_act", Severity.CRITICAL),
    ("Notice is given in 30 days.", "Notice is given in 60 days.", "deadline", Severity.CRITICAL),
    ("Cooperation in the field of lamps.", "Cooperation in the area of lamps.", "wording", Severity.MINOR),
    ("They repair lamps.", "They repair the lamps, and buoys.", "addition", Severity.MAJOR),
    ("The sides repair lamps; it is done.", "The Sides repair lamps, it is done.", "wording", Severity.INFO),
]


@pytest.mark.parametrize(("old", "new", "kind", "severity"), CLASSED)
def test_a_change_is_classed_by_what_it_changes(old: str, new: str, kind: str, severity: Severity) -> None:
    found = changed(old, new)
    gravest = min(found, key=lambda finding: list(Severity).index(finding.severity))
    assert (gravest.kind, gravest.severity) == (kind, severity)


def test_each_change_is_one_finding_with_its_words_on_both_sides() -> None:
    found = changed("양측은 7일 이내에 통보하여야 한다.", "양측은 15일 이내에 통보하도록 노력한다.")
    assert [said(finding) for finding in found] == [("deadline", "7일", "15일"), ("softener", "하여야", "하도록 노력")]
    assert [found[0].left.value.en, found[0].right.value.en] == ["7 days", "15 days"]  # type: ignore[union-attr]


def test_words_put_in_have_a_gap_where_the_earlier_text_lacks_them() -> None:
    (finding,) = changed("양측은 등대를 고친다.", "양측은 낡은 등대를 고친다.")
    assert finding.left is None
    assert finding.gap == Gap("t1.c1", 4)


def test_an_unchanged_clause_has_no_findings() -> None:
    assert (
        changed(
            "양측은 2031년 3월 2일부터 제99조에 따라 100개를 보낸다.", "양측은 2031년 3월 2일부터 제99조에 따라 100개를 보낸다."
        )
        == []
    )


def test_endings_and_signs_have_rules_of_their_own() -> None:
    assert changed("품목은 위원회가 정한다.", "품목은 위원회에서 정한다.")[0].rule == RevisionRule.ENDINGS
    assert changed("공동 위원회가", "공동위원회가")[0].rule == RevisionRule.SIGNS
    names = {RULES.checks[check].rule: check for check in RULES.checks}
    assert {names[rule] for rule in LIGHT_RULES} == {"endings_changed", "signs_changed"}
    directions = (RevisionRule.WEAKER, RevisionRule.STRONGER, RevisionRule.SOFTER, RevisionRule.FIRMER)
    assert [names[rule] for rule in directions] == [
        "commitment_weaker", "commitment_stronger", "softener_put_in", "softener_taken_out",
    ]  # fmt: skip


def test_clauses_put_in_and_taken_out_are_told_as_such() -> None:
    old, new = text("t1", ["양측은 등대를 고친다."]), text("t2", ["양측은 부표를 보낸다."])
    found = changes(old, new, [Link(("t1.c1",), (), 0.8), Link((), ("t2.c1",), 0.8)])
    assert [(finding.kind, finding.rule) for finding in found] == [("clause_omitted", "V31"), ("clause_added", "V30")]
    assert "earlier text" in found[1].message.en


def test_a_heading_that_is_new_is_minor() -> None:
    old, new = text("t1", ["등대"]), text("t2", [clause("t2.c1", "비밀 유지", ClauseKind.ARTICLE)])
    assert changes(old, new, [Link((), ("t2.c1",), 0.8)])[0].severity is Severity.MINOR


def test_a_clause_that_was_moved_and_edited_is_one_link_with_both_findings() -> None:
    old, new = text("t1", ["가를 3일 본다.", "나를 안다."]), text("t2", ["나를 안다.", "가를 5일 본다."])
    found = changes(old, new, [link(old, new, (1,), (2,), moved=True), link(old, new, (2,), (1,))])
    assert [finding.kind for finding in found if finding.link == 0] == ["clause_moved", "deadline"]


def test_an_article_that_moved_with_its_paragraphs_is_told_once() -> None:
    old = text("t1", ["가를 본다.", "비밀 유지", "비밀을 지킨다.", "종을 친다."])
    new = text("t2", ["가를 본다.", "종을 친다.", "비밀 유지", "비밀을 지킨다."])
    links = [
        link(old, new),
        link(old, new, (2,), (3,), moved=True),
        link(old, new, (3,), (4,), moved=True),
        link(old, new, (4,), (2,)),
    ]
    assert [finding.link for finding in changes(old, new, links) if finding.kind == "clause_moved"] == [1]


def test_renumbering_is_told_quietly_and_is_no_change_of_words() -> None:
    old = text("t1", [clause("t1.c1", "등대를 고친다.", number=5)])
    new = text("t2", [clause("t2.c1", "등대를 고친다.", number=6)])
    (finding,) = changes(old, new, [link(old, new)])
    assert (finding.kind, finding.severity) == ("clause_number", Severity.INFO)


def test_a_clause_that_was_divided_has_its_changes_in_either_part() -> None:
    old = text("t1", ["양측은 등대를 고친다. 양측은 3일 안에 답한다."])
    new = text("t2", ["양측은 등대를 고친다.", "양측은 5일 안에 답한다."])
    merged, deadline = changes(old, new, [link(old, new, (1,), (1, 2))])
    assert (merged.kind, merged.rule) == ("clause_merged", "V33")
    assert deadline.right is not None
    assert (deadline.right.clause, deadline.right.span) == ("t2.c2", Span(4, 6))


WORDS = st.sampled_from("양측은 등대를 3일 5일 고친다. 보낸다. the Parties shall may 30 days (a) . , 가".split())
CLAUSES = st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), min_size=1, max_size=6)


@st.composite
def versions(draw: st.DrawFn) -> tuple[TreatyText, TreatyText, list[Link]]:
    """Two versions with links of every kind: kept, edited, moved, divided, joined, put in and taken out."""
    old, new = text("t1", draw(CLAUSES)), text("t2", draw(CLAUSES))
    order = draw(st.permutations(range(1, len(new.clauses) + 1)))
    links, left, right = [], 1, 0
    while left <= len(old.clauses) or right < len(order):
        mine = tuple(range(left, min(left + draw(st.integers(0, 2)), len(old.clauses) + 1)))
        theirs = tuple(sorted(order[right : right + draw(st.integers(0 if mine else 1, 2))]))
        if not (mine or theirs):
            mine = (left,) if left <= len(old.clauses) else ()
            theirs = () if mine else (order[right],)
        left, right = left + len(mine), right + len(theirs)
        links.append(link(old, new, mine, theirs, moved=draw(st.booleans()) and bool(mine and theirs)))
    return old, new, links


@given(versions())
def test_taking_all_changes_gives_the_new_text_and_refusing_all_the_old(
    made: tuple[TreatyText, TreatyText, list[Link]],
) -> None:
    old, new, links = made
    runs = tracked_changes(old, new, links, changes(old, new, links))
    assert accepted(runs) == plain_lines(new.clauses)
    assert rejected(runs) == plain_lines(old.clauses)


def test_only_what_changed_is_tracked() -> None:
    old, new = text("t1", ["등대를 3일 본다.", "종을 친다."]), text("t2", ["등대를 5일 본다.", "돛을 단다.", "종을 친다."])
    links = [link(old, new), Link((), ("t2.c2",), 0.8), link(old, new, (2,), (3,))]
    runs = tracked_changes(old, new, links, changes(old, new, links))
    assert [(run.tracking, run.text) for run in runs] == [
        (Tracking.KEPT, "1. 등대를 "),
        (Tracking.DELETED, "3일"),
        (Tracking.INSERTED, "5일"),
        (Tracking.KEPT, " 본다.\n"),
        (Tracking.INSERTED, "2. 돛을 단다.\n"),
        (Tracking.DELETED, "2"),
        (Tracking.INSERTED, "3"),
        (Tracking.KEPT, ". 종을 친다.\n"),
    ]


def test_a_moved_clause_is_tracked_at_both_ends() -> None:
    old, new = text("t1", ["가를 본다.", "나를 본다."]), text("t2", ["나를 본다.", "가를 본다."])
    links = [link(old, new, (1,), (2,), moved=True), link(old, new, (2,), (1,))]
    runs = tracked_changes(old, new, links, changes(old, new, links))
    assert runs[0].tracking is Tracking.MOVED_AWAY
    assert runs[-1] == Run(Tracking.MOVED_HERE, "2. 가를 본다.\n")


def test_a_change_is_told_by_another_rule_where_its_own_is_off() -> None:
    texts = text("t1", ["양측은 7일 이내에 답한다."]), text("t2", ["양측은 15일 이내에 답한다."])
    (own,) = changes(*texts, [link(*texts)])
    without = with_choices(RULES, {own.rule: RuleChoice(on=False)})
    (other,) = find_findings([link(*texts)], *texts, Relation.REVISION, rules=without)
    assert other.rule != own.rule
    assert said(other)[1:] == said(own)[1:]


def test_a_change_of_which_every_rule_is_off_is_not_told() -> None:
    texts = text("t1", ["양측은 등대를 고친다."]), text("t2", ["양측은 등대를 고친다!"])
    (own,) = changes(*texts, [link(*texts)])
    without = with_choices(RULES, {own.rule: RuleChoice(on=False)})
    assert find_findings([link(*texts)], *texts, Relation.REVISION, rules=without) == []
