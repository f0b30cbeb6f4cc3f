"""The review: texts, their comparisons, and everything the reviewer decided."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol, TypeVar

from treaty.alignment.likeness import hardly_alike
from treaty.model import Finding, Link, MinistryClass, Relation, Severity, Span, TreatyText
from treaty.review.journal import JournalEntry

Value = TypeVar("Value")


class Verdict(StrEnum):
    """What the reviewer decided on a finding."""

    ERROR = "error"
    ACCEPTED_DIFFERENCE = "accepted_difference"
    QUERY = "query"
    FALSE_ALARM = "false_alarm"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a reviewer says of one finding: the verdict (None while it is open), a note, and better wording for the faulty side.

    `severity` and `ministry_class` are the reviewer's own, None where those of the finding stand. `author` and `at` (ISO 8601,
    to the second) say who judged last and when; they are empty while nothing was said.
    """

    verdict: Verdict | None = None
    note: str = ""
    suggestion: str = ""
    severity: Severity | None = None
    ministry_class: MinistryClass | None = None
    author: str = ""
    at: str = ""

    @property
    def says_nothing(self) -> bool:
        """Whether the finding is as the program left it, or as it was before what was said of it was taken back."""
        return replace(self, author="", at="") == OPEN


OPEN = Judgement()


class RowState(StrEnum):
    """How far the reviewer is with a row; a row without a state is unread."""

    READ = "read"
    AGREED = "agreed"
    TO_DISCUSS = "to_discuss"


@dataclass(frozen=True, slots=True)
class Comment:
    """A reviewer's remark on a clause, or on the words of it that `span` names."""

    id: str
    clause: str
    text: str
    span: Span | None = None
    author: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A kind of finding that the reviewer does not want to see again: the rule, and the words it was raised on.

    Findings of that rule on the same words get `verdict` when the texts are compared anew.
    """

    id: str
    rule: str
    left: str
    right: str
    verdict: Verdict
    reason: str = ""
    author: str = ""
    at: str = ""

    def covers(self, finding: Finding) -> bool:
        words = [place.text if place else "" for place in (finding.left, finding.right)]
        return finding.rule == self.rule and words == [self.left, self.right]


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
    """What an edit touched, so that views refresh only that: findings, texts, rows (by `row_key`) and clauses, by id."""

    findings: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    rows: frozenset[str] = frozenset()
    clauses: frozenset[str] = frozenset()

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            self.findings | other.findings, self.texts | other.texts, self.rows | other.rows, self.clauses | other.clauses
        )


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
    _states: dict[str, RowState] = field(default_factory=dict)
    _comments: dict[str, Comment] = field(default_factory=dict)
    _dismissals: dict[str, Dismissal] = field(default_factory=dict)
    _places: dict[str, str] = field(default_factory=dict)
    _settings: dict[str, str] = field(default_factory=dict, compare=False)
    _journal: dict[str, JournalEntry] = field(default_factory=dict, compare=False)

    def apply(self, edit: Edit) -> Changes:
        """Carries out an edit and says what it changed."""
        return edit.carry_out(self)

    def copy(self) -> Review:
        """Another review of the same texts with the same decisions, which can be changed apart."""
        return Review(self.texts, self.comparisons).decided_as(self)

    def decided_as(self, other: Review) -> Review:
        """A review of these texts with the decisions of another, which hold wherever their findings, rows and clauses are."""
        return Review(
            self.texts,
            self.comparisons,
            dict(other._judgements),
            dict(other._states),
            dict(other._comments),
            dict(other._dismissals),
            dict(other._places),
            dict(other._settings),
            dict(other._journal),
        )

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

    @property
    def states(self) -> Mapping[str, RowState]:
        """The rows that are no longer unread, by `row_key`."""
        return MappingProxyType(self._states)

    def set_state(self, row: str, state: RowState | None) -> None:
        """Says how far the reviewer is with a row; None: unread. Called by edits."""
        _put(self._states, row, state)

    @property
    def comments(self) -> Mapping[str, Comment]:
        """The reviewers' remarks by id, in the order they were made."""
        return MappingProxyType(self._comments)

    def set_comment(self, comment_id: str, comment: Comment | None) -> None:
        """Writes a remark, or takes it away; called by edits."""
        _put(self._comments, comment_id, comment)

    @property
    def dismissals(self) -> Mapping[str, Dismissal]:
        """The kinds of finding that were dismissed for good, by id."""
        return MappingProxyType(self._dismissals)

    def set_dismissal(self, dismissal_id: str, dismissal: Dismissal | None) -> None:
        """Dismisses a kind of finding, or revokes that; called by edits."""
        _put(self._dismissals, dismissal_id, dismissal)

    @property
    def places(self) -> Mapping[str, str]:
        """Where the files of the texts were read from, by text id: paths, to notice when a file changes."""
        return MappingProxyType(self._places)

    def set_place(self, text_id: str, path: str | None) -> None:
        """Says where a text's file is; None: nowhere known. Called by edits, and once when files are read."""
        _put(self._places, text_id, path)

    @property
    def settings(self) -> Mapping[str, str]:
        """How the review was last shown, by name, for whoever opens it next. No decision of the reviewer's: not undone."""
        return MappingProxyType(self._settings)

    def set_setting(self, name: str, value: str) -> None:
        self._settings[name] = value

    @property
    def journal(self) -> Mapping[str, JournalEntry]:
        """Every step done on the review since it was made, by its number from 1, in order."""
        return MappingProxyType(self._journal)

    def record(self, entry: JournalEntry) -> None:
        """Writes a step into the journal; called by the history."""
        self._journal[str(len(self._journal) + 1)] = entry

    def replace_comparison(self, index: int, comparison: Comparison) -> None:
        """Puts a comparison in place of another; called by edits."""
        self.comparisons = (*self.comparisons[:index], comparison, *self.comparisons[index + 1 :])

    def replace_text(self, text: TreatyText, comparisons: tuple[Comparison, ...]) -> None:
        """Puts a text and the comparisons made with it in place of those before; called by edits."""
        self.texts = tuple(text if other.id == text.id else other for other in self.texts)
        self.comparisons = comparisons

    def text(self, text_id: str) -> TreatyText:
        return next(text for text in self.texts if text.id == text_id)

    def findings(self) -> Iterator[Finding]:
        for comparison in self.comparisons:
            yield from comparison.findings

    def findings_of(self, ids: Collection[str]) -> list[Finding]:
        """The findings with these ids."""
        return [finding for finding in self.findings() if finding.id in ids] if ids else []


OWN_RULE = "own"
"""The rule of the findings that the reviewer has made himself."""


def row_key(link: Link) -> str:
    """What a row is known by when the texts are linked anew: its clauses on both sides."""
    return f"{' '.join(link.left)}|{' '.join(link.right)}"


def clauses_of_row(key: str) -> list[str]:
    """The ids of the clauses that a `row_key` names."""
    return key.replace("|", " ").split()


def _put(values: dict[str, Value], key: str, value: Value | None) -> None:
    if value is None:
        values.pop(key, None)
    else:
        values[key] = value


def numbered(findings: Sequence[Finding]) -> dict[str, int]:
    """The number that each finding keeps in the window, on paper and in every export, by finding id.

    Findings of the default level are numbered in reading order; those of severity INFO, which are hidden by default,
    come after them, so that hiding them leaves no gaps.
    """
    shown = [finding for finding in findings if finding.severity is not Severity.INFO]
    hidden = [finding for finding in findings if finding.severity is Severity.INFO]
    return {finding.id: number for number, finding in enumerate(shown + hidden, start=1)}
