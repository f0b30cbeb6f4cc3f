"""Which rows a report shows, and which side it begins with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.example_review import example_review
from treaty.model import Language, Relation, Severity
from treaty.review.column_choice import ColumnChoice, ColumnKind
from treaty.review.edits import set_note, set_verdict
from treaty.review.extent import Extent
from treaty.review.report import Report, ReportOptions, build_report
from treaty.review.review import Review, Verdict
from treaty.review.row_choice import RowChoice
from treaty.review.rows import RowKind, RowOptions


def report(review: Review | None = None, **options: object) -> Report:
    return build_report(review or example_review(), ReportOptions(Language.KOREAN, **options))  # type: ignore[arg-type]


def first_clauses(made: Report) -> list[str]:
    return [next(cell.clauses[0].clause for cell in row.cells if cell.clauses) for row in made.rows]


def numbers(made: Report) -> list[int]:
    return [entry.number for row in made.rows for entry in row.findings]


def test_only_findings_leaves_the_headings_over_them() -> None:
    made = report(choice=RowChoice(Extent.FINDINGS))
    assert first_clauses(made) == ["t1.c1", "t1.c2", "t1.c3", "t1.c4", "t1.c5", "t1.c6", "t1.c8", "t2.c9"]
    assert (len(made.rows), made.all_rows) == (8, 10)


def test_only_open_leaves_out_what_was_decided() -> None:
    review = example_review()
    for finding in ("f1", "f2"):
        review.apply(set_verdict(review, finding, Verdict.ERROR))
    shown = first_clauses(report(review, choice=RowChoice(Extent.OPEN)))
    assert not {"t1.c3", "t1.c4"} & set(shown)
    assert "t1.c5" in shown


def test_only_changed_of_a_translation_is_what_differs_moved_or_lacks_a_side() -> None:
    assert "t1.c7" not in first_clauses(report(choice=RowChoice(Extent.CHANGED)))


def test_certain_clauses_leave_their_rows_and_headings() -> None:
    made = report(choice=RowChoice(clauses=frozenset({"t2.c4"}), name="보건"))
    assert first_clauses(made) == ["t1.c1", "t1.c2", "t1.c4"]


@pytest.mark.parametrize("extent", Extent)
def test_a_pointer_points_to_the_row_of_its_clause(extent: Extent) -> None:
    made = report(choice=RowChoice(extent))
    pointers = [row for row in made.rows if row.kind is RowKind.POINTER]
    assert bool(pointers) == (extent is Extent.WHOLE)
    for row in pointers:
        assert row.target is not None
        assert made.rows[row.target].link == row.link


def test_dismissed_findings_and_remarks_can_be_left_out() -> None:
    review = example_review()
    review.apply(set_verdict(review, "f5", Verdict.FALSE_ALARM))
    review.apply(set_note(review, "f2", "내부 메모"))
    made = report(review, dismissed=False, remarks=False)
    assert 5 not in numbers(made)
    marks = {mark.finding for row in made.rows for cell in row.cells for clause in cell.clauses for mark in clause.marks}
    assert "f5" not in marks
    assert "f2" in marks
    assert {entry.judgement.note for row in made.rows for entry in row.findings} == {""}
    assert made.counts[Severity.MINOR] == 0


def test_exchanged_begins_with_the_right_text_and_keeps_the_numbers() -> None:
    review = example_review()
    usual, turned = (
        report(review, rows=RowOptions(info=True)),
        report(review, columns=ColumnChoice().turned(), rows=RowOptions(info=True)),
    )
    assert [column.language for column in turned.columns] == [Language.ENGLISH, Language.KOREAN]
    shown = [row for row in turned.rows if row.kind is not RowKind.POINTER]
    first = [clause.clause for row in shown for clause in row.cells[0].clauses]
    assert first == [clause.id for clause in review.texts[1].clauses]
    assert sorted(numbers(turned)) == sorted(numbers(usual))
    by_number = {entry.number: entry.finding for row in usual.rows for entry in row.findings}
    for row in turned.rows:
        for entry in row.findings:
            assert (entry.finding.left, entry.finding.right) == (by_number[entry.number].right, by_number[entry.number].left)
            placed = {place.clause for place in (entry.finding.left, entry.finding.right) if place}
            assert placed <= {clause.clause for cell in row.cells for clause in cell.clauses}


def test_what_the_other_text_alone_has_is_kept_when_exchanged() -> None:
    turned = report(columns=ColumnChoice().turned())
    second = [clause.clause for row in turned.rows if row.kind is not RowKind.POINTER for clause in row.cells[1].clauses]
    assert sorted(second) == [clause.id for clause in example_review().texts[0].clauses]


def test_of_versions_only_what_is_shown_is_exchanged() -> None:
    review = example_review()
    comparison = replace(review.comparisons[0], relation=Relation.REVISION)
    usual, turned = (
        report(Review(review.texts, (comparison,)), columns=columns) for columns in (ColumnChoice(), ColumnChoice().turned())
    )
    assert [column.text_id for column in turned.columns] == ["t2", "t1"]
    assert [tuple(reversed(row.cells)) for row in turned.rows] == [row.cells for row in usual.rows]
    assert [row.change for row in turned.rows] == [row.change for row in usual.rows]


K = ColumnKind


def test_a_text_alone_keeps_the_findings_of_what_it_lacks() -> None:
    made = report(columns=ColumnChoice((K.LEFT, K.FINDINGS)))
    assert made.titles == (example_review().texts[0].title,)
    assert {6} <= set(numbers(made)), "what the left text lacks is found, and told"
    assert not any(row.kind is RowKind.POINTER for row in made.rows)


def test_without_findings_the_words_bear_no_marks_and_empty_rows_go() -> None:
    made = report(columns=ColumnChoice((K.LEFT,)))
    assert numbers(made) == []
    assert not any(clause.marks for row in made.rows for cell in row.cells for clause in cell.clauses)
    assert [row.cells[0].clauses[0].clause for row in made.rows] == [f"t1.c{number}" for number in range(1, 9)]
    assert made.counts == {}


def test_the_right_text_alone_is_read_in_its_own_order() -> None:
    made = report(columns=ColumnChoice((K.RIGHT,)))
    assert [clause.clause for row in made.rows for clause in row.cells[0].clauses] == [
        f"t2.c{number}" for number in range(1, 10)
    ]


@pytest.mark.parametrize("order", [(), (K.NUMBER, K.FINDINGS), (K.LEFT, K.LEFT)])
def test_columns_without_a_text_or_twice_are_refused(order: tuple[ColumnKind, ...]) -> None:
    with pytest.raises(ValueError, match="no text, or a column twice"):
        ColumnChoice(order)


def test_the_sentences_of_the_rows_chosen_are_linked() -> None:
    assert len(report().units) > 2
    made = report(choice=RowChoice(clauses=frozenset({"t2.c4"})))
    assert [unit.clause for unit in made.units] == ["¶1", "제4항", "2."], "with the headings it stands under"
