"""The findings dock: filters, the list, and below it the card of the current finding."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from desktop.findings.filter_menu import FilterMenu
from desktop.findings.finding_card import FindingCard
from desktop.findings.findings_list import FindingsList
from desktop.findings.findings_model import FindingsModel
from desktop.findings.grouping import FindingFilter, Grouping
from desktop.look import Look, font
from desktop.look.gravity_signs import gravity_icon
from desktop.open_review.review_controller import ReviewController
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.dock import Dock
from desktop.widgets.page_parts import chip_button
from resources.wording_table import Wording
from treaty.model import Severity

WIDTH, LEAST_WIDTH = 352, 330


class FindingsDock(Dock):
    """Everything about findings that is not in the text itself. `thorough_changed` says whether what only deserves a look is
    listed too."""

    thorough_changed = Signal(bool)

    def __init__(self, look: Look, words: Wording, controller: ReviewController, parent: QWidget | None = None) -> None:
        super().__init__("findings", look, words, parent)
        self._words, self._controller = words, controller
        self.model = FindingsModel(controller, words, self)
        self.list = FindingsList(look, words, self.model)
        self.card = FindingCard(look, words, controller)
        self._chips = {severity: self._severity_chip(severity, look) for severity in Severity}
        self._open_only = chip_button(words("window.open_only"))
        self._grouping = ChoiceBox(words("window.group_by"), ())
        self._menu = FilterMenu(words, self)
        self._more = chip_button(words("window.filter_more"))
        self.text_filter = QLineEdit(placeholderText=words("window.filter_findings"), clearButtonEnabled=True)
        self.text_filter.setAccessibleName(words("window.filter_findings"))
        self._empty = QLabel(wordWrap=True)
        self._clear = QPushButton(words("window.clear_filter"))
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._on_listed()

    def group_by(self, grouping: Grouping) -> None:
        self._grouping.setCurrentIndex(self._grouping.findData(grouping))

    @property
    def thorough(self) -> bool:
        """Whether findings are listed that only deserve a look."""
        return self._chips[Severity.INFO].isChecked()

    def set_thorough(self, thorough: bool) -> None:
        self._chips[Severity.INFO].setChecked(thorough)

    def _lay_out(self) -> None:
        self._empty.setProperty("role", "caption")
        self._clear.setProperty("role", "link")
        nothing, lines = QWidget(), QVBoxLayout()
        nothing.setLayout(lines)
        lines.setContentsMargins(14, 14, 14, 14)
        lines.addWidget(self._empty)
        lines.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addStretch(1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(nothing)
        self.split = split = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        split.addWidget(self._pages)
        split.addWidget(self.card)
        split.setStretchFactor(0, 1)
        split.setHandleWidth(1)
        body, column = QFrame(), QVBoxLayout()
        body.setProperty("role", "panel")
        body.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._filters())
        column.addWidget(split, 1)
        body.setMinimumWidth(LEAST_WIDTH)
        self.setWidget(body)

    def _filters(self) -> QVBoxLayout:
        both, gravity, further, groups = QVBoxLayout(), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        both.setContentsMargins(12, 10, 12, 8)
        both.setSpacing(6)
        for line in (gravity, further, groups):
            line.setSpacing(6)
            both.addLayout(line)
        for severity, chip in self._chips.items():
            (groups if severity is Severity.INFO else gravity).addWidget(chip)
        gravity.addStretch(1)
        self.text_filter.setFixedHeight(26)
        further.addWidget(self.text_filter, 1)
        further.addWidget(self._open_only)
        self._offer_groupings()
        groups.insertWidget(0, self._grouping, 1)
        groups.insertWidget(1, self._more)
        return both

    def _offer_groupings(self) -> None:
        for grouping in Grouping:
            self._grouping.addItem(self._words(f"window.group_by_{grouping}"), grouping)
        self._grouping.setFont(font(11.5))
        self._grouping.setFixedHeight(26)
        self._grouping.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._more.setCheckable(False)
        self._more.setMenu(self._menu)

    def _connect(self) -> None:
        self._grouping.currentIndexChanged.connect(lambda _: self.model.group_by(Grouping(self._grouping.currentData())))
        self._menu.changed.connect(self._on_filter)
        self._chips[Severity.INFO].toggled.connect(self.thorough_changed)
        for chip in self._chips.values():
            chip.toggled.connect(self._on_filter)
        self._open_only.toggled.connect(self._on_filter)
        self.text_filter.textChanged.connect(self._on_filter)
        self._clear.clicked.connect(self._clear_filter)
        self.list.chosen.connect(self._controller.select)
        self._controller.current_changed.connect(self.list.show_finding)
        self.model.modelReset.connect(self._on_listed)
        for signal in (self._controller.opened, self._controller.rows_changed):
            signal.connect(self._show_counts)
        self._show_counts()

    def _severity_chip(self, severity: Severity, look: Look) -> QPushButton:
        chip = chip_button("")
        chip.setIcon(gravity_icon(severity, look.tokens.of(severity)))
        chip.setChecked(severity is not Severity.INFO)
        if severity is Severity.INFO:
            chip.setToolTip(self._words("message.thorough"))
        return chip

    def _show_counts(self) -> None:
        counts = self._controller.counts
        for severity, chip in self._chips.items():
            name = self._words("window.thorough" if severity is Severity.INFO else f"severity.{severity}")
            chip.setText(self._words("window.counted", name=name, count=counts[severity]))
            chip.setAccessibleName(chip.text())
        shown = counts.total() - counts[Severity.INFO]
        self.set_title(self._words("window.findings_count", count=shown))

    def _on_filter(self) -> None:
        severities = frozenset(severity for severity, chip in self._chips.items() if chip.isChecked())
        self._controller.show_info(Severity.INFO in severities)
        chosen = FindingFilter(severities, self._open_only.isChecked(), self.text_filter.text(), self._menu.left_out)
        self._mark_more()
        self.model.set_filter(chosen)

    def _mark_more(self) -> None:
        """Shows on the button itself that its menu leaves something out."""
        count = len(self._menu.left_out)
        more = self._words("window.filter_more")
        self._more.setText(self._words("window.filter_left_out", count=count) if count else more)

    def _clear_filter(self) -> None:
        self.text_filter.clear()
        self._open_only.setChecked(False)
        self._menu.take_all()
        for severity, chip in self._chips.items():
            chip.setChecked(chip.isChecked() or severity is not Severity.INFO)

    def _on_listed(self) -> None:
        """Says why the list is empty, if it is; after a reset the current finding is selected again."""
        self._pages.setCurrentIndex(0 if self.model.rowCount() else 1)
        found = bool(self._controller.found)
        key = "message.filter_empty" if found else "message.no_findings_short"
        self._empty.setText(self._words(key))
        self._clear.setVisible(found)
        self.list.show_finding(self._controller.current)
