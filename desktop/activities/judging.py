"""The window's part that judges: findings, states of rows, remarks. Connects its actions with what they do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desktop.findings.findings_dock import FindingsDock
from desktop.notes.notes_dock import NotesDock
from desktop.operations import reviewing
from desktop.operations.desk import Desk
from desktop.side_by_side.reading_place import ReadingPlace
from desktop.window.actions import Actions
from desktop.window.review_page import ReviewPage
from treaty.review.review import RowState, Verdict
from treaty.review.rows import Row

VERDICTS = {
    "accept": Verdict.ERROR,
    "dismiss": Verdict.FALSE_ALARM,
    "query": Verdict.QUERY,
    "accept_difference": Verdict.ACCEPTED_DIFFERENCE,
    "reopen": None,
}
STATES = {
    "state_read": RowState.READ,
    "state_agreed": RowState.AGREED,
    "state_to_discuss": RowState.TO_DISCUSS,
    "state_unread": None,
}
OF_CURRENT_FINDING = (*VERDICTS, "note", "dismiss_like")
OF_ROW = (*STATES, "own_finding", "comment", "next_unread", "previous_unread", "next_finding", "previous_finding")
ASKING = ("own_finding", "comment", "dismiss_like")
"""Those that ask for words, which would be lost where nothing can be changed."""


class Judging(QObject):
    """Acts on the current finding, the chosen rows, and the clause and words that the reader is at."""

    def __init__(
        self, desk: Desk, actions: Actions, page: ReviewPage, findings: FindingsDock, notes: NotesDock, place: ReadingPlace
    ) -> None:
        super().__init__(page)
        self._desk, self._actions, self._page, self._findings, self._place = desk, actions, page, findings, place
        for name, verdict in VERDICTS.items():
            actions[name].triggered.connect(partial(reviewing.set_verdict, desk, verdict))
        for name, state in STATES.items():
            actions[name].triggered.connect(partial(self._set_state, state))
        for name, step in (("next", 1), ("previous", -1)):
            actions[f"{name}_finding"].triggered.connect(partial(self._go_to_finding, step))
            actions[f"{name}_unread"].triggered.connect(partial(self._go_to_unread, step))
        actions["note"].triggered.connect(self._write_note)
        desk.controller.current_changed.connect(self._show_card)
        actions["dismiss_like"].triggered.connect(lambda: reviewing.dismiss_all_like(desk))
        actions["own_finding"].triggered.connect(self._add_own_finding)
        actions["comment"].triggered.connect(self._add_comment)
        self._connect_panels(notes)

    def show_state(self) -> None:
        """Shows what can be done now."""
        controller = self._desk.controller
        for name in OF_CURRENT_FINDING:
            self._actions[name].setEnabled(bool(controller.current))
        for name in OF_ROW:
            self._actions[name].setEnabled(controller.review is not None)
        for name in ASKING:
            self._actions[name].setEnabled(self._actions[name].isEnabled() and not controller.read_only)

    def _connect_panels(self, notes: NotesDock) -> None:
        desk, form = self._desk, self._findings.card.form
        form.verdict_given.connect(partial(reviewing.set_verdict, desk))
        form.severity_given.connect(partial(reviewing.set_severity, desk))
        form.class_given.connect(partial(reviewing.set_class, desk))
        form.dismiss_like_wanted.connect(self._actions["dismiss_like"].trigger)
        form.next_wanted.connect(self._actions["next_finding"].trigger)
        form.left.connect(self._page.table.setFocus)
        notes.change_wanted.connect(partial(reviewing.change_comment, desk))
        notes.remove_wanted.connect(partial(reviewing.take_comment_away, desk))
        notes.revoke_wanted.connect(partial(reviewing.revoke_dismissal, desk))
        notes.clause_wanted.connect(self._go_to_clause)

    def _show_card(self, finding: str) -> None:
        """Brings the findings before the comments where both share a place."""
        if finding:
            self._findings.raise_()

    def _write_note(self) -> None:
        self._findings.raise_()
        self._findings.card.note.setFocus()

    def _go_to_finding(self, step: int) -> None:
        reviewing.go_to_open_finding(self._desk, step, self._page.reader_row)

    def _go_to_unread(self, step: int) -> None:
        row = reviewing.next_row(self._desk, step, self._page.reader_row, _is_unread, "message.all_read")
        if row is not None:
            self._page.go_to(row)

    def _go_to_clause(self, clause: str) -> None:
        row = self._desk.controller.shown.row_of_clause(clause)
        if row is not None:
            self._page.go_to(row)

    def _set_state(self, state: RowState | None) -> None:
        reviewing.set_state(self._desk, self._page.table.chosen_rows, state)

    def _add_comment(self) -> None:
        if clause := next(iter(self._place.clauses), None):
            words = self._place.words
            reviewing.add_comment(self._desk, clause, words.span if words and words.span.end > words.span.start else None)
        else:
            self._desk.say(self._desk.words("message.no_clause_chosen"))

    def _add_own_finding(self) -> None:
        table, words = self._page.table, self._place.words
        if clause := next(iter(self._place.clauses), None):
            span = words.span if words and words.span.end > words.span.start else None
            row = self._page.model.row(table.currentIndex().row())
            reviewing.add_own_finding(self._desk, table.active_column, row, clause, span)
        else:
            self._desk.say(self._desk.words("message.no_clause_chosen"))


def _is_unread(row: Row) -> bool:
    return row.state is None
