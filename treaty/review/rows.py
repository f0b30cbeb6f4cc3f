"""Rows: the one table that the window, the printer and every export show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from treaty.model import (
    Clause,
    Finding,
    Link,
    LinkOrigin,
    MarkFamily,
    MinistryClass,
    Relation,
    Severity,
    Span,
    TreatyText,
)  # fmt: skip
from treaty.review.changes import (
    ChangedWords,
    changed_words,
    changes_of_links,
    class_of_change,
    without_end_blanks,
)
from treaty.review.review import Comparison, Judgement, Review, RowState, Verdict, numbered, row_key


class RowKind(StrEnum):
    """What a row shows: a heading over the rows that follow, linked clauses, or where a moved clause has gone."""

    HEADING = "heading"
    CLAUSES = "clauses"
    POINTER = "pointer"


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding's place in a clause's text. An empty span is a caret: words of the other side are missing there.

    `changed`: the finding is a change between two versions, which `CellClause.changes` shows already.
    """

    span: Span
    finding: str
    number: int
    family: MarkFamily
    severity: Severity
    dismissed: bool
    changed: bool = False

    @property
    def is_caret(self) -> bool:
        return self.span.start == self.span.end


@dataclass(frozen=True, slots=True)
class CellClause:
    """One clause as a cell shows it: its printed number, its words, and the marks on them in order of their place; between two
    versions also what changed."""

    clause: str
    label: str
    path: str
    text: str
    marks: tuple[Mark, ...]
    changes: tuple[ChangedWords, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One text's side of a row: its clauses, one below the other; none where the text has no counterpart."""

    clauses: tuple[CellClause, ...]


@dataclass(frozen=True, slots=True)
class RowFinding:
    """A finding as its row lists it, with its number and the reviewer's judgement."""

    number: int
    finding: Finding
    judgement: Judgement

    @property
    def severity(self) -> Severity:
        """How grave the finding is: as the reviewer says, else as it was found."""
        return self.judgement.severity or self.finding.severity

    @property
    def ministry_class(self) -> MinistryClass:
        return self.judgement.ministry_class or self.finding.ministry_class

    @property
    def dismissed(self) -> bool:
        return self.judgement.verdict in (Verdict.FALSE_ALARM, Verdict.ACCEPTED_DIFFERENCE)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the side-by-side table: one cell a column.

    `link` indexes the comparison's links. In a POINTER row the cell of the column where the clause stands holds it, without
    marks, and `target` is the index of the row where it is shown beside its counterpart; there `moved` is true.
    `state` says how far the reviewer is with it, None while it is unread. `change` is the wording table's key for what changed
    most between two versions, empty where the texts are no versions of each other.
    """

    kind: RowKind
    cells: tuple[Cell, ...]
    link: int
    findings: tuple[RowFinding, ...] = ()
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    origin: LinkOrigin = LinkOrigin.COMPUTED
    moved: bool = False
    target: int | None = None
    state: RowState | None = None
    change: str = ""

    @property
    def gravest(self) -> Severity | None:
        """The gravest severity among the row's findings that were not dismissed."""
        grades = [entry.severity for entry in self.findings if not entry.dismissed]
        return min(grades, key=list(Severity).index, default=None)


@dataclass(frozen=True, slots=True)
class RowOptions:
    """Which rows and findings to show. `info` adds the findings of severity INFO, which are hidden by default."""

    info: bool = False


@dataclass(frozen=True, slots=True)
class _Shown:
    """What row building needs of one comparison, looked up once."""

    comparison: Comparison
    clauses: tuple[Mapping[str, Clause], Mapping[str, Clause]]
    findings_of_link: Mapping[int, Sequence[RowFinding]]
    changes_of_link: Mapping[int, Sequence[Finding]]
    states: Mapping[str, RowState]


def rows(review: Review, options: RowOptions = RowOptions(), comparison: int = 0) -> list[Row]:
    """The rows of one comparison, one a link, in the order of its left text; what only the right text has stands where it
    stands there. Of different agreements a clause may have several counterparts: it then stands in as many rows."""
    shown = _looked_up(review, review.comparisons[comparison], options)
    made: list[Row] = []
    row_of_link: dict[int, int] = {}
    for index, is_pointer in _reading_order(shown.comparison, review.text(shown.comparison.right)):
        if not is_pointer:
            row_of_link[index] = len(made)
        made.append(_pointer_row(index, shown) if is_pointer else _link_row(index, shown))
    return [_with_target(row, row_of_link) for row in made]


def _looked_up(review: Review, comparison: Comparison, options: RowOptions) -> _Shown:
    numbers = numbered(comparison.findings)
    by_link: dict[int, list[RowFinding]] = {}
    for finding in comparison.findings:
        if finding.severity is Severity.INFO and not options.info:
            continue
        entry = RowFinding(numbers[finding.id], finding, review.judgement(finding.id))
        by_link.setdefault(finding.link, []).append(entry)
    texts = review.text(comparison.left), review.text(comparison.right)
    left, right = ({clause.id: clause for clause in text.clauses} for text in texts)
    return _Shown(comparison, (left, right), by_link, changes_of_links(comparison), review.states)


_RowKey = tuple[int, bool]
"""A row before it is made: the link, and whether the row is the pointer that a moved link leaves behind."""


def _reading_order(comparison: Comparison, right: TreatyText) -> list[_RowKey]:
    """The rows in order: that of the links, with a pointer where a moved clause stands in the right text."""
    followers = _pointers_behind(comparison.links, right)
    order: list[_RowKey] = []
    waiting: list[_RowKey] = [(index, False) for index in reversed(range(len(comparison.links)))]
    waiting += reversed(followers.get(None, []))
    while waiting:
        key = waiting.pop()
        order.append(key)
        waiting += reversed(followers.get(key, []))
    return order


def _pointers_behind(links: Sequence[Link], right: TreatyText) -> dict[_RowKey | None, list[_RowKey]]:
    """The pointers that stand behind each row: behind that of the clause before in the right text, or its pointer if it
    moved too; None for those that stand before all rows."""
    owner = {clause_id: index for index, link in enumerate(links) for clause_id in link.right}
    behind: dict[_RowKey | None, list[_RowKey]] = {}
    previous: _RowKey | None = None
    for clause in right.clauses:
        index = owner.get(clause.id)
        if index is None:
            continue
        key = (index, links[index].moved and not links[index].one_sided)
        if key[1] and clause.id == links[index].right[0]:
            behind.setdefault(previous, []).append(key)
        previous = key
    return behind


def _link_row(index: int, shown: _Shown) -> Row:
    link = shown.comparison.links[index]
    findings = tuple(sorted(shown.findings_of_link.get(index, ()), key=lambda entry: entry.number))
    changes = shown.changes_of_link.get(index, ())
    cells = tuple(
        _cell(ids, clauses, findings, changes) for ids, clauses in zip((link.left, link.right), shown.clauses, strict=True)
    )
    kinds = [clauses[i].kind for ids, clauses in zip((link.left, link.right), shown.clauses, strict=True) for i in ids]
    state = shown.states.get(row_key(link))
    kind = RowKind.HEADING if all(kind.heads for kind in kinds) else RowKind.CLAUSES
    change = class_of_change(changes) if shown.comparison.relation is Relation.REVISION else ""
    return Row(kind, cells, index, findings, link.confidence, link.reasons, link.origin, link.moved, state=state, change=change)


def _pointer_row(index: int, shown: _Shown) -> Row:
    link = shown.comparison.links[index]
    return Row(RowKind.POINTER, (Cell(()), _cell(link.right, shown.clauses[1], ())), index, moved=True)


def _with_target(row: Row, row_of_link: Mapping[int, int]) -> Row:
    if row.kind is not RowKind.POINTER:
        return row
    return Row(row.kind, row.cells, row.link, moved=True, target=row_of_link[row.link])


def _cell(
    ids: Sequence[str], clauses: Mapping[str, Clause], findings: Sequence[RowFinding], changes: Sequence[Finding] = ()
) -> Cell:
    return Cell(tuple(_cell_clause(clauses[clause_id], findings, changes) for clause_id in ids))


def _cell_clause(clause: Clause, findings: Sequence[RowFinding], changes: Sequence[Finding]) -> CellClause:
    changing = {change.id for change in changes}
    marks = [mark for entry in findings for mark in _marks(clause, entry, entry.finding.id in changing)]
    label = clause.label.printed if clause.label else ""
    changed = tuple(words for change in changes for words in changed_words(clause.id, change))
    return CellClause(
        clause.id, label, clause.path, clause.text, tuple(sorted(marks, key=lambda mark: mark.span)), tuple(sorted(changed))
    )


def _marks(clause: Clause, entry: RowFinding, changed: bool) -> list[Mark]:
    finding = entry.finding
    places = [place for place in (finding.left, finding.right) if place and place.clause == clause.id]
    spans = [without_end_blanks(place.span, place.text) if changed else place.span for place in places]
    if finding.gap and finding.gap.clause == clause.id:
        spans.append(Span(finding.gap.offset, finding.gap.offset))
    return [Mark(span, finding.id, entry.number, finding.family, entry.severity, entry.dismissed, changed) for span in spans]
