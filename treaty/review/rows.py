"""Rows: the one table that the window, the printer and every export show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from treaty.model import Clause, Finding, LinkOrigin, MarkFamily, MinistryClass, Relation, Severity, Span
from treaty.review.changes import ChangedWords, changed_words, changes_of_links, class_of_change, without_end_blanks
from treaty.review.reading_order import reading_order
from treaty.review.review import Comment, Comparison, Judgement, Review, RowState, Verdict, numbered, row_key


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
    """One clause as a cell shows it: its printed number, its words, the marks on them in order of their place, between two
    versions what changed, and the reviewers' remarks on it."""

    clause: str
    label: str
    path: str
    text: str
    marks: tuple[Mark, ...]
    changes: tuple[ChangedWords, ...] = ()
    comments: tuple[Comment, ...] = ()


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
    """Which rows and findings to show. `info` adds the findings of severity INFO, which are hidden until they are judged."""

    info: bool = False


@dataclass(frozen=True, slots=True)
class _Shown:
    """What row building needs of one comparison, looked up once."""

    comparison: Comparison
    clauses: tuple[Mapping[str, Clause], Mapping[str, Clause]]
    findings_of_link: Mapping[int, Sequence[RowFinding]]
    changes_of_link: Mapping[int, Sequence[Finding]]
    states: Mapping[str, RowState]
    comments: Mapping[str, Sequence[Comment]]
    known: Mapping[int, Row]


def rows(
    review: Review, options: RowOptions = RowOptions(), comparison: int = 0, known: Mapping[int, Row] = MappingProxyType({})
) -> list[Row]:
    """The rows of one comparison, one a link, in the order of its left text; what only the right text has stands where it
    stands there. Of different agreements a clause may have several counterparts: it then stands in as many rows.

    `known` are rows read before, of the same clauses with the same comments and states, by the `id` of their link objects:
    those that have no other findings now, and say nothing of what changed between versions, are taken as they are.
    """
    shown = _looked_up(review, review.comparisons[comparison], options, known)
    made: list[Row] = []
    row_of_link: dict[int, int] = {}
    for index, is_pointer in reading_order(shown.comparison, review.text(shown.comparison.right)):
        if not is_pointer:
            row_of_link[index] = len(made)
        made.append(_pointer_row(index, shown) if is_pointer else _link_row(index, shown))
    return [row if row.kind is not RowKind.POINTER else replace(row, target=row_of_link[row.link]) for row in made]


def row_again(row: Row, review: Review) -> Row:
    """A row with what the reviewer says of it by now: without reading all rows, which is felt where there are many."""
    if row.kind is RowKind.POINTER:
        return row
    entries = tuple(replace(entry, judgement=review.judgement(entry.finding.id)) for entry in row.findings)
    found = {entry.finding.id: entry for entry in entries}
    comments = _comments_by_clause(review)
    cells = tuple(Cell(tuple(_clause_again(clause, found, comments) for clause in cell.clauses)) for cell in row.cells)
    return replace(row, findings=entries, cells=cells, state=review.states.get(key_of(row)))


def _clause_again(clause: CellClause, found: Mapping[str, RowFinding], comments: Mapping[str, Sequence[Comment]]) -> CellClause:
    marks = tuple(
        replace(mark, severity=found[mark.finding].severity, dismissed=found[mark.finding].dismissed) for mark in clause.marks
    )
    return replace(clause, marks=marks, comments=tuple(comments.get(clause.clause, ())))


def key_of(row: Row) -> str:
    """The key that a row's state is kept under; that of its link."""
    return "|".join(" ".join(clause.clause for clause in cell.clauses) for cell in row.cells)


def _comments_by_clause(review: Review) -> dict[str, list[Comment]]:
    by_clause: dict[str, list[Comment]] = {}
    for comment in review.comments.values():
        by_clause.setdefault(comment.clause, []).append(comment)
    return by_clause


def _looked_up(review: Review, comparison: Comparison, options: RowOptions, known: Mapping[int, Row]) -> _Shown:
    numbers = numbered(comparison.findings)
    by_link: dict[int, list[RowFinding]] = {}
    for finding in comparison.findings:
        judgement = review.judgement(finding.id)
        # What the reviewer has said something of is his, however doubtful it was before.
        if finding.severity is Severity.INFO and not options.info and judgement.says_nothing:
            continue
        entry = RowFinding(numbers[finding.id], finding, judgement)
        by_link.setdefault(finding.link, []).append(entry)
    texts = review.text(comparison.left), review.text(comparison.right)
    left, right = ({clause.id: clause for clause in text.clauses} for text in texts)
    return _Shown(
        comparison,
        (left, right),
        by_link,
        changes_of_links(comparison),
        review.states,
        _comments_by_clause(review),
        known,
    )


def _link_row(index: int, shown: _Shown) -> Row:
    link = shown.comparison.links[index]
    found = shown.findings_of_link.get(index)
    findings = tuple(sorted(found, key=lambda entry: entry.number)) if found else ()
    changes = shown.changes_of_link.get(index, ())
    change = class_of_change(changes) if shown.comparison.relation is Relation.REVISION else ""
    old = shown.known.get(id(link))
    if old and not changes and (old.findings, old.change) == (findings, change):
        return old if old.link == index else replace(old, link=index)
    state = shown.states.get(row_key(link))
    sides = [*zip((link.left, link.right), shown.clauses, strict=True)]
    cells = tuple(_cell(ids, clauses, findings, changes, shown.comments) for ids, clauses in sides)
    heads = all(clauses[clause_id].kind.heads for ids, clauses in sides for clause_id in ids)
    kind = RowKind.HEADING if heads else RowKind.CLAUSES
    return Row(kind, cells, index, findings, link.confidence, link.reasons, link.origin, link.moved, state=state, change=change)


def _pointer_row(index: int, shown: _Shown) -> Row:
    link = shown.comparison.links[index]
    return Row(RowKind.POINTER, (Cell(()), _cell(link.right, shown.clauses[1], (), (), {})), index, moved=True)


def _cell(
    ids: Sequence[str],
    clauses: Mapping[str, Clause],
    findings: Sequence[RowFinding],
    changes: Sequence[Finding],
    comments: Mapping[str, Sequence[Comment]],
) -> Cell:
    return Cell(tuple(_cell_clause(clauses[each], findings, changes, comments.get(each, ())) for each in ids))


def _cell_clause(
    clause: Clause, findings: Sequence[RowFinding], changes: Sequence[Finding], comments: Sequence[Comment]
) -> CellClause:
    changing = {change.id for change in changes}
    marks = (mark for entry in findings for mark in _marks(clause, entry, entry.finding.id in changing))
    ordered = tuple(sorted(marks, key=lambda mark: mark.span))
    label = clause.label.printed if clause.label else ""
    changed = sorted(words for change in changes for words in changed_words(clause.id, change))
    return CellClause(clause.id, label, clause.path, clause.text, ordered, tuple(changed), tuple(comments))


def _marks(clause: Clause, entry: RowFinding, changed: bool) -> list[Mark]:
    finding = entry.finding
    places = [place for place in (finding.left, finding.right) if place and place.clause == clause.id]
    spans = [without_end_blanks(place.span, place.text) if changed else place.span for place in places]
    if finding.gap and finding.gap.clause == clause.id:
        spans.append(Span(finding.gap.offset, finding.gap.offset))
    return [Mark(span, finding.id, entry.number, finding.family, entry.severity, entry.dismissed, changed) for span in spans]
