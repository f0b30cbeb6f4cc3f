"""The dialog for a finding that the reviewer makes himself."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from desktop.dialogs.frame import FramedDialog, dialog_label
from desktop.look import font
from desktop.operations.desk import OwnFinding
from desktop.widgets.choice_box import ChoiceBox
from resources.wording_table import Wording
from treaty.model import KINDS_OF_FAMILY, MinistryClass, Severity

FIRST_KIND = "term"
WIDTH = 500


class OwnFindingDialog(FramedDialog):
    """Asks what is wrong with some words: the kind, how grave it is, its class, and why."""

    def __init__(self, words: Wording, about: str, parent: QWidget | None) -> None:
        super().__init__(words("menu.own_finding").rstrip("…"), words("window.add"), words("window.cancel"), parent)
        kinds = [kind for family in KINDS_OF_FAMILY.values() for kind in family]
        self.kind = ChoiceBox(words("window.kind"), ((kind, words(f"kind.{kind}")) for kind in kinds))
        self.severity = ChoiceBox(words("window.severity"), ((each, words(f"severity.{each}")) for each in Severity))
        classes = ((each, words(f"ministry_class.{each}")) for each in MinistryClass)
        self.ministry_class = ChoiceBox(words("window.class"), classes)
        self.why = QPlainTextEdit(placeholderText=words("window.own_finding_why"))
        self.why.setTabChangesFocus(True)
        self.why.setFixedHeight(80)
        self.why.setFont(font(13.5))
        self.why.setAccessibleName(words("window.own_finding_why"))
        self.kind.choose(FIRST_KIND)
        self.severity.choose(Severity.MAJOR)
        self.lines.addWidget(dialog_label(f"“{about if len(about) <= WIDTH else about[:WIDTH] + '…'}”", "ink"))
        self.lines.addLayout(self._grid())
        self.lines.addWidget(self.why)
        self.setMinimumWidth(WIDTH)
        self.kind.setFocus()

    def said(self) -> OwnFinding:
        return OwnFinding(
            self.kind.currentData(),
            Severity(self.severity.currentData()),
            MinistryClass(self.ministry_class.currentData()),
            self.why.toPlainText().strip(),
        )

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, field in enumerate((self.kind, self.severity, self.ministry_class)):
            grid.addWidget(dialog_label(field.accessibleName(), ""), row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        return grid
