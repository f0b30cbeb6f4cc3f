"""The marks that mail puts before each line of a quoted text: "> 제1조", "> > Article 1"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

_MARKS = re.compile(r"(?:>[ \t]?)+")
_LEAST_QUOTED = 3
"""A mark before two lines may be anything; before three in a row it is a quotation."""


def unquoted(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines without the marks of quotation, and those marks, from the top."""
    bare: list[str] = []
    marks: list[str] = []
    for mark, line in _parted(lines):
        bare.append(line)
        marks += [mark.strip()] if mark else []
    return bare, marks


def _parted(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each line as its marks of quotation, "" where it is not quoted, and the rest."""
    for is_marked, run in groupby(lines, lambda line: line.startswith(">")):
        together = list(run)
        for line in together:
            end = match.end() if (match := _MARKS.match(line)) and len(together) >= _LEAST_QUOTED else 0
            yield (line[:end], line[end:]) if is_marked else ("", line)
