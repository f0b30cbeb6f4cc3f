"""The window's part that studies: themes, terms and precedents, from what the reader is at and back to the clauses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMainWindow

from desktop.look import Look
from desktop.operations.desk import Desk
from desktop.program import Program
from desktop.side_by_side.reading_place import ReadingPlace
from desktop.studying.agreements.agreements_dialog import AgreementsDialog
from desktop.studying.concordance.terms_dock import TermsDock
from desktop.studying.precedents.precedents_dock import PrecedentsDock
from desktop.studying.themes.behind import nearest_passages
from desktop.studying.themes.themes_dock import ThemesDock
from desktop.traces.settings import Settings
from desktop.widgets.dock import Dock
from desktop.window.actions import Actions
from desktop.window.review_page import ReviewPage
from resources.wording_table import Wording
from treaty.alignment.agreements import NearClause
from treaty.errors import ReadingError

OF_CLAUSE = ("find_precedents", "nearest_clauses", "concordance")


class StudyPanels:
    """The docks and the dialog that study texts, with what they share."""

    def __init__(self, look: Look, words: Wording, program: Program, parent: QMainWindow) -> None:
        controller, comparer, settings, errands = program.controller, program.comparer, program.settings, program.errands
        self.study = program.study
        self.earlier = comparer.earlier(settings.library)
        self.themes = ThemesDock(look, words, self.study, parent)
        self.terms = TermsDock(look, words, controller, comparer, errands.terms, parent)
        self.precedents = PrecedentsDock(look, words, self.earlier, errands.precedents, parent)
        self.agreements = AgreementsDialog(look, words, self.study, settings.reading_type, parent)

    @property
    def docks(self) -> dict[str, Dock]:
        """The docks by the name of the action that shows them."""
        return {"themes_dock": self.themes, "terms_dock": self.terms, "precedents_dock": self.precedents}

    def close(self) -> None:
        """Lets the library's file go."""
        self.earlier.close()


class Studying(QObject):
    """Connects the panels with the table and with the user's questions."""

    def __init__(
        self, desk: Desk, actions: Actions, page: ReviewPage, place: ReadingPlace, panels: StudyPanels, settings: Settings
    ) -> None:
        super().__init__(page)
        self._desk, self._actions, self._page, self._place = desk, actions, page, place
        self.panels, self._settings = panels, settings
        for name, act in self._handlers().items():
            actions[name].triggered.connect(act)
        for panel in (panels.themes.panel, panels.agreements.panel):
            panel.add_wanted.connect(self._add_agreements)
            panel.clause_wanted.connect(self._go_to)
        panels.themes.wide_wanted.connect(actions["agreements"].trigger)
        panels.terms.clause_wanted.connect(self._go_to)
        panels.precedents.files_wanted.connect(lambda: panels.precedents.add(desk.questions.files_to_open()))
        panels.precedents.folder_wanted.connect(self._add_folder)
        panels.precedents.refused.connect(self._list_refused)
        for failing in (panels.study, panels.terms, panels.precedents):
            failing.failed.connect(self._tell_error)

    def show_state(self) -> None:
        """Says what can be done now."""
        for name in OF_CLAUSE:
            self._actions[name].setEnabled(self._desk.controller.review is not None)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "agreements": self._show_agreements,
            "find_precedents": lambda: self._ask("precedents_dock", self.panels.precedents.ask, whole=True),
            "concordance": lambda: self._ask("terms_dock", self.panels.terms.ask, whole=False),
            "nearest_clauses": self._find_nearest,
        }

    def _tell_error(self, error: Exception) -> None:
        self._desk.tell_error(error)

    def _show_agreements(self) -> None:
        self.panels.agreements.show()
        self.panels.agreements.activateWindow()

    def _ask(self, dock: str, ask: Callable[[str], None], *, whole: bool) -> None:
        """Asks a panel for the words that are selected; where none are, for the clause's if `whole`, else for none."""
        self._actions[dock].setChecked(True)
        self.panels.docks[dock].raise_()
        chosen = self._place.words
        selected = chosen.span.of(chosen.clause.text) if chosen else ""
        if not selected and whole:
            selected = " ".join(clause.text for clause in self._place.clauses[:1])
        if selected:
            ask(selected)
        elif whole:
            self._desk.say(self._desk.words("message.no_clause_chosen"))
        else:
            self.panels.terms.field.setFocus()

    def _find_nearest(self) -> None:
        clause = next(iter(self._place.clauses), None)
        if clause is None:
            self._desk.say(self._desk.words("message.no_clause_chosen"))
            return
        self._actions["themes_dock"].setChecked(True)
        self.panels.themes.raise_()
        self.panels.study.find_nearest(clause.clause, partial(self._show_nearest, clause.path))

    def _show_nearest(self, path: str, found: Sequence[NearClause]) -> None:
        words, study = self._desk.words, self.panels.study
        title = words("themes.nearest_to", path=path)
        self.panels.themes.panel.show_passages(title, list(nearest_passages(found, study.texts, words)))

    def _go_to(self, clause: str) -> None:
        """Brings a clause into sight in the table, if it is one of those compared there."""
        controller = self._desk.controller
        row = controller.shown.row_of_clause(clause) if controller.review else None
        if row is None:
            self._desk.say(self._desk.words("message.not_in_table"))
            return
        column = [text.id for text in controller.texts].index(controller.text_of(clause).id)
        self._page.go_to(row, column + 1)

    def _add_agreements(self) -> None:
        self.panels.study.add(self._desk.questions.files_to_open())

    def _add_folder(self) -> None:
        title = self._desk.words("precedents.add_folder")
        folder = QFileDialog.getExistingDirectory(self.panels.precedents, title, self._settings.last_folder)
        if folder:
            self._settings.last_folder = folder
            self.panels.precedents.add([Path(folder)])

    def _list_refused(self, errors: Sequence[ReadingError]) -> None:
        words = self._desk.words
        entries = [(words("precedents.refused"), words(f"errors.{error.code}", **error.places)) for error in errors]
        self._desk.questions.show_list(words("precedents.refused"), entries)
