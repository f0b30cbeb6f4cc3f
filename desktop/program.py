"""What outlives a window, since a window is built anew in another language or theme."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.answering.lookup_loader import LookupLoader
from desktop.background.errands import Errands
from desktop.background.jobs import Jobs
from desktop.headless.protocols import Comparer, ReportWriter
from desktop.keeping import Keeping
from desktop.open_review.review_controller import ReviewController
from desktop.operations.desk import Questions
from desktop.studying.agreements.study import Study
from desktop.traces.settings import Settings
from resources.wording_table import Wording

Ask = Callable[[Wording, Settings, QWidget], Questions]
"""Makes the ways in which a window asks its user."""


@dataclass(frozen=True, slots=True)
class Program:
    """What every window is handed: the review on the desk, the work that can be asked for, and what the user has set."""

    settings: Settings
    controller: ReviewController
    jobs: Jobs
    comparer: Comparer
    write_report: ReportWriter
    ask: Ask
    keeping: Keeping
    loader: LookupLoader
    samples: Path
    errands: Errands
    study: Study
