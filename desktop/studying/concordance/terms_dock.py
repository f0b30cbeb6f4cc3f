"""The concordance dock: the terms of both texts with what renders them, and every place of the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QWidget

from desktop.background.jobs import Jobs
from desktop.headless.protocols import Studies
from desktop.look import Look, font
from desktop.open_review.review_controller import ReviewController
from desktop.studying.concordance.term_lines import TermLine, place_lines, renderings_of, term_lines
from desktop.studying.passages.passage_list import PassageList
from desktop.studying.passages.titled_passages import TitledPassages
from desktop.widgets.dock import Dock
from desktop.widgets.page_parts import column, label
from desktop.widgets.strips import JobStrip
from resources.wording_table import Wording
from treaty.comparison.concordance import Concordance
from treaty.comparison.term_book import TermBook
from treaty.progress import Progress


class TermsDock(Dock):
    """`clause_wanted` carries a clause to be gone to; `failed` what went wrong."""

    clause_wanted = Signal(str)
    failed = Signal(object)

    def __init__(
        self, look: Look, words: Wording, controller: ReviewController, studies: Studies, jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__("terms", look, words, parent)
        self._words, self._controller, self._studies, self._jobs = words, controller, studies, jobs
        self._book: TermBook | None = None
        self._terms: list[Concordance] = []
        self._lines: list[TermLine] = []
        self._wanted = ""
        self.field = QLineEdit(placeholderText=words("terms.ask"), clearButtonEnabled=True)
        self.field.setAccessibleName(words("terms.ask"))
        self.terms = PassageList(look, words("terms.list"))
        self._lower = TitledPassages(look, words("terms.places"))
        self.places = self._lower.list
        self._said = label("", 12.5, "caption")
        self._lay_out()
        self.field.textChanged.connect(self._list_terms)
        self.field.returnPressed.connect(lambda: self.ask(self.field.text()))
        self.terms.selectionModel().currentChanged.connect(self._show_chosen)
        self.places.clause_wanted.connect(self.clause_wanted)
        jobs.ended.connect(self._list_terms)
        for signal in (controller.opened, controller.rows_changed):
            signal.connect(self._start_over)

    def ask(self, term: str) -> None:
        """Shows every place of a term, in whichever language it is written."""
        self._wanted = " ".join(term.split())
        self.field.setText(self._wanted)
        if self._book is None:
            self._read()
        elif self._wanted:
            found = self._book.of(self._wanted)
            self._show_places(found[0] if found else None)

    def showEvent(self, event: QShowEvent) -> None:
        self._read()
        super().showEvent(event)

    def _start_over(self) -> None:
        self._book, self._terms = None, []
        self._list_terms()
        self._show_places(None)
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        """Indexes the words of the review, unless they are or are being indexed."""
        review = self._controller.review
        if review is None or self._book or self._jobs.running:
            return
        copy = review.copy()

        def work(progress: Progress) -> tuple[TermBook, list[Concordance]]:
            book = self._studies.term_book(copy, progress)
            return book, book.all()

        self._said.setText(self._words("terms.being_read"))
        self._jobs.run(work, self._keep, self.failed.emit)

    def _keep(self, made: tuple[TermBook, list[Concordance]]) -> None:
        self._book, self._terms = made
        self._list_terms()
        if self._wanted:
            self.ask(self._wanted)

    def _list_terms(self) -> None:
        """Lists the terms that what was typed stands in, or in whose renderings it stands."""
        typed = self.field.text().strip().casefold()
        fitting = [
            term
            for term in self._terms
            if typed in term.term.casefold() or any(typed in one.word.casefold() for one in term.renderings)
        ]
        self._lines = term_lines(fitting, self._words)
        self.terms.passages.show([each.line for each in self._lines])
        self._said.setText(self._words(self._hint(bool(typed), bool(fitting))))

    def _hint(self, typed: bool, fitting: bool) -> str:
        if self._book is None:
            return "terms.not_read"
        if self._book.index is None:
            return "terms.one_language"
        if fitting:
            return "terms.hint"
        return "terms.press_enter" if typed else "terms.none"

    def _show_chosen(self, index: QModelIndex) -> None:
        term = self._lines[index.row()].term if index.isValid() else None
        if term:
            self._show_places(term)

    def _show_places(self, term: Concordance | None) -> None:
        if term is None or self._controller.review is None:
            asked = self._wanted and self._book and self._book.index
            self._lower.show_lines(self._words("terms.nowhere", term=self._wanted) if asked else "", ())
            return
        clauses = {clause.id: clause for text in self._controller.review.texts for clause in text.clauses}
        lines = place_lines(term, clauses, self._words)
        self._lower.show_lines(f"{term.term}: {renderings_of(term, self._words)}", lines)

    def _lay_out(self) -> None:
        whole, lines = column("panel", (0, 0, 0, 0), 0)
        upper, above = column("panel", (12, 10, 12, 6), 6)
        self.field.setFont(font(12.5))
        self.field.setFixedHeight(30)
        above.addWidget(self.field)
        above.addWidget(self._said)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.terms)
        split.addWidget(self._lower)
        lines.addWidget(upper)
        lines.addWidget(JobStrip(self._words, self._jobs))
        lines.addWidget(split, 1)
        whole.setMinimumWidth(290)
        self.setWidget(whole)
