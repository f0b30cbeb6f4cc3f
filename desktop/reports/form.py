"""The choices of a report: which rows, on which paper, with what on each sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from desktop.headless.chosen_clauses import ThemeClauses
from desktop.look import font
from desktop.reports.column_list import ColumnList
from resources.wording_table import Wording
from treaty.model import Language
from treaty.review.extent import Extent
from treaty.review.paper import Paper, PaperSize
from treaty.review.report import ReportOptions
from treaty.review.row_choice import RowChoice
from treaty.review.rows import RowOptions

SENTENCES = ("title", "status", "draft", "classification", "reviewer")
SWITCHES = ("remarks", "dismissed", "info")
ON_AT_FIRST = ("remarks", "dismissed")
SELECTED = "selected"

Selected = Callable[[], frozenset[str]]
"""Gives the clauses, by id, of the rows that are selected in the window."""


class ReportForm(QWidget):
    """A field for every choice; `changed` says that one was made."""

    changed = Signal()

    def __init__(self, words: Wording, selected: Selected) -> None:
        super().__init__()
        self._words, self._selected = words, selected
        self.rows = self._choice([*Extent, SELECTED], lambda value: words(f"report.extent_{value}"))
        self.theme, self.comparison = QComboBox(), QComboBox()
        self.columns = ColumnList(lambda kind: words(f"window.column_{kind}"))
        self.columns.setToolTip(words("window.report_columns_hint"))
        self.language = self._choice(list(Language), lambda value: words(f"language.{value}"), words.language)
        self.paper = self._choice(list(PaperSize), lambda value: words(f"window.paper_{value}"))
        self.turn = self._choice(["landscape", "portrait"], lambda value: words(f"window.paper_{value}"))
        self.switches = {name: self._switch(name) for name in SWITCHES}
        self.sentences = {name: QLineEdit() for name in SENTENCES}
        self._form = QFormLayout(self)
        self._lay_out()
        self.show_themes({})
        self.show_comparisons([])
        self.columns.changed.connect(self.changed)
        for choice in (self.comparison, self.rows, self.theme, self.language, self.paper, self.turn):
            choice.currentIndexChanged.connect(lambda _: self.changed.emit())
        for field in self.sentences.values():
            field.textEdited.connect(lambda _: self.changed.emit())

    def show_themes(self, themes: Mapping[str, ThemeClauses]) -> None:
        """Offers the themes of the review that is open."""
        self.theme.blockSignals(True)
        self.theme.clear()
        self.theme.addItem(self._words("window.all_themes"), None)
        for theme in themes.values():
            self.theme.addItem(theme.name, theme)
        self.theme.blockSignals(False)

    def show_comparisons(self, names: Sequence[str]) -> None:
        """Offers the comparisons of the review that is open, where it has several."""
        self.comparison.blockSignals(True)
        chosen = self.comparison.currentIndex()
        self.comparison.clear()
        for index, name in enumerate(names):
            self.comparison.addItem(name, index)
        self.comparison.setCurrentIndex(max(0, chosen if chosen < len(names) else 0))
        self.comparison.blockSignals(False)
        self._form.setRowVisible(self.comparison, len(names) > 1)

    def options(self) -> ReportOptions:
        """The options as they are chosen now."""
        on = {name: switch.isChecked() for name, switch in self.switches.items()}
        return ReportOptions(
            Language(self.language.currentData()),
            rows=RowOptions(info=on["info"]),
            choice=self._row_choice(),
            remarks=on["remarks"],
            dismissed=on["dismissed"],
            columns=self.columns.choice(),
            comparison=self.comparison.currentData() or 0,
            paper=Paper(PaperSize(self.paper.currentData()), portrait=self.turn.currentData() == "portrait"),
            **{name: field.text().strip() for name, field in self.sentences.items()},
        )

    def _row_choice(self) -> RowChoice:
        chosen, theme = self.rows.currentData(), self.theme.currentData()
        if chosen == SELECTED:
            return RowChoice(clauses=self._selected())
        if theme is None:
            return RowChoice(Extent(chosen))
        return RowChoice(Extent(chosen), theme.clauses, theme.name)

    def _choice(self, values: Sequence[str], named: Callable[[str], str], first: str = "") -> QComboBox:
        made = QComboBox()
        for value in values:
            made.addItem(named(value), value)
        made.setCurrentIndex(values.index(first) if first else 0)
        return made

    def _switch(self, name: str) -> QCheckBox:
        made = QCheckBox(self._words(f"window.report_{name}"))
        made.setChecked(name in ON_AT_FIRST)
        made.setFont(font(12.5))
        made.toggled.connect(lambda _: self.changed.emit())
        return made

    def _lay_out(self) -> None:
        form = self._form
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        fields: list[tuple[str, QWidget]] = [("comparison", self.comparison), ("rows", self.rows), ("theme", self.theme)]
        fields += [("columns", self.columns)]
        fields += [("paper", self.paper), ("turn", self.turn), ("language", self.language), *self.sentences.items()]
        self.comparison.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for name, field in fields:
            field.setFont(font(12.5))
            field.setAccessibleName(self._words(f"window.report_{name}"))
            form.addRow(self._words(f"window.report_{name}"), field)
        for switch in self.switches.values():
            form.addRow(switch)
