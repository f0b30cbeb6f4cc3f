"""What a report says around the treaty's words, in the report's language. Every format says it alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from exporters.phrases import dated, on_one_line, shortened
from resources.wording_table import Wording, load_wording
from treaty.model import MarkFamily, Relation, Severity
from treaty.review.changes import ChangeShape
from treaty.review.extent import Extent
from treaty.review.report import Column, Report
from treaty.review.review import Comment, RowState, Verdict
from treaty.review.rows import Cell, CellClause, Row, RowFinding, RowKind

POINTER_WORDS = 48
NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """The head of a column: the side's name, and what its source calls it."""

    side: str
    label: str


@dataclass(frozen=True, slots=True)
class AsideWords:
    """A part set aside: which side and why, and its words."""

    reason: str
    text: str


class ReportWords:
    """The sentences of one report."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.wording: Wording = load_wording(report.options.language)
        self._earlier = int(report.options.columns.exchanged)
        self._wording_of = {language: load_wording(language) for language in {column.language for column in report.columns}}

    def side(self, column: int) -> str:
        """What to call a column: its language, or where both are in one language its label, or its place."""
        columns = self.report.columns
        if self.versions:
            return self.wording("report.earlier_text" if column == self._earlier else "report.new_text")
        if len({entry.language for entry in columns}) == len(columns):
            return self.wording(f"language.{columns[column].language}")
        labels = [entry.label for entry in columns]
        if all(labels) and len(set(labels)) == len(labels):
            return labels[column]
        return self.wording("report.left_text" if column == 0 else "report.right_text")

    @property
    def tells_findings(self) -> bool:
        """Whether the report says what was found."""
        return self.report.options.columns.findings

    def shown(self, row: Row) -> list[tuple[int, Cell]]:
        """The cells of a row that are shown, each with the index of its text."""
        return list(enumerate(row.cells[: len(self.report.options.columns.texts)]))

    def told_texts(self) -> range:
        """The texts that the report speaks of, by their index: what was found is said of both, however many are shown."""
        texts = self.report.columns if self.tells_findings else self.report.options.columns.texts
        return range(len(texts))

    def table_heads(self) -> list[ColumnHead]:
        """The heads of the table of the texts, from left to right."""
        heads, number = self.column_heads(), ColumnHead(self.wording("report.clause"), "")
        return [number if cell is None else heads[cell] for cell in self.report.options.columns.cells]

    def column_heads(self) -> list[ColumnHead]:
        """The heads of both texts."""
        heads = []
        for index, column in enumerate(self.report.columns):
            side = self.side(index)
            heads.append(ColumnHead(side, "" if column.label == side else column.label))
        return heads

    def document_title(self) -> str:
        return self.wording("report.document_title", title=self.report.titles[0])

    def summary(self) -> list[str]:
        """The line under the titles: what was compared, how much, and how far the review is."""
        report = self.report
        said = [self.wording(f"relation.{report.relation}")]
        said += [self._findings_total()] if self.tells_findings else []
        said.append(self.wording("report.linked_clauses", count=report.linked_clauses))
        said += filter(None, [self.scope()])
        if report.options.reviewer:
            said.append(self.wording("report.reviewer", name=report.options.reviewer))
        return said

    def as_of(self) -> str:
        """The date of what is shown; nothing where no source and no judgement is dated."""
        return dated(self.report.as_of, self.wording)

    def status(self) -> str:
        """What stands in the box at the head of every sheet, on one line."""
        return on_one_line(self.report.options.status_lines)

    def scope(self) -> str:
        """Which rows are shown, and how many of how many; nothing where all are."""
        choice = self.report.options.choice
        if choice.is_whole:
            return ""
        said = [choice.name or self.wording("report.selected_rows")] if choice.clauses is not None else []
        if choice.extent is not Extent.WHOLE:
            said.append(self.wording(f"report.extent_{choice.extent}"))
        return self.wording("report.scope", what=", ".join(said), rows=len(self.report.rows), all_rows=self.report.all_rows)

    def _findings_total(self) -> str:
        entries = list(self.findings())
        if not entries:
            return self.wording("report.findings_none")
        grades = Counter(entry.severity for entry in entries)
        verdicts = Counter(entry.judgement.verdict for entry in entries)
        grave = [f"{self.severity(grade)} {grades[grade]}" for grade in Severity if grades[grade]]
        judged = [f"{self.verdict(verdict)} {verdicts[verdict]}" for verdict in (*Verdict, None) if verdicts[verdict]]
        total = self.wording("report.findings_total", total=len(entries))
        return f"{total} ({', '.join(grave)} / {', '.join(judged)})"

    def findings(self) -> Iterator[RowFinding]:
        """The report's findings in the order of their rows."""
        for row in self.report.rows:
            yield from row.findings

    def remarks(self, clause: CellClause) -> tuple[Comment, ...]:
        """The reviewers' remarks on a clause, where the report is with notes."""
        return clause.comments if self.report.options.remarks else ()

    def severities(self) -> list[Severity]:
        """The severities that findings of this report can have."""
        return [severity for severity in Severity if self.report.options.rows.info or severity is not Severity.INFO]

    def severity(self, severity: Severity) -> str:
        return self.wording(f"severity.{severity}")

    def verdict(self, verdict: Verdict | None) -> str:
        return self.wording(f"verdict.{verdict or 'open'}")

    def state(self, state: RowState) -> str:
        return self.wording(f"state.{state}")

    def family(self, family: MarkFamily) -> str:
        return self.wording(f"family.{family}")

    def sample(self, family: MarkFamily) -> str:
        return self.wording(f"report.sample_{family}")

    def number(self, row: Row) -> str:
        """The row's number as the first column has it: the full label of its first clause. Headings carry their own."""
        if row.kind is not RowKind.CLAUSES:
            return ""
        return next((cell.clauses[0].path for cell in row.cells if cell.clauses), "")

    def place(self, row: Row) -> str:
        """What to call a row: its number, or the words of a heading."""
        first = next(cell.clauses[0] for cell in row.cells if cell.clauses)
        return self.number(row) or f"{first.label} {first.text}".strip()

    def beginning(self, row: Row) -> str:
        """A row's number with the first words of its text, for an outline."""
        first = next(cell.clauses[0] for cell in row.cells if cell.clauses)
        return f"{self.number(row)} {shortened(first.text, POINTER_WORDS)}".strip()

    def void(self, column: int) -> str:
        if self.versions:
            return self.wording("message.not_yet" if column == self._earlier else "message.no_longer")
        return self.wording("report.void", side=self.side(column))

    @property
    def versions(self) -> bool:
        """Whether the report is on two versions of one text."""
        return self.report.relation is Relation.REVISION

    def change_sample(self, shape: ChangeShape) -> str:
        """What the legend says of words that changed so, written as they look."""
        return self.wording(f"report.legend_{shape}")

    def change(self, row: Row) -> str:
        """What became of the row's clauses between two versions; empty where there are none, or nothing changed."""
        return self.wording(row.change) if row.change not in ("", "change.same") else ""

    def continued(self, heading: str, column: int) -> str:
        """A heading repeated on the next sheet, in the language of the text it stands in."""
        return self._wording_of[self.report.columns[column].language]("report.continued", heading=heading)

    def moved(self, cell: Cell, column: int) -> str:
        """What precedes a clause that stands elsewhere in the order of its own text."""
        return self.wording("report.moved", side=self.side(column), path=cell.clauses[0].path)

    def pointer(self, row: Row) -> str:
        """The one line at the place that a clause was moved away from."""
        column = next(index for index, cell in enumerate(row.cells) if cell.clauses)
        clause = row.cells[column].clauses[0]
        other = 1 if column == 0 else 0
        return self.wording(
            "report.pointer",
            side=self.side(column),
            path=clause.path,
            beginning=shortened(clause.text, POINTER_WORDS),
            other=self.side(other),
            target=self._target(row, other).path,
        )

    def _target(self, row: Row, column: int) -> CellClause:
        shown = self.report.rows[row.target] if row.target is not None else row
        return next(cell.clauses[0] for cell in (shown.cells[column], *row.cells) if cell.clauses)

    def source(self, index: int) -> list[str]:
        """One text's source: its side, title, the name of its file and the whole SHA-256."""
        column = self.report.columns[index]
        named = self.column_heads()[index]
        head = " · ".join(word for word in (named.side, named.label, column.title) if word)
        return [head, f"{column.file}   {self.wording('report.sha256', sha256=column.sha256)}"]

    def file_lines(self) -> list[str]:
        """The file of each text that the report speaks of, for the foot of every sheet."""
        return [f"{self.side(index)} {self._file_line(self.report.columns[index])}" for index in self.told_texts()]

    def _file_line(self, column: Column) -> str:
        """A file's name with the first 16 digits of its SHA-256."""
        digits = f"{column.sha256[:8]} {column.sha256[8:16]}"
        return f"{column.file}  {self.wording('report.sha256', sha256=digits).replace(' ', NO_BREAK)}"

    def set_aside(self, index: int) -> list[AsideWords]:
        side = self.side(index)
        parts = self.report.columns[index].set_aside
        said = [AsideWords(self._reason(side, str(part.reason)), part.text) for part in parts]
        nothing = [AsideWords(self.wording("report.set_aside_none", side=side), "")]
        return [*(said or nothing), *self._unread(index)]

    def _unread(self, index: int) -> Iterator[AsideWords]:
        """What the source holds that could not be read as text; a review of a later version may name what we do not know."""
        for part in self.report.columns[index].unread:
            key = f"unread.{part.what}"
            if key in self.wording:
                what = self.wording(key)
                yield AsideWords(self.wording("report.unread", side=self.side(index), what=what, count=part.count), "")

    def _reason(self, side: str, reason: str) -> str:
        return self.wording("report.set_aside_reason", side=side, reason=self.wording(f"set_aside.{reason}"))
