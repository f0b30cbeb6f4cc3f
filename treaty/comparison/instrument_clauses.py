"""What a clause lays down about the instrument that it stands in, and by which way: the table instrument_clauses.tsv."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from treaty.model import Language, Span
from treaty.rule_table import read_table


@dataclass(frozen=True, slots=True)
class InstrumentClauses:
    """The rows in order: what is laid down, in which language, by which words."""

    rows: tuple[tuple[str, Language, re.Pattern[str]], ...]

    def ways(self, passage: str, language: Language) -> dict[str, Span]:
        """What a clause lays down about its instrument, each with the words that say so; of the ways into force the first row
        counts. `passage` in small letters."""
        found: dict[str, Span] = {}
        for way, spoken, pattern in self.rows:
            known = any(other.startswith(_subject(way)) for other in found)
            if spoken is language and not known and (match := pattern.search(passage)):
                found[way] = Span(*match.span())
        return found


def _subject(way: str) -> str:
    """What a way is one of: "entry" of "entry_on_notice"."""
    return way.partition("_")[0]


def load_instrument_clauses(folder: Path) -> InstrumentClauses:
    """The rows of instrument_clauses.tsv in `folder`; raises RuleTableError with file and line where one is faulty."""
    rows = read_table(folder / "instrument_clauses.tsv", ("way", "language", "pattern"))
    return InstrumentClauses(tuple((row["way"], row.choice("language", Language), row.pattern("pattern")) for row in rows))
