"""The window's part that finds: words in the texts and clauses by number. Connects strip, dialog and table."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.finding_text.clause_address import Address
from desktop.finding_text.find_strip import FindStrip
from desktop.finding_text.jump_dialog import JumpDialog
from desktop.finding_text.text_search import Hit, TextSearch
from desktop.open_review.review_controller import ReviewController
from desktop.side_by_side.highlights import by_clause
from desktop.window.actions import Actions
from desktop.window.review_page import ReviewPage
from resources.wording_table import Wording

OF_OPEN_REVIEW = ("find", "find_next", "find_previous", "jump")


class Finder(QObject):
    """Keeps the places that were found, and which of them the reader is at."""

    def __init__(
        self, words: Wording, controller: ReviewController, actions: Actions, page: ReviewPage, strip: FindStrip,
        jump: JumpDialog,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._words, self._controller, self._page = words, controller, page
        self._strip, self.jump = strip, jump
        self._search = TextSearch()
        self.hits: list[Hit] = []
        self._at = -1
        self._actions = actions
        actions["find_next"].triggered.connect(lambda: self._step(1))
        actions["find_previous"].triggered.connect(lambda: self._step(-1))
        actions["jump"].triggered.connect(self._ask_where)
        strip.search_wanted.connect(self._find)
        strip.step_wanted.connect(self._step)
        strip.left.connect(page.table.setFocus)
        jump.clause_chosen.connect(self._go_to_clause)
        controller.opened.connect(self._on_opened)
        controller.rows_changed.connect(self._find_again)
        if controller.review:
            self._on_opened()

    def show_state(self) -> None:
        for name in OF_OPEN_REVIEW:
            self._actions[name].setEnabled(self._controller.review is not None)

    def _languages(self) -> list[str]:
        return [self._words(f"language.{text.language}") for text in self._controller.texts]

    def _on_opened(self) -> None:
        self._search.forget()
        self._strip.offer_columns(self._languages())
        self._find()

    def _find(self) -> None:
        """Looks for what is typed, and goes to the first place from the reader's row on."""
        self.hits = self._search.hits(self._controller.rows, self._strip.words, self._strip.column)
        here = self._page.reader_row
        self._at = next((place for place, hit in enumerate(self.hits) if hit.row >= here), 0) if self.hits else -1
        self._show()

    def _find_again(self) -> None:
        """Looks again after the rows have changed, and leaves the page where it is."""
        self.hits = self._search.hits(self._controller.rows, self._strip.words, self._strip.column)
        self._at = min(self._at, len(self.hits) - 1)
        self._show(go=False)

    def _step(self, step: int) -> None:
        if self.hits:
            self._at = (self._at + step) % len(self.hits)
            self._show()

    def _show(self, *, go: bool = True) -> None:
        self._strip.show_count(self._at + 1, len(self.hits))
        current = self.hits[self._at] if self.hits and self._at >= 0 else None
        chosen = (current.clause, current.span) if current else None
        self._page.table.highlight(found=by_clause((hit.clause, hit.span) for hit in self.hits), chosen=chosen)
        if current and go:
            self._page.go_to(current.row, current.column)

    def _ask_where(self) -> None:
        self.jump.ask(self._controller.rows, self._languages())

    def _go_to_clause(self, address: Address) -> None:
        self._page.go_to(address.row, address.column)
        self._page.table.setFocus()
