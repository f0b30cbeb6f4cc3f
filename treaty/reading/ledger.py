"""The coverage ledger: where every character of a source went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from treaty.model import Span, TreatyText


@dataclass(frozen=True, slots=True)
class Ledger:
    """Counts of a source's characters: blanks, in clauses (with their numbers), set aside, and in neither.

    `unaccounted` is 0 unless the reader has a fault; `unaccounted_spans` shows where.
    """

    total: int
    blank: int
    in_clauses: int
    set_aside: int
    unaccounted_spans: tuple[Span, ...]

    @property
    def unaccounted(self) -> int:
        return sum(span.end - span.start for span in self.unaccounted_spans)

    def as_counts(self) -> dict[str, int]:
        """The counts by name, as the outline shows them."""
        return {
            "total": self.total,
            "blank": self.blank,
            "in_clauses": self.in_clauses,
            "set_aside": self.set_aside,
            "unaccounted": self.unaccounted,
        }


def ledger_of(texts: Sequence[TreatyText]) -> Ledger:
    """The ledger of the one source that all `texts` were read from."""
    source = texts[0].source.text
    owner = bytearray(len(source))
    for text in texts:
        for aside in text.set_aside:
            owner[aside.source.start : aside.source.end] = b"\x02" * (aside.source.end - aside.source.start)
        for clause in text.clauses:
            owner[clause.source.start : clause.source.end] = b"\x01" * (clause.source.end - clause.source.start)
    words = [not _is_blank(character) for character in source]
    counts = [sum(has_word and mark == kind for has_word, mark in zip(words, owner, strict=True)) for kind in range(3)]
    lost = _spans([has_word and mark == 0 for has_word, mark in zip(words, owner, strict=True)])
    return Ledger(len(source), words.count(False), counts[1], counts[2], lost)


def _is_blank(character: str) -> bool:
    return character.isspace() or character in "\ufeff\u200b"


def _spans(flags: Sequence[bool]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for index, flag in enumerate(flags):
        if flag and spans and spans[-1].end == index:
            spans[-1] = Span(spans[-1].start, index + 1)
        elif flag:
            spans.append(Span(index, index + 1))
    return tuple(spans)
