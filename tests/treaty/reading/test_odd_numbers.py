"""Numbers and headings that are printed oddly: a figure right behind the number, a list without its first number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from treaty.model import ClauseKind, TreatyText

Read = Callable[..., list[TreatyText]]


def labels(read: Read, content: str) -> list[tuple[str, str]]:
    """The full label and the words of each clause of a text of one version."""
    (text,) = read(content)
    return [(clause.path, clause.text) for clause in text.clauses]


def test_a_figure_right_behind_a_number_is_not_taken_into_it(read: Read) -> None:
    tight = "제4조\n1.위원회는 위원을 둔다.\n2.6명의 위원을 더 둔다.\n3.위원회는 해마다 모인다."
    assert labels(read, tight)[1:] == [
        ("제4조 1", "위원회는 위원을 둔다."),
        ("제4조 2", "6명의 위원을 더 둔다."),
        ("제4조 3", "위원회는 해마다 모인다."),
    ]


@pytest.mark.parametrize(
    "content",
    [
        "제4조\n1. 등대는 다음을 갖춘다.\n2.6톤 이하의 배\n3. 등대는 밤에 켠다.",
        "제4조\n1.등대는 다음을 갖춘다.\n3.6톤 이하의 배\n2.등대는 밤에 켠다.",
    ],
    ids=["in a text with blanks behind its numbers", "out of sequence"],
)
def test_a_decimal_at_a_lines_beginning_stays_one(read: Read, content: str) -> None:
    assert any(words.endswith(".6톤 이하의 배") for _, words in labels(read, content))


def test_a_paragraph_whose_list_has_lost_its_first_number_stands_beside_the_items_before_it(read: Read) -> None:
    lost = "제4조\n두 나라는 다음을 목표로 한다.\n가. 등대의 보존\n나. 항로의 안전\n2. 이 조는 제3조를 제한하지 아니한다."
    assert labels(read, lost)[-1] == ("제4조 2", "이 조는 제3조를 제한하지 아니한다.")


def test_paragraphs_that_are_numbered_through_the_items_stay_in_them(read: Read) -> None:
    through = "제4조\n가. 등대\n1. 두 나라는 등대를 지킨다.\n나. 항로\n2. 두 나라는 항로를 지킨다."
    assert [path for path, _ in labels(read, through)[-3:]] == ["제4조 가 1", "제4조 나", "제4조 나 2"]


def test_a_stop_printed_twice_behind_a_number_stays_with_the_words(read: Read) -> None:
    doubled = "제4조\n1. 위원회는 위원을 둔다.\n2.. 위원회는 해마다 모인다.\n3. 등대는 밤에 켠다."
    assert labels(read, doubled)[2] == ("제4조 2", ". 위원회는 해마다 모인다.")


@pytest.mark.parametrize("heading", ["인식 제고", "등대 운영에 대한 참여", "연례 보고"])
def test_a_heading_may_end_as_verbs_do(read: Read, heading: str) -> None:
    (text,) = read(f"제4조 {heading}\n두 나라는 등대를 함께 지킨다.\n제5조 발효\n이 협정은 서명한 날 발효한다.")
    assert text.clauses[0].kind is ClauseKind.ARTICLE
    assert text.clauses[0].text == heading
