"""The overview of the agreements under study: matrices and the chart, and the clauses behind what is chosen there."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QWidget

from desktop.headless.overview import Overview
from desktop.look import Look, font
from desktop.studying.agreements.study import Study
from desktop.studying.passages.passages_model import PassageLine
from desktop.studying.passages.titled_passages import TitledPassages
from desktop.studying.themes.agreement_list import AgreementList
from desktop.studying.themes.behind import clauses_behind, promises, themes_of_both
from desktop.studying.themes.level_legend import LevelLegend
from desktop.studying.themes.matrix import Matrix, act_matrix, name_of, proposal_matrix, similarity_matrix, theme_matrix
from desktop.studying.themes.matrix_view import MatrixView
from desktop.studying.themes.profile_chart import ProfileChart, lines_of
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.page_parts import chip_button, column, label, line, stack
from desktop.widgets.strips import JobStrip
from resources.wording_table import Wording
from treaty.model import Language

LEAST_WITH_LEGEND = 520
"""In pixels; on a low screen the table has the room."""
SEEN_ACROSS, SEEN_BELOW = 8, 3
"""How many agreements are listed without scrolling, where the clauses stand beside the views and below them."""


class View(StrEnum):
    """What the panel shows."""

    THEMES = "themes"
    LEVELS = "levels"
    ACTS = "acts"
    ALIKE = "alike"
    PROPOSALS = "proposals"


class ThemesPanel(QWidget):
    """`clause_wanted` carries a clause to be gone to; `add_wanted` asks for more agreements. `across`: the clauses stand beside
    the views, not below them."""

    clause_wanted = Signal(str)
    add_wanted = Signal()

    def __init__(self, look: Look, words: Wording, study: Study, *, across: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._study, self._across = words, study, across
        self.view = View.THEMES
        self.chips = {view: chip_button(words(f"themes.view_{view}")) for view in View}
        self.matrix = MatrixView(look, words, words("themes.matrix"))
        self.chart = ProfileChart(look, words("themes.chart"))
        self.of_agreement = ChoiceBox(words("themes.bars_of"), ())
        self.agreements = AgreementList(words, SEEN_ACROSS if across else SEEN_BELOW)
        self.add = QPushButton(words("themes.add"))
        self.remove = QPushButton(words("themes.remove"))
        self.foot = QHBoxLayout()
        self._legend = LevelLegend(look)
        self._empty = label("", 12.5, "caption")
        self._lower = TitledPassages(look, words("themes.clauses"))
        self.passages = self._lower.list
        self._views = QStackedWidget()
        self._job = JobStrip(words, study.jobs)
        self._lay_out(across)
        self._connect()
        self._show()

    def show_view(self, view: View) -> None:
        """Shows another matrix, or the chart."""
        self.view = view
        self.chips[view].setChecked(True)
        self._study.look()
        self._show()

    def show_passages(self, title: str, lines: Sequence[PassageLine]) -> None:
        """Lists passages under a title."""
        self._lower.show_lines(title, lines)
        self._lower.setVisible(self._across or bool(title))

    def showEvent(self, event: QShowEvent) -> None:
        self._study.look()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_legend()

    def _connect(self) -> None:
        for view, button in self.chips.items():
            button.clicked.connect(partial(self.show_view, view))
        self.matrix.chosen.connect(self._show_cell)
        self.matrix.opened.connect(self.passages.setFocus)
        self.chart.selectionModel().currentChanged.connect(self._show_bar)
        self.of_agreement.currentIndexChanged.connect(self._show_bars)
        self.agreements.currentItemChanged.connect(self._show_buttons)
        self.agreements.remove_wanted.connect(self._study.remove)
        self.add.clicked.connect(self.add_wanted)
        self.remove.clicked.connect(lambda: self._study.remove(self.agreements.chosen))
        self.passages.clause_wanted.connect(self.clause_wanted)
        self._study.changed.connect(self._read)
        for signal in (self._study.jobs.started, self._study.jobs.ended):
            signal.connect(self._show_empty)

    def _read(self) -> None:
        if self.isVisible():
            self._study.look()
        self._show()

    def _show(self) -> None:
        """Shows what there is in the view that is chosen."""
        overview = self._study.overview
        self.agreements.show_texts(self._study.texts)
        self._show_agreements()
        self.matrix.cells.show(_matrix(overview, self.view, self._words), overview)
        self._show_bars()
        self._views.setCurrentIndex(1 if self.view is View.LEVELS else 0)
        if overview:
            self._legend.name_levels(overview.levels, Language(self._words.language))
        self._show_legend()
        self.show_passages("", ())
        self._show_empty()
        self._show_buttons()

    def _show_empty(self) -> None:
        """Says why nothing is to be seen, or what can be done with what is."""
        overview, key = self._study.overview, f"themes.hint_{self.view}"
        if not self._study.texts:
            key = "themes.no_agreements"
        elif overview is None:
            key = "themes.being_made" if self._study.jobs.running else "themes.not_made"
        elif self.view is not View.LEVELS and not self.matrix.cells.rowCount():
            key = f"themes.no_{self.view}"
        self._empty.setText(self._words(key))

    def _show_legend(self) -> None:
        """What bars mean, where there are bars and the panel is high enough."""
        has_bars = self._study.overview is not None and self.view in (View.THEMES, View.LEVELS, View.ACTS)
        self._legend.setVisible(has_bars and self.height() >= LEAST_WITH_LEGEND)

    def _show_buttons(self) -> None:
        self.remove.setEnabled(self.agreements.chosen in {text.id for text in self._study.added})

    def _show_agreements(self) -> None:
        chosen = self.of_agreement.currentData()
        self.of_agreement.blockSignals(True)
        self.of_agreement.clear()
        self.of_agreement.addItem(self._words("themes.all_agreements"), "")
        for number, text in enumerate(self._study.texts, start=1):
            self.of_agreement.addItem(f"{number}. {name_of(text)}", text.id)
        self.of_agreement.setCurrentIndex(max(0, self.of_agreement.findData(chosen)))
        self.of_agreement.blockSignals(False)

    def _show_bars(self) -> None:
        overview = self._study.overview
        text = str(self.of_agreement.currentData() or "")
        self.chart.bars.show(lines_of(overview, text, self._words) if overview else ())

    def _show_cell(self) -> None:
        overview, chosen = self._study.overview, self.matrix.chosen_cell
        if overview is None or chosen is None:
            return
        cells = self.matrix.cells
        cell, is_text = cells.cell(*chosen), cells.is_text(chosen[1])
        named = cells.column_name(chosen[1]) if is_text else self._words("themes.all_agreements")
        title = f"{cells.matrix.rows[chosen[0]].name} — {named}"
        if self.view is View.ALIKE:
            self.show_passages(title, themes_of_both(overview, *chosen, self._words))
        else:
            ids = cell.clauses if is_text else [i for one in cells.matrix.rows[chosen[0]].cells for i in one.clauses]
            self.show_passages(title, clauses_behind(overview, ids, self._words))

    def _show_bar(self) -> None:
        overview, index = self._study.overview, self.chart.currentIndex()
        if overview and index.isValid():
            shown = self.chart.bars.line(index.row())
            lines = promises(overview, shown.profile.text, shown.profile.theme, self._words)
            self.show_passages(shown.name, lines)

    def _lay_out(self, across: bool) -> None:
        upper, lines = column("panel", (0, 0, 0, 0), 0)
        chips, group = QHBoxLayout(), QButtonGroup(self)
        chips.setContentsMargins(12, 8, 12, 4)
        chips.setSpacing(5)
        for each in self.chips.values():
            group.addButton(each)
            chips.addWidget(each)
        chips.addStretch(1)
        self.chips[self.view].setChecked(True)
        self._empty.setContentsMargins(14, 2, 14, 6)
        lines.addLayout(chips)
        lines.addWidget(self._job)
        lines.addWidget(self._empty)
        self._views.addWidget(self.matrix)
        self._views.addWidget(self._chart_page())
        lines.addWidget(self._views, 1)
        lines.addWidget(self._legend)
        lines.addWidget(self.agreements)
        split = QSplitter(Qt.Orientation.Horizontal if across else Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        for part, share in ((upper, 3), (self._lower, 2)):
            split.addWidget(part)
            split.setStretchFactor(split.count() - 1, share)
        if across:
            split.setSizes([900, 460])
        stack(self, split, self._buttons(), growing=split)

    def _chart_page(self) -> QWidget:
        page, lines = column("panel", (0, 0, 0, 0), 4)
        choice = QHBoxLayout()
        choice.setContentsMargins(12, 2, 12, 2)
        choice.addWidget(self.of_agreement, 1)
        self.of_agreement.setMinimumContentsLength(12)
        self.of_agreement.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        lines.addLayout(choice)
        lines.addWidget(self.chart, 1)
        return page

    def _buttons(self) -> QWidget:
        foot, buttons = line("dialog_foot", (12, 8, 12, 8), 8)
        for button in (self.add, self.remove):
            button.setFont(font(12.5, 500))
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addLayout(self.foot)
        buttons.addStretch(1)
        return foot


def _matrix(overview: Overview | None, view: View, words: Wording) -> Matrix:
    if overview is None or view is View.LEVELS:
        return Matrix((), ())
    match view:
        case View.ACTS:
            return act_matrix(overview, words)
        case View.ALIKE:
            return similarity_matrix(overview)
        case View.PROPOSALS:
            return proposal_matrix(overview)
        case _:
            return theme_matrix(overview, words)
