"""How exactly raw files are read: the share of hand-checked clauses whose text and number come out the same."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.toolkit import Toolkit
from treaty.alignment.labels import label_number
from treaty.model import Clause


@dataclass(frozen=True, slots=True)
class Exact:
    """The share of hand-checked clauses whose text, and whose text and number, are read exactly."""

    text: float
    number: float


@dataclass(frozen=True, slots=True)
class ReadingScore:
    """One text: how many hand-checked clauses it has, and how many are read exactly: `to_the_letter` as they stand in the
    checked text, `as_printed` where a number that the checked text left among a clause's words may be read as its number;
    `lost` counts those whose characters, cut at whatever numbers, do not all follow one another in what was read."""

    name: str
    clauses: int
    to_the_letter: Exact
    as_printed: Exact
    lost: int


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
    letter, printed = _by_words(read), _by_words(read, with_label=True)
    strictly = [letter.get(_squeezed(text), []) for text in texts]
    freely = [printed.get(_squeezed(text), []) or letter.get(_squeezed(text).lstrip("."), []) for text in texts]
    whole = _squeezed("".join(f"{clause.label.printed if clause.label else ''}{clause.text}" for clause in read))
    lost = sum(_squeezed(text) not in whole for text in texts)
    return ReadingScore(name, len(texts), _exact(labels, strictly, _bears), _exact(labels, freely, _agrees), lost)


def _by_words(read: list[Clause], *, with_label: bool = False) -> dict[str, list[Clause]]:
    """The clauses by their words without blanks; with `with_label` also by their number and words together."""
    found: dict[str, list[Clause]] = {}
    for clause in read:
        found.setdefault(_squeezed(clause.text), []).append(clause)
        if with_label and clause.label:
            found.setdefault(_squeezed(f"{clause.label.printed} {clause.text}"), []).append(clause)
    return found


def _exact(labels: list[str], found: list[list[Clause]], fits: Callable[[str, Clause], bool]) -> Exact:
    right = sum(any(fits(label, clause) for clause in candidates) for label, candidates in zip(labels, found, strict=True))
    return Exact(sum(map(bool, found)) / len(labels), right / len(labels))


def _bears(label: str, clause: Clause) -> bool:
    """Whether a clause has the label that was checked by hand, and none where that is none."""
    return _agrees(label, clause) and (bool(label) or clause.label is None)


def _agrees(label: str, clause: Clause) -> bool:
    """Whether a clause's full label, unnumbered paragraphs not counted, ends in the label that was checked by hand; where that
    has no number, any will do."""
    wanted, have = label_number(label), label_number(clause.path.partition("¶")[0])
    return wanted is None or (have is not None and have[-len(wanted) :] == wanted)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
