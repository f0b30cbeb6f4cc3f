"""Passages as Qt's list model, under heads."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

from desktop.widgets.line_list import Index, LinesModel
from treaty.model import Span


@dataclass(frozen=True, slots=True)
class PassageHead:
    """A line over the passages that follow; `grave` where it says that something deserves a look."""

    words: str
    grave: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a text as the list shows them: where they stand, a word on them, and what stands on the other side.

    `clause` is the id of a clause that can be gone to, empty for none; `lit` and `lit_other` are the words meant in either.
    `level` is the commitment of the clause, 0 to 6, which is drawn as a bar.
    """

    where: str
    said: str
    clause: str = ""
    badge: str = ""
    level: int | None = None
    lit: tuple[Span, ...] = ()
    others: tuple[str, ...] = ()
    lit_other: tuple[Span, ...] = ()

    @property
    def spoken(self) -> str:
        """All of it as one line, for a screen reader."""
        return ". ".join(filter(None, (self.where, self.badge, self.said, *self.others)))


PassageLine = PassageHead | Passage


class PassagesModel(LinesModel[PassageLine]):
    """The lines that are shown."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self._lines[index.row()]
        return line.words if isinstance(line, PassageHead) else line.spoken

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._lines[index.row()], PassageHead):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)
