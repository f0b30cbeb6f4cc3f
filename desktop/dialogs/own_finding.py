"""The dialog for a finding that the reviewer makes himself."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox, QGridLayout, QPlainTextEdit, QWidget

from desktop.desk import OwnFinding
from desktop.dialogs.frame import FramedDialog, dialog_label
from desktop.look import font
from resources.wording_table import Wording
from treaty.model import KINDS_OF_FAMILY, MinistryClass, Severity

FIRST_KIND = "term"
WIDTH = 500


class OwnFindingDialog(FramedDialog):
    """Asks what is wrong with some words: the kind, how grave it is, its class, and why."""

    def __init__(self, words: Wording, about: str, parent: QWidget | None) -> None:
        super().__init__(words("menu.own_finding").rstrip("…"), words("window.add"), words("window.cancel"), parent)
        self.kind = _combo((kind, words(f"kind.{kind}")) for kinds in KINDS_OF_FAMILY.values() for kind in kinds)
        self.severity = _combo((severity, words(f"severity.{severity}")) for severity in Severity)
        self.ministry_class = _combo((each, words(f"ministry_class.{each}")) for each in MinistryClass)
        self.why = QPlainTextEdit(placeholderText=words("window.own_finding_why"))
        self.why.setTabChangesFocus(True)
        self.why.setFixedHeight(80)
        self.why.setFont(font(13.5))
        self.why.setAccessibleName(words("window.own_finding_why"))
        self.kind.setCurrentIndex(self.kind.findData(FIRST_KIND))
        self.severity.setCurrentIndex(self.severity.findData(Severity.MAJOR))
        self.lines.addWidget(dialog_label(f"“{about if len(about) <= WIDTH else about[:WIDTH] + '…'}”", "ink"))
        self.lines.addLayout(self._grid(words))
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

    def _grid(self, words: Wording) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        named = (("window.kind", self.kind), ("window.severity", self.severity), ("window.class", self.ministry_class))
        for row, (name, field) in enumerate(named):
            grid.addWidget(dialog_label(words(name), ""), row, 0)
            grid.addWidget(field, row, 1)
            field.setAccessibleName(words(name))
        grid.setColumnStretch(1, 1)
        return grid


def _combo(entries: Iterable[tuple[str, str]]) -> QComboBox:
    made = QComboBox()
    made.setFont(font(12.5))
    for value, shown in entries:
        made.addItem(shown, str(value))
    return made
