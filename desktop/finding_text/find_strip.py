"""The strip under the toolbar while words are searched for: in which column, which of how many, and the way on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QWidget

from desktop.look import Look, font
from desktop.widgets.page_parts import close_button, label
from resources.wording_table import Wording

SEARCH_AFTER = 140
"""Milliseconds of rest after a letter before the search begins."""


class FindStrip(QFrame):
    """Belongs to the search field of the toolbar and shows while that has words. `search_wanted` asks for a search of what
    is typed; `step_wanted` for the next (1) or the previous (-1) place; `left` says that the search is over."""

    search_wanted = Signal()
    step_wanted = Signal(int)
    left = Signal()

    def __init__(self, look: Look, words: Wording, field: QLineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_strip")
        self._words, self._field = words, field
        self._line = QHBoxLayout(self)
        self._scopes = QButtonGroup(self)
        self._count = label("", 12.5, "ink", wraps=False)
        self._rest = QTimer(self, singleShot=True, interval=SEARCH_AFTER)
        self._lay_out(look)
        self._rest.timeout.connect(self.search_wanted)
        self._scopes.idClicked.connect(lambda _: self.search_wanted.emit())
        field.textEdited.connect(lambda: self._rest.start())
        field.textChanged.connect(self._on_text)
        field.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        return self._field.text()

    @property
    def column(self) -> int | None:
        """The column to look in, from 1; None for all."""
        chosen = self._scopes.checkedId()
        return chosen if chosen > 0 else None

    def offer_columns(self, names: list[str]) -> None:
        """Offers all columns together and each alone."""
        for button in self._scopes.buttons():
            self._scopes.removeButton(button)
            button.deleteLater()
        for number, name in enumerate([self._words("window.find_everywhere"), *names]):
            chip = QPushButton(name)
            chip.setCheckable(True)
            chip.setChecked(number == 0)
            chip.setProperty("role", "chip")
            chip.setFont(font(11.5))
            self._scopes.addButton(chip, number)
            self._line.insertWidget(number + 1, chip)

    def show_count(self, place: int, count: int) -> None:
        """Says which of how many places is shown; `place` from 1."""
        if not count:
            self._count.setText(self._words("message.not_found", words=self.words))
        else:
            self._count.setText(self._words("window.find_count", place=place, count=count))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Shift+Enter back, Escape ends the search."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.words:
            self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.end()
            return True
        return super().eventFilter(watched, event)

    def end(self) -> None:
        """Ends the search and gives the keyboard back to the table."""
        self._field.clear()
        self.left.emit()

    def _go(self, step: int) -> None:
        """Searches first if what was typed last has not been searched yet."""
        if self._rest.isActive():
            self._rest.stop()
            self.search_wanted.emit()
        else:
            self.step_wanted.emit(step)

    def _on_text(self, typed: str) -> None:
        self.setVisible(bool(typed))
        if not typed:
            self._rest.stop()
            self.search_wanted.emit()

    def _lay_out(self, look: Look) -> None:
        self._line.setContentsMargins(16, 5, 8, 5)
        self._line.setSpacing(6)
        self._line.addWidget(label(self._words("window.find_in"), 11.5, "caption", wraps=False))
        self._line.addSpacing(10)
        self._line.addWidget(self._count, 1)
        for icon, step, name in (("chevron-up", -1, "find_previous"), ("chevron-down", 1, "find_next")):
            button = QToolButton()
            button.setIcon(look.icons.icon(icon, "ink2", 18))
            button.setProperty("role", "close")
            button.setObjectName(name)
            button.setToolTip(self._words(f"menu.{name}"))
            button.setAccessibleName(self._words(f"menu.{name}"))
            button.clicked.connect(lambda _=False, step=step: self._go(step))
            self._line.addWidget(button)
        close = close_button(look, self._words("window.find_end"))
        close.clicked.connect(self.end)
        self._line.addWidget(close)
