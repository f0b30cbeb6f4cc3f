"""How exactly raw files are read: the share of hand-checked clauses whose text and number come out the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.toolkit import Toolkit
from treaty.alignment.labels import label_number
from treaty.model import Clause


@dataclass(frozen=True, slots=True)
class ReadingScore:
    """One text: how many hand-checked clauses it has, and the share whose text, and whose text and number, are read exactly."""

    name: str
    clauses: int
    text: float
    label: float


def reading_scores(texts: Path, toolkit: Toolkit) -> Iterator[ReadingScore]:
    """The scores of every raw text for which there are hand-checked clauses; of two granularities the finer one."""
    for folder in sorted(path for path in (texts / "raw").iterdir() if path.is_dir()):
        fine, plain = (texts / "gold" / f"{folder.name}{kind}.json" for kind in (".point", ""))
        checked = json.loads((fine if fine.exists() else plain).read_text(encoding="utf-8"))
        for language in ("ko", "en"):
            read = [clause for text in toolkit.read_files([folder / f"{language}.txt"]) for clause in text.clauses]
            labels = checked.get(f"{language}_numbers") or [""] * len(checked[language])
            yield _score(f"{folder.name} {language}", checked[language], labels, read)


def _score(name: str, texts: list[str], labels: list[str], read: list[Clause]) -> ReadingScore:
    """Where a checked text holds the clause's own number, or the second stop of a number printed "2..", so may the one read."""
    paths: dict[str, list[str]] = {}
    for clause in read:
        paths.setdefault(_squeezed(clause.text), []).append(clause.path)
        if clause.label:
            paths.setdefault(_squeezed(f"{clause.label.printed} {clause.text}"), []).append(clause.path)
    found = [paths.get(_squeezed(text), []) or paths.get(_squeezed(text).lstrip("."), []) for text in texts]
    labelled = [any(_agrees(label, path) for path in candidates) for label, candidates in zip(labels, found, strict=True)]
    return ReadingScore(name, len(texts), sum(map(bool, found)) / len(texts), sum(labelled) / len(texts))


def _agrees(label: str, path: str) -> bool:
    """Whether a clause's full label, unnumbered paragraphs not counted, ends in the label that was checked by hand; where that
    has no number, any will do."""
    wanted, have = label_number(label), label_number(path.partition("¶")[0])
    return wanted is None or (have is not None and have[-len(wanted) :] == wanted)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
