"""Concordances as the panel lists them: terms with their renderings, and the places of one term."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.studying.passages.passages_model import Passage, PassageHead, PassageLine
from resources.wording_table import Wording
from treaty.comparison.concordance import Concordance, Occurrence
from treaty.model import Clause


@dataclass(frozen=True, slots=True)
class TermLine:
    """A line of the list of terms; a head has no term."""

    line: PassageLine
    term: Concordance | None = None


def term_lines(terms: Sequence[Concordance], words: Wording) -> list[TermLine]:
    """The terms that are rendered in several ways, the most settled habit with an exception first; then the others."""
    several = sorted((term for term in terms if len(term.renderings) > 1), key=_settled, reverse=True)
    single = [term for term in terms if len(term.renderings) <= 1]
    lines: list[TermLine] = []
    for key, group in (("terms.several", several), ("terms.single", single)):
        if group:
            lines.append(TermLine(PassageHead(words(key, count=len(group)), grave=group is several)))
            lines += [TermLine(_summary(term, words), term) for term in group]
    return lines


def _summary(term: Concordance, words: Wording) -> Passage:
    return Passage(words("terms.times", count=term.count), f"{term.term} — {renderings_of(term, words)}")


def renderings_of(term: Concordance, words: Wording) -> str:
    """What a term is rendered by and how often, the most frequent first."""
    said = [f"{one.word} ×{one.count}" for one in term.renderings]
    if term.unrendered:
        said.append(words("terms.unrendered", count=len(term.unrendered)))
    return ", ".join(said)


def place_lines(term: Concordance, clauses: Mapping[str, Clause], words: Wording) -> list[PassageLine]:
    """The places of a term, under a head for each rendering, the rarest first: that is where to look."""
    groups = [(f"{one.word} ×{one.count}", one.occurrences) for one in reversed(term.renderings)]
    if term.unrendered:
        groups.append((words("terms.unrendered", count=len(term.unrendered)), term.unrendered))
    lines: list[PassageLine] = []
    for head, occurrences in groups:
        lines.append(PassageHead(head))
        lines += [_passage(each, clauses) for each in occurrences]
    return lines


def _passage(occurrence: Occurrence, clauses: Mapping[str, Clause]) -> Passage:
    place, rendering = occurrence.place, occurrence.rendering
    here, there = clauses[place.clause], clauses[rendering.clause] if rendering else None
    return Passage(
        " — ".join(clause.path for clause in (here, there) if clause),
        here.text,
        here.id,
        lit=(place.span,),
        others=(there.text,) if there else (),
        lit_other=(rendering.span,) if rendering else (),
    )


def _settled(term: Concordance) -> tuple[float, int]:
    """How settled the usual rendering is: the share of places that have it, and how many they are."""
    usual = term.renderings[0].count
    return usual / term.count, usual
