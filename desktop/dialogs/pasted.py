"""The place for texts that are pasted or dropped instead of opened: a field a side."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QPlainTextEdit, QWidget

from desktop.look import Look, font
from desktop.widgets.key_button import KeyButton
from desktop.widgets.page_parts import column, label, line, stack
from resources.wording_table import Wording
from treaty.reading import Pasted

SIDES = ("left", "right")


class PasteField(QPlainTextEdit):
    """A field for words alone: a file that is dropped on it would only leave its address."""

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()


class PasteDialog(QDialog):
    """Keeps what was pasted until a comparison is made of it. `compare_wanted` carries the pasted texts."""

    compare_wanted = Signal(object)

    def __init__(self, look: Look, words: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.fields = {side: self._field(side) for side in SIDES}
        self._start = KeyButton(look, words("window.compare"), "Ctrl Enter")
        self._start.setProperty("role", "primary")
        self._start.setShortcut(QKeySequence("Ctrl+Return"))
        self._cancel = KeyButton(look, words("window.cancel"), "Esc")
        self.setWindowTitle(words("window.pasted"))
        self.resize(960, 600)
        self._lay_out()
        self._start.clicked.connect(self._compare)
        self._cancel.clicked.connect(self.reject)
        self._show_start()

    def ask(self, offered: str) -> None:
        """Opens on what was kept; on what the clipboard offers if nothing was."""
        if not self.pasted():
            self.fields["left"].setPlainText(offered)
        self._open()

    def take(self, text: str, side: str = "") -> None:
        """Opens with a dropped text in it: on the side it was dropped on, else on the first that is free."""
        free = (each for each in SIDES if self.fields[each].document().isEmpty())
        self.fields[side or next(free, "left")].setPlainText(text)
        self._open()

    def take_over(self, before: PasteDialog) -> None:
        """Takes what was pasted into the dialog of another window, and opens if that was open."""
        for side, field in self.fields.items():
            field.setPlainText(before.fields[side].toPlainText())
        if before.isVisible():
            before.hide()
            self._open()

    def clear(self) -> None:
        for field in self.fields.values():
            field.clear()

    def pasted(self) -> list[Pasted]:
        """The texts that have words, named by their number."""
        texts = [text for field in self.fields.values() if (text := field.toPlainText()).strip()]
        return [Pasted(self._words("window.pasted_name", number=number), text) for number, text in enumerate(texts, start=1)]

    def _open(self) -> None:
        self.open()
        free = (side for side in SIDES if self.fields[side].document().isEmpty())
        self.fields[next(free, "left")].setFocus()

    def _compare(self) -> None:
        if pasted := self.pasted():
            self.accept()
            self.compare_wanted.emit(pasted)

    def _show_start(self) -> None:
        self._start.setEnabled(any(not field.document().isEmpty() for field in self.fields.values()))

    def _field(self, side: str) -> PasteField:
        field = PasteField()
        field.setAccessibleName(self._words(f"window.pasted_{side}"))
        field.setFont(font(13.5))
        field.setTabChangesFocus(True)
        field.textChanged.connect(self._show_start)
        return field

    def _lay_out(self) -> None:
        page, lines = column("paper", (24, 18, 24, 20), 4)
        lines.addWidget(label(self._words("window.pasted"), 16, "title"))
        lines.addWidget(label(self._words("message.pasted_hint"), 12.5))
        lines.addSpacing(12)
        lines.addLayout(self._side_by_side(), 1)
        stack(self, page, self._foot(), growing=page)

    def _side_by_side(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for place, (side, field) in enumerate(self.fields.items()):
            grid.addWidget(label(self._words(f"window.pasted_{side}"), 12.5, "strong"), 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 1)
        return grid

    def _foot(self) -> QFrame:
        foot, buttons = line("dialog_foot", (24, 10, 24, 10), 10)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._start)
        return foot
