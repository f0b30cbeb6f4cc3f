"""Reading documents, looking at them, and comparing them as they were corrected."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.importing.import_dialog import ImportDialog
from desktop.importing.recognised import Recognised, first_guess
from desktop.operations import opening
from desktop.operations.desk import Desk
from treaty.model import TreatyText
from treaty.progress import Progress
from treaty.review.places import set_places
from treaty.review.review import Review


class Importing(QObject):
    """What happens between choosing documents and the review of them."""

    def __init__(self, desk: Desk, dialog: ImportDialog) -> None:
        super().__init__(dialog)
        self._desk, self._dialog = desk, dialog
        self._files: list[Path] = []
        dialog.compare_wanted.connect(self._compare)
        dialog.more_wanted.connect(self._add)

    def begin(self, files: Sequence[Path]) -> None:
        """Reads documents and shows what was recognised in them."""
        self._files = list(files)
        self._desk.notices.clear()

        def work(progress: Progress) -> list[TreatyText]:
            return self._desk.comparer.read_files(self._files, progress)

        self._desk.jobs.run(work, lambda texts: self._dialog.show_recognised(first_guess(texts)), self._desk.tell_error)

    def _add(self) -> None:
        if more := self._desk.questions.files_to_open():
            self.begin(list(dict.fromkeys([*self._files, *more])))

    def _compare(self, now: Recognised) -> None:
        def work(progress: Progress) -> Review:
            review = self._desk.comparer.compare_texts(now.compared, now.relation, progress)
            set_places(review, self._files)
            return review

        self._desk.jobs.run(work, partial(opening.show, self._desk, None), self._desk.tell_error)
