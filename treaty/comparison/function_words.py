"""Words without content that two versions may exchange freely, and particles that they may not: function_words.tsv."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from treaty.model import Language
from treaty.rule_table import read_table


class _Weight(StrEnum):
    LIGHT = "light"
    TELLING = "telling"


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """For each language the words whose exchange changes nothing, and Korean particles whose exchange does (longest first)."""

    light: dict[Language, frozenset[str]]
    telling: tuple[str, ...]


def load_function_words(folder: Path) -> FunctionWords:
    """The rows of function_words.tsv in `folder`; raises RuleTableError with file and line where one is faulty."""
    light: dict[Language, set[str]] = {language: set() for language in Language}
    telling: set[str] = set()
    for row in read_table(folder / "function_words.tsv", ("language", "weight", "words")):
        of_weight = telling if row.choice("weight", _Weight) is _Weight.TELLING else light[row.choice("language", Language)]
        of_weight.update(row.words("words"))
    return FunctionWords(
        {language: frozenset(words) for language, words in light.items()},
        tuple(sorted(telling, key=lambda word: (-len(word), word))),
    )
