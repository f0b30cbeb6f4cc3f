"""The rules with their switches and severities, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.look import font
from desktop.widgets.choice_box import ChoiceBox
from resources.wording_table import Wording
from treaty.comparison.rule_choices import RuleChoice, RuleOffered, load_choices
from treaty.errors import TreatyError
from treaty.model import Language, Severity

ROW = 34


class RulesTable(QTableWidget):
    """A row a rule: its number with a tick, what it says, how grave it is."""

    def __init__(self, words: Wording, rules: Sequence[RuleOffered], file: Path, parent: QWidget | None = None) -> None:
        super().__init__(len(rules), 3, parent)
        self._words, self._rules = words, rules
        chosen = _known_choices(file)
        self._ticks: list[QTableWidgetItem] = []
        self.setHorizontalHeaderLabels([words(f"window.{name}") for name in ("rule_column", "rule_says", "rule_severity")])
        self.setAccessibleName(words("window.settings_rules"))
        self._set_up()
        for row, rule in enumerate(rules):
            choice = chosen.get(rule.rule, RuleChoice())
            self._add_words(row, rule, on=choice.on)
            self.setCellWidget(row, 2, self._severities(rule, choice))

    def choices(self) -> dict[str, RuleChoice]:
        """What is chosen for each rule."""
        return {
            rule.rule: RuleChoice(self._ticks[row].checkState() is Qt.CheckState.Checked, self._box(row).currentData() or None)
            for row, rule in enumerate(self._rules)
        }

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(0, 96)
        self.setColumnWidth(2, 170)

    def _add_words(self, row: int, rule: RuleOffered, *, on: bool) -> None:
        number = QTableWidgetItem(rule.rule)
        number.setFlags(number.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        number.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        said, kind = rule.explanation.in_language(Language(self._words.language)), self._words(f"kind.{rule.kind}")
        # An explanation with gaps says nothing before they are filled.
        says = QTableWidgetItem(kind if "{" in said else f"{kind} — {said}")
        says.setToolTip(says.text())
        self._ticks.append(number)
        for column, item in enumerate((number, says)):
            item.setFont(font(12.5))
            self.setItem(row, column, item)

    def _severities(self, rule: RuleOffered, choice: RuleChoice) -> ChoiceBox:
        box = ChoiceBox(f"{rule.rule} {self._words('window.rule_severity')}", ())
        usual = self._words("window.as_bundled", severity=self._words(f"severity.{rule.severity}"))
        box.addItem(usual, "")
        for severity in Severity:
            box.addItem(self._words(f"severity.{severity}"), severity)
        box.setCurrentIndex(box.findData(choice.severity or ""))
        return box

    def _box(self, row: int) -> ChoiceBox:
        box = self.cellWidget(row, 2)
        assert isinstance(box, ChoiceBox)
        return box


def _known_choices(file: Path) -> dict[str, RuleChoice]:
    """The choices made before; none where the table is faulty, which was told when the program read it."""
    try:
        return load_choices(file)
    except TreatyError:
        return {}
