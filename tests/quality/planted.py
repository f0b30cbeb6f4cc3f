"""How many planted errors the checker finds, and how often it speaks where nothing is wrong."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.toolkit import Toolkit
from tests.quality.planting.hits import Located, is_hit
from tests.quality.planting.linked_text import LinkedText, read_document, read_gold
from tests.quality.planting.planter import Plant, Planter
from treaty.alignment import align
from treaty.comparison import find_findings
from treaty.model import Finding, Relation, Severity

DOCUMENTS = Path(__file__).with_name("documents")
HALVES: dict[str, tuple[str, ...]] = {
    "development": (
        "vcdr.point", "crc.point", "crpd.point", "seed-nl-2plus2",
        "procurement_chapter", "press_communique", "science_mou",
    ),
    "measuring": (
        "iccpr.point", "un-charter.point", "cc-by-4.0",
        "security_treaty", "action_plan", "loan_agreement", "host_country_agreement",
    ),
}  # fmt: skip
"""Which texts rules are developed on, and which they are measured on. Both halves have treaties and our own documents; of the
measuring half's genres (a charter, a licence, a defence treaty, an action plan with sums and dates, a loan agreement, a host
country agreement) the development half has none, because users' documents are of genres that nobody developed on."""
ROUNDS = {"development": 8, "measuring": 9}
NUMERIC = frozenset(
    "number magnitude ordinal unit currency percentage percentage_points date deadline boundary frequency"
    " cross_reference acronym numbering".split()
)
"""The numeric and formal classes."""

STRUCTURAL = frozenset({"clause_merged", "clause_moved"})
"""Findings that only repeat what the links made by hand say."""


@dataclass(frozen=True, slots=True)
class Found:
    """A planted error, with the best that the checker said of it at the default and at the thorough level; `said`
    counts the findings of the default level on its pair of clauses."""

    text: str
    plant: Plant
    default: Located
    thorough: Located
    said: int
    clauses: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Alarm:
    """A finding on a clause in which nothing is wrong."""

    text: str
    finding: Finding
    clauses: tuple[str, str]

    @property
    def hidden(self) -> bool:
        return self.finding.severity is Severity.INFO


@dataclass(slots=True)
class HalfScore:
    """What was counted on one half. `faithful` counts linked clauses of the untouched texts, `alarms` what was said of
    them; `spared` counts the clauses that the rounds left alone, `new_alarms` what was said of them in the rounds only."""

    found: list[Found] = field(default_factory=list)
    alarms: list[Alarm] = field(default_factory=list)
    faithful: int = 0
    excluded: int = 0
    new_alarms: list[Alarm] = field(default_factory=list)
    spared: int = 0


def half_score(half: str, gold: Path, toolkit: Toolkit) -> HalfScore:
    """Everything that is counted on one half; texts of `gold` that are not there are left out."""
    score = HalfScore()
    planter = Planter(half)
    for text in texts_of(half, gold):
        _score_text(text, planter, ROUNDS[half], toolkit, score)
    return score


def texts_of(half: str, gold: Path) -> Iterator[LinkedText]:
    """The linked texts of a half."""
    for name in HALVES[half]:
        if (own := DOCUMENTS / f"{name}.txt").exists():
            yield read_document(own)
        elif (real := gold / f"{name}.json").exists():
            yield read_gold(real)


def excluded_links(text: LinkedText) -> dict[int, str]:
    """The links that nothing is measured on, with the reason: clauses that really do not say the same (unfaithful.tsv), and
    links of several clauses, which in the hand-linked texts are places where one language's numbering has been lost."""
    with (DOCUMENTS / "unfaithful.tsv").open(encoding="utf-8") as table:
        rows = csv.reader((line for line in table if not line.startswith("#")), delimiter="\t")
        reasons = {row[1]: row[2] for row in rows if row[0] == text.name}
    paths = {clause.id: clause.path for clause in text.korean.clauses}
    one_to_one = [len(link.left) == len(link.right) == 1 for link in text.links]
    return {
        number: reasons.get(paths[link.left[0]], "several clauses in one link")
        for number, link in enumerate(text.links)
        if not one_to_one[number] or paths[link.left[0]] in reasons
    }


def _score_text(text: LinkedText, planter: Planter, rounds: int, toolkit: Toolkit, score: HalfScore) -> None:
    unfaithful = excluded_links(text)
    untouched = findings_by_link(text, toolkit)
    score.faithful += len(text.links) - len(unfaithful)
    score.excluded += len(unfaithful)
    known = {number: {_said(finding) for finding in found} for number, found in untouched.items()}
    score.alarms += [
        Alarm(text.name, finding, words_of(text, number))
        for number, found in untouched.items()
        for finding in found
        if number not in unfaithful
    ]
    for round_number in range(rounds):
        planted = planter.plant(text, round_number, frozenset(unfaithful))
        by_link = findings_by_link(planted.text, toolkit)
        new = {n: [finding for finding in found if _said(finding) not in known.get(n, set())] for n, found in by_link.items()}
        touched = {plant.link for plant in planted.plants} | unfaithful.keys()
        score.found += [_found(planted.text, plant, new.get(plant.link, [])) for plant in planted.plants]
        score.spared += len(text.links) - len(touched)
        score.new_alarms += [
            Alarm(text.name, finding, words_of(planted.text, number))
            for number, found in new.items()
            if number not in touched
            for finding in found
        ]


def _found(text: LinkedText, plant: Plant, findings: Sequence[Finding]) -> Found:
    plain = [finding for finding in findings if finding.severity is not Severity.INFO]
    return Found(text.name, plant, is_hit(plant, plain), is_hit(plant, findings), len(plain), words_of(text, plant.link))


def _said(finding: Finding) -> tuple[str, str, str]:
    """What a finding says and where, whatever stands around it: what is said of the faithful clause too proves nothing."""
    left, right = (place.text if place else "" for place in (finding.left, finding.right))
    return finding.kind, left, right


def findings_by_link(text: LinkedText, toolkit: Toolkit) -> dict[int, list[Finding]]:
    """The findings on a linked text, its links kept as they are, by the number of the link."""
    tools = toolkit.instruments
    links = align(text.korean, text.english, glossary=tools.glossary, pinned=text.links, encoder=tools.encoder)
    numbers = {clause: number for number, link in enumerate(text.links) for clause in (*link.left, *link.right)}
    found: dict[int, list[Finding]] = {}
    for finding in find_findings(
        links,
        text.korean,
        text.english,
        Relation.TRANSLATION,
        rules=tools.rules,
        glossary=tools.glossary,
        encoder=tools.encoder,
    ):
        if finding.kind in STRUCTURAL:
            continue
        link = links[finding.link]
        found.setdefault(numbers[(*link.left, *link.right)[0]], []).append(finding)
    return found


def words_of(text: LinkedText, number: int) -> tuple[str, str]:
    """The Korean and the English words of a link, several clauses one behind the other."""
    link = text.links[number]
    korean = " / ".join(clause.text for clause in text.korean.clauses if clause.id in link.left)
    english = " / ".join(clause.text for clause in text.english.clauses if clause.id in link.right)
    return korean, english


def per_hundred(alarms: Sequence[Alarm], clauses: int, *, hidden: bool) -> float:
    """Alarms for every hundred clauses, at the thorough level (`hidden`) or at the default one."""
    return 100 * sum(hidden or not alarm.hidden for alarm in alarms) / max(1, clauses)


def alarms_by_kind(alarms: Sequence[Alarm]) -> list[tuple[str, int, int]]:
    """Kinds of findings with their alarms at the default and at the thorough level, most first."""
    counts = Counter(alarm.finding.kind for alarm in alarms)
    plain = Counter(alarm.finding.kind for alarm in alarms if not alarm.hidden)
    return [(kind, plain[kind], count) for kind, count in counts.most_common()]
