"""Reports for the exporters' tests, made from the example review."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from tests.example_review import example_review
from treaty.model import Language, MarkFamily, Severity, Span
from treaty.review.edits import SetComment, Signature, set_note, set_suggestion, set_verdict
from treaty.review.report import Report, ReportOptions, build_report
from treaty.review.review import Comment, Review, Verdict
from treaty.review.rows import Cell, CellClause, Mark, Row, RowKind, RowOptions

AS_OF = datetime(2028, 3, 20, 14, 32)


BY = Signature("김서연", AS_OF.isoformat())
REMARKS = (
    Comment("k1", "t1.c8", "재정 당국과 협의", Span(4, 9), "박지훈", "2028-03-19T10:00:00"),
    Comment("k2", "t2.c5", "Ask the other side.", None, "", "2028-03-18T10:00:00"),
)


def judged_review() -> Review:
    """The example review with a verdict of each kind and a note."""
    review = example_review()
    for finding, verdict in (("f1", Verdict.QUERY), ("f2", Verdict.ERROR), ("f5", Verdict.FALSE_ALARM)):
        review.apply(set_verdict(review, finding, verdict, BY))
    review.apply(set_note(review, "f2", "2차 협의안에서 확정", BY))
    return review


def remarked_report(**options: Any) -> Report:
    """The report of a review with all that a reviewer can say: verdicts, a note, suggested wording, remarks on clauses."""
    review = judged_review()
    review.apply(set_suggestion(review, "f2", "4개월간", BY))
    for remark in REMARKS:
        review.apply(SetComment(remark.id, remark))
    return build_report(review, ReportOptions(Language.KOREAN, reviewer="김서연", **options))


def judged_report(language: Language = Language.KOREAN, *, info: bool = False, status: str = "비공식 번역") -> Report:
    """The report of the judged review."""
    review = judged_review()
    return build_report(review, ReportOptions(language, status=status, reviewer="김서연", rows=RowOptions(info)))


def long_report(times: int) -> Report:
    """The example's rows again and again under one title."""
    report = judged_report()
    title, *others = report.rows
    step = len(others)
    repeated = [_moved_down(row, turn * step) for turn in range(times) for row in others]
    return replace(report, rows=(title, *repeated))


def with_words(report: Report, words: str) -> Report:
    """The report with one more row, whose left clause says `words` and has no counterpart."""
    row = next(row for row in report.rows if row.kind is RowKind.CLAUSES and not row.moved)
    clause = CellClause("t1.c99", "9.", "9.", words, ())
    cells = (Cell((clause,)), Cell(()))
    return replace(report, rows=(*report.rows, replace(row, cells=cells, findings=())))


def mark(start: int, end: int, number: int = 1, family: MarkFamily = MarkFamily.NUMBERS_AND_TIME) -> Mark:
    return Mark(Span(start, end), f"f{number}", number, family, Severity.MAJOR, dismissed=False)


def clauses(report: Report) -> list[CellClause]:
    """The clauses that the report's rows show in full."""
    shown = [row for row in report.rows if row.kind is not RowKind.POINTER]
    return [clause for row in shown for cell in row.cells for clause in cell.clauses]


def _moved_down(row: Row, rows: int) -> Row:
    return replace(row, target=row.target + rows) if row.target is not None else row
