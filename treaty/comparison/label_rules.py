"""How texts give labels and what these cover: the table labels.tsv."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from treaty.model import Language
from treaty.rule_table import TableRow, read_table

_LABEL = "label"


class _Part(StrEnum):
    DEFINED = "defined"
    HINTS = "hints"
    SEVERAL = "several"
    LISTED = "listed"
    FOLLOWED = "followed"


@dataclass(frozen=True, slots=True)
class LabelWords:
    """The rows of one language, those of a part as one expression: how a label is given (group "label"), what hints at
    one, which labels stand for several, and what stands right before and behind where one covers several, or not all."""

    defined: re.Pattern[str]
    hints: re.Pattern[str]
    several: re.Pattern[str]
    listed: re.Pattern[str]
    followed: re.Pattern[str]


def load_label_words(folder: Path) -> dict[Language, LabelWords]:
    """The rows of labels.tsv in `folder`; raises RuleTableError with file and line where one is faulty."""
    written: dict[tuple[Language, _Part], str] = {}
    for row in read_table(folder / "labels.tsv", ("language", "part", "pattern")):
        key = row.choice("language", Language), row.choice("part", _Part)
        if key in written:
            raise row.error("row_twice", word=row["part"])
        written[key] = _pattern(row, key[1])
    nothing = r"(?!)"
    return {
        language: LabelWords(*(re.compile(written.get((language, part), nothing)) for part in _Part)) for language in Language
    }


def _pattern(row: TableRow, part: _Part) -> str:
    pattern = row.pattern("pattern")
    if part is _Part.DEFINED and _LABEL not in pattern.groupindex:
        raise row.error("bad_pattern", problem=_LABEL)
    return pattern.pattern
