"""What a reviewer says is a value that can be taken back: judgements, states, remarks, dismissals, links."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from tests.example_review import example_review
from treaty.model import LinkOrigin, MinistryClass, Severity, TreatyText
from treaty.review.assembly import Instruments, assemble_review, linked_again
from treaty.review.edits import (
    ReplaceComparison,
    SetComment,
    SetDismissal,
    SetPlace,
    SetState,
    Signature,
    Together,
    dismiss_all_like,
    dismissed_findings,
    set_class,
    set_note,
    set_severity,
    set_suggestion,
    set_verdict,
)
from treaty.review.history import History
from treaty.review.link_changes import with_link, with_link_confirmed, with_link_split, without_link, without_pin
from treaty.review.review import Comment, Edit, Review, RowState, Verdict, row_key
from treaty.review.rows import rows

BY = Signature("김대조", "2028-03-02T10:15:00")


def example_edits(review: Review) -> list[Edit]:
    key = row_key(review.comparisons[0].links[0])
    clause = review.texts[0].clauses[0].id
    return [
        set_verdict(review, "f1", Verdict.QUERY, BY),
        set_note(review, "f1", "확인 요망", BY),
        set_suggestion(review, "f1", "30일 이내", BY),
        set_severity(review, "f2", Severity.MINOR, BY),
        set_class(review, "f2", MinistryClass.SPELLING, BY),
        SetState(key, RowState.AGREED),
        SetComment("c1", Comment("c1", clause, "다음 회의에서 논의")),
        SetPlace("t1", "국문.txt"),
        dismiss_all_like(review, "f3", Verdict.FALSE_ALARM, "관용 표현", BY),
    ]


def test_every_edit_is_undone_and_redone() -> None:
    review = example_review()
    history = History(review)
    stages = [review.copy()]
    for number in range(len(example_edits(review))):
        history.do(example_edits(review)[number])
        stages.append(review.copy())
    assert all(before != after for before, after in pairwise(stages))
    for stage in reversed(stages[:-1]):
        history.undo()
        assert review == stage
    for stage in stages[1:]:
        history.redo()
        assert review == stage


def test_a_judgement_says_who_and_when_and_keeps_the_rest() -> None:
    review = example_review()
    for edit in example_edits(review)[:1]:
        review.apply(edit)
    review.apply(set_note(review, "f1", "다시 볼 것", Signature("이검토", "2028-03-03T09:00:00")))
    judgement = review.judgement("f1")
    assert (judgement.verdict, judgement.note, judgement.author) == (Verdict.QUERY, "다시 볼 것", "이검토")


def test_the_reviewers_gravity_and_class_stand_in_the_rows() -> None:
    review = example_review()
    review.apply(set_severity(review, "f1", Severity.MINOR))
    review.apply(set_class(review, "f1", MinistryClass.NAME))
    entry = next(entry for row in rows(review) for entry in row.findings if entry.finding.id == "f1")
    assert (entry.severity, entry.ministry_class) == (Severity.MINOR, MinistryClass.NAME)
    marks = [mark for row in rows(review) for cell in row.cells for clause in cell.clauses for mark in clause.marks]
    assert {mark.severity for mark in marks if mark.finding == "f1"} == {Severity.MINOR}


def test_a_rows_state_is_shown_with_it() -> None:
    review = example_review()
    review.apply(SetState(row_key(review.comparisons[0].links[1]), RowState.TO_DISCUSS))
    assert {row.link: row.state for row in rows(review)}[1] is RowState.TO_DISCUSS


def test_edits_together_are_taken_back_in_the_other_order() -> None:
    review = example_review()
    before = review.copy()
    both = Together((set_note(review, "f1", "하나"), set_note(review, "f1", "둘")), "edit.note")
    inverse = both.inverse(review)
    review.apply(both)
    assert review.judgement("f1").note == "둘"
    review.apply(inverse)
    assert review == before


TEXTS = """(국문본)
등대에 관한 공동성명
1/ 양측은 등대의 불을 나눈다.
2/ 양측은 기름 30통을 보낸다.
3/ 양측은 기름 30통을 보낸다.
(영문본)
Joint Statement on Lighthouses
1/ The two sides share the light of lighthouses.
2/ The two sides send 40 barrels of oil.
3/ The two sides send 40 barrels of oil.
"""


@pytest.fixture
def compared(read: Callable[..., list[TreatyText]], instruments: Instruments) -> Review:
    return assemble_review(read(TEXTS), None, instruments)


def test_findings_like_one_that_was_dismissed_are_dismissed_with_it_and_again(compared: Review) -> None:
    first, second = [finding.id for finding in compared.findings()]
    edit = dismiss_all_like(compared, first, Verdict.ACCEPTED_DIFFERENCE, "합의된 차이", BY)
    compared.apply(edit)
    assert {compared.judgement(found).verdict for found in (first, second)} == {Verdict.ACCEPTED_DIFFERENCE}
    compared.apply(set_verdict(compared, second, None))
    again = dismissed_findings(compared, list(compared.dismissals.values()))
    assert [entry.finding for entry in again] == [second]
    compared.apply(SetDismissal(next(iter(compared.dismissals)), None))
    assert compared.judgement(first).verdict is Verdict.ACCEPTED_DIFFERENCE
    assert not dismissed_findings(compared, list(compared.dismissals.values()))


def links(review: Review) -> set[tuple[tuple[str, ...], tuple[str, ...], bool]]:
    return {(link.left, link.right, link.origin is LinkOrigin.REVIEWER) for link in review.comparisons[0].links}


def test_links_are_made_parted_and_given_back(compared: Review, instruments: Instruments) -> None:
    (left, right), history = compared.texts, History(compared)
    computed = links(compared)
    second, third = left.clauses[2].id, left.clauses[3].id
    theirs = right.clauses[2].id, right.clauses[3].id

    def pin(pins: tuple, name: str) -> None:  # type: ignore[type-arg]
        history.do(ReplaceComparison(0, linked_again(compared, 0, pins, instruments), name))

    pin(with_link(compared.comparisons[0], left, right, {second, theirs[1]}), "edit.link")
    assert ((second,), (theirs[1],), True) in links(compared)
    assert sum(len(left) + len(right) for left, right, _ in links(compared)) == len(left.clauses) + len(right.clauses)
    index = next(i for i, link in enumerate(compared.comparisons[0].links) if second in link.left)
    pin(without_link(compared.comparisons[0], index), "edit.unlink")
    assert {((second,), (), True), ((), (theirs[1],), True)} <= links(compared)
    pin(with_link(compared.comparisons[0], left, right, {second, third, *theirs}), "edit.merge_rows")
    assert ((second, third), theirs, True) in links(compared)
    index = next(i for i, link in enumerate(compared.comparisons[0].links) if second in link.left)
    pin(with_link_split(compared.comparisons[0], index, 1, 1), "edit.split_row")
    assert {((second,), (theirs[0],), True), ((third,), (theirs[1],), True)} <= links(compared)
    index = next(i for i, link in enumerate(compared.comparisons[0].links) if second in link.left)
    pin(without_pin(compared.comparisons[0], index), "edit.unlink")
    assert ((second,), (theirs[0],), False) in links(compared)
    while history.next_undo:
        history.undo()
    assert links(compared) == computed


def test_a_confirmed_link_is_pinned_as_it_was(compared: Review, instruments: Instruments) -> None:
    pins = with_link_confirmed(compared.comparisons[0], 1)
    again = linked_again(compared, 0, pins, instruments)
    assert [(link.left, link.right) for link in again.links] == [
        (link.left, link.right) for link in compared.comparisons[0].links
    ]
    assert again.links[1].origin is LinkOrigin.REVIEWER
    kept = [pair for pair in zip(again.links, compared.comparisons[0].links, strict=True) if pair[0] == pair[1]]
    assert kept
    assert all(now is before for now, before in kept), "what is as before is the same object"
