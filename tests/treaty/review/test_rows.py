"""The rows that every view and export shows, in reading order, with marks and numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.example_review import example_review
from tests.treaty.comparison.made import link, text
from tests.treaty.review.test_edits import example_edits
from treaty.comparison import find_findings
from treaty.comparison.rules import ComparisonRules
from treaty.model import Finding, LinkOrigin, Relation, Severity
from treaty.review.changes import ChangeShape
from treaty.review.edits import SetComment, set_verdict
from treaty.review.review import Comment, Comparison, Review, Verdict, numbered
from treaty.review.rows import Row, RowKind, RowOptions, row_again, rows


def clause_ids(row: Row) -> tuple[list[str], list[str]]:
    left, right = ([clause.clause for clause in cell.clauses] for cell in row.cells)
    return left, right


def with_link(review: Review, index: int, **changes: object) -> Review:
    """The review with one of its links changed."""
    comparison = review.comparisons[0]
    links = list(comparison.links)
    links[index] = replace(links[index], **changes)
    return Review(review.texts, (replace(comparison, links=tuple(links)),))


def test_rows_follow_the_left_text_with_a_pointer_where_a_moved_clause_stood() -> None:
    made = rows(example_review())
    assert [(row.kind, *clause_ids(row)) for row in made] == [
        (RowKind.HEADING, ["t1.c1"], ["t2.c1"]),
        (RowKind.HEADING, ["t1.c2"], ["t2.c2"]),
        (RowKind.CLAUSES, ["t1.c3"], ["t2.c3"]),
        (RowKind.CLAUSES, ["t1.c4"], ["t2.c4"]),
        (RowKind.CLAUSES, ["t1.c5"], []),
        (RowKind.CLAUSES, ["t1.c6"], ["t2.c6"]),
        (RowKind.CLAUSES, ["t1.c7"], ["t2.c5"]),
        (RowKind.POINTER, [], ["t2.c6"]),
        (RowKind.CLAUSES, ["t1.c8"], ["t2.c7", "t2.c8"]),
        (RowKind.CLAUSES, [], ["t2.c9"]),
    ]


def test_a_pointer_leads_to_the_row_that_shows_the_clause() -> None:
    made = rows(example_review())
    (pointer,) = [row for row in made if row.kind is RowKind.POINTER]
    assert pointer.target == 5
    assert made[pointer.target].link == pointer.link
    assert made[pointer.target].moved
    assert pointer.moved
    assert pointer.findings == ()
    assert all(clause.marks == () for cell in pointer.cells for clause in cell.clauses)


def test_every_clause_is_shown_once_beside_its_pointers() -> None:
    review = example_review()
    made = [row for row in rows(review) if row.kind is not RowKind.POINTER]
    for side, shown in enumerate(review.texts):
        assert sorted(i for row in made for i in clause_ids(row)[side]) == sorted(clause.id for clause in shown.clauses)


def test_a_link_between_a_heading_and_a_paragraph_is_no_heading() -> None:
    review = with_link(example_review(), 1, right=("t2.c3",))
    assert rows(review)[1].kind is RowKind.CLAUSES


def test_rows_carry_what_the_link_column_shows() -> None:
    review = with_link(example_review(), 3, origin=LinkOrigin.REVIEWER, confidence=1.0, reasons=("figures",))
    row = rows(review)[3]
    assert (row.origin, row.confidence, row.reasons, row.moved) == (LinkOrigin.REVIEWER, 1.0, ("figures",), False)


def test_marks_stand_on_the_words_and_carets_where_words_are_missing() -> None:
    row = rows(example_review())[2]
    (left,), (right,) = (cell.clauses for cell in row.cells)
    (mark,), (caret,) = left.marks, right.marks
    assert mark.span.of(left.text) == "가능한 한"
    assert not mark.is_caret
    assert caret.is_caret
    assert caret.span.start == 57
    assert (mark.number, caret.number) == (1, 1)


def test_info_findings_are_hidden_until_asked_for() -> None:
    review = example_review()
    assert "f7" not in {entry.finding.id for row in rows(review) for entry in row.findings}
    shown = rows(review, RowOptions(info=True))
    assert [(entry.finding.id, entry.number) for entry in shown[0].findings] == [("f7", 7)]
    assert shown[0].cells[0].clauses[0].marks != ()


def test_a_doubtful_finding_that_was_judged_stays_in_every_report() -> None:
    review = example_review()
    review.apply(set_verdict(review, "f7", Verdict.ERROR))
    assert "f7" in {entry.finding.id for row in rows(review) for entry in row.findings}
    review.apply(set_verdict(review, "f7", None))
    assert "f7" not in {entry.finding.id for row in rows(review) for entry in row.findings}


def finding(number: int, severity: Severity) -> Finding:
    return replace(example_review().comparisons[0].findings[0], id=f"g{number}", severity=severity)


def test_numbers_run_without_gaps_over_what_is_shown() -> None:
    grades = [Severity.INFO, Severity.MAJOR, Severity.INFO, Severity.CRITICAL, Severity.MINOR]
    findings = [finding(number, grade) for number, grade in enumerate(grades)]
    assert numbered(findings) == {"g1": 1, "g3": 2, "g4": 3, "g0": 4, "g2": 5}


def test_the_gravest_finding_that_is_not_dismissed_counts() -> None:
    review = example_review()
    assert rows(review)[3].gravest is Severity.CRITICAL
    review.apply(set_verdict(review, "f2", Verdict.FALSE_ALARM))
    assert rows(review)[3].gravest is None
    assert rows(review)[3].cells[0].clauses[0].marks[0].dismissed
    review.apply(set_verdict(review, "f2", Verdict.ERROR))
    assert rows(review)[3].gravest is Severity.CRITICAL


@pytest.mark.parametrize(
    ("verdict", "dismissed"),
    [
        (Verdict.ERROR, False),
        (Verdict.QUERY, False),
        (Verdict.FALSE_ALARM, True),
        (Verdict.ACCEPTED_DIFFERENCE, True),
    ],
)
def test_which_verdicts_dismiss(verdict: Verdict, dismissed: bool) -> None:
    review = example_review()
    review.apply(set_verdict(review, "f1", verdict))
    (entry,) = rows(review)[2].findings
    assert entry.dismissed is dismissed


def revision(old: str, new: str, rules: ComparisonRules) -> Review:
    """A review of one clause in two versions."""
    texts = text("t1", [old]), text("t2", [new])
    links = [link(*texts)]
    found = find_findings(links, *texts, Relation.REVISION, rules=rules)
    return Review(texts, (Comparison("t1", "t2", Relation.REVISION, tuple(links), tuple(found)),))


class TestVersions:
    """What rows of two versions show beside the marks."""

    def test_changed_words_are_told_on_either_side_light_ones_too(self, rules: ComparisonRules) -> None:
        (row,) = rows(revision("품목은 위원회가 다시 3일 안에 정한다.", "품목은 위원회에서 다시 5일 안에 정한다.", rules))
        shown = [
            [(change.span.of(one.text), change.shape) for change in one.changes] for cell in row.cells for one in cell.clauses
        ]
        assert shown == [
            [("가", ChangeShape.LIGHT), ("3일", ChangeShape.DELETED)],
            [("에서", ChangeShape.LIGHT), ("5일", ChangeShape.INSERTED)],
        ]
        assert [entry.finding.kind for entry in row.findings] == ["deadline"]
        assert all(mark.changed for cell in row.cells for one in cell.clauses for mark in one.marks)

    def test_no_line_hangs_over_words_that_were_put_in(self, rules: ComparisonRules) -> None:
        (row,) = rows(revision("등대를 고친다.", "낡은 등대를 고친다.", rules))
        (change,) = row.cells[1].clauses[0].changes
        assert change.span.of("낡은 등대를 고친다.") == "낡은"

    @pytest.mark.parametrize(
        ("old", "new", "change"),
        [
            ("등대를 고친다.", "등대를 고친다.", "change.same"),
            ("등대를 고쳐야 한다.", "등대를 고치도록 노력한다.", "change.weaker"),
            ("등대를 고칠 수 있다.", "등대를 고쳐야 한다.", "change.stronger"),
            ("위원회가 정한다.", "위원회에서 정한다.", "change.endings"),
            ("3일 안에 정한다.", "5일 안에 정한다.", "kind.deadline"),
            ("등대를 고친다.", "낡은 등대를 고친다.", "change.put_in"),
        ],
    )
    def test_a_row_is_named_by_its_gravest_change(self, old: str, new: str, change: str, rules: ComparisonRules) -> None:
        assert rows(revision(old, new, rules))[0].change == change

    def test_rows_of_a_translation_name_no_change(self) -> None:
        assert {row.change for row in rows(example_review())} == {""}


def test_a_row_read_again_is_the_row_among_all_rows_read_anew() -> None:
    review = example_review()
    before = rows(review)
    for edit in example_edits(review):
        review.apply(edit)
    assert before != rows(review)
    assert [row_again(row, review) for row in before] == rows(review)


def test_a_remark_stands_with_its_clause() -> None:
    review = example_review()
    comment = Comment("c1", "t2.c8", "결과의 범위?")
    review.apply(SetComment("c1", comment))
    shown = [clause for row in rows(review) for cell in row.cells for clause in cell.clauses if clause.comments]
    assert [(clause.clause, clause.comments) for clause in shown] == [("t2.c8", (comment,))]
