"""The language versions that one file holds, and the parts of it that belong to none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from treaty.language.script import language_of
from treaty.model import Language, SetAside, SetAsideReason
from treaty.reading.document import READ_ROLES, Line
from treaty.reading.pieces import heading_like
from treaty.reading.rules import ReadingRules
from treaty.reading.two_columns import columns_of

_LEAST_LINES = 2
_LEAST_SHARE = 0.12
"""A second language counts as a version of its own from two lines and 12 % of the characters on; less is a citation."""
_MOST_STRAYS = 0.1
"""Where more than 10 % of the characters would stand on the wrong side of every cut, the languages alternate line by line."""


@dataclass(frozen=True, slots=True)
class Version:
    """The lines of one language version, in order, with what the file calls it and what was set aside beside it."""

    language: Language
    label: str
    lines: tuple[Line, ...]
    set_aside: tuple[SetAside, ...] = ()


def versions_of(lines: Sequence[Line], rules: ReadingRules) -> list[Version]:
    """The language versions among the lines of a file, in the order in which they begin.

    Versions are told apart by lines that announce them, else by where the language changes. What stands before the first
    announced version is the press lead, if it is more than a title.
    """
    read = [line for line in lines if line.role in READ_ROLES]
    first, *others = _told_apart(read, rules)
    aside = [SetAside(line.text, SetAsideReason(line.role), line.source) for line in lines if line.role not in READ_ROLES]
    return [replace(first, set_aside=(*aside, *first.set_aside)), *others]


def _told_apart(lines: Sequence[Line], rules: ReadingRules) -> list[Version]:
    if parts := columns_of(lines):
        return [Version(language, "", tuple(part)) for language, part in parts]
    announced = [index for index, line in enumerate(lines) if rules.announces_version(line.text)]
    if not announced or _only_names_the_whole(lines, announced):
        return _by_language(lines, rules)
    ends = [*announced[1:], len(lines)]
    versions = [_announced(lines[start], lines[start + 1 : end]) for start, end in zip(announced, ends, strict=True)]
    filled = [version for version in versions if version.lines]
    if not filled:
        return _by_language(lines, rules)
    lead = [SetAside(line.text, SetAsideReason.PRESS_LEAD, line.source) for line in lines[: announced[0]]]
    empty = [part for version in versions if not version.lines for part in version.set_aside]
    first, *others = filled
    return [replace(first, set_aside=(*lead, *empty, *first.set_aside)), *others]


def _only_names_the_whole(lines: Sequence[Line], announced: Sequence[int]) -> bool:
    """Whether the one announcement stands under the title, as "(Unofficial translation)" does: then nothing is a lead."""
    before = lines[: announced[0]]
    return len(announced) == 1 and len(before) <= 3 and all(heading_like(line.text, line.language) for line in before)


def _announced(marker: Line, lines: Sequence[Line]) -> Version:
    aside = SetAside(marker.text, SetAsideReason.VERSION_MARKER, marker.source)
    return Version(_language_of_lines(lines) or Language.KOREAN, _bare(marker), tuple(lines), (aside,))


def _bare(marker: Line) -> str:
    """What a marker line calls the version, without brackets and ornaments."""
    return " ".join(re.sub(r"^[\W_]+|[\W_]+$", "", marker.text).split())


def _by_language(lines: Sequence[Line], rules: ReadingRules) -> list[Version]:
    """Versions told apart by their language alone; a marker among the lines is set aside."""
    markers = [line for line in lines if rules.announces_version(line.text)]
    words = [line for line in lines if not rules.announces_version(line.text)]
    aside = tuple(SetAside(line.text, SetAsideReason.VERSION_MARKER, line.source) for line in markers)
    label = _bare(markers[0]) if markers else ""
    parts = _cut_by_language(words)
    return [
        Version(language, label if number == 0 else "", tuple(part), aside if number == 0 else ())
        for number, (language, part) in enumerate(parts)
    ]


def _cut_by_language(lines: Sequence[Line]) -> list[tuple[Language, list[Line]]]:
    whole = _language_of_lines(lines) or Language.KOREAN
    if not _holds_both(lines):
        return [(whole, list(lines))]
    cut, strays = _best_cut(lines)
    if strays <= _MOST_STRAYS * sum(len(line.text) for line in lines):
        parts = [list(lines[:cut]), list(lines[cut:])]
        return [(_language_of_lines(part) or whole, part) for part in parts]
    return _alternating(lines)


def _holds_both(lines: Sequence[Line]) -> bool:
    total = sum(len(line.text) for line in lines)
    for language in Language:
        own = [line for line in lines if line.language is language]
        if len(own) < _LEAST_LINES or sum(len(line.text) for line in own) < _LEAST_SHARE * total:
            return False
    return True


def _best_cut(lines: Sequence[Line]) -> tuple[int, int]:
    """The line at which to cut so that the fewest characters stand with the other language, and how many those are."""
    weights = {language: [len(line.text) * (line.language is language) for line in lines] for language in Language}
    best = (len(lines), sum(len(line.text) for line in lines))
    for before, after in ((Language.KOREAN, Language.ENGLISH), (Language.ENGLISH, Language.KOREAN)):
        strays = sum(weights[before])
        for cut in range(len(lines)):
            if strays < best[1]:
                best = (cut, strays)
            strays += weights[after][cut] - weights[before][cut]
    return best


def _alternating(lines: Sequence[Line]) -> list[tuple[Language, list[Line]]]:
    parts: dict[Language, list[Line]] = {}
    current = next(line.language for line in lines if line.language)
    for line in lines:
        current = line.language or current
        parts.setdefault(current, []).append(line)
    return list(parts.items())


def _language_of_lines(lines: Sequence[Line]) -> Language | None:
    return language_of(" ".join(line.text for line in lines))
