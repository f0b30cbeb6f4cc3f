"""The report: rows with all that a printed or exported comparison says around them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from treaty.model import Language, Relation, SetAside, Severity, TreatyText
from treaty.review.review import Review
from treaty.review.rows import Row, RowOptions, rows


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How to report: the language of the program's own words, a status line for each sheet, and which findings."""

    language: Language
    made_at: datetime
    status: str = ""
    reviewer: str = ""
    rows: RowOptions = RowOptions()


@dataclass(frozen=True, slots=True)
class Column:
    """One text of the report, as its column's head and the list of sources name it."""

    text_id: str
    title: str
    language: Language
    label: str
    file: str
    sha256: str
    set_aside: tuple[SetAside, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything an exporter writes: rows as on the screen, columns with their sources, counts by severity."""

    options: ReportOptions
    relation: Relation
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    counts: Counter[Severity]
    linked_clauses: int

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(column.title for column in self.columns)


def build_report(review: Review, options: ReportOptions, comparison: int = 0) -> Report:
    """The report of one comparison of a review."""
    compared = review.comparisons[comparison]
    made = tuple(rows(review, options.rows, comparison))
    counts = Counter(entry.severity for row in made for entry in row.findings)
    columns = tuple(_column(review.text(text_id)) for text_id in (compared.left, compared.right))
    linked = sum(1 for link in compared.links if not link.one_sided)
    return Report(options, compared.relation, columns, made, counts, linked)


def _column(text: TreatyText) -> Column:
    source = text.source
    return Column(text.id, text.title, text.language, text.label, source.name, source.sha256, text.set_aside)
