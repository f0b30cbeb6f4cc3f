"""A matrix as Qt's table model."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.headless.overview import Overview
from desktop.studying.themes.matrix import Matrix, MatrixCell, name_of, spoken_levels
from resources.wording_table import Wording

Index = QModelIndex | QPersistentModelIndex
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class MatrixModel(QAbstractTableModel):
    """The cells; what stands before the rows are their names, over the columns those of the agreements."""

    def __init__(self, words: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._overview: Overview | None = None
        self.matrix = Matrix((), ())

    def show(self, matrix: Matrix, overview: Overview | None) -> None:
        """Shows another matrix, made of an overview."""
        self.beginResetModel()
        self.matrix, self._overview = matrix, overview
        self.endResetModel()

    def cell(self, row: int, column: int) -> MatrixCell:
        return self.matrix.rows[row].cells[column]

    def column_name(self, column: int) -> str:
        texts = self.matrix.texts
        return name_of(texts[column]) if column < len(texts) else self.matrix.further[column - len(texts)]

    def is_text(self, column: int) -> bool:
        """Whether a column is that of an agreement."""
        return column < len(self.matrix.texts)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.matrix.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self.matrix.width

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column()).words
        return self._speak(index.row(), index.column()) if role in _SPOKEN else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        # While the model is reset one header still asks for sections that the other knows to be gone.
        across = orientation is Qt.Orientation.Horizontal
        if role not in (Qt.ItemDataRole.DisplayRole, *_SPOKEN) or section >= (self.matrix.width if across else self.rowCount()):
            return None
        if not across:
            return self.matrix.rows[section].name
        if not self.is_text(section):
            return self.column_name(section)
        return f"{section + 1}. {self.column_name(section)}" if role in _SPOKEN else str(section + 1)

    def _speak(self, row: int, column: int) -> str:
        cell = self.cell(row, column)
        names = f"{self.matrix.rows[row].name}, {self.column_name(column)}"
        if not cell.words:
            return f"{names}: {self._words('themes.nothing')}"
        levels = spoken_levels(cell, self._overview, self._words) if self._overview and cell.levels else ""
        return ". ".join(filter(None, (f"{names}: {cell.words}", levels)))
