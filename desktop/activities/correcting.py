"""The window's part that corrects: links of rows, and how texts are cut. Connects its actions with what they do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint

from desktop.operations import linking, reviewing, texts
from desktop.operations.desk import Desk
from desktop.side_by_side.cell_frame import CellFrame
from desktop.side_by_side.clause_drag import ClauseDrag
from desktop.side_by_side.doubtful_links import is_question, needs_a_look
from desktop.side_by_side.reading_place import ReadingPlace
from desktop.side_by_side.row_menu import clause_menu, kind_menu, question_menu, row_menu, split_menu
from desktop.side_by_side.rows_model import LINK_COLUMN
from desktop.window.actions import Actions
from desktop.window.review_page import ReviewPage
from treaty.review.rows import CellClause, Row

LINK_ACTIONS = (
    "confirm_link", "release_link", "link", "unlink", "merge_rows", "split_row", "move_up", "move_down", "swap_columns",
)  # fmt: skip
CLAUSE_ACTIONS = ("split_clause", "join_clauses", "set_label", "set_kind", "set_clause_aside")


class Correcting(QObject):
    """Acts on the chosen rows, on the active cell, and on the clause that the reader is at."""

    def __init__(self, desk: Desk, actions: Actions, page: ReviewPage, place: ReadingPlace) -> None:
        super().__init__(page)
        self._desk, self._actions, self._page, self._place = desk, actions, page, place
        self._taken: tuple[CellClause, ...] = ()
        self._taken_column = 0
        self._frame = CellFrame(page.table)
        self._drag = ClauseDrag(page.table, page.model, CellFrame(page.table, desk.words("window.drop_here")))
        self._drag.dropped.connect(self._move)
        for name, act in self._handlers().items():
            actions[name].triggered.connect(act)
        page.table.menu_wanted.connect(self._show_row_menu)
        page.table.link_clicked.connect(self._ask_about_link)
        for signal in (page.model.modelReset, desk.controller.rows_changed):
            signal.connect(self._let_go)

    def show_state(self) -> None:
        """Shows what can be done now: one change at a time."""
        is_open = self._desk.controller.review is not None
        for name in (*LINK_ACTIONS, *CLAUSE_ACTIONS):
            self._actions[name].setEnabled(is_open and not self._desk.jobs.running)
        if self._desk.controller.read_only:
            self._actions["set_label"].setEnabled(False)
        for name in ("next_unlinked", "previous_unlinked"):
            self._actions[name].setEnabled(is_open)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        desk = self._desk
        return {
            "next_unlinked": partial(self._go_to_unlinked, 1),
            "previous_unlinked": partial(self._go_to_unlinked, -1),
            "confirm_link": lambda: self._on_row(lambda row: linking.confirm(desk, row.link)),
            "release_link": lambda: self._on_row(lambda row: linking.release(desk, row.link)),
            "link": self._link,
            "unlink": lambda: self._on_row(lambda row: linking.unlink(desk, row.link)),
            "merge_rows": self._merge,
            "split_row": lambda: self._on_row(self._split_row),
            "move_up": partial(self._move_active, -1),
            "move_down": partial(self._move_active, 1),
            "swap_columns": lambda: linking.exchange(desk),
            "split_clause": self._split_clause,
            "join_clauses": self._join_clauses,
            "set_label": lambda: self._on_clause(lambda clause: texts.set_label(desk, self._text, clause)),
            "set_kind": lambda: self._on_clause(self._choose_kind),
            "set_clause_aside": lambda: self._on_clause(lambda clause: texts.set_clause_aside(desk, self._text, clause)),
        }

    @property
    def _text(self) -> str:
        return self._page.model.text(self._page.table.active_column).id

    def _on_row(self, act: Callable[[Row], object]) -> None:
        index = self._page.table.currentIndex()
        if index.isValid():
            act(self._page.model.row(index.row()))

    def _on_clause(self, act: Callable[[str], object]) -> None:
        """Does something with the active clause; of several in the cell, the user says which."""
        table = self._page.table
        match self._place.clauses:
            case ():
                self._desk.say(self._desk.words("message.no_clause_chosen"))
            case (clause,):
                act(clause.clause)
            case several:
                clause_menu(several, act, table).popup(table.active_point)

    def _go_to_unlinked(self, step: int) -> None:
        row = reviewing.next_row(self._desk, step, self._page.reader_row, needs_a_look, "message.all_linked")
        if row is not None:
            self._page.go_to(row)

    def _link(self) -> None:
        """Links what the chosen rows hold; with one row chosen takes its active cell first, and links it the second time."""
        table = self._page.table
        rows = table.chosen_rows
        if len(rows) > 1:
            linking.link(self._desk, _clauses_of(rows))
        elif self._taken and table.active_column != self._taken_column and table.active_clauses:
            linking.link(self._desk, [clause.clause for clause in (*self._taken, *self._place.clauses)])
        elif table.active_clauses:
            self._take()
        else:
            self._desk.say(self._desk.words("message.no_clause_chosen"))

    def _take(self) -> None:
        table = self._page.table
        self._taken, self._taken_column = self._place.clauses, table.active_column
        self._frame.put_on(table.currentIndex().row(), self._taken_column)
        self._desk.say(self._desk.words("message.taken", path=self._taken[0].path))

    def _let_go(self) -> None:
        self._taken = ()
        self._frame.take_off()

    def _merge(self) -> None:
        """Makes the chosen rows one; where one is chosen, that and the next."""
        rows = self._page.table.chosen_rows
        if len(rows) == 1:
            behind = self._page.table.currentIndex().row() + 1
            rows += [self._page.model.row(behind)] if behind < self._page.model.rowCount() else []
        if len(rows) > 1:
            linking.link(self._desk, _clauses_of(rows), "edit.merge_rows")

    def _split_row(self, row: Row) -> None:
        found = self._desk.controller.comparison.links[row.link]
        splits = linking.possible_splits(found)
        if len(splits) == 0 or len(found.left) + len(found.right) == 2:
            self._desk.say(self._desk.words("message.nothing_to_split"))
        else:
            act = partial(linking.split, self._desk, row.link)
            split_menu(self._desk.words, row, splits, act, self._page.table).popup(self._page.table.active_point)

    def _move_active(self, step: int) -> None:
        """Moves the last clause of the active cell to the row below, or the first to the row above."""
        clauses = self._place.clauses
        target = self._page.table.currentIndex().row() + step
        if clauses and 0 <= target < self._page.model.rowCount():
            self._move(clauses[-1 if step > 0 else 0].clause, target)

    def _move(self, clause: str, target: int) -> None:
        """Puts a clause into the link of a shown row."""
        linking.link(self._desk, {clause, *_clauses_of([self._page.model.row(target)])}, "edit.move")

    def _split_clause(self) -> None:
        words = self._place.words
        if words and 0 < words.caret < len(words.clause.text) and words.clause.text[: words.caret].strip():
            texts.split_clause(self._desk, self._text, words.clause.clause, words.caret)
        else:
            self._page.table.edit(self._page.table.currentIndex())
            self._desk.say(self._desk.words("message.put_caret"))

    def _join_clauses(self) -> None:
        """Joins the active clause with the next; of several in a cell the first, which is followed by the others."""
        if clause := next(iter(self._place.clauses), None):
            texts.join_clauses(self._desk, self._text, clause.clause)
        else:
            self._desk.say(self._desk.words("message.no_clause_chosen"))

    def _choose_kind(self, clause: str) -> None:
        kind = self._desk.controller.text_of(clause).clause(clause).kind
        act = partial(texts.set_kind, self._desk, self._text, clause)
        kind_menu(self._desk.words, kind, act, self._page.table).popup(self._page.table.active_point)

    def _ask_about_link(self, place: int, point: QPoint) -> None:
        """An unsure link is a question: is it right?"""
        row = self._page.model.row(place)
        if is_question(row):
            question_menu(self._desk.words, self._actions, self._page.table).popup(point)

    def _show_row_menu(self, point: QPoint, clauses: Sequence[CellClause]) -> None:
        if len(clauses) == 1:
            self._place.mean(clauses[0])
        on_text = self._page.table.currentIndex().column() != LINK_COLUMN
        row_menu(self._desk.words, self._actions, on_text, self._page.table).popup(point)


def _clauses_of(rows: Sequence[Row]) -> list[str]:
    return [clause.clause for row in rows for cell in row.cells for clause in cell.clauses]
