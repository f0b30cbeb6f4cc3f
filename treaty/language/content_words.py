"""Content words of a clause, and whether the other language renders them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from treaty.language.lexicon import Rows
from treaty.model import Span


class Coverage(StrEnum):
    """Whether a word has a counterpart: one of its renderings stands on the other side, none does, or no row knows the word."""

    COVERED = "covered"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ContentWord:
    """A content word, a phrase that is one headword, or a member of a Korean compound.

    `stem` is the headword (in the spelling that is compared) or the stem; `renderings` are what the lexicon looks for on the
    other side (none where it knows no row), `counterparts` the spans there where it found one.
    """

    span: Span
    stem: str
    coverage: Coverage
    renderings: tuple[str, ...] = ()
    counterparts: tuple[Span, ...] = ()


@dataclass(slots=True)
class RowPlaces:
    """Where in a text words of the lexicon's rows stand."""

    _spans: defaultdict[int, set[Span]] = field(default_factory=lambda: defaultdict(set))

    def note(self, rows: Iterable[int], span: Span) -> None:
        for row in rows:
            self._spans[row].add(span)

    def of(self, rows: Rows) -> tuple[Span, ...]:
        """Every span that stands for one of these rows, in order."""
        return tuple(sorted({span for row in rows if row in self._spans for span in self._spans[row]}))

    @property
    def rows(self) -> Rows:
        """The rows that have a word in the text."""
        return frozenset(self._spans)

    def any_of(self, rows: Rows) -> bool:
        return any(row in self._spans for row in rows)
