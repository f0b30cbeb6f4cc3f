"""The first page of a PDF: findings counted by class and severity and by verdict, and the grave ones with links to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from exporters.notes import note
from exporters.pdf.block_maker import BlockMaker
from exporters.pdf.blocks import Band, Block
from exporters.pdf.type import SANS, SANS_BOLD
from exporters.report_words import ReportWords
from exporters.styles import GRAVITIES, NOTE
from treaty.model import MinistryClass, Severity
from treaty.review.review import Verdict
from treaty.review.rows import Row, RowFinding

LISTED = (Severity.CRITICAL, Severity.MAJOR)
FIRST_COLUMN, COLUMN = 120.0, 62.0


def summary_blocks(words: ReportWords, maker: BlockMaker) -> Iterator[Block]:
    """The summary, block by block."""
    yield maker.title(words.wording("report.summary"))
    entries = list(words.findings())
    if not entries:
        yield maker.text(words.wording("report.findings_none"), NOTE)
        return
    classes = [(words.wording(f"ministry_class.{kind}"), kind) for kind in MinistryClass]
    lines = [(name, [entry for entry in entries if entry.ministry_class is kind]) for name, kind in classes]
    yield from _table(words.wording("report.by_class"), lines, words, maker)
    verdicts = [(words.verdict(verdict), verdict) for verdict in (*Verdict, None)]
    lines = [(name, [entry for entry in entries if entry.judgement.verdict is verdict]) for name, verdict in verdicts]
    yield from _table(words.wording("report.by_verdict"), lines, words, maker)
    yield from _listed(words, maker)


def _table(
    head: str, lines: Sequence[tuple[str, Sequence[RowFinding]]], words: ReportWords, maker: BlockMaker
) -> Iterator[Block]:
    """Counts by severity, a line each name that has any, and their sums."""
    shown = [severity for severity in Severity if words.report.counts[severity]]
    names = [f"{GRAVITIES[severity].glyph} {words.severity(severity)}" for severity in shown]
    yield _line([head, *names, words.wording("report.total")], maker, SANS_BOLD)
    for name, entries in lines:
        if entries:
            yield _line([name, *_counts(entries, shown)], maker, SANS)
    yield _line([words.wording("report.total"), *_counts(list(words.findings()), shown)], maker, SANS_BOLD)
    yield maker.text(" ", NOTE)


def _counts(entries: Sequence[RowFinding], shown: Sequence[Severity]) -> list[str]:
    counted = Counter(entry.severity for entry in entries)
    return [*(str(counted[severity] or "–") for severity in shown), str(len(entries))]


def _line(cells: Sequence[str], maker: BlockMaker, font: str) -> Block:
    lefts = [0.0, *(FIRST_COLUMN + COLUMN * index for index in range(len(cells) - 1))]
    lines = tuple(maker.cell_line(left, cell, NOTE, font) for left, cell in zip(lefts, cells, strict=True))
    return Block((Band(NOTE.leading, lines),), padding=1.6)


def _listed(words: ReportWords, maker: BlockMaker) -> Iterator[Block]:
    """The grave findings, gravest first, each with its clause; a line leads to the clause in the table."""
    rows = [(index, row, entry) for index, row in enumerate(words.report.rows) for entry in row.findings]
    grave = [each for each in rows if each[2].severity in LISTED and not each[2].dismissed]
    if grave:
        yield maker.title(words.wording("report.grave_findings"))
    for index, row, entry in sorted(grave, key=lambda each: LISTED.index(each[2].severity)):
        yield maker.link(_said(row, entry, words), NOTE, f"row{index}")


def _said(row: Row, entry: RowFinding, words: ReportWords) -> str:
    number, kind, *rest = note(entry, words).parts
    said = " · ".join(part for part in (kind.text, words.place(row), rest[0].text if rest else "") if part)
    return f"{number.text} {said}"
