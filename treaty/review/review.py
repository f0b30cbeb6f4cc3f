"""The review: texts, their comparisons, and everything the reviewer decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from treaty.alignment.likeness import hardly_alike
from treaty.model import Finding, Link, Relation, Severity, TreatyText


class Verdict(StrEnum):
    """What the reviewer decided on a finding."""

    ERROR = "error"
    ACCEPTED_DIFFERENCE = "accepted_difference"
    QUERY = "query"
    FALSE_ALARM = "false_alarm"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A reviewer's verdict on one finding (None while it is open) and the note beside it."""

    verdict: Verdict | None = None
    note: str = ""


OPEN = Judgement()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts of a review, by id, with the links between their clauses and the findings on those links.

    `likeness` is the share of the shorter text's clauses, 0 to 1, that mean the same as one of the other text.
    """

    left: str
    right: str
    relation: Relation
    links: tuple[Link, ...]
    findings: tuple[Finding, ...]
    likeness: float = 1.0

    @property
    def hardly_alike(self) -> bool:
        """Whether the two texts hardly share anything, so that one of them may be the wrong file."""
        return hardly_alike(self.likeness, self.relation)


@dataclass(frozen=True, slots=True)
class Changes:
    """What an edit touched, so that views refresh only that."""

    findings: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()


class Edit(Protocol):
    """A reviewer's action as a value: it can carry itself out on a review and knows the edit that takes it back.

    `name` is the key of its name in the wording table, for the menu's "Undo …".
    """

    @property
    def name(self) -> str: ...

    def inverse(self, review: Review) -> Edit: ...

    def carry_out(self, review: Review) -> Changes: ...


@dataclass
class Review:
    """The texts, what was computed on them, and the judgements of the reviewer. Changed by `apply` alone."""

    texts: tuple[TreatyText, ...]
    comparisons: tuple[Comparison, ...]
    _judgements: dict[str, Judgement] = field(default_factory=dict)

    def apply(self, edit: Edit) -> Changes:
        """Carries out an edit and says what it changed."""
        return edit.carry_out(self)

    @property
    def judgements(self) -> Mapping[str, Judgement]:
        """The findings that were judged or annotated, by id; all others are open."""
        return MappingProxyType(self._judgements)

    def judgement(self, finding_id: str) -> Judgement:
        return self._judgements.get(finding_id, OPEN)

    def judge(self, finding_id: str, judgement: Judgement) -> None:
        """Replaces a finding's judgement; called by edits."""
        if judgement == OPEN:
            self._judgements.pop(finding_id, None)
        else:
            self._judgements[finding_id] = judgement

    def replace_text(self, text: TreatyText, comparisons: tuple[Comparison, ...]) -> None:
        """Puts a text and the comparisons made with it in place of those before; called by edits."""
        self.texts = tuple(text if other.id == text.id else other for other in self.texts)
        self.comparisons = comparisons

    def text(self, text_id: str) -> TreatyText:
        return next(text for text in self.texts if text.id == text_id)

    def findings(self) -> Iterator[Finding]:
        for comparison in self.comparisons:
            yield from comparison.findings


def numbered(findings: Sequence[Finding]) -> dict[str, int]:
    """The number that each finding keeps in the window, on paper and in every export, by finding id.

    Findings of the default level are numbered in reading order; those of severity INFO, which are hidden by default,
    come after them, so that hiding them leaves no gaps.
    """
    shown = [finding for finding in findings if finding.severity is not Severity.INFO]
    hidden = [finding for finding in findings if finding.severity is Severity.INFO]
    return {finding.id: number for number, finding in enumerate(shown + hidden, start=1)}
