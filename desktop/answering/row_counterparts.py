"""The counterparts in a row of the table, found for the row that the reader is at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from treaty.comparison.word_answers import Counterpart, CounterpartKind, LinkedSide, Lookup, WordPlace, counterparts
from treaty.model import TreatyText
from treaty.review.rows import Cell, Row

KEPT_ROWS = 24
_ORDER = list(CounterpartKind)


class RowCounterparts:
    """Finds the counterparts of a row when it is asked for, and keeps those of the last few rows."""

    def __init__(self) -> None:
        self._rows: OrderedDict[tuple[Cell, ...], list[Counterpart]] = OrderedDict()

    def of(self, row: Row, texts: Sequence[TreatyText], lookup: Lookup) -> list[Counterpart]:
        key = row.cells
        if key not in self._rows:
            left, right = (_side(text, cell) for text, cell in zip(texts, row.cells, strict=True))
            self._rows[key] = counterparts(left, right, lookup)
            if len(self._rows) > KEPT_ROWS:
                self._rows.popitem(last=False)
        self._rows.move_to_end(key)
        return self._rows[key]


def at(found: Sequence[Counterpart], clause: str, offset: int) -> Counterpart | None:
    """What stands at a place of a clause: of several what has an answer, then the most telling, then the shortest."""
    here = [each for each in found if _place_at(each, clause, offset)]
    return min(here, key=lambda each: (not (each.left and each.right), _ORDER.index(each.kind), _length(each)), default=None)


def in_reading_order(found: Sequence[Counterpart]) -> list[Counterpart]:
    """All but mere words, as they come in the left text, then what only the right has."""
    telling = [each for each in found if each.kind is not CounterpartKind.WORD]
    return sorted(telling, key=lambda each: (not each.left, each.left or each.right))


def _place_at(counterpart: Counterpart, clause: str, offset: int) -> WordPlace | None:
    places = (*counterpart.left, *counterpart.right)
    fits = (place for place in places if place.clause == clause and place.span.start <= offset < place.span.end)
    return next(fits, None)


def _length(counterpart: Counterpart) -> int:
    return min(place.span.end - place.span.start for place in (*counterpart.left, *counterpart.right))


def _side(text: TreatyText, cell: Cell) -> LinkedSide:
    return LinkedSide(text.language, tuple((clause.clause, clause.text) for clause in cell.clauses))
