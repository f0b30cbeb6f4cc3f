"""Clauses cut at their marks."""

from hypothesis import given
from hypothesis import strategies as st

from exporters.marked_text import marks_on_words, pieces
from tests.exporters.reports import mark
from treaty.review.rows import CellClause, Mark


def clause(text: str, *marks: Mark) -> CellClause:
    return CellClause("t1.c1", "1.", "1.", text, marks)


def test_the_words_of_a_mark_are_one_piece_with_its_number_behind() -> None:
    first, second, third = pieces(clause("훈련을 4주간 실시", mark(4, 7)))
    assert [first.text, second.text, third.text] == ["훈련을 ", "4주간", " 실시"]
    assert [len(piece.marks) for piece in (first, second, third)] == [0, 1, 0]
    assert [entry.number for entry in second.numbered] == [1]


def test_a_caret_stands_after_the_word_before_it() -> None:
    before, after = pieces(clause("a Participant will share", mark(19, 19)))
    assert (before.text, after.text) == ("a Participant will", " share")
    assert before.numbered[0].is_caret


def test_a_caret_before_the_first_word_has_a_place() -> None:
    first, rest = pieces(clause("양측은", mark(0, 0)))
    assert (first.text, rest.text) == ("", "양측은")
    assert first.numbered


def test_overlapping_marks_are_held_by_the_piece_they_share() -> None:
    cut = pieces(clause("abcdef", mark(0, 4), mark(2, 6, 2)))
    held = [(piece.text, [entry.number for entry in piece.marks]) for piece in cut]
    assert held == [("ab", [1]), ("cd", [1, 2]), ("ef", [2])]


@given(st.text("가 나\n", max_size=12), st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=4))
def test_the_pieces_are_the_clause(text: str, places: list[tuple[int, int]]) -> None:
    spans = [sorted(min(edge, len(text)) for edge in place) for place in places]
    marks = [mark(start, end, number) for number, (start, end) in enumerate(spans, start=1)]
    cut = pieces(clause(text, *marks))
    assert "".join(piece.text for piece in cut) == text
    assert sorted(entry.number for piece in cut for entry in piece.numbered) == [entry.number for entry in marks]
    assert len(marks_on_words(clause(text, *marks))) == len(marks)
