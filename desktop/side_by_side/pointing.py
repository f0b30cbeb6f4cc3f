"""Which character of which clause is under a point of a cell."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLine

from desktop.side_by_side.clause_layout import LaidCell, LaidClause


def character_at(cell: LaidCell, point: QPointF) -> tuple[str, int] | None:
    """The clause's id and the offset of the character; None where no word is."""
    for laid in cell.clauses:
        if laid.top_left.y() <= point.y() < laid.bottom:
            offset = _offset_at(laid, point - laid.top_left)
            return None if offset is None else (laid.clause.clause, offset)
    return None


def _offset_at(laid: LaidClause, point: QPointF) -> int | None:
    number = int(point.y() // laid.type.line_height)
    if not 0 <= number < laid.layout.lineCount():
        return None
    line = laid.layout.lineAt(number)
    if not 0 <= point.x() <= line.naturalTextWidth():
        return None
    on = QTextLine.CursorPosition.CursorOnCharacter
    unit: int = line.xToCursor(point.x(), on)
    return laid.offsets.character(unit)
