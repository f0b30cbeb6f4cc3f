"""Two versions as one text with tracked changes: taking all changes gives the new text, refusing all gives the earlier one,
character by character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, pairwise

from treaty.comparison.revisions import STRUCTURE_KINDS
from treaty.model import Clause, Finding, Link, Span, TreatyText

_TOKENS = re.compile(r"\s|[^\W_]+|.", re.DOTALL)


class Tracking(StrEnum):
    """What became of a run of words."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"
    MOVED_AWAY = "moved_away"
    MOVED_HERE = "moved_here"


_OF_OLD = frozenset({Tracking.KEPT, Tracking.DELETED, Tracking.MOVED_AWAY})
_OF_NEW = frozenset({Tracking.KEPT, Tracking.INSERTED, Tracking.MOVED_HERE})


@dataclass(frozen=True, slots=True)
class Run:
    """Words with what became of them. A clause with its printed number is a line: runs hold the breaks that end lines."""

    tracking: Tracking
    text: str


def plain_lines(clauses: Iterable[Clause]) -> str:
    """Clauses as a text: each with its printed number on a line of its own."""
    return "".join(f"{_label(clause)}{clause.text}\n" for clause in clauses)


def accepted(runs: Iterable[Run]) -> str:
    """The text with all changes taken: `plain_lines` of the new version."""
    return "".join(run.text for run in runs if run.tracking in _OF_NEW)


def rejected(runs: Iterable[Run]) -> str:
    """The text with all changes refused: `plain_lines` of the earlier version."""
    return "".join(run.text for run in runs if run.tracking in _OF_OLD)


def tracked_changes(old: TreatyText, new: TreatyText, links: Sequence[Link], findings: Sequence[Finding]) -> list[Run]:
    """The runs that lead from one version to the other, in reading order; `findings` are those of the revision.

    Clauses that were moved stand twice, where they were and where they are.
    """
    runs: list[Run] = []
    places = [{clause.id: number for number, clause in enumerate(text.clauses)} for text in (old, new)]
    moved = [{i for link in links if not link.one_sided for i in side(link)} for side in (_left, _right)]
    reached = [0, 0]
    by_link: dict[int, list[Finding]] = {}
    for finding in findings:
        by_link.setdefault(finding.link, []).append(finding)
    for index in _chain(links, places):
        link = links[index]
        starts = places[0][link.left[0]], places[1][link.right[0]]
        runs += _apart(old.clauses[reached[0] : starts[0]], moved[0], Tracking.DELETED, Tracking.MOVED_AWAY)
        runs += _apart(new.clauses[reached[1] : starts[1]], moved[1], Tracking.INSERTED, Tracking.MOVED_HERE)
        reached = [starts[0] + len(link.left), starts[1] + len(link.right)]
        groups = old.clauses[starts[0] : reached[0]], new.clauses[starts[1] : reached[1]]
        runs += _linked(*groups, by_link.get(index, ()))
    runs += _apart(old.clauses[reached[0] :], moved[0], Tracking.DELETED, Tracking.MOVED_AWAY)
    runs += _apart(new.clauses[reached[1] :], moved[1], Tracking.INSERTED, Tracking.MOVED_HERE)
    return _joined(runs)


def _left(link: Link) -> tuple[str, ...]:
    return link.left


def _right(link: Link) -> tuple[str, ...]:
    return link.right


def _label(clause: Clause) -> str:
    return f"{clause.label.printed} " if clause.label else ""


def _chain(links: Sequence[Link], places: Sequence[dict[str, int]]) -> Iterator[int]:
    """The links that stand in the same order in both versions, each of clauses that follow one another."""
    reached = [0, 0]
    for index, link in enumerate(links):
        numbers = [[places[side][i] for i in ids] for side, ids in enumerate((link.left, link.right))]
        if link.moved or not all(map(_is_run, numbers)) or any(of[0] < at for of, at in zip(numbers, reached, strict=True)):
            continue
        reached = [of[-1] + 1 for of in numbers]
        yield index


def _is_run(numbers: Sequence[int]) -> bool:
    return bool(numbers) and all(later == earlier + 1 for earlier, later in pairwise(numbers))


def _apart(clauses: Iterable[Clause], moved: set[str], alone: Tracking, elsewhere: Tracking) -> Iterator[Run]:
    for clause in clauses:
        yield Run(elsewhere if clause.id in moved else alone, plain_lines([clause]))


def _linked(old: Sequence[Clause], new: Sequence[Clause], findings: Sequence[Finding]) -> Iterator[Run]:
    """The runs of clauses that are linked: what the findings name, and whatever else differs between."""
    texts = plain_lines(old), plain_lines(new)
    reached = [0, 0]
    for spans in sorted(_changes(old, new, findings)):
        if spans[0].start < reached[0] or spans[1].start < reached[1]:
            continue
        between = [text[at : span.start] for text, at, span in zip(texts, reached, spans, strict=True)]
        yield from _between(*between)
        yield Run(Tracking.DELETED, spans[0].of(texts[0]))
        yield Run(Tracking.INSERTED, spans[1].of(texts[1]))
        reached = [span.end for span in spans]
    yield from _between(texts[0][reached[0] :], texts[1][reached[1] :])


def _changes(old: Sequence[Clause], new: Sequence[Clause], findings: Sequence[Finding]) -> Iterator[tuple[Span, Span]]:
    """The spans of the hunks in the lines of both groups."""
    starts = _starts(old) | _starts(new)
    for finding in findings:
        if finding.kind not in STRUCTURE_KINDS:
            gap = (finding.gap.clause, Span(finding.gap.offset, finding.gap.offset)) if finding.gap else None
            sides = [(place.clause, place.span) if place else gap for place in (finding.left, finding.right)]
            spans = [span.shifted(starts[clause]) for clause, span in filter(None, sides) if clause in starts]
            if len(spans) == len(sides):
                yield spans[0], spans[1]


def _starts(clauses: Sequence[Clause]) -> dict[str, int]:
    """Where in the lines of the clauses the words of each begin."""
    return {clause.id: len(plain_lines(clauses[:number])) + len(_label(clause)) for number, clause in enumerate(clauses)}


def _between(old: str, new: str) -> Iterator[Run]:
    """What stands between hunks: the same in both versions but for numbers and the ends of lines."""
    mine, theirs = _TOKENS.findall(old), _TOKENS.findall(new)
    for what, i, j, k, m in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if what == "equal":
            yield Run(Tracking.KEPT, "".join(mine[i:j]))
        else:
            yield Run(Tracking.DELETED, "".join(mine[i:j]))
            yield Run(Tracking.INSERTED, "".join(theirs[k:m]))


def _joined(runs: Iterable[Run]) -> list[Run]:
    """The runs without empty ones, neighbours of one kind made one."""
    said = (run for run in runs if run.text)
    return [Run(tracking, "".join(run.text for run in same)) for tracking, same in groupby(said, lambda run: run.tracking)]
