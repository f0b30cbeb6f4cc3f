"""Several agreements side by side along one of them: one is chosen as the pivot, and up to three others beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.look import Look, font
from desktop.look.reading_type import ReadingType
from desktop.side_by_side.rows_model import RowsModel
from desktop.side_by_side.table_view import SideBySideTable
from desktop.studying.agreements.study import Study
from desktop.studying.themes.matrix import name_of
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.page_parts import label, line
from desktop.widgets.strips import JobStrip
from resources.wording_table import Wording
from treaty.model import Place, TreatyText
from treaty.review.pivot import Beside, SaidBeside, pivot_rows, said_beside
from treaty.review.rows import Cell, Row

MOST_BESIDE = 3


class PivotModel(RowsModel):
    """Rows whose columns are agreements, each clause with what it says as compared with the pivot's."""

    _notes: Mapping[tuple[int, int], tuple[str, ...]] = {}

    def show_beside(self, pivot: TreatyText, others: Sequence[Beside]) -> None:
        """Shows agreements along one."""
        rows = pivot_rows(pivot, others)
        self._notes = {
            (row.link, column): self._lines(row.cells[column], said) for row, column, said in said_beside(rows, others)
        }
        self.show(rows, [replace(text, label=name_of(text)) for text in (pivot, *(other.text for other in others))])

    def notes(self, row: Row, column: int) -> tuple[str, ...]:
        return self._notes.get((row.link, column - 1), ())

    def _lines(self, cell: Cell, said: Sequence[SaidBeside]) -> tuple[str, ...]:
        return tuple(
            " · ".join(strength_words(each, self._words) for each in said if each.clause.clause == clause.clause)
            for clause in cell.clauses
        )

    def side_name(self, column: int) -> str:
        return self._words("agreements.column", number=column, language=self._words(f"language.{self.text(column).language}"))

    def void(self, column: int) -> str:
        return self._words("agreements.void")


class PivotPage(QWidget):
    """What is chosen is linked when the button is pressed; the table shows what was linked last."""

    def __init__(self, look: Look, words: Wording, study: Study, type_: ReadingType, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._study = words, study
        self.pivot = ChoiceBox(words("agreements.pivot"), ())
        self.beside = [ChoiceBox(words("agreements.beside", number=number), ()) for number in range(1, MOST_BESIDE + 1)]
        self.align = QPushButton(words("agreements.align"))
        self.model = PivotModel(words, self)
        self.table = SideBySideTable(look, words, self.model, type_, self)
        self._hint = label("", 12.5, "caption")
        self._lay_out()
        self.align.clicked.connect(self._link)
        study.changed.connect(self._list_texts)
        self._list_texts()

    @property
    def chosen(self) -> list[TreatyText]:
        """The pivot, then those beside it, each once."""
        by_id = {text.id: text for text in self._study.texts}
        ids = dict.fromkeys(str(box.currentData()) for box in (self.pivot, *self.beside))
        return [by_id[each] for each in ids if each in by_id]

    def _link(self) -> None:
        texts = self.chosen
        if len(texts) > 1:
            self._study.align_with(texts[0], texts[1:], lambda others: self._show(texts[0], others))
        else:
            self._hint.setText(self._words("agreements.choose_two"))

    def _show(self, pivot: TreatyText, others: Sequence[Beside]) -> None:
        self.model.show_beside(pivot, others)
        rows = self.model.all_rows
        alone = sum(1 for row in rows if sum(bool(cell.clauses) for cell in row.cells) == 1)
        self._hint.setText(self._words("agreements.linked", rows=len(rows), alone=alone))
        self.table.setFocus()

    def _list_texts(self) -> None:
        """Offers the texts under study; what was chosen stays, and the first time the first few are."""
        texts = self._study.texts
        for place, box in enumerate((self.pivot, *self.beside)):
            before = box.currentData()
            box.clear()
            if place:
                box.addItem(self._words("agreements.nothing_beside"), "")
            for number, text in enumerate(texts, start=1):
                box.addItem(f"{number}. {name_of(text)}", text.id)
            wanted = before or (texts[place].id if place < len(texts) else "")
            box.setCurrentIndex(max(0, box.findData(wanted)))
        self.align.setEnabled(len(texts) > 1)
        self._hint.setText(self._words("agreements.hint" if len(texts) > 1 else "agreements.too_few"))

    def _lay_out(self) -> None:
        head, choices = line("dialog_head", (16, 10, 16, 10), 8)
        for box in (self.pivot, *self.beside):
            box.setMinimumContentsLength(10)
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choices.addWidget(box, 1)
        self.align.setProperty("role", "primary")
        self.align.setFont(font(12.5, 500))
        self.align.setAutoDefault(False)
        choices.addWidget(self.align)
        self._hint.setContentsMargins(16, 6, 16, 6)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (head, JobStrip(self._words, self._study.jobs), self._hint):
            whole.addWidget(part)
        whole.addWidget(self.table, 1)


def strength_words(said: SaidBeside, words: Wording) -> str:
    """What a clause says as compared with the pivot's, in a line: how strong it is, and by which words."""
    strength = words(f"agreements.{said.strength}")
    if said.reason and (_value(said.reason.left, words) or _value(said.reason.right, words)):
        mine, theirs = (_value(place, words) or words("agreements.no_words") for place in (said.reason.left, said.reason.right))
        return words("agreements.strength_why", strength=strength, pivot=mine, other=theirs)
    return strength


def _value(place: Place | None, words: Wording) -> str:
    """What a reason reads at a place; nothing where it is the whole clause."""
    return str(getattr(place.value, words.language)).strip() if place else ""
