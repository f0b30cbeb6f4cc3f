"""Two versions in two languages: did the Korean follow the English, clause by clause."""

from __future__ import annotations

import pytest

from tests.example_review import example_review
from tests.four_texts import write_four_texts
from treaty.comparison.four_way import Following, SideChange
from treaty.model import Relation
from treaty.reading import read_treaty
from treaty.review.assembly import Instruments, assemble_review
from treaty.review.four_way import FourWay, four_way_of, four_way_rows, four_way_texts
from treaty.review.review import Review


@pytest.fixture(scope="module")
def review(instruments: Instruments, tmp_path_factory: pytest.TempPathFactory) -> Review:
    files = write_four_texts(tmp_path_factory.mktemp("four"))
    texts = [text for number, file in enumerate(files, start=1) for text in read_treaty(file, first=number)]
    return assemble_review(texts, None, instruments)


@pytest.fixture(scope="module")
def checked(review: Review) -> FourWay:
    found = four_way_of(review)
    assert found is not None
    return found


def paths(review: Review, checked: FourWay) -> dict[str, tuple[str, str, bool | None]]:
    """What is said of each clause that is not the same in both languages, by its Korean number."""
    old, new = (review.text(text_id) for text_id in (checked.korean.left, checked.korean.right))
    said = {}
    for row in checked.rows:
        link = checked.korean.links[row.korean[0]]
        path = new.clause(link.right[0]).path if link.right else old.clause(link.left[0]).path
        if row.following is not Following.SAME:
            said[path] = (row.following.value, row.korean_change.value, row.alike)
    return said


def test_four_texts_are_compared_version_with_version_and_language_with_language(review: Review) -> None:
    relations = [comparison.relation for comparison in review.comparisons]
    assert relations == [Relation.REVISION, Relation.REVISION, Relation.TRANSLATION, Relation.TRANSLATION]


def test_each_clause_is_told_to_have_changed_in_both_languages_or_in_one(review: Review, checked: FourWay) -> None:
    assert paths(review, checked) == {
        "제2조 1": ("korean_alone", "changed", None),
        "제2조 4": ("both", "added", True),
        "제3조 2": ("both", "changed", False),
        "제3조 3": ("korean_alone", "deleted", None),
        "제4조 2": ("english_alone", "same", None),
        "제5조 1": ("both", "changed", True),
    }


def test_languages_that_changed_one_figure_differently_are_told_with_both(checked: FourWay) -> None:
    (row,) = [row for row in checked.rows if row.alike is False]
    assert [value.en for value in (*row.korean_values, *row.english_values)] == ["USD 3,000,000", "USD 4,000,000"]


def test_every_clause_of_all_four_texts_stands_in_one_row(review: Review, checked: FourWay) -> None:
    rows = four_way_rows(review, checked)
    for column, text in enumerate(four_way_texts(review, checked)):
        assert [one.clause for row in rows for one in row.cells[column].clauses] == [clause.id for clause in text.clauses]


def test_changed_particles_are_shown_and_do_not_count(review: Review, checked: FourWay) -> None:
    (row,) = [
        row for row in four_way_rows(review, checked) if row.cells[0].clauses and "원인과" in row.cells[0].clauses[0].text
    ]
    assert row.change == "four_way.same"
    assert row.cells[0].clauses[0].changes


def test_the_order_of_the_languages_does_not_matter(review: Review, checked: FourWay, instruments: Instruments) -> None:
    texts = [review.texts[number] for number in (2, 0, 1, 3)]
    turned = four_way_of(assemble_review(texts, None, instruments))
    assert turned is not None
    assert turned.rows == checked.rows


def test_a_clause_that_no_text_of_the_other_language_has_is_alone(checked: FourWay) -> None:
    assert SideChange.ABSENT not in {row.english_change for row in checked.rows}
    assert not SideChange.ABSENT.counts


def test_two_texts_have_no_four_way_check() -> None:
    assert four_way_of(example_review()) is None
