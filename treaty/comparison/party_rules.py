"""How texts name their two parties together, and how these sign: the table party_order.tsv."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from treaty.model import Language
from treaty.patterns import checked_pattern
from treaty.rule_table import read_table

_FOLDED = "(?i)"


class Where(StrEnum):
    """Where the words of a row stand; the value is the word in the table."""

    TITLE = "title"
    JOINED = "joined"
    SIGNED_AFTER = "signed_after"
    SIGNED_BEFORE = "signed_before"


@dataclass(frozen=True, slots=True)
class PartyWords:
    """The rows of one language. A title's patterns have the groups "first" and "second"."""

    titles: tuple[re.Pattern[str], ...]
    joined: tuple[re.Pattern[str], ...]
    before: tuple[re.Pattern[str], ...]
    behind: tuple[re.Pattern[str], ...]

    def named(self, title: str) -> tuple[str, str] | None:
        """The two parties that a title names, as it writes them; None where it does not name two."""
        match = next(filter(None, (pattern.search(title) for pattern in self.titles)), None)
        return (match["first"], match["second"]) if match else None

    def joins(self, words: str) -> bool:
        """Whether two parties with these words between them are named together."""
        return any(pattern.fullmatch(words) for pattern in self.joined)

    def signs(self, text: str, start: int, end: int) -> bool:
        """Whether the party that stands there signs."""
        after = any(pattern.search(text, 0, start) for pattern in self.before)
        return after or any(pattern.match(text, end) for pattern in self.behind)


def load_party_words(folder: Path) -> dict[Language, PartyWords]:
    """The rows of party_order.tsv in `folder`; raises RuleTableError with file and line where one is faulty."""
    found: dict[tuple[Language, Where], list[re.Pattern[str]]] = {}
    for row in read_table(folder / "party_order.tsv", ("language", "where", "pattern")):
        where, pattern = row.choice("where", Where), row.pattern("pattern").pattern
        ending = "$" if where is Where.SIGNED_AFTER else ""
        compiled = checked_pattern(f"{_FOLDED}(?:{pattern}){ending}")
        if where is Where.TITLE and not {"first", "second"} <= compiled.groupindex.keys():
            raise row.error("bad_pattern", problem="first, second")
        found.setdefault((row.choice("language", Language), where), []).append(compiled)
    return {language: PartyWords(*(tuple(found.get((language, where), ())) for where in Where)) for language in Language}
