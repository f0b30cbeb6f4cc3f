"""Which of the texts that were found stands left, and which right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.importing.recognised import Recognised
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.page_parts import label
from resources.wording_table import Wording
from treaty.model import TreatyText

SIDES = ("left", "right")


class Sides(QWidget):
    """A choice a side, with what was read of the chosen text under it. `changed` carries what is recognised now."""

    changed = Signal(object)

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._now: Recognised | None = None
        self.boxes = [ChoiceBox(words(f"window.import_{side}"), ()) for side in SIDES]
        self._facts: list[QLabel] = [label("", 11.5, "caption") for _ in SIDES]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(3)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for number, side in enumerate(SIDES):
            name = self._words(f"window.import_{side}")
            box = self.boxes[number]
            box.setFixedHeight(30)
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.activated.connect(lambda place, number=number: self._choose(number, place))
            grid.addWidget(label(name, 12.5, wraps=False), 3 * number, 0)
            grid.addWidget(box, 3 * number, 1)
            grid.addWidget(self._facts[number], 3 * number + 1, 1)

    def show_recognised(self, now: Recognised) -> None:
        self._now = now
        for box, facts, place in zip(self.boxes, self._facts, (now.left, now.right), strict=True):
            box.clear()
            for text in now.texts:
                box.addItem(self._name(text))
            found = place < len(now.texts)
            box.setCurrentIndex(place if found else -1)
            facts.setText(self._read(now.texts[place]) if found else self._words("message.import_missing"))

    def _choose(self, number: int, place: int) -> None:
        if self._now is not None:
            self.changed.emit(self._now.with_left(place) if number == 0 else self._now.with_right(place))

    def _name(self, text: TreatyText) -> str:
        language = self._words(f"language.{text.language}")
        return f"{language} · {text.label or text.title or text.source.name}"

    def _read(self, text: TreatyText) -> str:
        sentences = sum(len(clause.sentences) for clause in text.clauses)
        return self._words("window.import_facts", clauses=len(text.clauses), sentences=sentences, set_aside=len(text.set_aside))
