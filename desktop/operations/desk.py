"""What the user's actions work with: the review, the work that can be asked for, and the ways to ask and tell the user."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop.background.jobs import Jobs
from desktop.headless.protocols import Comparer, ReportWriter
from desktop.open_review.review_controller import ReviewController
from resources.wording_table import Wording
from treaty.errors import TreatyError
from treaty.model import MinistryClass, Severity
from treaty.review.lock import Holder
from treaty.review.recovery import Unfinished


@dataclass(frozen=True, slots=True)
class OwnFinding:
    """What the reviewer says of a finding of his own: its kind (a key of FAMILY_OF_KIND), weight, class, and why."""

    kind: str
    severity: Severity
    ministry_class: MinistryClass
    message: str


class Questions(Protocol):
    """What an action asks the user. None, or no files, where the user turned away."""

    def files_to_open(self) -> list[Path]: ...

    def file_to_save(self, proposed: str) -> Path | None: ...

    def file_to_export(self, proposed: str) -> Path | None: ...

    def file_to_read(self) -> Path | None: ...

    def may_recover(self, work: Unfinished) -> bool | None: ...

    def may_discard(self) -> bool | None: ...

    def may_forget(self) -> bool: ...

    def words(self, title: str, about: str, given: str, *, one_line: bool = False) -> str | None: ...

    def own_finding(self, words: str) -> OwnFinding | None: ...

    def show_list(self, title: str, entries: Sequence[tuple[str, str]]) -> None: ...


class Notices(Protocol):
    """Where an action tells what could not be done."""

    def tell(self, sentence: str, action: str = "", act: Callable[[], None] | None = None) -> None: ...

    def clear(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts that operations are handed."""

    words: Wording
    controller: ReviewController
    jobs: Jobs
    comparer: Comparer
    write_report: ReportWriter
    questions: Questions
    notices: Notices
    say: Callable[[str], None]
    other_holder: Callable[[Path], Holder | None] = lambda path: None

    def tell_error(self, error: Exception) -> None:
        """Shows what the user can do about an error. Others than TreatyError are faults of the program: they go on up."""
        if not isinstance(error, TreatyError):
            raise error
        key = f"errors.{error.code}"
        known = key in self.words
        self.notices.tell(self.words(key, **error.places) if known else self.words("message.unknown_error", error=error))
