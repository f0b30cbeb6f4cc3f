"""What the reviewer set aside, or took back in, holds in a text that is read anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from treaty.model import SetAsideReason, TreatyText
from treaty.reading.rules import ReadingRules
from treaty.review.read_anew import read_anew
from treaty.review.text_changes import with_clause_set_aside, with_part_taken_back

Read = Callable[..., list[TreatyText]]
LINES = ["등대에 관한 공동성명", "1/ 양측은 등대의 불을 나눈다.", "2/ 양측은 기름 30통을 보낸다.", "입력 : 2031.04.05 09:00"]


def text_of(read: Read, lines: list[str]) -> TreatyText:
    (text,) = read("\n".join(lines), first=2)
    return text


def without(text: TreatyText, words: str) -> TreatyText:
    return with_clause_set_aside(text, next(clause.id for clause in text.clauses if words in clause.text))


def aside(text: TreatyText) -> list[tuple[SetAsideReason, str]]:
    return [(part.reason, part.text) for part in text.set_aside if part.reason is SetAsideReason.REVIEWER]


@pytest.mark.parametrize(
    "now", ["2/ 양측은 기름 30통을 보낸다.", "3/ 양측은 기름 30통을 해마다 보낸다."], ids=["the same", "changed"]
)
def test_a_clause_set_aside_stays_aside(read: Read, reading_rules: ReadingRules, now: str) -> None:
    before = without(text_of(read, LINES), "기름")
    after = read_anew(before, text_of(read, ["머리말", *LINES[:2], now]), reading_rules)
    assert aside(after) == [(SetAsideReason.REVIEWER, now)]
    assert [clause.text for clause in after.clauses] == ["머리말", "등대에 관한 공동성명", "양측은 등대의 불을 나눈다."]
    kept = {clause.text: clause.id for clause in before.clauses}
    assert {clause.text: clause.id for clause in after.clauses if clause.text in kept} == kept


def test_no_other_clause_is_set_aside_for_one_that_is_gone(read: Read, reading_rules: ReadingRules) -> None:
    before = without(text_of(read, LINES), "기름")
    after = read_anew(before, text_of(read, [*LINES[:2], "2/ 양측은 항구에서 만난다."]), reading_rules)
    assert aside(after) == []


def test_the_last_clause_is_never_set_aside(read: Read, reading_rules: ReadingRules) -> None:
    before = without(text_of(read, LINES), "기름")
    assert len(read_anew(before, text_of(read, LINES[2:3]), reading_rules).clauses) == 1


def test_a_part_taken_back_in_stays_in(read: Read, reading_rules: ReadingRules) -> None:
    found = text_of(read, LINES)
    (part,) = found.set_aside
    before = with_part_taken_back(found, part, reading_rules)
    after = read_anew(before, text_of(read, LINES), reading_rules)
    assert after.set_aside == ()
    assert after.clauses == before.clauses
    assert text_of(read, LINES).set_aside == read_anew(found, text_of(read, LINES), reading_rules).set_aside
