"""The report: rows with all that a printed or exported comparison says around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime

from treaty.model import Clause, Language, Relation, SentenceLink, SentencePlace, SetAside, Severity, Span, TreatyText, Unread
from treaty.review.column_choice import ColumnChoice
from treaty.review.dates import as_of
from treaty.review.exchanged import exchanged, mirrored
from treaty.review.paper import Paper
from treaty.review.review import Comparison, Review
from treaty.review.row_choice import (
    ComparedTexts,
    RowChoice,
    chosen_rows,
    in_columns,
    without_dismissed,
    without_remarks,
)
from treaty.review.rows import Row, RowOptions, rows


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How to report: the language of the program's own words, what stands on each sheet, and which rows and findings.

    `title` replaces the texts' own; `classification`, `status` ("비공식 번역") and `draft` (its number) stand in the box at the
    head of every sheet. `remarks`: with the reviewer's notes; `dismissed`: with the findings that were dismissed.
    `comparison`: which one of the review is reported, by its index.
    """

    language: Language
    title: str = ""
    status: str = ""
    draft: str = ""
    classification: str = ""
    reviewer: str = ""
    rows: RowOptions = RowOptions()
    choice: RowChoice = RowChoice()
    remarks: bool = True
    dismissed: bool = True
    columns: ColumnChoice = ColumnChoice()
    comparison: int = 0
    paper: Paper = Paper()

    @property
    def status_lines(self) -> tuple[str, ...]:
        """What stands in the box at the head of every sheet, line by line."""
        return tuple(line for line in (self.classification, self.status, self.draft) if line)


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
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """Sentences that belong together (TMX: unit): the words of both sides, and the number of the clause they stand in."""

    left: str
    right: str
    clause: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything an exporter writes: rows as on the screen, columns with their sources, counts by severity, and the sentences
    that belong together. `as_of` is the date of what is shown; `all_rows` how many rows there would be without a choice."""

    options: ReportOptions
    relation: Relation
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    counts: Counter[Severity]
    linked_clauses: int
    units: tuple[TranslationUnit, ...] = ()
    as_of: datetime | None = None
    all_rows: int = 0

    @property
    def titles(self) -> tuple[str, ...]:
        """The title given, else those of the texts that are shown."""
        shown = self.columns[: len(self.options.columns.texts)]
        return (self.options.title,) if self.options.title else tuple(column.title for column in shown)


def build_report(review: Review, options: ReportOptions) -> Report:
    """The report of one comparison of a review."""
    index, turned = options.comparison, options.columns.exchanged
    # Which of two versions is the earlier one is said by their sides: only what is shown of them can be exchanged.
    is_revision = review.comparisons[index].relation is Relation.REVISION
    shown = _turned(review, index) if turned and not is_revision else review
    compared = shown.comparisons[index]
    texts = ComparedTexts(shown.text(compared.left), shown.text(compared.right))
    every = rows(shown, options.rows, index)
    made = tuple(chosen_rows([_fitting(row, options) for row in every], options.choice, texts))
    units = tuple(_units(shown, compared, {row.link for row in made}))
    columns = (_column(texts.left), _column(texts.right))
    if turned and is_revision:
        made, columns = tuple(map(mirrored, made)), (columns[1], columns[0])
    made = tuple(in_columns(made, options.columns))
    return Report(
        options,
        compared.relation,
        columns,
        made,
        Counter(entry.severity for row in made for entry in row.findings),
        sum(1 for link in compared.links if not link.one_sided),
        units,
        as_of(review),
        len(every),
    )


def _turned(review: Review, index: int) -> Review:
    """The review with the texts of one comparison exchanged."""
    turned = review.copy()
    compared = review.comparisons[index]
    turned.replace_comparison(index, exchanged(compared, review.text(compared.right)))
    return turned


def _fitting(row: Row, options: ReportOptions) -> Row:
    """The row with what the options leave of its findings."""
    kept = row if options.dismissed else without_dismissed(row)
    return kept if options.remarks else without_remarks(kept)


def _units(review: Review, compared: Comparison, shown: Set[int]) -> Iterator[TranslationUnit]:
    """The linked sentences of the links shown, in the order of the comparison; a link without sentences of its own is one
    unit."""
    clauses = {clause.id: clause for text_id in (compared.left, compared.right) for clause in review.text(text_id).clauses}
    for index, link in enumerate(compared.links):
        if link.one_sided or index not in shown:
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
    return Column(text.id, text.title, text.language, text.label, source.name, source.sha256, text.set_aside, source.unread)
