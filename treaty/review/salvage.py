"""What can be saved of a damaged review: every entry that can still be read, and the names of those that cannot."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from treaty.errors import ReadingError
from treaty.model import TreatyText
from treaty.review.review import Comparison, Review
from treaty.review.review_file import DECISIONS, check_references, has_table, readable, unpacked


@dataclass(frozen=True, slots=True)
class Loss:
    """An entry of a damaged review that cannot be read: its table ("judgements"), and its key there, if that can be read."""

    table: str
    key: str


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A damaged review as far as it can be read. Its texts are whole; where comparisons are lost they can be made anew."""

    review: Review
    losses: tuple[Loss, ...]


def salvage_review(path: Path) -> Salvaged:
    """Reads a damaged review, entry by entry.

    Raises ReadingError where the file is no review or of a later version, or where fewer than two texts can be read.
    """
    losses: list[Loss] = []
    try:
        with readable(path) as database:
            texts = [*_entries(database, "texts", TreatyText, losses).values()]
            comparisons = [*_entries(database, "comparisons", Comparison, losses).values()]
            decisions = [_entries(database, *table, losses) for table in DECISIONS.items() if has_table(database, table[0])]
    except (sqlite3.Error, UnicodeDecodeError, TypeError) as problem:
        raise ReadingError("damaged_review", file=path.name) from problem
    if len(texts) < 2:
        raise ReadingError("damaged_review", file=path.name)
    sound = [comparison for comparison in comparisons if _is_sound(texts, comparison)]
    losses += [Loss("comparisons", "")] * (len(comparisons) - len(sound))
    return Salvaged(Review(tuple(texts), tuple(sound), *decisions), tuple(losses))


def _entries(database: sqlite3.Connection, table: str, kind: type, losses: list[Loss]) -> dict[str, Any]:
    """The entries of a table that can be read, by key; the others become losses."""
    found: dict[str, Any] = {}
    try:
        for row in _rows(database, table):
            try:
                found[_text(row[0])] = unpacked(kind, _text(row[1]))
            except (ValueError, KeyError, TypeError):
                losses.append(Loss(table, _text(row[0], errors="replace")))
    except (sqlite3.Error, UnicodeDecodeError):  # the latter where SQLite's own message quotes the damage
        losses.append(Loss(table, ""))
    return found


def _rows(database: sqlite3.Connection, table: str) -> Iterator[tuple[object, object]]:
    # As bytes: one letter that is no UTF-8 would else end the reading of all that follow.
    database.text_factory = bytes
    yield from database.execute(f"SELECT * FROM {table} ORDER BY rowid")


def _text(value: object, errors: str = "strict") -> str:
    return value.decode("utf-8", errors) if isinstance(value, bytes) else str(value)


def _is_sound(texts: list[TreatyText], comparison: Comparison) -> bool:
    try:
        check_references(Review(tuple(texts), (comparison,)))
    except (ValueError, StopIteration):
        return False
    return True
