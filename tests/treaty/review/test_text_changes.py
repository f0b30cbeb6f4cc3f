"""Parts taken back into the comparison, and clauses set aside, with everything undone again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import SAMPLES
from treaty.model import Clause, ClauseKind, SetAsideReason, TreatyText
from treaty.progress import SilentProgress
from treaty.reading import read_treaty
from treaty.reading.ledger import ledger_of
from treaty.reading.rules import ReadingRules
from treaty.review.assembly import Instruments, assemble_review, compared_again
from treaty.review.edits import ReplaceText
from treaty.review.history import History
from treaty.review.text_changes import (
    with_clause_set_aside,
    with_clause_split,
    with_clauses_joined,
    with_kind,
    with_label,
    with_part_taken_back,
)

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


GLUED = """(국문본)
등대에 관한 공동성명
1/ 양측은 등대의 불을 나눈다. 2) 양측은 기름 30통을 보낸다.
3/ 양측은 해마다 만난다.
(영문본)
Joint Statement on Lighthouses
1/ The two sides share the light of lighthouses.
2/ The two sides send 30 barrels of oil.
3/ The two sides meet
every year.
"""


def clause_with(text: TreatyText, words: str) -> Clause:
    return next(clause for clause in text.clauses if words in clause.text)


def letters(text: TreatyText) -> str:
    """Every letter of the clauses with their numbers, blanks left out."""
    return "".join("".join((c.label.printed if c.label else "") + c.text for c in text.clauses).split())


def test_a_clause_is_split_and_the_number_in_it_becomes_the_second_ones(read: Callable[..., list[TreatyText]]) -> None:
    korean, english = read(GLUED)
    glued = clause_with(korean, "등대의 불")
    at = glued.text.index("2)")
    changed = with_clause_split(korean, glued.id, at)
    first, second = clause_with(changed, "등대의 불"), clause_with(changed, "기름 30통")
    assert (first.id, first.text) == (glued.id, "양측은 등대의 불을 나눈다.")
    assert second.label is not None
    assert (second.label.printed, second.text, second.path) == ("2)", "양측은 기름 30통을 보낸다.", "2")
    assert second.id not in {clause.id for clause in korean.clauses}
    assert [c.id for c in changed.clauses if c.id != second.id] == [c.id for c in korean.clauses]
    assert changed.clauses.index(second) == changed.clauses.index(first) + 1
    assert letters(changed) == letters(korean)
    assert ledger_of([changed, english]).unaccounted == 0
    assert "기름" in second.source.of(changed.source.text)
    assert "기름" not in first.source.of(changed.source.text)


@pytest.mark.parametrize("at", [0, 1000])
def test_no_part_of_a_split_clause_is_empty(read: Callable[..., list[TreatyText]], at: int) -> None:
    korean, _ = read(GLUED)
    with pytest.raises(ValueError, match="without words"):
        with_clause_split(korean, korean.clauses[1].id, at)


def test_split_clauses_joined_again_say_the_same(read: Callable[..., list[TreatyText]]) -> None:
    korean, english = read(GLUED)
    glued = clause_with(korean, "등대의 불")
    split = with_clause_split(korean, glued.id, glued.text.index("2)"))
    joined = with_clauses_joined(split, glued.id)
    assert joined == korean
    assert ledger_of([joined, english]).unaccounted == 0


def test_the_last_clause_has_nothing_to_be_joined_with(read: Callable[..., list[TreatyText]]) -> None:
    korean, _ = read(GLUED)
    with pytest.raises(ValueError, match="behind"):
        with_clauses_joined(korean, korean.clauses[-1].id)


@pytest.mark.parametrize(
    ("printed", "scheme", "path"), [("4/", "1/", "4"), ("(b)", "(a)", "b"), ("제7조", "article", "제7조"), ("§ 9", "", "§ 9")]
)
def test_a_clause_is_numbered_otherwise(read: Callable[..., list[TreatyText]], printed: str, scheme: str, path: str) -> None:
    korean, _ = read(GLUED)
    changed = clause_with(with_label(korean, clause_with(korean, "해마다").id, printed), "해마다")
    assert changed.label is not None
    assert (changed.label.printed, changed.label.scheme) == (printed, scheme)
    assert changed.path.endswith(path.lstrip("§ "))
    assert changed.text == "양측은 해마다 만난다."


def test_a_number_taken_away_is_among_the_words(read: Callable[..., list[TreatyText]]) -> None:
    korean, _ = read(GLUED)
    changed = with_label(korean, clause_with(korean, "해마다").id, "")
    assert clause_with(changed, "해마다").text == "3/ 양측은 해마다 만난다."
    assert letters(changed) == letters(korean)


def test_a_clause_of_another_kind_keeps_its_words(read: Callable[..., list[TreatyText]]) -> None:
    korean, _ = read(GLUED)
    before = clause_with(korean, "해마다")
    heading = with_kind(korean, before.id, ClauseKind.HEADING).clause(before.id)
    assert (heading.kind, heading.text, heading.sentences) == (ClauseKind.HEADING, before.text, ())
    assert with_kind(with_kind(korean, before.id, ClauseKind.HEADING), before.id, before.kind) == korean


@pytest.mark.parametrize("sample", ["health_mou.ko.txt", "joint_statement.txt", "fisheries_protocol.docx"])
def test_wherever_a_clause_is_cut_no_letter_is_lost(sample: str, reading_rules: ReadingRules) -> None:
    texts = read_treaty(SAMPLES / sample, rules=reading_rules)
    assert ledger_of(texts).unaccounted == 0
    for text in texts:
        for clause in (each for each in text.clauses if " " in each.text):
            split = with_clause_split(text, clause.id, clause.text.index(" "))
            joined = with_clauses_joined(split, clause.id)
            assert letters(split) == letters(text)
            assert joined.clause(clause.id).source == clause.source
            for changed in (split, joined):
                assert ledger_of([changed if each is text else each for each in texts]).unaccounted == 0
