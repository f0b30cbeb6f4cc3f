"""What the window is given from outside: the work it asks for, as small protocols that a test can fake."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from desktop.headless.overview import Overview
from treaty.alignment.agreements import NearClause
from treaty.comparison.rule_choices import RuleOffered
from treaty.comparison.term_book import TermBook
from treaty.model import Link, Relation, SetAside, TreatyText
from treaty.precedents.adding import Added
from treaty.precedents.finding import Answer
from treaty.precedents.library import Agreement
from treaty.progress import Progress
from treaty.reading import Pasted
from treaty.review.pivot import Beside
from treaty.review.report import Report
from treaty.review.review import Edit, Review
from treaty.review.salvage import Salvaged
from treaty.themes.overview import ThemeRow


class Earlier(Protocol):
    """A library of earlier agreements: adds to it, asks it, lists it. Raises ReadingError or WritingError where its file cannot
    be used, Cancelled where `progress` says stop."""

    def add(self, paths: Sequence[Path], progress: Progress = ...) -> Added: ...

    def find(self, asked: str, count: int = ...) -> Answer: ...

    def agreements(self) -> Sequence[Agreement]: ...

    def remove(self, number: int) -> bool: ...

    def close(self) -> None: ...


class Studies(Protocol):
    """Looks at texts without changing a review: what they deal with, how their words are rendered, what is near to what."""

    def read_files(self, files: Sequence[Path | Pasted], progress: Progress, *, first: int = ...) -> list[TreatyText]: ...

    def overview_of(self, texts: Sequence[TreatyText], progress: Progress) -> Overview: ...

    def nearest(self, asked: str, others: Sequence[TreatyText], count: int = ...) -> list[NearClause]: ...

    def align_with(self, pivot: TreatyText, others: Sequence[TreatyText], progress: Progress) -> list[Beside]: ...

    def term_book(self, review: Review, progress: Progress) -> TermBook: ...

    def earlier(self, library: Path) -> Earlier: ...


class Comparer(Studies, Protocol):
    """Reads and compares files, and keeps reviews in files. Long, plain work that knows no window.

    Raises TreatyError where the user can do something about it, and Cancelled where `progress` says stop.
    """

    def compare_files(self, files: Sequence[Path | Pasted], relation: Relation | None, progress: Progress) -> Review: ...

    def compare_texts(self, texts: Sequence[TreatyText], relation: Relation | None, progress: Progress) -> Review: ...

    def with_part(self, text: TreatyText, part: SetAside) -> TreatyText: ...

    def take_back(self, review: Review, text_id: str, part: SetAside, progress: Progress) -> Edit: ...

    def set_clause_aside(self, review: Review, text_id: str, clause_id: str, progress: Progress) -> Edit: ...

    def read_as(self, review: Review, text_id: str, file: Path, original: bool, progress: Progress) -> Edit: ...

    def find_themes(self, texts: Sequence[TreatyText], progress: Progress) -> Sequence[ThemeRow]: ...

    def change_text(self, review: Review, text: TreatyText, name: str, progress: Progress) -> Edit: ...

    def link_again(self, review: Review, pinned: Sequence[Link], name: str, progress: Progress) -> Edit: ...

    def exchange(self, review: Review, progress: Progress) -> Edit: ...

    def read_again(self, review: Review, text_ids: Sequence[str], path: Path, progress: Progress) -> Edit: ...

    def rules_offered(self) -> Sequence[RuleOffered]: ...

    def open_review(self, path: Path) -> Review: ...

    def salvage(self, path: Path, progress: Progress) -> Salvaged: ...

    def save_review(self, review: Review, path: Path) -> None: ...


class ReportWriter(Protocol):
    """Writes a report into a file; the name's ending says in which format."""

    def __call__(self, report: Report, path: Path, *, progress: Progress) -> None: ...
