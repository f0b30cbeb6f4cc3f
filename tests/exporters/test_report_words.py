"""What a report says around the treaty's words."""

from dataclasses import replace

import pytest

from exporters.report_words import ReportWords
from tests.example_review import example_review
from tests.exporters.reports import judged_report
from treaty.model import Language, Relation, Unread
from treaty.review.column_choice import ColumnChoice
from treaty.review.report import Report, ReportOptions, build_report
from treaty.review.review import Review


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


def test_what_was_not_read_as_text_is_said_with_what_was_set_aside() -> None:
    report = judged_report()
    column = replace(report.columns[0], set_aside=(), unread=(Unread("picture", 2), Unread("something_new", 1)))
    words = ReportWords(replace(report, columns=(column, report.columns[1])))
    said = [part.reason for part in words.set_aside(0)]
    assert said == ["국문: 비교에서 뺀 부분이 없습니다.", "국문 · 글이 아니어서 읽지 않은 것: 그림 2개"]


@pytest.mark.parametrize(
    ("columns", "names"), [(ColumnChoice(), ["이전 본", "새 본"]), (ColumnChoice().turned(), ["새 본", "이전 본"])]
)
def test_versions_keep_their_names_when_the_new_one_stands_first(columns: ColumnChoice, names: list[str]) -> None:
    review = example_review()
    versions = replace(review.comparisons[0], relation=Relation.REVISION)
    words = ReportWords(build_report(Review(review.texts, (versions,)), ReportOptions(Language.KOREAN, columns=columns)))
    assert [words.side(0), words.side(1)] == names
    assert [words.void(0), words.void(1)] == [words.wording(f"message.{key}") for key in (
        ("no_longer", "not_yet") if columns.exchanged else ("not_yet", "no_longer")
    )]  # fmt: skip
