"""A report's findings as Markdown, for a mail: what was compared, and each finding with the words on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from exporters.notes import Note, note, remarks_of
from exporters.report_words import ReportWords
from treaty.progress import Progress
from treaty.review.report import Report
from treaty.review.rows import Row, RowFinding
from treaty.whole_file import whole_file

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")


def write_markdown(report: Report, path: Path, *, progress: Progress) -> None:
    """Writes the summary and the findings, in the order of their rows."""
    text = "\n".join(_lines(ReportWords(report))) + "\n"
    with whole_file(path) as part:
        part.write_text(text, encoding="utf-8", newline="\n")
        progress.report(1, 1, "progress.export")


def _lines(words: ReportWords) -> Iterator[str]:
    titles = words.report.titles
    yield f"# {_plain(titles[0])}"
    yield from (f"_{_plain(title)}_" for title in titles[1:])
    yield ""
    if words.status():
        yield f"**{_plain(words.status())}**\n"
    yield " · ".join(filter(None, [*words.summary(), words.as_of()]))
    if words.tells_findings:
        yield f"\n## {words.wording('report.findings')}\n"
    for row in words.report.rows:
        for entry in row.findings:
            yield f"- {_finding(row, entry, words)}"
        yield from (f"- {_plain(words.place(row))} {_parts(said)}" for said in remarks_of(row, words))
    yield f"\n## {words.wording('report.sources')}\n"
    for index in words.told_texts():
        yield f"- {' — '.join(map(_plain, words.source(index)))}"


def _finding(row: Row, entry: RowFinding, words: ReportWords) -> str:
    """The note of a finding behind the number of its clause; one that was dismissed is struck out."""
    line = f"{_plain(words.number(row))} {_parts(note(entry, words))}".strip()
    return f"~~{line}~~" if entry.dismissed else line


def _parts(said: Note) -> str:
    return " ".join(f"**{_plain(part.text)}**" if part.bold else _plain(part.text) for part in said.parts)


def _plain(text: str) -> str:
    """Words with the signs that Markdown would take for markup escaped."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
