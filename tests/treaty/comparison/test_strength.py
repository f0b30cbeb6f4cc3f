"""What another agreement says as compared with the left one: the same, more, less, or something else, and by which words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from resources import path_of
from tests.treaty.comparison.made import clause, link, text
from treaty.comparison import find_findings
from treaty.comparison.commitment import commitment_of, status_of
from treaty.comparison.commitment_rules import Status
from treaty.comparison.rules import ComparisonRules, load_comparison_rules
from treaty.comparison.strength import with_strengths
from treaty.errors import RuleTableError
from treaty.language.script import language_of
from treaty.model import ClauseKind, Finding, Language, Link, Relation, Severity, Strength, TreatyText

BINDING, POLITICAL = "Agreement", "Joint Statement"


def titled(text_id: str, words: str, title: str) -> TreatyText:
    """A text of one clause with a title before it, which says whether the text binds."""
    language = language_of(words) or Language.KOREAN
    named = {"Agreement": "협정", "Joint Statement": "공동성명"}[title] if language is Language.KOREAN else title
    return text(text_id, [clause(f"{text_id}.c0", named, ClauseKind.TITLE, 0), clause(f"{text_id}.c1", words)], language)


def compared(
    left: str, right: str, rules: ComparisonRules, titles: tuple[str, str] = (POLITICAL, POLITICAL)
) -> tuple[Strength | None, list[Finding]]:
    """The strength of the link between two clauses, and the findings on it."""
    mine, theirs = titled("t1", left, titles[0]), titled("t2", right, titles[1])
    links = with_strengths([link(mine, theirs, (2,), (2,))], mine, theirs, rules=rules)
    return links[0].strength, find_findings(links, mine, theirs, Relation.COUNTERPART, rules=rules)


JUDGED = [
    (
        "양측은 핵심광물을 비축하기로 하였다.",
        "The two sides will explore stockpiling critical minerals.",
        Strength.WEAKER,
        "S01",
    ),
    ("We will explore joint stockpiling.", "양측은 공동으로 비축하기로 합의하였다.", Strength.STRONGER, "S01"),
    ("We will endeavour to share data.", "We will share data.", Strength.STRONGER, "S01"),
    ("두 장관은 발사를 규탄하였다.", "The ministers expressed concern over the launch.", Strength.WEAKER, "S02"),
    ("두 장관은 발사를 논의하였다.", "두 장관은 발사를 환영하였다.", Strength.DIFFERENT, "S02"),
    ("양측은 24시간 이내에 통보할 것이다.", "The two sides will notify each other within 12 hours.", Strength.STRONGER, "S03"),
    ("양측은 매년 회의를 개최할 것이다.", "We will hold a meeting every two years.", Strength.WEAKER, "S03"),
    ("We will send 500 students a year.", "We will send 300 students a year.", Strength.WEAKER, "S03"),
    ("We will share data.", "We will share data, where appropriate.", Strength.WEAKER, "S04"),
    ("양측은 가능한 범위 내에서 자료를 공유할 것이다.", "양측은 자료를 공유할 것이다.", Strength.STRONGER, "S04"),
    ("양측은 유학생의 교류를 장려할 것이다.", "양측은 해마다 유학생을 보낼 것이다.", Strength.STRONGER, "S01"),
    ("We will lend each other exhibits.", "We will encourage the loan of exhibits.", Strength.WEAKER, "S01"),
    ("이 문서의 목적은 협력을 증진하는 것이다.", "양측은 공동위원회를 설치할 것이다.", Strength.STRONGER, "S01"),
    ("Differences will be settled by consultation.", "Differences may be submitted to arbitration.", Strength.STRONGER, "S02"),
    ("양측은 차관급 회의를 개최할 것이다.", "We will hold meetings at director-general level.", Strength.WEAKER, "S02"),
    ("We will inform each other without delay.", "양측은 적절한 시기에 서로 알릴 것이다.", Strength.WEAKER, "S02"),
    ("양측은 2030년까지 병원을 지을 것이다.", "We will build a hospital by 2027.", Strength.STRONGER, "S03"),
    ("We will notify it within 60 days.", "양측은 3개월 이내에 통보할 것이다.", Strength.WEAKER, "S03"),
    ("양측은 서버를 둘 것이다.", "We will not keep servers.", Strength.DIFFERENT, "S05"),
    ("이 협정은 서명한 날에 발효한다.", "This Agreement shall enter into force upon ratification.", Strength.DIFFERENT, "S05"),
    ("어느 쪽이든 이 협정을 3개월 전에 종료할 수 있다.", "이 협정을 6개월 전에 종료할 수 있다.", Strength.DIFFERENT, "S03"),
]


@pytest.mark.parametrize(("left", "right", "strength", "rule"), JUDGED)
def test_what_tells_two_promises_apart(left: str, right: str, strength: Strength, rule: str, rules: ComparisonRules) -> None:
    judged, findings = compared(left, right, rules)
    assert judged is strength
    assert [(finding.kind, finding.rule) for finding in findings] == [("strength", rule)]


SAME = [
    ("양측은 공동위원회를 설치할 것이다.", "The two sides will establish a joint committee."),
    ("양측은 공동위원회를 설치하기로 하였다.", "양측은 공동위원회를 설치할 것이다."),
    ("The ministers stressed the importance of climate change.", "두 장관은 기후변화의 중요성을 강조하였다."),
    ("양측은 2033년 5월 3일 만났다.", "The two sides met on 4 June 2031."),
    ("We may terminate this Arrangement with 180 days' notice.", "6개월 전에 통보하여 이 약정을 종료할 수 있다."),
    ("We will encourage exchanges of students.", "양측은 유학생의 교류를 장려할 것이다."),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_clauses_that_say_the_same(left: str, right: str, rules: ComparisonRules) -> None:
    assert compared(left, right, rules) == (Strength.SAME, [])


def test_a_promise_in_a_binding_text_is_stronger_only_where_nothing_else_differs(rules: ComparisonRules) -> None:
    titles = (POLITICAL, BINDING)
    plain = compared("The two sides will share data.", "The Parties shall share data.", rules, titles)
    rarer = compared("We will meet every year.", "The Parties shall meet every two years.", rules, titles)
    assert (plain[0], rarer[0]) == (Strength.STRONGER, Strength.WEAKER)
    assert rarer[1][0].rule == "S03"


def test_whether_a_text_binds_counts_only_where_both_promise_the_same_definite_thing(rules: ComparisonRules) -> None:
    titles = (POLITICAL, BINDING)
    soft = compared("We will encourage tourism.", "The Parties shall encourage tourism.", rules, titles)
    other = compared("Profits will be shared by contribution.", "The Parties shall own the patents jointly.", rules, titles)
    assert soft == (Strength.SAME, [])
    assert (other[0], other[1][0].rule) == (Strength.DIFFERENT, "S05")


def test_what_only_one_agreement_has_is_no_error(rules: ComparisonRules) -> None:
    left, right = text("t1", ["We will share data."]), text("t2", ["We will build a bridge."])
    alone = [Link(("t1.c1",), (), 0.8), Link((), ("t2.c1",), 0.8)]
    findings = find_findings(alone, left, right, Relation.COUNTERPART, rules=rules)
    assert [(finding.severity, finding.left is None) for finding in findings] == [(Severity.INFO, False), (Severity.INFO, True)]
    assert [finding.message.en[:13] for finding in findings] == ["Only the left", "Only the righ"]


LEVELS = [
    ("당사국은 공개하여서는 아니 된다.", BINDING, 6),
    ("The Parties shall not disclose it.", BINDING, 6),
    ("당사국은 이를 통보한다.", BINDING, 5),
    ("양측은 이를 통보한다.", POLITICAL, 3),
    ("The Parties shall endeavour to notify it.", BINDING, 4),
    ("양측은 통보하기 위하여 노력할 것이다.", POLITICAL, 2),
    ("Each Party may notify it.", BINDING, 1),
    ("양측은 방안을 모색할 것이다.", POLITICAL, 0),
    ("두 장관은 진전을 환영하였다.", POLITICAL, None),
    ("“Vessel” shall mean any ship.", BINDING, None),
]


@pytest.mark.parametrize(("words", "title", "level"), LEVELS)
def test_levels_are_the_same_in_both_languages(words: str, title: str, level: int | None, rules: ComparisonRules) -> None:
    made = titled("t1", words, title)
    status = status_of(made, rules.commitment)
    found = commitment_of(made.clauses[1], made.language, status, rules.commitment, rules.predicates)
    assert (found.level if found else None) == level


def test_whether_a_text_binds_is_said_by_its_title_or_its_articles(rules: ComparisonRules) -> None:
    articles = text("t1", [clause("t1.c1", "Purpose", ClauseKind.ARTICLE), "The two sides share data."])
    assert status_of(articles, rules.commitment) is Status.BINDING
    assert status_of(titled("t1", "We will share data.", POLITICAL), rules.commitment) is Status.POLITICAL


FAULTS = [
    ("levels.tsv", "en\tduties\t5\t5"),
    ("levels.tsv", "en\tduty\t7\t5"),
    ("qualifiers.tsv", "no_such_concept\tweaker"),
    ("ladders.tsv", "rank\thigh\ten\tking"),
    ("soft_verbs.tsv", "en\t(unclosed"),
    ("instrument_clauses.tsv", "entry\tfrench\tsigned"),
    ("limits.tsv", "en\tperiod\tbehind\twithin"),
]


@pytest.mark.parametrize(("file", "row"), FAULTS)
def test_a_faulty_row_is_named(file: str, row: str, tmp_path: Path) -> None:
    for name in ("rules", "names", "lexicon", "language"):
        shutil.copytree(path_of(name), tmp_path / name)
    folder = tmp_path / "rules"
    table = folder / "commitment" / file
    table.write_text(table.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")
    with pytest.raises(RuleTableError) as refused:
        load_comparison_rules(folder)
    assert refused.value.places["file"] == file
