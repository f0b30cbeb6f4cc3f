"""A random sample of what the default level says of agreements in force, to be read one by one (docs/real-findings.md)."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.toolkit import Toolkit
from tests.quality.measures import compared
from tests.quality.planted import HALVES
from treaty.model import Finding, Severity

SEED = 5


@dataclass(frozen=True, slots=True)
class RealFinding:
    """A finding with the texts of its clauses, left and right."""

    text: str
    path: str
    finding: Finding
    clauses: tuple[str, str]


def readable_folders(raw: Path) -> list[Path]:
    """The agreements in force that rules are developed on: nobody looks at what is said of those that are measured on."""
    measured = {name.removesuffix(".point") for name in HALVES["measuring"]}
    return sorted(folder for folder in raw.iterdir() if folder.is_dir() and folder.name not in measured)


def sampled(folders: Sequence[Path], toolkit: Toolkit, count: int) -> list[RealFinding]:
    """So many findings of the default level, the same ones for the same findings, in reading order."""
    found = [one for folder in folders for one in _default_findings(folder, toolkit)]
    chosen = random.Random(SEED).sample(range(len(found)), min(count, len(found)))
    return [found[number] for number in sorted(chosen)]


def _default_findings(folder: Path, toolkit: Toolkit) -> Iterator[RealFinding]:
    review = compared([folder / "ko.txt", folder / "en.txt"], toolkit)
    comparison = review.comparisons[0]
    clauses = [{clause.id: clause for clause in review.text(name).clauses} for name in (comparison.left, comparison.right)]
    for finding in comparison.findings:
        if finding.severity is not Severity.INFO:
            link = comparison.links[finding.link]
            sides = [[known[clause] for clause in of] for known, of in zip(clauses, (link.left, link.right), strict=True)]
            left, right = (" / ".join(clause.text for clause in side) for side in sides)
            yield RealFinding(folder.name, (sides[0] or sides[1])[0].path, finding, (left, right))
