"""Clauses by the numbers that people call them by: "제3조 2항", "3.2(b)", "5", "4 ㅇ2"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.finding_text.folding import folded
from treaty.review.rows import Row, RowKind

_PART = re.compile(
    r"\d+"
    r"|(?<![^\W\d_])[a-z](?![^\W\d_])"
    r"|(?<![^\W\d_])[ivxlc]{2,}(?![^\W\d_])"
    r"|(?<![^\W\d_])[가나다라마바사아자차카타파하](?=목|[^\w]|$)"
    r"|[ㅇ○●◦▪■□◆◇]"
)
"""What tells one clause from another in a label: figures, single letters, Roman figures, 가나다, bullets."""
_ROUND = str.maketrans(dict.fromkeys("○◦●", "ㅇ"))
MOST_LISTED = 60


@dataclass(frozen=True, slots=True)
class Address:
    """A clause that can be gone to: its row among all rows, its column from 1, its full label and its first words."""

    row: int
    column: int
    path: str
    words: str


def parts_of(label: str) -> tuple[str, ...]:
    """What distinguishes a label: ("3", "2") of "제3조 2항" and of "3.2", ("4", "ㅇ", "2") of "4 ㅇ2"."""
    plain = unicodedata.normalize("NFKC", label.translate(_ROUND)).casefold()
    return tuple(_PART.findall(unicodedata.normalize("NFC", plain).replace("ᄋ", "ㅇ")))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A clause with what its label is compared by; `counted` where the page shows no number and the reader only counted."""

    address: Address
    parts: tuple[str, ...]
    path: str
    counted: bool


def _entry(address: Address, *, counted: bool) -> _Entry:
    return _Entry(address, parts_of(address.path), folded(address.path), counted)


class AddressBook:
    """The clauses of a comparison by their labels."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._entries = [
            _entry(Address(place, column, clause.path, clause.text), counted=not clause.label)
            for place, row in enumerate(rows)
            if row.kind is not RowKind.POINTER
            for column, cell in enumerate(row.cells, start=1)
            for clause in cell.clauses
            if clause.path
        ]

    def fitting(self, asked: str) -> list[Address]:
        """The clauses that may be meant, the likeliest first; all of them, in order, where nothing is asked."""
        wanted, written = parts_of(asked), folded(asked.strip())
        if not written:
            return [entry.address for entry in self._entries[:MOST_LISTED]]
        graded = [
            (grade, entry.counted, number, entry.address)
            for number, entry in enumerate(self._entries)
            if (grade := _grade(wanted, written, entry.parts, entry.path)) is not None
        ]
        return [entry[-1] for entry in sorted(graded, key=lambda entry: entry[:3])[:MOST_LISTED]]


def _grade(wanted: tuple[str, ...], written: str, parts: tuple[str, ...], path: str) -> int | None:
    """How well a clause fits what was typed, 0 best; None where it does not."""
    if path == written:
        return 0
    if wanted and parts == wanted:
        return 1
    if path.startswith(written):
        return 2
    if wanted and parts[: len(wanted)] == wanted:
        return 3
    if wanted and parts[-len(wanted) :] == wanted:
        return 4
    if len(wanted) > 1 and _in_order(wanted, parts):
        return 5
    return 6 if len(written) > 1 and not written.isdigit() and written in path else None


def _in_order(wanted: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    left = iter(parts)
    return all(part in left for part in wanted)
