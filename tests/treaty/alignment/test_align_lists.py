"""The aligner on plain lists: one to one, divided, joined, missing, exchanged and moved clauses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import treaty.alignment
from treaty.alignment import align_lists
from treaty.language.meaning import SentenceEncoder

PAIRS = [
    ("양측은 등대의 기름을 해마다 나누기로 합의하였다.", "The sides agreed to share oil for the lighthouses every year."),
    ("양측은 반도체 연구를 위하여 기술자를 서로 보낸다.", "The sides shall exchange engineers for semiconductor research."),
    ("분쟁은 협의를 통하여 우호적으로 해결한다.", "Disputes shall be settled amicably through consultations."),
    ("이 협정은 10년간 효력을 가진다.", "This Agreement shall remain in force for ten years."),
    ("어린이의 예방접종에 관한 정보를 교환한다.", "Information on the vaccination of children shall be exchanged."),
    ("양측은 사이버 공격에 함께 대응한다.", "The sides shall respond jointly to cyber attacks."),
    ("어느 당사국도 고기잡이배를 억류하지 아니한다.", "Neither Party shall detain fishing vessels."),
    ("공동위원회는 매년 한 차례 회의를 연다.", "The Joint Committee shall meet once a year."),
]
KOREAN = [korean for korean, _ in PAIRS]
ENGLISH = [english for _, english in PAIRS]


@pytest.fixture(autouse=True)
def _one_encoder(encoder: SentenceEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading the encoder anew for each list would take most of these tests' time."""
    monkeypatch.setattr(treaty.alignment, "_shared_encoder", lambda: encoder)


def linked(groups: list[tuple[list[int], list[int]]]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(tuple(left), tuple(right)) for left, right in groups}


def one_to_one(order: list[int]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {((left,), (right,)) for left, right in enumerate(order)}


def test_clauses_in_order_are_linked_one_to_one() -> None:
    assert linked(align_lists(KOREAN, ENGLISH)) == one_to_one(list(range(8)))


def test_the_left_text_may_be_the_english_one() -> None:
    found = align_lists(ENGLISH, KOREAN, left_language="en", right_language="ko")
    assert linked(found) == one_to_one(list(range(8)))


def test_one_language_can_be_aligned_with_itself() -> None:
    assert linked(align_lists(KOREAN, KOREAN, right_language="ko")) == one_to_one(list(range(8)))


def test_a_clause_divided_in_two() -> None:
    korean = [f"{KOREAN[0]} {KOREAN[1]}", *KOREAN[2:]]
    assert linked(align_lists(korean, ENGLISH)) == {((0,), (0, 1)), *(((left,), (left + 1,)) for left in range(1, 7))}


def test_two_clauses_joined_in_one() -> None:
    english = [*ENGLISH[:4], f"{ENGLISH[4]} {ENGLISH[5]}", *ENGLISH[6:]]
    found = linked(align_lists(KOREAN, english))
    assert ((4, 5), (4,)) in found
    assert len(found) == 7


@pytest.mark.parametrize("missing", [0, 3, 7])
def test_a_clause_without_a_counterpart_stands_alone(missing: int) -> None:
    english = ENGLISH[:missing] + ENGLISH[missing + 1 :]
    found = linked(align_lists(KOREAN, english))
    assert ((missing,), ()) in found
    assert len(found) == 8
    korean = KOREAN[:missing] + KOREAN[missing + 1 :]
    assert ((), (missing,)) in linked(align_lists(korean, ENGLISH))


def test_neighbours_in_each_others_place() -> None:
    order = [0, 1, 3, 2, 4, 5, 6, 7]
    assert linked(align_lists(KOREAN, [ENGLISH[place] for place in order])) == one_to_one(order)


def test_a_block_that_moved_to_the_end() -> None:
    english = ENGLISH[:1] + ENGLISH[4:] + ENGLISH[1:4]
    assert linked(align_lists(KOREAN, english)) == one_to_one([0, 5, 6, 7, 1, 2, 3, 4])


def test_labels_decide_between_clauses_that_say_the_same() -> None:
    korean, english = ["위원회는 회의를 연다."] * 3, ["The committee shall meet."] * 2
    found = align_lists(korean, english, left_labels=["1.", "2.", "3."], right_labels=["2.", "3."])
    assert linked(found) == {((0,), ()), ((1,), (0,)), ((2,), (1,))}


def test_labels_that_lie_do_not_mislead() -> None:
    shifted = [f"{number}." for number in (2, 3, 4, 5, 6, 7, 8, 1)]
    found = align_lists(KOREAN, ENGLISH, left_labels=[f"{number}." for number in range(1, 9)], right_labels=shifted)
    assert linked(found) == one_to_one(list(range(8)))


def test_a_heading_run_into_its_clause() -> None:
    korean = ["사이버 안보", KOREAN[5], "어업", KOREAN[6], *KOREAN[:3]]
    english = [f"Cyber security {ENGLISH[5]}", f"Fisheries {ENGLISH[6]}", *ENGLISH[:3]]
    assert linked(align_lists(korean, english)) == {((0, 1), (0,)), ((2, 3), (1,)), ((4,), (2,)), ((5,), (3,)), ((6,), (4,))}


def test_a_clause_that_is_missing_is_not_run_into_the_one_beside_it() -> None:
    korean = ["사이버 안보", KOREAN[5], "어업", KOREAN[6], *KOREAN[:3]]
    english = [ENGLISH[5], "Fisheries", ENGLISH[6], *ENGLISH[:3]]
    found = linked(align_lists(korean, english))
    assert {((0,), ()), ((1,), (0,)), ((2,), (1,)), ((3,), (2,))} <= found


def test_clauses_joined_within_a_block_that_moved() -> None:
    english = [*ENGLISH[:1], *ENGLISH[4:], f"{ENGLISH[1]} {ENGLISH[2]}", ENGLISH[3]]
    found = linked(align_lists(KOREAN, english))
    assert found == {((0,), (0,)), ((1, 2), (5,)), ((3,), (6,)), *(((left,), (left - 3,)) for left in range(4, 8))}


def test_a_clause_is_told_by_its_place_where_its_words_do_not() -> None:
    korean = [*KOREAN[:4], "발효", *KOREAN[4:]]
    english = [*ENGLISH[:4], "Done in duplicate", *ENGLISH[4:]]
    assert linked(align_lists(korean, english)) == one_to_one(list(range(9)))


@pytest.mark.parametrize(("left", "right"), [([], []), (KOREAN[:2], []), ([], ENGLISH[:2])])
def test_an_empty_side_leaves_the_other_alone(left: list[str], right: list[str]) -> None:
    expected = {((number,), ()) for number in range(len(left))} | {((), (number,)) for number in range(len(right))}
    assert linked(align_lists(left, right)) == expected


lists_of_clauses = st.lists(st.sampled_from(KOREAN + ENGLISH + ["3", "제3조", "·", "(a)"]), max_size=9)


@settings(max_examples=80)
@given(lists_of_clauses, lists_of_clauses)
def test_every_clause_is_in_exactly_one_group(encoder: SentenceEncoder, left: list[str], right: list[str]) -> None:
    groups = align_lists(left, right)
    assert sorted(index for group, _ in groups for index in group) == list(range(len(left)))
    assert sorted(index for _, group in groups for index in group) == list(range(len(right)))
    assert all(mine or theirs for mine, theirs in groups)
    assert align_lists(left, right) == groups


RECITALS = [
    ("양국 사이의 오랜 항해의 역사를 상기하고,", "Recalling the long history of navigation between the two countries,"),
    ("등대가 모든 뱃사람의 생명을 지킴을 인정하며,", "Recognizing that lighthouses protect the lives of all seafarers,"),
    ("어린 바다거북의 서식지가 줄어듦을 우려하고,", "Concerned at the shrinking habitat of young sea turtles,"),
    ("해도의 정확성이 무역에 중요함을 확신하며,", "Convinced that accurate sea charts are important for trade,"),
    ("섬 주민의 전통 어업을 존중하고,", "Respecting the traditional fisheries of the islanders,"),
    ("폭풍 경보를 나눌 필요를 고려하며,", "Considering the need to share storm warnings,"),
    ("항만 노동자의 안전을 염려하고,", "Anxious for the safety of port workers,"),
    ("난파선에 실린 문화재의 가치를 유념하며,", "Mindful of the value of the cultural objects in shipwrecks,"),
    ("해양 과학의 진보를 환영하고,", "Welcoming the progress of marine science,"),
    ("여객선 운임의 인하를 희망하며,", "Hoping for lower fares on passenger ferries,"),
    ("해적 행위를 단호히 규탄하고,", "Firmly condemning acts of piracy,"),
    ("학생 선원의 교류를 장려하기를 바라며,", "Desiring to encourage the exchange of student sailors,"),
]


def test_a_preamble_in_one_paragraph_faces_all_its_recitals(encoder: SentenceEncoder) -> None:
    left = [" ".join(korean for korean, _ in RECITALS), *KOREAN]
    right = [*(english for _, english in RECITALS), *ENGLISH]
    found = linked(align_lists(left, right, encoder=encoder))
    assert ((0,), tuple(range(len(RECITALS)))) in found


def test_a_recital_without_a_place_is_not_taken_for_an_item_that_moved(encoder: SentenceEncoder) -> None:
    """The last item of a list stays with its list, though a recital left over elsewhere says much the same."""
    recital, item = ("Hoping for lower fares on passenger ferries,", "여객선 운임의 인하")
    left = [*KOREAN, "양국은 다음 사항에 관하여 협력한다.", "등대의 수리", "폭풍 경보의 교환", item]
    english = "The Parties shall cooperate on the repair of lighthouses, the exchange of storm warnings and lower ferry fares."
    found = linked(align_lists(left, [recital, *ENGLISH, english], encoder=encoder))
    assert ((8, 9, 10, 11), (9,)) in found
