"""The findings as one list, in groups with a head over each."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.findings.grouping import FindingFilter, Grouping
from desktop.open_review.review_controller import ReviewController
from desktop.open_review.shown_rows import FoundPlace
from resources.wording_table import Wording
from treaty.model import Place, Severity

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class GroupHead:
    """The head of a group: its name, how many findings it has and how many of them are open; its gravity where that is
    what the group has in common."""

    group: str
    severity: Severity | None
    words: str
    counts: str


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """A finding as the list shows it."""

    place: FoundPlace
    kind: str
    where: str
    values: str

    @property
    def words(self) -> str:
        """All that the list says of the finding."""
        return f"{self.kind} {self.where} {self.values}"


class FindingsModel(QAbstractListModel):
    """Rows are group heads and findings, in reading order within a group."""

    def __init__(self, controller: ReviewController, words: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller, self._words = controller, words
        self._listed: list[GroupHead | ListedFinding] = []
        self._place: dict[str, int] = {}
        self.filter = FindingFilter()
        self.grouping = Grouping.SEVERITY
        controller.opened.connect(self.read)
        controller.rows_changed.connect(self.read)
        controller.changed.connect(self._on_changed)
        self.read()

    def read(self) -> None:
        """Lists the controller's findings anew."""
        self.beginResetModel()
        entries = [self._listed_finding(place) for place in self._controller.found.values()]
        shown = [entry for entry in entries if self.filter.lets_through(entry.place.entry, entry.words)]
        self._listed = [line for group in self.grouping.groups for line in self._group(group, shown)]
        self._place = {
            line.place.entry.finding.id: row for row, line in enumerate(self._listed) if isinstance(line, ListedFinding)
        }
        self.endResetModel()

    def set_filter(self, chosen: FindingFilter) -> None:
        self.filter = chosen
        self.read()

    def group_by(self, grouping: Grouping) -> None:
        self.grouping = grouping
        self.read()

    def line(self, row: int) -> GroupHead | ListedFinding:
        return self._listed[row]

    def finding(self, row: int) -> str:
        """The id of the finding in a row; "" for a group's head."""
        line = self._listed[row]
        return line.place.entry.finding.id if isinstance(line, ListedFinding) else ""

    def place(self, finding: str) -> int | None:
        return self._place.get(finding)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._listed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self._listed[index.row()]
        if isinstance(line, GroupHead):
            return f"{line.words}, {line.counts}"
        entry = line.place.entry
        verdict = self._words(f"verdict.{entry.judgement.verdict or 'open'}")
        return ", ".join((self._words(f"severity.{entry.severity}"), line.kind, line.where, line.values, verdict))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and not self.finding(index.row()):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def _on_changed(self) -> None:
        """Re-reads the list after an edit, without losing a decided finding from it at once; one that was weighed otherwise
        goes to its group."""
        if any(self._weighed_otherwise(line) for line in self._listed if isinstance(line, ListedFinding)):
            self.read()
            return
        for row, line in enumerate(self._listed):
            if isinstance(line, ListedFinding):
                now = self._controller.found[line.place.entry.finding.id]
                self._listed[row] = ListedFinding(now, line.kind, line.where, line.values)
        entries = [line for line in self._listed if isinstance(line, ListedFinding)]
        for row, line in enumerate(self._listed):
            if isinstance(line, GroupHead):
                self._listed[row] = self._head(line.group, entries)
        if self._listed:
            self.dataChanged.emit(self.index(0), self.index(len(self._listed) - 1))

    def _weighed_otherwise(self, line: ListedFinding) -> bool:
        now, before = self._controller.found[line.place.entry.finding.id].entry, line.place.entry
        return (now.severity, now.ministry_class) != (before.severity, before.ministry_class)

    def _group(self, group: str, shown: list[ListedFinding]) -> list[GroupHead | ListedFinding]:
        members = [entry for entry in shown if self.grouping.group_of(entry.place.entry) == group]
        if not members or self.grouping is Grouping.NONE:
            return [*members]
        return [self._head(group, members), *members]

    def _head(self, group: str, entries: list[ListedFinding]) -> GroupHead:
        members = [entry for entry in entries if self.grouping.group_of(entry.place.entry) == group]
        still = sum(1 for entry in members if entry.place.open)
        counts = self._words("window.group_counts", total=len(members), open=still)
        severity = Severity(group) if self.grouping is Grouping.SEVERITY else None
        return GroupHead(group, severity, self._words(f"{self.grouping}.{group}"), counts)

    def _listed_finding(self, place: FoundPlace) -> ListedFinding:
        finding = place.entry.finding
        where = next((path for path in self._controller.shown.paths_of(finding.id) if path), "")
        values = " — ".join(self._value(side) for side in (finding.left, finding.right))
        return ListedFinding(place, self._words(f"kind.{finding.kind}"), where, values)

    def _value(self, side: Place | None) -> str:
        return " ".join(side.text.split()) if side and side.text else self._words("window.no_words")
