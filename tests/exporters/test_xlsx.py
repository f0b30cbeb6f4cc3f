"""The workbook, opened again: the texts and findings of the report, and what is written into it comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from exporters.xlsx.reading import read_back
from exporters.xlsx.report import FINDING_COLUMNS, HIDDEN_COLUMNS, write_xlsx
from tests.example_review import example_review
from tests.exporters.reports import judged_report, with_words
from treaty.errors import ReadingError
from treaty.model import Language
from treaty.progress import SilentProgress
from treaty.review.edits import Signature, set_note, set_verdict
from treaty.review.report import ReportOptions, build_report
from treaty.review.review import Review, Verdict
from treaty.review.rows import RowKind

BY = Signature("이검토", "2028-03-21T09:00:00")
COLUMN = {name: number for number, name in enumerate([*(name for name, _ in FINDING_COLUMNS), *HIDDEN_COLUMNS], start=1)}


def written(review: Review, path: Path, language: Language = Language.KOREAN) -> Path:
    write_xlsx(build_report(review, ReportOptions(language)), path, progress=SilentProgress())
    return path


def sheets(path: Path) -> list[Worksheet]:
    return [sheet for sheet in load_workbook(path).worksheets if isinstance(sheet, Worksheet)]


def change(path: Path, finding: str, **said: str) -> None:
    """Writes into the line of a finding as a reviewer would."""
    book = load_workbook(path)
    sheet = book.worksheets[1]
    line = next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, COLUMN["id"]).value == finding)
    for name, value in said.items():
        sheet.cell(line, COLUMN[name]).value = value
    book.save(path)


def test_the_sheets_hold_the_reports_texts_and_findings(tmp_path: Path) -> None:
    report = judged_report()
    path = tmp_path / "a.xlsx"
    write_xlsx(report, path, progress=SilentProgress())
    comparison, findings, sources = sheets(path)
    said = [[cell.value or "" for cell in row] for row in comparison.iter_rows(min_row=2)]
    shown = [row for row in report.rows if row.kind is not RowKind.POINTER]
    for row in shown:
        words = ["\n".join(clause.text for clause in cell.clauses) for cell in row.cells if cell.clauses]
        assert any(all(text in line for text in words) for line in said)
    entries = [entry for row in report.rows for entry in row.findings]
    numbers = [findings.cell(line, COLUMN["number"]).value for line in range(2, findings.max_row + 1)]
    assert numbers == [entry.number for entry in entries]
    assert {findings.cell(line, COLUMN["verdict"]).value for line in range(2, findings.max_row + 1)} >= {"인정", "문의", "미결"}
    everything = " ".join(str(cell.value) for row in sources.iter_rows() for cell in row)
    assert all(column.sha256 in everything for column in report.columns)
    assert comparison.freeze_panes == "A2"
    assert findings.column_dimensions["P"].hidden


def test_words_that_look_like_a_formula_stay_words(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_xlsx(with_words(judged_report(), '=HYPERLINK("http://x")'), path, progress=SilentProgress())
    cells = [cell for row in sheets(path)[0].iter_rows() for cell in row if str(cell.value).startswith("=HYPER")]
    assert [cell.data_type for cell in cells] == ["s"]


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    paths = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for path in paths:
        write_xlsx(judged_report(), path, progress=SilentProgress())
    assert paths[0].read_bytes() == paths[1].read_bytes()


@pytest.mark.parametrize("language", Language)
def test_what_is_written_into_it_comes_back(tmp_path: Path, language: Language) -> None:
    review = example_review()
    review.apply(set_note(review, "f2", "처음 메모"))
    path = written(review, tmp_path / "a.xlsx", language)
    verdict = {Language.KOREAN: "허용된 차이", Language.ENGLISH: "Accepted difference"}[language]
    change(path, "f1", verdict=verdict, suggestion="48시간 이내에")
    change(path, "f2", note="")
    back = read_back(path, review, BY)
    assert back.conflicts == ()
    for edit in back.edits:
        review.apply(edit)
    first, second = review.judgement("f1"), review.judgement("f2")
    assert (first.verdict, first.suggestion, first.author) == (Verdict.ACCEPTED_DIFFERENCE, "48시간 이내에", "이검토")
    assert (second.verdict, second.note) == (None, "")


def test_nothing_written_changes_nothing(tmp_path: Path) -> None:
    review = example_review()
    assert read_back(written(review, tmp_path / "a.xlsx"), review, BY).edits == ()


def test_what_the_review_says_otherwise_meanwhile_is_kept_and_told(tmp_path: Path) -> None:
    review = example_review()
    path = written(review, tmp_path / "a.xlsx")
    change(path, "f1", verdict="문의")
    change(path, "f2", verdict="인정")
    review.apply(set_verdict(review, "f1", Verdict.ERROR))
    review.apply(set_verdict(review, "f2", Verdict.ERROR))
    back = read_back(path, review, BY)
    assert back.edits == ()
    assert [
        (conflict.finding, conflict.said.verdict, conflict.kept and conflict.kept.verdict) for conflict in back.conflicts
    ] == [("f1", Verdict.QUERY, Verdict.ERROR)]


def test_a_finding_that_is_gone_is_told(tmp_path: Path) -> None:
    review = example_review()
    path = written(review, tmp_path / "a.xlsx")
    change(path, "f1", note="남을 메모", id="gone")
    assert [(conflict.finding, conflict.kept) for conflict in read_back(path, review, BY).conflicts] == [("gone", None)]


def test_a_verdict_that_is_none_is_named(tmp_path: Path) -> None:
    review = example_review()
    path = written(review, tmp_path / "a.xlsx")
    change(path, "f1", verdict="글쎄요")
    with pytest.raises(ReadingError) as caught:
        read_back(path, review, BY)
    assert caught.value.places == {"file": "a.xlsx", "number": "1", "word": "글쎄요"}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"no workbook"])
def test_what_is_no_workbook_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(ReadingError):
        read_back(path, example_review(), BY)


def test_another_workbook_is_told_from_ours(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = Workbook()
    book.create_sheet()
    book.save(path)
    with pytest.raises(ReadingError) as caught:
        read_back(path, example_review(), BY)
    assert caught.value.code == "not_our_workbook"
