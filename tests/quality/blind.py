"""Errors that others planted by hand in documents that the rules' authors had not seen (blind/README.md has the form)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.toolkit import Toolkit
from tests.quality.planted import Alarm, Found, HalfScore, findings_by_link, words_of
from tests.quality.planting.hits import is_hit
from tests.quality.planting.linked_text import LinkedText, document_from
from tests.quality.planting.planter import Plant
from treaty.model import Finding, Language, Severity, Span

BLIND = Path(__file__).with_name("blind")
FOR_DEVELOPMENT = frozenset(
    {"01_fta_services", "02_summit_statement", "04_action_plan", "06_dta_protocol", "07_press_release", "08_mutual_assistance"}
)
"""The documents whose misses and alarms are read; of the others only the totals are."""


@dataclass(frozen=True, slots=True)
class Trap:
    """A place that is faithful and looks as if it were not: its words in both languages, and why it is faithful."""

    link: int
    korean: str
    english: str
    reason: str


@dataclass(frozen=True, slots=True)
class BlindDocument:
    """A document as it was before and after the errors were planted, the errors, and the traps."""

    name: str
    faithful: LinkedText
    planted: LinkedText
    plants: tuple[Plant, ...]
    traps: tuple[Trap, ...]


@dataclass(frozen=True, slots=True)
class BlindScore:
    """What was counted on one document: the errors found, the alarms on the faithful text, and the traps that were walked into
    at the default level."""

    name: str
    counted: HalfScore
    traps: int
    trapped: tuple[Alarm, ...]


def blind_documents(folder: Path = BLIND) -> Iterator[BlindDocument]:
    """The documents of a folder in the order of their names; raises ValueError where one is not of the form."""
    for path in sorted(folder.glob("[0-9]*.txt")):
        yield _document(path.stem, path.read_text(encoding="utf-8"))


def blind_score(document: BlindDocument, toolkit: Toolkit) -> BlindScore:
    """What the comparison says of a document, its links kept as they were made by hand."""
    untouched = findings_by_link(document.faithful, toolkit)
    touched = findings_by_link(document.planted, toolkit)
    counted = HalfScore(faithful=len(document.faithful.links))
    counted.alarms = [_alarm(document.faithful, finding, link) for link, said in untouched.items() for finding in said]
    for plant in document.plants:
        said = touched.get(plant.link, [])
        plain = [finding for finding in said if finding.severity is not Severity.INFO]
        clauses = words_of(document.planted, plant.link)
        counted.found.append(Found(document.name, plant, is_hit(plant, plain), is_hit(plant, said), len(plain), clauses))
    trapped = [
        _alarm(document.faithful, finding, trap.link)
        for trap in document.traps
        for finding in untouched.get(trap.link, [])
        if finding.severity is not Severity.INFO and _stands_on(finding, trap)
    ]
    return BlindScore(document.name, counted, len(document.traps), tuple(trapped))


def _document(name: str, content: str) -> BlindDocument:
    head, *blocks = content.split("\n= ")
    faithful, planted, plants, traps = [head], [head], [], []
    for link, block in enumerate(blocks):
        lines = [line for line in block.splitlines() if line]
        clauses = [line for line in lines if line[0] not in "!?"]
        faithful.append("\n".join(clauses))
        for line in lines[len(clauses) :]:
            if line[0] == "!":
                plant = _plant(line, link, clauses, name)
                plants.append(plant)
                clauses[_side(plant.language)] = plant.text
            else:
                traps.append(Trap(link, *(part.strip() for part in line[1:].split("|", 2))))
        planted.append("\n".join(clauses))
    texts = [document_from("\n= ".join(parts), name) for parts in (faithful, planted)]
    return BlindDocument(name, texts[0], texts[1], tuple(plants), tuple(traps))


def _plant(line: str, link: int, clauses: Sequence[str], name: str) -> Plant:
    """The error of a line "! class ko: old => new"; its span is that of the words which differ."""
    head, _, change = line[1:].partition(":")
    error_class, code = head.split()
    old, _, new = (part.strip() for part in change.partition("=>"))
    language = Language(code)
    words = clauses[_side(language)]
    if words.count(old) != 1:
        raise ValueError(f"{name}: {old!r} does not stand exactly once in {words!r}")
    start, before, after = _difference(old, new)
    span = Span(words.index(old) + start, words.index(old) + start + len(after))
    return Plant(error_class, language, link, f"t{_side(language)}.c{link + 1}", span, before, after, words.replace(old, new))


def _difference(old: str, new: str) -> tuple[int, str, str]:
    """Where two wordings begin to differ, and the words of each that the other has not, not cut inside a word."""
    mine, theirs = old.split(" "), new.split(" ")
    shorter = min(len(mine), len(theirs))
    start = next((n for n in range(shorter) if mine[n] != theirs[n]), shorter)
    end = next((n for n in range(shorter - start) if mine[-1 - n] != theirs[-1 - n]), shorter - start)
    lead = len(" ".join(theirs[:start])) + bool(start)
    return lead, " ".join(mine[start : len(mine) - end]), " ".join(theirs[start : len(theirs) - end])


def _side(language: Language) -> int:
    """The line of a block on which a language stands."""
    return 1 if language is Language.KOREAN else 2


def _alarm(text: LinkedText, finding: Finding, link: int) -> Alarm:
    return Alarm(text.name, finding, words_of(text, link))


def _stands_on(finding: Finding, trap: Trap) -> bool:
    """Whether a finding speaks of a trap's words on either side."""
    sides = ((finding.left, trap.korean), (finding.right, trap.english))
    return any(place is not None and (place.text in words or words in place.text) for place, words in sides)
