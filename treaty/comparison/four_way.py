"""The four-way check: two versions of an agreement, each in Korean and English. Did one language follow the other?

Clauses are brought together by the two revisions and by the translation of the new texts; what has no new clause, by that
of the earlier texts. Changes of spacing, punctuation and particles do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from treaty.comparison.revisions import LIGHT_RULES, STRUCTURE_KINDS, RevisionRule
from treaty.model import Bilingual, Finding, Language, Link, MarkFamily

_WEAKER = frozenset({RevisionRule.WEAKER, RevisionRule.SOFTER})
_STRONGER = frozenset({RevisionRule.STRONGER, RevisionRule.FIRMER})


class SideChange(StrEnum):
    """What became of a clause in one language; ABSENT where the language has no such clause at all."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    DELETED = "deleted"
    ABSENT = "absent"

    @property
    def counts(self) -> bool:
        return self not in (SideChange.SAME, SideChange.ABSENT)


class Following(StrEnum):
    """Whether the languages changed together."""

    SAME = "same"
    BOTH = "both"
    KOREAN_ALONE = "korean_alone"
    ENGLISH_ALONE = "english_alone"


@dataclass(frozen=True, slots=True)
class Revised:
    """Two versions in one language: their links and the findings on these."""

    links: Sequence[Link]
    findings: Sequence[Finding]

    def change(self, links: Iterable[int]) -> SideChange:
        """What became of the clauses of some links."""
        chosen = [self.links[index] for index in links]
        if not chosen:
            return SideChange.ABSENT
        if not any(link.left for link in chosen):
            return SideChange.ADDED
        if not any(link.right for link in chosen):
            return SideChange.DELETED
        altered = any(link.one_sided for link in chosen) or any(self.counted(links))
        return SideChange.CHANGED if altered else SideChange.SAME

    def counted(self, links: Iterable[int]) -> list[Finding]:
        """The changes of words in some links that count."""
        wanted = frozenset(links)
        findings = (finding for finding in self.findings if finding.link in wanted)
        return [finding for finding in findings if finding.kind not in STRUCTURE_KINDS and finding.rule not in LIGHT_RULES]


@dataclass(frozen=True, slots=True)
class FourWayRow:
    """Clauses of four texts that belong together, as links of the two revisions by index, and what became of them.

    `alike` says whether languages that changed together changed the same figures and promises; None where only one changed or
    none. `korean_values` and `english_values` are the new values that the other language does not have.
    """

    korean: tuple[int, ...]
    english: tuple[int, ...]
    korean_change: SideChange
    english_change: SideChange
    alike: bool | None = None
    korean_values: tuple[Bilingual, ...] = ()
    english_values: tuple[Bilingual, ...] = ()

    @property
    def following(self) -> Following:
        if self.korean_change.counts and self.english_change.counts:
            return Following.BOTH
        if self.korean_change.counts:
            return Following.KOREAN_ALONE
        return Following.ENGLISH_ALONE if self.english_change.counts else Following.SAME


def four_way(
    korean: Revised, english: Revised, new_translation: Sequence[Link], old_translation: Sequence[Link] = ()
) -> list[FourWayRow]:
    """The rows in the order of the Korean texts; what only English has stands behind the clause before it there.

    The translations are links between Korean on the left and English on the right.
    """
    groups = _Groups()
    for index in range(len(korean.links)):
        groups.add((Language.KOREAN, index))
    for index in range(len(english.links)):
        groups.add((Language.ENGLISH, index))
    of_new = [_owners(revised.links, new=True) for revised in (korean, english)]
    of_old = [_owners(revised.links, new=False) for revised in (korean, english)]
    for mine, theirs in _pairs(new_translation, of_new):
        groups.join((Language.KOREAN, mine), (Language.ENGLISH, theirs))
    for mine, theirs in _pairs(old_translation, of_old):
        if not (korean.links[mine].right and english.links[theirs].right):
            groups.join((Language.KOREAN, mine), (Language.ENGLISH, theirs))
    return [_row(korean, english, *sides) for sides in _in_order(groups.all())]


_Node = tuple[Language, int]


class _Groups:
    """Links of both languages that belong together, joined step by step."""

    def __init__(self) -> None:
        self._group: dict[_Node, list[_Node]] = {}

    def add(self, node: _Node) -> None:
        self._group[node] = [node]

    def join(self, one: _Node, other: _Node) -> None:
        mine, theirs = self._group[one], self._group[other]
        if mine is not theirs:
            mine += theirs
            for node in theirs:
                self._group[node] = mine

    def all(self) -> list[list[_Node]]:
        return list({id(group): group for group in self._group.values()}.values())


def _owners(links: Sequence[Link], *, new: bool) -> dict[str, int]:
    """The link that holds each clause of a version."""
    return {clause: index for index, link in enumerate(links) for clause in (link.right if new else link.left)}


def _pairs(translation: Sequence[Link], owners: Sequence[dict[str, int]]) -> Iterator[tuple[int, int]]:
    """The links of both revisions that a translation's links bring together."""
    for link in translation:
        for mine in link.left:
            for theirs in link.right:
                if mine in owners[0] and theirs in owners[1]:
                    yield owners[0][mine], owners[1][theirs]


def _in_order(groups: list[list[_Node]]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The groups in the order of the Korean links, each as the links of both languages."""
    sides = [(_of_language(group, Language.KOREAN), _of_language(group, Language.ENGLISH)) for group in groups]
    ordered = sorted((side for side in sides if side[0]), key=lambda side: side[0][0])
    for alone in sorted((side for side in sides if not side[0]), key=lambda side: side[1][0]):
        before = alone[1][0] - 1
        place = next((number for number, side in enumerate(ordered) if before in side[1]), -1)
        ordered.insert(place + 1, alone)
    return ordered


def _of_language(group: list[_Node], language: Language) -> tuple[int, ...]:
    return tuple(sorted(index for spoken, index in group if spoken is language))


def _row(korean: Revised, english: Revised, mine: tuple[int, ...], theirs: tuple[int, ...]) -> FourWayRow:
    changes = korean.change(mine), english.change(theirs)
    if not all(change.counts for change in changes):
        return FourWayRow(mine, theirs, *changes)
    counted = korean.counted(mine), english.counted(theirs)
    values = [_new_values(findings) for findings in counted]
    own = [{key: value for key, value in values[side].items() if key not in values[1 - side]} for side in (0, 1)]
    alike = changes[0] is changes[1] and not any(own) and _directions(counted[0]) == _directions(counted[1])
    return FourWayRow(mine, theirs, *changes, alike, tuple(own[0].values()), tuple(own[1].values()))


def _new_values(findings: Iterable[Finding]) -> dict[str, Bilingual]:
    """The figures, dates and periods that changed, by what they are now."""
    found = [finding.right.value for finding in findings if finding.right and finding.family is MarkFamily.NUMBERS_AND_TIME]
    return {value.en: value for value in found if value.en}


def _directions(findings: Iterable[Finding]) -> tuple[bool, bool, bool, bool]:
    """Whether something became weaker, stronger, or was turned round, or joined otherwise."""
    rules = {finding.rule for finding in findings}
    kinds = {finding.kind for finding in findings}
    return not rules.isdisjoint(_WEAKER), not rules.isdisjoint(_STRONGER), "negation" in kinds, "and_or" in kinds
