"""What a report says around the treaty's words."""

from dataclasses import replace

import pytest

from exporters.report_words import ReportWords
from tests.exporters.reports import judged_report
from treaty.model import Language
from treaty.review.report import Report


def in_one_language(labels: tuple[str, str]) -> Report:
    report = judged_report()
    columns = [
        replace(column, language=Language.KOREAN, label=label) for column, label in zip(report.columns, labels, strict=True)
    ]
    return replace(report, columns=tuple(columns))


@pytest.mark.parametrize(
    ("labels", "sides"),
    [
        (("3월안", "4월안"), ["3월안", "4월안"]),
        (("안", "안"), ["왼쪽 본", "오른쪽 본"]),
        (("", "4월안"), ["왼쪽 본", "오른쪽 본"]),
    ],
)
def test_sides_in_one_language_go_by_their_labels_if_those_differ(labels: tuple[str, str], sides: list[str]) -> None:
    words = ReportWords(in_one_language(labels))
    assert [words.side(0), words.side(1)] == sides


def test_sides_in_two_languages_go_by_them() -> None:
    words = ReportWords(judged_report(Language.ENGLISH))
    assert [words.side(0), words.side(1)] == ["Korean", "English"]


def test_the_summary_counts_gravity_and_verdicts() -> None:
    assert ReportWords(judged_report()).summary() == [
        "번역 대조",
        "지적 6건 (중대 2, 주요 3, 경미 1 / 인정 1, 문의 1, 해당 없음 1, 미결 3)",
        "연결된 조항 7개",
        "검토자 김서연",
    ]
    assert ReportWords(judged_report()).as_of() == "2028년 3월 20일 14:32 기준"
