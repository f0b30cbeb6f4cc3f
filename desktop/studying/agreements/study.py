"""The agreements under study: the texts of the review, and others that are looked at beside it and leave it as it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.background.jobs import Jobs
from desktop.headless.overview import Overview
from desktop.headless.protocols import Studies
from desktop.open_review.review_controller import ReviewController
from treaty.alignment.agreements import NearClause
from treaty.model import TreatyText
from treaty.progress import Progress
from treaty.review.pivot import Beside

_FIRST_ADDED = 1001
"""Texts that are added are numbered from here, so that their clauses' ids are never those of a review."""


class Study(QObject):
    """One for the program: what is under study outlives a window.

    Signals: `changed` says that other texts are under study, or that their overview is there; `failed` carries an error.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, controller: ReviewController, studies: Studies, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller, self._studies, self.jobs = controller, studies, jobs
        self._added: tuple[TreatyText, ...] = ()
        self._next = _FIRST_ADDED
        self._overview: Overview | None = None
        self._waiting: Callable[[], None] | None = None
        # Not at once: what has just ended is told first.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)
        jobs.ended.connect(self._soon.start)
        for signal in (controller.opened, controller.rows_changed):
            signal.connect(self.changed)

    @property
    def texts(self) -> tuple[TreatyText, ...]:
        """Those of the review, then those that were added."""
        review = self._controller.review
        return (*(review.texts if review else ()), *self._added)

    @property
    def added(self) -> tuple[TreatyText, ...]:
        return self._added

    @property
    def overview(self) -> Overview | None:
        """The overview of the texts as they are now; None where it is still to be made."""
        made = self._overview
        fits = made is not None and len(made.texts) == len(self.texts) and all(map(_same, made.texts, self.texts))
        return made if fits else None

    def look(self) -> None:
        """Makes the overview, unless it is there or being made."""
        if self.texts and self.overview is None and not self.jobs.running:
            texts = self.texts
            self.jobs.run(lambda progress: self._studies.overview_of(texts, progress), self._keep, self.failed.emit)

    def add(self, files: Sequence[Path]) -> None:
        """Reads files and takes their texts under study."""
        if files:
            read = partial(self._read, list(files), self._next)
            self.jobs.run(read, self._take, self.failed.emit)

    def remove(self, text_id: str) -> None:
        """Puts away a text that was added."""
        self._added = tuple(text for text in self._added if text.id != text_id)
        self.changed.emit()

    def text_of(self, clause_id: str) -> TreatyText:
        """The text that a clause belongs to."""
        return next(text for text in self.texts if any(clause.id == clause_id for clause in text.clauses))

    def find_nearest(self, clause_id: str, done: Callable[[list[NearClause]], None]) -> None:
        """Looks for the nearest clauses in all other texts under study, when what is being done is done; `done` gets them, the
        nearest first."""
        if self.jobs.running:
            self._waiting = partial(self.find_nearest, clause_id, done)
            return
        here = self.text_of(clause_id)
        asked, others = here.clause(clause_id).text, [text for text in self.texts if text.id != here.id]
        self.jobs.run(lambda progress: self._studies.nearest(asked, others), done, self.failed.emit)

    def align_with(self, pivot: TreatyText, others: Sequence[TreatyText], done: Callable[[list[Beside]], None]) -> None:
        """Links one text with each of some others, when what is being done is done; `done` gets each of these."""
        if self.jobs.running:
            self._waiting = partial(self.align_with, pivot, others, done)
            return
        self.jobs.run(lambda progress: self._studies.align_with(pivot, others, progress), done, self.failed.emit)

    def work_with(self, studies: Studies) -> None:
        """Looks at texts from now on by other rules."""
        self._studies = studies

    def let_go(self) -> None:
        """Stops what is done or waits to be done: the window that asked for it is being replaced."""
        self._waiting = None
        self.jobs.cancel()

    def _read(self, files: Sequence[Path], first: int, progress: Progress) -> list[TreatyText]:
        return self._studies.read_files(files, progress, first=first)

    def _take(self, texts: Sequence[TreatyText]) -> None:
        self._added += tuple(texts)
        self._next += len(texts)
        self.changed.emit()

    def _go_on(self) -> None:
        """Does what waited."""
        if self._waiting and not self.jobs.running:
            waiting, self._waiting = self._waiting, None
            waiting()

    def _keep(self, overview: Overview) -> None:
        self._overview = overview
        self.changed.emit()


def _same(one: TreatyText, other: TreatyText) -> bool:
    return one is other
