"""The summary for a mail."""

from __future__ import annotations

from pathlib import Path

from exporters.markdown import write_markdown
from tests.exporters.reports import judged_report
from treaty.progress import SilentProgress


def test_it_names_every_finding_once_and_the_sources(tmp_path: Path) -> None:
    report = judged_report()
    path = tmp_path / "a.md"
    write_markdown(report, path, progress=SilentProgress())
    text = path.read_text(encoding="utf-8")
    for row in report.rows:
        for entry in row.findings:
            lines = [line for line in text.splitlines() if rf"\[{entry.number}\]" in line]
            assert len(lines) == 1
            assert lines[0].startswith("- ~~") == entry.dismissed
    assert all(column.sha256 in text for column in report.columns)


def test_signs_of_markup_in_texts_are_escaped(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write_markdown(judged_report(status="*초안* [1]"), path, progress=SilentProgress())
    assert r"\*초안\* \[1\]" in path.read_text(encoding="utf-8")
