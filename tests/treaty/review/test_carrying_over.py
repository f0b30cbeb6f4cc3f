"""What a reviewer decided holds for the same clauses and words in a text that was read, cut or linked anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from treaty.model import Bilingual, Finding, LinkOrigin, MinistryClass, Place, Severity, Span, TreatyText
from treaty.review.assembly import Instruments, assemble_review, compared_again, exchanged, linked_again
from treaty.review.carrying_over import CarriedOver, Decision, carried_over
from treaty.review.edits import (
    ReplaceComparison,
    ReplaceText,
    SetComment,
    SetState,
    Signature,
    add_own_finding,
    dismiss_all_like,
    set_note,
    set_verdict,
)
from treaty.review.history import History
from treaty.review.link_changes import with_link, with_link_confirmed
from treaty.review.review import OWN_RULE, Comment, Review, RowState, Verdict, row_key
from treaty.review.same_clauses import fingerprint, with_ids_kept
from treaty.review.text_changes import with_clauses_joined

Read = Callable[..., list[TreatyText]]
KOREAN = [
    "등대에 관한 공동성명",
    "1/ 양측은 등대의 불을 나눈다.",
    "2/ 양측은 기름 30통을 보낸다.",
    "3/ 양측은 항구에서 만난다.",
]
ENGLISH = [
    "Joint Statement on Lighthouses",
    "1/ The two sides share the light of lighthouses.",
    "2/ The two sides send 40 barrels of oil.",
    "3/ The two sides meet in a harbour.",
]
BY = Signature("김대조", "2028-03-02T10:15:00")


def text_of(read: Read, lines: list[str], first: int = 1) -> TreatyText:
    (text,) = read("\n".join(lines), first=first)
    return text


@pytest.fixture
def review(read: Read, instruments: Instruments) -> Review:
    return assemble_review([text_of(read, KOREAN), text_of(read, ENGLISH, 2)], None, instruments)


def read_anew(review: Review, read: Read, lines: list[str], instruments: Instruments) -> CarriedOver:
    text = with_ids_kept(review.texts[1], text_of(read, lines, 2))
    return carried_over(review, ReplaceText(text, compared_again(review, text, instruments), "edit.reread"))


def id_of(text: TreatyText, words: str) -> str:
    return next(clause.id for clause in text.clauses if words in clause.text)


def test_a_fingerprint_sees_letters_alone() -> None:
    assert fingerprint("Ｔhe  “sides”, 30\n통") == fingerprint('the "SIDES" 30 통')
    assert fingerprint("30통") != fingerprint("40통")


def test_clauses_keep_their_ids_where_others_come_between(read: Read) -> None:
    before = text_of(read, ENGLISH, 2)
    after = with_ids_kept(before, text_of(read, [*ENGLISH[:2], "2/ Fog horns are sounded at dusk.", "3/" + ENGLISH[2][2:],
                                                 "4/ The two sides meet in the harbour."], 2))  # fmt: skip
    for words in ("share the light", "40 barrels", "meet in"):
        assert id_of(after, words) == id_of(before, words)
    assert id_of(after, "Fog horns") not in {clause.id for clause in before.clauses}
    assert len({clause.id for clause in after.clauses}) == len(after.clauses)


def test_clauses_that_say_the_same_twice_stay_apart(read: Read) -> None:
    twice = [ENGLISH[0], "1/ The two sides agree.", "2/ The two sides agree."]
    before = text_of(read, twice, 2)
    after = with_ids_kept(before, text_of(read, [*twice, "3/ The two sides agree."], 2))
    assert [clause.id for clause in after.clauses[:3]] == [clause.id for clause in before.clauses]
    assert after.clauses[3].id not in {clause.id for clause in before.clauses}


def test_verdicts_pins_states_and_comments_are_carried_over(review: Review, read: Read, instruments: Instruments) -> None:
    oil = id_of(review.texts[1], "40 barrels")
    (found,) = review.findings()
    review.apply(ReplaceComparison(0, linked_again(review, 0, with_link_confirmed(review.comparisons[0], 1), instruments), ""))
    review.apply(set_verdict(review, found.id, Verdict.ERROR, BY))
    review.apply(SetState(row_key(review.comparisons[0].links[1]), RowState.READ))
    review.apply(SetComment("r1", Comment("r1", oil, "통의 크기?", Span(25, 32))))
    renumbered = [*ENGLISH[:2], "2/ Fog horns are sounded at dusk.", "3" + ENGLISH[2][1:], "4" + ENGLISH[3][1:]]
    carried = read_anew(review, read, renumbered, instruments)
    history = History(review)
    before = review.copy()
    history.do(carried.edit)
    again = next(finding for finding in review.findings() if finding.right and finding.right.text == "40 barrels")
    assert again.id != found.id, "the clause has another number now"
    assert review.judgement(again.id).verdict is Verdict.ERROR
    assert review.judgement(again.id).author == "김대조"
    assert review.comparisons[0].links[1].origin is LinkOrigin.REVIEWER
    assert review.states == {row_key(review.comparisons[0].links[1]): RowState.READ}
    comment = review.comments["r1"]
    assert comment.span is not None
    assert comment.span.of(review.texts[1].clause(comment.clause).text) == Span(25, 32).of(before.texts[1].clause(oil).text)
    assert carried.left_behind == ()
    history.undo()
    assert review == before


def test_what_cannot_be_carried_over_is_named(review: Review, read: Read, instruments: Instruments) -> None:
    (found,) = review.findings()
    review.apply(set_note(review, found.id, "서른인가 마흔인가"))
    for link in review.comparisons[0].links[2:]:
        review.apply(SetState(row_key(link), RowState.AGREED))
    review.apply(SetComment("r1", Comment("r1", id_of(review.texts[1], "meet in"), "항구 이름?")))
    pins = with_link_confirmed(review.comparisons[0], 3)
    review.apply(ReplaceComparison(0, linked_again(review, 0, pins, instruments), ""))
    corrected = [*ENGLISH[:2], "2/ The two sides send 30 barrels of oil."]
    carried = read_anew(review, read, corrected, instruments)
    assert [(lost.what, lost.words) for lost in carried.left_behind] == [
        (Decision.JUDGEMENT, "서른인가 마흔인가"),
        (Decision.STATE, "양측은 기름 30통을 보낸다."),
        (Decision.STATE, "양측은 항구에서 만난다."),
        (Decision.COMMENT, "항구 이름?"),
        (Decision.PIN, "양측은 항구에서 만난다."),
    ]
    review.apply(carried.edit)
    assert not review.states


def test_a_row_to_be_discussed_stays_so_when_its_words_change(review: Review, read: Read, instruments: Instruments) -> None:
    key = row_key(review.comparisons[0].links[2])
    review.apply(SetState(key, RowState.TO_DISCUSS))
    review.apply(read_anew(review, read, [*ENGLISH[:2], ENGLISH[2].replace("40", "30"), ENGLISH[3]], instruments).edit)
    assert review.states == {key: RowState.TO_DISCUSS}


def test_what_was_dismissed_for_good_is_dismissed_in_a_new_draft(review: Review, read: Read, instruments: Instruments) -> None:
    (found,) = review.findings()
    review.apply(dismiss_all_like(review, found.id, Verdict.FALSE_ALARM, "단위가 다름", BY))
    review.apply(set_verdict(review, found.id, None))
    longer = [*ENGLISH[:3], "3/ In spring the two sides send 40 barrels of oil.", "4" + ENGLISH[3][1:]]
    korean = text_of(read, [*KOREAN[:3], "3/ 봄에 양측은 기름 30통을 보낸다.", "4" + KOREAN[3][1:]])
    review.apply(read_anew(review, read, longer, instruments).edit)
    text = with_ids_kept(review.texts[0], korean)
    review.apply(carried_over(review, ReplaceText(text, compared_again(review, text, instruments), "")).edit)
    verdicts = {finding.id: review.judgement(finding.id).verdict for finding in review.findings() if finding.kind == "number"}
    assert sorted(map(str, verdicts.values())) == ["None", "false_alarm"], "the one reopened stays open"


def own_finding(review: Review, words: str) -> Finding:
    text = review.texts[1]
    clause = text.clause(id_of(text, words))
    start = clause.text.index(words)
    link = next(i for i, link in enumerate(review.comparisons[0].links) if clause.id in link.right)
    place = Place(clause.id, Span(start, start + len(words)), words, Bilingual("", ""))
    return Finding("own-1", "term", Severity.MAJOR, MinistryClass.INCONSISTENCY, link, None, place, OWN_RULE,
                   Bilingual("", ""), 1.0)  # fmt: skip


def test_an_own_finding_goes_with_its_words(review: Review, read: Read, instruments: Instruments) -> None:
    review.apply(add_own_finding(review, 0, own_finding(review, "barrels")))
    review.apply(set_note(review, "own-1", "용어집 참조"))
    moved = ENGLISH[2].replace("The two sides", "Before winter the two sides")
    review.apply(read_anew(review, read, [*ENGLISH[:2], moved, ENGLISH[3]], instruments).edit)
    own = next(finding for finding in review.findings() if finding.rule == OWN_RULE)
    assert own.right is not None
    assert own.right.span.of(review.texts[1].clause(own.right.clause).text) == "barrels"
    lost = read_anew(review, read, [*ENGLISH[:2], moved.replace("barrels", "casks"), ENGLISH[3]], instruments).left_behind
    assert [(entry.what, entry.words) for entry in lost if entry.what is Decision.OWN_FINDING] == [
        (Decision.OWN_FINDING, "barrels")
    ]


def test_comments_go_to_the_clause_that_theirs_was_joined_with(review: Review, instruments: Instruments) -> None:
    last = id_of(review.texts[1], "meet in")
    review.apply(SetComment("r1", Comment("r1", last, "장소?", Span(0, 3))))
    text = with_clauses_joined(review.texts[1], id_of(review.texts[1], "40 barrels"))
    carried = carried_over(review, ReplaceText(text, compared_again(review, text, instruments), "edit.join_clauses"))
    review.apply(carried.edit)
    assert review.comments["r1"].clause == id_of(text, "40 barrels")
    assert not [lost for lost in carried.left_behind if lost.what is Decision.COMMENT]


def test_verdicts_stay_when_rows_are_merged_and_sides_exchanged(review: Review, instruments: Instruments) -> None:
    (found,) = review.findings()
    review.apply(set_verdict(review, found.id, Verdict.QUERY))
    review.apply(SetState(row_key(review.comparisons[0].links[0]), RowState.READ))
    both = [clause.id for text in review.texts for clause in text.clauses[2:4]]
    pins = with_link(review.comparisons[0], *review.texts, both)
    review.apply(carried_over(review, ReplaceComparison(0, linked_again(review, 0, pins, instruments), "")).edit)
    turned = carried_over(review, ReplaceComparison(0, exchanged(review, 0, instruments), "edit.swap_columns"))
    review.apply(turned.edit)
    (again,) = review.findings()
    assert again.left is not None
    assert (again.left.text, review.judgement(again.id).verdict) == ("40 barrels", Verdict.QUERY)
    assert review.states == {row_key(review.comparisons[0].links[0]): RowState.READ}
    assert (review.comparisons[0].left, review.comparisons[0].right) == ("t2", "t1")
    assert turned.left_behind == ()
