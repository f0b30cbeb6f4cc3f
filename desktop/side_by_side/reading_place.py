"""Where in the table the reader is, to the letter: the clause, and the words that are selected in the reader over a cell."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTextEdit

from desktop.side_by_side.rows_model import RowsModel, words_of
from desktop.side_by_side.table_view import SideBySideTable
from desktop.side_by_side.text_offsets import TextOffsets
from treaty.model import Span
from treaty.review.rows import Cell, CellClause


@dataclass(frozen=True, slots=True)
class ChosenWords:
    """A clause of the chosen cell, the words selected in it (an empty span: none), and the letter that the caret is before."""

    clause: CellClause
    span: Span
    caret: int


class ReadingPlace(QObject):
    """Follows the reader of one table. What was selected is known until another cell is chosen, though the reader closes when a
    menu or dialog opens."""

    def __init__(self, table: SideBySideTable, model: RowsModel) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self._words: ChosenWords | None = None
        table.reader_opened.connect(self._follow)
        table.selectionModel().currentChanged.connect(self._leave)
        model.modelReset.connect(self._leave)

    @property
    def words(self) -> ChosenWords | None:
        """What is chosen in the active cell; None where only the cell is, or where its clauses are others by now."""
        here = {(clause.clause, clause.text) for clause in self._table.active_clauses}
        chosen = self._words
        return chosen if chosen and (chosen.clause.clause, chosen.clause.text) in here else None

    @property
    def clauses(self) -> tuple[CellClause, ...]:
        """The clauses that are meant: the one that is chosen, else all of the active cell."""
        return (self.words.clause,) if self.words else self._table.active_clauses

    def mean(self, clause: CellClause) -> None:
        """Says which clause of the active cell is meant."""
        if self.words is None or self.words.clause.clause != clause.clause:
            self._words = ChosenWords(clause, Span(0, 0), 0)

    def _follow(self, reader: QTextEdit, place: int, column: int) -> None:
        cell = self._model.row(place).cells[column - 1]
        reader.cursorPositionChanged.connect(lambda: self._read(reader, cell))
        reader.selectionChanged.connect(lambda: self._read(reader, cell))

    def _read(self, reader: QTextEdit, cell: Cell) -> None:
        cursor = reader.textCursor()
        offsets = TextOffsets(words_of(cell))
        start, end, caret = map(offsets.character, (cursor.selectionStart(), cursor.selectionEnd(), cursor.position()))
        self._words = chosen_words(cell, Span(start, end), caret)

    def _leave(self) -> None:
        self._words = None


def chosen_words(cell: Cell, selected: Span, caret: int) -> ChosenWords:
    """What a selection in a cell's words, as `words_of` gives them, means; of several clauses the first that it touches."""
    begin = 0
    for clause in cell.clauses:
        said = f"{clause.label} {clause.text}".strip()
        text_begins = begin + len(said) - len(clause.text)
        end = begin + len(said)
        if selected.start <= end or clause is cell.clauses[-1]:
            span = Span(*(min(max(place - text_begins, 0), len(clause.text)) for place in (selected.start, selected.end)))
            return ChosenWords(clause, span, min(max(caret - text_begins, 0), len(clause.text)))
        begin = end + 1
    raise ValueError("a cell without clauses")
