"""The window's part that lights up what answers the word under the pointer, and says why clauses are linked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.answering.lookup_loader import LookupLoader
from desktop.answering.row_counterparts import RowCounterparts, at, in_reading_order
from desktop.answering.why_dialog import WhyDialog
from desktop.open_review.review_controller import ReviewController
from desktop.side_by_side.highlights import by_clause
from desktop.window.actions import Actions
from desktop.window.review_page import ReviewPage
from resources.wording_table import Wording
from treaty.comparison.word_answers import Counterpart, WordPlace
from treaty.model import Language
from treaty.review.rows import Row, RowKind

OF_OPEN_REVIEW = ("why_linked", "next_value", "previous_value")
LONGEST_QUOTED = 40


class Answering(QObject):
    """Follows the pointer in the table; the keyboard goes from value to value of the chosen row. `say` gets what was read."""

    def __init__(
        self, words: Wording, controller: ReviewController, actions: Actions, page: ReviewPage, loader: LookupLoader,
        why: WhyDialog, say: Callable[[str], None],
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._words, self._controller, self._actions, self._page = words, controller, actions, page
        self._loader, self.why, self._say = loader, why, say
        self._rows = RowCounterparts()
        self._shown: Counterpart | None = None
        page.table.word_pointed.connect(self._point)
        page.table.selectionModel().currentRowChanged.connect(lambda: self._show(None, None))
        actions["why_linked"].triggered.connect(self._tell_why)
        actions["next_value"].triggered.connect(lambda: self._step(1))
        actions["previous_value"].triggered.connect(lambda: self._step(-1))

    def show_state(self) -> None:
        for name in OF_OPEN_REVIEW:
            self._actions[name].setEnabled(self._controller.review is not None)

    def _of(self, row: Row) -> list[Counterpart]:
        lookup = self._loader.lookup()
        return self._rows.of(row, self._controller.texts, lookup) if lookup else []

    def _point(self, place: int, clause: str, offset: int) -> None:
        if not clause:
            self._show(None, None)
            return
        row = self._page.model.row(place)
        self._show(at(self._of(row), clause, offset), row)

    def _step(self, step: int) -> None:
        """Lights the next or the previous value of the chosen row."""
        place = self._page.table.currentIndex().row()
        row = self._page.model.row(place) if place >= 0 else None
        values = in_reading_order(self._of(row)) if row else []
        if not values:
            self._say(self._words("message.no_values"))
            return
        here = values.index(self._shown) if self._shown in values else (-1 if step > 0 else 0)
        self._show(values[(here + step) % len(values)], row)

    def _show(self, counterpart: Counterpart | None, row: Row | None) -> None:
        if counterpart == self._shown:
            return
        self._shown = counterpart
        places = (*counterpart.left, *counterpart.right) if counterpart else ()
        self._page.table.light_words(by_clause((place.clause, place.span) for place in places))
        self._say(self._sentence(counterpart, row) if counterpart and row else "")

    def _sentence(self, counterpart: Counterpart, row: Row) -> str:
        """What was read, as the status bar says it."""
        left, right = self._quoted(counterpart.left, row), self._quoted(counterpart.right, row)
        value = counterpart.value.in_language(Language(self._words.language))
        kind = self._words(f"window.counterpart_{counterpart.kind}")
        if left and right:
            return self._words("window.answered", kind=kind, left=left, right=right, value=value)
        missing = self._controller.texts[0 if right else 1]
        language = self._words(f"language.{missing.language}")
        words = left or right
        said = words if words == value else f"{words} = {value}"
        return self._words("window.unanswered", kind=kind, words=said, language=language)

    def _quoted(self, places: tuple[WordPlace, ...], row: Row) -> str:
        """The words of these places, each wording once."""
        texts = {clause.clause: clause.text for cell in row.cells for clause in cell.clauses}
        words = dict.fromkeys(" ".join(place.span.of(texts[place.clause]).split()) for place in places)
        said = ", ".join(words)
        return said if len(said) <= LONGEST_QUOTED else f"{said[:LONGEST_QUOTED]}…"

    def _tell_why(self) -> None:
        place = self._page.table.currentIndex().row()
        if place < 0:
            return
        row = self._page.model.row(place)
        if row.kind is RowKind.POINTER and row.target is not None:
            row = self._controller.rows[row.target]
        evidence = [self._sentence(each, row) for each in in_reading_order(self._of(row)) if each.left and each.right]
        self.why.tell(row, self._controller.comparison.links[row.link], evidence)
