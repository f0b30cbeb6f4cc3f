"""A text read again from its file: as it was before tracked changes, or as they left it."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from treaty.errors import ReadingError
from treaty.model import Clause, TreatyText
from treaty.progress import Progress, SilentProgress
from treaty.reading import read_treaty
from treaty.reading.rules import ReadingRules


def read_again(
    text: TreatyText,
    file: Path,
    *,
    original: bool,
    rules: ReadingRules = ReadingRules(),
    progress: Progress = SilentProgress(),
) -> TreatyText:
    """The text as `file` has it before its tracked changes (`original`), or as they leave it, under the text's id.

    Clauses that are the same in both keep their ids, so that links and judgements find them again. Raises ReadingError where
    the file cannot be read, or is not the one that the text was read from.
    """
    read = read_treaty(file, rules=rules, original=original, progress=progress)
    if read[0].source.sha256 != text.source.sha256:
        raise ReadingError("other_file", file=file.name, expected=text.source.name)
    found = max(read, key=lambda other: (other.language is text.language, _common(text, other)))
    return replace(found, id=text.id, clauses=tuple(_with_known_ids(found.clauses, text)))


def _common(text: TreatyText, other: TreatyText) -> int:
    """How many clauses two texts have in common."""
    return len({clause.text for clause in text.clauses} & {clause.text for clause in other.clauses})


def _with_known_ids(clauses: tuple[Clause, ...], before: TreatyText) -> Iterator[Clause]:
    waiting: dict[object, deque[str]] = defaultdict(deque)
    for clause in before.clauses:
        waiting[clause.kind, clause.label, clause.text].append(clause.id)
    number = max((int(clause.id.rpartition(".c")[2]) for clause in before.clauses), default=0)
    for clause in clauses:
        if known := waiting[clause.kind, clause.label, clause.text]:
            yield replace(clause, id=known.popleft())
        else:
            number += 1
            yield replace(clause, id=f"{before.id}.c{number}")
