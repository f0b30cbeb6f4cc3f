"""The report: rows with counts, columns and sources."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.example_review import ENGLISH, KOREAN, example_review
from treaty.model import Language, Relation, Severity
from treaty.review.report import ReportOptions, build_report
from treaty.review.rows import RowOptions, rows

MADE_AT = datetime(2031, 3, 4, 9, 30)


def test_a_report_holds_the_same_rows_as_the_window() -> None:
    review = example_review()
    for options in (RowOptions(), RowOptions(info=True)):
        report = build_report(review, ReportOptions(Language.KOREAN, rows=options))
        assert list(report.rows) == rows(review, options)


@pytest.mark.parametrize(("info", "count"), [(False, 0), (True, 1)])
def test_findings_are_counted_as_they_are_shown(info: bool, count: int) -> None:
    report = build_report(example_review(), ReportOptions(Language.ENGLISH, rows=RowOptions(info)))
    assert report.counts[Severity.INFO] == count
    assert (report.counts[Severity.CRITICAL], report.counts[Severity.MAJOR], report.counts[Severity.MINOR]) == (2, 3, 1)


def test_columns_name_their_sources() -> None:
    review = example_review()
    report = build_report(review, ReportOptions(Language.KOREAN))
    assert report.titles == (KOREAN[0][2], ENGLISH[0][2])
    assert [column.sha256 for column in report.columns] == [text.source.sha256 for text in review.texts]
    assert [column.label for column in report.columns] == ["비공식 국문 번역본", "영문본"]
    assert report.columns[0].set_aside == review.texts[0].set_aside
    assert (report.relation, report.linked_clauses) == (Relation.TRANSLATION, 7)
