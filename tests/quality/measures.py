"""What is measured of the program's judgement, apart from how it is printed."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tempfile
import types
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.toolkit import Toolkit, load_toolkit
from exporters.json import comparison_json
from tests.quality.gold import SHARED, read_gold
from treaty.alignment import align_lists
from treaty.model import Relation, Severity
from treaty.progress import SilentProgress
from treaty.review.review import Review

CHECKED_DOCUMENTS = ("03", "05")
SCORER = SHARED / "quality" / "alignment_quality.py"


@dataclass(frozen=True, slots=True)
class AlignmentScore:
    """How many links of one condition are exactly those made by hand."""

    condition: str
    cases: int
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class FalseAlarms:
    """Findings of the default level on two texts that are taken to be faithful, and the links that have two sides."""

    name: str
    links: int
    findings: int

    @property
    def per_hundred(self) -> float:
        return 100 * self.findings / max(1, self.links)


def alignment_scores(gold: Sequence[Path]) -> Iterator[AlignmentScore]:
    """The aligner on hand-linked clauses, as they are and damaged in known ways; shared/quality says how, and where it is not
    at hand they are not damaged."""
    if not SCORER.exists():
        yield _undamaged(gold)
        return
    scorer = judge()
    cases = [scorer.read_gold(path) for path in gold]
    for condition, damage in scorer.CONDITIONS.items():
        tallies = []
        for case in map(damage, cases):
            labels = {"left_labels": case["ko_labels"], "right_labels": case["en_labels"]}
            tallies.append(scorer.tally(case, align_lists(case["ko"], case["en"], **labels)))
        precision, recall, f1 = scorer.f1(*(sum(column) for column in zip(*tallies, strict=True)))
        yield AlignmentScore(condition, len(cases), precision, recall, f1)


def _undamaged(gold: Sequence[Path]) -> AlignmentScore:
    """The score on clauses as they are, without their numbers."""
    right = made = found = wanted = 0
    for text in map(read_gold, gold):
        words = [[clause.text for clause in side.clauses] for side in (text.left, text.right)]
        place = {clause.id: n for side in (text.left, text.right) for n, clause in enumerate(side.clauses)}
        linked = {(tuple(place[i] for i in link.left), tuple(place[i] for i in link.right)) for link in text.links}
        groups = {(tuple(left), tuple(right)) for left, right in align_lists(words[0], words[1])}
        two_sided = {group for group in linked if all(group)}
        right, made = right + len(groups & linked), made + len(groups)
        found, wanted = found + len(groups & two_sided), wanted + len(two_sided)
    precision, recall = right / max(1, made), found / max(1, wanted)
    return AlignmentScore("strip", len(gold), precision, recall, 2 * precision * recall / max(1e-9, precision + recall))


def judge() -> types.ModuleType:
    """What damages hand-linked texts and counts the links found."""
    return _module(SCORER)


def checking_report(document: str, toolkit: Toolkit) -> str:
    """What the scorer of shared/checks says of the findings on a document with planted errors, and on the faithful one."""
    checks = SHARED / "checks"
    with tempfile.TemporaryDirectory() as folder:
        findings = {}
        for state in ("planted", "faithful"):
            printed, scored = Path(folder, f"{state}.json"), Path(folder, f"{state}.findings.json")
            review = compared([checks / f"{document}.{state}.{language}.txt" for language in ("ko", "en")], toolkit)
            printed.write_text(json.dumps(comparison_json(review), ensure_ascii=False), encoding="utf-8")
            _run(checks / "from_daejo.py", printed, scored)
            findings[state] = scored
        return _run(
            checks / "score_findings.py",
            checks / f"{document}.gold.json",
            findings["planted"],
            "--faithful",
            findings["faithful"],
        )


def false_alarms(folders: Sequence[Path], toolkit: Toolkit) -> Iterator[FalseAlarms]:
    """Findings on agreements in force, whose translations are taken to be right."""
    for folder in folders:
        (comparison,) = compared([folder / "ko.txt", folder / "en.txt"], toolkit).comparisons[:1]
        links = sum(not link.one_sided for link in comparison.links)
        findings = sum(finding.severity is not Severity.INFO for finding in comparison.findings)
        yield FalseAlarms(folder.name, links, findings)


def compared(files: Sequence[Path], toolkit: Toolkit) -> Review:
    return toolkit.compare_files(files, Relation.TRANSLATION, SilentProgress())


def bundled_toolkit() -> Toolkit:
    return load_toolkit()


def _module(path: Path) -> types.ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _run(script: Path, *arguments: object) -> str:
    command = [sys.executable, str(script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
