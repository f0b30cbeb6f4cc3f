"""Several agreements side by side along one of them: one is chosen as the pivot, and up to three others beside it."""

from __future__ import annotations

from collections.abc import Sequence
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
from treaty.model import Link, TreatyText
from treaty.review.pivot import pivot_rows

MOST_BESIDE = 3


class PivotModel(RowsModel):
    """Rows whose columns are agreements."""

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
            self._study.align_with(texts[0], texts[1:], lambda links: self._show(texts, links))
        else:
            self._hint.setText(self._words("agreements.choose_two"))

    def _show(self, texts: Sequence[TreatyText], links: Sequence[Sequence[Link]]) -> None:
        rows = pivot_rows(texts[0], list(zip(texts[1:], links, strict=True)))
        self.model.show(rows, [replace(text, label=name_of(text)) for text in texts])
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
