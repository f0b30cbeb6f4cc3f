"""The report: rows with all that a printed or exported comparison says around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from treaty.model import Clause, Language, Relation, SentenceLink, SentencePlace, SetAside, Severity, Span, TreatyText
from treaty.review.review import Comparison, Review
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
class TranslationUnit:
    """Sentences that belong together (TMX: unit): the words of both sides, and the number of the clause they stand in."""

    left: str
    right: str
    clause: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything an exporter writes: rows as on the screen, columns with their sources, counts by severity, and the sentences
    that belong together."""

    options: ReportOptions
    relation: Relation
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    counts: Counter[Severity]
    linked_clauses: int
    units: tuple[TranslationUnit, ...] = ()

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
    return Report(options, compared.relation, columns, made, counts, linked, tuple(_units(review, compared)))


def _units(review: Review, compared: Comparison) -> Iterator[TranslationUnit]:
    """The linked sentences of a comparison, in the order of its links; a link without sentences of its own is one unit."""
    clauses = {clause.id: clause for text_id in (compared.left, compared.right) for clause in review.text(text_id).clauses}
    for link in compared.links:
        if link.one_sided:
            continue
        path = clauses[link.left[0]].path
        whole = (tuple(_whole(clauses[clause_id]) for clause_id in side) for side in (link.left, link.right))
        for pair in link.sentences or (SentenceLink(*whole),):
            left, right = (_words(side, clauses) for side in (pair.left, pair.right))
            if left and right:
                yield TranslationUnit(left, right, path)


def _words(places: Sequence[SentencePlace], clauses: Mapping[str, Clause]) -> str:
    return " ".join(place.span.of(clauses[place.clause].text) for place in places)


def _whole(clause: Clause) -> SentencePlace:
    return SentencePlace(clause.id, Span(0, len(clause.text)))


def _column(text: TreatyText) -> Column:
    source = text.source
    return Column(text.id, text.title, text.language, text.label, source.name, source.sha256, text.set_aside)
