"""Parts taken back into the comparison, and clauses set aside, with everything undone again."""

from __future__ import annotations

from collections.abc import Callable

from treaty.model import SetAsideReason, TreatyText
from treaty.progress import SilentProgress
from treaty.reading.ledger import ledger_of
from treaty.reading.rules import ReadingRules
from treaty.review.assembly import Instruments, assemble_review, compared_again
from treaty.review.edits import ReplaceText
from treaty.review.history import History
from treaty.review.text_changes import with_clause_set_aside, with_part_taken_back

STATEMENT = """양측은 4일 등대 회의를 열었다.
(국문본)
등대에 관한 공동성명
1/ 양측은 등대의 불을 나눈다.
2/ 양측은 기름 30통을 보낸다.
(영문본)
Joint Statement on Lighthouses
1/ The two sides share the light of lighthouses.
2/ The two sides send 40 barrels of oil.
"""


def test_a_part_is_taken_back_where_it_stood(read: Callable[..., list[TreatyText]], reading_rules: ReadingRules) -> None:
    korean, english = read(STATEMENT)
    lead = next(part for part in korean.set_aside if part.reason is SetAsideReason.PRESS_LEAD)
    changed = with_part_taken_back(korean, lead, reading_rules)
    assert changed.clauses[0].text == "양측은 4일 등대 회의를 열었다."
    assert lead not in changed.set_aside
    assert [clause.id for clause in changed.clauses[1:]] == [clause.id for clause in korean.clauses]
    assert len({clause.id for clause in changed.clauses}) == len(changed.clauses)
    assert ledger_of([changed, english]).unaccounted == 0


def test_a_clause_is_set_aside_with_its_number(read: Callable[..., list[TreatyText]], reading_rules: ReadingRules) -> None:
    korean, english = read(STATEMENT)
    changed = with_clause_set_aside(korean, korean.clauses[1].id)
    part = next(part for part in changed.set_aside if part.reason is SetAsideReason.REVIEWER)
    assert part.text == "1/ 양측은 등대의 불을 나눈다."
    assert ledger_of([changed, english]).unaccounted == 0
    assert with_part_taken_back(changed, part, reading_rules).clauses[1].path == "1"


def test_the_comparison_is_made_anew_and_undone(
    read: Callable[..., list[TreatyText]], reading_rules: ReadingRules, instruments: Instruments
) -> None:
    review = assemble_review(read(STATEMENT), None, instruments)
    before = review.texts, review.comparisons
    assert [finding.kind for finding in review.findings()] == ["number"]
    text = with_clause_set_aside(review.texts[0], review.texts[0].clauses[2].id)
    history = History(review)
    edit = ReplaceText(text, compared_again(review, text, instruments, SilentProgress()), "edit.set_aside")
    assert history.do(edit).texts == {text.id}
    assert [finding.kind for finding in review.findings()] == ["clause_omitted"]
    history.undo()
    assert (review.texts, review.comparisons) == before
