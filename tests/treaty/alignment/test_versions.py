"""Links between two versions hold clauses that share words; what has nothing in common is gone and new."""

from __future__ import annotations

from dataclasses import replace

from tests.treaty.comparison.made import link, text
from treaty.alignment.versions import links_of_versions
from treaty.model import Link, LinkOrigin

LONG = "양측은 낡은 등대를 해마다 세 번씩 함께 돌아보고 그 결과를 서로 글로 알리며 함께 고친다."
OTHER = "각 측은 자국의 법령에 따라 상대측 연구원에게 숙소와 사무실과 필요한 장비를 아무런 대가 없이 제공한다."
OLD = text("t1", ["등대를 고친다.", LONG, "종을 친다."])
NEW = text("t2", ["등대를 고친다.", OTHER, "종을 세 번 친다."])


def test_a_clause_in_whose_place_another_stands_is_gone_and_the_other_is_new() -> None:
    links = [link(OLD, NEW, (number,), (number,)) for number in (1, 2, 3)]
    made = links_of_versions(links, OLD, NEW)
    assert [(one.left, one.right) for one in made] == [
        (("t1.c1",), ("t2.c1",)),
        (("t1.c2",), ()),
        ((), ("t2.c2",)),
        (("t1.c3",), ("t2.c3",)),
    ]


def test_what_the_reviewer_linked_stays_linked() -> None:
    pinned = replace(link(OLD, NEW, (2,), (2,)), origin=LinkOrigin.REVIEWER)
    assert links_of_versions([pinned], OLD, NEW) == [pinned]


def test_a_clause_that_moved_must_share_more_words_than_one_that_stayed() -> None:
    stayed = Link(("t1.c3",), ("t2.c3",), 0.9)
    old = text("t1", ["종을 친다.", "종을 낮에 친다.", "종을 친다."])
    new = text("t2", ["종을 친다.", "불을 켠다.", "종을 밤마다 여러 번 친다."])
    assert links_of_versions([stayed], old, new) == [stayed]
    assert len(links_of_versions([replace(stayed, moved=True)], old, new)) == 2
