"""The rows of a review as Qt's table model: column 0 is the link, then a column a text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.side_by_side.changed_stretch import changed_stretch
from desktop.side_by_side.row_filter import RowFilter
from desktop.side_by_side.spoken_cells import spoken_link, spoken_text
from resources.wording_table import Wording
from treaty.model import TreatyText
from treaty.review.rows import Cell, Row, RowKind

Index = QModelIndex | QPersistentModelIndex
LINK_COLUMN = 0


class RowsModel(QAbstractTableModel):
    """The rows that are shown. A row's number here is its place among those; `source` gives its place among all."""

    def __init__(self, words: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: list[Row] = []
        self._texts: tuple[TreatyText, ...] = ()
        self._shown: list[int] = []
        self._place: dict[int, int] = {}
        self._spoken: dict[tuple[int, int], str] = {}
        self._counts: dict[RowFilter, int] = {}
        self.filter = RowFilter.ALL
        self.versions = False

    def show(self, rows: list[Row], texts: Sequence[TreatyText]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self._rows, self._texts = rows, tuple(texts)
        self.versions = any(row.change for row in rows)
        self._counts.clear()
        self._choose()
        self.endResetModel()

    def show_changed(self, rows: list[Row], texts: Sequence[TreatyText]) -> range | None:
        """Shows rows that differ from those before in one stretch, without a reset. Returns the places of the stretch; None
        where that cannot be done and all rows must be shown anew."""
        if self.filter is not RowFilter.ALL or [text.id for text in texts] != [text.id for text in self._texts]:
            return None
        first, old_end, new_end = changed_stretch(self._rows, rows)
        kept = min(old_end, new_end)
        self._spoken.clear()
        if new_end > kept:
            self.beginInsertRows(QModelIndex(), kept, new_end - 1)
            self._put(rows, texts)
            self.endInsertRows()
        elif old_end > kept:
            self.beginRemoveRows(QModelIndex(), kept, old_end - 1)
            self._put(rows, texts)
            self.endRemoveRows()
        else:
            self._put(rows, texts)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, LINK_COLUMN, self.columnCount() - 1)
        if kept > first:
            self.dataChanged.emit(self.index(first, 0), self.index(kept - 1, self.columnCount() - 1))
        return range(first, new_end)

    def set_filter(self, chosen: RowFilter) -> None:
        """Shows the rows that the filter lets through, with the headings above them."""
        self.beginResetModel()
        self.filter = chosen
        self._choose()
        self.endResetModel()

    def refresh(self, sources: Sequence[int]) -> None:
        """Says that these rows, counted among all, have changed. A row that no longer fits the filter stays for now."""
        for source in sources:
            for column in range(self.columnCount()):
                self._spoken.pop((source, column), None)
            if source in self._place:
                place = self._place[source]
                self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))

    def row(self, place: int) -> Row:
        return self._rows[self._shown[place]]

    def source(self, place: int) -> int:
        """A shown row's index among all rows."""
        return self._shown[place]

    def place(self, source: int) -> int | None:
        """Where a row is shown, by its index among all rows; None where the filter hides it."""
        return self._place.get(source)

    def text(self, column: int) -> TreatyText:
        """The text of a column from 1."""
        return self._texts[column - 1]

    def side_name(self, column: int) -> str:
        """What to call the text of a column: its language, or which of two versions it is; of four texts both."""
        if len(self._texts) > 2:
            version = self._words("window.earlier_text" if column % 2 else "window.new_text")
            return self._words("four_way.head", language=self._words(f"language.{self.text(column).language}"), version=version)
        if self.versions:
            return self._words("window.earlier_text" if column == 1 else "window.new_text")
        return self._words(f"language.{self.text(column).language}")

    def void(self, column: int) -> str:
        """What stands where a text has no clause."""
        if len(self._texts) > 2:
            return self._words("four_way.void")
        if self.versions:
            return self._words("message.not_yet" if column == 1 else "message.no_longer")
        return self._words("message.no_counterpart", language=self.side_name(column))

    def notes(self, row: Row, column: int) -> tuple[str, ...]:
        """The lines above a cell's clauses, the first ones of them: where a moved clause stands in its own text."""
        if not row.moved or row.kind is not RowKind.CLAUSES or column == 1 or not row.cells[column - 1].clauses:
            return ()
        path = row.cells[column - 1].clauses[0].path
        if self.versions:
            return (self._words("window.moved_to", path=path),)
        return (self._words("window.stands_at", language=self.side_name(column), path=path),)

    @property
    def all_rows(self) -> Sequence[Row]:
        return self._rows

    def count(self, chosen: RowFilter) -> int:
        """How many rows with clauses a filter lets through; counted once, but for what every verdict changes."""
        if chosen is RowFilter.OPEN or chosen not in self._counts:
            clauses = (row for row in self._rows if row.kind is RowKind.CLAUSES)
            self._counts[chosen] = sum(1 for row in clauses if chosen.lets_through(row))
        return self._counts[chosen]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or not self._texts else 1 + len(self._texts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        source = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words_of(source, index.column())
        key = (source, index.column())
        if key not in self._spoken:
            self._spoken[key] = self._spoken_words(*key)
        return self._spoken[key]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal or not self._texts:
            return None
        if section == LINK_COLUMN:
            return self._words("window.change_column" if self.versions else "window.link_column")
        return self.side_name(section)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        # Editable only so that F2 opens the reader over the cell; nothing can be set.
        return usual | Qt.ItemFlag.ItemIsEditable if index.column() > LINK_COLUMN else usual

    def _put(self, rows: list[Row], texts: Sequence[TreatyText]) -> None:
        self._rows, self._texts = rows, tuple(texts)
        self._counts.clear()
        self._shown = list(range(len(rows)))
        self._place = dict(enumerate(self._shown))

    def _choose(self) -> None:
        self._spoken.clear()
        self._shown = [*self._chosen()]
        self._place = {source: place for place, source in enumerate(self._shown)}

    def _chosen(self) -> list[int]:
        if self.filter is RowFilter.ALL:
            return list(range(len(self._rows)))
        chosen: list[int] = []
        heading: int | None = None
        for source, row in enumerate(self._rows):
            if row.kind is RowKind.HEADING and not self.filter.lets_through(row):
                heading = source
            elif self.filter.lets_through(row):
                chosen += [source] if heading is None else [heading, source]
                heading = None
        return chosen

    def _words_of(self, source: int, column: int) -> str:
        row = self._rows[source]
        if column == LINK_COLUMN:
            return " ".join(str(entry.number) for entry in row.findings)
        return words_of(row.cells[column - 1])

    def _spoken_words(self, source: int, column: int) -> str:
        row = self._rows[source]
        if column == LINK_COLUMN:
            return spoken_link(row, self._words)
        name, void, notes = self.side_name(column), self.void(column), self.notes(row, column)
        return spoken_text(row, row.cells[column - 1], name, void, notes, self._words)


def words_of(cell: Cell) -> str:
    """A cell's clauses with their numbers, one a line: what is copied."""
    return "\n".join(f"{clause.label} {clause.text}".strip() for clause in cell.clauses)
