"""The four-way check of a review, and its rows: Korean earlier and new, English earlier and new, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from treaty.comparison.four_way import Following, FourWayRow, Revised, four_way
from treaty.model import Clause, Finding, Language, Link, Relation, TreatyText
from treaty.review.changes import changed_words, changes_of_links
from treaty.review.review import Comparison, Review
from treaty.review.rows import Cell, CellClause, Row, RowKind


@dataclass(frozen=True, slots=True)
class FourWay:
    """A review's two revisions, Korean first, and the rows that bring their clauses together."""

    korean: Comparison
    english: Comparison
    rows: tuple[FourWayRow, ...]

    def count(self, following: Following) -> int:
        return sum(row.following is following for row in self.rows)


def four_way_of(review: Review) -> FourWay | None:
    """The four-way check, if the review holds a revision in each language and the translation between the new texts."""
    revisions = {review.text(one.left).language: one for one in review.comparisons if one.relation is Relation.REVISION}
    if set(revisions) != set(Language):
        return None
    korean, english = revisions[Language.KOREAN], revisions[Language.ENGLISH]
    new = _translation(review, korean.right, english.right)
    if new is None:
        return None
    old = _translation(review, korean.left, english.left) or ()
    made = four_way(Revised(korean.links, korean.findings), Revised(english.links, english.findings), new, old)
    return FourWay(korean, english, tuple(made))


def _translation(review: Review, korean: str, english: str) -> Sequence[Link] | None:
    """The links between two texts of a review, Korean on the left."""
    for one in review.comparisons:
        if (one.left, one.right) == (korean, english):
            return one.links
        if (one.left, one.right) == (english, korean):
            return [replace(link, left=link.right, right=link.left, sentences=()) for link in one.links]
    return None


def name_of(row: FourWayRow) -> str:
    """The wording table's key for what a row says: whether the languages changed together, and how the one that did not."""
    match row.following:
        case Following.SAME:
            return "four_way.same"
        case Following.BOTH:
            return "four_way.both" if row.alike else "four_way.both_unlike"
        case Following.KOREAN_ALONE:
            return f"four_way.korean_{row.korean_change}"
        case Following.ENGLISH_ALONE:
            return f"four_way.english_{row.english_change}"


def four_way_texts(review: Review, checked: FourWay) -> tuple[TreatyText, ...]:
    """The four texts, a column each."""
    ids = (checked.korean.left, checked.korean.right, checked.english.left, checked.english.right)
    return tuple(review.text(text_id) for text_id in ids)


def four_way_rows(review: Review, checked: FourWay) -> list[Row]:
    """The rows as a table of four columns shows them, with what changed in each."""
    clauses = [{clause.id: clause for clause in text.clauses} for text in four_way_texts(review, checked)]
    changes = changes_of_links(checked.korean), changes_of_links(checked.english)
    return [_row(row, checked, changes, clauses) for row in checked.rows]


_Changes = Mapping[int, Sequence[Finding]]


def _row(row: FourWayRow, checked: FourWay, changes: tuple[_Changes, _Changes], clauses: Sequence[dict[str, Clause]]) -> Row:
    korean = _cells(checked.korean, row.korean, changes[0], clauses[:2])
    cells = (*korean, *_cells(checked.english, row.english, changes[1], clauses[2:]))
    kinds = [clauses[column][one.clause].kind for column, cell in enumerate(cells) for one in cell.clauses]
    heading = all(kind.heads for kind in kinds)
    return Row(RowKind.HEADING if heading else RowKind.CLAUSES, cells, (row.korean or row.english)[0], change=name_of(row))


def _cells(
    revision: Comparison, links: Iterable[int], changes: _Changes, clauses: Sequence[dict[str, Clause]]
) -> tuple[Cell, Cell]:
    """The earlier and the new clauses of some links of a revision."""
    made: tuple[list[CellClause], list[CellClause]] = ([], [])
    for index in links:
        link = revision.links[index]
        for side, ids in enumerate((link.left, link.right)):
            for clause in (clauses[side][clause_id] for clause_id in ids):
                changed = sorted(words for change in changes.get(index, ()) for words in changed_words(clause.id, change))
                label = clause.label.printed if clause.label else ""
                made[side].append(CellClause(clause.id, label, clause.path, clause.text, (), tuple(changed)))
    return Cell(tuple(made[0])), Cell(tuple(made[1]))
