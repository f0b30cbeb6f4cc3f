"""Verdicts and notes, and taking them back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.example_review import example_review
from treaty.model import LinkOrigin
from treaty.review.edits import ReplaceComparison, SetJudgement, Signature, set_note, set_verdict
from treaty.review.history import History
from treaty.review.journal import JournalEntry, Step
from treaty.review.review import Changes, Judgement, Review, Verdict


@pytest.fixture
def review() -> Review:
    return example_review()


@pytest.fixture
def history(review: Review) -> History:
    return History(review)


def test_a_verdict_keeps_the_note_and_a_note_the_verdict(review: Review, history: History) -> None:
    history.do(set_verdict(review, "f2", Verdict.ERROR))
    changes = history.do(set_note(review, "f2", "  확인할 것 \n"))
    assert review.judgement("f2") == Judgement(Verdict.ERROR, "확인할 것")
    history.do(set_verdict(review, "f2", Verdict.QUERY))
    assert review.judgement("f2") == Judgement(Verdict.QUERY, "확인할 것")
    assert changes == Changes(frozenset({"f2"}))


def test_what_is_open_again_is_forgotten(review: Review, history: History) -> None:
    history.do(set_verdict(review, "f2", Verdict.ERROR))
    history.do(set_verdict(review, "f2", None))
    assert dict(review.judgements) == {}


def test_undo_and_redo_go_back_and_forth(review: Review, history: History) -> None:
    history.do(set_verdict(review, "f1", Verdict.QUERY))
    history.do(set_note(review, "f1", "note"))
    assert (history.next_undo, history.next_redo) == ("edit.note", None)
    assert history.undo() == Changes(frozenset({"f1"}))
    assert review.judgement("f1") == Judgement(Verdict.QUERY)
    assert (history.next_undo, history.next_redo) == ("edit.judge", "edit.note")
    history.undo()
    assert dict(review.judgements) == {}
    history.redo()
    assert history.redo() == Changes(frozenset({"f1"}))
    assert review.judgement("f1") == Judgement(Verdict.QUERY, "note")


def test_with_nothing_to_undo_or_redo_nothing_changes(review: Review, history: History) -> None:
    assert history.undo() == history.redo() == Changes()
    assert dict(review.judgements) == {}
    assert (history.next_undo, history.next_redo, history.unsaved) == (None, None, False)


def test_a_new_edit_ends_what_could_be_redone(review: Review, history: History) -> None:
    history.do(set_verdict(review, "f1", Verdict.QUERY))
    history.undo()
    history.do(set_verdict(review, "f2", Verdict.ERROR))
    assert history.next_redo is None
    history.redo()
    assert review.judgements.keys() == {"f2"}


def test_unsaved_follows_the_saved_state(review: Review, history: History) -> None:
    history.do(set_verdict(review, "f1", Verdict.QUERY))
    assert history.unsaved
    history.mark_saved()
    assert not history.unsaved
    history.undo()
    assert history.unsaved
    history.redo()
    assert not history.unsaved


def test_a_saved_state_that_was_left_for_good_is_never_reached_again(review: Review, history: History) -> None:
    history.do(set_verdict(review, "f1", Verdict.QUERY))
    history.mark_saved()
    history.undo()
    history.do(set_verdict(review, "f1", Verdict.ERROR))
    assert history.unsaved
    history.undo()
    assert history.unsaved


edits = st.tuples(
    st.sampled_from(["f1", "f2", "f3"]), st.sampled_from([None, *Verdict]), st.sampled_from(["", "first", "second"])
)


@given(st.lists(st.one_of(edits, st.sampled_from(["undo", "redo"])), max_size=25))
def test_undoing_everything_leads_back_to_the_beginning_and_redoing_to_the_end(steps: list[object]) -> None:
    review = example_review()
    history = History(review)
    for step in steps:
        if isinstance(step, tuple):
            history.do(SetJudgement(step[0], Judgement(step[1], step[2])))
        else:
            history.undo() if step == "undo" else history.redo()
    end = dict(review.judgements)
    undone = 0
    while history.next_undo:
        history.undo()
        undone += 1
    assert dict(review.judgements) == {}
    for _ in range(undone):
        history.redo()
    assert dict(review.judgements) == end


def test_every_step_is_written_down_with_its_clause_and_who_did_it(review: Review, history: History) -> None:
    kim, lee = Signature("김대조", "2026-11-22T09:00:00"), Signature("이대조", "2026-11-23T10:00:00")
    history.do(set_verdict(review, "f2", Verdict.ERROR, kim), kim)
    history.undo(lee)
    history.redo(kim)
    path = review.text("t1").clause(review.findings_of({"f2"})[0].left.clause).path
    assert list(review.journal.values()) == [
        JournalEntry(Step.DONE, "edit.judge", path, 0, "김대조", "2026-11-22T09:00:00"),
        JournalEntry(Step.UNDONE, "edit.judge", path, 0, "이대조", "2026-11-23T10:00:00"),
        JournalEntry(Step.REDONE, "edit.judge", path, 0, "김대조", "2026-11-22T09:00:00"),
    ]
    assert list(review.copy().journal.values()) == list(review.journal.values())


def test_a_pin_is_written_down_with_the_clauses_that_it_links(review: Review, history: History) -> None:
    comparison = review.comparisons[0]
    link = next(link for link in comparison.links if link.left and link.right)
    pin = replace(link, origin=LinkOrigin.REVIEWER)
    links = tuple(pin if other is link else other for other in comparison.links)
    history.do(ReplaceComparison(0, replace(comparison, links=links), "edit.confirm_link"))
    (step,) = review.journal.values()
    assert (step.name, step.place) == ("edit.confirm_link", review.text("t1").clause(link.left[0]).path)
