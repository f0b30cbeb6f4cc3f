"""What is kept of texts that were compared: after any edits of links the findings are as of a comparison from the start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.treaty.comparison.made import link, text
from treaty.comparison import find_findings
from treaty.comparison.kept_texts import Basis, KeptTexts
from treaty.comparison.rules import ComparisonRules
from treaty.errors import Cancelled
from treaty.model import Finding, Link, Relation, TreatyText

KOREAN = [
    "페르다에서 적용대상선박이 불을 켠다.",
    "페르다는 적용대상선박의 기름을 나눈다.",
    "소호진의 지기는 적용대상선박을 본다.",
    "배가 페르드에 온다.",
    "소호진에서 공동위원회를 연다.",
    "공동위원회는 덴마크와 “등대 협정”을 맺는다.",
    "공동위원회(JLC)는 적용선박에 알린다.",
    "운영기관은 “등대 규약”에 따라 30일 이내에 기름을 판매한다.",
    "페르다에서 노르웨이와 종자를 판매한다.",
    "운영기관은 (등대를 지키고 환경을 보호한다.",
]
ENGLISH = [
    "In Ferda a covered vessel will burn a lamp.",
    "The town of Ferda will share oil of a covered vessel.",
    "The keeper in Sohojin will see a covered vessel.",
    "Ships will come to Ferda and the JLC.",
    "In Sohojin they will hold a Joint Committee.",
    "The Joint Committee will sign the “Lamp Agreement”.",
    "The Joint Committee will tell a covered vessel.",
    "The Operating Agency shall sell oil under the “Lamp Agreement” within 20 days.",
    "In Ferda they will sell seeds with Norway and Denmark.",
    "The Operating Agency will keep a lighthouse and protect the fishery.",
]
Linked = list[tuple[tuple[int, ...], tuple[int, ...], bool]]
"""The numbers of the clauses of each link, and whether they moved."""

EDITS = st.lists(st.tuples(st.sampled_from(("part", "join", "exchange", "move")), st.integers(0, 50)), min_size=1, max_size=5)


@pytest.fixture(scope="module")
def texts() -> tuple[TreatyText, TreatyText]:
    return text("t1", KOREAN * 2), text("t2", ENGLISH * 2)


def as_they_stand(texts: tuple[TreatyText, TreatyText]) -> Linked:
    return [((number,), (number,), False) for number in range(1, len(texts[0].clauses) + 1)]


def edited(links: Linked, edit: str, number: int) -> Linked:
    place = number % (len(links) - 1)
    (mine, theirs, moved), (next_mine, next_theirs, _) = links[place], links[place + 1]
    changed: Linked
    if edit == "part" and mine and theirs:
        return [*links[:place], (mine, (), False), ((), theirs, False), *links[place + 1 :]]
    if edit == "exchange" and next_mine and mine:
        changed = [(mine, next_theirs, True), (next_mine, theirs, True)]
    elif edit == "join":
        changed = [(mine + next_mine, theirs + next_theirs, False)]
    else:
        changed = [(mine, theirs, not moved), links[place + 1]]
    return [*links[:place], *changed, *links[place + 2 :]]


def made(links: Linked, texts: tuple[TreatyText, TreatyText]) -> list[Link]:
    return [link(*texts, mine, theirs, moved=moved) for mine, theirs, moved in links]


def findings(
    links: Sequence[Link], texts: tuple[TreatyText, TreatyText], rules: ComparisonRules, kept: KeptTexts | None = None
) -> list[Finding]:
    versions = texts[0].language is texts[1].language
    relation = Relation.REVISION if versions else Relation.TRANSLATION
    return find_findings(links, *texts, relation, rules=rules, kept=kept)


def test_the_sample_has_what_whole_texts_are_asked_for(texts: tuple[TreatyText, TreatyText], rules: ComparisonRules) -> None:
    found = findings(made(as_they_stand(texts), texts), texts, rules)
    assert {finding.kind for finding in found} >= {"name", "term", "acronym", "spelling", "status", "deadline", "meaning"}


@settings(max_examples=8, deadline=None)
@given(edits=EDITS)
def test_findings_after_edits_are_those_made_from_the_beginning(
    edits: list[tuple[str, int]], texts: tuple[TreatyText, TreatyText], rules: ComparisonRules
) -> None:
    kept, links = KeptTexts(), as_they_stand(texts)
    findings(made(links, texts), texts, rules, kept)
    for edit in edits:
        links = edited(links, *edit)
        of_links = made(links, texts)
        assert findings(of_links, texts, rules, kept) == findings(of_links, texts, rules)


def test_versions_and_links_taken_back_are_judged_as_from_the_beginning(
    texts: tuple[TreatyText, TreatyText], rules: ComparisonRules
) -> None:
    older, first = texts[1], as_they_stand(texts)
    newer = replace(text("t3", [said.replace("will", "shall") for said in ENGLISH] * 2), id="t3")
    kept = KeptTexts()
    for links in (first, edited(first, "exchange", 3), edited(first, "part", 5), first):
        of_links = made(links, (older, newer))
        assert findings(of_links, (older, newer), rules, kept) == findings(of_links, (older, newer), rules)


class Stopped:
    """The progress of work that is stopped at its second report."""

    def __init__(self) -> None:
        self._left = 1

    def report(self, done: int, total: int, what: str) -> None:
        if not self._left:
            raise Cancelled
        self._left -= 1


def test_what_was_known_is_still_right_where_work_was_stopped(
    texts: tuple[TreatyText, TreatyText], rules: ComparisonRules
) -> None:
    kept, links = KeptTexts(), as_they_stand(texts)
    first, second = made(links, texts), made(edited(edited(links, "part", 3), "exchange", 7), texts)
    with pytest.raises(Cancelled):
        find_findings(second, *texts, Relation.TRANSLATION, rules=rules, kept=kept, progress=Stopped())
    for of_links in (first, second):
        assert findings(of_links, texts, rules, kept) == findings(of_links, texts, rules)


def test_only_the_very_same_texts_and_rules_are_known(texts: tuple[TreatyText, TreatyText], rules: ComparisonRules) -> None:
    kept, basis = KeptTexts(), Basis(*texts, Relation.TRANSLATION, rules)
    known = kept.on(basis)
    assert kept.on(replace(basis)) is known
    assert kept.on(replace(basis, rules=replace(rules))) is not known
    assert kept.on(replace(basis, left=replace(texts[0], title="새 제목"))) is not known


def test_the_oldest_of_more_than_four_are_given_up(texts: tuple[TreatyText, TreatyText], rules: ComparisonRules) -> None:
    kept, bases = KeptTexts(), [Basis(*texts, Relation.TRANSLATION, replace(rules)) for _ in range(5)]
    known = [kept.on(basis) for basis in bases]
    assert kept.on(bases[-1]) is known[-1]
    assert kept.on(bases[1]) is known[1]
    assert kept.on(bases[0]) is not known[0]


def test_of_very_long_texts_only_the_last_are_kept(texts: tuple[TreatyText, TreatyText], rules: ComparisonRules) -> None:
    long = replace(texts[0], clauses=texts[0].clauses * 400)
    kept, bases = KeptTexts(), [Basis(long, texts[1], Relation.TRANSLATION, replace(rules)) for _ in range(2)]
    known = [kept.on(basis) for basis in bases]
    assert kept.on(bases[1]) is known[1]
    assert kept.on(bases[0]) is not known[0]
