"""The texts as they were read, line by line: clauses and what was set aside, in the order of their source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from resources.wording_table import Wording
from treaty.model import Clause, SetAside, TreatyText

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """A clause, by its id, or a part that was set aside. `text` counts the texts; a `heading` is shown in bold."""

    text: int
    label: str
    words: str
    clause: str = ""
    part: SetAside | None = None
    heading: bool = False


def preview_lines(texts: Sequence[TreatyText], words: Wording) -> list[PreviewLine]:
    """The lines of all texts, one text after the other."""
    return [line for number, text in enumerate(texts) for line in _lines_of(number, text, words)]


def _lines_of(number: int, text: TreatyText, words: Wording) -> list[PreviewLine]:
    clauses = [
        (clause.source, PreviewLine(number, _printed(clause), clause.text, clause.id, heading=clause.kind.heads))
        for clause in text.clauses
    ]
    parts = [(part.source, PreviewLine(number, words("window.aside_line"), part.text, part=part)) for part in text.set_aside]
    return [line for _, line in sorted([*clauses, *parts], key=lambda entry: entry[0])]


def _printed(clause: Clause) -> str:
    return clause.label.printed if clause.label else ""


class PreviewModel(QAbstractListModel):
    """The lines as Qt's list model."""

    def __init__(self, words: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: list[PreviewLine] = []

    def show(self, texts: Sequence[TreatyText]) -> None:
        self.beginResetModel()
        self._lines = preview_lines(texts, self._words)
        self.endResetModel()

    def line(self, row: int) -> PreviewLine:
        return self._lines[row]

    def place_of(self, part: SetAside) -> int | None:
        """The row of a part that was set aside."""
        return next((row for row, line in enumerate(self._lines) if line.part == part), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            reason = self._words(f"set_aside.{line.part.reason}") if line.part else line.label
            return f"{reason} {line.words}".strip()
        return None
