"""The steps of a review as a table: when, who, what, on which clause; the latest first."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.open_review.review_controller import ReviewController
from resources.wording_table import Wording
from treaty.review.journal import JournalEntry, Step

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("journal_when", "journal_who", "journal_what", "journal_where")
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class JournalModel(QAbstractTableModel):
    """Follows the controller."""

    def __init__(self, words: Wording, controller: ReviewController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._controller = words, controller
        self._entries: list[JournalEntry] = []

    def read(self) -> None:
        """Lists the steps of the review that is open."""
        review = self._controller.review
        self.beginResetModel()
        self._entries = list(review.journal.values())[::-1] if review else []
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, turn: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        across = turn is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._words(f"window.{COLUMNS[section]}") if across else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role not in _SHOWN:
            return None
        said = self._said(self._entries[index.row()])[index.column()]
        return said or (self._words("window.journal_nothing") if role == Qt.ItemDataRole.AccessibleTextRole else "")

    def _said(self, entry: JournalEntry) -> tuple[str, ...]:
        what = self._words(entry.name) if entry.name in self._words else entry.name
        if entry.step is not Step.DONE:
            what = self._words(f"window.journal_{entry.step}", what=what)
        where = self._words("window.journal_more", place=entry.place, more=entry.more) if entry.more else entry.place
        return entry.at.replace("T", " "), entry.author, what, where
