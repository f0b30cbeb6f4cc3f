"""How well changes between two versions are found: the class of each clause on the licences of shared/texts/versions, and every
edit on two agreements of our own (versions/)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.toolkit import Toolkit
from treaty.alignment import align
from treaty.alignment.versions import links_of_versions
from treaty.comparison import find_findings
from treaty.comparison.revisions import STRUCTURE_KINDS
from treaty.language.sentences import sentence_spans
from treaty.model import (
    Clause,
    ClauseKind,
    Finding,
    Label,
    Language,
    Link,
    Relation,
    Severity,
    SourceFile,
    Span,
    TreatyText,
)  # fmt: skip
from treaty.progress import SilentProgress

OWN = Path(__file__).parent / "versions"
_GRAVE = (Severity.CRITICAL, Severity.MAJOR)
_OF_STRUCTURE = {"moved": "clause_moved", "added": "clause_added", "deleted": "clause_omitted", "divided": "clause_merged"}


@dataclass(frozen=True, slots=True)
class BeadScore:
    """How many links of one pair are those made by hand, with the right class: same, changed, added, deleted."""

    name: str
    beads: int
    right: int
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditScore:
    """One pair of our own: the edits, those found, of these those whose change of meaning is told rightly; findings on no edit;
    hunks a changed clause, and the share of its words that they mark."""

    name: str
    edits: int
    found: int
    meaning_right: int
    beside: int
    hunks: float
    marked: float
    missed: tuple[str, ...]


def bead_scores(folder: Path, toolkit: Toolkit) -> Iterator[BeadScore]:
    for path in sorted(folder.glob("*.json")):
        pair = json.loads(path.read_text(encoding="utf-8"))
        language = Language(pair["lang"])
        left, right = (
            _text(f"t{number}", pair[side], pair[f"{side}_numbers"], language) for number, side in enumerate("ab", 1)
        )
        links, findings = _compared(left, right, toolkit)
        gold = {(tuple(mine), tuple(theirs)): what for mine, theirs, what in pair["gold"]}
        found = dict(_classes(links, findings, left, right))
        right_ones = sum(found.get(bead) == what for bead, what in gold.items())
        wrong = tuple(f"{bead}: {what}, found {found.get(bead)}" for bead, what in gold.items() if found.get(bead) != what)
        yield BeadScore(path.stem, len(gold), right_ones, wrong)


def edit_scores(toolkit: Toolkit) -> Iterator[EditScore]:
    for path in sorted(OWN.glob("*.edits.tsv")):
        name = path.name.removesuffix(".edits.tsv")
        files = [OWN / f"{name}.{version}.txt" for version in ("earlier", "later")]
        review = toolkit.compare_files(files, Relation.REVISION, SilentProgress())
        (comparison,) = review.comparisons
        lines = path.read_text(encoding="utf-8").splitlines()
        edits = [line.split("\t") for line in lines if line and not line.startswith("#")]
        yield _edit_score(name, edits, comparison.findings, review.texts)


def _edit_score(
    name: str, edits: Sequence[Sequence[str]], findings: Sequence[Finding], texts: Sequence[TreatyText]
) -> EditScore:
    hits = [[finding for finding in findings if _fits(edit, finding)] for edit in edits]
    hit = {finding.id for found in hits for finding in found}
    right = sum(
        (edit[1] == "yes") == any(finding.severity in _GRAVE for finding in found)
        for edit, found in zip(edits, hits, strict=True)
        if found
    )
    of_words = [finding for finding in findings if finding.kind not in STRUCTURE_KINDS]
    lengths = {clause.id: len(clause.text) for text in texts for clause in text.clauses}
    places = [place for finding in of_words for place in (finding.left, finding.right) if place]
    marked = sum(place.span.end - place.span.start for place in places)
    return EditScore(
        name,
        edits=len(edits),
        found=sum(map(bool, hits)),
        meaning_right=right,
        beside=sum(finding.id not in hit and finding.kind != "clause_number" for finding in findings),
        hunks=len(of_words) / max(1, len({finding.link for finding in of_words})),
        marked=marked / max(1, sum(lengths[clause] for clause in {place.clause for place in places})),
        missed=tuple(_said(edit, found) for edit, found in zip(edits, hits, strict=True) if not _is_right(edit, found)),
    )


def _is_right(edit: Sequence[str], found: Sequence[Finding]) -> bool:
    return bool(found) and (edit[1] == "yes") == any(finding.severity in _GRAVE for finding in found)


def _said(edit: Sequence[str], found: Sequence[Finding]) -> str:
    return f"{' | '.join(edit)}: {', '.join(f'{finding.kind} {finding.severity}' for finding in found) or 'not found'}"


def _fits(edit: Sequence[str], finding: Finding) -> bool:
    """Whether a finding speaks of an edit: of its kind for clauses as wholes, else words of a side that hold one another."""
    kind, _, old, new = edit
    words = [place.text.strip() if place else "" for place in (finding.left, finding.right)]
    if kind in _OF_STRUCTURE:
        return finding.kind == _OF_STRUCTURE[kind] and _hold(words, (old, new), whole=True)
    return finding.kind not in STRUCTURE_KINDS and _hold(words, (old, new))


def _hold(words: Sequence[str], edit: Sequence[str], *, whole: bool = False) -> bool:
    sides = [(found, said) for found, said in zip(words, edit, strict=True) if said != "-"]
    if whole:
        return any(found and found in said for found, said in sides)
    return all(found and (found in said or said in found) for found, said in sides)


def _compared(left: TreatyText, right: TreatyText, toolkit: Toolkit) -> tuple[Sequence[Link], Sequence[Finding]]:
    tools = toolkit.instruments
    links = links_of_versions(align(left, right, glossary=tools.glossary, encoder=tools.encoder), left, right)
    return links, find_findings(links, left, right, Relation.REVISION, rules=tools.rules, glossary=tools.glossary)


Bead = tuple[tuple[int, ...], tuple[int, ...]]


def _classes(
    links: Sequence[Link], findings: Sequence[Finding], left: TreatyText, right: TreatyText
) -> Iterator[tuple[Bead, str]]:
    changed = {finding.link for finding in findings if finding.kind not in STRUCTURE_KINDS}
    numbers = {clause.id: number for text in (left, right) for number, clause in enumerate(text.clauses)}
    for index, link in enumerate(links):
        bead = tuple(numbers[i] for i in link.left), tuple(numbers[i] for i in link.right)
        alone = "deleted" if link.left else "added"
        yield bead, alone if link.one_sided else "changed" if index in changed else "same"


def _text(text_id: str, clauses: Sequence[str], numbers: Sequence[str], language: Language) -> TreatyText:
    made = tuple(
        Clause(
            f"{text_id}.c{number}",
            ClauseKind.PARAGRAPH,
            0,
            Label(printed, printed.rstrip("."), "") if printed else None,
            printed or f"¶{number}",
            words,
            sentence_spans(words, language),
            Span(0, len(words)),
        )
        for number, (words, printed) in enumerate(zip(clauses, numbers, strict=True))
    )
    return TreatyText(text_id, SourceFile(text_id, "", ""), clauses[0], language, text_id, "", made, ())
