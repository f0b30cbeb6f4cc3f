"""What is left out of the comparison, with the reason; and what never is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from treaty.model import SetAsideReason, TreatyText

Read = Callable[..., list[TreatyText]]

CLAUSES = [
    "양측은 등대의 불빛이 두 나라의 뱃사람을 지켜 왔음을 기억하며 이를 함께 돌보기로 하였다.",
    "양측은 해마다 봄에 등대지기를 서로 보내어 기름과 심지를 다루는 법을 가르치기로 하였다.",
    "양측은 안개가 짙은 날에는 종을 울리고 그 소리를 서로에게 전하는 길을 마련하기로 하였다.",
    "양측은 새 등대를 지을 때에는 먼저 상대측에 알리고 그 자리를 함께 고르기로 하였다.",
    "양측은 낡은 등대를 허물지 아니하고 배움터로 고쳐 쓰는 길을 찾기로 하였다.",
    "양측은 등대에 관한 옛 기록을 모아 두 나라의 말로 펴내기로 하였다.",
]


def asides(text: TreatyText) -> list[tuple[SetAsideReason, str]]:
    return [(part.reason, part.text) for part in text.set_aside]


@pytest.mark.parametrize(
    "line",
    ["- 3 -", "Page 2 of 9", "쪽 4", "* * *", "기사 스크랩", "입력 : 2031.04.05 09:00", "로그인", "keeper@lamps.example"],
)
def test_page_furniture_is_set_aside(read: Read, line: str) -> None:
    (text,) = read(f"{CLAUSES[0]}\n{line}\n{CLAUSES[1]}")
    assert [clause.text for clause in text.clauses] == CLAUSES[:2]
    assert asides(text) == [(SetAsideReason.PAGE_FURNITURE, line)]


def test_a_gazette_note_sets_aside_what_stands_before_it(read: Read) -> None:
    (text,) = read(f"관보 제1234호\n⊙조약 제987호\n등대 협정\n{CLAUSES[0]}")
    assert asides(text) == [
        (SetAsideReason.PUBLICATION_NOTE, "관보 제1234호"),
        (SetAsideReason.PUBLICATION_NOTE, "⊙조약 제987호"),
    ]
    assert [clause.text for clause in text.clauses] == ["등대 협정", CLAUSES[0]]


def test_a_run_of_lines_that_the_page_repeats_is_set_aside(read: Read) -> None:
    (text,) = read("\n".join(CLAUSES + CLAUSES[1:]))
    assert [clause.text for clause in text.clauses] == CLAUSES
    assert asides(text) == [(SetAsideReason.REPEATED, clause) for clause in CLAUSES[1:]]


def test_one_clause_that_stands_twice_is_compared_twice(read: Read) -> None:
    (text,) = read("\n".join([*CLAUSES, CLAUSES[2]]))
    assert [clause.text for clause in text.clauses] == [*CLAUSES, CLAUSES[2]]
    assert text.set_aside == ()


def test_numbered_clauses_are_never_taken_for_repetitions(read: Read) -> None:
    numbered = [f"{number}. {words}" for number, words in enumerate(CLAUSES, start=1)]
    (text,) = read("\n".join(["제1조(북쪽)", *numbered, "제2조(남쪽)", *numbered]))
    assert text.set_aside == ()
    assert [clause.path for clause in text.clauses if clause.kind == "paragraph"] == [
        f"제{article}조 {number}" for article in (1, 2) for number in range(1, 7)
    ]


def test_the_source_of_what_is_set_aside_is_where_it_stood(read: Read) -> None:
    (text,) = read(f"{CLAUSES[0]}\n\n  - 3 -  \n{CLAUSES[1]}")
    (part,) = text.set_aside
    assert part.source.of(text.source.text) == "- 3 -"
