"""What is left out of the comparison: page furniture, publication notes, and paragraphs that a page repeats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from treaty.model import SetAside, SetAsideReason
from treaty.progress import Progress, SilentProgress
from treaty.reading.document import Line
from treaty.reading.numbering import Rank, label_readings
from treaty.reading.rules import Extent, ReadingRules
from treaty.reading.versions import Version
from treaty.reading.watching import watched

_LEAST_REPEATED_CHARACTERS = 200
"""A page repeats itself in runs of lines. One clause that stands twice in an agreement is compared."""
_NOTE_WITHIN = 15
"""A rule that sets aside everything before a line holds only within the first 15 lines."""


def without_set_aside(version: Version, rules: ReadingRules, progress: Progress = SilentProgress()) -> Version:
    """The version with what the rules and its own repetitions set aside moved out of its lines."""
    reasons = _by_rules(version.lines, rules, progress)
    kept = [index for index in range(len(version.lines)) if index not in reasons]
    reasons |= {kept[index]: SetAsideReason.REPEATED for index in _repeated([version.lines[index] for index in kept], progress)}
    aside = [SetAside(version.lines[i].text, reason, version.lines[i].source) for i, reason in sorted(reasons.items())]
    lines = tuple(line for index, line in enumerate(version.lines) if index not in reasons)
    return replace(version, lines=lines, set_aside=(*version.set_aside, *aside))


def _by_rules(lines: Sequence[Line], rules: ReadingRules, progress: Progress) -> dict[int, SetAsideReason]:
    reasons: dict[int, SetAsideReason] = {}
    for index, line in enumerate(watched(lines, progress)):
        for rule in rules.set_aside:
            if not rule.pattern.fullmatch(line.text):
                continue
            for place in _extent(rule.extent, index, len(lines)):
                reasons.setdefault(place, rule.reason)
    return reasons


def _extent(extent: Extent, index: int, count: int) -> range:
    if extent is Extent.BEFORE:
        return range(index + 1) if index < _NOTE_WITHIN else range(0)
    return range(index, count) if extent is Extent.AFTER else range(index, index + 1)


def _repeated(lines: Sequence[Line], progress: Progress) -> set[int]:
    """The lines of every run that repeats earlier lines in their order; lines may be missing from the repetition."""
    first: dict[str, int] = {}
    repeated: set[int] = set()
    run: list[int] = []
    previous = -1
    for index, line in enumerate(watched(lines, progress)):
        earlier = first.setdefault(line.text, index)
        repeats = earlier < index and not _numbered(line)
        if not (repeats and earlier > previous):
            repeated |= _long_enough(run, lines)
            run = []
        if repeats:
            run.append(index)
        previous = earlier if repeats else -1
    return repeated | _long_enough(run, lines)


def _numbered(line: Line) -> bool:
    """Whether a line has a number of its own: numbered clauses are never taken for repetitions."""
    return any(reading.scheme.rank is not Rank.BULLET for reading in label_readings(line.text))


def _long_enough(run: Sequence[int], lines: Sequence[Line]) -> set[int]:
    characters = sum(len(lines[index].text) for index in run)
    return set(run) if len(run) > 1 and characters >= _LEAST_REPEATED_CHARACTERS else set()
