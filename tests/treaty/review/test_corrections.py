"""The correction table: what of the errors is to be changed, into what."""

from __future__ import annotations

import pytest

from tests.example_review import example_review
from treaty.model import Language, MinistryClass
from treaty.review.corrections import Correction, Passage, correction_table, corrections
from treaty.review.edits import set_class, set_note, set_suggestion, set_verdict
from treaty.review.report import ReportOptions
from treaty.review.review import Review, Verdict


def judged(finding: str, suggestion: str = "", verdict: Verdict = Verdict.ERROR) -> Review:
    review = example_review()
    review.apply(set_verdict(review, finding, verdict))
    review.apply(set_suggestion(review, finding, suggestion))
    return review


def only(review: Review) -> Correction:
    (made,) = corrections(review)
    return made


def marked(passage: Passage | None) -> str:
    assert passage is not None
    assert passage.words is not None
    return passage.words.of(passage.text)


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict is not Verdict.ERROR])
def test_only_errors_are_corrected(verdict: Verdict) -> None:
    assert corrections(judged("f2", "4개월간", verdict)) == []


def test_the_faulty_words_are_replaced_in_their_sentence() -> None:
    made = only(judged("f2", "4개월간"))
    assert made.clause == "2."
    assert (marked(made.other), marked(made.present), marked(made.corrected)) == ("four months", "4주간", "4개월간")
    assert made.corrected
    assert made.corrected.text == "양측은 매년 10명의 역학조사관을 상호 파견하여 4개월간 현장 훈련을 실시할 것이다."


def test_a_suggestion_of_the_whole_sentence_replaces_it() -> None:
    sentence = "양측은 매년 10명의 역학조사관을 상호 파견하여 4개월간의 현장 훈련을 실시할 것이다."
    made = only(judged("f2", sentence))
    assert made.corrected
    assert made.corrected.text == sentence
    assert marked(made.corrected).strip() == "4개월간의"


def test_missing_words_are_put_in_where_they_should_stand() -> None:
    review = example_review()
    turned = Review((review.texts[1], review.texts[0]), review.comparisons)
    turned.apply(set_verdict(turned, "f1", Verdict.ERROR))
    turned.apply(set_suggestion(turned, "f1", "where possible"))
    (made,) = corrections(turned, faulty=Language.ENGLISH)
    assert "will where possible share" in (made.corrected.text if made.corrected else "")
    assert marked(made.present) == ""


def test_without_a_suggestion_nothing_is_made_up() -> None:
    made = only(judged("f2"))
    assert made.corrected is None
    assert made.reason.en.startswith("Korean says 4 weeks")


def test_the_reviewers_note_and_class_go_before_those_of_the_finding() -> None:
    review = judged("f2", "4개월간")
    review.apply(set_note(review, "f2", "2차 협의안에서 확정"))
    review.apply(set_class(review, "f2", MinistryClass.INCONSISTENCY))
    made = only(review)
    assert (made.reason.ko, made.ministry_class) == ("2차 협의안에서 확정", MinistryClass.INCONSISTENCY)


def test_a_clause_without_counterpart_is_quoted_whole() -> None:
    made = only(judged("f6", "이 양해각서는 법적 구속력이 없다."))
    assert made.present == Passage("")
    assert made.corrected
    assert marked(made.corrected) == "이 양해각서는 법적 구속력이 없다."


def test_the_table_names_its_text_and_languages() -> None:
    table = correction_table(judged("f2", "4개월간"), ReportOptions(Language.KOREAN))
    assert (table.followed, table.corrected) == (Language.ENGLISH, Language.KOREAN)
    assert table.title == example_review().texts[0].title
    assert len(table.corrections) == 1
